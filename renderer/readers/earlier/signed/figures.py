"""The tables of figures: annexes of amounts by point and year, and the overview of savings by committee."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pydantic_core import PydanticCustomError

from renderer.findings import Finding, warning
from renderer.model.amount import Unit
from renderer.model.amount_values import read_cell
from renderer.model.item import BudgetType
from renderer.model.signed.annex import named_type, without_type_word
from renderer.readers.earlier.grammar.ledger import Ledger, pieces_of
from renderer.readers.earlier.grammar.table_rows import cell_text
from renderer.readers.earlier.signed.table_head import Column, ColumnKind, read_columns, read_unit
from renderer.readers.earlier.source import Cell, TableRow
from renderer.readers.text.piece import Piece
from renderer.vocabulary import CALCULATED_MARK, WHOLE_SUM_LABEL, key

_POINT = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,3})+[A-ZÆØÅ]?)\.?\s+(?P<title>\S.*)", re.DOTALL)
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,3})+[A-ZÆØÅ]?\.?")
_CODE = re.compile(r"(?P<number>[A-ZÆØÅ]{1,6}[- ]?\d{1,3}[A-Z]?|\d{1,3}[A-Z]?)\.?\s+(?P<title>\S.*)", re.DOTALL)
_CODE_ALONE = re.compile(r"[A-ZÆØÅ]{1,6}[- ]?\d{1,3}[A-Z]?|\d{1,3}[A-Z]?")
_CHAPTER = re.compile(r"(?:Kapitel\s+)?(?P<number>\d{1,2})[.:]?\s+(?P<title>\S.*)")
_SUM = re.compile(r"(?:i\s+alt|sum|total(?:t)?|samlet|hovedtotal|subtotal)\b|.*\bi\s+alt$", re.IGNORECASE)
_SAVINGS = re.compile(r"bespar|omstilling|effektivisering|budgetforbedring|reduktion", re.IGNORECASE)
_UNIT_IN_TITLE = re.compile(
    r"[,;–-]?\s*\(?\s*(?:i\s+|beløb i\s+)?(?:1\.000|mio\.|mia\.|t\.|hele)?\s*kr\.?\s*\)?$", re.IGNORECASE
)
_HINT = "Se efter i dokumentet, og skriv beløbene ind i budgetaftale.yaml."


@dataclass
class Table:
    """Rows under one title; `head` is its first heading row, `title` the pieces above it."""

    title: list[Piece]
    columns: tuple[Column, ...]
    head: TableRow
    rows: list[TableRow] = field(default_factory=list)

    @property
    def heading(self) -> str:
        """The words of title and heading row, for what they tell of type and unit."""
        return f"{self.title_text} {' '.join(cell_text(cell) for cell in self.head.cells)}"

    @property
    def title_text(self) -> str:
        """The title in one line."""
        return " ".join(" ".join(piece.prose.plain.split()) for piece in self.title)

    @property
    def years(self) -> tuple[int, ...]:
        """The years of its columns."""
        return tuple(column.year for column in self.columns if column.year is not None)

    @property
    def is_savings(self) -> bool:
        """Whether it is an overview of savings: by its title, or since its rows have codes for numbers."""
        coded = any(re.match(r"[A-ZÆØÅ]{1,6}[- ]?\d", cell_text(row.cells[0])) for row in self.rows if row.cells)
        return bool(_SAVINGS.search(self.title_text)) or (coded and named_type(self.title_text) is None)


@dataclass
class Figures:
    """The data of all tables: annexes and savings in the shape of the data file."""

    annexes: list[dict[str, Any]] = field(default_factory=list)
    savings: dict[str, Any] | None = None
    years: list[int] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def head_columns(row: TableRow) -> tuple[Column, ...] | None:
    """The columns of a row that heads a table of figures, or `None`."""
    return read_columns([cell_text(cell) for cell in row.cells])


class FigureReader:
    """Reads tables one after another into one set of data."""

    def __init__(self, ledger: Ledger, *, own_layout: bool = False) -> None:
        self.figures = Figures()
        self._ledger = ledger
        self.own_layout = own_layout

    def read(self, table: Table) -> bool:
        """Read one table; `False` where it is neither an annex nor the savings, and nothing was taken."""
        if table.is_savings:
            self._savings(table)
        else:
            kind = named_type(table.title_text) or named_type(table.heading)
            if kind is None:
                return False
            self._annex(table, kind)
        self.figures.years = sorted({*self.figures.years, *table.years})
        for piece in [*table.title, *pieces_of([table.head])]:
            self._ledger.place(piece, "bilagets overskrift")
        return True

    def _annex(self, table: Table, kind: BudgetType) -> None:
        unit = self._unit(table, Unit.THOUSANDS)
        annex: dict[str, Any] = {key("budget_type"): kind.value}
        annex[key("title")] = _bare_title(table.title_text) or kind.value.capitalize()
        if unit is not Unit.THOUSANDS:
            annex[key("unit")] = unit.value
        rows = _Rows(self, table, unit, _POINT, _NUMBER, key("rows"))
        groups = rows.read(_annex_group)
        annex |= {key("groups"): groups} if groups else {}
        annex |= rows.total
        self.figures.annexes.append(annex)

    def _savings(self, table: Table) -> None:
        unit = self._unit(table, Unit.MILLIONS)
        made = self.figures.savings or {key("title"): _bare_title(table.title_text) or "Besparelser"}
        if unit is not Unit.MILLIONS:
            made[key("unit")] = unit.value
        rows = _Rows(self, table, unit, _CODE, _CODE_ALONE, key("cases"))
        groups = [*made.get(key("groups"), []), *rows.read(_savings_group)]
        made |= {key("groups"): groups} if groups else {}
        made |= rows.total
        self.figures.savings = made

    def _unit(self, table: Table, usual: Unit) -> Unit:
        unit = read_unit(table.heading)
        if unit is None:
            message = (
                f"Tabellen »{table.title_text}« siger ikke, hvilken enhed beløbene står i; {usual.value} er brugt."
            )
            hint = "Ret enheden i budgetaftale.yaml, hvis den er en anden."
            self.figures.findings.append(warning("enhed-udledt", table.head.place, message, hint))
        return unit or usual

    def amount(self, cell: Cell, unit: Unit, label: str) -> str | None:
        """The amount of a cell as the data holds it; what is none is reported."""
        text = cell_text(cell)
        if not text or text in {"-", "–", "—"}:
            return None
        try:
            amount = read_cell(text.replace(" ", "") if re.fullmatch(r"[-–−]\s?[\d.,]+", text) else text, unit)
        except PydanticCustomError:
            message = f"»{text}« ved »{label}« er ikke et beløb, som kan læses."
            finding = warning("beløb-ikke-læst", cell.pieces[0].place, message, _HINT)
            for piece in cell.pieces:
                self._ledger.report(piece, finding)
            return None
        return amount.literal if amount else None

    def place(self, row: TableRow, where: str) -> None:
        """Every piece of a row is in the data, but for what was reported."""
        for piece in pieces_of([row]):
            if not self._ledger.is_settled(piece):
                self._ledger.place(piece, where)

    def report(self, row: TableRow, finding: Finding) -> None:
        """The row's amounts are left open, as a finding says."""
        pieces = list(pieces_of([row]))
        for number, piece in enumerate(pieces):
            if number == len(pieces) - 1:
                self._ledger.report(piece, finding)
            else:
                self._ledger.place(piece, key("annexes"))


class _Rows:
    """The rows of one table, in groups."""

    def __init__(
        self,
        reader: FigureReader,
        table: Table,
        unit: Unit,
        labelled: re.Pattern[str],
        number: re.Pattern[str],
        name: str,
    ) -> None:
        self._reader = reader
        self._table = table
        self._unit = unit
        self._labelled = labelled
        self._number = number
        self._name = name
        self._sums: list[tuple[int, str, dict[str, Any]]] = []
        self.total: dict[str, Any] = {}

    def read(self, group_of: Any) -> list[dict[str, Any]]:
        """The groups with their rows; sums are given to the group or to the whole."""
        groups: list[dict[str, Any]] = []
        for row in self._table.rows:
            label = self._label(row)
            text = " ".join(part for part in label if part)
            if row.repeated:
                self._reader.place(row, "gentaget overskrift")
            elif self._is_sum(label, text) and text.endswith(CALCULATED_MARK):
                self._reader.place(row, "regnet ud af tabellen")
            elif self._is_sum(label, text):
                self._sums.append((len(groups), text, self._amounts(row, text)))
                self._reader.place(row, key("total"))
            elif self._is_group(row, label):
                groups.append(group_of(text))
                self._reader.place(row, key("groups"))
            elif text:
                groups = groups or [{}]
                groups[-1].setdefault(self._name, []).append(self._row(row, label))
        self._give_sums(groups)
        self._reader.figures.findings += self._starts_over(groups)
        return groups

    def _starts_over(self, groups: list[dict[str, Any]]) -> list[Finding]:
        """Numbers that go back where one annex may have run into the next, whose title is lost."""
        if self._name != key("rows"):
            return []
        numbers = [row[key("number")] for group in groups for row in group.get(self._name, []) if key("number") in row]
        for before, after in pairwise(numbers):
            if _parts(after) < _parts(before):
                message = f"I tabellen »{self._table.title_text}« kommer {after} efter {before}; måske er det to bilag."
                hint = "Se efter i dokumentet, og flyt rækkerne til deres eget bilag i budgetaftale.yaml."
                return [warning("bilag-i-tvivl", self._table.head.place, message, hint)]
        return []

    def _label(self, row: TableRow) -> tuple[str, str]:
        """Number and title of a row, in one cell or in two."""
        texts = [cell_text(cell) for cell in self._label_cells(row)]
        text = " ".join(filter(None, texts))
        if len(texts) > 1 and (not texts[0] or self._number.fullmatch(texts[0])):
            return texts[0].rstrip("."), " ".join(filter(None, texts[1:]))
        found = self._labelled.fullmatch(text)
        return (found["number"], " ".join(found["title"].split())) if found else ("", text)

    def _label_cells(self, row: TableRow) -> Sequence[Cell]:
        count = next(n for n, column in enumerate(self._table.columns) if column.kind is ColumnKind.YEAR)
        return row.cells[: max(count, 1)]

    def _is_sum(self, label: tuple[str, str], text: str) -> bool:
        return not label[0] and bool(_SUM.match(text))

    def _is_group(self, row: TableRow, label: tuple[str, str]) -> bool:
        return not label[0] and not any(cell_text(cell) for cell in row.cells[len(self._label_cells(row)) :])

    def _row(self, row: TableRow, label: tuple[str, str]) -> dict[str, Any]:
        number, title = label
        name = key("number") if self._name == key("rows") else key("code")
        made: dict[str, Any] = {name: number} if number else {}
        made[key("title")] = title or number
        if self._name == key("cases") and not number:
            made[name] = title
        made |= self._amounts(row, f"{number} {title}".strip())
        self._reader.place(row, self._name)
        return made

    def _amounts(self, row: TableRow, label: str) -> dict[str, Any]:
        labels = len(self._label_cells(row))
        columns, cells = self._table.columns[labels:], row.cells[labels:]
        if len(cells) != len(columns) and any(cell_text(cell) for cell in cells):
            loose = " ".join(filter(None, (cell_text(cell) for cell in cells)))
            message = f"Det kan ikke ses, hvilke år beløbene ved »{label}« hører til: {loose}."
            self._reader.report(row, warning("beløb-uden-år", row.place, message, _HINT))
            return {}
        made: dict[str, Any] = {}
        for column, cell in zip(columns, cells, strict=False):
            self._take(column, cell, label, made)
        return made

    def _take(self, column: Column, cell: Cell, label: str, made: dict[str, Any]) -> None:
        if column.kind is ColumnKind.NOTE:
            if cell_text(cell):
                made[key("note")] = cell_text(cell)
            return
        amount = self._reader.amount(cell, self._unit, label)
        if amount is None:
            return
        if column.kind is ColumnKind.YEAR:
            made.setdefault(key("amounts"), {})[str(column.year)] = amount
        elif column.kind is ColumnKind.INVESTMENT and self._name == key("cases"):
            made[key("investment")] = amount
        elif column.kind is not ColumnKind.TOTAL:
            made[key("note")] = amount

    def _give_own_sums(self, groups: list[dict[str, Any]]) -> None:
        """In our own layout the words tell a group's sum from that of the whole."""
        for group, label, amounts in self._sums:
            if label == WHOLE_SUM_LABEL:
                self.total = _as_sum(amounts)
            elif group:
                groups[group - 1] |= _as_sum(amounts)

    def _give_sums(self, groups: list[dict[str, Any]]) -> None:
        """A sum belongs to the group above it; the last one to the whole, unless each group has just one of its own."""
        by_group: dict[int, list[dict[str, Any]]] = {}
        if self._reader.own_layout:
            self._give_own_sums(groups)
            return
        for group, _, amounts in self._sums:
            by_group.setdefault(group, []).append(amounts)
        last = len(groups)
        each_has_one = last > 1 and all(len(by_group.get(n, [])) == 1 for n in range(1, last + 1))
        if last in by_group and not each_has_one:
            self.total = _as_sum(by_group[last].pop())
        for number, sums in by_group.items():
            if sums and number:
                groups[number - 1] |= _as_sum(sums[0])


def _parts(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", number))


def _as_sum(amounts: dict[str, Any]) -> dict[str, Any]:
    """The data of a sum: the same amounts under the names of sums."""
    names = {key("amounts"): key("total"), key("investment"): key("investment_total")}
    return {names[name]: value for name, value in amounts.items() if name in names}


def _annex_group(text: str) -> dict[str, Any]:
    found = _CHAPTER.fullmatch(text)
    if found:
        return {key("number"): found["number"], key("title"): found["title"]}
    return {key("title"): text}


def _savings_group(text: str) -> dict[str, Any]:
    return {key("committee"): text.rstrip(":")}


def _bare_title(text: str) -> str:
    """The title without the type in capitals before it and the unit behind it."""
    return _UNIT_IN_TITLE.sub("", without_type_word(text)).strip(" ,;:–-")
