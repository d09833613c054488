"""What a row of a table is: an item's heading row, a milestone, the line on finances, or more of the row above.

Rules: a heading row ends in the column headings `Tid` and `Smiley`; a milestone and the finances row begin with
their label; every other row goes on with the one above it, cell by cell.
"""

from dataclasses import dataclass
from enum import Enum, auto

from renderer.readers.earlier.grammar import labels
from renderer.readers.earlier.grammar.labels import Time, read_time
from renderer.readers.earlier.grammar.smiley_marks import read_mark
from renderer.readers.earlier.source import Cell, TableRow
from renderer.readers.text.piece import Piece


class RowKind(Enum):
    """What a row is about."""

    HEADING = auto()
    MILESTONE = auto()
    FINANCES = auto()
    MORE = auto()


@dataclass(frozen=True)
class Columns:
    """The cells of a milestone, finances or continuing row by what they hold."""

    label: tuple[Piece, ...]
    text: tuple[Piece, ...]
    time: tuple[Piece, ...]
    smiley: tuple[Piece, ...]


def cell_text(cell: Cell) -> str:
    """The words of a cell in one line."""
    return " ".join(" ".join(piece.prose.plain for piece in cell.pieces).split())


def row_kind(row: TableRow) -> RowKind:
    """The kind of a row."""
    texts = [cell_text(cell) for cell in row.cells]
    if _is_heading(texts):
        return RowKind.HEADING
    first = texts[0] if texts else ""
    if labels.MILESTONE.fullmatch(first):
        return RowKind.MILESTONE
    if labels.FINANCES.fullmatch(first):
        return RowKind.FINANCES
    return RowKind.MORE


def _is_heading(texts: list[str]) -> bool:
    named = [bool(labels.TIME_HEADING.fullmatch(text)) for text in texts]
    smiley = [bool(labels.SMILEY_HEADING.fullmatch(text)) for text in texts]
    if any(named) and any(smiley):
        return True
    typed = len(texts) > 1 and bool(labels.LONG_TYPE.fullmatch(texts[1]) or labels.SHORT_TYPE.fullmatch(texts[1]))
    return typed and bool(texts[0]) and (any(named) or any(smiley) or not any(texts[2:]))


def columns(row: TableRow) -> Columns:
    """The cells by what they hold: the time is found by its form, the smiley stands last."""
    cells = [cell.pieces for cell in row.cells]
    label, rest = (cells[0] if cells else ()), cells[1:]
    position = next((number for number, pieces in enumerate(rest) if _time_of(pieces)), None)
    if position is not None:
        return Columns(label, _flat(rest[:position]), rest[position], _flat(rest[position + 1 :]))
    if len(rest) >= 3:
        return Columns(label, rest[0], _flat(rest[1:-1]), rest[-1])
    if rest and _is_smiley(rest[-1]):
        return Columns(label, _flat(rest[:-1]), (), rest[-1])
    return Columns(label, _flat(rest), (), ())


def _flat(cells: list[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    return tuple(piece for pieces in cells for piece in pieces)


def _time_of(pieces: tuple[Piece, ...]) -> tuple[Time, str] | None:
    text = " ".join(" ".join(piece.prose.plain for piece in pieces).split())
    read = read_time(text) if text else None
    return read if read and (not read[1] or (read_mark(read[1]).given and not read_mark(read[1]).unknown)) else None


def _is_smiley(pieces: tuple[Piece, ...]) -> bool:
    mark = read_mark(" ".join(piece.prose.plain for piece in pieces))
    return mark.given and not mark.unknown
