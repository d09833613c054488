"""What came back in each field: a proposal where it differs from what was sent, and what is not certain about it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from renderer.edition.edition import Edition
from renderer.findings import Finding, Place
from renderer.model.addresses import printed
from renderer.model.field import Field, FieldKind
from renderer.model.markdown import parse_prose, write_prose
from renderer.model.proposal import Proposal
from renderer.model.smiley import Smiley
from renderer.readers.draft import notices
from renderer.readers.draft.accepted import Accepted
from renderer.readers.draft.doubled import looks_doubled
from renderer.readers.draft.expected import FieldPlace
from renderer.readers.draft.losses import UsualLooks, holds_picture, losses_of_inserts, losses_of_text
from renderer.readers.draft.maker import Maker
from renderer.readers.draft.restored import lost_links
from renderer.readers.draft.span import Change, authors, latest
from renderer.readers.draft.text import field_text, without_prompt
from renderer.readers.text.smiley_cell import Doubt, SmileyReading, read_smiley_cell
from renderer.readers.word.styles import Styles
from renderer.vocabulary import key

_DOUBTS = {
    Doubt.UNKNOWN: notices.unknown_smiley,
    Doubt.SEVERAL: notices.several_smileys,
    Doubt.NOT_IN_SCALE: notices.smiley_not_in_scale,
    Doubt.NOT_RELEVANT: notices.not_relevant,
}


@dataclass
class FieldReader:
    """Reads the fields of one file; `proposals` and `findings` grow.

    `maker` is the program that saved the file; `marked` is what the sender's own tracked changes say, which are
    nobody's proposal.
    """

    file: str
    styles: Styles
    edition: Edition
    usual: UsualLooks
    maker: Maker
    marked: Change | None = None
    proposals: list[Proposal] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _said: dict[Field, tuple[str, str]] = field(default_factory=dict)

    @property
    def answers(self) -> tuple[Proposal, ...]:
        """The proposals, each half of an answer with what stands in the other one."""
        return tuple(replace(one, beside=self._beside(one.field)) for one in self.proposals)

    def _beside(self, field: Field) -> tuple[str, str] | None:
        return next(
            (self._said[other] for other in field.report_fields if other != field and other in self._said), None
        )

    def read(self, place: FieldPlace, paragraphs: Sequence[Accepted], number: int | None) -> str:
        """Read one field; `number` is that of its cell's first paragraph. Gives what it says now."""
        take = self._smiley if place.field.kind is FieldKind.SMILEY else self._text
        said = take(place, paragraphs, number)
        self._said[place.field.field] = place.field.sent, said
        return said

    def place(self, place: FieldPlace, paragraphs: Sequence[Accepted], number: int | None) -> Place:
        """Where the field stands in the file: at its first changed paragraph."""
        at = next((one.number for one in paragraphs if self._changes((one,))), None)
        first = paragraphs[0].number if paragraphs else number
        about = place.field.field
        return Place(self.file, paragraph=at or first, item=about.ref, field=about.place.field)

    def _text(self, place: FieldPlace, paragraphs: Sequence[Accepted], number: int | None) -> str:
        text = field_text(place, paragraphs, self.styles, flattened=self.maker.is_libreoffice)
        said = place.field.sent if text.markdown == _as_printed(place.field.sent) else text.markdown
        at = self.place(place, paragraphs, number)
        self.findings += losses_of_text(at, place.field.field, paragraphs, self.usual, self.styles)
        if not text.complete:
            self.findings.append(notices.marks_inside_words(at))
        if self.maker.is_libreoffice:
            self.findings += self._lost(place, said, paragraphs, at)
        self._propose(place, said, paragraphs, at)
        return said

    def _lost(self, place: FieldPlace, said: str, paragraphs: Sequence[Accepted], at: Place) -> Iterator[Finding]:
        """What the program that saved the file may have lost here."""
        for paragraph, address in lost_links(place.prose, paragraphs):
            yield notices.link_lost(replace(at, paragraph=paragraph.number), address)
        if said == place.field.sent:
            return
        if looks_doubled(_plain(place.field.sent), _plain(said)):
            yield notices.old_and_new(at, _plain(said))
        elif self.maker.tracks:
            yield notices.marks_lost(at)

    def _smiley(self, place: FieldPlace, paragraphs: Sequence[Accepted], number: int | None) -> str:
        at = self.place(place, paragraphs, number)
        kept = [replace(one, spans=without_prompt(one.spans, place.prompt)) for one in paragraphs]
        text = " ".join(one.text for one in kept if one.text)
        self.findings += losses_of_inserts(at, paragraphs, symbols=False)
        reading = read_smiley_cell(text, self._meanings(place), place.field.sent)
        self.findings += _told(at, reading)
        if reading.value is None or (not reading.value and holds_picture(paragraphs)):
            return place.field.sent
        self._propose(place, reading.value, paragraphs, at)
        return reading.value

    def _meanings(self, place: FieldPlace) -> dict[Smiley, str]:
        guide = self.edition.letter.guide
        scale = guide.finances if place.field.field.path[0] == key("finances") else guide.effort
        return {face.smiley: face.meaning or "" for face in scale.faces}

    def _propose(self, place: FieldPlace, said: str, paragraphs: Sequence[Accepted], at: Place) -> None:
        if said == place.field.sent:
            return
        changes = self._changes(paragraphs)
        who, when = authors(changes), latest(changes)
        self.proposals.append(Proposal(place.field.field, place.field.sent, said, who, when, at))

    def _changes(self, paragraphs: Sequence[Accepted]) -> list[Change]:
        """The tracked changes in the paragraphs that the sender did not make."""
        changes = (change for paragraph in paragraphs for change in paragraph.changes)
        own = self.marked
        return [one for one in changes if own is None or (one.author, one.when) != (own.author, own.when)]


def _told(at: Place, reading: SmileyReading) -> Iterator[Finding]:
    if reading.doubt:
        yield _DOUBTS[reading.doubt](at, reading.beside)
    elif reading.beside:
        yield notices.text_beside_smiley(at, reading.beside)


def _as_printed(markdown: str) -> str:
    """What stood in the file: of a link that may not lead out, the words."""
    return write_prose(printed(parse_prose(markdown))) if "](" in markdown else markdown


def _plain(markdown: str) -> str:
    return parse_prose(markdown).plain
