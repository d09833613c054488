"""Compares two running texts, or two lines, word by word."""

from collections.abc import Iterable, Iterator

from renderer.edition.wording.alignment import aligned
from renderer.edition.wording.changed_text import (
    Change,
    ChangedBlock,
    ChangedEntry,
    ChangedList,
    ChangedParagraph,
    ChangedText,
    Piece,
    merged,
)
from renderer.edition.wording.stretches import Stretch, stretches_of
from renderer.edition.wording.tokens import Token, line_tokens, tokens_of
from renderer.model.prose import Block, BulletList, Inline, ListEntry, NumberedList, Paragraph, Prose


def compare_prose(old: Prose, new: Prose) -> ChangedText:
    """What became of a text; two equal texts give kept pieces only.

    `.old` and `.new` of the result are the two texts exactly, in the form that `parse_prose` gives.
    """
    return ChangedText(tuple(_blocks(old.blocks, new.blocks)))


def compare_lines(old: str, new: str) -> tuple[Piece, ...]:
    """What became of a text without marks, such as a title; the pieces hold both lines exactly (`line_of`)."""
    return _pieces(line_tokens(old), line_tokens(new))


def _blocks(old: tuple[Block, ...], new: tuple[Block, ...]) -> Iterator[ChangedBlock]:
    for before, after in aligned(old, new):
        if before is not None and after is not None:
            yield _both(before, after)
        elif before is not None:
            yield _whole(before, Change.DELETED)
        elif after is not None:
            yield _whole(after, Change.INSERTED)


def _both(old: Block, new: Block) -> ChangedBlock:
    if old == new:
        return _whole(new, Change.KEPT)
    match old, new:
        case Paragraph(before), Paragraph(after):
            return ChangedParagraph(Change.KEPT, _pieces(tokens_of(before), tokens_of(after)))
        case BulletList(before_entries), BulletList(after_entries):
            return ChangedList(Change.KEPT, tuple(_entries(before_entries, after_entries)))
        case NumberedList(before_entries), NumberedList(after_entries, numbering, start):
            return ChangedList(Change.KEPT, tuple(_entries(before_entries, after_entries)), numbering, start)
        case _:
            raise AssertionError(old, new)


def _entries(old: tuple[ListEntry, ...], new: tuple[ListEntry, ...]) -> Iterator[ChangedEntry]:
    for before, after in aligned(old, new):
        if before is not None and after is not None:
            yield ChangedEntry(Change.KEPT, tuple(_blocks(before.blocks, after.blocks)))
        elif before is not None:
            yield _whole_entry(before, Change.DELETED)
        elif after is not None:
            yield _whole_entry(after, Change.INSERTED)


def _whole(block: Block, change: Change) -> ChangedBlock:
    match block:
        case Paragraph(content):
            return ChangedParagraph(change, _whole_piece(content, change))
        case BulletList(entries):
            return ChangedList(change, tuple(_whole_entry(entry, change) for entry in entries))
        case NumberedList(entries, numbering, start):
            return ChangedList(change, tuple(_whole_entry(entry, change) for entry in entries), numbering, start)


def _whole_entry(entry: ListEntry, change: Change) -> ChangedEntry:
    return ChangedEntry(change, tuple(_whole(block, change) for block in entry.blocks))


def _whole_piece(content: tuple[Inline, ...], change: Change) -> tuple[Piece, ...]:
    return merged([Piece(change, tuple(tokens_of(content)))])


def _pieces(old: Iterable[Token], new: Iterable[Token]) -> tuple[Piece, ...]:
    return merged(piece for stretch in stretches_of(old, new) for piece in _of_stretch(stretch))


def _of_stretch(stretch: Stretch) -> Iterator[Piece]:
    if not stretch.kept:
        yield Piece(Change.DELETED, tuple(token for unit in stretch.old for token in unit.tokens))
        yield Piece(Change.INSERTED, tuple(token for unit in stretch.new for token in unit.tokens))
        return
    for before, after in zip(stretch.old, stretch.new, strict=True):
        if before.spaces == after.spaces:
            yield Piece(Change.KEPT, after.tokens)
        else:
            yield Piece(Change.DELETED, before.spaces)
            yield Piece(Change.INSERTED, after.spaces)
            yield Piece(Change.KEPT, (after.word,) if after.word else ())
