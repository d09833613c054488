"""Which draft a returned file was, and what had been sent out with it.

The record in the file says both. Where it is gone or altered, the file's properties say which edition of the case it
was; where they are gone too, its title does.
"""

import datetime
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element
from pydantic import ValidationError

from renderer import vocabulary
from renderer.edition.draft import Draft, DraftRecord
from renderer.edition.draft_advice import advice, says_again, says_until_when
from renderer.edition.draft_fields import asks_reports, draft_fields
from renderer.edition.edition import Edition
from renderer.errors import UnreadableFile
from renderer.findings import Finding, Place
from renderer.model.proposal import DraftOrigin
from renderer.readers.draft.expected import comparable
from renderer.readers.draft.notices import no_record
from renderer.readers.draft.span import Change
from renderer.readers.word.names import whole
from renderer.readers.word.package import WordPackage
from renderer.vocabulary import draft_marks
from renderer.vocabulary.draft_marks import CHOOSE_SMILEY, PLACEHOLDERS

Rebuild = Callable[[int, str | None, str | None], Edition | None]
"""The edition that the case would print now, by follow-up and committee or centre; `None` where it has no such."""

_FOLLOWUPS = range(5)
_RECORD = f"{{{draft_marks.RECORD_NAMESPACE}}}{draft_marks.RECORD_ROOT}"
_PROPERTY_KINDS = {"custom-properties", "customProperties"}


@dataclass(frozen=True)
class Known:
    """What was sent out: the edition, the draft's own mark, if it is known, and the lines of its first page.

    `reports` is whether it had places for smileys and statuses: drafts of a plan that earlier versions sent out have.
    `findings` tell what was amiss.
    """

    origin: DraftOrigin
    edition: Edition
    draft: Draft | None
    advice: tuple[str, ...]
    reports: bool
    findings: tuple[Finding, ...] = ()
    marked: Change | None = None
    """What the sender's own tracked changes say, in a draft in which changes since an earlier follow-up are marked."""

    @property
    def says_itself(self) -> bool:
        """Whether the file itself says that it is a draft: in its record, its properties or on its first page."""
        return bool(self.origin.identity or self.draft or self.advice)


def known(package: WordPackage, texts: Collection[str], marks: Collection[str], rebuild: Rebuild) -> Known:
    """Which draft the file was. `texts` are its paragraphs, comparable; `marks` its controls and bookmarks.

    Raises `UnreadableFile` where the file is no draft of this case.
    """
    record, altered = _record(package)
    if record and not altered:
        reports = _had_reports(record.edition, texts, marks)
        lines = advice(record.edition, record.draft, reports=reports).lines
        marked = Change(False, record.sender, record.sent_at) if record.redline_from is not None else None
        return Known(_origin_of(record), record.edition, record.draft, lines, reports, marked=marked)
    origin = _origin_of_properties(package)
    if record and origin.followup is None:
        origin = _origin_of(record)
    if origin.followup is None:
        edition, origin = _by_title(package.name, texts, rebuild)
    else:
        edition = _rebuilt(package.name, origin, rebuild)
    again = any(map(says_again, texts))
    draft = Draft(number=origin.number, date=origin.date, asks_again=again) if origin.number else None
    reports = _had_reports(edition, texts, marks)
    lines = advice(edition, draft, reports=reports).lines if draft else _advice_in(texts, edition, reports=reports)
    lines += tuple(text for text in texts if says_until_when(text)) if lines else ()
    return Known(origin, edition, draft, lines, reports, (no_record(Place(package.name), altered=altered),))


def _had_reports(edition: Edition, texts: Collection[str], marks: Collection[str]) -> bool:
    """Whether a draft had places for smileys and statuses: by its fields, else by the words that empty ones show."""
    if asks_reports(edition):
        return True
    fields = {field.mark: field.field for field in draft_fields(edition, reports=True)}
    met = [fields[mark] for mark in marks if mark in fields]
    if met:
        return any(field.followup is not None for field in met)
    return not {comparable(CHOOSE_SMILEY), comparable(PLACEHOLDERS[vocabulary.key("status")])}.isdisjoint(texts)


def _advice_in(texts: Collection[str], edition: Edition, *, reports: bool) -> tuple[str, ...]:
    """The first page of a draft whose number and date nobody knows; none where the file has no such page."""
    said = advice(edition, Draft(asks_again=any(map(says_again, texts))), reports=reports)
    beginning, _, end = comparable(said.opening).partition(" til ")
    opening = next((text for text in texts if text.startswith(beginning) and text.endswith(end)), None)
    return () if opening is None else tuple(opening if line == said.opening else line for line in said.lines)


def _record(package: WordPackage) -> tuple[DraftRecord | None, bool]:
    """The record, and whether it is other than it was written."""
    for root in _custom_parts(package):
        if root.tag == _RECORD:
            try:
                record = DraftRecord.model_validate_json(root.text or "")
            except (ValidationError, ValueError, RecursionError):
                return None, True
            return record, not record.intact
    return None, False


def _custom_parts(package: WordPackage) -> Iterator[_Element]:
    """The XML parts that hold data: those the document names, and, however they are called, all in their folder."""
    named = [one.target for one in package.relationships(package.document).values() if one.kind == "customXml"]
    lying = [name for name in package.archive.NameToInfo if name.startswith("customXml/") and name.endswith(".xml")]
    for part in dict.fromkeys((*named, *lying)):
        if package.has(part):
            try:
                yield package.tree(part)
            except UnreadableFile:
                continue


def _origin_of(record: DraftRecord) -> DraftOrigin:
    facts = record.edition.facts
    said = record.identity, facts.case_id, facts.followup, facts.committee, record.number, record.date
    return DraftOrigin(*said, centre=facts.centre)


def _origin_of_properties(package: WordPackage) -> DraftOrigin:
    said = _properties(package)
    return DraftOrigin(
        identity=said.get(draft_marks.PROPERTY_IDENTITY, ""),
        case_id=said.get(draft_marks.PROPERTY_CASE_ID, ""),
        followup=whole(said.get(draft_marks.PROPERTY_FOLLOWUP)),
        committee=said.get(draft_marks.PROPERTY_COMMITTEE) or None,
        number=whole(said.get(draft_marks.PROPERTY_NUMBER)),
        date=_date(said.get(draft_marks.PROPERTY_DATE, "")),
        centre=said.get(draft_marks.PROPERTY_CENTRE) or None,
    )


def _properties(package: WordPackage) -> dict[str, str]:
    for relationship in package.relationships("").values():
        if relationship.kind in _PROPERTY_KINDS and not relationship.outside and package.has(relationship.target):
            try:
                root = package.tree(relationship.target)
            except (UnreadableFile, etree.LxmlError):
                return {}
            return {one.get("name", ""): "".join(map(str, one.itertext())).strip() for one in root}
    return {}


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _rebuilt(name: str, origin: DraftOrigin, rebuild: Rebuild) -> Edition:
    assert origin.followup is not None
    edition = rebuild(origin.followup, origin.committee, origin.centre)
    if edition is None:
        whose = origin.committee or origin.centre
        scope = f" for {whose}" if whose else ""
        raise UnreadableFile(
            f"Filen »{name}« er et udkast til opfølgning {origin.followup}{scope}, som sagen ikke har.",
            "Vælg den sagsmappe, udkastet er dannet fra.",
        )
    return edition


def _by_title(name: str, texts: Collection[str], rebuild: Rebuild) -> tuple[Edition, DraftOrigin]:
    """The edition whose title stands in the file; of several the one with most of its lines there."""
    best: tuple[int, Edition] | None = None
    for number in _FOLLOWUPS:
        whole_edition = rebuild(number, None, None)
        for committee, centre in ((None, None), *(_scopes(whole_edition) if whole_edition else ())):
            edition = rebuild(number, committee, centre) if committee or centre else whole_edition
            if edition and comparable(edition.letter.title) in texts:
                letter = (comparable(f"{line.label}: {line.value}") for line in edition.letter.lines)
                subtitle = comparable(edition.letter.subtitle or "")
                score = sum(line in texts for line in (subtitle, *letter))
                if best is None or score > best[0]:
                    best = score, edition
    if best is None:
        raise UnreadableFile(
            f"Filen »{name}« er ikke et udkast fra denne sag.",
            "Vælg et udkast, der er dannet med kommandoen draft fra samme sagsmappe, og som er kommet tilbage.",
        )
    facts = best[1].facts
    return best[1], DraftOrigin("", facts.case_id, facts.followup, facts.committee, centre=facts.centre)


def _scopes(edition: Edition) -> Iterator[tuple[str | None, str | None]]:
    """The committees, and then the centres, that the items name."""
    lines = [line for item in edition.items() for line in item.responsibility if line.value]
    for committee in dict.fromkeys(line.value for line in lines if line.label == vocabulary.COMMITTEE_LABEL):
        yield committee, None
    for centre in dict.fromkeys(line.value for line in lines if line.label == vocabulary.CENTRE_LABEL):
        yield None, centre
