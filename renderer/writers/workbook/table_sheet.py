"""What the sheets that centres fill in have in common: the heading, the table, its lock, and how it is printed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from renderer.edition.questionnaire import Questionnaire, Round
from renderer.vocabulary import CASE_ID_LABEL, workbook_marks
from renderer.writers.workbook.looks import TABLE_STYLE, Looks

HEAD_ROW = 3
"""The row of headings, counted from 0; the rows that are asked follow it."""

_A3 = 8
_ALLOWED = {
    "objects": True, "format_columns": True, "format_rows": True, "sort": True, "autofilter": True,
    "select_locked_cells": True, "select_unlocked_cells": True,
}  # fmt: skip
_HINT = "Udfyld de gule kolonner. Resten er låst og står her til hjælp. Se også arket »Vejledning«."


@dataclass(frozen=True)
class Described:
    """What a table is called inside the file, and what it says to those who do not see it; `{centre}` is the centre."""

    name: str
    title: str
    description: str


def begin_table(
    sheet: Worksheet,
    whose: tuple[Round, Questionnaire, int],
    table: Described,
    columns: tuple[Mapping[str, int], Collection[str]],
    looks: Looks,
) -> int:
    """Write everything above and around the rows; gives the number of the last row.

    `whose` is the centre's questionnaire and which table of the workbook it is; `columns` are the headings with their
    widths in characters, and those of them that are to be filled in.
    """
    about, asked, number = whose
    widths, answers = columns
    for column, (heading, width) in enumerate(widths.items()):
        sheet.set_column(column, column, width, None, {"hidden": heading == workbook_marks.KEY})
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, f"{about.name}: {asked.centre}", looks["title"])
    sheet.write_string(1, 0, _HINT)
    last = HEAD_ROW + max(len(asked.rows), 1)
    sheet.set_row(HEAD_ROW, 30)
    sheet.add_table(
        HEAD_ROW,
        0,
        last,
        len(widths) - 1,
        {
            "name": f"{table.name}_{number}",
            "title": table.title.format(centre=asked.centre),
            "description": table.description,
            "columns": [
                {"header": heading, "header_format": looks["answer_head" if heading in answers else "head"]}
                for heading in widths
            ],
            "style": TABLE_STYLE,
            "banded_rows": False,
        },
    )
    return last


def set_paper(sheet: Worksheet, about: Round, bounds: tuple[int, int]) -> None:
    """Say how it is printed, and lock it; `bounds` are its last row and how many columns it has, the key among them."""
    last, columns = bounds
    sheet.freeze_panes(HEAD_ROW + 1, 2)
    sheet.set_landscape()
    sheet.set_paper(_A3)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW)
    sheet.print_area(f"A1:{xl_col_to_name(columns - 2)}{last + 1}")
    sheet.set_footer(f"&L{_escaped(about.municipality)}&CSide &P af &N&R{CASE_ID_LABEL}: {about.case_id}")
    sheet.hide_gridlines(2)
    sheet.protect("", _ALLOWED)


def _escaped(text: str) -> str:
    return text.replace("&", "&&")
