"""The rows under a line of headings, whatever order rows and columns have come to stand in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from renderer.readers.workbook.book import Cell, Sheet, cell_name


@dataclass
class Table:
    """A table: its headings by column, and the rows under them; `doubled` are columns whose heading came before."""

    sheet: Sheet
    head_row: int
    columns: dict[str, int]
    doubled: dict[int, str]
    others: dict[int, str]
    rows: list[tuple[int, Mapping[int, Cell]]]

    def cell(self, row: int, heading: str) -> Cell | None:
        """The cell under a heading; `None` where it is empty or there is no such column."""
        column = self.columns.get(heading)
        return self.sheet.cells.get((row, column)) if column else None

    def text(self, row: int, heading: str) -> str:
        """The characters of that cell without space around them."""
        cell = self.cell(row, heading)
        return cell.text.strip() if cell else ""

    def name(self, row: int, heading: str) -> str:
        """The cell's name: `F12`."""
        return cell_name(row, self.columns[heading])


def find_table(
    sheet: Sheet, headings: Collection[str], needed: int, older: Mapping[str, str] | None = None
) -> Table | None:
    """The first row that has at least `needed` of the headings, with what stands under it.

    `older` are former names of headings: a column has one only where none has the heading itself.
    """
    by_word = {comparable(heading): heading for heading in headings}
    rows = list(sheet.rows())
    for position, (number, cells) in enumerate(rows):
        columns: dict[str, int] = {}
        doubled: dict[int, str] = {}
        others: dict[int, str] = {}
        for column, cell in cells.items():
            heading = by_word.get(comparable(cell.text))
            if heading is None:
                others[column] = " ".join(cell.text.split())
            elif heading in columns:
                doubled[column] = heading
            else:
                columns[heading] = column
        _rename_older(columns, others, older or {})
        if len(columns) >= needed:
            return Table(sheet, number, columns, doubled, others, list(rows[position + 1 :]))
    return None


def _rename_older(columns: dict[str, int], others: dict[int, str], older: Mapping[str, str]) -> None:
    by_word = {comparable(former): heading for former, heading in older.items()}
    for column, words in list(others.items()):
        heading = by_word.get(comparable(words))
        if heading is not None and heading not in columns:
            columns[heading] = column
            del others[column]


def comparable(heading: str) -> str:
    """A heading without what people change in it by chance: capitals, spaces, marks at its end."""
    return " ".join(heading.split()).casefold().strip(" *:.")
