"""Data that are put together from cells and know the cell of every part of them."""

from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from renderer.findings import Finding, Place
from renderer.readers.workbook.book import cell_name
from renderer.readers.yaml.data import LocatedData, Path

CellPlace = tuple[str, int, int]
"""Sheet, row and column."""


@dataclass
class Located:
    """Plain data, as a case file would have them, and the cell of every path in them.

    The machinery for case files counts in lines; here a line stands for a cell, by its place in a list.
    """

    name: str
    data: dict[str, Any] = field(default_factory=dict)
    _lines: dict[Path, int] = field(default_factory=dict)
    _cells: list[CellPlace] = field(default_factory=list)

    def put(self, path: Path, value: Any, at: CellPlace) -> None:
        """Put a value at a path whose groups are there already, or are made."""
        target: Any = self.data
        for step, following in pairwise(path):
            if isinstance(target, list):
                target = target[int(step)]
            else:
                target = target.setdefault(step, [] if isinstance(following, int) else {})
        if isinstance(target, list):
            target.append(value)
        else:
            target[path[-1]] = value
        self.locate(path, at)

    def locate(self, path: Path, at: CellPlace) -> None:
        """Note the cell of a path."""
        self._lines[path] = len(self._cells)
        self._cells.append(at)

    def as_lines(self) -> LocatedData:
        """The data with numbers for their cells."""
        return LocatedData(self.data, self._lines)

    def in_cells(self, finding: Finding) -> Finding:
        """A finding about the data with its sheet and cell instead of the number."""
        return replace(finding, place=self.place(finding.place.line, finding.place))

    def place(self, number: int | None, about: Place) -> Place:
        """The place of a number."""
        if number is None:
            return replace(about, file=self.name, line=None)
        sheet, row, column = self._cells[number]
        return replace(about, file=self.name, line=None, sheet=sheet, cell=cell_name(row, column))
