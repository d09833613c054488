"""A workbook as it was read: sheets, cells and notes, the same for every kind of file."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from renderer.readers.text.runs import Run, clean, plain


class Kind(Enum):
    """What a cell holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    TRUTH = "truth"
    ERROR = "error"


@dataclass(frozen=True)
class Cell:
    """What stands in a cell; row and column count from 1.

    `runs` are the characters as they are shown, with the looks that only some of them have. `sure` is `False` where
    a number or date may be shown otherwise, or was worked out by a formula that nobody has reckoned (`empty`, too).
    `day` is the day that a date stands for, however it is shown; `None` for anything else.
    """

    row: int
    column: int
    runs: tuple[Run, ...]
    kind: Kind = Kind.TEXT
    formula: bool = False
    sure: bool = True
    day: datetime.date | None = None

    @property
    def text(self) -> str:
        """The characters alone, composed and with plain spaces."""
        return clean(plain(self.runs)).replace("\r\n", "\n").replace("\r", "\n")

    @property
    def empty(self) -> bool:
        """Whether nothing is to be seen in it."""
        return not self.text.strip()


@dataclass(frozen=True)
class Note:
    """A note or comment at a cell."""

    row: int
    column: int
    text: str
    author: str = ""
    when: str = ""
    replies_to: str = ""
    done: bool = False


@dataclass(frozen=True)
class Merged:
    """Cells made one: only the first of them holds something."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def covers(self, row: int, column: int) -> bool:
        """Whether a cell lies in it, the first one included."""
        return self.first_row <= row <= self.last_row and self.first_column <= column <= self.last_column

    @property
    def first(self) -> tuple[int, int]:
        """Row and column of the cell that holds what is shown."""
        return self.first_row, self.first_column


@dataclass
class Sheet:
    """One sheet; `cells` are those that hold something, by row and column."""

    name: str
    hidden: bool = False
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[Merged] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def rows(self) -> Iterator[tuple[int, dict[int, Cell]]]:
        """The rows that hold something, in order, each with its cells by column."""
        by_row: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in self.cells.items():
            by_row.setdefault(row, {})[column] = cell
        for row in sorted(by_row):
            yield row, dict(sorted(by_row[row].items()))

    def merged_over(self, row: int, column: int) -> Merged | None:
        """The merged cells that a cell is one of."""
        return next((one for one in self.merged if one.covers(row, column)), None)


@dataclass
class Book:
    """A workbook; `properties` are the file's own (custom ones by name, and `lastModifiedBy`, `modified`).

    `keeps_looks` is `False` for a kind of file that cannot tell bold words from others; `outside` are addresses that
    the file would have fetched something from.
    """

    name: str
    sheets: list[Sheet] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    keeps_looks: bool = True
    outside: tuple[str, ...] = ()


def column_name(column: int) -> str:
    """`A` for 1, `AA` for 27."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cell_name(row: int, column: int) -> str:
    """`F12`."""
    return f"{column_name(column)}{row}"
