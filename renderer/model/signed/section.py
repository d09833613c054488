"""A section without a number: a heading, its text, and the sections under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import Field

from renderer.model.record import Record
from renderer.model.signed.running_text import RunningText, RunningTextField
from renderer.model.values import Line


class Section(Record):
    """A section of the introduction, the closing, or a point's text; its level is how deep it lies."""

    heading: Line | None = Field(None, description="Afsnittets overskrift; udelades, hvis det ikke har en.")
    text: RunningTextField = Field(
        RunningText(), description="Afsnittets tekst; et citat har tegnet > først på hver linje."
    )
    sections: tuple[Section, ...] = Field((), description="Underafsnit i den rækkefølge, de trykkes.")


def walk(sections: Iterable[Section], level: int = 1) -> Iterator[tuple[int, Section]]:
    """Every section in printed order with its level; the given ones are at `level`."""
    for section in sections:
        yield level, section
        yield from walk(section.sections, level + 1)
