"""The rows of a follow-up's tables in a PDF file, put together again where a page's end cut them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from renderer.readers.earlier.pdf.bands import Band, Kind
from renderer.readers.earlier.pdf.grid import Grid
from renderer.readers.earlier.pdf.lines import Line, rows
from renderer.readers.earlier.pdf.page import Word
from renderer.readers.earlier.pdf.paragraphs import Column, Setting, column_pieces
from renderer.readers.earlier.source import Cell, TableRow

# Columns are further apart than words: in sizes of the type.
_NEXT_WORD = 0.45

MakeLine = Callable[[tuple[Word, ...]], Line]


@dataclass
class GriddedRow:
    """A row on its way to a `TableRow`: the lines of each column, from one page or several."""

    kind: Kind
    grid: Grid
    columns: list[list[Line]]
    starts_table: bool = False
    repeated: bool = False

    @property
    def text(self) -> tuple[str, ...]:
        """The words of each cell."""
        return tuple(" ".join(line.text for line in lines) for lines in self.columns)

    def finished(self, setting: Setting) -> TableRow:
        """The row with its cells read."""
        cells = []
        for column, lines in enumerate(self.columns):
            # No line of a heading row was ended on purpose.
            right = self.grid.rights[column] if self.kind is not Kind.HEADING else None
            text = Column(tuple(lines), self.grid.lefts[column], right, is_tabled=True)
            cells.append(Cell(column_pieces(text, setting)))
        numbered = [line for lines in self.columns for line in lines]
        first = min(numbered, key=lambda line: line.number)
        numbers = tuple(sorted(line.number for line in numbered))
        return TableRow(tuple(cells), first.place, numbers, self.starts_table, self.repeated)


@dataclass
class TableRows:
    """The tables as far as the reading has come. `heading` and `last` are the newest rows of the open table."""

    heading: GriddedRow | None = None
    last: GriddedRow | None = None
    _repeated: bool = field(default=False)

    @property
    def is_open(self) -> bool:
        """Whether a table may go on."""
        return self.last is not None

    @property
    def is_finished(self) -> bool:
        """Whether the open table's row on finances has begun."""
        return self.last is not None and self.last.kind is Kind.FINANCES

    def close(self) -> None:
        """Free text has come: no row goes on."""
        self.heading = self.last = None

    def take(self, band: Band, grid: Grid, make_line: MakeLine, *, first_on_page: bool) -> GriddedRow | None:
        """The new row that a band holds, or `None` where it only went on in the last one."""
        row = _gridded(band, grid, make_line)
        if row.kind is Kind.HEADING:
            self._repeated = self.heading is not None and self.heading.text == row.text
            row.repeated, row.starts_table = self._repeated, not self._repeated
            if not self._repeated:
                self.heading = self.last = row
            return row
        goes_on = (row.kind is Kind.MORE and first_on_page) or (row.kind is Kind.TEXT and self._repeated)
        if goes_on and self.last is not None and self.last.kind is not Kind.HEADING:
            for column, more in enumerate(row.columns):
                self.last.columns[column] += more
            return None
        row.starts_table = self.last is None
        self.last = row
        return row


def _gridded(band: Band, grid: Grid, make_line: MakeLine) -> GriddedRow:
    columns: list[list[Word]] = [[] for _ in grid.lefts]
    for row in rows(band.words):
        before: Word | None = None
        column = 0
        for word in row:
            # A line may run a little over its column's edge: a word a space away goes on in the same column.
            if before is None or word.left - before.right >= _NEXT_WORD * word.size:
                column = grid.column(word)
            columns[column].append(word)
            before = word
    return GriddedRow(band.kind, grid, [[make_line(line) for line in rows(words)] for words in columns])


def cells_of(found: Sequence[GriddedRow]) -> list[Sequence[Line]]:
    """The lines of every cell."""
    return [lines for row in found for lines in row.columns if lines]
