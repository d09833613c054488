"""The signed agreement -> its tables: its own fields, its text in printed order, signatures, annexes and savings."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from renderer.casefolder.field_table import descriptions, field_table
from renderer.edition.case_table import CaseTable, CellValue, Column
from renderer.model.amount import Amount
from renderer.model.record import Record
from renderer.model.signed.annex import Annex
from renderer.model.signed.chapter import SignedChapter
from renderer.model.signed.point import Point
from renderer.model.signed.savings import SavingsOverview
from renderer.model.signed.section import Section, walk
from renderer.model.signed.signed_agreement import SignedAgreement
from renderer.vocabulary import case_sheets, key

_TEXT_WIDTHS = {"number": 12, "heading": 40, "lead_in": 24, "quotation": 40, "text": 80, "followed_up": 12}
_Row = tuple[CellValue, ...]


def signed_tables(signed: SignedAgreement) -> Iterator[CaseTable]:
    """The tables in the order of the sheets; the last ones only where the agreement has such figures."""
    yield _fields(signed)
    columns: tuple[Column, ...] = (Column(case_sheets.KIND, 16), Column(case_sheets.LEVEL, 8))
    columns += tuple(Column(case_sheets.heading(one), _TEXT_WIDTHS[one]) for one in case_sheets.SECTION_FIELDS)
    yield CaseTable(case_sheets.SIGNED_TEXT, "Aftalens tekst fra ende til anden.", columns, list(_text(signed)))
    fields = ("name", "party", "office")
    yield CaseTable(
        case_sheets.SIGNATORIES,
        "Underskrifterne i den rækkefølge, de står.",
        tuple(Column(case_sheets.heading(one), 34) for one in fields),
        [tuple(_cell(_data(one), key(field)) for field in fields) for one in signed.signatories],
    )
    if signed.annexes:
        yield _annexes(signed)
    if signed.savings:
        yield _savings(signed.savings, signed.period.years)


def _fields(signed: SignedAgreement) -> CaseTable:
    inner = {"introduction", "chapters", "closing", "signatories", "annexes", "savings"}
    data = signed.model_dump(mode="json", exclude_defaults=True, exclude=inner)
    about = "Den underskrevne aftales egne oplysninger, ét felt i hver række."
    return field_table(case_sheets.SIGNED, about, data, case_sheets.SIGNED_FIELDS, descriptions(SignedAgreement))


def _text(signed: SignedAgreement) -> Iterator[_Row]:
    yield from _sections(case_sheets.INTRODUCTION, signed.introduction)
    for chapter in signed.chapters:
        yield _part(case_sheets.SIGNED_CHAPTER, _titled(chapter))
        yield from _points(chapter)
    yield from _sections(case_sheets.CLOSING, signed.closing)


def _points(chapter: SignedChapter) -> Iterator[_Row]:
    for point in chapter.points:
        yield from _point(point)
    for group in chapter.groups:
        yield _part(case_sheets.GROUP, _data(group))
        for point in group.points:
            yield from _point(point)


def _point(point: Point) -> Iterator[_Row]:
    yield _part(case_sheets.POINT, _titled(point))
    yield from _sections(case_sheets.SECTION, point.sections)


def _sections(kind: str, sections: Sequence[Section]) -> Iterator[_Row]:
    for level, section in walk(sections):
        yield _part(kind, _data(section), str(level))


def _titled(record: Record) -> dict[str, Any]:
    data = _data(record)
    return {**data, key("heading"): data.get(key("title"), "")}


def _part(kind: str, data: Mapping[str, Any], level: str = "") -> _Row:
    return (kind, level, *(_cell(data, key(field)) for field in case_sheets.SECTION_FIELDS))


def _annexes(signed: SignedAgreement) -> CaseTable:
    annexes = signed.annexes
    used = (year for annex in annexes for group in annex.groups for year in _years(annex, group, *group.rows))
    years = sorted({*signed.period.years, *(year for annex in annexes for year in annex.total), *used})
    fields = ("budget_type", "number", "title", "unit")
    columns = (
        Column(case_sheets.KIND, 12),
        *(Column(case_sheets.heading(one), 40 if one == "title" else 14) for one in fields),
        *(Column(str(year), 12) for year in years),
        Column(case_sheets.heading("note"), 40),
    )
    rows = [row for annex in annexes for row in _annex(annex, fields, years)]
    return CaseTable(case_sheets.ANNEXES, "Bilagene med beløb; sum står ud for bilag og kapitel.", columns, rows)


def _annex(annex: Annex, fields: Sequence[str], years: Sequence[int]) -> Iterator[_Row]:
    def row(kind: str, record: Record, figures: Mapping[int, Amount]) -> _Row:
        data = _data(record)
        texts = (_cell(data, key(field)) for field in fields)
        return (kind, *texts, *(figures.get(year, "") for year in years), _cell(data, key("note")))

    yield row(case_sheets.ANNEX, annex, annex.total)
    for group in annex.groups:
        yield row(case_sheets.ANNEX_GROUP, group, group.total)
        for one in group.rows:
            yield row(case_sheets.ROW, one, one.amounts)
    for note in _data(annex).get(key("notes"), ()):
        yield (case_sheets.NOTE, *("" for _ in fields), *("" for _ in years), note)


def _savings(savings: SavingsOverview, period: Sequence[int]) -> CaseTable:
    used = (
        year for group in savings.groups for one in (group.total, *(c.amounts for c in group.cases)) for year in one
    )
    years = sorted({*period, *savings.total, *used})
    columns = (
        Column(case_sheets.KIND, 12),
        Column(case_sheets.heading("code"), 14),
        Column(case_sheets.heading("title"), 44),
        Column(case_sheets.heading("unit"), 12),
        *(Column(str(year), 12) for year in years),
        Column(case_sheets.heading("investment"), 14),
        Column(case_sheets.heading("note"), 40),
    )
    rows = list(_savings_rows(savings, years))
    return CaseTable(
        case_sheets.SAVINGS, "Oversigten over besparelser; summer står ud for dem, de gælder.", columns, rows
    )


def _savings_rows(savings: SavingsOverview, years: Sequence[int]) -> Iterator[_Row]:
    def row(head: _Row, figures: Mapping[int, Amount], investment: Amount | None, note: CellValue = "") -> _Row:
        return (*head, *(figures.get(year, "") for year in years), "" if investment is None else investment, note)

    unit = _cell(_data(savings), key("unit"))
    yield row((case_sheets.OVERVIEW, "", savings.title, unit), savings.total, savings.investment_total)
    for group in savings.groups:
        yield row((case_sheets.COMMITTEE, "", group.committee or "", ""), group.total, group.investment_total)
        for one in group.cases:
            yield row((case_sheets.SAVINGS_CASE, one.code, one.title, ""), one.amounts, one.investment, one.note or "")
    for note in _data(savings).get(key("notes"), ()):
        yield row((case_sheets.NOTE, "", "", ""), {}, None, note)


def _years(annex: Annex, group: Any, *rows: Any) -> Iterator[int]:
    yield from annex.total
    yield from group.total
    for row in rows:
        yield from row.amounts


def _data(record: Record) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude_defaults=True)


def _cell(data: Mapping[str, Any], field: str) -> CellValue:
    value = data.get(field, "")
    return value if isinstance(value, str) else ""
