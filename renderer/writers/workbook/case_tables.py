"""A whole case as one workbook: a sheet for each table with filters, and a first sheet of help."""

import datetime
from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from renderer.edition.case_table import CaseTable, CellValue
from renderer.model.amount import Amount
from renderer.vocabulary import case_sheets
from renderer.vocabulary.workbook_marks import INSTRUCTION_SHEET
from renderer.writers.workbook.book import Book
from renderer.writers.workbook.cell import write_text
from renderer.writers.workbook.heights import row_height
from renderer.writers.workbook.looks import TABLE_STYLE, Looks

_A3 = 8
_MOST_DIGITS = 15
_SMILEYS = ("glad", "mellemfornøjet", "sur")
_HELP = (
    ("Hele sagen i ét regneark", "title"),
    ("Regnearket har alt det, der står i sagsmappen. Læs det ind igen med aftalerapport import.", "words"),
    ("Sådan er det ordnet", "heading"),
    (
        "Hvert ark har sine overskrifter øverst. Rækker og kolonner må gerne flyttes, men overskrifterne skal blive.",
        "words",
    ),
    ("En tom celle betyder, at der ikke er noget. Et nyt delelement er en ny række i arket Delelementer.", "words"),
    ("I kolonnen Kapitel står kapitlets nummer og titel, som de står i arket Kapitler.", "words"),
    (
        "Ref er delelementets faste kendetegn. Lad den stå; i nye rækker kan den være tom, hvis der er et nummer.",
        "words",
    ),
    ("Tekster skrives som i sagsmappen: **fed**, *kursiv*, og linjer, der begynder med -, er punkter.", "words"),
    ("Arkene", "heading"),
)


def write_case(tables: Sequence[CaseTable], title: str, subject: str, author: str, day: datetime.date) -> bytes:
    """The workbook as bytes; the same tables give the same bytes."""
    book = Book(title, subject, author, day)
    looks = Looks(book.sheets)
    _write_help(book.sheets.add_worksheet(INSTRUCTION_SHEET), tables, looks)
    for number, table in enumerate(tables, 1):
        _write(book.sheets.add_worksheet(table.name), table, looks, number)
    book.remember(case_sheets.OWN_PROPERTY, "1")
    return book.content()


def _write_help(sheet: Worksheet, tables: Sequence[CaseTable], looks: Looks) -> None:
    sheet.set_column(0, 0, 80)
    sheet.hide_gridlines(2)
    lines = [*_HELP, *((f"{table.name}: {table.about}", "words") for table in tables)]
    for row, (text, look) in enumerate(lines):
        sheet.set_row(row, row_height([(text, 80)], line=24 if look != "words" else 15))
        sheet.write_string(row, 0, text, looks[look])
    sheet.fit_to_pages(1, 0)


def _write(sheet: Worksheet, table: CaseTable, looks: Looks, number: int) -> None:
    for column, one in enumerate(table.columns):
        sheet.set_column(column, column, one.width, looks["plain_column"])
    last = max(len(table.rows), 1)
    sheet.add_table(
        0,
        0,
        last,
        len(table.columns) - 1,
        {
            "name": f"Tabel_{number}",
            "title": table.name,
            "description": table.about,
            "columns": [{"header": one.heading, "header_format": looks["head"]} for one in table.columns],
            "style": TABLE_STYLE,
            "banded_rows": False,
        },
    )
    widths = [one.width for one in table.columns]
    for row, values in enumerate(table.rows, 1):
        texts = [value if isinstance(value, str) else value.literal for value in values]
        sheet.set_row(row, row_height(zip(texts, widths, strict=True)))
        for column, value in enumerate(values):
            _write_value(sheet, (row, column), value, looks)
    for column, one in enumerate(table.columns):
        if one.heading.endswith(" smiley"):
            sheet.data_validation(1, column, last, column, {"validate": "list", "source": list(_SMILEYS)})
    _paper(sheet)


def _write_value(sheet: Worksheet, at: tuple[int, int], value: CellValue, looks: Looks) -> None:
    if not isinstance(value, Amount):
        write_text(sheet, at, value, looks["plain"])
    elif len(value.number.as_tuple().digits) <= _MOST_DIGITS:
        sheet.write_number(*at, float(value.number), looks.amount(value.decimals))
    else:
        write_text(sheet, at, value.literal, looks["plain"])


def _paper(sheet: Worksheet) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&RSide &P af &N")
