"""A source document: what every format of earlier document is brought to before the grammar reads it.

Reading order, free text and table rows, and for each piece where it stood, so that every line of the input can
be accounted for: placed, recognised as furniture (running heads, page numbers), or reported.
"""

from dataclasses import dataclass

from renderer.findings import Finding, Place
from renderer.readers.text.piece import Piece


@dataclass(frozen=True)
class Cell:
    """One cell of a table row: its pieces in reading order, none when it is empty."""

    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class TableRow:
    """One row of a table: as many cells as were found in it.

    `starts_table` marks the first row of a table, and `repeated` a heading row that only repeats after a page break.
    """

    cells: tuple[Cell, ...]
    place: Place
    lines: tuple[int, ...]
    starts_table: bool = False
    repeated: bool = False


@dataclass(frozen=True)
class FurnitureLine:
    """A line that belongs to the page, not to the text: running head or foot, page number.

    A `listed` one stands in what the file marks as its table of contents.
    """

    text: str
    place: Place
    lines: tuple[int, ...]
    listed: bool = False


Part = Piece | TableRow | FurnitureLine


@dataclass(frozen=True)
class SourceDocument:
    """A whole document in reading order; `name` is its file name; `title` its metadata title, where it has one.

    `own_layout` says that the file declares this program as its maker: its faces then mean what Unicode calls
    them, even where the document does not define them. `notes` tell what the document holds and its text does not
    show: pictures, tracked changes, comments.
    """

    name: str
    parts: tuple[Part, ...]
    title: str | None = None
    own_layout: bool = False
    notes: tuple[Finding, ...] = ()
