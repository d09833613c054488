"""The letterhead of a PDF file's first page, which stands in a column of its own beside the letter."""

import itertools
from collections.abc import Sequence

from renderer.readers.earlier.grammar.letterhead import labelled_lines
from renderer.readers.earlier.pdf.furniture import row_text
from renderer.readers.earlier.pdf.lines import Line
from renderer.readers.earlier.pdf.page import Page, Word

_FEWEST = 2
_FARTHEST_LEFT = 0.45
_NEAR = 2.0
_WHITE = 0.8
_FARTHEST_LINES = 5.0

_Row = Sequence[Word]


def parted(page: Page, rows: Sequence[_Row]) -> tuple[list[_Row], list[_Row]]:
    """The rows of the letterhead and those of the letter; the first is empty where no column holds labels."""
    tails = [(number, tail) for number, row in enumerate(rows) for tail in _tails(row)]
    labelled = [
        (number, tail)
        for number, tail in tails
        if tail[0].left > _FARTHEST_LEFT * page.width and labelled_lines(row_text(tail))
    ]
    if len(labelled) < _FEWEST:
        return [], list(rows)
    left = min(tail[0].left for _, tail in labelled)
    aside = {number: tail for number, tail in tails if abs(tail[0].left - left) < _NEAR}
    close = _close_to({number for number, _ in labelled}, aside)
    head = [aside[number] for number in sorted(close)]
    letter = [row[: len(row) - len(aside[number])] if number in close else row for number, row in enumerate(rows)]
    return head, [row for row in letter if row]


def _tails(row: _Row) -> list[_Row]:
    """What a row holds from each place on where wide white stands before a word."""
    white = (word.left - before.right > _WHITE * word.size for before, word in itertools.pairwise(row))
    return [row, *(row[position:] for position, is_white in enumerate(white, 1) if is_white)]


def _close_to(labelled: set[int], aside: dict[int, _Row]) -> set[int]:
    """The lines of the column that stand near the labelled ones, up and down, without a wide gap."""
    close: set[int] = set()
    for order in (sorted(aside), sorted(aside, reverse=True)):
        last: _Row | None = None
        for number in order:
            row = aside[number]
            near = last is not None and abs(row[0].baseline - last[0].baseline) < _FARTHEST_LINES * row[0].size
            if number in labelled or near:
                close.add(number)
                last = row
            else:
                last = None
    return close


def labelled_groups(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The lines of a letterhead, parted where one begins with a label."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not labelled_lines(line.text):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [tuple(group) for group in groups]
