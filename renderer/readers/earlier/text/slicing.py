"""Cut running text at character positions without losing its marks (emphasis, links)."""

from renderer.model.prose import (
    Block,
    BulletList,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Prose,
    Strong,
    Text,
    plain_text,
)
from renderer.model.tidying import tidy

Inlines = tuple[Inline, ...]


def block_text(block: Block) -> str:
    """The words of one block; a list has one line for each entry."""
    return Prose((block,)).plain


def sliced(content: Inlines, start: int, end: int | None = None) -> Inlines:
    """The part of a paragraph between two positions in its `plain_text`, tidied; empty when no words are there."""
    last = len(plain_text(content)) if end is None else end
    return tidy(_cut(content, start, last))


def _cut(content: Inlines, start: int, end: int) -> Inlines:
    kept: list[Inline] = []
    position = 0
    for inline in content:
        length = len(plain_text((inline,)))
        first, last = max(start - position, 0), min(end - position, length)
        if first < last:
            kept.append(_part(inline, first, last))
        position += length
    return tuple(kept)


def _part(inline: Inline, start: int, end: int) -> Inline:
    match inline:
        case Text(text):
            return Text(text[start:end])
        case LineBreak():
            return inline
        case Emphasis(content):
            return Emphasis(_cut(content, start, end))
        case Strong(content):
            return Strong(_cut(content, start, end))
        case Link(href, content):
            return Link(href, _cut(content, start, end))


def merged_lists(blocks: list[Block]) -> tuple[Block, ...]:
    """The blocks with neighbouring lists of one kind made one list, as they are in Markdown and on paper."""
    merged: list[Block] = []
    for block in blocks:
        previous = merged[-1] if merged else None
        if isinstance(block, BulletList) and isinstance(previous, BulletList):
            merged[-1] = BulletList((*previous.entries, *block.entries))
        elif isinstance(block, NumberedList) and _continues(previous, block):
            assert isinstance(previous, NumberedList)
            merged[-1] = NumberedList((*previous.entries, *block.entries), block.numbering, previous.start)
        else:
            merged.append(block)
    return tuple(merged)


def _continues(previous: Block | None, block: NumberedList) -> bool:
    return isinstance(previous, NumberedList) and previous.numbering is block.numbering


def paragraph(text: str) -> Paragraph | None:
    """A paragraph of plain words, or `None` when there are none."""
    content = tidy((Text(text),))
    return Paragraph(content) if content else None
