"""The comparison: what is different between two editions of a case, as plain data that the writers set.

Like the edition it holds every word as it is printed, in reading order, and round-trips through JSON. Which words of
a text have changed follows from the two texts (`TextChange.wording`), so it is not written down.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from renderer.edition import danish
from renderer.edition.edition import Block, Face, Facts, Furniture, Letterhead, PrintedProse
from renderer.edition.wording.changed_text import ChangedText
from renderer.edition.wording.compare import compare_prose
from renderer.edition.wording.excerpt import excerpt


class FaceAt(Block):
    """A smiley and when it was given; `time` is empty for finances, `face` is `None` where none was given."""

    face: Face | None
    time: str
    not_given: str = Field(description="What is printed inside a sentence where no smiley was given.")


class SmileyChange(Block):
    """A smiley that was another one, or none."""

    kind: Literal["smiley"] = "smiley"
    label: str = Field(description="What the smiley is about: `Indsats` or `Økonomi`.")
    old: FaceAt
    new: FaceAt
    status: PrintedProse = Field(description="What was reported with the new smiley; empty where nothing was.")
    status_label: str


class TextChange(Block):
    """A running text that was another one; either side may be empty, not both."""

    kind: Literal["text"] = "text"
    label: str
    old: PrintedProse
    new: PrintedProse

    @property
    def wording(self) -> ChangedText:
        """Which words have changed."""
        return compare_prose(self.old, self.new)

    @property
    def shown(self) -> ChangedText:
        """The changed words with what stands around them, as it is printed."""
        return excerpt(self.wording)

    @property
    def marks_words(self) -> bool:
        """Whether there are words on both sides, so that those that changed are marked."""
        return bool(self.old) and bool(self.new)

    @property
    def line(self) -> str:
        """What is printed above the text: `Status på økonomi (ny tekst):`, `Beskrivelse:` where words are marked."""
        if self.marks_words:
            return f"{self.label}:"
        return f"{self.label} ({'ny tekst' if self.new else 'teksten er taget ud'}):"


class AmountChange(Block):
    """Amounts that are others than before, and the text they stand in. Either list may be empty, not both."""

    kind: Literal["amounts"] = "amounts"
    label: str
    old_amounts: tuple[str, ...] = Field(description="The amounts that no longer stand there, as they were written.")
    new_amounts: tuple[str, ...] = Field(description="The amounts that stand there now and did not before.")
    text: TextChange

    @property
    def line(self) -> str:
        """The amounts in one line: `Økonomi: fra 0,5 mio. kr. til 0,7 mio. kr.`."""
        return f"{self.label}: {_said(danish.series(self.old_amounts), danish.series(self.new_amounts), 'nu også')}"


class LineChange(Block):
    """A single line that was another one: a title, a centre; an empty one was not there."""

    kind: Literal["line"] = "line"
    label: str
    old: str
    new: str

    @property
    def line(self) -> str:
        """The change in one line: `Titel: fra ”Kultur” til ”Kultur og Fritid”`."""
        old, new = (f"”{text}”" if text else "" for text in (self.old, self.new))
        return f"{self.label}: {_said(old, new, 'nu')}"


def _said(old: str, new: str, now: str) -> str:
    if old and new:
        return f"fra {old} til {new}"
    return f"{now} {new}" if new else f"ikke længere {old}"


class NoteChange(Block):
    """What is said of an item as a whole: `Udgået i anden opfølgning`, and why."""

    kind: Literal["note"] = "note"
    label: str
    text: str

    @property
    def line(self) -> str:
        """It in one line."""
        return f"{self.label}: {self.text}"


Change = Annotated[SmileyChange | TextChange | AmountChange | LineChange | NoteChange, Field(discriminator="kind")]


class Entry(Block):
    """What is different about one item, or about a part of the document that is no item (`ref` is `None`)."""

    ref: str | None
    heading: str
    centre: str
    changes: tuple[Change, ...] = Field(description="Empty where the entry itself is the news: a new item.")


class SectionKind(StrEnum):
    """What a section lists, in the order in which a committee wants to know it."""

    WORSE = "worse"
    BETTER = "better"
    FIRST = "first"
    GIVEN_UP = "given_up"
    STATUS = "status"
    AMOUNTS = "amounts"
    CORRECTED = "corrected"
    PLAN = "plan"
    NEW = "new"
    ENDED = "ended"
    MOVED = "moved"


class Section(Block):
    """All entries of one kind, in the order of the edition; those given for the first time with the worst first."""

    kind: SectionKind
    heading: str
    entries: tuple[Entry, ...]


class Comparison(Block):
    """What is different between two editions; without sections, nothing is. `format` counts versions of this shape."""

    format: int = 1
    document: Literal["comparison"] = "comparison"
    language: str = "da-DK"
    facts: Facts = Field(description="Those of the newer edition, with the title of the comparison.")
    from_followup: int = Field(description="The follow-up that the newer edition is compared with.")
    letter: Letterhead
    furniture: Furniture
    opening: tuple[str, ...] = Field(description="Paragraphs that sum up what is different.")
    marking: str | None = Field(description="How changed words are marked; None where none are.")
    sections: tuple[Section, ...]
    unchanged: int = Field(description="How many items are not listed, because nothing about them is different.")
    unchanged_notice: str | None

    def as_json(self) -> str:
        """The comparison as JSON, the same bytes for the same comparison."""
        return self.model_dump_json(indent=1)

    def section(self, kind: SectionKind) -> Section | None:
        """The section of a kind, or `None` where nothing of the kind is different."""
        return next((section for section in self.sections if section.kind is kind), None)
