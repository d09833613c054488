"""A point of the signed agreement: what the parties agreed on one matter."""

from collections.abc import Iterator

from pydantic import Field

from renderer.model.item import numbered_ref, title_ref
from renderer.model.prose import Paragraph, Prose, Strong, Text
from renderer.model.record import Record
from renderer.model.signed.running_text import RunningText, RunningTextField, joined
from renderer.model.signed.section import Section, walk
from renderer.model.values import ItemNumber, Line, YesNo


class Point(Record):
    """A point with its text. An item of the follow-ups carries it on under the same `ref`."""

    number: ItemNumber | None = Field(
        None, description="Nummeret, som det trykkes, fx 1.5 eller 3.01; udelades, hvis punktet ikke har et."
    )
    title: Line = Field(description="Punktets titel, som den trykkes.")
    text: RunningTextField = Field(
        RunningText(), description="Det, parterne har aftalt; et citat har tegnet > først på hver linje."
    )
    sections: tuple[Section, ...] = Field((), description="Afsnit med egen overskrift inde i punktets tekst.")
    followed_up: YesNo = Field(
        True, description="nej: punktet bliver ikke til et delelement, når planen lægges med plan."
    )

    @property
    def ref(self) -> str:
        """What the point is known by: its number (and part), or a name made from its title."""
        return numbered_ref(self.number, self.title) if self.number else title_ref(self.title)

    @property
    def whole_text(self) -> Prose:
        """All words under the title as an item carries them on: headings of sections are strong paragraphs."""
        parts = [self.text, *(part for section in self.sections for part in _parts(section))]
        return joined(part.prose if isinstance(part, RunningText) else part for part in parts)

    @property
    def heading(self) -> str:
        """The printed heading: `1.5. Voksne med handicap`."""
        return f"{self.number}. {self.title}" if self.number else self.title


def _parts(section: Section) -> Iterator[RunningText | Prose]:
    for _, part in walk((section,)):
        if part.heading:
            yield Prose((Paragraph((Strong((Text(part.heading),)),)),))
        yield part.text
