"""From the agreement's figures to its tables, with the sums that it does not have itself.

Sums are exact and over the entries alone: a column without any entry has no sum, since no entry is not zero. What
the agreement sums itself is printed as it stands there; ours bear a mark, and a line under the table explains it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from renderer import vocabulary
from renderer.edition import danish
from renderer.edition.agreement.figure_table import FigureColumn, FigureGroup, FigureLine, FigureTable
from renderer.edition.agreement.heading import HIGHEST, Heading, HeadingKind
from renderer.edition.danish_amounts import cell_text, heading_unit
from renderer.edition.typesetting import typeset
from renderer.model.amount import Amount, Unit, total
from renderer.model.prose import Prose
from renderer.model.signed.annex import Annex, AnnexGroup
from renderer.model.signed.period import Period
from renderer.model.signed.savings import SavingsGroup, SavingsOverview
from renderer.model.signed.signed_agreement import SignedAgreement

Cells = tuple[Amount | None, ...]
"""The amounts of a row, one for each column; `None` is no entry."""


@dataclass(frozen=True)
class _Row:
    code: str
    label: str
    cells: Cells
    note: str = ""


@dataclass(frozen=True)
class _Group:
    heading: str
    rows: tuple[_Row, ...]
    stated: Cells


@dataclass(frozen=True)
class _Table:
    heading: Heading
    code_label: str
    label_label: str
    labels: tuple[str, ...]
    unit: Unit
    groups: tuple[_Group, ...]
    stated: Cells
    remarks: tuple[Prose, ...]


def figure_tables(signed: SignedAgreement) -> Iterator[FigureTable]:
    """The annexes in order, then the savings."""
    for position, annex in enumerate(signed.annexes, 1):
        yield _set(_annex(annex, position, signed.period))
    if signed.savings:
        yield _set(_savings(signed.savings, signed.period))


def _annex(annex: Annex, position: int, period: Period) -> _Table:
    figures = [annex.total, *(group.total for group in annex.groups), *(row.amounts for row in annex.rows())]
    years = _years(period, figures)
    return _Table(
        heading=_heading(f"bilag-{position}", annex.heading),
        code_label="",
        label_label=f"({heading_unit(annex.unit)})",
        labels=tuple(map(str, years)),
        unit=annex.unit,
        groups=tuple(_annex_group(group, years) for group in annex.groups),
        stated=_cells(annex.total, years),
        remarks=annex.notes,
    )


def _annex_group(group: AnnexGroup, years: Sequence[int]) -> _Group:
    rows = (_Row("", row.heading, _cells(row.amounts, years), row.note or "") for row in group.rows)
    return _Group(group.heading or "", tuple(rows), _cells(group.total, years))


def _savings(savings: SavingsOverview, period: Period) -> _Table:
    sums = [savings.total, *(group.total for group in savings.groups)]
    years = _years(period, [*sums, *(case.amounts for case in savings.cases())])
    return _Table(
        heading=_heading("besparelser", savings.title),
        code_label=vocabulary.SAVINGS_CODE_LABEL,
        label_label=f"{vocabulary.SAVINGS_TITLE_LABEL} ({heading_unit(savings.unit)})",
        labels=(*map(str, years), vocabulary.INVESTMENT_LABEL),
        unit=savings.unit,
        groups=tuple(_savings_group(group, years) for group in savings.groups),
        stated=(*_cells(savings.total, years), savings.investment_total),
        remarks=savings.notes,
    )


def _savings_group(group: SavingsGroup, years: Sequence[int]) -> _Group:
    rows = (
        _Row(case.code, case.title, (*_cells(case.amounts, years), case.investment), case.note or "")
        for case in group.cases
    )
    return _Group(group.committee or "", tuple(rows), (*_cells(group.total, years), group.investment_total))


def _heading(anchor: str, text: str) -> Heading:
    return Heading(kind=HeadingKind.TABLE, level=HIGHEST, anchor=anchor, text=danish.tied(text))


def _years(period: Period, figures: Iterable[Mapping[int, Amount]]) -> tuple[int, ...]:
    """The years of the period and those of all figures, without a gap."""
    named = {*period.years, *(year for one in figures for year in one)}
    return tuple(range(min(named), max(named) + 1))


def _cells(figures: Mapping[int, Amount], years: Sequence[int]) -> Cells:
    return tuple(figures.get(year) for year in years)


def _set(table: _Table) -> FigureTable:
    groups = tuple(_set_group(group, alone=len(table.groups) == 1) for group in table.groups)
    whole = tuple(
        _totals(vocabulary.WHOLE_SUM_LABEL, [row for group in table.groups for row in group.rows], table.stated)
    )
    totals = [line for group in groups for line in group.totals] + list(whole)
    lines = [line for group in groups for line in group.lines] + totals
    noted = any(line.note for line in lines)
    calculated = any(line.calculated for line in totals)
    return FigureTable(
        heading=table.heading,
        code_label=table.code_label,
        label_label=table.label_label,
        columns=tuple(
            FigureColumn(label=label, decimals=_most_decimals(line.cells[column] for line in lines))
            for column, label in enumerate(table.labels)
        ),
        note_label=vocabulary.NOTE_LABEL if noted else "",
        groups=groups,
        totals=whole,
        remarks=tuple(typeset(remark) for remark in table.remarks),
        calculated_notice=vocabulary.CALCULATED_NOTICE if calculated else "",
    )


def _set_group(group: _Group, *, alone: bool) -> FigureGroup:
    lines = tuple(_line(row.code, danish.tied(row.label), row.cells, danish.tied(row.note)) for row in group.rows)
    # The one group of a table without headings has the sum of the table.
    ours = bool(group.heading) or not alone
    totals = tuple(_totals(vocabulary.GROUP_SUM_LABEL, group.rows, group.stated, ours=ours))
    return FigureGroup(heading=danish.tied(group.heading), lines=lines, totals=totals)


def _totals(label: str, rows: Sequence[_Row], stated: Cells, *, ours: bool = True) -> Iterator[FigureLine]:
    """The sum that the agreement has, and ours of the columns for which it has none."""
    if _any(stated):
        yield _line("", label, stated)
    cells = tuple(
        None if own is not None else _sum(row.cells[column] for row in rows) for column, own in enumerate(stated)
    )
    if ours and _any(cells):
        line = _line("", f"{label} {vocabulary.CALCULATED_MARK}", cells)
        yield line.model_copy(update={"calculated": True})


def _any(cells: Cells) -> bool:
    return any(amount is not None for amount in cells)


def _sum(amounts: Iterable[Amount | None]) -> Amount | None:
    """The sum of a column's entries; zero is written without a sign."""
    entries = [amount for amount in amounts if amount is not None]
    if not entries:
        return None
    added = total(entries, entries[0].unit)
    return added if added.number else Amount(abs(added.number), added.unit)


def _most_decimals(cells: Iterable[str]) -> int:
    return max((len(cell.partition(",")[2]) for cell in cells), default=0)


def _line(code: str, label: str, cells: Cells, note: str = "") -> FigureLine:
    return FigureLine(code=code, label=label, cells=tuple(map(cell_text, cells)), note=note)
