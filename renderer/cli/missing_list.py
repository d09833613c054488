"""The chase list on a terminal: the deadlines, a line for each centre, and what each of them owes."""

import datetime
from collections.abc import Iterator

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from renderer.edition import danish
from renderer.edition.titles import item_heading
from renderer.journeys.collecting.missing import CentreState, Chase, Lack

_LACKS = {Lack.SMILEY: "mangler smiley", Lack.STATUS: "mangler statustekst", Lack.TEXT: "mangler"}


def missing_parts(chased: Chase) -> Iterator[RenderableType]:
    """What is printed, one below the other."""
    yield Text(f"Frist for indberetning: {_until(chased, chased.deadline.reporting)}")
    yield Text(f"Udvalgsmøde: {_until(chased, chased.deadline.meeting)}")
    yield _table(chased)
    for centre in chased.centres:
        if centre.owed:
            yield from _owed(centre)


def _until(chased: Chase, day: datetime.date | None) -> str:
    days = chased.days_to(day)
    if day is None or days is None:
        return "står ikke i sagen"
    return f"{danish.long_date(day)} ({_in_days(days)})"


def _in_days(days: int) -> str:
    if days == 0:
        return "i dag"
    number = f"{abs(days)} {'dag' if abs(days) == 1 else 'dage'}"
    return f"om {number}" if days > 0 else f"for {number} siden"


def _table(chased: Chase) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("Center", overflow="fold")
    of_plan = chased.followup == 0
    for heading in ("Skrevet", "Mangler tekst") if of_plan else ("Meldt", "Mangler smiley", "Mangler tekst"):
        table.add_column(heading, justify="right")
    for one in chased.centres:
        lacks = (one.without_text,) if of_plan else (one.without_smiley, one.without_status)
        numbers = tuple(map(len, lacks))
        cells = [Text(str(number), style="red" if number else "dim") for number in numbers]
        table.add_row(Text(one.centre), f"{one.reported} af {one.asked}", *cells)
    return table


def _owed(centre: CentreState) -> Iterator[Text]:
    yield Text(centre.centre, style="bold")
    for owed in centre.owed:
        yield Text(f"  {item_heading(owed.item)}, {owed.about}: {_LACKS[owed.lack]}")
