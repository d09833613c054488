"""Which row of a sheet is which row that was asked: by its key, else by number, title and time together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from renderer.edition.questionnaire import AskedRow
from renderer.edition.questionnaires import questionnaires
from renderer.findings import Finding, Place
from renderer.model.case import Case
from renderer.readers.collected import notices
from renderer.readers.collected.origin import Known
from renderer.readers.workbook.book import Cell, cell_name
from renderer.readers.workbook.table import Table, comparable
from renderer.vocabulary import workbook_marks

_NAMES = (workbook_marks.NUMBER, workbook_marks.TITLE, workbook_marks.TIME)


@dataclass(frozen=True)
class Matched:
    """A row of a table and what it was asked."""

    table: Table
    row: int
    asked: AskedRow

    def place(self, file: str, heading: str | None = None) -> Place:
        """The cell under a heading, or the first one of the row."""
        named = heading if heading in self.table.columns else next(iter(self.table.columns))
        cell = self.table.name(self.row, named)
        return Place(file, sheet=self.table.sheet.name or None, cell=cell, item=self.asked.ref)


@dataclass
class Matches:
    """All rows that were known again; `findings` grow with what was not."""

    file: str
    known: Known
    case: Case
    rows: list[Matched] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _elsewhere: dict[str, AskedRow] | None = None

    def add(self, table: Table) -> None:
        """Match the rows of a table."""
        by_name: dict[tuple[str, ...], list[AskedRow]] = {}
        for row in self.known.rows.values():
            by_name.setdefault(_name(row), []).append(row)
        for number, cells in table.rows:
            if self._is_heading(table, cells):
                continue
            self._match(table, number, cells, by_name)

    def finished(self) -> None:
        """Tell of rows that stand there several times, and of those that are gone."""
        seen: dict[str, Matched] = {}
        for one in self.rows:
            first = seen.setdefault(one.asked.key, one)
            if first is not one:
                where = str(Place(sheet=first.place("").sheet, cell=first.place("").cell))
                self.findings.append(notices.row_twice(one.place(self.file), one.asked.title, where))
        met = {one.asked.key for one in self.rows} | self._mixed
        for key, row in self.known.rows.items() if self.known.complete else ():
            if key not in met:
                self.findings.append(notices.row_missing(Place(self.file, item=row.ref), row.named))

    def __post_init__(self) -> None:
        self._mixed: set[str] = set()

    def _is_heading(self, table: Table, cells: Mapping[int, Cell]) -> bool:
        """Whether a row is the line of headings once more."""
        words = [comparable(cells[column].text) for column in table.columns.values() if column in cells]
        headings = [comparable(heading) for heading in table.columns]
        return bool(words) and all(word in headings for word in words)

    def _match(
        self, table: Table, number: int, cells: Mapping[int, Cell], by_name: Mapping[tuple[str, ...], list[AskedRow]]
    ) -> None:
        key = table.text(number, workbook_marks.KEY)
        said = tuple(comparable(table.text(number, heading)) for heading in _NAMES)
        named = by_name.get(said, [])
        asked = self.known.rows.get(key)
        if asked is None and key:
            asked = self._asked_elsewhere(key)
            if asked is not None and self.known.complete:
                place = Matched(table, number, asked).place(self.file)
                self.findings.append(notices.row_of_other(place, asked.title))
        if asked is None and len(named) == 1 and not key:
            asked = named[0]
        if asked is None:
            self._unknown(table, cells)
        elif named and asked not in named:
            self._mixed |= {asked.key}
            title = table.text(number, workbook_marks.TITLE)
            place = Matched(table, number, asked).place(self.file, workbook_marks.TITLE)
            self.findings.append(notices.rows_mixed(place, title, asked.named))
        else:
            self.rows.append(Matched(table, number, asked))

    def _asked_elsewhere(self, key: str) -> AskedRow | None:
        """A row of the same follow-up that another workbook asks."""
        if self._elsewhere is None:
            same_case = self.known.round.case_id == str(self.case.agreement.case_id)
            number = self.known.round.followup
            has = same_case and self.case.followup(number) is not None
            asked = questionnaires(self.case, number) if has else ()
            self._elsewhere = {row.key: row for one in asked for row in one.rows}
        return self._elsewhere.get(key)

    def _unknown(self, table: Table, cells: Mapping[int, Cell]) -> None:
        words = [cell.text.strip() for cell in cells.values() if not cell.empty]
        if words:
            column = min(column for column, cell in cells.items() if not cell.empty)
            cell = cells[column]
            place = Place(self.file, sheet=table.sheet.name or None, cell=cell_name(cell.row, cell.column))
            self.findings.append(notices.row_unknown(place, "; ".join(words)))


def _name(row: AskedRow) -> tuple[str, ...]:
    return tuple(comparable(text) for text in (row.number, row.title, row.time))


def keys_of(tables: Sequence[Table]) -> Iterator[str]:
    """The keys that stand in tables."""
    for table in tables:
        for number, _ in table.rows:
            if key := table.text(number, workbook_marks.KEY):
                yield key
