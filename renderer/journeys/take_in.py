"""Take in earlier documents: files made by hand in, a case folder out, and an account of what was understood."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from renderer import vocabulary
from renderer.casefolder.write import case_files
from renderer.errors import WrongCall
from renderer.findings import Finding, Stopped, any_stops
from renderer.journeys.case_files import CaseFiles, folder_files, save_files
from renderer.journeys.placed import placed, placed_signed, usual
from renderer.journeys.rendering.extract import file_content
from renderer.journeys.write_files import write_files
from renderer.model.agreement import Agreement
from renderer.model.case import Case
from renderer.model.followup import FollowUp
from renderer.model.signed.signed_agreement import SignedAgreement
from renderer.readers.earlier.combine import CombinedReading, combine, still_missing
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import EarlierReading
from renderer.readers.yaml.data import LocatedData
from renderer.readers.yaml.folder import read_case_folder
from renderer.readers.yaml.validation import validated

_NOT_TAKEN_IN = "Dokumenterne giver ikke en hel sag, så der er ikke oprettet nogen sagsmappe."
_OPTIONS = {
    "sagsid-mangler": "Sagsid kan angives med --case-id.",
    "kommune-mangler": "Kommunen kan angives med --municipality.",
}
_NOT_BESIDE = (
    "Aftalen er ikke læst ind i sagsmappen, som er urørt.",
    "Se på de steder, der er nævnt som fejl.",
)


_MISSING_FIELD = "felt-mangler"
_OF_DATA = {_MISSING_FIELD, "ukendt-felt", "ukendt-værdi", "forkert-form"}
"""What the model says in the words of a case's files; a document gets another advice."""
_HINT_DOCUMENT = "Ret det i dokumentet, og læs det ind igen."
_SETTLED = {
    "case_id": {"flere-sagsid", "sagsid-mangler"},
    "municipality": {"kommune-udledt", "kommune-mangler"},
}
"""What a document need not be told of where the user has said it: by field of the `Supplement`."""


@dataclass(frozen=True)
class Supplement:
    """What the user says where the documents are silent; a value given here goes before theirs."""

    case_id: str | None = None
    municipality: str | None = None


@dataclass(frozen=True)
class TakenIn:
    """The case that was understood, the files written, what to look at, and how much was placed of what is `usual`."""

    case: Case
    files: tuple[Path, ...]
    findings: tuple[Finding, ...]
    placed: dict[str, int] = field(default_factory=dict)
    usual: dict[str, int] = field(default_factory=dict)


def take_in(documents: Sequence[Path], target: Path, supplement: Supplement | None = None) -> TakenIn:
    """Read earlier documents of one agreement into a new case folder, or the signed agreement into one that lacks it.

    Raises `UnreadableFile` for a file that cannot be read, `WrongCall` when the folder already holds what is to be
    written, and `Stopped` with every finding when the documents do not make one case; then nothing is written.
    """
    there = folder_files(target) if (target / vocabulary.AGREEMENT_FILE).exists() else None
    if there and vocabulary.SIGNED_FILE in there:
        raise _holds_a_case(target)
    given = supplement or Supplement()
    readings = [_supplied(read_earlier(path.name, file_content(path)), given) for path in documents]
    if there and not all(reading.signed for reading in readings):
        raise _holds_a_case(target)
    if there:
        return _take_in_beside(readings, there)
    combined = combine(readings)
    findings = still_missing(combined.findings, combined.agreement)
    case = _case(combined, documents[0].name, findings)
    if case is None or any_stops(findings):
        raise Stopped(_without_doubles(findings), _NOT_TAKEN_IN, _way_out(findings))
    texts = case_files(case, combined.notes)
    files = write_files(target, {name: text.encode() for name, text in texts.items()})
    return TakenIn(case, tuple(files), tuple(findings), placed(case), usual(case))


def _take_in_beside(readings: Sequence[EarlierReading], there: CaseFiles) -> TakenIn:
    """The signed agreement into a folder that holds the plan and follow-ups; no other file of it is touched."""
    standing = read_case_folder(there)
    if standing.case is None:
        raise Stopped(standing.findings, *_NOT_BESIDE)
    combined = combine([_as_reading(standing.case), *readings])
    findings = still_missing(combined.findings, combined.agreement)
    signed, objections = validated(SignedAgreement, LocatedData(combined.signed), readings[0].name)
    findings += objections
    if signed is None or any_stops(findings):
        raise Stopped(_without_doubles(findings), *_NOT_BESIDE)
    case = standing.case.model_copy(update={"signed": signed})
    text = case_files(case)[vocabulary.SIGNED_FILE]
    files = save_files(there, {vocabulary.SIGNED_FILE: text.encode()})
    return TakenIn(case, tuple(files), tuple(findings), placed_signed(signed))


def _as_reading(case: Case) -> EarlierReading:
    """What a case says of the agreement as a whole, for the comparison with another document of it."""
    agreement = case.agreement
    data = {
        vocabulary.key("title"): agreement.title,
        vocabulary.key("budget_year"): str(agreement.budget_year),
        vocabulary.key("case_id"): str(agreement.case_id),
        vocabulary.key("organisation"): {vocabulary.key("municipality"): agreement.organisation.municipality},
    }
    return EarlierReading(vocabulary.AGREEMENT_FILE, data, {}, ())


def _holds_a_case(target: Path) -> WrongCall:
    return WrongCall(f"Mappen »{target}« har allerede en sag.", "Angiv en ny mappe efter -o.")


def _supplied(reading: EarlierReading, given: Supplement) -> EarlierReading:
    """The reading as if its document said what the user has said, without a word on what it says itself."""
    agreement = dict(reading.agreement)
    if given.case_id:
        agreement[vocabulary.key("case_id")] = given.case_id
    if given.municipality:
        sender = {vocabulary.key("municipality"): given.municipality}
        agreement[vocabulary.key("organisation")] = agreement.get(vocabulary.key("organisation"), {}) | sender
    names = {name for name in _SETTLED if getattr(given, name)}
    codes = {code for name in names for code in _SETTLED[name]}
    findings = tuple(finding for finding in reading.findings if finding.code not in codes)
    return replace(reading, agreement=agreement, findings=findings, inferred=reading.inferred - names)


def _way_out(findings: Sequence[Finding]) -> str:
    """What to do about findings that stop; an option is named where it helps."""
    codes = {finding.code for finding in findings if finding.stops}
    options = [advice for code, advice in _OPTIONS.items() if code in codes]
    return " ".join(["Se på de steder, der er nævnt som fejl.", *options])


def _in_document(objections: Sequence[Finding]) -> list[Finding]:
    """Objections to what was read, with an advice for the one who has a document and no file of a case."""
    return [replace(one, hint=_HINT_DOCUMENT) if one.code in _OF_DATA else one for one in objections]


def _case(combined: CombinedReading, source: str, findings: list[Finding]) -> Case | None:
    agreement, objections = validated(Agreement, LocatedData(combined.agreement), source)
    findings += _in_document(objections)
    signed = None
    if combined.signed:
        signed, objections = validated(SignedAgreement, LocatedData(combined.signed), source)
        findings += _in_document(objections)
    followups = []
    for data in combined.followups:
        followup, objections = validated(FollowUp, LocatedData(data), source)
        findings += _in_document(objections)
        followups += [followup] if followup else []
    return Case(agreement=agreement, signed=signed, followups=tuple(followups)) if agreement else None


def _without_doubles(findings: Sequence[Finding]) -> list[Finding]:
    """Where the readers have said what a document lacks, the model need not say it in the words of a case file."""
    told = any(finding.stops and finding.code != _MISSING_FIELD for finding in findings)
    return [finding for finding in findings if not (told and finding.code == _MISSING_FIELD)]
