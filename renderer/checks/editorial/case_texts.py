"""Everything in a case that somebody wrote in words, with the place where it stands, and the names in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from renderer import vocabulary
from renderer.checks.editorial.note import Written
from renderer.checks.passages import agreement_texts
from renderer.checks.places import agreement_place
from renderer.findings import Place
from renderer.model.addresses import addresses
from renderer.model.agreement import Agreement
from renderer.model.case import Case
from renderer.model.prose import Prose
from renderer.model.signed import places
from renderer.model.signed.chapter import SignedChapter
from renderer.model.signed.point import Point
from renderer.model.signed.running_text import Quotation, RunningText
from renderer.model.signed.section import Section
from renderer.model.signed.signed_agreement import SignedAgreement

_TITLE, _TEXT = vocabulary.key("title"), vocabulary.key("text")
_SECTIONS = vocabulary.key("sections")


@dataclass(frozen=True)
class PlacedText:
    """A text and its place."""

    place: Place
    written: Written


def agreement_written(agreement: Agreement) -> Iterator[PlacedText]:
    """The titles and texts of the plan; the items' titles stand before the texts."""
    for position, chapter in enumerate(agreement.chapters, 1):
        yield _title(agreement_place(None, vocabulary.key("chapters"), position, _TITLE), chapter.title)
    for item in agreement.items():
        yield _title(agreement_place(item, _TITLE), item.title)
    yield from (PlacedText(place, Written.of(prose)) for place, prose in agreement_texts(agreement))


def signed_written(signed: SignedAgreement) -> Iterator[PlacedText]:
    """The headings and texts of the signed agreement; what it quotes is not its own."""
    yield from _sections(signed.introduction, vocabulary.key("introduction"))
    for position, chapter in enumerate(signed.chapters, 1):
        yield from _chapter(chapter, vocabulary.key("chapters"), position)
    for point in signed.points():
        yield from _point(point)
    yield from _sections(signed.closing, vocabulary.key("closing"))


def names_of(case: Case) -> Iterator[str]:
    """The names of offices, people and parties."""
    agreement = case.agreement
    yield from (agreement.title, agreement.organisation.municipality, agreement.organisation.department or "")
    yield from (*agreement.committees, *agreement.centres)
    for item in agreement.items():
        yield from item.contributors
    yield from (followup.contact.name or "" for followup in case.followups)
    if case.signed:
        yield from case.signed.party_names
        yield from (signatory.name for signatory in case.signed.signatories)


def _chapter(chapter: SignedChapter, *keys: str | int) -> Iterator[PlacedText]:
    yield _title(places.agreement_place(*keys, _TITLE), chapter.title)
    yield from _text(places.agreement_place(*keys, _TEXT), chapter.text)
    for position, group in enumerate(chapter.groups, 1):
        yield from _text(places.agreement_place(*keys, vocabulary.key("groups"), position, _TEXT), group.text)


def _point(point: Point) -> Iterator[PlacedText]:
    yield _title(places.point_place(point, _TITLE), point.title)
    yield from _text(places.point_place(point, _TEXT), point.text)
    for position, section in enumerate(point.sections, 1):
        yield from _text(places.point_place(point, _SECTIONS, position, _TEXT), section.text)


def _sections(sections: Iterable[Section], *keys: str | int) -> Iterator[PlacedText]:
    for position, section in enumerate(sections, 1):
        yield from _text(places.agreement_place(*keys, position, _TEXT), section.text)
        yield from _sections(section.sections, *keys, position, _SECTIONS)


def _title(place: Place, title: str) -> PlacedText:
    return PlacedText(place, Written(Written.of(title).lines, is_heading=True))


def _text(place: Place, text: Prose | RunningText) -> Iterator[PlacedText]:
    own = text if isinstance(text, Prose) else RunningText(tuple(p for p in text.parts if isinstance(p, Prose))).prose
    written = Written.of(own)
    if quoted := tuple(address for part in _quoted(text) for address in addresses(part)):
        written = replace(written, addresses=(*written.addresses, *quoted))
    if own or quoted:
        yield PlacedText(place, written)


def _quoted(text: Prose | RunningText) -> tuple[Prose, ...]:
    return () if isinstance(text, Prose) else tuple(p.prose for p in text.parts if isinstance(p, Quotation))
