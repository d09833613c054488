"""Write drafts in Word: one edition into a file of the user's name, or a whole round into a folder.

The same drafts as `render --draft` gives: both make them of the same order.
"""

import datetime
from pathlib import Path

from renderer.errors import WrongCall
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.rendering.render_order import DRAFT_FORMAT, DraftOrder, RenderOrder
from renderer.journeys.rendering.render_round import Rendered
from renderer.journeys.typed_day import typed_day
from renderer.journeys.write_files import write_files
from renderer.model.day import HINT

_ENDING = f".{DRAFT_FORMAT}"
_EARLIEST_YEAR, _LATEST_YEAR = 1980, 2199


def draft_order(
    followup: int,
    committee: str | None,
    draft: DraftOrder,
    *,
    whole_round: bool = False,
    centre: str | None = None,
) -> RenderOrder:
    """The order of a draft, or of a round of them; raises `WrongCall` as `RenderOrder` does."""
    return RenderOrder(followup, committee, whole_round, (DRAFT_FORMAT,), draft, centre=centre)


def write_drafts(files: CaseFiles, order: RenderOrder, target: Path) -> Rendered:
    """Write the drafts of a case; `target` is the Word file, or the folder of a whole round.

    Raises `WrongCall` where the target does not fit the order, else as `render_round` does; then no file has been
    written or changed.
    """
    from renderer.journeys.rendering.make_round import make_round

    _require_fitting(order, target)
    content = make_round(files, order, lambda _done, _total: None, None)
    if order.whole_round:
        return Rendered(tuple(write_files(target, content.files)), content.findings)
    (made,) = content.files.values()
    return Rendered(tuple(write_files(target.parent, {target.name: made})), content.findings)


def draft_day(written: str) -> datetime.date:
    """The day of a draft as it was asked for. Raises `WrongCall` for what is no day, or none of our time."""
    day = typed_day(written)
    if not _EARLIEST_YEAR <= day.year <= _LATEST_YEAR:
        raise WrongCall(f"»{written}« er ikke en dato, et udkast kan have.", HINT)
    return day


def _require_fitting(order: RenderOrder, target: Path) -> None:
    if order.whole_round:
        if target.suffix.lower() == _ENDING:
            raise WrongCall(
                "Med --all bliver der et udkast til hvert udvalg, og de kan ikke stå i én fil.",
                "Skriv navnet på en mappe efter -o.",
            )
    elif target.suffix.lower() != _ENDING or target.is_dir():
        raise WrongCall(
            f"Udkastet er en Word-fil, og »{target}« er ikke navnet på en.",
            f"Skriv for eksempel -o {target.stem or 'udkast'}{_ENDING}, eller brug --all, og angiv en mappe.",
        )
