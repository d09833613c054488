"""How wide the columns of a table of figures are on paper: as their amounts need, and the rest for the labels.

Amounts never break and never reach into the next column; where they leave too little for the labels, the whole table is
set in smaller type.
"""

from dataclasses import dataclass
from typing import Final

from renderer.edition.agreement.figure_table import FigureTable

_PAPER: Final = 160.0
"""The width of the text column of `styles/agreement.css`, in millimetres."""

_LEAST_FOR_LABELS: Final = 40.0


@dataclass(frozen=True)
class _Type:
    """Measures in millimetres for one size of type: a digit, the space beside an amount, and the other columns."""

    name: str
    digit: float
    beside: float
    code: float
    investment: float
    note: float


_USUAL: Final = _Type("", 1.72, 3.2, 17.6, 20.5, 29.0)
_SMALL: Final = _Type("narrow", 1.38, 2.2, 14.5, 17.0, 23.0)
_SHORTEST: Final = 6
"""Columns of short amounts are as wide as if they had six characters, so that tables look alike."""


@dataclass(frozen=True)
class ColumnWidths:
    """The widths of a table's columns in millimetres; `name` is the class of the table."""

    name: str
    code: float
    years: float
    investment: float
    note: float


def column_widths(table: FigureTable) -> ColumnWidths:
    """The widths in the usual type, or in the smaller one where that leaves too little for the labels."""
    return next((found for kind in (_USUAL, _SMALL) if (found := _widths(table, kind))), _of(table, _SMALL))


def _widths(table: FigureTable, kind: _Type) -> ColumnWidths | None:
    made = _of(table, kind)
    years = sum(column.is_year for column in table.columns)
    others = len(table.columns) - years
    taken = made.years * years + made.investment * others
    taken += made.code * bool(table.code_label) + made.note * bool(table.note_label)
    return made if _PAPER - taken >= _LEAST_FOR_LABELS else None


def _of(table: FigureTable, kind: _Type) -> ColumnWidths:
    years = round(max(_SHORTEST, table.year_characters) * kind.digit + kind.beside, 1)
    return ColumnWidths(kind.name, kind.code, years, kind.investment, kind.note)
