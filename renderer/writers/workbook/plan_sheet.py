"""The sheet on which a centre writes the plan of its items: one row per item, what was agreed locked, the rest open."""

from xlsxwriter.worksheet import Worksheet

from renderer.edition.questionnaire import AskedRow, Planned, Questionnaire, Round
from renderer.vocabulary import workbook_marks
from renderer.writers.workbook.cell import write_markdown, write_text
from renderer.writers.workbook.heights import row_height
from renderer.writers.workbook.looks import Looks
from renderer.writers.workbook.table_sheet import HEAD_ROW, Described, begin_table, set_paper

_WIDTHS = {
    workbook_marks.NUMBER: 8, workbook_marks.TITLE: 20, workbook_marks.AGREEMENT_TEXT: 44,
    workbook_marks.DESCRIPTION: 44, **dict.fromkeys(workbook_marks.MILESTONES.values(), 30),
    workbook_marks.FINANCES: 28, workbook_marks.KEY: 10,
}  # fmt: skip
_FEWEST_LINES = 4
_TABLE = Described(
    name="Udmoentning",
    title="Udmøntning fra {centre}",
    description="En række for hvert delelement. De gule kolonner skal udfyldes.",
)


def write_plan(sheet: Worksheet, about: Round, asked: Questionnaire, looks: Looks, number: int) -> None:
    """Write the sheet of one centre; `number` tells its table from those of other sheets."""
    last = begin_table(sheet, (about, asked, number), _TABLE, (_WIDTHS, workbook_marks.PLAN_ANSWERS), looks)
    for point, time in enumerate(about.times, 1):
        column = workbook_marks.PLAN_HEADINGS.index(workbook_marks.MILESTONES[point])
        sheet.write_string(HEAD_ROW - 1, column, f"Ved {time}", looks["note"])
    for row, one in enumerate(asked.rows, HEAD_ROW + 1):
        _row(sheet, row, one, looks)
    set_paper(sheet, about, (last, len(_WIDTHS)))


def _row(sheet: Worksheet, row: int, one: AskedRow, looks: Looks) -> None:
    planned, locked, open_ = one.planned or Planned(), looks["locked"], looks["answer"]
    texts = (planned.description, *(planned.milestones.get(point, "") for point in workbook_marks.MILESTONES))
    shown = (one.number, one.title, one.agreement_text, *texts, planned.finances)
    # A paragraph is one line in a cell, where the data have an empty line before it.
    lines = (text.replace("\n\n", "\n") for text in shown)
    sheet.set_row(row, row_height(zip(lines, _WIDTHS.values(), strict=False), fewest=_FEWEST_LINES))
    write_text(sheet, (row, 0), one.number, locked)
    write_text(sheet, (row, 1), one.title, locked)
    write_markdown(sheet, (row, 2), one.agreement_text, locked, looks)
    for column, text in enumerate((*texts, planned.finances), 3):
        write_markdown(sheet, (row, column), text, open_, looks)
    write_text(sheet, (row, len(_WIDTHS) - 1), one.key, locked)
