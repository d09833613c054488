"""`aftalerapport take-back FOLDER FILE...`: what came back says, and writing it into the case folder."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from renderer.cli.output import print_json, show_findings
from renderer.cli.today import today
from renderer.errors import WrongCall
from renderer.findings import Stopped
from renderer.journeys.case_files import folder_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from renderer.journeys.returned.take_back import TakenBack, Written
    from renderer.model.field import Field

_CONFLICTS = (
    "Tag dem én ad gangen med --interactive, eller lad teksterne i konflikt stå, som de er i sagen, med "
    "--leave-conflicts."
)
_UNREAD = (
    "Ret de steder, der er nævnt som fejl, i filerne, eller slet det, der står der, og kør kommandoen igen. "
    "Eller skriv resten med --leave-unread."
)


def take_back_drafts(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Sagsmappen med aftale.yaml."),
    files: list[Path] = typer.Argument(
        ..., metavar="FIL...", help="Udkast i Word og regneark, som er kommet tilbage, eller en mappe med dem."
    ),
    apply: bool = typer.Option(False, "--apply", help="Skriv alle forslag i sagens filer."),
    leave_conflicts: bool = typer.Option(
        False, "--leave-conflicts", help="Med --apply: Lad tekster i konflikt stå, som de er i sagen."
    ),
    leave_unread: bool = typer.Option(
        False, "--leave-unread", help="Med --apply: Lad det, der er fejl ved, ligge ulæst, og skriv resten."
    ),
    interactive: bool = typer.Option(False, "--interactive", help="Spørg om ét forslag ad gangen, og skriv dem så."),
    summary: Path | None = typer.Option(
        None, "--summary", metavar="FIL", help="Gem en oversigt som Word (.docx) eller HTML (.html) til den, der afgør."
    ),
    as_json: bool = typer.Option(False, "--json", help="Skriv forslag, konflikter og kommentarer som JSON."),
) -> None:
    """Læs udkast og regneark, der er kommet tilbage, og skriv rettelserne i sagen."""
    left = [name for name, chosen in (("conflicts", leave_conflicts), ("unread", leave_unread)) if chosen]
    _require_fitting(apply=apply, left=left, interactive=interactive, as_json=as_json)
    from renderer.journeys.returned.take_back import take_back

    if summary is not None:
        _require_summary_name(summary)
    taken = take_back(folder_files(folder), files)
    if summary is not None:
        _summarise(taken, files, summary, as_json=as_json)
    if interactive:
        _ask(taken)
    elif apply:
        _apply(taken, as_json=as_json, left=left)
    else:
        _show(taken, as_json=as_json)
        if not taken.clear:
            raise typer.Exit(1)


def _require_summary_name(target: Path) -> None:
    from renderer.journeys.returned.summarise import require_summary_name

    require_summary_name(target)


def _summarise(taken: "TakenBack", files: list[Path], target: Path, *, as_json: bool) -> None:
    """Save the summary before anything is written or asked; JSON stays alone on standard output."""
    from renderer.journeys.returned.summarise import write_summary

    path = write_summary(taken, files, today(), target)
    print(f"Oversigten er gemt: {path}", file=sys.stderr if as_json else sys.stdout)


def _require_fitting(*, apply: bool, left: list[str], interactive: bool, as_json: bool) -> None:
    if interactive and (apply or as_json):
        other = "--apply" if apply else "--json"
        raise WrongCall(f"--interactive og {other} kan ikke bruges sammen.", "Vælg en af dem.")
    if left and not apply:
        raise WrongCall(f"--leave-{left[0]} kan kun bruges sammen med --apply.", "Tilføj --apply, eller udelad valget.")
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


def _apply(taken: "TakenBack", *, as_json: bool, left: list[str]) -> None:
    if not as_json:
        _show(taken, as_json=False)
    if hints := list(_held_up(taken, left)):
        if as_json:
            _show(taken, as_json=True)
        print(" ".join(["Ingen rettelser er skrevet i sagen.", *hints]), file=sys.stderr)
        raise typer.Exit(1)
    if as_json:
        _apply_as_json(taken)
    else:
        _tell(_written(taken, taken.changes))


def _held_up(taken: "TakenBack", left: list[str]) -> "Iterator[str]":
    """What to do about each thing that stands in the way."""
    if "unread" not in left and taken.errors:
        yield _UNREAD
    if "conflicts" not in left and taken.conflicts:
        yield _CONFLICTS


def _apply_as_json(taken: "TakenBack") -> None:
    """Write, and print what came back with everything that was found on the way."""
    try:
        findings, code = _written(taken, taken.changes).findings, 0
    except Stopped as stopped:
        findings, code = stopped.findings, stopped.exit_code
    print_json(replace(taken, findings=(*taken.findings, *findings)).as_json())
    raise typer.Exit(code)


def _written(taken: "TakenBack", changes: "Mapping[Field, str]") -> "Written":
    from renderer.journeys.returned.take_back import write_changes

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
