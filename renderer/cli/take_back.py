"""`aftalerapport take-back FOLDER FILE...`: what came back says, and writing it into the case folder."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from renderer.cli.output import print_json, show_findings
from renderer.errors import WrongCall
from renderer.findings import Stopped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from renderer.journeys.take_back import TakenBack, Written
    from renderer.model.field import Field

_GO_ON = (
    "Tag dem én ad gangen med --interactive, eller lad teksterne i konflikt stå, som de er i sagen, med "
    "--leave-conflicts."
)


def take_back_drafts(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Sagsmappen med aftale.yaml."),
    files: list[Path] = typer.Argument(..., metavar="FIL...", help="Udkast i Word og regneark, som er kommet tilbage."),
    apply: bool = typer.Option(False, "--apply", help="Skriv alle forslag i sagens filer."),
    leave_conflicts: bool = typer.Option(
        False, "--leave-conflicts", help="Med --apply: Lad tekster i konflikt stå, som de er i sagen."
    ),
    interactive: bool = typer.Option(False, "--interactive", help="Spørg om ét forslag ad gangen, og skriv dem så."),
    as_json: bool = typer.Option(False, "--json", help="Skriv forslag, konflikter og kommentarer som JSON."),
) -> None:
    """Læs udkast og regneark, der er kommet tilbage, og skriv rettelserne i sagen."""
    _require_fitting(apply=apply, leave_conflicts=leave_conflicts, interactive=interactive, as_json=as_json)
    from renderer.journeys.take_back import take_back

    taken = take_back(folder, files)
    if interactive:
        _ask(taken)
    elif apply:
        _apply(taken, as_json=as_json, leave_conflicts=leave_conflicts)
    else:
        _show(taken, as_json=as_json)
        if not taken.clear:
            raise typer.Exit(1)


def _require_fitting(*, apply: bool, leave_conflicts: bool, interactive: bool, as_json: bool) -> None:
    if interactive and (apply or as_json):
        other = "--apply" if apply else "--json"
        raise WrongCall(f"--interactive og {other} kan ikke bruges sammen.", "Vælg en af dem.")
    if leave_conflicts and not apply:
        raise WrongCall("--leave-conflicts kan kun bruges sammen med --apply.", "Tilføj --apply, eller udelad valget.")
    if interactive and not (sys.stdin.isatty() and sys.stdout.isatty()):
        hint = "Kør kommandoen i et terminalvindue, eller brug --apply."
        raise WrongCall("--interactive spørger undervejs og kan kun bruges i en terminal.", hint)


def _show(taken: "TakenBack", *, as_json: bool) -> None:
    if as_json:
        print_json(taken.as_json())
        return
    from renderer.cli.taken_text import show_taken

    show_findings(taken.findings)
    show_taken(taken)


def _apply(taken: "TakenBack", *, as_json: bool, leave_conflicts: bool) -> None:
    if not as_json:
        _show(taken, as_json=False)
    held_up = any(finding.stops for finding in taken.findings)
    if held_up or (taken.conflicts and not leave_conflicts):
        if as_json:
            _show(taken, as_json=True)
        hint = "Ret det, der er nævnt som fejl, eller brug --interactive." if held_up else _GO_ON
        print(f"Ingen rettelser er skrevet i sagen. {hint}", file=sys.stderr)
        raise typer.Exit(1)
    if as_json:
        _apply_as_json(taken)
    else:
        _tell(_written(taken, taken.changes))


def _apply_as_json(taken: "TakenBack") -> None:
    """Write, and print what came back with everything that was found on the way."""
    try:
        findings, code = _written(taken, taken.changes).findings, 0
    except Stopped as stopped:
        findings, code = stopped.findings, stopped.exit_code
    print_json(replace(taken, findings=(*taken.findings, *findings)).as_json())
    raise typer.Exit(code)


def _written(taken: "TakenBack", changes: "Mapping[Field, str]") -> "Written":
    from renderer.journeys.take_back import write_changes

    return write_changes(taken, changes)


def _ask(taken: "TakenBack") -> None:
    from renderer.cli.taken_questions import asked

    show_findings(taken.findings)
    answers = asked(taken)
    if answers.changes:
        _tell(_written(taken, answers.changes))
    else:
        print("Ingen rettelser er skrevet i sagen.")
    if answers.open:
        print(f"{answers.open} er ikke besvaret. Kør kommandoen igen for at tage dem.")
        raise typer.Exit(1)


def _tell(written: "Written") -> None:
    show_findings(written.findings)
    if not written.files:
        print("Der er ikke noget nyt at skrive i sagen.")
    for path in written.files:
        print(f"Rettet: {path}")
