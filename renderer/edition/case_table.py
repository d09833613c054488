"""A table of a case's data as plain cells, for the one workbook that holds a whole case."""

from collections.abc import Sequence
from dataclasses import dataclass

from renderer.model.amount import Amount

CellValue = str | Amount
"""Text as the data have it (the empty one is an empty cell), or an amount as it was written."""


@dataclass(frozen=True)
class Column:
    """A column: its heading and its width in characters."""

    heading: str
    width: float = 18


@dataclass(frozen=True)
class CaseTable:
    """A sheet: its name, what it holds in words, and its rows."""

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[CellValue]]
