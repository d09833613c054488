"""Whether a row fits on a page: an estimate on the safe side, since only Word knows where its lines break."""

from renderer.model.prose import Prose

# Verdana at 8.5 pt with the style's leading, in twentieths of a point: the height of a line and the width of a letter.
_LINE = 274
_LETTER = 96
_SPACE_AFTER = 60
_CELL_PADDING = 230
# What a heading row, the table's lines and the cell's own padding take of the page.
_TAKEN = 900


class Fitting:
    """Estimates for the rows of tables with these columns on a page of this height (twentieths of a point)."""

    def __init__(self, page_height: int, widths: list[int]) -> None:
        self._room = page_height - _TAKEN
        self._letters = [max(1, (width - _CELL_PADDING) // _LETTER) for width in widths]

    def fits(self, first: tuple[Prose, ...], second: tuple[Prose, ...], lines: int = 0) -> bool:
        """Whether texts in the first two columns fit below a heading row; `lines` stand over the second."""
        heights = (self._height(first, 0), lines * _LINE + self._height(second, 1))
        return max(heights) <= self._room

    def _height(self, texts: tuple[Prose, ...], column: int) -> int:
        letters = self._letters[column]
        paragraphs = [line for text in texts if text for line in text.plain.split("\n")]
        lines = sum(1 + len(line) // letters for line in paragraphs)
        return lines * _LINE + len(paragraphs) * _SPACE_AFTER
