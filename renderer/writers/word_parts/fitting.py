"""Whether a row fits on a page: an estimate, since only Word knows where its lines break.

A row that fits is kept on one page. One that does not must be free to go over: Word would move it to the next page
first, and leave the rest of this one empty. The measures are Verdana's at 8.5 pt in the styles of table text, a little
on the safe side, in twentieths of a point.
"""

from renderer.model.prose import Prose

_LINE = 228
_LETTER = 92
_SPACE_AFTER = 60
_CELL_MARGINS = 230
# What a heading row of two lines, the row's own padding and a mark of a draft take of the page.
_TAKEN = 1100


class Fitting:
    """Estimates for the rows of tables with these columns on a page of this height."""

    def __init__(self, page_height: int, widths: list[int]) -> None:
        self._room = page_height - _TAKEN
        self._letters = [max(1, (width - _CELL_MARGINS) // _LETTER) for width in widths]

    def fits(self, first: tuple[Prose, ...], second: tuple[Prose, ...], lines: int = 0) -> bool:
        """Whether texts in the first two columns fit below a heading row; `lines` stand over the second."""
        heights = (self._height(first, 0), lines * _LINE + self._height(second, 1))
        return max(heights) <= self._room

    def _height(self, texts: tuple[Prose, ...], column: int) -> int:
        letters = self._letters[column]
        paragraphs = [line for text in texts if text for line in text.plain.split("\n")]
        lines = sum(1 + len(line) // letters for line in paragraphs)
        return lines * _LINE + len(paragraphs) * _SPACE_AFTER
