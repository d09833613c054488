"""A figure annex: what each point costs a year, of one type (drift or anlæg), as the parties signed it."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import Field, model_validator

from renderer.model.amount import Unit
from renderer.model.item import BudgetType, numbered_ref, title_ref
from renderer.model.record import Record
from renderer.model.signed.figures import Figures, in_thousands, in_unit_of_table, units_of
from renderer.model.signed.running_text import UnquotedText
from renderer.model.values import ItemNumber, Line

_TYPES = (
    (BudgetType.OTHER_FINANCING, re.compile(r"øvrig(?:e)?\s+finansiering", re.IGNORECASE)),
    (BudgetType.CAPITAL, re.compile(r"anlæg", re.IGNORECASE)),
    (BudgetType.OPERATING, re.compile(r"drift|service", re.IGNORECASE)),
)
_TYPE_WORD = re.compile(r"^(?:DRIFT|ANLÆG|ØVRIG FINANSIERING)\s+(?=\S)")


def named_type(text: str) -> BudgetType | None:
    """The type that the words of a title name; the first of several (`Bilag 1: Driftsinvesteringer`)."""
    found = [(match.start(), kind) for kind, form in _TYPES if (match := form.search(text))]
    return min(found, key=lambda one: one[0])[1] if found else None


def without_type_word(heading: str) -> str:
    """An annex's heading without the type in capitals before it: `DRIFT Nye opgaver` becomes `Nye opgaver`."""
    return _TYPE_WORD.sub("", heading)


class FigureRow(Record):
    """One row: the point it belongs to, by its number, and amounts by year."""

    number: ItemNumber | None = Field(None, description="Punktets nummer, som det står i bilaget.")
    title: Line = Field(description="Titlen, som den står i bilaget; den kan være en anden end punktets.")
    amounts: Figures = Field(
        default_factory=dict,
        description="Beløbet for hvert år; et år uden beløb udelades, og det er ikke det samme som 0.",
    )
    note: Line | None = Field(None, description="Bemærkning til rækken; udelades, når der ingen er.")

    @model_validator(mode="before")
    @classmethod
    def _stated(cls, data: Any) -> Any:
        return in_thousands(data)

    @property
    def heading(self) -> str:
        """Number and title as the row is printed, like the heading of its point: `1.5. Voksne med handicap`."""
        return f"{self.number}. {self.title}" if self.number else self.title

    @property
    def ref(self) -> str:
        """What the row's point is known by."""
        return numbered_ref(self.number, self.title) if self.number else title_ref(self.title)


class AnnexGroup(Record):
    """The rows of one chapter; a chapter without rows may be printed too."""

    number: ItemNumber | None = Field(None, description="Kapitlets nummer; udelades, hvis det ikke har et.")
    title: Line | None = Field(
        None, description="Kapitlets titel, som den står i bilaget; udelades, hvis rækkerne ikke er delt i kapitler."
    )
    rows: tuple[FigureRow, ...] = Field((), description="Rækkerne i den rækkefølge, de trykkes.")
    total: Figures = Field(
        default_factory=dict, description="Kapitlets sum, hvis aftalen selv har en; ellers udelades den."
    )

    @property
    def heading(self) -> str | None:
        """The heading as it is printed, or `None` where the rows stand without one."""
        return f"{self.number}. {self.title}" if self.number and self.title else self.title or self.number

    @model_validator(mode="before")
    @classmethod
    def _stated(cls, data: Any) -> Any:
        return in_thousands(data)


class Annex(Record):
    """A table of amounts of one type, with its rows under chapter headings."""

    budget_type: BudgetType = Field(description="drift, anlæg eller øvrig finansiering.")
    title: Line = Field(description="Bilagets titel, fx Driftsinvesteringer.")
    unit: Unit = Field(Unit.THOUSANDS, description="Den enhed, bilagets beløb står i; udeladt er det 1.000 kr.")
    groups: tuple[AnnexGroup, ...] = Field((), description="Bilagets kapitler med deres rækker.")
    total: Figures = Field(
        default_factory=dict, description="Summen af hele bilaget, hvis aftalen selv har en; ellers udelades den."
    )
    notes: tuple[UnquotedText, ...] = Field((), description="Noter under bilaget.")

    @model_validator(mode="before")
    @classmethod
    def _stated(cls, data: Any) -> Any:
        return in_unit_of_table(data, Unit.THOUSANDS)

    @model_validator(mode="after")
    def _in_one_unit(self) -> "Annex":
        figures = [self.total, *(group.total for group in self.groups), *(row.amounts for row in self.rows())]
        if any(units_of(one) - {self.unit} for one in figures):
            raise ValueError(self.unit)
        return self

    @property
    def heading(self) -> str:
        """The heading as it is printed: the title, with the type in capitals before one that does not name it."""
        told = named_type(self.title) is self.budget_type and without_type_word(self.title) == self.title
        return self.title if told else f"{self.budget_type.value.upper()} {self.title}"

    def rows(self) -> Iterator[FigureRow]:
        """All rows in printed order."""
        for group in self.groups:
            yield from group.rows
