"""Characters that no document may hold (control, private use, unassigned), taken out of a source document.

Those without width go without a word; of the others a finding says where they stood. The Wingdings faces stay,
since the smiley columns are read from them.
"""

import unicodedata
from dataclasses import replace

from renderer.findings import Finding, Place, warning
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
from renderer.model.tidying import plain_characters, tidy
from renderer.readers.earlier.source import Cell, FurnitureLine, Part, SourceDocument, TableRow
from renderer.readers.text.faces import FACES, UNICODE_OF_WINGDINGS
from renderer.readers.text.piece import Piece

_WITHOUT_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_KEPT = set(FACES) | {"\n", "\t"}
PRINTED_FACES = str.maketrans(UNICODE_OF_WINGDINGS)
"""Wingdings faces in running text -> the faces of Unicode."""


def cleaned(document: SourceDocument) -> tuple[SourceDocument, list[Finding]]:
    """The document without unprintable characters, and a finding for each place where there were some."""
    cleaner = _Cleaner()
    parts = tuple(cleaner.part(part) for part in document.parts)
    return replace(document, parts=parts), cleaner.findings


class _Cleaner:
    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._dropped: list[str] = []

    def part(self, part: Part) -> Part:
        if isinstance(part, TableRow):
            return replace(part, cells=tuple(self._cell(cell) for cell in part.cells))
        if isinstance(part, FurnitureLine):
            return replace(part, text=self._text(part.text))
        piece = self._piece(part)
        return piece or FurnitureLine("", part.place, part.lines)

    def _cell(self, cell: Cell) -> Cell:
        pieces = (self._piece(piece) for piece in cell.pieces)
        return Cell(tuple(piece for piece in pieces if piece is not None))

    def _piece(self, piece: Piece) -> Piece | None:
        self._dropped = []
        blocks = self._blocks(piece.prose.blocks)
        if self._dropped:
            self.findings.append(_finding(piece.place, self._dropped))
        return replace(piece, prose=Prose(blocks)) if blocks else None

    def _blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        cleaned_blocks = (self._block(block) for block in blocks)
        return tuple(block for block in cleaned_blocks if block is not None)

    def _block(self, block: Block) -> Block | None:
        match block:
            case Paragraph(content):
                words = tidy(self._inlines(content))
                return Paragraph(words) if words else None
            case BulletList(entries):
                kept = self._entries(entries)
                return BulletList(kept) if kept else None
            case NumberedList(entries, numbering, start):
                kept = self._entries(entries)
                return NumberedList(kept, numbering, start) if kept else None

    def _entries(self, entries: tuple[ListEntry, ...]) -> tuple[ListEntry, ...]:
        kept = (ListEntry(self._blocks(entry.blocks)) for entry in entries)
        return tuple(entry for entry in kept if entry.blocks)

    def _inlines(self, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(self._inline(inline) for inline in content)

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case Text(text):
                return Text(self._text(text))
            case LineBreak():
                return inline
            case Emphasis(content):
                return Emphasis(self._inlines(content))
            case Strong(content):
                return Strong(self._inlines(content))
            case Link(href, content):
                return Link(self._text(href), self._inlines(content))

    def _text(self, text: str) -> str:
        plain = plain_characters(text)
        if all(character.isprintable() for character in plain):
            return plain
        kept = []
        for character in plain:
            if character in _KEPT or unicodedata.category(character)[0] != "C":
                kept.append(character)
            elif character not in _WITHOUT_WIDTH:
                self._dropped.append(f"U+{ord(character):04X}")
        return "".join(kept)


def _finding(place: Place, dropped: list[str]) -> Finding:
    names = ", ".join(dict.fromkeys(dropped))
    return warning(
        "ugyldigt-tegn",
        place,
        f"Teksten har tegn, som ikke kan trykkes, og de er udeladt: {names}.",
        "Se efter i det oprindelige dokument, hvad der skulle have stået.",
    )
