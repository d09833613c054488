"""`aftalerapport import FILE... -o FOLDER`: earlier documents, or a workbook with a whole case, into a case folder."""

import shlex
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from renderer.cli.output import console, findings_json, print_json, show_findings
from renderer.errors import WrongCall

if TYPE_CHECKING:
    from renderer.journeys.take_in import TakenIn

_WORKBOOKS = {".xlsx", ".xlsm", ".xls", ".ods", ".csv"}
_DOCUMENTS = {".pdf", ".docx", ".docm", ".doc", ".odt", ".rtf", ".txt"}

_SINGULAR = {
    "opfølgninger": "opfølgning",
    "kapitler": "kapitel",
    "delelementer": "delelement",
    "milepæle med tekst": "milepæl med tekst",
    "smileyer": "smiley",
    "statustekster": "statustekst",
    "kapitler i aftalen": "kapitel i aftalen",
    "punkter": "punkt",
    "rækker under drift": "række under drift",
    "rækker under anlæg": "række under anlæg",
    "rækker under øvrig finansiering": "række under øvrig finansiering",
    "besparelser": "besparelse",
    "underskrifter": "underskrift",
}


def import_documents(
    files: list[Path] = typer.Argument(
        ..., metavar="FIL...", help="Tidligere dokumenter (PDF, Word eller tekst), eller et regneark fra export."
    ),
    output: Path = typer.Option(..., "--output", "-o", metavar="MAPPE", help="Den nye sagsmappe."),
    case_id: str | None = typer.Option(
        None, "--case-id", metavar="SAGSID", help="Sagsid, hvis det ikke står i dokumenterne."
    ),
    municipality: str | None = typer.Option(
        None, "--municipality", metavar="NAVN", help="Kommunens navn, hvis det ikke står i dokumenterne."
    ),
    as_json: bool = typer.Option(False, "--json", help="Skriv resultatet som JSON."),
) -> None:
    """Læs tidligere dokumenter eller et regneark med en hel sag ind i en ny sagsmappe."""
    taken = _taken(files, output, case_id, municipality)
    if as_json:
        paths = [str(path) for path in taken.files]
        print_json({"placeret": taken.placed, "filer": paths, **findings_json(taken.findings)})
        return
    show_findings(taken.findings)
    counts = ", ".join(_counted(taken, what, count) for what, count in taken.placed.items())
    out = console(errors=True)
    out.print(f"Placeret: {counts}.")
    out.print(f"Næste skridt: {_next_step(taken)}")
    for path in taken.files:
        print(path)


def _taken(files: list[Path], output: Path, case_id: str | None, municipality: str | None) -> "TakenIn":
    from renderer.journeys.named_files import named_files

    named = named_files(files, {*_DOCUMENTS, *_WORKBOOKS})
    taken = _read(list(named.files), output, case_id, municipality)
    return replace(taken, findings=(*named.findings, *taken.findings))


def _read(files: list[Path], output: Path, case_id: str | None, municipality: str | None) -> "TakenIn":
    if not any(path.suffix.lower() in _WORKBOOKS for path in files):
        from renderer.journeys.take_in import Supplement, take_in

        return take_in(files, output, Supplement(case_id, municipality))
    if len(files) > 1 or case_id or municipality:
        raise WrongCall(
            "Et regneark med en hel sag kan kun læses ind alene.", "Angiv kun regnearket, og udelad de andre valg."
        )
    from renderer.journeys.case_workbook import import_workbook

    return import_workbook(files[0], output)


def _next_step(taken: "TakenIn") -> str:
    """The command that goes on from here: an agreement alone has points, of which a plan can be made."""
    only_signed = taken.case.signed and not taken.case.agreement.chapters
    return f"aftalerapport {'plan' if only_signed else 'check'} {shlex.quote(str(taken.files[0].parent))}"


def _counted(taken: "TakenIn", what: str, count: int) -> str:
    """A count in words, with what a document of this kind has at most where it is more."""
    most = taken.usual.get(what)
    return f"{count} {_noun(what, count)}{f' (af {most})' if most else ''}"


def _noun(plural: str, count: int) -> str:
    return _SINGULAR[plural] if count == 1 else plural
