"""The signed agreement: what the parties put their names to, as it was published."""

from collections.abc import Iterator

from pydantic import Field

from renderer.model.followup import Contact
from renderer.model.item import BudgetType
from renderer.model.record import Record
from renderer.model.signed.annex import Annex, FigureRow
from renderer.model.signed.chapter import SignedChapter
from renderer.model.signed.period import PeriodText
from renderer.model.signed.point import Point
from renderer.model.signed.savings import SavingsOverview
from renderer.model.signed.section import Section
from renderer.model.signed.signatory import Signatory
from renderer.model.values import Date, Line


class SignedAgreement(Record):
    """The agreement itself, whose plan and follow-ups are the rest of the case."""

    title: Line | None = Field(None, description="Aftalens titel; udelades, når den er den samme som i aftale.yaml.")
    period: PeriodText = Field(description="De år, aftalens beløb gælder, fx 2019-2022.")
    place: Line | None = Field(None, description="Stedet, hvor aftalen er underskrevet, fx Ballerup.")
    date: Date | None = Field(None, description="Dagen, hvor aftalen er underskrevet; udelades, indtil den er det.")
    revised: Date | None = Field(
        None, description="Dagen, hvor aftalen sidst er revideret; udelades, hvis den ikke er."
    )
    sender: Line | None = Field(None, description="Afsenderen i brevhovedet, fx Borgmesteren.")
    contact: Contact = Field(default_factory=Contact, description="Kontaktoplysninger i brevhovedet.")
    parties: tuple[Line, ...] = Field(
        (), description="Parterne i den rækkefølge, de nævnes; udelades, når de er dem, der står ved underskrifterne."
    )
    introduction: tuple[Section, ...] = Field((), description="Afsnittene før kapitlerne, uden nummer.")
    chapters: tuple[SignedChapter, ...] = Field((), description="Aftalens kapitler i den rækkefølge, de trykkes.")
    closing: tuple[Section, ...] = Field((), description="Afsnittene efter kapitlerne, før underskrifterne.")
    signatories: tuple[Signatory, ...] = Field((), description="Underskrifterne i den rækkefølge, de står.")
    annexes: tuple[Annex, ...] = Field((), description="Bilag med beløb, ét for hver type.")
    savings: SavingsOverview | None = Field(None, description="Oversigten over besparelser; udelades, hvis ingen er.")

    def points(self) -> Iterator[Point]:
        """All points in printed order."""
        for chapter in self.chapters:
            yield from chapter.all_points()

    @property
    def party_names(self) -> tuple[str, ...]:
        """The parties as stated, or else those of the signatories, each once in the order they stand."""
        return self.parties or tuple(dict.fromkeys(one.party for one in self.signatories if one.party))

    def rows_of(self, point: Point) -> Iterator[tuple[Annex, FigureRow]]:
        """The rows of the annexes that belong to a point, in printed order, each with its annex.

        They share its number; where several points do (`– del 2`), or none has one, the title tells which is meant.
        """
        alone = point.number is not None and [one.number for one in self.points()].count(point.number) == 1
        for annex in self.annexes:
            for row in annex.rows():
                if row.number == point.number and (alone or row.ref == point.ref):
                    yield annex, row

    def types_of(self, point: Point) -> tuple[BudgetType, ...]:
        """The types of the annexes that have a row for a point, in the order of the annexes; none is unknown."""
        return tuple(dict.fromkeys(annex.budget_type for annex, _ in self.rows_of(point)))
