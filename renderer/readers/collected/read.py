"""Workbooks that come back from centres: what was filled in, what was remarked, and what to look at.

Every answer is read from the place where a user sees it; nothing is guessed: what is not certain is a finding.
"""

from renderer.findings import Finding, Place
from renderer.model.case import Case
from renderer.model.proposal import Returned
from renderer.readers.collected import notices
from renderer.readers.collected.answers import AnswerReader
from renderer.readers.collected.context import changed_context
from renderer.readers.collected.matching import Matches, keys_of
from renderer.readers.collected.origin import known, not_ours
from renderer.readers.collected.remarks import comments, outside
from renderer.readers.workbook.book import Book, Sheet
from renderer.readers.workbook.open_book import open_book
from renderer.readers.workbook.table import Table, find_table
from renderer.vocabulary import workbook_marks

_FEWEST_HEADINGS = 4


def read_collected(name: str, data: bytes, case: Case) -> Returned:
    """Read a returned workbook. `name` is the file's, for places and messages.

    `case` says what is asked now, for a file that no longer says what was sent out. Raises `UnreadableFile` where
    the file is no workbook, is protected or broken, or is none that was sent out from this case.
    """
    book = open_book(name, data)
    found = (_table(sheet) for sheet in book.sheets)
    tables = [table for table in found if table]
    if not tables:
        raise not_ours(book)
    sent = known(book, keys_of(tables), case)
    matches = Matches(name, sent, case)
    for table in tables:
        matches.add(table)
    matches.finished()
    who, when = _saved_by(book, sent.sender)
    answers = AnswerReader(name, sent, book.keeps_looks, who, when)
    findings: list[Finding] = [*sent.findings, *matches.findings]
    for one in matches.rows:
        answers.row(one)
        findings += changed_context(name, one)
    findings += answers.findings
    answers_asked = workbook_marks.PLAN_ANSWERS if sent.round.asks_plan else workbook_marks.ANSWERS
    findings += outside(book, tables, matches.rows, answers_asked)
    findings += (notices.link_outside(Place(name), target) for target in book.outside)
    return Returned(
        origin=sent.origin,
        proposals=tuple(dict.fromkeys(answers.proposals)),
        comments=tuple(comments(book, matches.rows, sent.round.followup)),
        findings=tuple(dict.fromkeys(findings)),
        read=frozenset(answers.read),
        file=name,
    )


def _table(sheet: Sheet) -> Table | None:
    """The table that a centre was asked in: for reports, or for the plan, which has other columns."""
    reports = find_table(sheet, workbook_marks.HEADINGS, _FEWEST_HEADINGS, workbook_marks.OLDER_HEADINGS)
    plan = find_table(sheet, workbook_marks.PLAN_HEADINGS, _FEWEST_HEADINGS)
    if reports and plan:
        return max(reports, plan, key=lambda table: len(table.columns))
    return reports or plan


def _saved_by(book: Book, sender: str) -> tuple[tuple[str, ...], str]:
    """Who saved the file last, and when, unless it is as we sent it."""
    who = " ".join(book.properties.get("lastModifiedBy", "").split())
    if not who or who == sender:
        return (), ""
    return (who,), book.properties.get("modified", "")
