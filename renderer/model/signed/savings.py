"""The savings overview: cases that make the budget cheaper, by committee, with the investment some of them need."""

from collections.abc import Iterator
from typing import Any

from pydantic import Field, model_validator

from renderer.model.amount import Unit
from renderer.model.record import Record
from renderer.model.signed.figures import Figures, OptionalAmount, in_millions, in_unit_of_table, units_of
from renderer.model.signed.running_text import UnquotedText
from renderer.model.values import Line


class SavingsCase(Record):
    """One case. A saving is negative, an expense positive."""

    code: Line = Field(description="Casens nummer, som det trykkes, fx KFU-04A.")
    title: Line = Field(description="Casens titel.")
    amounts: Figures = Field(
        default_factory=dict,
        description="Beløbet for hvert år med de decimaler, det er skrevet med; en besparelse har minus foran.",
    )
    investment: OptionalAmount = Field(None, description="Anlægsinvesteringen; udelades, når der ikke er en.")
    note: Line | None = Field(None, description="Bemærkning til casen; udelades, når der ingen er.")

    @model_validator(mode="before")
    @classmethod
    def _stated(cls, data: Any) -> Any:
        return in_millions(data)


class SavingsGroup(Record):
    """The cases of one committee."""

    committee: Line | None = Field(
        None, description="Udvalget, som casene hører under; udelades, hvis de ikke er delt på udvalg."
    )
    cases: tuple[SavingsCase, ...] = Field((), description="Casene i den rækkefølge, de trykkes.")
    total: Figures = Field(
        default_factory=dict, description="Udvalgets sum, hvis aftalen selv har en; ellers udelades den."
    )
    investment_total: OptionalAmount = Field(
        None, description="Summen af udvalgets anlægsinvesteringer, hvis aftalen selv har en."
    )

    @model_validator(mode="before")
    @classmethod
    def _stated(cls, data: Any) -> Any:
        return in_millions(data)


class SavingsOverview(Record):
    """The whole overview, as it was signed."""

    title: Line = Field(description="Oversigtens titel.")
    unit: Unit = Field(Unit.MILLIONS, description="Den enhed, oversigtens beløb står i; udeladt er det mio. kr.")
    groups: tuple[SavingsGroup, ...] = Field((), description="Udvalgene med deres cases.")
    total: Figures = Field(
        default_factory=dict, description="Summen af hele oversigten, hvis aftalen selv har en; ellers udelades den."
    )
    investment_total: OptionalAmount = Field(
        None, description="Summen af alle anlægsinvesteringer, hvis aftalen selv har en."
    )
    notes: tuple[UnquotedText, ...] = Field((), description="Noter under oversigten.")

    @model_validator(mode="before")
    @classmethod
    def _stated(cls, data: Any) -> Any:
        return in_unit_of_table(data, Unit.MILLIONS)

    @model_validator(mode="after")
    def _in_one_unit(self) -> "SavingsOverview":
        sums = [(self.total, self.investment_total), *((one.total, one.investment_total) for one in self.groups)]
        figures = [*sums, *((case.amounts, case.investment) for case in self.cases())]
        if any(units_of(*one) - {self.unit} for one in figures):
            raise ValueError(self.unit)
        return self

    def cases(self) -> Iterator[SavingsCase]:
        """All cases in printed order."""
        for group in self.groups:
            yield from group.cases
