"""The edition: one document to be, a case cut to one follow-up and one committee (or all), as plain data.

Every word that a writer sets stands here as it is printed, in reading order; a writer adds only the look. It
round-trips through JSON, and it is what is attached to the PDF, compared, hashed and cached.
"""

import hashlib
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    model_serializer,
)

from renderer.edition.overview.blocks import Overview
from renderer.model.markdown import parse_prose, write_prose
from renderer.model.prose import Prose
from renderer.model.record import Record
from renderer.model.smiley import Smiley
from renderer.model.values import Date

PrintedProse = Annotated[
    Prose,
    BeforeValidator(lambda value: parse_prose(value) if isinstance(value, str) else value),
    PlainSerializer(write_prose, return_type=str),
]
"""Running text as it is printed, no-break spaces included; in JSON the Markdown of `model/markdown.py`."""


class Block(Record):
    """A part of an edition; its keys are English, since programs read it, not people."""

    model_config = ConfigDict(alias_generator=None)


class LabelledLine(Block):
    """A label and what it says: `Sagsid: 00.30.00-S00-9-16`; an empty value prints the label alone."""

    label: str
    value: str


class Face(Block):
    """A smiley, the word for it and its meaning; `meaning` is `None` where the scale does not define it."""

    smiley: Smiley
    word: str
    meaning: str | None

    @property
    def spoken(self) -> str:
        """What a screen reader says: `Glad: Milepælen er nået`."""
        return f"{self.word}: {self.meaning}" if self.meaning else self.word


class Definition(Block):
    """The meanings of the faces in one dimension; without faces nothing is printed."""

    heading: str
    faces: tuple[Face, ...]


class ReadingGuide(Block):
    """How to read the document: prose and the two definitions, with the prose on finances between them."""

    heading: str
    prose: PrintedProse
    effort: Definition
    finances_prose: PrintedProse
    finances: Definition


class RowKind(StrEnum):
    """What a row of an item's table is about."""

    MILESTONE = "milestone"
    FINANCES = "finances"


class Row(Block):
    """A milestone row or the finances row; `face` is `None` while no smiley has been given."""

    kind: RowKind
    checkpoint: int | None = Field(description="1 to 4 in a milestone row, None in the finances row.")
    label: str
    text: PrintedProse
    status_label: str
    status: PrintedProse
    time: str
    face: Face | None
    not_given: str = Field(description="What a screen reader says of a smiley that is not given.")


def _without_empty(data: dict[str, Any], name: str) -> dict[str, Any]:
    """Without a part that there is nothing in, as before there were any: the same JSON, the same digest."""
    return {key: value for key, value in data.items() if key != name or value}


class NoticeKind(StrEnum):
    """What has become of an item in the middle of the year."""

    GIVEN_UP = "given_up"
    MOVED = "moved"


class Notice(Block):
    """What is said of an item that is given up or moved: `Udgået i anden opfølgning`, and why."""

    kind: NoticeKind
    label: str
    text: str


class ItemTable(Block):
    """One item: its heading row, its text row and its five rows; four columns, about 34/38/18/10 per cent."""

    ref: str
    anchor: str = Field(description="An identifier that is unique in the edition and plain ASCII.")
    heading: str
    type_label: str
    time_label: str
    smiley_label: str
    agreement_text: PrintedProse
    responsibility: tuple[LabelledLine, ...]
    description: PrintedProse
    rows: tuple[Row, ...]
    notices: tuple[Notice, ...] = Field((), description="What is said above the responsibility, in the same cell.")

    @property
    def given_up(self) -> bool:
        """Whether it is printed for the last time, and nothing is to be reported on it."""
        return any(notice.kind is NoticeKind.GIVEN_UP for notice in self.notices)

    @model_serializer(mode="wrap")
    def _as_before(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return _without_empty(handler(self), "notices")


class Departed(Block):
    """An item that was the committee's until this follow-up, and where it has gone."""

    ref: str
    heading: str
    text: str

    @property
    def line(self) -> str:
        """`2.04. Delebiler: flyttet i tredje opfølgning til Klimaudvalget.`, and why."""
        return f"{self.heading}: {self.text}"


class ChapterPart(Block):
    """A chapter with the items that belong to this edition."""

    anchor: str
    heading: str
    introduction: PrintedProse
    items: tuple[ItemTable, ...]
    departed: tuple[Departed, ...] = Field((), description="Items that have gone to another committee, in one line.")

    @model_serializer(mode="wrap")
    def _as_before(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return _without_empty(handler(self), "departed")


class Letterhead(Block):
    """How a letter begins: who writes, about what."""

    municipality: str
    department: str | None
    lines: tuple[LabelledLine, ...]
    page_label: str = Field(description="What stands before the page number: `Side`.")
    title: str
    subtitle: str | None


class Letter(Letterhead):
    """The first page: letterhead, title and reading guide."""

    guide: ReadingGuide


class Furniture(Block):
    """Running head and foot of the pages after the letter; the page number stands between the foot's two parts."""

    head_left: str
    head_right: str
    foot_left: str
    foot_right: str


class Facts(Block):
    """What the edition is, for metadata and file names."""

    agreement_title: str
    budget_year: int
    followup: int
    committee: str | None = Field(description="The committee of this edition, or None for the whole municipality.")
    municipality: str
    department: str | None
    case_id: str
    date: Date
    title: str = Field(description="The full title with scope, in one line and without no-break spaces.")
    centre: str | None = Field(None, description="The centre that a draft is cut to; None for every other document.")

    @property
    def stage(self) -> str:
        """Which document of the case it is, for keywords."""
        return f"{self.followup}. opfølgning" if self.followup else "udmøntning"

    @model_serializer(mode="wrap")
    def _as_before(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return _without_empty(handler(self), "centre")


class Edition(Block):
    """One document to be. `format` counts the versions of this shape; an overview does not change it."""

    format: int = 1
    language: str = "da-DK"
    facts: Facts
    letter: Letter
    furniture: Furniture
    chapters: tuple[ChapterPart, ...]
    smiley_words: bool
    empty_notice: str | None = Field(description="A sentence printed where the edition has no items.")
    overview: Overview | None = Field(None, description="The smileys counted, printed before the chapters.")

    @model_serializer(mode="wrap")
    def _without_none(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """An edition without an overview is written as before there were any: the same JSON, the same digest."""
        data: dict[str, Any] = handler(self)
        if self.overview is None:
            data.pop("overview", None)
        return data

    def without_early_smileys(self) -> "Edition":
        """The edition as it is counted and compared: without the smileys of times that have not come."""
        chapters = tuple(
            part.model_copy(update={"items": tuple(map(self._without_early, part.items))}) for part in self.chapters
        )
        return self.model_copy(update={"chapters": chapters})

    def _without_early(self, item: ItemTable) -> ItemTable:
        number = self.facts.followup
        rows = (row if (row.checkpoint or 1) <= number else row.model_copy(update={"face": None}) for row in item.rows)
        return item.model_copy(update={"rows": tuple(rows)})

    def items(self) -> Iterator[ItemTable]:
        """All items in printed order."""
        for chapter in self.chapters:
            yield from chapter.items

    def counted_items(self) -> Iterator[ItemTable]:
        """The items whose smileys count: those that are not given up."""
        return (item for item in self.items() if not item.given_up)

    def prose(self) -> Iterator[Prose]:
        """Every running text, in printed order."""
        guide = self.letter.guide
        yield from (guide.prose, guide.finances_prose)
        for chapter in self.chapters:
            yield chapter.introduction
            for item in chapter.items:
                yield from (item.agreement_text, item.description)
                for row in item.rows:
                    yield from (row.text, row.status)

    def as_json(self) -> str:
        """The edition as JSON, the same bytes for the same edition."""
        return self.model_dump_json(indent=1)

    def digest(self) -> str:
        """SHA-256 of the JSON, in hexadecimal."""
        return hashlib.sha256(self.as_json().encode()).hexdigest()
