"""The sheet that a centre fills in: one row per item and checkpoint, context locked, answers open."""

from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from renderer.edition.questionnaire import Asked, AskedRow, Levels, Questionnaire, Round
from renderer.vocabulary import workbook_marks
from renderer.writers.workbook.cell import write_markdown, write_text
from renderer.writers.workbook.heights import row_height
from renderer.writers.workbook.looks import Looks
from renderer.writers.workbook.table_sheet import HEAD_ROW, Described, begin_table, set_paper

_WIDTHS = {
    workbook_marks.NUMBER: 8, workbook_marks.TITLE: 20, workbook_marks.AGREEMENT_TEXT: 44, workbook_marks.TIME: 17,
    workbook_marks.MILESTONE: 26, workbook_marks.LAST_REPORT: 24, workbook_marks.SMILEY: 18,
    workbook_marks.STATUS: 38, workbook_marks.FINANCES: 20, workbook_marks.LAST_FINANCES: 18,
    workbook_marks.FINANCES_SMILEY: 18, workbook_marks.FINANCES_STATUS: 30, workbook_marks.KEY: 10,
}  # fmt: skip
_FEWEST_LINES = 4
_TABLE = Described(
    name="Opfoelgning",
    title="Status fra {centre}",
    description="En række for hvert delelement og tidspunkt. De gule kolonner skal udfyldes.",
)
_CHOOSE = (
    "Vælg smiley",
    "Klik på pilen til højre for cellen, og vælg på listen. Lad cellen stå tom, hvis I ikke ved det endnu.",
)
_NOT_LISTED = ("Vælg på listen", "Vælg en smiley på listen, eller slet det, der står i cellen.")


@dataclass(frozen=True)
class ListRanges:
    """Where the choices of the two scales stand: `=Valg!$A$2:$A$4`."""

    effort: str
    finances: str


def write_answers(
    sheet: Worksheet, about: Round, asked: Questionnaire, lists: ListRanges, looks: Looks, number: int
) -> None:
    """Write the sheet of one centre; `number` tells its table from those of other sheets."""
    columns = {heading: column for column, heading in enumerate(workbook_marks.HEADINGS)}
    last = begin_table(sheet, (about, asked, number), _TABLE, (_WIDTHS, workbook_marks.ANSWERS), looks)
    first = HEAD_ROW + 1
    for row, one in enumerate(asked.rows, first):
        _row(sheet, row, one, about, looks)
    for heading, source in ((workbook_marks.SMILEY, lists.effort), (workbook_marks.FINANCES_SMILEY, lists.finances)):
        _choice(sheet, (first, last, columns[heading]), source, looks)
    set_paper(sheet, about, (last, len(columns)))


def _row(sheet: Worksheet, row: int, one: AskedRow, about: Round, looks: Looks) -> None:
    locked = looks["locked"]
    sheet.set_row(row, _height(one, about))
    write_text(sheet, (row, 0), one.number, locked)
    write_text(sheet, (row, 1), one.title, locked)
    write_markdown(sheet, (row, 2), one.agreement_text, locked, looks)
    write_text(sheet, (row, 3), one.time, locked)
    write_markdown(sheet, (row, 4), one.milestone, locked, looks)
    write_markdown(sheet, (row, 5), one.last_report, locked, looks)
    _answer(sheet, (row, 6), one.effort, about.effort, looks)
    write_markdown(sheet, (row, 8), one.planned_finances, locked, looks)
    write_markdown(sheet, (row, 9), one.last_finances, locked, looks)
    _answer(sheet, (row, 10), one.finances, about.finances, looks)
    write_text(sheet, (row, 12), one.key, locked)


def _height(one: AskedRow, about: Round) -> float:
    effort, finances = one.effort or Asked(), one.finances or Asked()
    texts = (
        one.number, one.title, one.agreement_text, one.time, one.milestone, one.last_report,
        about.effort.label(effort.smiley), effort.status, one.planned_finances, one.last_finances,
        about.finances.label(finances.smiley), finances.status,
    )  # fmt: skip
    # A paragraph is one line in a cell, where the data have an empty line before it.
    lines = (text.replace("\n\n", "\n") for text in texts)
    return row_height(zip(lines, _WIDTHS.values(), strict=False), fewest=_FEWEST_LINES)


def _answer(sheet: Worksheet, at: tuple[int, int], asked: Asked | None, levels: Levels, looks: Looks) -> None:
    row, column = at
    if asked is None:
        for place in (column, column + 1):
            sheet.write_string(row, place, workbook_marks.NOT_ASKED, looks["not_asked"])
        return
    write_text(sheet, (row, column), levels.label(asked.smiley), looks["answer"])
    write_markdown(sheet, (row, column + 1), asked.status, looks["answer"], looks)


def _choice(sheet: Worksheet, cells: tuple[int, int, int], source: str, looks: Looks) -> None:
    first, last, column = cells
    sheet.data_validation(
        first,
        column,
        last,
        column,
        {
            "validate": "list",
            "source": source,
            "input_title": _CHOOSE[0],
            "input_message": _CHOOSE[1],
            "error_title": _NOT_LISTED[0],
            "error_message": _NOT_LISTED[1],
        },
    )
    cell = xl_rowcol_to_cell(first, column)
    for face, look in looks.of_faces():
        formula = f'=ISNUMBER(FIND("{face}",{cell}))'
        sheet.conditional_format(first, column, last, column, {"type": "formula", "criteria": formula, "format": look})
