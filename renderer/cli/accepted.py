"""What comes of warnings that were accepted when an edition was issued: they may be written into `tjek.yaml`.

Without `--remember` whoever sits at a terminal is asked; nobody else is held up.
"""

import sys
from typing import TYPE_CHECKING

import typer

from renderer.cli.output import console
from renderer.errors import WrongCall

if TYPE_CHECKING:
    from collections.abc import Mapping

    from renderer.archive.record import IssuedRound
    from renderer.journeys.case_files import CaseFiles


def require_memory(files: "CaseFiles", by: str, reason: str, accepted: "Mapping[str, str]", *, every: bool) -> None:
    """Raises `WrongCall` where `--remember` cannot be done: told before anything is issued.

    `accepted` are the codes of accepted warnings with their own reasons; `every`: all warnings are accepted.
    """
    from renderer.journeys.issuing.remember import require_room

    if not reason.strip():
        raise WrongCall("Der mangler en begrundelse efter --remember.", "Skriv, hvorfor advarslerne er i orden.")
    if not accepted and not every:
        hint = "Skriv også --accept med en kode, eller --accept-warnings."
        raise WrongCall("--remember kræver, at du accepterer advarsler.", hint)
    require_room(files, by, [reason, *(one for one in accepted.values() if one)])


def offer_memory(files: "CaseFiles", done: "IssuedRound", reason: str | None, *, quiet: bool) -> None:
    """Write what was accepted into the case, where it is wanted; `quiet`: with no word and no question."""
    from renderer.journeys.issuing.remember import accepted_warnings, remember

    accepted = accepted_warnings(done.issued)
    if not accepted:
        return
    count = "Advarslen" if len(accepted) == 1 else f"De {len(accepted)} advarsler"
    if reason is None and not quiet:
        reason = _asked(count)
        if not reason and not on_terminal():
            hint = "Skriv --remember og en begrundelse næste gang, så bliver de skrevet i tjek.yaml."
            hint = hint.replace("bliver de", "bliver den") if len(accepted) == 1 else hint
            console(errors=True).print(f"{count} kommer igen. {hint}")
    for path in remember(files, accepted, reason) if reason else ():
        if not quiet:
            console(errors=True).print(f"{count} er skrevet i {path}.")


def on_terminal() -> bool:
    """Whether somebody can be asked, and sees the question."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked(count: str) -> str:
    """The reason that whoever sits at the terminal gives; empty for no, and where nobody does."""
    if not on_terminal():
        return ""
    words = "den ikke kommer" if count == "Advarslen" else "de ikke kommer"
    question = f"{count} kan skrives i tjek.yaml, så {words} igen. Skriv begrundelsen, eller tryk Enter for nej"
    return str(typer.prompt(question, default="", show_default=False, err=True)).strip()
