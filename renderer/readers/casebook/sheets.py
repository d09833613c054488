"""Sheets as rows of cells by their headings; headings that nobody knows are told with the nearest known one."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from renderer.findings import Finding, Place, error, warning
from renderer.readers.workbook.book import Book, Cell, Kind, Sheet, cell_name
from renderer.readers.workbook.table import Table, comparable, find_table
from renderer.readers.yaml.validation import nearest
from renderer.vocabulary import case_sheets
from renderer.vocabulary.workbook_marks import INSTRUCTION_SHEET

_YEAR_DIGITS = 4


@dataclass(frozen=True)
class SheetRow:
    """A row with something in it: its cells by their headings, and where it begins."""

    sheet: str
    number: int
    column: int
    cells: Mapping[str, Cell]

    def text(self, heading: str) -> str:
        """The characters under a heading; empty where nothing stands there."""
        cell = self.cells.get(heading)
        return " ".join(cell.text.split()) if cell else ""

    def at(self, heading: str | None = None) -> tuple[str, int, int]:
        """The cell under a heading, or the first one of the row."""
        cell = self.cells.get(heading) if heading else None
        return self.sheet, self.number, cell.column if cell else self.column

    def place(self, file: str, heading: str | None = None) -> Place:
        """The same as a finding names it."""
        sheet, row, column = self.at(heading)
        return Place(file, sheet=sheet, cell=cell_name(row, column))


@dataclass
class CaseSheets:
    """The sheets of a workbook; `findings` grow with what is not as it should be."""

    book: Book
    findings: list[Finding] = field(default_factory=list)

    def rows(
        self,
        name: str,
        headings: Sequence[str],
        *,
        years: bool = False,
        passed: Collection[str] = (),
        needed: int = 2,
    ) -> Iterator[SheetRow]:
        """The rows of a sheet; with `years`, headings of four digits count too. `passed` headings are not read.

        A line of headings has at least `needed` of them.
        """
        sheet = self._sheet(name)
        if sheet is None:
            return
        known = [*headings, *passed]
        table = find_table(sheet, [*known, *(_years(sheet) if years else ())], min(needed, len(headings)))
        if table is None:
            if any(not cell.empty for cell in sheet.cells.values()):
                self.findings.append(self._no_headings(name, headings))
            return
        self._unknown_headings(table, known)
        for number, cells in table.rows:
            named = {one: cells[column] for one, column in table.columns.items() if column in cells}
            filled = {one: cell for one, cell in named.items() if not cell.empty or cell.formula}
            if filled:
                self._unreadable(name, filled.values())
                yield SheetRow(name, number, min(table.columns.values()), filled)

    def unknown_sheets(self) -> None:
        """Tell of sheets that hold something and are none of a case's."""
        known = {comparable(name) for name in (*case_sheets.SHEETS, INSTRUCTION_SHEET)}
        for sheet in self.book.sheets:
            if comparable(sheet.name) not in known and any(not cell.empty for cell in sheet.cells.values()):
                hint = nearest(
                    sheet.name, list(case_sheets.SHEETS), "Mente du »{}«? Så omdøb arket.", "Arkene hedder: {}."
                )
                place = Place(self.book.name, sheet=sheet.name)
                message = f"Arket »{sheet.name}« hører ikke til en sag, så det er ikke læst."
                self.findings.append(warning("ukendt-ark", place, message, hint))

    def _sheet(self, name: str) -> Sheet | None:
        return next((sheet for sheet in self.book.sheets if comparable(sheet.name) == comparable(name)), None)

    def _no_headings(self, name: str, headings: Sequence[str]) -> Finding:
        message = f"Arket »{name}« har ingen række med overskrifter, så det er ikke læst."
        hint = f"Overskrifterne er: {', '.join(headings)}."
        return error("overskrifter-mangler", Place(self.book.name, sheet=name), message, hint)

    def _unknown_headings(self, table: Table, known: Sequence[str]) -> None:
        rows = {number for number, _ in table.rows}
        for column, heading in {**table.others, **table.doubled}.items():
            if not any(cell[1] == column and cell[0] in rows for cell in table.sheet.cells):
                continue
            place = Place(self.book.name, sheet=table.sheet.name, cell=cell_name(table.head_row, column))
            if column in table.doubled:
                message = f"Overskriften »{heading}« står to gange."
                self.findings.append(error("overskrift-to-gange", place, message, "Slet den ene af kolonnerne."))
            else:
                message = f"Overskriften »{heading}« er ikke kendt i dette ark."
                hint = nearest(heading, list(known), "Mente du »{}«?", "Overskrifterne er: {}.")
                self.findings.append(error("ukendt-overskrift", place, message, hint))
        for (row, column), cell in table.sheet.cells.items():
            under = {*table.columns.values(), *table.others, *table.doubled}
            if row in rows and column not in under and not cell.empty:
                place = Place(self.book.name, sheet=table.sheet.name, cell=cell_name(row, column))
                message = "Cellen står i en kolonne uden overskrift."
                self.findings.append(
                    error("ukendt-overskrift", place, message, "Giv kolonnen en overskrift, eller slet den.")
                )
                return

    def _unreadable(self, sheet: str, cells: Collection[Cell]) -> None:
        for cell in cells:
            if cell.kind is Kind.ERROR or cell.empty:
                place = Place(self.book.name, sheet=sheet, cell=cell_name(cell.row, cell.column))
                message = "Der står en fejlværdi eller en formel uden resultat i cellen."
                self.findings.append(
                    error("celle-kan-ikke-læses", place, message, "Skriv værdien selv, og gem filen igen.")
                )


def _years(sheet: Sheet) -> list[str]:
    texts = {cell.text.strip() for cell in sheet.cells.values()}
    return sorted(text for text in texts if is_year(text))


def is_year(heading: str) -> bool:
    """Whether a heading is a year."""
    return len(heading) == _YEAR_DIGITS and heading.isascii() and heading.isdigit()
