"""Everything that was read of a document -> the data of a case, and what is missing from it."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from renderer.findings import Finding, Place, error, warning
from renderer.model.agreement import TitleForm, TypeLabel
from renderer.readers.earlier.grammar import smiley_marks
from renderer.readers.earlier.grammar.characters import PRINTED_FACES
from renderer.readers.earlier.grammar.drafts import ChapterDraft, ItemDraft
from renderer.readers.earlier.grammar.furniture import PageFacts
from renderer.readers.earlier.grammar.item_data import (
    ItemData,
    Surroundings,
    blocks_of,
    item_data,
    markdown,
    smiley_mark,
)
from renderer.readers.earlier.grammar.letter import Letter
from renderer.readers.earlier.grammar.responsibility import (
    Responsibility,
    certain_names,
    read_responsibility,
)
from renderer.readers.earlier.grammar.sender import department_of, is_agreement, municipality_of
from renderer.readers.earlier.grammar.titles import budget_year
from renderer.readers.earlier.reading import NotePlace
from renderer.readers.earlier.source import SourceDocument
from renderer.vocabulary import followup_file, key

_NO_CHAPTER = "Uden kapitel"

_NOT_KNOWN = "Skriv oplysningen i dokumentet, som den plejer at stå, og læs det ind igen."
_OPTIONS = {
    "sagsid": "Læs dokumentet ind igen med --case-id og sagens id.",
    "kommune": "Læs dokumentet ind igen med --municipality og kommunens navn.",
}


@dataclass(frozen=True)
class CaseFacts:
    """What the parts of the grammar have understood."""

    document: SourceDocument
    letter: Letter
    page: PageFacts
    chapters: list[ChapterDraft]


@dataclass
class CaseData:
    """The data in the shape of the case folder's files."""

    agreement: dict[str, Any] = field(default_factory=dict)
    followup: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    notes: dict[NotePlace, str] = field(default_factory=dict)


def case_data(facts: CaseFacts) -> CaseData:
    """The data of one document; what a case must have and the document does not say is an error among the findings."""
    maker = _Maker(facts)
    maker.agreement()
    maker.followup()
    maker.items()
    maker.data.agreement = _printable(maker.data.agreement)
    maker.data.followup = _printable(maker.data.followup)
    return maker.data


class _Maker:
    def __init__(self, facts: CaseFacts) -> None:
        self.data = CaseData()
        self._facts = facts
        self._letter = facts.letter
        self._drafts = [item for chapter in facts.chapters for item in chapter.items]
        self._place = Place(file=facts.document.name)
        title = self._letter.title
        self._year = budget_year(title.agreement) if title else None

    def agreement(self) -> None:
        """Title, year, case id, sender, guide and forms; chapters and lists of names come with the items."""
        agreement, title = self.data.agreement, self._letter.title
        if title:
            agreement[key("title")] = title.agreement
        else:
            self._no_title()
        self._year = self._year or self._year_of_times()
        if self._year:
            agreement[key("budget_year")] = self._year
        elif title:
            self._missing(
                "budgetår-mangler", key("budget_year"), "Titlen nævner ikke, hvilket budgetår aftalen gælder."
            )
        self._case_id()
        self._organisation()
        self._guide()
        self._forms()

    def followup(self) -> None:
        """Number, date and contact; statuses come with the items."""
        title = self._letter.title
        if title is None:
            return
        followup = self.data.followup
        if title.followup is None:
            self._missing("opfølgning-mangler", key("followup"), "Titlen siger ikke, hvilken opfølgning dokumentet er.")
        else:
            followup[key("followup")] = str(title.followup)
        date = self._letter.date or self._facts.page.date
        if date:
            followup[key("date")] = date
        else:
            self._missing("dato-mangler", key("date"), "Dokumentets dato er ikke fundet.")
        names = {"contact": "name", "phone": "phone", "email": "email"}
        contact = {
            key(name): self._letter.contact[label] for label, name in names.items() if label in self._letter.contact
        }
        if contact:
            followup[key("contact")] = contact

    def items(self) -> None:
        """Chapters with their items, the statuses, and the names in use."""
        responsibilities = {id(draft): read_responsibility(draft.responsibility) for draft in self._drafts}
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
        elif self._letter.title:
            message = "Der er ikke fundet nogen delelementer i dokumentet."
            hint = "Se efter, om det er den rigtige fil, eller om tabellerne er gået tabt, da den blev gemt."
            self.data.findings.append(warning("ingen-delelementer", self._place, message, hint))

    def _keep(self, draft: ItemDraft, made: ItemData) -> None:
        self.data.findings += made.findings
        if made.status and self.data.followup:
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
        if chapter.introduction:
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

    def _year_of_times(self) -> str | None:
        """The year that most time columns name, where the title names none."""
        rows = [row for draft in self._drafts for row in draft.milestones]
        texts = [" ".join(piece.prose.plain for piece in row.time) for row in rows]
        years = Counter(text.split()[-1][-4:] for text in texts if text and text.split()[-1][-4:].isdecimal())
        if not years or self._letter.title is None:
            return None
        year = years.most_common(1)[0][0]
        message = f"Titlen nævner ikke budgetåret; det er sat til {year} efter tidspunkterne."
        self._concluded("budgetår-udledt", key("budget_year"), message)
        return year

    def _case_id(self) -> None:
        letter, page = self._letter.case_id, self._facts.page.case_id
        if letter or page:
            self.data.agreement[key("case_id")] = letter or page
        else:
            self._missing("sagsid-mangler", key("case_id"), "Dokumentets sagsid er ikke fundet.")
        if letter and page and letter != page:
            message = f"Brevhovedet har sagsid {letter}, men sidefoden {page}; brevhovedets er brugt."
            self._concluded("flere-sagsid", key("case_id"), message)

    def _organisation(self) -> None:
        organisation: dict[str, str] = {}
        scope = self._letter.title.scope.municipality if self._letter.title else None
        printed = scope or self._letter.municipality or self._facts.page.municipality
        inferred = None if printed else municipality_of(self._facts.document)
        if printed or inferred:
            organisation[key("municipality")] = printed or inferred or ""
        else:
            self._missing("kommune-mangler", key("municipality"), "Dokumentet siger ikke, hvilken kommune det er fra.")
        if inferred:
            message = f"Kommunen er sat til {inferred}, fordi teksten nævner den oftest; titlen siger det ikke."
            self._concluded("kommune-udledt", key("municipality"), message)
        department = department_of(self._letter.department, self._facts.page.department, self._facts.document)
        if department:
            organisation[key("department")] = department
        if organisation:
            self.data.agreement[key("organisation")] = organisation

    def _guide(self) -> None:
        guide, agreement = self._letter.guide, self.data.agreement
        scales = {}
        for name, definitions in (("effort", guide.effort), ("finances", guide.finances)):
            meanings = smiley_marks.scale(definitions)
            if meanings:
                scales[key(name)] = {smiley.value: meaning for smiley, meaning in meanings.items()}
            faces = [definition.face for definition in definitions if definition.word is None]
            if len(set(faces)) < len(faces):
                message = "Samme smiley står for to betydninger; betydningerne er læst i rækkefølge, den bedste først."
                self._concluded("tvetydig-definition", f"{key('scales')} › {key(name)}", message)
        if scales:
            agreement[key("scales")] = scales
        for name, pieces in (("reading_guide", guide.prose), ("finances_guide", guide.finances_prose)):
            if pieces:
                agreement[key(name)] = markdown(blocks_of(pieces))

    def _forms(self) -> None:
        title, agreement = self._letter.title, self.data.agreement
        if title and title.followup != 0 and title.form:
            agreement[key("title_form")] = title.form.value if title.followup else TitleForm.WITH_SUBTITLE.value
        if title and title.scope.committee_form:
            agreement[key("committee_form")] = title.scope.committee_form.value
        labels = Counter(draft.type_label for draft in self._drafts if draft.type_label)
        if labels:
            agreement[key("type_label")] = labels.most_common(1)[0][0].value
        if len(labels) > 1:
            fewest = min(labels, key=lambda label: labels[label])
            odd = next(draft for draft in self._drafts if draft.type_label is fewest)
            kind = "korte" if fewest is TypeLabel.SHORT else "lange"
            message = f"Typen står i den {kind} form her, men ikke i de fleste andre overskriftsrækker."
            self.data.findings.append(
                warning("blandede-typebetegnelser", odd.place, message, "Se efter; alle trykkes i samme form.")
            )

    def _no_title(self) -> None:
        agreement = self._letter.agreement_title
        if agreement:
            self.data.agreement[key("title")] = agreement
            self._year = budget_year(agreement)
        if agreement or (not self._drafts and is_agreement(self._facts.document)):
            message = "Dokumentet ser ud til at være selve aftalen og ikke en opfølgning på den."
            hint = "Importér aftalens udmøntning eller en opfølgning; aftalen selv kan ikke læses ind."
            self.data.findings.append(error("ikke-en-opfølgning", self._place, message, hint))
        else:
            message = "Dokumentet har ikke en titel som en udmøntning eller opfølgning på en budgetaftale."
            hint = "En titel begynder fx med »Anden opfølgning på« eller »Udmøntning af«. Er det den rigtige fil?"
            self.data.findings.append(error("titel-mangler", self._place, message, hint))

    def _missing(self, code: str, field_name: str, message: str) -> None:
        place = Place(file=self._facts.document.name, field=field_name)
        self.data.findings.append(error(code, place, message, _OPTIONS.get(field_name, _NOT_KNOWN)))

    def _concluded(self, code: str, field_name: str, message: str) -> None:
        place = Place(file=self._facts.document.name, field=field_name)
        self.data.findings.append(warning(code, place, message, "Se efter, om det er rigtigt, og ret det ellers."))


def _printable(value: Any) -> Any:
    """The data with Wingdings faces in running text written as the faces of Unicode."""
    if isinstance(value, dict):
        return {name: _printable(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_printable(inner) for inner in value]
    return value.translate(PRINTED_FACES) if isinstance(value, str) else value
