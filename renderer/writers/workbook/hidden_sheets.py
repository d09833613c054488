"""The hidden sheets: what the lists offer, and the record of everything that was sent out."""

from xlsxwriter.worksheet import Worksheet

from renderer.edition.questionnaire import WorkbookRecord
from renderer.vocabulary import workbook_marks
from renderer.writers.workbook.answer_sheet import ListRanges

_PIECE = 15_000  # characters; each may be two units of what Excel counts
_HEADINGS = ("Smileyer på indsats", "Smileyer på økonomi")


def write_choices(sheet: Worksheet, record: WorkbookRecord) -> ListRanges:
    """Write the choices of the two scales, and tell where they stand."""
    ranges = []
    for column, levels in enumerate((record.round.effort, record.round.finances)):
        sheet.write_string(0, column, _HEADINGS[column])
        for row, label in enumerate(levels.labels, 1):
            sheet.write_string(row, column, label)
        letter = "AB"[column]
        ranges.append(f"={workbook_marks.LIST_SHEET}!${letter}$2:${letter}${1 + len(levels.labels)}")
    sheet.hide()
    sheet.protect()
    return ListRanges(*ranges)


def write_record(sheet: Worksheet, record: WorkbookRecord) -> None:
    """Write the record as JSON, cut into pieces that a cell can hold."""
    text = record.model_dump_json()
    sheet.write_string(0, 0, workbook_marks.RECORD_MARK)
    for row, start in enumerate(range(0, len(text), _PIECE), 1):
        sheet.write_string(row, 0, text[start : start + _PIECE])
    sheet.very_hidden()
    sheet.protect()
