"""Which pieces of a document are headings, with a number or without one."""

from collections.abc import Sequence
from dataclasses import dataclass

from renderer.model.prose import NumberedList, Paragraph
from renderer.readers.earlier.signed.numbered import Candidate, Numbered, accepted, has_form_of_title, read_numbered
from renderer.readers.text.piece import Piece

_LONGEST_BOLD = 14


@dataclass(frozen=True)
class Headed:
    """A heading: its number, if it has one, its words, and its level (1 to 6), where the document tells."""

    piece: Piece
    title: str
    numbered: Numbered | None = None
    level: int | None = None

    @property
    def depth(self) -> int:
        """How many parts its number has; 0 for none."""
        return self.numbered.depth if self.numbered else 0


def numbered_pieces(pieces: Sequence[Piece]) -> dict[int, Numbered]:
    """The numbered headings among pieces by position."""
    candidates = []
    for position, piece in enumerate(pieces):
        if not _is_paragraph(piece):
            continue
        text = piece.prose.plain
        marked = piece.level is not None
        numbered = read_numbered(text, marked=marked or piece.bold)
        if numbered and "\n" not in text.strip():
            shaped = has_form_of_title(text) or piece.bold
            candidates.append(Candidate(position, numbered, marked=marked, shaped=shaped))
    return accepted(candidates)


def headings(pieces: Sequence[Piece]) -> dict[int, Headed]:
    """All headings among pieces by position: numbered ones, those the document marks, and bold lines."""
    numbered = numbered_pieces(pieces)
    found: dict[int, Headed] = {}
    for position, piece in enumerate(pieces):
        words = " ".join(piece.prose.plain.split())
        if position in numbered:
            found[position] = Headed(piece, numbered[position].title, numbered[position], piece.level)
        elif piece.level is not None or _is_bold_heading(piece, words):
            found[position] = Headed(piece, words, None, piece.level)
    return found


def _is_bold_heading(piece: Piece, words: str) -> bool:
    short = len(words.split()) <= _LONGEST_BOLD and has_form_of_title(words)
    return piece.bold and short and _is_paragraph(piece) and "\n" not in piece.prose.plain.strip()


def _is_paragraph(piece: Piece) -> bool:
    """Whether a piece is one paragraph; a heading `1. Tryghed` without a style is a list of one entry to Word."""
    if len(piece.prose.blocks) != 1:
        return False
    block = piece.prose.blocks[0]
    if isinstance(block, NumberedList):
        return len(block.entries) == 1 and len(block.entries[0].blocks) == 1
    return isinstance(block, Paragraph)
