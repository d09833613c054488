"""How high a row must be for its wrapped texts: an estimate, since only the program that opens the file knows fonts.

Written as a row's height without saying that somebody chose it, so that the row still grows with what is typed.
"""

from collections.abc import Iterable
from math import ceil

_LINE = 13.5
_PADDING = 4.0
_HIGHEST = 409.0
_ROOM = 1.04
"""Characters of a line take this much of a column's width in characters, word ends included."""


def row_height(cells: Iterable[tuple[str, float]], fewest: int = 1, line: float = _LINE) -> float:
    """The height in points for texts in columns of a width in characters; never more than Excel's limit."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(max(lines, fewest) * line + _PADDING, _HIGHEST)


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(part) * _ROOM / width)) for part in text.split("\n"))
