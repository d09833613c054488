"""Text outside the tables of a PDF file: its edges, and which sizes of letters are headings."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from renderer.readers.earlier.pdf.lines import Line
from renderer.readers.earlier.pdf.paragraphs import Column

_HEADING = 1.12
_DEEPEST = 6


@dataclass
class FreeText:
    """Neighbouring lines outside the tables, on pages of one width; `aside` marks those of the letterhead."""

    width: float
    aside: bool = False
    lines: list[Line] = field(default_factory=list)


class FreeTexts:
    """All text outside the tables. `tabled` are the lines in tables, by the width of their pages."""

    def __init__(self, texts: Sequence[FreeText], tabled: Iterable[tuple[float, Line]]) -> None:
        # Text of another size may be set in another width, as an overview is beside introductions.
        self._rights: dict[int, dict[float, float]] = {}
        letters: dict[int, Counter[float]] = {}
        for width, line in (*((text.width, line) for text in texts for line in text.lines), *tabled):
            letters.setdefault(round(width), Counter())[line.size] += len(line.text)
        self._usual = {width: sizes.most_common(1)[0][0] for width, sizes in letters.items()}
        for text in (text for text in texts if not text.aside):
            rights = self._rights.setdefault(round(text.width), {})
            for line in text.lines:
                rights[line.size] = max(line.right, rights.get(line.size, 0.0))
        self._levels = self._heading_levels(texts)

    def column(self, text: FreeText) -> Column:
        """The lines of a text with the edges that all such text has."""
        usual = self._usual[round(text.width)]
        headings = {size: level for size, level in self._levels.items() if size > _HEADING * usual}
        left = min(line.left for line in text.lines)
        return Column(tuple(text.lines), left, rights=self._rights[round(text.width)], headings=headings)

    def _heading_levels(self, texts: Sequence[FreeText]) -> dict[float, int]:
        sizes = {
            line.size
            for text in texts
            if not text.aside
            for line in text.lines
            if line.size > _HEADING * self._usual[round(text.width)]
        }
        return {size: min(level, _DEEPEST) for level, size in enumerate(sorted(sizes, reverse=True), 1)}
