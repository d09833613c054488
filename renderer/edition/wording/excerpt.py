"""A changed text without its long unchanged stretches: a committee wants to see what is new, not the whole text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from renderer.edition.wording.changed_text import (
    Change,
    ChangedBlock,
    ChangedEntry,
    ChangedList,
    ChangedParagraph,
    ChangedText,
    Piece,
    is_unchanged,
)
from renderer.edition.wording.tokens import Token
from renderer.model.prose import Text

OMISSION = "(…)"

_LONG = 160


def excerpt(text: ChangedText) -> ChangedText:
    """The text with `(…)` for unchanged blocks and entries in a row that are longer than a line or two.

    Numbered lists stay whole, since their entries are known by their numbers.
    """
    return ChangedText(tuple(_blocks(text.blocks)))


def _blocks(blocks: Iterable[ChangedBlock]) -> Iterator[ChangedBlock]:
    for unchanged, group in groupby(blocks, key=lambda block: is_unchanged((block,))):
        alike = list(group)
        if not unchanged:
            yield from (_shortened(block) for block in alike)
        elif _length(alike) > _LONG:
            yield _omission()
        else:
            yield from alike


def _shortened(block: ChangedBlock) -> ChangedBlock:
    if isinstance(block, ChangedParagraph) or block.change is not Change.KEPT or block.numbering is not None:
        return block
    return replace(block, entries=tuple(_entries(block)))


def _entries(block: ChangedList) -> Iterator[ChangedEntry]:
    for unchanged, group in groupby(block.entries, key=_is_unchanged_entry):
        alike = list(group)
        if not unchanged:
            yield from (replace(entry, blocks=tuple(_blocks(entry.blocks))) for entry in alike)
        elif _length([inner for entry in alike for inner in entry.blocks]) > _LONG:
            yield ChangedEntry(Change.KEPT, (_omission(),))
        else:
            yield from alike


def _is_unchanged_entry(entry: ChangedEntry) -> bool:
    return entry.change is Change.KEPT and is_unchanged(entry.blocks)


def _omission() -> ChangedParagraph:
    return ChangedParagraph(Change.KEPT, (Piece(Change.KEPT, (Token(Text(OMISSION)),)),))


def _length(blocks: Sequence[ChangedBlock]) -> int:
    return len(ChangedText(tuple(blocks)).new.plain)
