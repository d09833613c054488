"""Where the columns of a table stand on a page of a PDF file, as the words of its heading row tell.

The years say where: an amount belongs to the column that it begins under, ends under or is centred under, if no other
one is nearly as close.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from renderer.readers.earlier.pdf.page import Word

_COLUMN_GAP = 1.2
_APART = 2.0
_SURELY = 0.6
_ROUNDED = 3.0
_NOTE = re.compile(r"bemærk|anmærk|\bnoter?\b", re.IGNORECASE)

_Row = Sequence[Word]


@dataclass(frozen=True)
class FigureColumns:
    """Where the columns of amounts stand, from left to right; `start` is where the first one begins.

    The last one may hold words instead: it is the column of `notes`. In our `own` files amounts never stand farther
    right than the heading of their column, and may stand farther left, since they stand on the comma.
    """

    lefts: tuple[float, ...]
    rights: tuple[float, ...]
    start: float
    notes: bool = False
    own: bool = False

    def is_note(self, word: Word) -> bool:
        """Whether a word stands in the column of notes."""
        return self.notes and word.left > self.lefts[-1] - word.size / 2

    def of(self, word: Word) -> int | None:
        """The column of an amount, or `None` where two are about as near."""
        if self.own:
            return next((n for n, right in enumerate(self.rights) if word.right <= right + _ROUNDED), None)
        near = sorted((self._distance(word, n), n) for n in range(len(self.lefts)))
        if len(near) > 1 and near[0][0] > _SURELY * near[1][0]:
            return None
        return near[0][1]

    def nearest(self, word: Word) -> int:
        """The column that a word stands nearest to."""
        return min(range(len(self.lefts)), key=lambda n: self._distance(word, n))

    def _distance(self, word: Word, column: int) -> float:
        left, right = self.lefts[column], self.rights[column]
        middle = (left + right) / 2
        return min(abs(word.left - left), abs(word.right - right), abs(word.middle - middle))


def columns_under(years: Sequence[Word], rows: Sequence[_Row], *, own: bool) -> FigureColumns:
    """The columns under the years, and those under the words behind the last one."""
    behind: list[list[Word]] = []
    for row in rows:
        for cluster in clusters([word for word in row if word.left > years[-1].right], _COLUMN_GAP):
            same = [words for words in behind if _overlap(words, cluster)]
            if same:
                same[0] += cluster
            else:
                behind.append(cluster)
    heads = [*([year] for year in years), *sorted(behind, key=lambda words: words[0].left)]
    lefts = tuple(min(word.left for word in words) for words in heads)
    rights = tuple(max(word.right for word in words) for words in heads)
    step = min(after - before for before, after in pairwise(lefts))
    notes = bool(_NOTE.search(" ".join(word.text for word in heads[-1])))
    if own:
        return FigureColumns(lefts, rights, rights[0] - (rights[1] - rights[0]), notes, own=True)
    return FigureColumns(lefts, rights, lefts[0] - (step - (rights[0] - lefts[0])) / 2, notes)


def _overlap(words: Sequence[Word], others: Sequence[Word]) -> bool:
    return words[0].left < others[-1].right and others[0].left < words[-1].right


def clusters(row: _Row, gap: float = _APART) -> list[list[Word]]:
    """The words of a line in groups that stand far apart."""
    groups: list[list[Word]] = []
    for word in row:
        if groups and word.left - groups[-1][-1].right < gap * word.size:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups
