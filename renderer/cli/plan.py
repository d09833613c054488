"""`aftalerapport plan FOLDER`: the skeleton of the follow-ups, made from the signed agreement."""

from pathlib import Path

import typer

from renderer.cli.output import console, print_json
from renderer.errors import WrongCall
from renderer.journeys.case_files import folder_files, save_files


def plan_case(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Sagsmappen med aftale.yaml og budgetaftale.yaml."),
    previous: Path | None = typer.Option(
        None, "--previous", metavar="MAPPE", help="Sagsmappen for en tidligere aftale, som punkter kan fortsætte fra."
    ),
    carry_over: list[str] = typer.Option(
        [], "--carry-over", metavar="REF=NUMMER", help="Overfør til delelementet REF fra det tidligere NUMMER."
    ),
    as_json: bool = typer.Option(False, "--json", help="Skriv resultatet som JSON."),
) -> None:
    """Lav planens delelementer af den underskrevne aftale, og vis, hvem der skal udfylde hvad."""
    from renderer.cli.plan_list import plan_json, plan_lines
    from renderer.journeys.planning.plan import plan

    choices = dict(map(_pair, carry_over))
    files = folder_files(folder)
    planned = plan(files, folder_files(previous) if previous else None, choices)
    written = save_files(files, planned.new)
    if as_json:
        print_json(plan_json(planned, written))
        return
    out = console()
    for line in plan_lines(planned):
        out.print(line, markup=False)


def _pair(choice: str) -> tuple[str, str]:
    ref, sign, number = choice.partition("=")
    if not (sign and ref.strip() and number.strip()):
        hint = "Skriv delelementets ref, et lighedstegn og nummeret i den tidligere aftale, fx 4.14=5.08.2."
        raise WrongCall(f"»{choice}« kan ikke bruges efter --carry-over.", hint)
    return ref.strip(), number.strip()
