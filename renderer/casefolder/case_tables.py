"""A case -> the tables of the one workbook that holds all of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from renderer.casefolder.field_table import descriptions, field_table, text_at
from renderer.casefolder.signed_tables import signed_tables
from renderer.edition.case_table import CaseTable, CellValue, Column
from renderer.model.agreement import Agreement, Chapter
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.vocabulary import case_sheets, key

_LONG, _MIDDLE, _SHORT = 50, 26, 12
_WIDE = {"agreement_text", "description"}


def case_tables(case: Case) -> tuple[CaseTable, ...]:
    """The tables in the order of the sheets; those of the signed agreement only where the case has one."""
    tables = (
        _agreement(case.agreement),
        *_lists(case.agreement),
        *_plan(case.agreement),
        *_changes(case.agreement),
        *_reports(case),
        _waivers(case),
    )
    return (*tables, *signed_tables(case.signed)) if case.signed else tables


def _agreement(agreement: Agreement) -> CaseTable:
    data = agreement.model_dump(mode="json", exclude_defaults=True, exclude={"chapters"})
    about = "Aftalens egne oplysninger, ét felt i hver række."
    return field_table(case_sheets.AGREEMENT, about, data, case_sheets.AGREEMENT_FIELDS, descriptions(Agreement))


def _lists(agreement: Agreement) -> Iterator[CaseTable]:
    about, column = "De udvalg, som delelementerne hører under.", Column(case_sheets.heading("committees"), _LONG)
    yield CaseTable(case_sheets.COMMITTEES, about, (column,), [(one,) for one in agreement.committees])
    columns = (Column(case_sheets.heading("centres"), _LONG), Column(case_sheets.heading("email"), _LONG))
    about = "De centre, som delelementerne hører under, med deres e-mailadresser, hvis de er kendt."
    addresses = _dump(agreement).get(key("centre_emails"), {})
    rows = [(one, addresses.get(one, "")) for one in agreement.centres]
    yield CaseTable(case_sheets.CENTRES, about, columns, rows)


def _plan(agreement: Agreement) -> Iterator[CaseTable]:
    names = chapter_names(agreement.chapters)
    columns = (
        Column(case_sheets.heading("number"), _SHORT),
        Column(case_sheets.heading("title"), _LONG),
        Column(case_sheets.heading("introduction"), 80),
    )
    chapters = [_dump(chapter, exclude={"items"}) for chapter in agreement.chapters]
    yield CaseTable(
        case_sheets.CHAPTERS,
        "Aftalens kapitler i den rækkefølge, de trykkes.",
        columns,
        [_texts(data, ("number", "title", "introduction")) for data in chapters],
    )
    rows = [
        (name, *_item(_dump(item)))
        for name, chapter in zip(names, agreement.chapters, strict=True)
        for item in chapter.items
    ]
    yield CaseTable(
        case_sheets.ITEMS,
        "Et delelement i hver række, i den rækkefølge de trykkes i deres kapitel.",
        tuple(_item_columns()),
        rows,
    )


def chapter_names(chapters: Sequence[Chapter]) -> list[str]:
    """A name for each chapter that no other has: its heading, with a number where it stands twice."""
    names: list[str] = []
    for chapter in chapters:
        name, count = chapter.heading, 1
        while name in names:
            count += 1
            name = f"{chapter.heading} ({count})"
        names.append(name)
    return names


def _item_columns() -> Iterator[Column]:
    yield Column(case_sheets.CHAPTER, _MIDDLE)
    for field in case_sheets.ITEM_FIELDS:
        narrow = field in {"number", "ref", "types"}
        yield Column(case_sheets.heading(field), _LONG if field in _WIDE else _SHORT if narrow else _MIDDLE)
    for point in Checkpoint:
        yield Column(case_sheets.milestone_heading(point.value), _MIDDLE)
    yield Column(case_sheets.heading("finances"), _MIDDLE)


def _item(data: Mapping[str, Any]) -> tuple[CellValue, ...]:
    milestones = [text_at(data, (key("milestones"), str(point.value))) for point in Checkpoint]
    return (*_texts(data, case_sheets.ITEM_FIELDS), *milestones, text_at(data, (key("finances"),)))


def _changes(agreement: Agreement) -> Iterator[CaseTable]:
    """What changes in the middle of the year; without such changes there are no sheets for them."""
    changes = [
        (item.ref, item.title, key(kind), *_texts(_dump(change), case_sheets.CHANGE_FIELDS))
        for item in agreement.items()
        for kind, found in (("moves", item.moves), ("given_up", (item.given_up,)))
        for change in found
        if change
    ]
    if changes:
        about = "Delelementer, som er udgået eller flyttet, med den opfølgning, det gælder fra."
        fields = (case_sheets.heading(field) for field in case_sheets.CHANGE_FIELDS)
        headings = (case_sheets.heading("ref"), case_sheets.NAME_OF_ITEM, case_sheets.KIND, *fields)
        yield CaseTable(case_sheets.CHANGES, about, tuple(Column(one, _MIDDLE) for one in headings), changes)
    if agreement.new_names:
        about = "Udvalg og centre, som har fået et andet navn, med den opfølgning, det gælder fra."
        columns = tuple(Column(case_sheets.heading(field), _MIDDLE) for field in case_sheets.NEW_NAME_FIELDS)
        rows = [_texts(_dump(one), case_sheets.NEW_NAME_FIELDS) for one in agreement.new_names]
        yield CaseTable(case_sheets.NEW_NAMES, about, columns, rows)


def _reports(case: Case) -> Iterator[CaseTable]:
    heads = [_dump(followup, exclude={"statuses"}) for followup in case.followups]
    paths = ((key("followup"),), (key("date"),), *((key("contact"), key(one)) for one in ("name", "phone", "email")))
    columns = tuple(Column(case_sheets.label(path[-1]), _MIDDLE) for path in paths)
    about = "Udmøntningen (0) og opfølgningerne (1 til 4) med dato og kontakt."
    yield CaseTable(
        case_sheets.FOLLOWUPS, about, columns, [tuple(text_at(one, path) for path in paths) for one in heads]
    )
    titles = {item.ref: item.title for item in case.agreement.items()}
    rows = [
        (str(followup.number), ref, titles.get(ref, ""), *_report(_dump(status)))
        for followup in case.followups
        for ref, status in followup.statuses.items()
    ]
    about = "Det, der er meldt: en række for hvert delelement i hver opfølgning."
    yield CaseTable(case_sheets.STATUSES, about, tuple(_report_columns()), rows)


def _report_columns() -> Iterator[Column]:
    yield Column(case_sheets.heading("followup"), _SHORT)
    yield Column(case_sheets.heading("ref"), _SHORT)
    yield Column(case_sheets.NAME_OF_ITEM, _MIDDLE)
    for point in Checkpoint:
        yield Column(case_sheets.milestone_heading(point.value, key("smiley")), 16)
        yield Column(case_sheets.milestone_heading(point.value, key("status")), _MIDDLE)
    yield Column(case_sheets.finances_heading(key("smiley")), 16)
    yield Column(case_sheets.finances_heading(key("status")), _MIDDLE)


def _report(data: Mapping[str, Any]) -> Iterator[str]:
    groups = [(key("milestones"), str(point.value)) for point in Checkpoint]
    for path in (*groups, (key("finances"),)):
        yield text_at(data, (*path, key("smiley")))
        yield text_at(data, (*path, key("status")))


def _waivers(case: Case) -> CaseTable:
    fields = ("code", "place", "reason")
    columns = tuple(Column(case_sheets.heading(field), _LONG) for field in fields)
    rows = [_texts(_dump(waiver), fields) for waiver in case.waivers]
    return CaseTable(case_sheets.WAIVERS, "Anmærkninger, som er accepteret, med begrundelse.", columns, rows)


def _dump(record: Any, **options: Any) -> dict[str, Any]:
    data: dict[str, Any] = record.model_dump(mode="json", exclude_defaults=True, **options)
    return data


def _texts(data: Mapping[str, Any], fields: Sequence[str]) -> tuple[CellValue, ...]:
    return tuple(text_at(data, (key(field),)) for field in fields)
