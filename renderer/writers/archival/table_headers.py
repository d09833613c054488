"""Ties every cell of a table to its heading cells.

ISO 14289-1, 7.5 (veraPDF UA-1 7.5-1, 7.5-2; Matterhorn 15-003): Scope on heading cells, or IDs on them and Headers
on the other cells. We give both, since readers differ in which they use; WeasyPrint 70.0 writes no Scope.
"""

import pydyf

from renderer.writers.archival.structure import Part


def tie_headers(document: Part) -> None:
    """Give the heading cells of every table their ID and Scope, and the other cells their Headers."""
    tables = (part for part in document.descendants() if part.role == "Table")
    for number, table in enumerate(tables, 1):
        _tie_table(table, f"t{number}")


def _tie_table(table: Part, name: str) -> None:
    tied = _Tied(name)
    for group in table.parts("THead", "TBody"):
        tied.begin_group()
        for row in group.parts("TR"):
            tied.take_row(row)


class _Tied:
    """The heading cells of one table that have been met: those of its columns, of this row group, of this row."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._rows = 0
        self._columns: dict[int, str] = {}
        self._group: list[str] = []

    def begin_group(self) -> None:
        """The heading of a row group (scope `rowgroup`) is over its own rows alone."""
        self._group = []

    def take_row(self, row: Part) -> None:
        """Tie the cells of a row, and keep its heading cells for those to come."""
        row_headers: list[str] = []
        column = 0
        for cell in row.parts("TH", "TD"):
            assert cell.element is not None
            span = int(cell.element.get("colspan", "1"))
            attributes: dict[str, object] = {"O": "/Table"} | ({"ColSpan": span} if span > 1 else {})
            if cell.role == "TD":
                headers = [self._columns[column], *self._group, *row_headers]
                attributes["Headers"] = pydyf.Array(map(pydyf.String, headers))
            else:
                identifier = cell.entries["ID"] = f"{self._name}-{self._rows}-{column}"
                scope = cell.element.get("scope", "col")
                attributes["Scope"] = "/Row" if scope == "row" else "/Column"
                self._keep(scope, column, identifier, row_headers)
            cell.entries["A"] = attributes
            column += span
        self._rows += 1

    def _keep(self, scope: str, column: int, identifier: str, row_headers: list[str]) -> None:
        if scope == "row":
            row_headers.append(identifier)
        elif scope == "rowgroup":
            self._group = [identifier]
        else:
            self._columns[column] = identifier
