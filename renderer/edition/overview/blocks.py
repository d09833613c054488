"""What an overview prints, in order, as plain data. A writer adds only the look.

The blocks stand below `edition/edition.py`, which holds an overview; so they know smileys, and no faces with meanings.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from pydantic import ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

from renderer.model.record import Record
from renderer.model.smiley import Smiley

DASH = "–"
"""What is printed where a smiley is still to be given."""

_FEW = 24


class Block(Record):
    """A part of an overview; its keys are English, since programs read it, not people."""

    model_config = ConfigDict(alias_generator=None)


class Mark(StrEnum):
    """What stands where a smiley may stand: one of the three, or why there is none."""

    HAPPY = Smiley.HAPPY.value
    NEUTRAL = Smiley.NEUTRAL.value
    SAD = Smiley.SAD.value
    OPEN = "mangler"
    """A milestone whose time has come, or finances, without a smiley."""
    NONE = "intet"
    """No milestone was set, or its time has not come."""


class Word(Block):
    """A mark in words, as the legend and a screen reader say it."""

    mark: Mark
    word: str


class Count(Block):
    """How many of each mark; `open` are those without a smiley that should have one."""

    happy: int = 0
    neutral: int = 0
    sad: int = 0
    open: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.happy + self.neutral + self.sad + self.open

    def of(self, mark: Mark) -> int:
        """How many of one mark."""
        return {Mark.HAPPY: self.happy, Mark.NEUTRAL: self.neutral, Mark.SAD: self.sad, Mark.OPEN: self.open}[mark]

    def __add__(self, other: "Count") -> "Count":
        return Count(
            happy=self.happy + other.happy,
            neutral=self.neutral + other.neutral,
            sad=self.sad + other.sad,
            open=self.open + other.open,
        )


class CountLine(Block):
    """A line of a table of counts; `anchor` is where it leads, `finances` is `None` where nothing is known of them."""

    label: str
    anchor: str | None
    effort: Count
    effort_spoken: str = Field(description="What the bar shows, in words.")
    finances: Count | None
    finances_spoken: str
    worse: int | None = Field(description="How many smileys are worse than in the follow-up before; None if unknown.")
    better: int | None
    finances_worse: int | None = Field(None, description="How many of the worse are for finances; None if unknown.")
    finances_better: int | None = None
    since: str = Field(description="What became worse and better since the follow-up before; empty where unknown.")


class CountTable(Block):
    """Smileys counted: a line for each chapter, committee or follow-up, with a bar for effort and one for finances."""

    anchor: str
    heading: str
    label_label: str
    effort_label: str
    effort_marks: tuple[Mark, ...] = Field(description="The columns with numbers, best first.")
    finances_label: str
    finances_marks: tuple[Mark, ...] = Field(description="Empty where no finances are assessed.")
    since_label: str = Field(description="Empty where the table has no such column.")
    lines: tuple[CountLine, ...]
    total: CountLine | None


class StripLine(Block):
    """An item with its marks: one for each checkpoint, and one for finances."""

    ref: str
    anchor: str
    heading: str
    effort: tuple[Mark, ...]
    finances: Mark


class StripGroup(Block):
    """The items of a chapter."""

    heading: str
    lines: tuple[StripLine, ...]


class Column(Block):
    """A column with a short label, and what a screen reader says of it."""

    label: str
    spoken: str


class Strip(Block):
    """Every item with its smileys, as small as can be read."""

    anchor: str
    heading: str
    label_label: str
    columns: tuple[Column, ...]
    groups: tuple[StripGroup, ...]

    @property
    def few(self) -> bool:
        """Whether there are so few items that they can be printed larger, in columns of equal height."""
        return sum(len(group.lines) for group in self.groups) <= _FEW


class Told(Block):
    """A smiley in a list of items, and when it was given; `time` is empty for finances."""

    mark: Mark
    time: str


class ListedItem(Block):
    """An item in a list: what about it, what it was before, and what it is now."""

    ref: str
    anchor: str
    heading: str
    centre: str
    about: str
    before: Told | None
    now: Told


class ListKind(StrEnum):
    """What the items of a list have in common."""

    WORSE = "worse"
    BETTER = "better"
    SAD = "sad"


class ItemList(Block):
    """Items of one kind, as a table; without items, `empty` is printed."""

    kind: ListKind
    anchor: str
    heading: str
    labels: tuple[str, ...] = Field(description="Item, centre, about, before (not in a list of sad items), now.")
    items: tuple[ListedItem, ...]
    empty: str

    @property
    def with_before(self) -> bool:
        """Whether the list says what was before."""
        return self.kind is not ListKind.SAD


class GoneItem(Block):
    """An item that is given up; `anchor` is `None` where the edition no longer prints it."""

    ref: str
    anchor: str | None
    heading: str
    centre: str
    followup: int
    when: str
    reason: str


class GoneList(Block):
    """The items that are given up so far; none of them is counted."""

    anchor: str
    heading: str
    labels: tuple[str, ...] = Field(description="Item, centre, when, why.")
    items: tuple[GoneItem, ...]


class Overview(Block):
    """The whole of it; `note` is its first line, `end` its last."""

    anchor: str
    heading: str
    note: str
    opening: tuple[str, ...]
    legend_label: str
    words: tuple[Word, ...] = Field(description="The marks in use, in words, best first.")
    counts: tuple[CountTable, ...]
    strip: Strip
    development: CountTable
    lists: tuple[ItemList, ...]
    gone: GoneList | None = Field(None, description="The items that are given up; None where none is.")
    end: str

    @model_serializer(mode="wrap")
    def _as_before(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Where nothing is given up it is written as before that could be said: the same JSON, the same digest."""
        data: dict[str, Any] = handler(self)
        if self.gone is None:
            data.pop("gone", None)
        return data

    def word(self, mark: Mark) -> str:
        """A mark in words; the empty text for one that is never printed."""
        return next((one.word for one in self.words if one.mark is mark), "")

    @property
    def legend(self) -> tuple[Word, ...]:
        """What the bars are made of, in words."""
        unseen = {Mark.NONE} if self._has_open() else {Mark.NONE, Mark.OPEN}
        return tuple(one for one in self.words if one.mark not in unseen)

    @property
    def over_time(self) -> CountTable | None:
        """The development as it is printed: one moment alone has developed from nothing."""
        return self.development if len(self.development.lines) > 1 else None

    def lines(self) -> Iterator[str]:
        """Every line of text as the Word file has it, in order, without faces: what a draft must still say."""
        yield from (self.heading, self.note, *self.opening)
        for table in self.counts:
            yield from _table_lines(table)
        if self.over_time:
            yield from _table_lines(self.over_time)
        yield from _strip_lines(self.strip)
        for one in self.lists:
            yield from (one.heading, *_list_lines(one))
        if self.gone:
            yield from _gone_lines(self.gone)
        yield self.end

    def _has_open(self) -> bool:
        lines = [line for table in (*self.counts, self.development) for line in table.lines]
        return any(count.open for line in lines for count in (line.effort, line.finances) if count)


def _table_lines(table: CountTable) -> Iterator[str]:
    yield from (table.heading, table.label_label)
    for label, marks in ((table.effort_label, table.effort_marks), (table.finances_label, table.finances_marks)):
        yield from (f"{label} {DASH}" if mark is Mark.OPEN else label for mark in marks)
    yield table.since_label
    for line in (*table.lines, *([table.total] if table.total else [])):
        yield line.label
        for count, marks in ((line.effort, table.effort_marks), (line.finances, table.finances_marks)):
            yield from (str(count.of(mark)) for mark in marks if count)
        yield line.since


def _strip_lines(strip: Strip) -> Iterator[str]:
    yield from (strip.heading, strip.label_label, *(column.label for column in strip.columns))
    for group in strip.groups:
        yield group.heading
        for line in group.lines:
            yield line.heading
            yield from (DASH for mark in (*line.effort, line.finances) if mark is Mark.OPEN)


def _gone_lines(gone: GoneList) -> Iterator[str]:
    yield from (gone.heading, *gone.labels)
    for item in gone.items:
        yield from (item.heading, item.centre, item.when, item.reason)


def _list_lines(listed: ItemList) -> Iterator[str]:
    if not listed.items:
        yield listed.empty
        return
    yield from listed.labels
    for item in listed.items:
        yield from (item.heading, item.centre, item.about)
        yield from ((item.before.time,) if item.before else ())
        yield item.now.time
