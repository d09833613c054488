"""A chapter of the signed agreement, with its opening quotation and its points."""

from collections.abc import Iterator

from pydantic import Field

from renderer.model.prose import Prose
from renderer.model.record import Record
from renderer.model.signed.point import Point
from renderer.model.signed.running_text import RunningText, RunningTextField, UnquotedText
from renderer.model.values import ItemNumber, Line


class PointGroup(Record):
    """A sub-heading inside a chapter and the points that are printed after it, until the next one."""

    heading: Line = Field(description="Underoverskriften, fx Fællesskaber.")
    text: RunningTextField = Field(RunningText(), description="Tekst under underoverskriften, før punkterne.")
    points: tuple[Point, ...] = Field((), description="Punkterne under underoverskriften.")


class SignedChapter(Record):
    """A chapter: the quotation it opens with, its own text, the points before any sub-heading, then the groups."""

    number: ItemNumber | None = Field(None, description="Kapitlets nummer; udelades, hvis det ikke har et.")
    title: Line = Field(description="Kapitlets titel.")
    lead_in: Line | None = Field(
        None, description="Ordene før citatet, fx I visionen står der:; udelades, hvis der ingen er."
    )
    quotation: UnquotedText = Field(
        Prose(), description="Citatet, som kapitlet åbner med, med de anførselstegn, det trykkes med."
    )
    text: RunningTextField = Field(RunningText(), description="Kapitlets egen tekst, før punkterne.")
    points: tuple[Point, ...] = Field((), description="Punkter, som ikke står under en underoverskrift.")
    groups: tuple[PointGroup, ...] = Field((), description="Underoverskrifter med de punkter, der står under dem.")

    @property
    def heading(self) -> str:
        """The printed heading: `1. Vi skaber fremtiden sammen`."""
        return f"{self.number}. {self.title}" if self.number else self.title

    def all_points(self) -> Iterator[Point]:
        """The points in printed order, whatever group they stand in."""
        yield from self.points
        for group in self.groups:
            yield from group.points
