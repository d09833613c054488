"""Tables whose columns stand side by side in the text, as `pdftotext -layout` writes them -> the reading order.

Each row becomes its cells one after another, every line with the number of the line it stood in, so that the reader
of texts in reading order needs to know nothing of columns. A table's columns begin where its heading row's do.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from renderer.readers.earlier.grammar import furniture, labels
from renderer.readers.earlier.grammar.letterhead import CAPITALS, labelled_lines, page_head_date
from renderer.readers.earlier.plain.paragraphs import ENDED
from renderer.readers.text.marks import read_mark

Numbered = tuple[int, str]
"""A line's number and its words."""

_FRAGMENT = re.compile(r"\S+(?: \S+)*")
_ROW = rf"(?:{labels.MILESTONE.pattern}|{labels.FINANCES.pattern})"
_ROW_LABEL = re.compile(_ROW, re.IGNORECASE)
_ROW_LINE = re.compile(rf"\s*{_ROW}\s{{2,}}\S", re.IGNORECASE)
_SLACK = 3
_COLUMNS = 4


@dataclass
class _Row:
    """A row's cells, each with its lines; `label` is what its first cell says, empty for heading and texts."""

    label: str = ""
    is_heading: bool = False
    cells: list[list[Numbered]] = field(default_factory=lambda: [[] for _ in range(_COLUMNS)])
    number: int = 0


def are_in_columns(lines: Sequence[str]) -> bool:
    """Whether a text has tables whose columns stand side by side."""
    return any(_column_starts(line) for line in lines) and any(_ROW_LINE.match(line) for line in lines)


def in_reading_order(lines: Sequence[str]) -> list[Numbered]:
    """The lines of such a text, cell by cell; lines between tables stay where they stood."""
    first = next(n for n, line in enumerate(lines) if _column_starts(line))
    numbered = list(enumerate(lines, start=1))
    unfolder = _Unfolder(_last_of_pages(numbered))
    for number, line in numbered[first:]:
        unfolder.take(number, line)
    unfolder.end()
    return [*_letter(numbered[:first]), *unfolder.lines]


def _last_of_pages(lines: Sequence[Numbered]) -> set[int]:
    """The numbers of the last lines with words above each page's end."""
    found, last = set(), 0
    for number, line in lines:
        if "\f" in line:
            found.add(last)
        last = number if line.strip() else last
    return {*found, last}


def _column_starts(line: str) -> tuple[int, ...]:
    """Where the columns of a heading row begin: title, type, time, smiley; none for another line.

    The type may go on below, or be left out; its column is then found with the first label in it.
    """
    pieces = _pieces(line)
    if len(pieces) < _COLUMNS - 1 or not _ends_heading(pieces[-2][1], pieces[-1][1]):
        return ()
    kind = pieces[-3][0] if len(pieces) >= _COLUMNS else pieces[-2][0]
    return pieces[0][0], kind, pieces[-2][0], pieces[-1][0]


def _ends_heading(time: str, smiley: str) -> bool:
    return bool(labels.TIME_HEADING.fullmatch(time) and labels.SMILEY_HEADING.fullmatch(smiley))


class _Unfolder:
    """Takes the lines from the first table on.

    A heading row that repeats on a new page is held back with what else belongs to the page: the row above goes on
    below it.
    """

    def __init__(self, last_of_pages: Collection[int]) -> None:
        self._last_of_pages = last_of_pages
        self.lines: list[Numbered] = []
        self._starts: tuple[int, ...] = ()
        self._row: _Row | None = None
        self._heading: _Row | None = None
        self._title = ""
        self._held: list[Numbered] = []

    def take(self, number: int, line: str) -> None:
        """Take one line."""
        starts = _column_starts(line)
        if starts:
            self._head(number, line, starts)
        elif self._row is None and self._heading is None:
            self.lines.append((number, _in_one(line)))
        elif not line.strip():
            self._settle_heading()
        elif _belongs_to_page(line):
            self._held.append((number, _in_one(line)))
        elif number in self._last_of_pages and furniture.is_running_foot(_in_one(line)):
            self._hold_foot(number, line)
        else:
            self._cells(number, line)

    def end(self) -> None:
        """Write out the row at hand."""
        self._settle_heading()
        if self._row is not None:
            self.lines += _written(self._row)
        self.lines += self._held
        self._row, self._held = None, []

    def _head(self, number: int, line: str, starts: tuple[int, ...]) -> None:
        self._settle_heading()
        self._starts = starts
        self._heading = _Row(is_heading=True, number=number)
        self._add(number, self._fragments(line), self._heading)

    def _settle_heading(self) -> None:
        """Begin the item of a heading row that is whole by now, or hold the row back where it only repeats."""
        heading, self._heading = self._heading, None
        if heading is None:
            return
        title = " ".join(words for _, words in heading.cells[0])
        if self._row is not None and (labels.CONTINUED.search(title) or title == self._title):
            self._held += [(number, words) for number, words in _written(heading) if words]
            return
        self.end()
        self._title = title
        self.lines += _written(heading)
        self._row = _Row(number=heading.number)

    def _cells(self, number: int, line: str) -> None:
        self._find_second_column(line)
        found = self._fragments(line)
        column, words = found[0]
        begins = column == 0 and bool(_ROW_LABEL.fullmatch(words))
        if self._heading is not None:
            if not begins and not any(labels.is_responsibility(words) for _, words in found):
                self._add(number, found, self._heading)
                return
            self._settle_heading()
        if begins:
            self.end()
            self._row = _Row(words, number=number)
            found = found[1:]
        elif column == 0 and self._row is not None and self._row.label:
            if furniture.is_running_foot(_in_one(line)):
                self._hold_foot(number, line)
                return
            # A row with a label has nothing more below that: the table has ended.
            self.end()
        if self._row is None:
            self.lines.append((number, _in_one(line)))
        else:
            self._add(number, found, self._row)

    def _hold_foot(self, number: int, line: str) -> None:
        """Hold back a foot without a number, which is known later on by the page's end below it."""
        self._held += [(number, _in_one(line)), (number, "\f")]

    def _find_second_column(self, line: str) -> None:
        title, kind, time, smiley = self._starts
        if kind == time:
            labelled = [start for start, words in _pieces(line) if start > title and labels.is_responsibility(words)]
            self._starts = (title, *labelled[:1], time, smiley) if labelled else self._starts

    def _add(self, number: int, found: Sequence[tuple[int, str]], row: _Row) -> None:
        for column, words in found:
            row.cells[column].append((number, words))

    def _fragments(self, line: str) -> list[tuple[int, str]]:
        """The pieces of a line that wide spaces part, each with its column."""
        return [(self._column(start), words) for start, words in _pieces(line.replace("\f", " "))]

    def _column(self, start: int) -> int:
        return max((n for n, left in enumerate(self._starts) if left - _SLACK <= start), default=0)


def _in_one(line: str) -> str:
    """The line's words without the wide spaces between them; the sign that a page begins stays."""
    page = "\f" if "\f" in line else ""
    return page + " ".join(line.split())


def _belongs_to_page(line: str) -> bool:
    words = " ".join(line.split())
    return furniture.is_certain_foot(words) or page_head_date(words) is not None or furniture.is_draft_mark(words)


def _written(row: _Row) -> Iterator[Numbered]:
    """The lines of a row in reading order."""
    first, second, time, smiley = row.cells
    if row.is_heading:
        yield row.number, ""
        yield from first
        yield row.number, " ".join(words for _, words in (*second, *time, *smiley))
        return
    if not row.label:
        for cell in (first, second):
            yield row.number, ""
            yield from _with_gaps(cell)
        return
    yield row.number, ""
    text = list(_with_gaps(second)) or [(row.number, "")]
    yield row.number, f"{row.label} {text[0][1]}".strip()
    yield from text[1:]
    ends = (time[0][0] if time else smiley[0][0]) if time or smiley else 0
    if ends:
        yield ends, " ".join(words for _, words in (*time, *smiley))


def _with_gaps(cell: Sequence[Numbered]) -> Iterator[Numbered]:
    """A cell's lines with an empty one behind a sentence, a label or an entry that stands further off than usual.

    Lines within a sentence may stand further apart, too, where the columns' lines are not level with each other.
    """
    if not cell:
        return
    apart = Counter(below - above for (above, _), (below, _) in pairwise(cell))
    usual = min((distance for distance, count in apart.items() if count == max(apart.values())), default=1)
    yield cell[0]
    for (above, before), (below, words) in pairwise(cell):
        if below - above > usual and (ENDED.search(before) or labels.is_responsibility(before) or read_mark(words)):
            yield below, ""
        yield below, words


def _letter(lines: Sequence[Numbered]) -> list[Numbered]:
    """The first page with its letterhead before the text that it stands beside."""
    labelled = [
        (number, start) for number, line in lines for start, words in _pieces(line)[-1:] if labelled_lines(words)
    ]
    left = min((start for _, start in labelled), default=0) - _SLACK
    last = max((number for number, _ in labelled), default=0) if left > 0 else 0
    beside: list[Numbered] = []
    letterhead: list[Numbered] = []
    for number, line in lines[:last]:
        pieces = _pieces(line)
        right = [words for start, words in pieces if start >= left]
        if right and _is_of_letterhead(right[0]):
            letterhead.append((number, " ".join(right)))
            # By its pieces: the last word before the letterhead may reach into the slack, where a cut would halve it.
            words = " ".join(words for start, words in pieces if start < left)
            beside += [(number, words)] if words else []
        else:
            beside.append((number, _in_one(line)))
    return [*letterhead, (last, ""), *beside, *((number, _in_one(line)) for number, line in lines[last:])]


def _pieces(line: str) -> list[tuple[int, str]]:
    return [(part.start(), part[0]) for part in _FRAGMENT.finditer(line)]


def _is_of_letterhead(words: str) -> bool:
    return bool(labelled_lines(words)) or bool(CAPITALS.fullmatch(words))
