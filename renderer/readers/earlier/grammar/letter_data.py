"""What the first page and the page feet say, as data: the agreement's own fields, the follow-up's date and contact."""

from collections import Counter
from typing import Any

from renderer.findings import Finding, Place, error, warning
from renderer.model.agreement import TypeLabel
from renderer.readers.earlier.grammar import smiley_marks
from renderer.readers.earlier.grammar.drafts import ItemDraft
from renderer.readers.earlier.grammar.furniture import PageFacts
from renderer.readers.earlier.grammar.item_data import blocks_of, markdown
from renderer.readers.earlier.grammar.letter import Letter
from renderer.readers.earlier.grammar.sender import department_of, is_agreement, municipality_of
from renderer.readers.earlier.grammar.titles import budget_year
from renderer.readers.earlier.source import SourceDocument
from renderer.vocabulary import field_path, key

_NOT_KNOWN = "Skriv oplysningen i dokumentet, som den plejer at stå, og læs det ind igen."
_OPTIONS = {
    "sagsid": "Læs dokumentet ind igen med --case-id og sagens id.",
    "kommune": "Læs dokumentet ind igen med --municipality og kommunens navn.",
}


class LetterData:
    """The data of the first page; `year` is the budget year, `None` where the document does not say."""

    def __init__(self, document: SourceDocument, letter: Letter, page: PageFacts, drafts: list[ItemDraft]) -> None:
        self.agreement: dict[str, Any] = {}
        self.followup: dict[str, Any] = {}
        self.findings: list[Finding] = []
        self._document = document
        self._letter = letter
        self._page = page
        self._drafts = drafts
        self._place = Place(file=document.name)
        self.year = budget_year(letter.title.agreement) if letter.title else None
        self._fill_agreement()
        self._fill_followup()

    def _fill_agreement(self) -> None:
        """Title, year, case id, sender, guide and forms; chapters and lists of names come with the items."""
        agreement, title = self.agreement, self._letter.title
        if title:
            agreement[key("title")] = title.agreement
        else:
            self._no_title()
        self.year = self.year or self._year_of_times()
        if self.year:
            agreement[key("budget_year")] = self.year
        elif title:
            self._missing(
                "budgetår-mangler", key("budget_year"), "Titlen nævner ikke, hvilket budgetår aftalen gælder."
            )
        self._case_id()
        self._organisation()
        self._guide()
        self._forms()

    def _fill_followup(self) -> None:
        """Number, date and contact; statuses come with the items."""
        title, followup = self._letter.title, self.followup
        if title is None and not self._drafts:
            return
        if title is not None and title.followup is None:
            self._missing("opfølgning-mangler", key("followup"), "Titlen siger ikke, hvilken opfølgning dokumentet er.")
        elif title is not None:
            followup[key("followup")] = str(title.followup)
            if self._letter.plan_inferred:
                message = (
                    "Titlen siger ikke, hvilken opfølgning dokumentet er. Det er læst som udmøntningen (opfølgning 0)"
                )
                self._concluded(
                    "opfølgning-udledt", key("followup"), f"{message}, fordi der ikke er en eneste smiley eller status."
                )
        date = self._letter.date or self._page.date
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

    def _year_of_times(self) -> str | None:
        """The year that most time columns name, where the title names none."""
        rows = [row for draft in self._drafts for row in draft.milestones]
        texts = [" ".join(piece.prose.plain for piece in row.time) for row in rows]
        years = Counter(text.split()[-1][-4:] for text in texts if text and text.split()[-1][-4:].isdecimal())
        if not years:
            return None
        year = years.most_common(1)[0][0]
        message = f"Budgetåret er sat til {year} efter tidspunkterne, da titlen ikke nævner det."
        self._concluded("budgetår-udledt", key("budget_year"), message)
        return year

    def _case_id(self) -> None:
        letter, page = self._letter.case_id, self._page.case_id
        if letter or page:
            self.agreement[key("case_id")] = letter or page
        else:
            self._missing("sagsid-mangler", key("case_id"), "Dokumentets sagsid er ikke fundet.")
        if letter and page and letter != page:
            message = f"Brevhovedet har sagsid {letter}, men sidefoden {page}; brevhovedets er brugt."
            self._concluded("flere-sagsid", key("case_id"), message)

    def _organisation(self) -> None:
        organisation: dict[str, str] = {}
        scope = self._letter.title.scope.municipality if self._letter.title else None
        printed = scope or self._letter.municipality or self._page.municipality
        inferred = None if printed else municipality_of(self._document)
        if printed or inferred:
            organisation[key("municipality")] = printed or inferred or ""
        else:
            self._missing("kommune-mangler", key("municipality"), "Dokumentet siger ikke, hvilken kommune det er fra.")
        if inferred:
            message = f"Kommunen er sat til {inferred}, fordi teksten nævner den oftest; titlen siger det ikke."
            self._concluded("kommune-udledt", key("municipality"), message)
        department = department_of(self._letter.department, self._page.department, self._document)
        if department:
            organisation[key("department")] = department
        if organisation:
            self.agreement[key("organisation")] = organisation

    def _guide(self) -> None:
        guide, agreement = self._letter.guide, self.agreement
        scales = {}
        for name, definitions in (("effort", guide.effort), ("finances", guide.finances)):
            meanings = smiley_marks.scale(definitions)
            if meanings:
                scales[key(name)] = {smiley.value: meaning for smiley, meaning in meanings.items()}
            faces = [definition.face for definition in definitions if definition.word is None]
            if len(set(faces)) < len(faces):
                message = "Samme smiley står for to betydninger; betydningerne er læst i rækkefølge, den bedste først."
                self._concluded("tvetydig-definition", field_path(key("scales"), key(name)), message)
        if scales:
            agreement[key("scales")] = scales
        for name, pieces in (("reading_guide", guide.prose), ("finances_guide", guide.finances_prose)):
            if pieces:
                agreement[key(name)] = markdown(blocks_of(pieces))

    def _forms(self) -> None:
        title, agreement = self._letter.title, self.agreement
        if title and title.form:
            agreement[key("title_form")] = title.form.value
        if title and title.plan_form:
            agreement[key("plan_form")] = title.plan_form.value
        if title and title.scope.committee_form:
            agreement[key("committee_form")] = title.scope.committee_form.value
        labels = Counter(draft.type_label for draft in self._drafts if draft.type_label)
        for usual in self._usual(labels):
            agreement[key("type_label")] = usual.value
        odd = next((draft for draft in self._drafts if draft.type_label not in {None, *self._usual(labels)}), None)
        if odd is not None:
            kind = "korte" if odd.type_label is TypeLabel.SHORT else "lange"
            message = f"Typen står i den {kind} form her, men ikke i de fleste andre overskriftsrækker."
            hint = "Se efter; alle trykkes i samme form."
            self.findings.append(warning("blandede-typebetegnelser", odd.place, message, hint))

    def _usual(self, labels: Counter[TypeLabel]) -> list[TypeLabel]:
        """The form in which most items print their type; none where none does."""
        return [label for label, _ in labels.most_common(1)]

    def _no_title(self) -> None:
        agreement = self._letter.agreement_title
        if agreement:
            self.agreement[key("title")] = agreement
            self.year = budget_year(agreement)
        if agreement or (not self._drafts and is_agreement(self._document)):
            message = "Dokumentet ser ud til at være selve aftalen, men der er ikke fundet nummererede punkter i det."
            hint = "Se efter, om punkternes numre (fx 1.5) er med i filen, eller prøv aftalen som Word eller PDF."
            self.findings.append(error("ikke-en-opfølgning", self._place, message, hint))
        else:
            message = "Dokumentet har ikke en titel, der siger, hvilken opfølgning det er, og på hvilken aftale."
            hint = (
                "Skriv titlen øverst i dokumentet, fx »Anden opfølgning på Aftale om budget 2027«, og læs det ind igen."
                if self._drafts
                else "Der er heller ingen delelementer i dokumentet. Se efter, om det er den rigtige fil."
            )
            self.findings.append(error("titel-mangler", self._place, message, hint))

    def _missing(self, code: str, field_name: str, message: str) -> None:
        place = Place(file=self._document.name, field=field_name)
        self.findings.append(error(code, place, message, _OPTIONS.get(field_name, _NOT_KNOWN)))

    def _concluded(self, code: str, field_name: str, message: str) -> None:
        place = Place(file=self._document.name, field=field_name)
        self.findings.append(warning(code, place, message, "Se efter, om det er rigtigt, og ret det ellers."))
