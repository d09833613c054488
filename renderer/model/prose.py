"""Prose: the running text of an agreement as typed blocks: paragraphs and nested lists with a few marks.

The data file holds a small Markdown (see `markdown.py`); everything behind the reader works on these blocks,
so two texts are the same text when their blocks are equal, however they were typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True)
class Text:
    """A run of plain characters."""

    text: str


@dataclass(frozen=True)
class LineBreak:
    """A line that the author ended on purpose inside a paragraph."""


@dataclass(frozen=True)
class Emphasis:
    """Emphasised words (italic)."""

    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Strong:
    """Strongly emphasised words (bold)."""

    content: tuple[Inline, ...]


@dataclass(frozen=True)
class Link:
    """Words that lead to an address."""

    href: str
    content: tuple[Inline, ...]


Inline = Text | LineBreak | Emphasis | Strong | Link


class Numbering(StrEnum):
    """How the entries of a numbered list are marked; the value shows the first mark."""

    DECIMAL_POINT = "1."
    DECIMAL_PARENTHESIS = "1)"
    LETTER_POINT = "a."
    LETTER_PARENTHESIS = "a)"

    def mark(self, position: int) -> str:
        """The printed mark of entry `position`, counted from 1. Letters go from a to z."""
        return (chr(ord("a") + position - 1) if self.lettered else str(position)) + self.value[-1]

    @property
    def lettered(self) -> bool:
        """Whether letters, not numbers, mark the entries."""
        return self.value[0] == "a"


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of running text; never empty."""

    content: tuple[Inline, ...]


@dataclass(frozen=True)
class ListEntry:
    """One entry of a list: at least one block."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class BulletList:
    """A list whose entries have no order."""

    entries: tuple[ListEntry, ...]


@dataclass(frozen=True)
class NumberedList:
    """A list whose entries are counted from `start` (1 is the first number or letter)."""

    entries: tuple[ListEntry, ...]
    numbering: Numbering = Numbering.DECIMAL_POINT
    start: int = 1

    def marks(self) -> Iterator[tuple[str, ListEntry]]:
        """Each entry with the mark it is printed with."""
        for position, entry in enumerate(self.entries, self.start):
            yield self.numbering.mark(position), entry


Block = Paragraph | BulletList | NumberedList


@dataclass(frozen=True)
class Prose:
    """A text of any length; the empty text has no blocks and is false."""

    blocks: tuple[Block, ...] = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        """Pydantic checks the type only; reading and writing are `ProseText's work`."""
        return core_schema.is_instance_schema(cls)

    def __bool__(self) -> bool:
        return bool(self.blocks)

    @property
    def plain(self) -> str:
        """The words alone: one line a paragraph, lists with their marks."""
        return "\n".join(_plain_lines(self.blocks))


def plain_text(content: tuple[Inline, ...]) -> str:
    """The words of a paragraph without its marks; a line break is a newline."""
    return "".join(_inline_text(inline) for inline in content)


def _inline_text(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case LineBreak():
            return "\n"
        case Emphasis(content) | Strong(content) | Link(_, content):
            return plain_text(content)


def _plain_lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(content):
                yield plain_text(content)
            case BulletList(entries):
                for entry in entries:
                    yield from _marked_lines("•", entry)
            case NumberedList():
                for mark, entry in block.marks():
                    yield from _marked_lines(mark, entry)


def _marked_lines(mark: str, entry: ListEntry) -> Iterator[str]:
    first, *rest = list(_plain_lines(entry.blocks)) or [""]
    yield f"{mark} {first}".rstrip()
    yield from (f"  {line}" for line in rest)
