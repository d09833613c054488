"""The rows and cells of a Word table, and which column each cell stands in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from lxml.etree import _Element

from renderer.readers.word.contents import control_content
from renderer.readers.word.names import W, number, whole

_WRAPPERS = {f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag"}
_DELETED = ("del", "cellDel")
_MOST_COLUMNS = 63


@dataclass(frozen=True)
class GridCell:
    """A cell and where it begins, counted in the table's own measure from the left."""

    element: _Element
    start: int


def rows(table: _Element) -> Iterator[_Element]:
    """The rows of a table, also those in content controls; rows whose deletion was tracked are left out."""
    for row in _within(table, f"{W}tr"):
        if not _is_deleted(row.find(f"{W}trPr")):
            yield row


def cells(table: _Element, row: _Element) -> list[GridCell]:
    """The cells of a row and where they begin, in twentieths of a point if the table tells its columns' widths."""
    edges = [0, *accumulate(_widths(table))]
    column = number(row.find(f"{W}trPr"), "gridBefore") or 0
    found: list[GridCell] = []
    for cell in _within(row, f"{W}tc"):
        properties = cell.find(f"{W}tcPr")
        if not _is_deleted(properties):
            found.append(GridCell(cell, edges[min(column, len(edges) - 1)]))
        column += min(max(number(properties, "gridSpan") or 1, 1), _MOST_COLUMNS)
    return found


def goes_on(cell: _Element) -> bool:
    """Whether the cell only continues the one above it (ECMA-376-1, 17.4.84)."""
    properties = cell.find(f"{W}tcPr")
    merged = properties.find(f"{W}vMerge") if properties is not None else None
    return merged is not None and merged.get(f"{W}val", "continue") == "continue"


def columns(starts: Sequence[int], model: Sequence[int]) -> list[int]:
    """Which column each cell of a row belongs to, where `model` tells where the columns begin.

    A row with as many cells as there are columns has one in each, however its edges were dragged; in a shorter
    one, where cells were joined, each cell takes the free column that begins nearest to it.
    """
    if len(starts) >= len(model):
        return list(range(len(starts)))
    chosen: list[int] = []
    for position, start in enumerate(starts):
        first = chosen[-1] + 1 if chosen else 0
        last = len(model) - (len(starts) - position)
        chosen.append(min(range(first, last + 1), key=lambda column: abs(model[column] - start)))
    return chosen


def _widths(table: _Element) -> list[int]:
    grid = table.iterfind(f"{W}tblGrid/{W}gridCol")
    widths = [whole(column.get(f"{W}w")) for column in grid]
    told = [width for width in widths if width]
    return told if told and len(told) == len(widths) else [1] * _MOST_COLUMNS


def _is_deleted(properties: _Element | None) -> bool:
    return properties is not None and any(properties.find(W + name) is not None for name in _DELETED)


def _within(element: _Element, tag: str) -> Iterator[_Element]:
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag == f"{W}sdt":
            for content in control_content(child):
                yield from _within(content, tag)
        elif child.tag in _WRAPPERS:
            yield from _within(child, tag)
