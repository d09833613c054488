"""Take back what came home: returned files are read, held against the case, and written into it, all or nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from renderer.casefolder.edit import case_after, edited
from renderer.edition.build import build_edition, centre_edition
from renderer.edition.edition import Edition
from renderer.errors import UnknownChoice, UnreadableFile
from renderer.findings import Finding, Place, Stopped, any_stops, error
from renderer.journeys.case_files import CaseFiles, save_files
from renderer.journeys.named_files import NamedFiles, named_files
from renderer.journeys.open_case import all_findings
from renderer.journeys.rendering.extract import file_content
from renderer.journeys.returned.agreed_texts import leaving_the_agreement
from renderer.journeys.returned.answers import together
from renderer.journeys.returned.conflicts import weigh
from renderer.journeys.returned.early_smileys import early_smileys
from renderer.journeys.returned.reading_order import smiley_first
from renderer.journeys.returned.unprintable_answers import printable_answers
from renderer.journeys.returned.withdrawals import begun_afresh, withdrawals
from renderer.model.case import Case
from renderer.model.field import Field
from renderer.model.proposal import Comment, Conflict, Proposal, Returned
from renderer.readers.collected.read import read_collected
from renderer.readers.draft.read import read_draft
from renderer.readers.workbook.open_book import WORKBOOK_ENDINGS
from renderer.readers.yaml.folder import CaseReading, read_case_folder

Reader = Callable[[str, bytes, Case], Returned]
"""Reads a returned file by its name and bytes; the case says what a file cannot that has lost its own record."""

_NO_CASE = (
    "Sagen kan ikke læses, så udkastene kan ikke holdes op imod den.",
    "Ret de steder, der er nævnt som fejl, og kør kommandoen igen.",
)
_NOT_WRITTEN = (
    "Rettelserne er ikke skrevet i sagen, og ingen filer er ændret.",
    "Ret i hånden, eller tag rettelserne én ad gangen med --interactive.",
)


@dataclass(frozen=True)
class TakenBack:
    """A case as it was read, and everything that the returned files say of it.

    `done` is how many changes the case has already.
    """

    files: CaseFiles
    reading: CaseReading
    case: Case
    proposals: tuple[Proposal, ...]
    conflicts: tuple[Conflict, ...]
    comments: tuple[Comment, ...]
    findings: tuple[Finding, ...]
    done: int = 0

    @property
    def changes(self) -> dict[Field, str]:
        """What the proposals would write; conflicts are never among them."""
        return {proposal.field: proposal.new for proposal in self.proposals}

    @property
    def all_proposals(self) -> tuple[Proposal, ...]:
        """The proposals, those in conflicts too."""
        return (*self.proposals, *(one for conflict in self.conflicts for one in conflict.proposals))

    @property
    def answers(self) -> tuple[tuple[Proposal, ...], ...]:
        """The proposals, those that are one answer together: a smiley and its status."""
        grouped = groupby(self.proposals, key=lambda proposal: together(proposal.field))
        return tuple(tuple(answer) for _, answer in grouped)

    @property
    def contested(self) -> tuple[tuple[Conflict, ...], ...]:
        """The conflicts, those about one answer together, with their proposals in the same order."""
        grouped = groupby(self.conflicts, key=lambda conflict: together(conflict.field))
        return tuple(tuple(answer) for _, answer in grouped)

    @property
    def clear(self) -> bool:
        """Whether nothing stands in the way of writing all proposals."""
        return not self.conflicts and not self.errors

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What could not be read of the files, or has no place in the case."""
        return tuple(finding for finding in self.findings if finding.stops)

    def place_of(self, field: Field) -> Place:
        """Where a field stands, with its line; a field that is not there yet has that of what it will stand in."""
        return self.reading.located_place(field.place)

    def as_json(self) -> dict[str, list[dict[str, Any]]]:
        """What `take-back --json` prints."""
        return {
            "forslag": [proposal.as_json() for proposal in self.proposals],
            "konflikter": [conflict.as_json() for conflict in self.conflicts],
            "kommentarer": [comment.as_json() for comment in self.comments],
            "anmærkninger": [finding.as_json() for finding in self.findings],
        }


@dataclass(frozen=True)
class Changed:
    """The files that changes make new, not yet written, and what is to be said of the case that was not before."""

    new: Mapping[str, bytes]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Written:
    """The files that were written, and what is to be said of the case that was not before."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]


def take_back(files: CaseFiles, documents: Sequence[Path]) -> TakenBack:
    """Read returned files, or those that a folder holds, and hold them against a case; nothing is written.

    A file of a folder that cannot be read is an error among the findings, since nobody named it.
    Raises `UnreadableFile` for a file that cannot be read or is no draft of this case, and `Stopped` where the files do
    not hold a case.
    """
    reading = read_case_folder(files)
    if reading.case is None:
        raise Stopped(all_findings(reading), *_NO_CASE)
    case = reading.case
    named = named_files(documents, _ENDINGS)
    returned, unread = _all_read(named, case)
    weighed = weigh(case, returned)
    comments = tuple(comment for one in returned for comment in one.comments)
    fit, unfit = printable_answers(weighed.proposals)
    taken_away = withdrawals(case, {proposal.field: proposal.new for proposal in fit})
    proposals = tuple(one for one in fit if one.field not in taken_away.undone)
    warned = (*unfit, *early_smileys(case, proposals), *leaving_the_agreement(case, proposals))
    told = (*named.findings, *unread, *weighed.findings, *taken_away.findings, *warned)
    findings = tuple(reading.located(finding) for finding in told)
    conflicts = smiley_first(weighed.conflicts)
    return TakenBack(files, reading, case, smiley_first(proposals), conflicts, comments, findings, weighed.done)


def _all_read(named: NamedFiles, case: Case) -> tuple[list[Returned], list[Finding]]:
    """What each file says, and the files of a folder that say nothing for they cannot be read."""
    names = [path.name for path in named.files]
    returned: list[Returned] = []
    unread: list[Finding] = []
    contents: set[bytes] = set()
    for path in named.files:
        # Told by the name of the file, or its whole path where two have one name.
        name = path.name if names.count(path.name) == 1 else str(path)
        try:
            content = file_content(path)
            if content not in contents:
                contents.add(content)
                returned.append(_read(name, content, case))
        except UnreadableFile as problem:
            if path not in named.found:
                raise
            unread.append(error("fil-kan-ikke-læses", Place(name), problem.message, problem.hint))
    return returned, unread


def _read(name: str, content: bytes, case: Case) -> Returned:
    ending = Path(name).suffix.lower()
    if ending in _MAIL:
        raise UnreadableFile(f"Filen »{name}« er en mail.", "Åbn mailen, gem den vedhæftede fil, og læs den ind.")
    if content.startswith(b"%PDF-"):
        hint = "Et udkast kommer tilbage som Word-dokument (.docx), og et svar fra et center som regneark."
        raise UnreadableFile(f"Filen »{name}« er en PDF-fil, og i den kan rettelser ikke findes.", hint)
    return _READERS.get(ending, _read_word)(name, content, case)


def _read_word(name: str, content: bytes, case: Case) -> Returned:
    def rebuild(followup: int, committee: str | None, centre: str | None) -> Edition | None:
        try:
            return centre_edition(case, followup, centre) if centre else build_edition(case, followup, committee)
        except UnknownChoice:
            return None

    return read_draft(name, content, rebuild)


_MAIL = frozenset((".eml", ".msg"))
_READERS: dict[str, Reader] = {".docx": _read_word, **dict.fromkeys(WORKBOOK_ENDINGS, read_collected)}
"""How a returned file is read, by its ending; one with another ending is taken for a Word file and told apart there."""
_ENDINGS = frozenset((*_READERS, ".doc", ".docm", ".dotx", ".odt", ".rtf"))
"""What files of a folder may be answers; those that Word would first have to save otherwise are told as such."""


def write_changes(taken: TakenBack, changes: Mapping[Field, str]) -> Written:
    """Write changes into the folder of the case, all or nothing.

    Raises as `changed` and `save_files` do; then no file is changed.
    """
    after = changed(taken, changes)
    return Written(tuple(save_files(taken.files, after.new)), after.findings)


def changed(taken: TakenBack, changes: Mapping[Field, str]) -> Changed:
    """The files of the case with changes in them; what takes away an earlier report is left out.

    Raises `Stopped` where a change cannot be said in its file, or where the case would not be valid or get a new error.
    """
    taken_away = withdrawals(taken.case, changes)
    told = [finding for finding in map(taken.reading.located, taken_away.findings) if finding not in taken.findings]
    changes = {field: text for field, text in changes.items() if field not in taken_away.undone}
    changes = begun_afresh(taken.case, changes, taken.all_proposals)
    new = edited(taken.files, changes, taken.case)
    if not new:
        return Changed({}, tuple(told))
    after = read_case_folder(taken.files.changed(new))
    findings = _new_findings(taken.reading, after)
    if any_stops(findings):
        raise Stopped(findings, *_NOT_WRITTEN)
    if after.case != case_after(changes, taken.case):
        raise Stopped([_not_as_meant(name) for name in new], *_NOT_WRITTEN)
    known = {_without_line(finding) for finding in taken.findings}
    new_findings = (finding for finding in findings if _without_line(finding) not in known)
    return Changed(new, (*told, *new_findings))


def _new_findings(before: CaseReading, after: CaseReading) -> tuple[Finding, ...]:
    known = {_without_line(finding) for finding in all_findings(before)}
    return tuple(finding for finding in all_findings(after) if _without_line(finding) not in known)


def _without_line(finding: Finding) -> Finding:
    return finding.at(line=None)


def _not_as_meant(name: str) -> Finding:
    message = "Rettelserne kan ikke skrives i filen, uden at den siger andet end det, der er rettet."
    return error("kan-ikke-skrives-sikkert", Place(name), message, "Skriv rettelserne i filen i hånden.")
