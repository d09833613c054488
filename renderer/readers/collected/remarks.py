"""Notes at cells, and what stands outside the table that was sent out."""

from collections.abc import Iterator, Sequence

from renderer import vocabulary
from renderer.findings import Finding, Place
from renderer.model.field import Field
from renderer.model.proposal import Comment
from renderer.readers.collected import notices
from renderer.readers.collected.answers import effort_path, planned_path
from renderer.readers.collected.matching import Matched
from renderer.readers.workbook.book import Book, Note, cell_name, column_name
from renderer.readers.workbook.table import Table
from renderer.vocabulary import key, workbook_marks

_OWN = {workbook_marks.INSTRUCTION_SHEET, workbook_marks.LIST_SHEET, workbook_marks.DATA_SHEET}


def comments(book: Book, rows: Sequence[Matched], followup: int) -> Iterator[Comment]:
    """The notes of a workbook, each with the field that its cell belongs to."""
    by_place = {(id(one.table.sheet), one.row): one for one in rows}
    for sheet in book.sheets:
        for note in sheet.notes:
            one = by_place.get((id(sheet), note.row))
            quoted = sheet.cells.get((note.row, note.column))
            yield Comment(
                text=note.text,
                author=note.author,
                when=note.when,
                about=_about(one, note, followup) if one else None,
                quote=" ".join(quoted.text.split()) if quoted else "",
                source=Place(book.name, sheet=sheet.name or None, cell=cell_name(note.row, note.column)),
                replies_to=note.replies_to,
                done=note.done,
            )


def _about(one: Matched, note: Note, followup: int) -> Field | None:
    heading = next((name for name, column in one.table.columns.items() if column == note.column), None)
    ref, plan = one.asked.ref, key("finances")
    if one.asked.planned:
        return Field(None, ref, planned_path(heading) or (key("description"),))
    effort = effort_path(one) if one.asked.checkpoint else None
    if heading == workbook_marks.AGREEMENT_TEXT:
        return Field(None, ref, (key("agreement_text"),))
    if heading == workbook_marks.FINANCES:
        return Field(None, ref, (plan,))
    if heading in (workbook_marks.LAST_FINANCES, workbook_marks.FINANCES_SMILEY, workbook_marks.FINANCES_STATUS):
        last = "smiley" if heading == workbook_marks.FINANCES_SMILEY else "status"
        return Field(followup, ref, (plan, key(last)))
    if effort is None:
        return Field(followup, ref, (plan, vocabulary.key("status")))
    if heading == workbook_marks.MILESTONE:
        return Field(None, ref, effort)
    return Field(followup, ref, (*effort, key("smiley" if heading == workbook_marks.SMILEY else "status")))


def outside(book: Book, tables: Sequence[Table], rows: Sequence[Matched], answers: Sequence[str]) -> Iterator[Finding]:
    """Sheets, columns and words that somebody put in, and columns of the `answers` that are gone."""
    read = {id(table.sheet) for table in tables}
    for sheet in book.sheets:
        first = sheet.cells.get((1, 1))
        own = sheet.name in _OWN or (first is not None and first.text.strip() == workbook_marks.RECORD_MARK)
        if id(sheet) not in read and not own and any(not cell.empty for cell in sheet.cells.values()):
            yield notices.sheet_not_read(Place(book.name, sheet=sheet.name or None))
    for table in tables:
        yield from _columns(book.name, table, [one.row for one in rows if one.table is table], answers)


def _columns(file: str, table: Table, rows: Sequence[int], answers: Sequence[str]) -> Iterator[Finding]:
    place = Place(file, sheet=table.sheet.name or None)
    for heading in answers:
        if heading not in table.columns:
            yield notices.column_missing(place, heading)
    ours, numbers = set(table.columns.values()), set(rows)
    filled = {
        column
        for (row, column), cell in table.sheet.cells.items()
        if row in numbers and column not in ours and not cell.empty
    }
    for column in sorted(filled):
        named = table.doubled.get(column) or table.others.get(column, "")
        at = Place(file, sheet=table.sheet.name or None, cell=column_name(column))
        yield notices.column_not_read(at, named)
