"""What a draft shows where nothing stands yet (`Skriv status her.`): words of the form, and never content.

A draft that was saved as PDF, or in a program without fields, has them as words like any other.
"""

from collections.abc import Sequence
from dataclasses import replace

from renderer.model.prose import Block, Paragraph, plain_text
from renderer.readers.earlier.grammar.furniture import squeezed
from renderer.readers.earlier.grammar.ledger import Ledger
from renderer.readers.earlier.source import Cell, FurnitureLine, Part, SourceDocument, TableRow
from renderer.readers.text.piece import Piece
from renderer.vocabulary.draft_marks import CHOOSE_SMILEY, PLACEHOLDERS

_WORDS = frozenset(squeezed(words) for words in (*PLACEHOLDERS.values(), CHOOSE_SMILEY))
_WHERE = "tomt felt i et udkast"


def without_empty_fields(document: SourceDocument, ledger: Ledger) -> SourceDocument:
    """The document without the pieces that are such words alone, which are settled in the ledger."""
    parts = (_without(part, ledger) for part in document.parts)
    return replace(document, parts=tuple(part for part in parts if part is not None))


def filled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that say something; such words may have stood behind a label in one piece with it."""
    return [block for block in blocks if not (isinstance(block, Paragraph) and _is_empty(plain_text(block.content)))]


def _without(part: Part, ledger: Ledger) -> Part | None:
    if isinstance(part, FurnitureLine):
        return part
    if isinstance(part, TableRow):
        cells = tuple(Cell(tuple(piece for piece in cell.pieces if _kept(piece, ledger))) for cell in part.cells)
        return part if cells == part.cells else replace(part, cells=cells)
    return part if _kept(part, ledger) else None


def _kept(piece: Piece, ledger: Ledger) -> bool:
    if _is_empty(piece.prose.plain):
        ledger.furniture(piece, _WHERE)
        return False
    return True


def _is_empty(text: str) -> bool:
    return squeezed(text) in _WORDS
