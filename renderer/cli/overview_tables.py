"""The overview on a terminal: tables with bars of characters that can be told apart without colours."""

from collections.abc import Iterator

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from renderer.cli.plain_signs import shown
from renderer.edition.overview.blocks import (
    Count,
    CountLine,
    CountTable,
    GoneItem,
    ItemList,
    ListedItem,
    Mark,
    Overview,
)
from renderer.model.tidying import plain_spaces
from renderer.vocabulary import HAPPY_FACE, NEUTRAL_FACE, SAD_FACE

_BAR = 11
_FINANCES = "Øk.\n"
_DRAWN = {Mark.HAPPY: ("█", "green"), Mark.NEUTRAL: ("▒", "yellow"), Mark.SAD: ("░", "red"), Mark.OPEN: ("·", "dim")}
_FACES = {
    Mark.HAPPY: (HAPPY_FACE, "green"),
    Mark.NEUTRAL: (NEUTRAL_FACE, "yellow"),
    Mark.SAD: (SAD_FACE, "red"),
    Mark.OPEN: ("–", "dim"),
    Mark.NONE: ("", ""),
}


def overview_parts(overview: Overview) -> Iterator[RenderableType]:
    """What is printed, one below the other."""
    for words in overview.opening:
        yield Text(plain_spaces(words))
    yield _legend(overview)
    for table in (*overview.counts, overview.development):
        yield _heading(table.heading)
        yield _counts(table)
    for listed in overview.lists:
        yield _heading(listed.heading)
        yield _listed(listed) if listed.items else Text(listed.empty)
    if overview.gone:
        yield _heading(overview.gone.heading)
        yield Text("\n").join(_gone(item) for item in overview.gone.items)


def _heading(words: str) -> Text:
    return Text(f"\n{words}", style="bold")


def _legend(overview: Overview) -> Text:
    keys = [f"{_DRAWN[word.mark][0]} {word.word.lower()}" for word in overview.legend]
    return Text(f"{overview.legend_label}: {', '.join(keys)}, + bedre, - dårligere", style="dim")


def _counts(table: CountTable) -> Table:
    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    made.add_column(f"\n{table.label_label}", overflow="fold")
    made.add_column(f"\n{table.effort_label}", no_wrap=True)
    for label, marks in (("\n", table.effort_marks), (_FINANCES, table.finances_marks)):
        for mark in marks:
            made.add_column(shown(f"{label}{_FACES[mark][0]}"), justify="right", no_wrap=True)
    if table.since_label:
        made.add_column(f"\n{table.since_label}")
    for line in (*table.lines, *([table.total] if table.total else [])):
        made.add_row(*_cells(table, line), style="bold" if line is table.total else "")
    return made


def _cells(table: CountTable, line: CountLine) -> Iterator[Text]:
    yield Text(shown(plain_spaces(line.label)))
    yield _bar(line.effort, table.effort_marks)
    for count, marks in ((line.effort, table.effort_marks), (line.finances, table.finances_marks)):
        for mark in marks:
            yield Text(str(count.of(mark)) if count else "", style=_FACES[mark][1])
    if table.since_label:
        yield Text(_moves(line))


def _moves(line: CountLine) -> str:
    parts = [f"{sign}{number}" for sign, number in (("+", line.better), ("-", line.worse)) if number]
    return " ".join(parts) or plain_spaces(line.since)


def _bar(count: Count, marks: tuple[Mark, ...]) -> Text:
    """`_BAR` characters, shared as the counts are; one that is there has at least one of them."""
    shown = [mark for mark in marks if count.of(mark)]
    if not shown:
        return Text("")
    widths = {mark: max(1, round(_BAR * count.of(mark) / count.total)) for mark in shown}
    widest = max(shown, key=lambda mark: widths[mark])
    widths[widest] += _BAR - sum(widths.values())
    return Text.assemble(*((_DRAWN[mark][0] * widths[mark], _DRAWN[mark][1]) for mark in shown))


def _listed(listed: ItemList) -> Text:
    """A line for each item, since titles are too long for columns."""
    return Text("\n").join(_item(item) for item in listed.items)


def _gone(item: GoneItem) -> Text:
    return Text(plain_spaces(f"  {item.heading} ({item.when}): {item.reason}"))


def _item(item: ListedItem) -> Text:
    told = (*([item.before] if item.before else []), item.now)
    faces = Text(" → ").join(Text(_FACES[one.mark][0], style=_FACES[one.mark][1]) for one in told)
    about = f"{item.about.lower()}, {item.now.time}" if item.now.time else item.about.lower()
    centre = f" ({item.centre})" if item.centre else ""
    return Text("  ").append(faces).append(plain_spaces(f"  {item.heading}{centre}: {about}"))
