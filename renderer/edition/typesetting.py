"""Prose as it is printed: the same blocks with no-break spaces where a line must not break, and back again."""

from collections.abc import Callable

from renderer.edition.danish import tied
from renderer.model.prose import (
    Block,
    BulletList,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    ListEntry,
    NumberedList,
    Paragraph,
    Prose,
    Strong,
    Text,
)
from renderer.model.tidying import plain_spaces

_Respace = Callable[[str], str]


def typeset(prose: Prose) -> Prose:
    """The text with every space tied that must not break."""
    return _respaced(prose, tied)


def untypeset(prose: Prose) -> Prose:
    """The text of the data, with plain spaces, from a text as it is printed."""
    return _respaced(prose, plain_spaces)


def _respaced(prose: Prose, respace: _Respace) -> Prose:
    return Prose(tuple(_block(block, respace) for block in prose.blocks))


def _block(block: Block, respace: _Respace) -> Block:
    match block:
        case Paragraph(content):
            return Paragraph(_inlines(content, respace))
        case BulletList(entries):
            return BulletList(_entries(entries, respace))
        case NumberedList(entries, numbering, start):
            return NumberedList(_entries(entries, respace), numbering, start)


def _entries(entries: tuple[ListEntry, ...], respace: _Respace) -> tuple[ListEntry, ...]:
    return tuple(ListEntry(tuple(_block(block, respace) for block in entry.blocks)) for entry in entries)


def _inlines(content: tuple[Inline, ...], respace: _Respace) -> tuple[Inline, ...]:
    return tuple(_inline(inline, respace) for inline in content)


def _inline(inline: Inline, respace: _Respace) -> Inline:
    match inline:
        case Text(text):
            return Text(respace(text))
        case LineBreak():
            return inline
        case Emphasis(content):
            return Emphasis(_inlines(content, respace))
        case Strong(content):
            return Strong(_inlines(content, respace))
        case Link(href, content):
            return Link(href, _inlines(content, respace))
