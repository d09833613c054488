"""The workbook inside a chart, which Word opens when somebody asks to change its numbers."""

from renderer.edition.edition import Facts
from renderer.edition.overview.blocks import CountTable, Overview
from renderer.writers.workbook.book import Book

SHEET = "Tal"
_WIDEST = 60


def chart_workbook(facts: Facts, overview: Overview, table: CountTable) -> bytes:
    """The numbers of a chart: names in the first column, a column for each kind of smiley behind it."""
    sender = ", ".join(name for name in (facts.municipality, facts.department) if name)
    book = Book(table.heading, f"Sagsid {facts.case_id}", sender, facts.date)
    sheet = book.sheets.add_worksheet(SHEET)
    sheet.set_column(0, 0, min(_WIDEST, max(len(line.label) for line in table.lines) + 2))
    sheet.write_string(0, 0, table.label_label)
    for column, mark in enumerate(table.effort_marks, 1):
        sheet.write_string(0, column, overview.word(mark))
    for row, line in enumerate(table.lines, 1):
        sheet.write_string(row, 0, line.label)
        for column, mark in enumerate(table.effort_marks, 1):
            sheet.write_number(row, column, line.effort.of(mark))
    return book.content()
