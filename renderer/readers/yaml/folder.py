"""The files of a case folder -> a case, with every finding and the line of every field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from pydantic import Field

from renderer import vocabulary
from renderer.findings import Finding, Place, any_stops, error
from renderer.model.agreement import Agreement
from renderer.model.case import Case, Waiver
from renderer.model.followup import FollowUp
from renderer.model.record import Record
from renderer.model.signed.signed_agreement import SignedAgreement
from renderer.readers.yaml.data import LocatedData, located
from renderer.readers.yaml.file_names import FOLLOWUP_FILE, is_case_file, is_read, unread_files
from renderer.readers.yaml.places import item_and_field
from renderer.readers.yaml.references import unknown_names, unknown_refs
from renderer.readers.yaml.signs import unprintable_signs
from renderer.readers.yaml.tree import read_tree
from renderer.readers.yaml.validation import Validated, validated


class WaiverFile(Record):
    """The contents of `tjek.yaml`."""

    waivers: tuple[Waiver, ...] = Field((), description="Anmærkninger, som er accepteret.")


@dataclass
class CaseReading:
    """What a case folder says: `case` is `None` when an error keeps it from being one.

    `readable` is what can be read of it all the same, to be checked and for nothing else: the agreement, with the
    follow-ups before the first that cannot be read, for a later one says too little without the one before it. It is
    `None` where the agreement cannot be read.
    """

    case: Case | None
    findings: list[Finding]
    sources: dict[str, LocatedData] = field(default_factory=dict)
    readable: Case | None = None

    def located(self, finding: Finding) -> Finding:
        """The finding with the line of its item and field, where the folder knows it."""
        return replace(finding, place=self.located_place(finding.place))

    def located_place(self, place: Place) -> Place:
        """The place with the line of its item and field, or of what lies around it, where the folder knows it."""
        if place.line is not None or place.file not in self._lines:
            return place
        lines = self._lines[place.file]
        return next((replace(place, line=lines[key]) for key in around(place) if key in lines), place)

    @property
    def _lines(self) -> dict[str | None, dict[tuple[str | None, str | None], int]]:
        if not hasattr(self, "_line_tables"):
            self._line_tables: dict[str | None, dict[tuple[str | None, str | None], int]] = {
                file: {item_and_field(source.data, path): line for path, line in source.lines.items()}
                for file, source in self.sources.items()
            }
        return self._line_tables


def around(place: Place) -> Iterator[tuple[str | None, str | None]]:
    """The place's own item and field, then what lies around it."""
    keys = (place.field or "").split(vocabulary.FIELD_SEPARATOR) if place.field else []
    for count in range(len(keys), -1, -1):
        yield place.item, vocabulary.FIELD_SEPARATOR.join(keys[:count]) or None


def read_case_folder(files: Mapping[str, bytes]) -> CaseReading:
    """Read a case from its files by name; everything wrong with any of them is reported at once."""
    reading = CaseReading(None, [])
    names = [name for name in sorted(files) if is_case_file(name)]
    reading.findings += unread_files(names)
    read_names = [name for name in names if is_read(name)]
    for name in read_names:
        root, findings = read_tree(name, files[name])
        reading.findings += findings
        if root is not None:
            reading.sources[name] = located(root)
    return understood(reading, frozenset(read_names))


def understood(reading: CaseReading, given: frozenset[str]) -> CaseReading:
    """The reading with the case that its sources say; `given` names every file there is, readable or not."""
    agreement = _record(reading, given, vocabulary.AGREEMENT_FILE, Agreement)
    files = [name for name in sorted(given) if FOLLOWUP_FILE.fullmatch(name)]
    followups = {name: _record(reading, given, name, FollowUp) for name in files}
    signed = _optional(reading, given, vocabulary.SIGNED_FILE, SignedAgreement)
    waivers = _optional(reading, given, vocabulary.WAIVER_FILE, WaiverFile)
    reading.findings += _cross_findings(reading.sources)
    reading.findings += unprintable_signs(reading.sources)
    if agreement:
        accepted = waivers.waivers if waivers else ()
        told = tuple(_before_the_unreadable(followups))
        reading.readable = Case(agreement=agreement, signed=signed, followups=told, waivers=accepted)
        reading.case = None if any_stops(reading.findings) else reading.readable
    return reading


def _before_the_unreadable(followups: Mapping[str, FollowUp | None]) -> Iterator[FollowUp]:
    for name, followup in followups.items():
        if followup is None or vocabulary.followup_file(followup.number) != name:
            return
        yield followup


def _optional(reading: CaseReading, given: frozenset[str], name: str, model: type[Validated]) -> Validated | None:
    return _record(reading, given, name, model) if name in given else None


def _record(reading: CaseReading, given: frozenset[str], name: str, model: type[Validated]) -> Validated | None:
    if name not in given:
        hint = f"Opret {name} i sagsmappen; se brugervejledningen."
        reading.findings.append(error("fil-mangler", Place(name), f"Sagsmappen har ikke filen {name}.", hint))
        return None
    if name not in reading.sources:
        return None
    record, objections = validated(model, reading.sources[name], name)
    reading.findings += objections
    if isinstance(record, FollowUp):
        reading.findings += _misnamed(name, record, reading.sources[name])
    return record


def _misnamed(name: str, followup: FollowUp, source: LocatedData) -> list[Finding]:
    expected = vocabulary.followup_file(followup.number)
    if name == expected:
        return []
    place = Place(name, source.line((vocabulary.key("followup"),)), field=vocabulary.key("followup"))
    message = f"Filen hedder {name}, men siger, at den er opfølgning {followup.number}."
    return [error("forkert-filnavn", place, message, f"Ret tallet, eller omdøb filen til {expected}.")]


def _cross_findings(sources: dict[str, LocatedData]) -> Iterator[Finding]:
    agreement = sources.get(vocabulary.AGREEMENT_FILE)
    if agreement is None:
        return
    yield from unknown_names(agreement)
    for name, source in sources.items():
        if FOLLOWUP_FILE.fullmatch(name):
            yield from unknown_refs(agreement, source, name)
