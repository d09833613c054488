"""The cells that were locked: each one that says something else than it was sent with, with old and new."""

from collections.abc import Iterator

from renderer.edition.cell_text import cell_text
from renderer.edition.questionnaire import AskedRow
from renderer.findings import Finding
from renderer.model.markdown import parse_prose
from renderer.readers.collected import notices
from renderer.readers.collected.matching import Matched
from renderer.readers.text.runs import clean
from renderer.vocabulary import workbook_marks

_MOST_COMPARED = 16_000
"""Characters; longer texts may have been cut to what a cell can hold."""


def changed_context(file: str, one: Matched) -> Iterator[Finding]:
    """The locked cells of a row that were changed."""
    for heading, sent in _sent_with_plan(one.asked) if one.asked.planned else _sent(one.asked):
        if heading not in one.table.columns:
            continue
        said = one.table.text(one.row, heading)
        row, column = one.row, one.table.columns[heading]
        merged = one.table.sheet.merged_over(row, column)
        covered = merged is not None and merged.first != (row, column)
        if not covered and _words(said) != _words(sent):
            yield notices.locked_changed(one.place(file, heading), sent, said)


def _sent(row: AskedRow) -> Iterator[tuple[str, str]]:
    yield workbook_marks.NUMBER, row.number
    yield workbook_marks.TITLE, row.title
    yield workbook_marks.AGREEMENT_TEXT, cell_text(parse_prose(row.agreement_text))
    yield workbook_marks.TIME, row.time
    yield workbook_marks.MILESTONE, cell_text(parse_prose(row.milestone))
    yield workbook_marks.LAST_REPORT, cell_text(parse_prose(row.last_report))
    yield workbook_marks.FINANCES, cell_text(parse_prose(row.planned_finances))
    yield workbook_marks.LAST_FINANCES, cell_text(parse_prose(row.last_finances))


def _sent_with_plan(row: AskedRow) -> Iterator[tuple[str, str]]:
    yield workbook_marks.NUMBER, row.number
    yield workbook_marks.TITLE, row.title
    yield workbook_marks.AGREEMENT_TEXT, cell_text(parse_prose(row.agreement_text))


def _words(text: str) -> str:
    return " ".join(clean(text[:_MOST_COMPARED]).split())
