"""A whole case in one workbook: read into the same data as a case folder, and judged by the same rules."""

from collections.abc import Iterator
from dataclasses import dataclass

from renderer.errors import UnreadableFile
from renderer.findings import Finding
from renderer.model.agreement import Agreement
from renderer.model.case import Case
from renderer.model.followup import FollowUp
from renderer.model.signed.signed_agreement import SignedAgreement
from renderer.readers.casebook.located import Located
from renderer.readers.casebook.plan import read_agreement
from renderer.readers.casebook.reports import read_followups, read_waivers
from renderer.readers.casebook.sheets import CaseSheets
from renderer.readers.casebook.signed import read_signed
from renderer.readers.workbook.book import Book
from renderer.readers.workbook.open_book import open_book
from renderer.readers.workbook.table import comparable
from renderer.readers.yaml.folder import WaiverFile
from renderer.readers.yaml.references import unknown_names, unknown_refs
from renderer.readers.yaml.validation import Validated, validated
from renderer.vocabulary import case_sheets


@dataclass(frozen=True)
class CasebookReading:
    """What a workbook says: `case` is `None` when an error keeps it from being one."""

    case: Case | None
    findings: tuple[Finding, ...]


def read_casebook(name: str, data: bytes) -> CasebookReading:
    """Read a whole case from a workbook.

    Raises `UnreadableFile` where the file is no workbook, is protected or broken, or does not hold a case.
    """
    book = open_book(name, data)
    if not is_casebook(book):
        message = f"Filen »{name}« er et regneark, men den har ikke arket »{case_sheets.AGREEMENT}« med en sag."
        hint = "Vælg et regneark, der er dannet med kommandoen export. Svar fra centre læses med kommandoen take-back."
        raise UnreadableFile(message, hint)
    sheets = CaseSheets(book)
    reader = _Reader(sheets)
    case = reader.case()
    return CasebookReading(case, tuple(dict.fromkeys((*sheets.findings, *reader.findings))))


def is_casebook(book: Book) -> bool:
    """Whether the workbook has the one sheet that every case has."""
    return any(comparable(sheet.name) == comparable(case_sheets.AGREEMENT) for sheet in book.sheets)


class _Reader:
    def __init__(self, sheets: CaseSheets) -> None:
        self._sheets = sheets
        self.findings: list[Finding] = []

    def case(self) -> Case | None:
        agreement_data = read_agreement(self._sheets)
        followup_data = read_followups(self._sheets)
        signed_data, waiver_data = read_signed(self._sheets), read_waivers(self._sheets)
        self._sheets.unknown_sheets()
        agreement = self._record(Agreement, agreement_data)
        followups = [self._record(FollowUp, one) for one in followup_data.values()]
        signed = self._record(SignedAgreement, signed_data) if signed_data else None
        waivers = self._record(WaiverFile, waiver_data)
        self.findings += self._references(agreement_data, followup_data)
        if agreement is None or any(finding.stops for finding in (*self._sheets.findings, *self.findings)):
            return None
        given = tuple(one for one in followups if one)
        return Case(agreement=agreement, signed=signed, followups=given, waivers=waivers.waivers if waivers else ())

    def _record(self, model: type[Validated], located: Located) -> Validated | None:
        record: Validated | None
        record, objections = validated(model, located.as_lines(), located.name)
        self.findings += (located.in_cells(finding) for finding in objections)
        return record

    def _references(self, agreement: Located, followups: dict[str, Located]) -> Iterator[Finding]:
        lines = agreement.as_lines()
        for finding in unknown_names(lines):
            yield agreement.in_cells(finding)
        for located in followups.values():
            for finding in unknown_refs(lines, located.as_lines(), located.name):
                yield located.in_cells(finding)
