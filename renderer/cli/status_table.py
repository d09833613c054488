"""The smileys of a case as a table on a terminal, in colour."""

from rich import box
from rich.table import Table
from rich.text import Text

from renderer.cli.plain_signs import shown
from renderer.edition.titles import followup_name, item_heading
from renderer.journeys.status import StatusRow
from renderer.model.checkpoint import Checkpoint
from renderer.model.item import Item
from renderer.model.smiley import Smiley
from renderer.vocabulary import HAPPY_FACE, NEUTRAL_FACE, SAD_FACE

_FACES = {
    Smiley.HAPPY: (f"{HAPPY_FACE} glad", "green"),
    Smiley.NEUTRAL: (f"{NEUTRAL_FACE} mellem", "yellow"),
    Smiley.SAD: (f"{SAD_FACE} sur", "red"),
}


_MISSING = Text("mangler", style="bold magenta")


def status_table(rows: list[StatusRow]) -> Table:
    """One line an item under its chapter; a smiley is missing where one is due, and a dash where none is."""
    # One space beside the box's own leaves the titles room for their long words on a terminal of 80 columns.
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in ("Nummer", "Titel", "1.", "2.", "3.", "31.12.", "Økonomi"):
        table.add_column(shown(heading), overflow="fold")
    chapter = ""
    for row in rows:
        if row.chapter != chapter:
            table.add_row("", Text(shown(row.chapter), style="bold"))
            chapter = row.chapter
        given = zip(Checkpoint, row.smileys, strict=True)
        faces = [_MISSING if point in row.missing else _face(smiley) for point, smiley in given]
        table.add_row(row.item.number or "", shown(row.item.title), *faces, _face(row.finances))
    return table


def gone_lines(items: list[Item]) -> Text:
    """The items that are given up, each with the follow-up that says so, under their number."""
    lines = [f"Udgået: {len(items)}"]
    for item in items:
        when = f" ({followup_name(item.given_up.followup).lower()})" if item.given_up else ""
        lines.append(f"  {item_heading(item)}{when}")
    return Text("\n".join(lines))


def _face(smiley: Smiley | None) -> Text:
    if smiley is None:
        return Text("–", style="dim")
    words, colour = _FACES[smiley]
    return Text(shown(words), style=colour)
