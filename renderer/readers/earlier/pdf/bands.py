"""A page of a PDF file cut into bands from the top down: free text, heading rows, text rows, rows with a label.

Where lines are drawn between the rows, they part them; where there are none, the labels do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from renderer.readers.earlier.pdf.grid import Anchor, Grid, Layout
from renderer.readers.earlier.pdf.page import Box, Page, Word

_MIDDLE = 0.35
_SPAN = 0.6
_CLOSE, _OTHER_SIZE = 1.6, 1.08
_SAME_HEIGHT = 2.0
_UNDERLINE = 0.3

_Row = Sequence[Word]


class Kind(Enum):
    """What a band of a page is."""

    FREE = auto()
    HEADING = auto()
    TEXT = auto()
    LABELLED = auto()
    FINANCES = auto()
    MORE = auto()


@dataclass(frozen=True)
class Band:
    """A band of a page and the words in it; `MORE` is a part of a table without a label of its own."""

    kind: Kind
    words: tuple[Word, ...]


def bands(page: Page, rows: Sequence[_Row], layout: Layout, *, in_table: bool, finished: bool) -> list[Band]:
    """The bands of a page that hold words.

    `in_table` says that a table was open at the end of the page before, `finished` that its row on finances had
    begun, so that only what stands beside the labels can belong to it.
    """
    if layout.grid is None:
        return _banded([(Kind.FREE, 0.0)], rows)
    cutter = _Cutter(page, rows, layout.anchors, layout.grid)
    return _banded(cutter.cuts(in_table=in_table, finished=finished), rows)


def _banded(cuts: Sequence[tuple[Kind, float]], rows: Sequence[_Row]) -> list[Band]:
    words: list[list[Word]] = [[] for _ in cuts]
    for row in rows:
        for word in row:
            height = word.baseline - _MIDDLE * word.size
            index = max((number for number, (_, top) in enumerate(cuts) if top <= height), default=0)
            words[index].append(word)
    return [Band(kind, tuple(inside)) for (kind, _), inside in zip(cuts, words, strict=True) if inside]


class _Cutter:
    def __init__(self, page: Page, rows: Sequence[_Row], found: Sequence[Anchor], grid: Grid) -> None:
        self._rows = rows
        self._anchors = found
        self._grid = grid
        self._rules = _spanning([rule for rule in page.rules if not _is_underline(rule, rows)], grid)

    def cuts(self, *, in_table: bool, finished: bool) -> list[tuple[Kind, float]]:
        """Where each band begins, from the top down."""
        cuts: list[tuple[Kind, float]] = []
        open_table, floor = in_table, 0.0
        for number, anchor in enumerate(self._anchors):
            top = self._top(anchor, floor)
            kind = Kind.MORE if open_table and not anchor.is_heading else Kind.FREE
            if number == 0:
                cuts += self._beginning(top, in_table=in_table, finished=finished)
            elif cuts[-1][0] is not Kind.FREE:
                cuts.append((kind, floor))
            following = self._anchors[number + 1] if number + 1 < len(self._anchors) else None
            cuts += self._of(anchor, top, following)
            floor = self._bottom(anchor, cuts[-1][1], following)
            open_table = not anchor.is_finances
            finished = anchor.is_finances
        if not self._anchors:
            return self._beginning(float("inf"), in_table=in_table, finished=finished)
        return [*cuts, (Kind.FREE if finished else Kind.MORE, floor)]

    def _beginning(self, end: float, *, in_table: bool, finished: bool) -> list[tuple[Kind, float]]:
        """What stands above the first row: the rest of a row of the page before, free text, or first one, then both."""
        if not in_table:
            return [(Kind.FREE, 0.0)]
        for row in self._rows:
            if row[0].baseline >= end:
                break
            if self._is_free(row, finished=finished):
                return [(Kind.MORE, 0.0), (Kind.FREE, row[0].baseline - row[0].size)]
        return [(Kind.MORE, 0.0)]

    def _is_free(self, row: _Row, *, finished: bool) -> bool:
        """Whether a row of words cannot belong to the table: a heading, or text below the labels of its last row."""
        first = row[0]
        tabled = [anchor.size for anchor in self._anchors if not anchor.is_heading]
        if first.left > self._grid.borders[0]:
            return False
        return finished or bool(tabled and first.size > _OTHER_SIZE * max(tabled))

    def _of(self, anchor: Anchor, top: float, following: Anchor | None) -> list[tuple[Kind, float]]:
        if not anchor.is_heading:
            return [(Kind.FINANCES if anchor.is_finances else Kind.LABELLED, top)]
        return [(Kind.HEADING, top), (Kind.TEXT, self._heading_end(anchor, following))]

    def _top(self, anchor: Anchor, floor: float) -> float:
        """Where the row of an anchor begins: at the last line drawn above it, or with its own words."""
        drawn = [rule for rule in self._rules if floor <= rule < anchor.baseline - _MIDDLE * anchor.size]
        if not anchor.is_heading:
            return drawn[-1] if drawn and not self._leaves_room(drawn[-1], anchor) else anchor.baseline - anchor.size
        top = anchor.baseline
        for row in reversed([row for row in self._rows if row[0].baseline < anchor.baseline - _SAME_HEIGHT]):
            close = top - row[0].baseline < _CLOSE * anchor.size
            if not close or not _same_size(row[0], anchor) or (drawn and row[0].baseline < drawn[-1]):
                break
            if row[0].baseline < floor:
                break
            top = row[0].baseline
        return top - anchor.size

    def _leaves_room(self, rule: float, anchor: Anchor) -> bool:
        """Whether a label stands so far below the line that something else must stand between."""
        above = [row for row in self._rows if rule < row[0].baseline < anchor.baseline - _SAME_HEIGHT]
        return any(row[0].left < self._grid.borders[0] for row in above)

    def _bottom(self, anchor: Anchor, top: float, following: Anchor | None) -> float:
        """Where the row of an anchor ends: at the first line drawn below, at the next anchor, or with the table."""
        limit = self._top(following, top) if following else float("inf")
        below = max(top, anchor.baseline)
        drawn = next((rule for rule in self._rules if rule > below), None)
        if drawn is not None and drawn <= limit + _SAME_HEIGHT:
            return drawn
        if anchor.is_finances:
            for row in self._rows:
                if row[0].baseline > anchor.baseline + _SAME_HEIGHT and row[0].left < self._grid.borders[0]:
                    return min(limit, row[0].baseline - row[0].size)
        return limit

    def _heading_end(self, anchor: Anchor, following: Anchor | None) -> float:
        limit = following.baseline - following.size if following else float("inf")
        drawn = next((rule for rule in self._rules if anchor.baseline < rule < limit), None)
        if drawn is not None:
            return drawn
        end = anchor.baseline
        bold = any(word.bold for row in self._rows for word in row if abs(row[0].baseline - end) < _SAME_HEIGHT)
        for row in self._rows:
            if row[0].baseline > end + _SAME_HEIGHT:
                if row[0].baseline - end > _CLOSE * anchor.size or row[0].bold != bold or row[0].baseline >= limit:
                    break
                end = row[0].baseline
        return end + (1 - _MIDDLE) * anchor.size / 2


def _is_underline(rule: Box, rows: Sequence[_Row]) -> bool:
    """Whether a line is drawn right below words, from where one begins to where one ends."""
    for row in rows:
        above = [word for word in row if 0 < rule.top - word.baseline < _UNDERLINE * word.size]
        begins = any(abs(word.left - rule.left) < _SAME_HEIGHT for word in above)
        if begins and any(abs(word.right - rule.right) < _SAME_HEIGHT for word in above):
            return True
    return False


def _spanning(rules: Sequence[Box], grid: Grid) -> list[float]:
    """The heights at which lines are drawn over most of the table's width, from the top down."""
    width = grid.lefts[3] - grid.lefts[0]
    level = sorted((rule for rule in rules if rule.width > rule.height), key=lambda rule: rule.top)
    heights: list[float] = []
    together: list[Box] = []
    for rule in [*level, None]:
        if together and (rule is None or rule.top - together[0].top > _SAME_HEIGHT):
            if _covered(together) >= _SPAN * width:
                heights.append(max(one.bottom for one in together))
            together = []
        if rule is not None:
            together.append(rule)
    return heights


def _covered(rules: Sequence[Box]) -> float:
    reached, covered = float("-inf"), 0.0
    for rule in sorted(rules, key=lambda rule: rule.left):
        covered += max(0.0, rule.right - max(reached, rule.left))
        reached = max(reached, rule.right)
    return covered


def _same_size(word: Word, anchor: Anchor) -> bool:
    return 1 / _OTHER_SIZE < word.size / anchor.size < _OTHER_SIZE
