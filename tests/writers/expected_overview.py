"""The structure that the overview must have in a PDF, said from its blocks alone."""

from collections.abc import Iterable

from renderer import vocabulary
from renderer.edition.overview.blocks import (
    Count,
    CountLine,
    CountTable,
    ItemList,
    Mark,
    Overview,
    Strip,
    StripGroup,
    Told,
)
from renderer.model.smiley import Smiley

Expected = tuple[str, list["Expected | str"]]
"""A role with the elements and words below it."""

FACES = {
    Smiley.HAPPY: vocabulary.HAPPY_FACE,
    Smiley.NEUTRAL: vocabulary.NEUTRAL_FACE,
    Smiley.SAD: vocabulary.SAD_FACE,
}
_MARKS = {mark: FACES[Smiley(mark.value)] for mark in (Mark.HAPPY, Mark.NEUTRAL, Mark.SAD)} | {Mark.OPEN: "–"}
_FIGURE: Expected = ("Figure", [])


def squeezed(text: str) -> str:
    return "".join(text.split())


def _leaf(role: str, text: str) -> Expected:
    words = squeezed(text)
    return role, [words] if words else []


def expected_overview(overview: Overview) -> Expected:
    kids: list[Expected | str] = [_leaf("H2", overview.heading), _leaf("P", overview.note)]
    kids += [_leaf("P", words) for words in overview.opening]
    kids.append(_legend(overview))
    for table in overview.counts:
        kids += _counts(table)
    kids += _counts(overview.over_time) if overview.over_time else []
    kids.append(_strip(overview.strip))
    for listed in overview.lists:
        kids += _listed(listed)
    kids.append(_leaf("P", overview.end))
    return "Sect", kids


def figures(overview: Overview) -> list[str]:
    """What the figures say, in order."""
    said = ["udfyldt", "skråt skraveret", "lodret skraveret", "tomt"]
    marks = (Mark.HAPPY, Mark.NEUTRAL, Mark.SAD, Mark.OPEN)
    texts = [said[marks.index(word.mark)] for word in overview.legend]
    for table in (*overview.counts, *([overview.over_time] if overview.over_time else [])):
        for line in (*table.lines, *([table.total] if table.total else [])):
            texts += [line.effort_spoken] if line.effort.total else []
            texts += [line.finances_spoken] if table.finances_marks and line.finances and line.finances.total else []
    return texts


def _legend(overview: Overview) -> Expected:
    kids: list[Expected | str] = [squeezed(f"{overview.legend_label}:")]
    for word in overview.legend:
        kids += [_FIGURE, _mark(word.mark), squeezed(word.word)]
    return "P", kids


def _mark(mark: Mark) -> Expected:
    return "Span", [_MARKS[mark]] if mark in _MARKS else []


def _lead(anchor: str | None, words: str) -> Expected:
    return ("TH", [("Link", [squeezed(words)])]) if anchor else _leaf("TH", words)


def _table(head: Iterable[Expected], rows: Iterable[list[Expected]]) -> Expected:
    body: list[Expected | str] = [("TR", list(row)) for row in rows]
    return "Table", [("THead", [("TR", list(head))]), ("TBody", body)]


def _counts(table: CountTable) -> list[Expected]:
    head = [_leaf("TH", table.label_label), _leaf("TH", table.effort_label), *_heads(table.effort_marks)]
    if table.finances_marks:
        head += [_leaf("TH", table.finances_label), *_heads(table.finances_marks)]
    head += [_leaf("TH", table.since_label)] if table.since_label else []
    lines = (*table.lines, *([table.total] if table.total else []))
    return [_leaf("H3", table.heading), _table(head, (_count_row(table, line) for line in lines))]


def _heads(marks: tuple[Mark, ...]) -> list[Expected]:
    return [("TH", [_mark(mark)]) for mark in marks]


def _count_row(table: CountTable, line: CountLine) -> list[Expected]:
    cells = [_lead(line.anchor, line.label), *_counted(line.effort, table.effort_marks)]
    if table.finances_marks:
        cells += _counted(line.finances, table.finances_marks)
    return cells + ([_leaf("TD", line.since)] if table.since_label else [])


def _counted(count: Count | None, marks: tuple[Mark, ...]) -> list[Expected]:
    bar: Expected = ("TD", [_FIGURE] if count and count.total else [])
    return [bar, *(_leaf("TD", str(count.of(mark)) if count else "") for mark in marks)]


def _strip(strip: Strip) -> Expected:
    return "Sect", [_leaf("H3", strip.heading), ("Sect", [_group(strip, group) for group in strip.groups])]


def _group(strip: Strip, group: StripGroup) -> Expected:
    head: list[Expected] = [_leaf("TH", group.heading)]
    head += [("TH", [("Span", [column.label])]) for column in strip.columns]
    rows = (
        [_lead(line.anchor, line.heading), *(("TD", [_mark(mark)]) for mark in (*line.effort, line.finances))]
        for line in group.lines
    )
    return _table(head, rows)  # type: ignore[arg-type]


def _listed(listed: ItemList) -> list[Expected]:
    heading = _leaf("H3", listed.heading)
    if not listed.items:
        return [heading, _leaf("P", listed.empty)]
    rows = (
        [
            _lead(item.anchor, item.heading),
            _leaf("TD", item.centre),
            _leaf("TD", item.about),
            *([_told(item.before)] if item.before else []),
            _told(item.now),
        ]
        for item in listed.items
    )
    return [heading, _table((_leaf("TH", label) for label in listed.labels), rows)]


def _told(said: Told) -> Expected:
    return "TD", [_mark(said.mark), *([squeezed(said.time)] if said.time else [])]
