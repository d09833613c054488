"""Tables of figures and signatures on the pages of a PDF file, where only the places of words tell their columns.

The years of a heading row say where its columns stand (`pdf_columns.py`).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from renderer.model.prose import Paragraph, Prose, Text
from renderer.model.tidying import tidy
from renderer.readers.earlier.pdf.broken_words import is_broken
from renderer.readers.earlier.pdf.furniture import row_text
from renderer.readers.earlier.pdf.lines import Line
from renderer.readers.earlier.pdf.page import Box, Word
from renderer.readers.earlier.signed.closing import PLACE_AND_DATE
from renderer.readers.earlier.signed.pdf_columns import FigureColumns, clusters, columns_under
from renderer.readers.earlier.signed.plain_tables import begins_row, is_group
from renderer.readers.earlier.signed.signatures import is_of_signatures
from renderer.readers.earlier.signed.spaced_cells import AMOUNT
from renderer.readers.earlier.signed.table_head import read_head_line
from renderer.readers.earlier.source import Cell, TableRow
from renderer.readers.earlier.text.hyphens import LineJoiner
from renderer.readers.text.piece import Piece

_AMOUNT = re.compile(AMOUNT)
_YEAR = re.compile(r"20\d\d")
_CLOSE_LINES, _TIGHT_LINES = 3.2, 1.45
_SAME_COLUMN = 12.0
_OTHER_SIZE = 1.08
_KEY_GAP = 0.6
_SOON = 5

_Row = Sequence[Word]


@dataclass
class FigureRow:
    """A row on its way to a `TableRow`: its lines, the words of its label line by line, and its amounts by column.

    `cells_of_label` are the words of each of those lines that stand in its last cell, and `edge` is how far to the
    right such words reach in its table; a heading row and signatures have none. It is not `certain` once one of the
    amounts stands under no column for sure. `notes` stand in the last column.
    """

    label: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    certain: bool = True
    starts_table: bool = False
    cells_of_label: list[_Row] = field(default_factory=list)
    edge: "_Edge | None" = None

    @property
    def has_amounts(self) -> bool:
        """Whether amounts stand in it."""
        return any(self.cells)

    def finished(self, joiner: LineJoiner) -> TableRow:
        """The row with a piece in each cell that holds words."""
        numbers = tuple(line.number for line in self.lines)
        cells = [*self.cells[:-1], self.notes] if self.notes else self.cells
        texts = [joiner.joined(cell) for cell in cells]
        amounts = texts if self.certain else [" ".join(filter(None, texts))]
        place = self.lines[0].place
        made = (self._cell(text, numbers) for text in (joiner.joined(self._label(joiner)), *amounts))
        return TableRow(tuple(made), place, numbers, starts_table=self.starts_table)

    def _label(self, joiner: LineJoiner) -> list[str]:
        """The lines of the label, those joined between which a word was broken."""
        if self.edge is None:
            return self.label
        lines = self.label[:1]
        for (above, below), text in zip(pairwise(self.cells_of_label), self.label[1:], strict=True):
            broken = is_broken(above, below, self.edge.right, joiner)
            lines[-1:] = [lines[-1] + text] if broken else [lines[-1], text]
        return lines

    def _cell(self, text: str, numbers: tuple[int, ...]) -> Cell:
        content = tidy((Text(text),))
        piece = Piece(Prose((Paragraph(content),)), self.lines[0].place, numbers) if content else None
        return Cell((piece,) if piece else ())


@dataclass
class _Edge:
    """How far to the right the labels of a table reach."""

    right: float = 0.0


MakeLine = Callable[[tuple[Word, ...]], Line]
Taken = FigureRow | list[Word]


class FigureTables:
    """Takes the text of one page after another; a table may go on on the next page.

    `tabled` are the tagged blocks in tables, in a file of ours; `None` in any other.
    """

    def __init__(self, tabled: frozenset[int] | None = None) -> None:
        self._tabled = tabled
        self._columns: FigureColumns | None = None
        self._edge = _Edge()
        self._last: FigureRow | None = None
        self._before: Word | None = None
        self._awaiting: FigureRow | None = None
        self._signing: list[float] | None = None

    def take(self, rows: Sequence[_Row], rules: Sequence[Box], make_line: MakeLine) -> Iterator[Taken]:
        """The text of a page in order: words of running text, and rows of tables."""
        self._before = self._signing = None
        text: list[Word] = []
        yielded: FigureRow | None = None
        heads = _heads(rows, self._tabled)
        inside = {n for head in heads.values() for n in head.rows}
        for number, row in enumerate(rows):
            if number in heads:
                found: FigureRow | None = self._head(heads[number], rows, make_line)
            elif number in inside:
                continue
            else:
                found = self._row(row, rules, make_line, rows[number + 1 :])
            if found is None:
                text += row
                continue
            if text:
                yield text
                text = []
            if found is not yielded:
                yield found
            yielded = found
        if text:
            yield text

    def _row(self, row: _Row, rules: Sequence[Box], make_line: MakeLine, below: Sequence[_Row]) -> FigureRow | None:
        """The row that a line belongs to (perhaps the last one again), or `None` for running text."""
        if PLACE_AND_DATE.fullmatch(row_text(row)):
            self._columns, self._signing = None, _signature_columns(below)
            return None
        if self._tabled is not None and row[-1].tag not in self._tabled:
            self._columns = None
        if self._columns is not None:
            return self._of_table(row, rules, make_line, below)
        if self._signing:
            return self._signature(row, make_line)
        return None

    def _of_table(
        self, row: _Row, rules: Sequence[Box], make_line: MakeLine, below: Sequence[_Row]
    ) -> FigureRow | None:
        """The row that a line of a table belongs to, the words of its column of notes told from the others."""
        assert self._columns is not None
        noted = [word for word in row if self._columns.is_note(word)]
        others = [word for word in row if not self._columns.is_note(word)]
        if noted and not others:
            found = self._last if self._is_near(row) else None
            if found is not None:
                found.lines.append(make_line(tuple(row)))
                self._before = row[0]
        else:
            found = self._of_amounts(others, rules, make_line, below)
        if found is not None and noted:
            found.notes.append(row_text(noted))
        return found

    def _of_amounts(
        self, row: _Row, rules: Sequence[Box], make_line: MakeLine, below: Sequence[_Row]
    ) -> FigureRow | None:
        assert self._columns is not None
        label = [word for word in row if word.right <= self._columns.start or not _is_amount(word, self._columns)]
        amounts = [word for word in row if not any(word is one for one in label)]
        begins = _begins(row_text(label)) if label else False
        wide = bool(label) and label[-1].right > self._columns.rights[0] and not self._is_in_head()
        if not amounts and not begins and (wide or not self._is_near(row) or self._is_of_other_size(row)):
            self._columns = None
            return None
        if not amounts and not begins and self._stands_above_its_key(label, below):
            self._last = self._awaiting = FigureRow(cells=[[] for _ in self._columns.lefts], edge=self._edge)
            self._add(self._last, row, label, amounts, make_line)
            return self._last
        if self._awaiting is not None:
            return self._with_key(row, label, amounts, make_line)
        last = self._last
        ruled = self._before is not None and _has_rule(rules, self._before, row[0])
        goes_on = last is not None and self._before is not None and not begins and not ruled
        if goes_on and last is not None and self._joins(row, last, label, amounts):
            self._add(last, row, label, amounts, make_line)
            return last
        made = FigureRow(cells=[[] for _ in self._columns.lefts], edge=self._edge)
        self._add(made, row, label, amounts, make_line)
        self._last = made
        return made

    def _joins(self, row: _Row, last: FigureRow, label: _Row, amounts: _Row) -> bool:
        """Whether a line goes on in the row above: as its amounts, or as more of a title that is not at its end."""
        if amounts:
            return not last.has_amounts
        assert self._before is not None
        tight = row[0].baseline - self._before.baseline <= _TIGHT_LINES * row[0].size
        keyed = _begins(" ".join(last.label[:1])) and not is_group(" ".join(last.label))
        if last.starts_table:
            return tight and all(word.middle > self._start for word in row)
        return bool(label) and (tight or keyed)

    def _is_of_other_size(self, row: _Row) -> bool:
        """Whether a line is set in larger letters than the table, as a title is."""
        if self._before is None or self._is_in_head():
            return False
        return not 1 / _OTHER_SIZE < row[0].size / self._before.size < _OTHER_SIZE

    def _stands_above_its_key(self, label: _Row, below: Sequence[_Row]) -> bool:
        """Whether a line begins a title whose number stands at half its height, on the next line and farther left."""
        if not label or not below or self._columns is None:
            return False
        following = below[0]
        tight = following[0].baseline - label[0].baseline <= _TIGHT_LINES * label[0].size
        keyed = _begins(row_text([word for word in following if word.right <= self._columns.start]))
        return tight and keyed and label[0].left > following[0].left + label[0].size

    def _with_key(self, row: _Row, label: _Row, amounts: _Row, make_line: MakeLine) -> FigureRow:
        """The row whose title began on the line above, with its number first."""
        made = self._awaiting
        assert made is not None
        key, *rest = clusters(label, _KEY_GAP)
        made.label.insert(0, row_text(key))
        made.cells_of_label.insert(0, key)
        self._add(made, row, [word for cluster in rest for word in cluster], amounts, make_line)
        self._awaiting = None
        return made

    @property
    def _start(self) -> float:
        return self._columns.start if self._columns else 0

    def _is_in_head(self) -> bool:
        return self._last is not None and self._last.starts_table

    def _is_near(self, row: _Row) -> bool:
        if self._before is None:
            return False
        return row[0].baseline - self._before.baseline <= _CLOSE_LINES * max(row[0].size, self._before.size)

    def _head(self, head: "_Head", rows: Sequence[_Row], make_line: MakeLine) -> FigureRow:
        """The heading row of a new table."""
        self._columns, self._signing, self._awaiting = head.columns, None, None
        self._edge = _Edge()
        made = FigureRow(cells=[[] for _ in head.columns.lefts], starts_table=True)
        for number in head.rows:
            self._add(made, rows[number], rows[number], (), make_line)
        made.label = [" ".join(made.label)] if made.label else []
        self._last = made
        return made

    def _add(self, made: FigureRow, row: _Row, label: _Row, amounts: _Row, make_line: MakeLine) -> None:
        assert self._columns is not None
        if made.starts_table:
            for word in label:
                column = self._columns.nearest(word) if word.middle > self._columns.start else None
                (made.label if column is None else made.cells[column]).append(word.text)
        elif label:
            made.label.append(row_text(label))
            made.cells_of_label.append(clusters(label, _KEY_GAP)[-1])
            self._edge.right = max(self._edge.right, label[-1].right)
        for word in amounts:
            column = self._columns.of(word)
            made.certain = made.certain and column is not None and not made.cells[column]
            made.cells[column or 0].append(word.text)
        made.lines.append(make_line(tuple(row)))
        self._before = row[0]

    def _signature(self, row: _Row, make_line: MakeLine) -> FigureRow:
        assert self._signing is not None
        made = FigureRow(cells=[[] for _ in self._signing[1:]])
        for cluster in clusters(row):
            column = min(range(len(self._signing)), key=lambda n: abs(self._signing[n] - cluster[0].left))  # type: ignore[index]
            (made.cells[column - 1] if column else made.label).append(row_text(cluster))
        made.lines.append(make_line(tuple(row)))
        self._last = made
        return made


@dataclass(frozen=True)
class _Head:
    """A heading row: its columns, and the positions of the lines it takes."""

    columns: FigureColumns
    rows: tuple[int, ...]


def _heads(rows: Sequence[_Row], tabled: frozenset[int] | None) -> dict[int, _Head]:
    """The heading rows among lines, by the position of their first line; a file of ours says what is `tabled`."""
    found: dict[int, _Head] = {}
    for number, row in enumerate(rows):
        years = _years(row)
        if not years:
            continue
        first = last = number
        while first > 0 and _is_above(rows[first - 1], rows[first], years, tabled):
            first -= 1
        while last + 1 < len(rows) and _is_of_head(rows[last + 1], rows[last], years):
            last += 1
        numbers = tuple(range(first, last + 1))
        found[first] = _Head(columns_under(years, [rows[n] for n in numbers], own=tabled is not None), numbers)
    return found


def _years(row: _Row) -> list[Word]:
    """The years of a line that heads a table; none in any other."""
    years = [word for word in row if _YEAR.fullmatch(word.text)]
    return years if len(years) > 1 and read_head_line(row_text(row)) else []


def _is_of_head(row: _Row, neighbour: _Row, years: Sequence[Word]) -> bool:
    """Whether a line belongs to a heading row beside it: right above or below it, and all of it over its columns."""
    tight = abs(row[0].baseline - neighbour[0].baseline) <= _TIGHT_LINES * row[0].size
    return tight and not _years(row) and all(word.right > years[0].left and not _is_number(word) for word in row)


def _is_above(row: _Row, neighbour: _Row, years: Sequence[Word], tabled: frozenset[int] | None) -> bool:
    """Whether a line is of the heading row that goes on below it; ours begin their tables, so all above is theirs."""
    if tabled is not None:
        tight = neighbour[0].baseline - row[0].baseline <= _TIGHT_LINES * row[0].size
        return tight and row[-1].tag in tabled and not _years(row)
    return _is_of_head(row, neighbour, years)


def _is_number(word: Word) -> bool:
    return bool(_AMOUNT.fullmatch(word.text))


def _begins(text: str) -> bool:
    """Whether a label begins a row; a number or code may stand alone on its line."""
    return begins_row(text) or begins_row(f"{text} x")


def _is_amount(word: Word, columns: FigureColumns) -> bool:
    return bool(_AMOUNT.fullmatch(word.text)) and word.middle > columns.start


def _has_rule(rules: Sequence[Box], above: Word, below: Word) -> bool:
    """Whether a horizontal line is drawn between two lines of words."""
    return any(
        rule.width > rule.height
        and above.baseline <= rule.top + 1
        and rule.bottom - 1 <= below.baseline - 0.3 * below.size
        and rule.left <= max(above.left, below.left) + 1
        for rule in rules
    )


def _signature_columns(below: Sequence[_Row]) -> list[float] | None:
    """Where the columns of a signature block begin, if there is one right below and it has several.

    Other things stand under a date, too: on a front page a table of contents, with its page numbers far to the right.
    """
    if not any(len(clusters(row)) > 1 and all(map(_signs, clusters(row))) for row in below[:_SOON]):
        return None
    lefts: list[float] = []
    for row in below:
        if _years(row):
            break
        for cluster in clusters(row):
            if all(abs(cluster[0].left - left) > _SAME_COLUMN for left in lefts):
                lefts.append(cluster[0].left)
    return sorted(lefts) if len(lefts) > 1 else None


def _signs(cluster: _Row) -> bool:
    return is_of_signatures(row_text(cluster))
