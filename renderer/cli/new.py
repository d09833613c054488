"""`aftalerapport new FOLDER`: a case from nothing, by asking or by options."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from renderer.cli.output import console, print_json
from renderer.errors import WrongCall

if TYPE_CHECKING:
    from renderer.journeys.planning.new_case import Asked


def make_new_case(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Mappen, sagen skal ligge i; den bliver lavet."),
    year: str = typer.Option("", "--year", metavar="ÅR", help="Budgetåret med fire cifre."),
    title: str = typer.Option(
        "", "--title", metavar="TEKST", help="Aftalens titel; ellers »Aftale om budget« og året."
    ),
    case_id: str = typer.Option("", "--case-id", metavar="SAGSID", help="Nummeret fra sagssystemet."),
    municipality: str = typer.Option("", "--municipality", metavar="NAVN", help="Kommunens navn, fx Ballerup Kommune."),
    department: str = typer.Option("", "--department", metavar="NAVN", help="Afdelingen, der udsender dokumenterne."),
    committees: list[str] = typer.Option([], "--committee", metavar="NAVN", help="Et udvalg; kan skrives flere gange."),
    centres: list[str] = typer.Option([], "--center", metavar="NAVN", help="Et center; kan skrives flere gange."),
    as_json: bool = typer.Option(False, "--json", help="Skriv filnavnet som JSON."),
) -> None:
    """Lav en ny sag: svar på spørgsmål i en terminal, eller skriv svarene som valg."""
    from renderer.journeys.planning.new_case import missing_answers, new_case, require_new

    require_new(folder)
    answers = {
        "budget_year": year,
        "title": title or (f"Aftale om budget {year.strip()}" if year.strip() else ""),
        "case_id": case_id,
        "municipality": municipality,
        "department": department,
        "committees": ";".join(committees),
        "centres": ";".join(centres),
    }
    if lacking := missing_answers(answers):
        if as_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise WrongCall(
                f"Kommandoen mangler {', '.join(one.option for one in lacking)}.",
                "Skriv valgene, eller kør kommandoen i et terminalvindue, så spørger den.",
            )
        _ask(answers)
    (path,) = new_case(folder, answers)
    if as_json:
        print_json({"filer": [str(path)]})
    else:
        print(path)


def _ask(answers: dict[str, str]) -> None:
    """Ask for everything that is not said, each until the answer can be used."""
    from renderer.journeys.planning.new_case import ASKED

    for field, asked in ASKED.items():
        if not answers[field].strip():
            proposed = f"Aftale om budget {answers['budget_year'].strip()}" if field == "title" else ""
            answers[field] = _answer(asked, proposed)


def _answer(asked: "Asked", proposed: str) -> str:
    out = console()
    while True:
        remark = f" [{proposed}]" if proposed else "" if asked.needed else " (kan udelades)"
        out.print(f"{asked.question}{remark}: ", end="", markup=False)
        try:
            answer = input().strip() or proposed
            asked.read(answer)
        except EOFError as closed:
            raise WrongCall(
                "Der kom ikke svar på alle spørgsmål, så sagen er ikke lavet.", "Kør kommandoen igen."
            ) from closed
        except WrongCall as problem:
            out.print(f"{problem.message} {problem.hint}", markup=False)
        else:
            return answer
