"""Which workbook a returned file was, and what had been sent out with it.

The record in the file says both. Where it is gone or altered, the file's properties or the keys of its rows say
which follow-up of which case it was, and the case says what is asked there now.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from renderer.edition.questionnaire import AskedRow, Questionnaire, Round, WorkbookRecord
from renderer.edition.questionnaires import questionnaires, round_of
from renderer.errors import UnknownChoice, UnreadableFile
from renderer.findings import Finding, Place
from renderer.model.case import Case
from renderer.model.proposal import DraftOrigin
from renderer.readers.collected.notices import no_record
from renderer.readers.workbook.book import Book
from renderer.vocabulary import case_sheets, workbook_marks

_FOLLOWUPS = {"0", "1", "2", "3", "4"}
_IMPORT = "Læs den ind i en ny mappe med kommandoen import, og lad den nye mappe træde i stedet for den gamle."
_PICK = "Vælg et regneark, der er dannet med kommandoen collect fra samme sagsmappe, og som er kommet tilbage."


@dataclass(frozen=True)
class Known:
    """What was sent out: `rows` by their keys, and where `complete` is `True` nothing else.

    `findings` tell what was amiss.
    """

    origin: DraftOrigin
    round: Round
    rows: dict[str, AskedRow]
    complete: bool
    sender: str
    findings: tuple[Finding, ...] = ()


def known(book: Book, keys: Iterable[str], case: Case) -> Known:
    """Which workbook the file was; `keys` are those of its rows. Raises `UnreadableFile` where it is none of ours."""
    record, altered = _record(book)
    if record and not altered:
        about = record.round
        origin = DraftOrigin(record.identity, about.case_id, about.followup, None, None, about.date)
        return Known(origin, about, {row.key: row for row in record.rows}, complete=True, sender=_sender(about))
    case_id, followup = _by_properties(book) or _by_keys(keys) or _unknown(book)
    if case_id != str(case.agreement.case_id):
        message = f"Filen »{book.name}« hører til sagen {case_id}, men sagsmappen er {case.agreement.case_id}."
        raise UnreadableFile(message, "Vælg den sagsmappe, regnearket er dannet fra.")
    try:
        about, asked = round_of(case, followup), questionnaires(case, followup)
    except UnknownChoice as problem:
        what = f"opfølgning {followup}" if followup else "udmøntningen"
        message = f"Filen »{book.name}« hører til {what}, som sagen ikke har nogen fil for."
        raise UnreadableFile(message, "Læg opfølgningens fil i sagsmappen, og prøv igen.") from problem
    centre = book.properties.get(workbook_marks.PROPERTY_CENTRE, "")
    rows = {row.key: row for one in _of_centre(asked, centre) for row in one.rows}
    origin = DraftOrigin(book.properties.get(workbook_marks.PROPERTY_IDENTITY, ""), case_id, followup)
    told = no_record(Place(book.name), altered=altered)
    return Known(origin, about, rows, bool(centre), _sender(about), (told,))


def _of_centre(asked: tuple[Questionnaire, ...], centre: str) -> tuple[Questionnaire, ...]:
    return tuple(one for one in asked if one.centre == centre) or asked


def _record(book: Book) -> tuple[WorkbookRecord | None, bool]:
    """The record, and whether it is other than it was written."""
    for sheet in book.sheets:
        first = sheet.cells.get((1, 1))
        if first is None or first.text.strip() != workbook_marks.RECORD_MARK:
            continue
        pieces = (cell for (row, column), cell in sorted(sheet.cells.items()) if column == 1 and row > 1)
        text = "".join(run.text for cell in pieces for run in cell.runs)
        try:
            record = WorkbookRecord.model_validate_json(text)
        except (ValidationError, ValueError, RecursionError):
            return None, True
        return record, not record.intact
    return None, False


def _by_properties(book: Book) -> tuple[str, int] | None:
    case_id = book.properties.get(workbook_marks.PROPERTY_CASE_ID, "")
    followup = book.properties.get(workbook_marks.PROPERTY_FOLLOWUP, "").split(".")[0]
    return (case_id, int(followup)) if case_id and followup in _FOLLOWUPS else None


def _by_keys(keys: Iterable[str]) -> tuple[str, int] | None:
    """What most keys say; none where there are none."""
    said = list(_parted(keys))
    return max(said, key=said.count) if said else None


def _parted(keys: Iterable[str]) -> Iterator[tuple[str, int]]:
    for key in keys:
        case_id, followup, *rest = [*key.split("|", 3), "", ""][:4]
        if all(rest) and followup in _FOLLOWUPS:
            yield case_id, int(followup)


def _unknown(book: Book) -> tuple[str, int]:
    raise not_ours(book)


def not_ours(book: Book) -> UnreadableFile:
    """The refusal of a workbook that nobody sent out; a whole case as a workbook has another way in."""
    if any(sheet.name.casefold() == case_sheets.AGREEMENT.casefold() for sheet in book.sheets):
        return UnreadableFile(
            f"Filen »{book.name}« er en hel sag som regneark, og ikke et svar fra et center.", _IMPORT
        )
    return UnreadableFile(f"Filen »{book.name}« er ikke et regneark fra denne sag.", _PICK)


def _sender(about: Round) -> str:
    return ", ".join(name for name in (about.municipality, about.department) if name)
