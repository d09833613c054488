"""A person at a returned workbook: finds cells by what is read on the screen, and does what people do to workbooks.

openpyxl is the program in their hands; it shares nothing with the reader under test.
"""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from renderer.journeys.collecting.collect import collected_files, collection
from renderer.model.case import Case

KEY = "Nøgle"


def workbooks(case: Case, followup: int, *, all_in_one: bool = False) -> dict[str, bytes]:
    """The workbooks of a round by their names."""
    return collected_files(list(collection(case, followup, all_in_one=all_in_one)))


@dataclass
class Hand:
    """An open workbook."""

    book: Workbook
    sheet: Worksheet

    @classmethod
    def opening(cls, content: bytes, sheet: str = "Opfølgning") -> "Hand":
        """Open the bytes at a sheet."""
        book = load_workbook(BytesIO(content), rich_text=True)
        return cls(book, book[sheet])

    def saved(self) -> bytes:
        """The bytes after saving."""
        content = BytesIO()
        self.book.save(content)
        return content.getvalue()

    @property
    def head(self) -> int:
        """The row of headings."""
        return next(row for row in range(1, 30) if self.sheet.cell(row, self.column_in(row, KEY) or 1).value == KEY)

    def column_in(self, row: int, heading: str) -> int | None:
        """The column of a heading in a row."""
        columns = range(1, self.sheet.max_column + 1)
        return next((one for one in columns if self.sheet.cell(row, one).value == heading), None)

    def column(self, heading: str) -> int:
        """The column of a heading."""
        found = self.column_in(self.head, heading)
        assert found, heading
        return found

    def rows(self) -> Iterator[int]:
        """The rows with a key."""
        column = self.column(KEY)
        for row in range(self.head + 1, self.sheet.max_row + 1):
            if self.sheet.cell(row, column).value:
                yield row

    def row(self, key_ending: str) -> int:
        """The row whose key ends so."""
        column = self.column(KEY)
        return next(row for row in self.rows() if str(self.sheet.cell(row, column).value).endswith(key_ending))

    def cell(self, row: int, heading: str) -> Any:
        """The cell under a heading."""
        return self.sheet.cell(row, self.column(heading))

    def name(self, row: int, heading: str) -> str:
        """The cell's name."""
        return str(self.cell(row, heading).coordinate)

    def type(self, row: int, heading: str, value: Any) -> None:
        """Type into a cell."""
        self.cell(row, heading).value = value

    def note(self, row: int, heading: str, text: str, author: str = "Bo") -> None:
        """Put a note at a cell."""
        self.cell(row, heading).comment = Comment(text, author)

    def values(self, row: int) -> list[Any]:
        """What stands in the cells of a row."""
        return [copy(self.sheet.cell(row, column).value) for column in range(1, self.sheet.max_column + 1)]

    def put(self, row: int, values: Sequence[Any]) -> None:
        """Put values into the cells of a row."""
        for column, value in enumerate(values, 1):
            self.sheet.cell(row, column).value = value

    def sort(self, order: Sequence[int]) -> None:
        """Put the rows into another order, whole."""
        rows = list(self.rows())
        held = [self.values(row) for row in rows]
        for row, position in zip(rows, order, strict=True):
            self.put(row, held[position])

    def swap_columns(self, one: str, other: str) -> None:
        """Drag a column to another's place."""
        first, second = self.column(one), self.column(other)
        for row in range(self.head, self.sheet.max_row + 1):
            a, b = self.sheet.cell(row, first), self.sheet.cell(row, second)
            a.value, b.value = b.value, a.value

    def unprotected(self) -> "Hand":
        """Take the protection and the table off, as somebody does who wants to insert rows."""
        self.sheet.protection.sheet = False
        for name in list(self.sheet.tables):
            del self.sheet.tables[name]
        return self
