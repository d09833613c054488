"""A text as it was and as it is, in one: the same blocks as `Prose`, in pieces that are kept, inserted or deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from renderer.edition.wording.tokens import Token, content_of
from renderer.model.prose import (
    Block,
    BulletList,
    Inline,
    ListEntry,
    NumberedList,
    Numbering,
    Paragraph,
    Prose,
    Text,
)


class Change(StrEnum):
    """What became of a piece or a block. A kept block stands in both texts, though its words may differ."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"


_SPACE = Token(Text(" "))
_CLOSING = frozenset(".,;:!?)]”\n")
_IN_OLD = frozenset({Change.KEPT, Change.DELETED})
_IN_NEW = frozenset({Change.KEPT, Change.INSERTED})


@dataclass(frozen=True)
class Piece:
    """Words of a paragraph in a row that share a fate; never empty. Between two pieces no space is added."""

    change: Change
    tokens: tuple[Token, ...]

    @property
    def content(self) -> tuple[Inline, ...]:
        """The words with their marks."""
        return content_of(self.tokens)

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(token.text for token in self.tokens)


@dataclass(frozen=True)
class ChangedParagraph:
    """One paragraph; the pieces of an inserted or deleted one are all inserted or deleted."""

    change: Change
    pieces: tuple[Piece, ...]

    @property
    def spaced(self) -> tuple[Piece, ...]:
        """The pieces as they are best shown: spaces stand outside a change, and one between old and new words.

        This is for the eye: the texts themselves are in `pieces`.
        """
        return spaced(self.pieces)


@dataclass(frozen=True)
class ChangedEntry:
    """One entry of a list."""

    change: Change
    blocks: tuple[ChangedBlock, ...]


@dataclass(frozen=True)
class ChangedList:
    """A list; `numbering` is `None` for bullets. A list with another numbering or start is another list."""

    change: Change
    entries: tuple[ChangedEntry, ...]
    numbering: Numbering | None = None
    start: int = 1


ChangedBlock = ChangedParagraph | ChangedList


@dataclass(frozen=True)
class ChangedText:
    """Two texts in one; where words gave way to others, the deleted ones stand first."""

    blocks: tuple[ChangedBlock, ...]

    @property
    def old(self) -> Prose:
        """The text as it was: what is kept and what is deleted."""
        return Prose(tuple(_side(self.blocks, _IN_OLD)))

    @property
    def new(self) -> Prose:
        """The text as it is: what is kept and what is inserted."""
        return Prose(tuple(_side(self.blocks, _IN_NEW)))

    @property
    def is_unchanged(self) -> bool:
        """Whether both texts are the same."""
        return is_unchanged(self.blocks)


def is_unchanged(blocks: Iterable[ChangedBlock]) -> bool:
    """Whether blocks are the same in both texts."""
    return all(change is Change.KEPT for change in _changes(blocks))


def line_of(pieces: Iterable[Piece], *, new: bool) -> str:
    """The new or the old line that the pieces of `compare_lines` hold."""
    side = _IN_NEW if new else _IN_OLD
    return "".join(piece.text for piece in pieces if piece.change in side)


def merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces with neighbours of one fate joined and empty ones left out."""
    return tuple(_merged(pieces))


def spaced(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces as they are best shown (see `ChangedParagraph.spaced`)."""
    shown: list[Piece] = []
    for piece in merged(part for whole in pieces for part in _without_outer_spaces(whole)):
        if shown and _needs_space(shown[-1], piece):
            shown.append(Piece(Change.KEPT, (_SPACE,)))
        shown.append(piece)
    return tuple(shown)


def _needs_space(before: Piece, piece: Piece) -> bool:
    return Change.KEPT not in (before.change, piece.change) and piece.text[0] not in _CLOSING


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for change, group in groupby((piece for piece in pieces if piece.tokens), key=lambda piece: piece.change):
        yield Piece(change, tuple(token for piece in group for token in piece.tokens))


def _side(blocks: Iterable[ChangedBlock], side: frozenset[Change]) -> Iterator[Block]:
    for block in blocks:
        if block.change not in side:
            continue
        match block:
            case ChangedParagraph(_, pieces):
                yield Paragraph(content_of(token for piece in pieces if piece.change in side for token in piece.tokens))
            case ChangedList(_, entries, None, _):
                yield BulletList(tuple(_entries(entries, side)))
            case ChangedList(_, entries, numbering, start):
                assert numbering is not None
                yield NumberedList(tuple(_entries(entries, side)), numbering, start)


def _entries(entries: Iterable[ChangedEntry], side: frozenset[Change]) -> Iterator[ListEntry]:
    for entry in entries:
        if entry.change in side:
            yield ListEntry(tuple(_side(entry.blocks, side)))


def _changes(blocks: Iterable[ChangedBlock]) -> Iterator[Change]:
    for block in blocks:
        yield block.change
        match block:
            case ChangedParagraph(_, pieces):
                yield from (piece.change for piece in pieces)
            case ChangedList(_, entries):
                for entry in entries:
                    yield entry.change
                    yield from _changes(entry.blocks)


def _without_outer_spaces(piece: Piece) -> Iterator[Piece]:
    words = [position for position, token in enumerate(piece.tokens) if not token.is_space]
    if piece.change is Change.KEPT or not words:
        yield piece
        return
    first, behind = words[0], words[-1] + 1
    yield Piece(Change.KEPT, piece.tokens[:first])
    yield Piece(piece.change, piece.tokens[first:behind])
    yield Piece(Change.KEPT, piece.tokens[behind:])
