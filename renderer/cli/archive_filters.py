"""The options that pick out editions in the archive, the same for every command that takes them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    import datetime

    from renderer.archive.record import Wanted

CASE_ID: Any = typer.Option(None, "--case-id", metavar="SAGSID", help="Kun sagen med dette sagsid.")
COMMITTEE: Any = typer.Option(None, "--committee", metavar="NAVN", help="Kun dette udvalg.")
FOLLOWUP: Any = typer.Option(None, "--followup", min=0, max=4, metavar="NUMMER", help="Kun denne opfølgning.")
SINCE: Any = typer.Option(None, "--since", metavar="DATO", help="Kun udgaver dateret fra denne dag.")
UNTIL: Any = typer.Option(None, "--until", metavar="DATO", help="Kun udgaver dateret til og med denne dag.")
TEXT: Any = typer.Option("", "--text", metavar="TEKST", help="Ord i titlen på udgaven eller et delelement.")

NEWEST: Any = typer.Option(
    False, "--newest", help="Kun den nyeste version af hver udgave, og ikke det, der er trukket tilbage."
)


def wanted(
    case_id: str | None,
    committee: str | None,
    followup: int | None,
    since: str | None,
    until: str | None,
    text: str,
    newest: bool = False,
    numbers: Iterable[int] = (),
) -> "Wanted":
    """What the options pick out. Raises `WrongCall` for a word that is no date."""
    from renderer.archive.record import Wanted

    return Wanted(case_id, committee, followup, _day(since), _day(until), text, tuple(numbers), newest)


def _day(word: str | None) -> "datetime.date | None":
    from renderer.journeys.typed_day import typed_day

    return None if word is None else typed_day(word)
