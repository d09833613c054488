"""Which row of which table in a returned draft is which row of which item.

By the marks of the fields in it; else by the words in it: the heading, the label and the time, the place in the table.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum

from renderer.readers.draft.expected import Expected, ExpectedItem, FixedLine, comparable
from renderer.readers.draft.seen import SeenCell, SeenRow, SeenTable
from renderer.readers.draft.span import accepted_text

_LEAST_SHARE = 0.3

Position = tuple[int, int]
"""The numbers of an item and of a row in it, from 0."""


class Oddity(Enum):
    """What is wrong with a row or a table that was found."""

    NEW_ROW = "new row"
    NEW_TABLE = "new table"
    SECOND_ROW = "second row"
    SECOND_TABLE = "second table"
    DELETED_ROW = "deleted row"
    MOVED_ROW = "moved row"
    MOVED_TABLE = "moved table"


@dataclass(frozen=True, eq=False)
class OddRow:
    """A row, or a table by its first row, that is not as it was sent; `position` is what it is or copies."""

    oddity: Oddity
    row: SeenRow
    position: Position | None
    rows: tuple[SeenRow, ...] = ()


@dataclass
class Found:
    """The rows of the items by position, and what was found beside them."""

    rows: dict[Position, SeenRow] = field(default_factory=dict)
    odd: list[OddRow] = field(default_factory=list)


def find_rows(tables: Sequence[SeenTable], expected: Expected) -> Found:
    """Find every row of every item."""
    found = Found()
    items = _items_of_tables(tables, expected)
    for table, item in zip(tables, items, strict=True):
        if item is None:
            if table.rows:
                found.odd.append(OddRow(Oddity.NEW_TABLE, table.rows[0], None, tuple(table.rows)))
        else:
            _TableRows(table, item, expected, found).settle()
    _tell_moved_tables(tables, items, found)
    return found


def words_of(cell: SeenCell) -> str:
    """The accepted words of a cell, comparable."""
    return comparable(" ".join(accepted_text(paragraph.spans) for paragraph in cell.paragraphs()))


def marks_of(row: SeenRow) -> set[str]:
    """The marks of the fields that have a part in the row."""
    return {mark for paragraph in row.paragraphs() for mark in paragraph.owners}


def _items_of_tables(tables: Sequence[SeenTable], expected: Expected) -> list[int | None]:
    """The item of each table: by marks, else by its first row, else by its words; without marks each item once."""
    items = [_by_marks(table, expected) for table in tables]
    taken = {item for item in items if item is not None}
    by_heading: dict[str, list[int]] = {}
    for number, item in enumerate(expected.items):
        by_heading.setdefault(item.heading, []).append(number)
    for at, table in enumerate(tables):
        if items[at] is None and table.rows and table.rows[0].cells:
            heading = words_of(table.rows[0].cells[0])
            items[at] = next((number for number in by_heading.get(heading, ()) if number not in taken), None)
            taken.update({items[at]} - {None})  # type: ignore[arg-type]
    for at, table in enumerate(tables):
        if items[at] is None:
            items[at] = _by_words(table, expected, taken)
            taken.update({items[at]} - {None})  # type: ignore[arg-type]
    return items


def _by_marks(table: SeenTable, expected: Expected) -> int | None:
    counted = Counter(expected.rows[mark][0] for row in table.rows for mark in marks_of(row) if mark in expected.rows)
    return counted.most_common(1)[0][0] if counted else None


def _by_words(table: SeenTable, expected: Expected, taken: set[int]) -> int | None:
    """The item that has most of its sent lines in the table, if that is a good part of them."""
    words = {line for row in table.rows for cell in row.cells for line in _lines(cell)}
    if not words:
        return None
    free = [number for number in range(len(expected.items)) if number not in taken]
    shares = [(_share(expected.items[number], words), -number) for number in free]
    best, number = max(shares, default=(0.0, 0))
    return -number if best >= _LEAST_SHARE else None


def _share(item: ExpectedItem, words: set[str]) -> float:
    sent = [comparable(line) for row in item.rows for place in row.places for line in place.field.sent.split("\n")]
    lines = [line for line in sent if " " in line]
    return sum(line in words for line in lines) / len(lines) if lines else 0.0


def _lines(cell: SeenCell) -> Iterator[str]:
    return (comparable(accepted_text(paragraph.spans)) for paragraph in cell.paragraphs())


class _TableRows:
    def __init__(self, table: SeenTable, item: int, expected: Expected, found: Found) -> None:
        self._rows, self._number, self._expected, self._found = table.rows, item, expected, found
        self._item = expected.items[item]

    def settle(self) -> None:
        positions = [self._by_marks(row) for row in self._rows]
        for number, row in enumerate(self._rows):
            if positions[number] is None and not row.deleted:
                positions[number] = self._by_words(number, row, positions)
        if self._is_second(positions):
            at = OddRow(Oddity.SECOND_TABLE, self._rows[0], (self._number, 0), tuple(self._rows))
            self._found.odd.append(at)
            return
        last: Position = (self._number, -1)
        for row, position in zip(self._rows, positions, strict=True):
            self._place(row, position)
            if position is not None and not row.deleted and self._found.rows.get(position) is row:
                if position < last:
                    self._found.odd.append(OddRow(Oddity.MOVED_ROW, row, position))
                last = max(position, last)

    def _is_second(self, positions: Sequence[Position | None]) -> bool:
        known = [position for position in positions if position is not None]
        return len(known) > 1 and all(position in self._found.rows for position in known)

    def _place(self, row: SeenRow, position: Position | None) -> None:
        if row.deleted:
            self._found.odd.append(OddRow(Oddity.DELETED_ROW, row, position))
        elif position is None:
            if any(words_of(cell) for cell in row.cells) or any(p.inserts for p in row.paragraphs()):
                self._found.odd.append(OddRow(Oddity.NEW_ROW, row, (self._number, 0)))
        elif position in self._found.rows:
            self._found.odd.append(OddRow(Oddity.SECOND_ROW, row, position))
        else:
            self._found.rows[position] = row

    def _by_marks(self, row: SeenRow) -> Position | None:
        counted = Counter(self._expected.rows[mark] for mark in marks_of(row) if mark in self._expected.rows)
        return counted.most_common(1)[0][0] if counted else None

    def _by_words(self, number: int, row: SeenRow, positions: Sequence[Position | None]) -> Position | None:
        """The row of this table's item that has these words or this place, unless another row is it."""
        taken = set(positions) | set(self._found.rows)
        free = [at for at in range(len(self._item.rows)) if (self._number, at) not in taken]
        words = [words_of(cell) for cell in row.cells]
        alike = [at for at in free if self._is(at, words)]
        if not alike and len(self._rows) == len(self._item.rows) and number in free:
            alike = [number]
        return (self._number, alike[0]) if alike else None

    def _is(self, at: int, words: Sequence[str]) -> bool:
        expected = self._item.rows[at]
        if at == 0:
            return bool(words) and words[0] == self._item.heading
        if at == 1:
            return self._is_text_row(words)
        if not words or words[0] != expected.label:
            return False
        return not expected.time or expected.time in words[2:]

    def _is_text_row(self, words: Sequence[str]) -> bool:
        labels = {row.label for row in self._item.rows}
        fixed = [part.text for part in self._item.rows[1].cells[1] if isinstance(part, FixedLine)]
        return len(words) > 1 and words[0] not in labels and (not fixed or any(line in words[1] for line in fixed))


def _tell_moved_tables(tables: Sequence[SeenTable], items: Sequence[int | None], found: Found) -> None:
    last = -1
    seen: set[int] = set()
    for table, item in zip(tables, items, strict=True):
        if item is None or item in seen or not table.rows:
            continue
        seen.add(item)
        if item < last:
            found.odd.append(OddRow(Oddity.MOVED_TABLE, table.rows[0], (item, 0)))
        last = max(last, item)
