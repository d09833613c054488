"""Prose as it is printed: the same blocks with no-break spaces where a line must not break."""

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


def typeset(prose: Prose) -> Prose:
    """The text with every space tied that must not break."""
    return Prose(tuple(_block(block) for block in prose.blocks))


def _block(block: Block) -> Block:
    match block:
        case Paragraph(content):
            return Paragraph(_inlines(content))
        case BulletList(entries):
            return BulletList(_entries(entries))
        case NumberedList(entries, numbering, start):
            return NumberedList(_entries(entries), numbering, start)


def _entries(entries: tuple[ListEntry, ...]) -> tuple[ListEntry, ...]:
    return tuple(ListEntry(tuple(_block(block) for block in entry.blocks)) for entry in entries)


def _inlines(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(_inline(inline) for inline in content)


def _inline(inline: Inline) -> Inline:
    match inline:
        case Text(text):
            return Text(tied(text))
        case LineBreak():
            return inline
        case Emphasis(content):
            return Emphasis(_inlines(content))
        case Strong(content):
            return Strong(_inlines(content))
        case Link(href, content):
            return Link(href, _inlines(content))
