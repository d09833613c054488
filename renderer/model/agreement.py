"""The agreement: what was agreed and planned, which never changes when a follow-up is issued."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic import Field, ValidationInfo, field_validator

from renderer.model.case_id import CaseIdText
from renderer.model.changes import NewName, named_at
from renderer.model.deadline import Deadline
from renderer.model.fixed_word import FixedWord, listed
from renderer.model.followup import FollowUpNumber
from renderer.model.item import Item
from renderer.model.mail_address import MailAddresses
from renderer.model.prose import Prose
from renderer.model.record import Record
from renderer.model.smiley import SmileyScales
from renderer.model.values import ItemNumber, Line, ProseText, Year, YesNo, refuse


class Organisation(Record):
    """Who issues the documents."""

    municipality: Line = Field(description="Kommunens navn, fx Ballerup Kommune.")
    department: Line | None = Field(None, description="Afdelingen, der udsender dokumenterne; udelades, hvis ukendt.")


class TypeLabel(FixedWord):
    """How an item's type is printed in its heading row."""

    SHORT = "kort"
    LONG = "lang"


class TitleForm(FixedWord):
    """Whether a follow-up's title is one sentence, or a title about the agreement with a subtitle."""

    ONE = "samlet"
    WITH_SUBTITLE = "undertitel"


class PlanForm(FixedWord):
    """The title of the plan: `Udmøntning af, og status på Aftale om budget 2017`, or `Udmøntning af` alone."""

    WITH_STATUS = "med status"
    PLAIN = "uden status"


class CommitteeForm(FixedWord):
    """How a committee stands in a title: by its name, by its area, or by what it answers for."""

    FOR = "for"
    AREA = "område"
    RESPONSIBILITY = "ansvarsområde"


class ContributorsLine(FixedWord):
    """Whether an item without contributors is printed with the line that names them all the same."""

    ALWAYS = "altid"
    NEEDED = "efter behov"


class Chapter(Record):
    """A chapter of the agreement with its items in printed order."""

    number: ItemNumber | None = Field(None, description="Kapitlets nummer; udelades, hvis det ikke har et.")
    title: Line = Field(description="Kapitlets titel.")
    introduction: ProseText = Field(Prose(), description="Indledende tekst, som trykkes under kapitlets titel.")
    items: tuple[Item, ...] = Field((), description="Kapitlets delelementer i den rækkefølge, de trykkes.")

    @property
    def heading(self) -> str:
        """The printed heading: `5. Erhverv og Beskæftigelse`."""
        return f"{self.number}. {self.title}" if self.number else self.title

    def spelled(self, names: Mapping[str, Sequence[str]]) -> "Chapter":
        """The chapter with the centres and committees of its items as lists of names (by field) spell them."""
        items = tuple(item.spelled(names) for item in self.items)
        return self.model_copy(update={"items": items}) if items != self.items else self

    def at(self, followup: int, new_names: Sequence[NewName], names_of: int) -> "Chapter":
        """The chapter as it stood at a follow-up, without the items that were given up before it."""
        left = (item for item in self.items if not item.given_up or item.given_up.followup >= followup)
        items = tuple(item.at(followup, new_names, names_of) for item in left)
        return self.model_copy(update={"items": items})


def _spellings(info: ValidationInfo, changes: Sequence[NewName]) -> dict[str, tuple[str, ...]]:
    """Every name that a centre or a committee (by the item's field) may have, at whatever time of the year."""
    new = tuple(one.new_name for one in changes)
    lists = {"centre": "centres", "committee": "committees"}
    return {field: (*info.data.get(listing, ()), *new) for field, listing in lists.items()}


class Agreement(Record):
    """A political budget agreement, cut into items that centres answer for."""

    title: Line = Field(description="Aftalens titel, fx Aftale om budget 2018.")
    budget_year: Year = Field(description="Det budgetår, aftalen gælder.")
    case_id: CaseIdText = Field(description="Sagsid, fælles for aftalen og dens opfølgninger.")
    organisation: Organisation = Field(description="Hvem der udsender dokumenterne.")
    committees: tuple[Line, ...] = Field((), description="De udvalg, som delelementerne hører under.")
    centres: tuple[Line, ...] = Field((), description="De centre, som delelementerne hører under.")
    centre_emails: Mapping[Line, MailAddresses] = Field(
        default_factory=dict,
        description="Centrenes e-mailadresser under deres navne, til de mails, kommandoen missing skriver.",
    )
    new_names: tuple[NewName, ...] = Field(
        (), description="Udvalg og centre, som har fået et andet navn i løbet af året."
    )
    scales: SmileyScales = Field(default_factory=SmileyScales, description="Hvad smileyerne betyder i denne aftale.")
    reading_guide: ProseText = Field(Prose(), description="Læsevejledningen på første side.")
    finances_guide: ProseText = Field(Prose(), description="Læsevejledningens afsnit om økonomi.")
    title_form: TitleForm = Field(
        TitleForm.ONE,
        description="samlet: titlen er én sætning; undertitel: opfølgningen står i en undertitel.",
    )
    plan_form: PlanForm = Field(
        PlanForm.WITH_STATUS,
        description="med status: »Udmøntning af, og status på Aftale ...«; uden status: »Udmøntning af Aftale ...«.",
    )
    committee_form: CommitteeForm = Field(
        CommitteeForm.FOR,
        description="for: »for Økonomiudvalget«; område: »på Økonomiudvalgets område«; "
        "ansvarsområde: »for Økonomiudvalgets ansvarsområde«.",
    )
    type_label: TypeLabel = Field(
        TypeLabel.SHORT, description="kort: »Drift«; lang: »Kort beskrivelse af indsatsen (drift)«."
    )
    contributors_line: ContributorsLine = Field(
        ContributorsLine.ALWAYS,
        description="altid: linjen »Væsentlig bidragsyder:« trykkes også, hvor der ingen er; "
        "efter behov: linjen udelades der.",
    )
    smiley_words: YesNo = Field(False, description="ja: smileyens ord trykkes ved siden af ansigtet.")
    overview: YesNo = Field(False, description="ja: opfølgningerne trykkes med et overblik efter første side.")
    deadlines: Mapping[FollowUpNumber, Deadline] = Field(
        default_factory=dict, description="Frister under opfølgningens nummer; udelades, hvis ukendte."
    )
    chapters: tuple[Chapter, ...] = Field((), description="Aftalens kapitler i den rækkefølge, de trykkes.")

    @field_validator("deadlines", mode="after")
    @classmethod
    def _only_known(cls, deadlines: Mapping[int, Deadline]) -> Mapping[int, Deadline]:
        return {number: deadline for number, deadline in sorted(deadlines.items()) if deadline}

    @field_validator("centre_emails", mode="after")
    @classmethod
    def _of_listed(
        cls, addresses: Mapping[str, tuple[str, ...]], info: ValidationInfo
    ) -> Mapping[str, tuple[str, ...]]:
        known = {listed(name, info.data.get("centres", ())) or name: one for name, one in addresses.items()}
        if len(known) < len(addresses):
            message = "Det samme center har adresser to steder, med store og små bogstaver."
            raise refuse("samme-felt-to-gange", message, "Slet det ene, eller saml de to.")
        return known

    @field_validator("new_names", mode="after")
    @classmethod
    def _known_names(cls, changes: tuple[NewName, ...], info: ValidationInfo) -> tuple[NewName, ...]:
        """Names are spelled as the lists have them, or as the new name before had it."""
        by_field = _spellings(info, changes)
        names = [name for names in by_field.values() for name in names]
        return tuple(one.model_copy(update={"name": listed(one.name, names) or one.name}) for one in changes)

    @field_validator("chapters", mode="after")
    @classmethod
    def _spelled_as_listed(cls, chapters: tuple[Chapter, ...], info: ValidationInfo) -> tuple[Chapter, ...]:
        """Who answers for an item, spelled as the lists have it: capital and small letters tell no two apart."""
        names = _spellings(info, info.data.get("new_names", ()))
        return tuple(chapter.spelled(names) for chapter in chapters)

    def items(self) -> Iterator[Item]:
        """All items in printed order."""
        for chapter in self.chapters:
            yield from chapter.items

    def at(self, followup: int, names_of: int | None = None) -> "Agreement":
        """The agreement as it stood at a follow-up: who answers for an item then, and under which name.

        An item that was given up before it is left out. `names_of` gives committees and centres the names of a later
        follow-up. Where nothing changes in the middle of the year, the agreement is the same at every follow-up.
        """
        if not self.new_names and not any(item.moves or item.given_up for item in self.items()):
            return self
        names_of = followup if names_of is None else names_of
        chapters = tuple(chapter.at(followup, self.new_names, names_of) for chapter in self.chapters)
        lists = {field: self._names(getattr(self, field), names_of) for field in ("committees", "centres")}
        return self.model_copy(update={"chapters": chapters, "new_names": (), **lists})

    def mail_to(self, centre: str, followup: int) -> tuple[str, ...]:
        """The addresses of a centre by the name that it has at a follow-up; empty where none are known."""
        found = (one for name, one in self.centre_emails.items() if self.renamed(name, 0, followup) == centre)
        return tuple(dict.fromkeys(address for addresses in found for address in addresses))

    def renamed(self, name: str, since: int, until: int) -> str:
        """What a committee or centre that had a name at one follow-up is called at a later one."""
        return named_at(name, self.new_names, since, until)

    def _names(self, names: tuple[str, ...], followup: int) -> tuple[str, ...]:
        """A list of names as they are at a follow-up; two that became one stand there once."""
        return tuple(dict.fromkeys(self.renamed(name, 0, followup) for name in names))
