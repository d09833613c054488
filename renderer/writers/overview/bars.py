"""A bar of smileys as shapes: a part for each mark, told apart by its pattern where a printer has no colours.

The patterns are lines that are cut at the part's edges here: a pattern of SVG would become a tiling pattern in the PDF,
a clip path an operator for every part. Nothing is transparent (ISO 19005-2, 6.2.10 asks much of what is).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from renderer.edition.overview.blocks import Count, Mark

HEIGHT = 34
EFFORT_WIDTH = 560
FINANCES_WIDTH = 260
SWATCH_WIDTH = 60
_GAP = 6
_NARROWEST = 14
_STRIPE = 12
_EDGE = 2

PATTERNS = {
    Mark.HAPPY: "udfyldt",
    Mark.NEUTRAL: "skråt skraveret",
    Mark.SAD: "lodret skraveret",
    Mark.OPEN: "tomt",
}
"""What each part looks like, in words."""


@dataclass(frozen=True)
class Segment:
    """A part of a bar in tenths of a millimetre; `lines` is the path of its pattern, empty for a plain one."""

    mark: Mark
    x: float
    width: float
    lines: str

    @property
    def name(self) -> str:
        """The mark's name for the template: `happy`."""
        return self.mark.name.lower()


def bar(count: Count, marks: Sequence[Mark], width: int) -> list[Segment]:
    """The parts of a bar of this width, in the order of the marks; a count of nothing has none."""
    shown = [mark for mark in marks if count.of(mark)]
    if not shown:
        return []
    room = width - _GAP * (len(shown) - 1)
    widths = _widths([count.of(mark) for mark in shown], room)
    edges = [0.0]
    for one in widths:
        edges.append(edges[-1] + one + _GAP)
    return [
        _segment(mark, left, right - left - _GAP) for mark, (left, right) in zip(shown, pairwise(edges), strict=True)
    ]


def swatch(mark: Mark) -> list[Segment]:
    """A single part, for the legend."""
    return [_segment(mark, 0, SWATCH_WIDTH)]


def _widths(counts: list[int], room: float) -> list[float]:
    """Shares of the room; one that would be too narrow to see takes what it lacks from the widest."""
    total = sum(counts)
    widths = [max(_NARROWEST, room * count / total) for count in counts]
    widths[widths.index(max(widths))] -= sum(widths) - room
    return [round(width, 1) for width in widths]


def _segment(mark: Mark, x: float, width: float) -> Segment:
    x, width = round(x, 1), round(width, 1)
    lines = {Mark.NEUTRAL: _diagonals, Mark.SAD: _uprights}.get(mark)
    return Segment(mark, x, width, " ".join(lines(x + _EDGE, x + width - _EDGE)) if lines else "")


def _diagonals(left: float, right: float) -> Iterator[str]:
    top, bottom = _EDGE, HEIGHT - _EDGE
    height = bottom - top
    start = left - height + _STRIPE
    while start < right:
        from_x, to_x = max(start, left), min(start + height, right)
        if from_x < to_x:
            yield f"M{from_x:.1f},{bottom - (from_x - start):.1f}L{to_x:.1f},{bottom - (to_x - start):.1f}"
        start += _STRIPE


def _uprights(left: float, right: float) -> Iterator[str]:
    x = left + _STRIPE / 2
    while x < right - _EDGE:
        yield f"M{x:.1f},{_EDGE}L{x:.1f},{HEIGHT - _EDGE}"
        x += _STRIPE
