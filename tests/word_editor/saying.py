"""What a text says: its blocks, and every character with its look, however the marks are nested.

It is worked out from what was typed, and from Markdown, each in its own way; neither uses the reader of drafts.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from renderer.model.markdown import parse_prose
from renderer.model.prose import (
    Block,
    BulletList,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    NumberedList,
    Paragraph,
    Strong,
    Text,
)
from tests.word_editor.character import PLAIN, Look
from tests.word_editor.paragraph import TypedParagraph
from tests.word_editor.shape import TypedBlock, TypedList

Shown = tuple[str, bool, bool, str | None]
"""A character with bold, italic and link; spaces and line breaks have none."""

Said = tuple[Any, ...]
"""Blocks: a paragraph is `("p", *characters)`, a list `("liste", numbering, start, *entries)`."""


def said_of_markdown(markdown: str) -> Said:
    """What Markdown says."""
    return tuple(_said(block) for block in parse_prose(markdown).blocks)


def said_of_typed(blocks: Iterable[TypedBlock], waiting: Iterable[Shown] = ()) -> Said:
    """What was typed, when all changes are accepted.

    `waiting` is the text of a paragraph before, whose end was deleted, so that it goes on in the first one here.
    """
    said: list[Said] = []
    joined = list(waiting)
    for block in blocks:
        if isinstance(block, TypedParagraph):
            joined += _typed(block)
            if not block.end_deleted:
                said += _paragraph(joined)
                joined = []
        else:
            said += _list(block, joined)
            joined = []
    return tuple(said)


def without_looks(said: Said) -> Said:
    """What is said, in plain words."""
    plain: list[Said] = []
    for one in said:
        match one:
            case ("p", *characters):
                plain.append(("p", *((character[0], False, False, None) for character in characters)))
            case ("liste", numbering, start, *entries):
                plain.append(("liste", numbering, start, *map(without_looks, entries)))
    return tuple(plain)


def shown(said: Said | str) -> str:
    """What is said, for a message: a bar where the look changes."""
    if isinstance(said, str):
        return said
    parts: list[str] = []
    for one in said:
        match one:
            case ("p", *characters):
                looks = groupby(characters, lambda character: character[1:])
                parts.append(repr("|".join("".join(one[0] for one in alike) for _, alike in looks)))
            case ("liste", numbering, start, *entries):
                inner = ", ".join(shown(entry) for entry in entries)
                parts.append(f"{numbering or '•'}{start}[{inner}]")
    return "; ".join(parts)


def _list(block: TypedList, waiting: list[Shown]) -> Iterator[Said]:
    entries: list[Said] = []
    for entry in block.entries:
        only = entry[0]
        if len(entry) == 1 and isinstance(only, TypedParagraph) and only.end_deleted:
            waiting = [*waiting, *_typed(only)]
        else:
            entries += [said] if (said := said_of_typed(entry, waiting)) else []
            waiting = []
    if len(entries) == 1 and block.numbering and block.numbering.lettered:
        # Markdown knows no list of one letter: what Word counts becomes a word of the text.
        (kind, *characters), *rest = entries[0]
        yield (kind, *_shown(f"{block.numbering.mark(block.start)} ", PLAIN), *characters)
        yield from rest
    elif entries:
        yield ("liste", block.numbering, block.start if block.numbering else 1, *entries)


def _paragraph(shown: list[Shown]) -> Iterator[Said]:
    evened = _evened(shown)
    if evened:
        yield ("p", *evened)


def _typed(paragraph: TypedParagraph) -> Iterator[Shown]:
    for one in paragraph.characters:
        if one.stays:
            yield from _shown(one.text, one.look)


def _said(block: Block) -> Said:
    match block:
        case Paragraph(content):
            return ("p", *_evened(list(_inline(content, PLAIN))))
        case BulletList(entries):
            return ("liste", None, 1, *(tuple(_said(part) for part in entry.blocks) for entry in entries))
        case NumberedList(entries, numbering, start):
            return ("liste", numbering, start, *(tuple(_said(part) for part in entry.blocks) for entry in entries))


def _inline(content: Iterable[Inline], look: Look) -> Iterator[Shown]:
    for inline in content:
        match inline:
            case Text(text):
                yield from _shown(text, look)
            case LineBreak():
                yield from _shown("\n", look)
            case Emphasis(inner):
                yield from _inline(inner, look._replace(italic=True))
            case Strong(inner):
                yield from _inline(inner, look._replace(bold=True))
            case Link(href, inner):
                yield from _inline(inner, look._replace(href=href))


def _shown(text: str, look: Look) -> Iterator[Shown]:
    for one in unicodedata.normalize("NFC", text):
        if one == "\n":
            yield ("\n", False, False, None)
        elif one.isspace():
            yield (" ", False, False, None)
        else:
            yield (one, look.bold, look.italic, look.href)


def _evened(shown: list[Shown]) -> list[Shown]:
    """Single spaces, none of them at an end or beside a line break, and no line break at an end."""
    evened: list[Shown] = []
    for one in shown:
        before = evened[-1][0] if evened else "\n"
        if one[0] == "\n" and before == " ":
            evened.pop()
        if (one[0] == " " and before in " \n") or (one[0] == "\n" and not evened):
            continue
        evened.append(one)
    while evened and evened[-1][0] in " \n":
        evened.pop()
    return evened
