"""The lines of a piece as they stood, without the marks of a list."""

from renderer.model.prose import Paragraph
from renderer.readers.text.marks import read_mark
from renderer.readers.text.piece import Piece


def lines_of(piece: Piece) -> list[str]:
    """The lines that hold words; an entry of a list is one, without its mark."""
    listed = not all(isinstance(block, Paragraph) for block in piece.prose.blocks)
    lines = [line.strip() for line in piece.prose.plain.split("\n") if line.strip()]
    return [_without_mark(line) for line in lines] if listed else lines


def _without_mark(line: str) -> str:
    found = read_mark(line)
    return line[found[1] :].strip() if found else line
