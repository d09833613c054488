"""Everything that was read of a document -> the data of a case, and what is missing from it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from renderer.findings import Finding, Place, warning
from renderer.model.agreement import ContributorsLine
from renderer.model.prose import plain_text
from renderer.readers.earlier.grammar import labels, smiley_marks
from renderer.readers.earlier.grammar.characters import PRINTED_FACES
from renderer.readers.earlier.grammar.drafts import ChapterDraft, ItemDraft
from renderer.readers.earlier.grammar.expected import has_smileys, too_few
from renderer.readers.earlier.grammar.furniture import PageFacts
from renderer.readers.earlier.grammar.item_data import (
    ItemData,
    Surroundings,
    blocks_of,
    item_data,
    markdown,
    smiley_mark,
)
from renderer.readers.earlier.grammar.ledger import item_place, pieces_of
from renderer.readers.earlier.grammar.letter import Letter
from renderer.readers.earlier.grammar.letter_data import LetterData
from renderer.readers.earlier.grammar.responsibility import (
    Responsibility,
    certain_names,
    read_responsibility,
)
from renderer.readers.earlier.grammar.shapes import WORDS_OF_SCALES
from renderer.readers.earlier.grammar.strays import PlacedText, Stray, strays, title_strays, words_of_scale
from renderer.readers.earlier.reading import NotePlace
from renderer.readers.earlier.source import SourceDocument
from renderer.vocabulary import followup_file, key

_NO_CHAPTER = "Uden kapitel"


@dataclass(frozen=True)
class CaseFacts:
    """What the parts of the grammar have understood."""

    document: SourceDocument
    letter: Letter
    page: PageFacts
    chapters: list[ChapterDraft]


@dataclass
class CaseData:
    """The data in the shape of the case folder's files; `strays` are told beside the `findings`."""

    agreement: dict[str, Any] = field(default_factory=dict)
    followup: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    notes: dict[NotePlace, str] = field(default_factory=dict)
    strays: list[Stray] = field(default_factory=list)


def case_data(facts: CaseFacts) -> CaseData:
    """The data of one document; what a case must have and the document does not say is an error among the findings."""
    maker = _Maker(facts)
    maker.items()
    maker.data.agreement = _printable(maker.data.agreement)
    maker.data.followup = _printable(maker.data.followup)
    return maker.data


class _Maker:
    """Begins with the data of the letter and adds the items to it."""

    def __init__(self, facts: CaseFacts) -> None:
        self._facts = facts
        self._letter = facts.letter
        self._drafts = [item for chapter in facts.chapters for item in chapter.items]
        self._place = Place(file=facts.document.name)
        first = LetterData(facts.document, facts.letter, facts.page, self._drafts)
        self.data = CaseData(first.agreement, first.followup, first.findings)
        self._year = first.year
        number = facts.letter.title.followup if facts.letter.title else None
        self.data.findings += too_few(self._drafts, number, self._place)
        self._own_words: Sequence[str] = self._words_of_scale()
        if not self._own_words and number and not has_smileys(self._drafts):
            self._own_words = WORDS_OF_SCALES
        self._letter_strays()

    def items(self) -> None:
        """Chapters with their items, the statuses, and the names in use."""
        responsibilities = {id(draft): read_responsibility(draft.responsibility) for draft in self._drafts}
        if not _names_every_contributor(list(responsibilities.values())):
            self.data.agreement[key("contributors_line")] = ContributorsLine.NEEDED.value
        surroundings = Surroundings(self._legend(), self._names(list(responsibilities.values())), self._year)
        chapters = []
        for chapter in self._facts.chapters:
            made = [item_data(draft, responsibilities[id(draft)], surroundings) for draft in chapter.items]
            for draft, item in zip(chapter.items, made, strict=True):
                self._keep(draft, item)
            chapters.append(self._chapter(chapter, [item.item for item in made]))
        self._names_in_use([item for chapter in chapters for item in chapter.get(key("items"), [])])
        if chapters:
            self.data.agreement[key("chapters")] = chapters
        elif self._letter.title and not self._is_said_to_be_empty():
            message = "Der er ikke fundet nogen delelementer i dokumentet."
            hint = "Se efter, om det er den rigtige fil, eller om tabellerne er gået tabt, da den blev gemt."
            self.data.findings.append(warning("ingen-delelementer", self._place, message, hint))

    def _is_said_to_be_empty(self) -> bool:
        """Whether the document itself says that it has no items, as an edition for an idle committee does."""
        return any(labels.NO_ITEMS.fullmatch(piece.prose.plain) for piece in pieces_of(self._facts.document.parts))

    def _words_of_scale(self) -> list[str]:
        """The words of a scale that the document explains, and that are no smileys; each is told."""
        found = words_of_scale(self._letter.guide.unexplained)
        for word, place, lines in found:
            message = f"»{word}« er forklaret som et trin på en skala, men er ingen smiley; det er læst som tekst."
            hint = "Skriv selv i sagsmappen, hvilken smiley hvert trin svarer til, og ret betydningerne under smileyer."
            self.data.strays.append(Stray(warning("ukendt-skala", place, message, hint), lines))
        return [word for word, _, _ in found]

    def _letter_strays(self) -> None:
        guide = self._letter.guide
        texts = [
            PlacedText(key("reading_guide"), guide.prose),
            PlacedText(key("finances_guide"), guide.finances_prose),
            PlacedText(key("scales"), guide.defined),
        ]
        self.data.strays += strays(texts, self.data.agreement, own_words=self._own_words)
        if email := self._letter.contact.get("email"):
            place = Place(file=self._place.file, field=key("contact"))
            self.data.findings += title_strays(email, "", place)

    def _item_strays(self, draft: ItemDraft, made: ItemData) -> None:
        data = [made.item, made.status]
        self.data.strays += strays(made.texts, data, item=draft.ref, heading=draft.heading, own_words=self._own_words)
        place = item_place(draft.place, draft.ref, key("title"))
        self.data.findings += title_strays(draft.title, draft.heading, place)

    def _keep(self, draft: ItemDraft, made: ItemData) -> None:
        self.data.findings += made.findings
        self._item_strays(draft, made)
        if made.status:
            self.data.followup.setdefault(key("statuses"), {})[draft.ref] = made.status
        number = self._letter.title.followup if self._letter.title else None
        if number is not None:
            for path, note in made.open_smileys.items():
                self.data.notes[followup_file(number), draft.ref, path] = note

    def _chapter(self, chapter: ChapterDraft, items: list[dict[str, Any]]) -> dict[str, Any]:
        if not chapter.title:
            place = self._drafts[0].place if self._drafts else self._place
            hint = "Ret kapitlets titel i aftale.yaml."
            message = f"De første delelementer står uden kapitel; kapitlet er kaldt »{_NO_CHAPTER}«."
            self.data.findings.append(warning("kapitel-mangler", place, message, hint))
        made: dict[str, Any] = {key("number"): chapter.number} if chapter.number else {}
        made[key("title")] = chapter.title or _NO_CHAPTER
        self.data.findings += title_strays(chapter.title, "", chapter.place or self._place)
        if chapter.introduction:
            text = PlacedText(key("introduction"), chapter.introduction)
            self.data.strays += strays([text], markdown(blocks_of(chapter.introduction)), own_words=self._own_words)
            made[key("introduction")] = markdown(blocks_of(chapter.introduction))
        if items:
            made[key("items")] = items
        return made

    def _names(self, responsibilities: list[Responsibility]) -> set[str]:
        """The centres' names, and contributors that some cell names beyond doubt."""
        known = {found.centre for found in responsibilities if found.centre}
        return known | {name for found in responsibilities for name in certain_names(found, known)}

    def _names_in_use(self, items: list[dict[str, Any]]) -> None:
        centre, contributors, committee = key("centre"), key("contributors"), key("committee")
        centres = [name for item in items for name in (item.get(centre), *item.get(contributors, [])) if name]
        committees = [item[committee] for item in items if committee in item]
        scope = self._letter.title.scope.committee if self._letter.title else None
        for name, values in (("committees", [*committees, *([scope] if scope else [])]), ("centres", centres)):
            if values:
                self.data.agreement[key(name)] = list(dict.fromkeys(values))

    def _legend(self) -> smiley_marks.Legend:
        guide = self._letter.guide
        rows = [row for draft in self._drafts for row in (*draft.milestones, draft.finances) if row]
        marks = [smiley_mark(row) for row in rows]
        if guide.words_beside_faces or any(mark.faces and mark.word for mark in marks):
            self.data.agreement[key("smiley_words")] = "ja"
        own = self._facts.document.own_layout
        return smiley_marks.legend((guide.effort, guide.finances), marks, own_layout=own)


def _names_every_contributor(found: list[Responsibility]) -> bool:
    """Whether the line of contributors stands also where there are none, or nothing tells that it is left out."""
    left_out = any(one.labelled and one.place is None for one in found)
    return not left_out or any(one.place is not None and not plain_text(one.contributors).strip() for one in found)


def _printable(value: Any) -> Any:
    """The data with Wingdings faces in running text written as the faces of Unicode."""
    if isinstance(value, dict):
        return {name: _printable(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_printable(inner) for inner in value]
    return value.translate(PRINTED_FACES) if isinstance(value, str) else value
