"""The workbook that a centre fills in: instructions, a sheet for each centre in it, and what makes it known again."""

from renderer.edition.questionnaire import WorkbookRecord, sheet_names
from renderer.vocabulary import workbook_marks
from renderer.writers.workbook.answer_sheet import write_answers
from renderer.writers.workbook.book import Book
from renderer.writers.workbook.hidden_sheets import write_choices, write_record
from renderer.writers.workbook.instructions import write_instructions
from renderer.writers.workbook.looks import Looks
from renderer.writers.workbook.plan_sheet import write_plan


def write_collected(record: WorkbookRecord) -> bytes:
    """The workbook as bytes; the same record gives the same bytes."""
    about = record.round
    title = about.name + (f": {record.centre}" if record.centre else "")
    sender = ", ".join(name for name in (about.municipality, about.department) if name)
    book = Book(title, f"Sagsid {about.case_id}", sender, about.date)
    looks = Looks(book.sheets)
    names = _names(record)
    instructions = book.sheets.add_worksheet(workbook_marks.INSTRUCTION_SHEET)
    sheets = [book.sheets.add_worksheet(name) for name in names]
    lists = None if about.asks_plan else write_choices(book.sheets.add_worksheet(workbook_marks.LIST_SHEET), record)
    write_record(book.sheets.add_worksheet(workbook_marks.DATA_SHEET), record)
    write_instructions(instructions, record, names, looks)
    for number, (sheet, asked) in enumerate(zip(sheets, record.questionnaires, strict=True), 1):
        if lists is None:
            write_plan(sheet, about, asked, looks, number)
        else:
            write_answers(sheet, about, asked, lists, looks, number)
    sheets[0].activate()
    _remember(book, record)
    return book.content()


def _names(record: WorkbookRecord) -> tuple[str, ...]:
    if len(record.questionnaires) == 1:
        return (workbook_marks.PLAN_SHEET if record.round.asks_plan else workbook_marks.SHEET,)
    return sheet_names(tuple(one.centre for one in record.questionnaires))


def _remember(book: Book, record: WorkbookRecord) -> None:
    for name, value in (
        (workbook_marks.PROPERTY_IDENTITY, record.identity),
        (workbook_marks.PROPERTY_CASE_ID, record.round.case_id),
        (workbook_marks.PROPERTY_FOLLOWUP, str(record.round.followup)),
        (workbook_marks.PROPERTY_CENTRE, record.centre),
        (workbook_marks.PROPERTY_DIGEST, record.digest),
        (workbook_marks.PROPERTY_VERSION, record.version),
    ):
        book.remember(name, value)
