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
    columns: dict[int, str] = {}
    rows = (row for group in table.parts("THead", "TBody") for row in group.parts("TR"))
    for row_number, row in enumerate(rows):
        row_headers: list[str] = []
        for column, cell in enumerate(row.parts("TH", "TD")):
            assert cell.element is not None
            if cell.role == "TD":
                headers = [columns[column], *row_headers]
                cell.entries["A"] = {"O": "/Table", "Headers": pydyf.Array(map(pydyf.String, headers))}
                continue
            identifier = f"{name}-{row_number}-{column}"
            scope = cell.element.get("scope")
            cell.entries["ID"] = identifier
            cell.entries["A"] = {"O": "/Table", "Scope": "/Row" if scope == "row" else "/Column"}
            if scope == "row":
                row_headers.append(identifier)
            else:
                columns[column] = identifier
