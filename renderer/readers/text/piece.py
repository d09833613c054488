"""A piece of running text as it stood in a document."""

from dataclasses import dataclass

from renderer.findings import Place
from renderer.model.prose import Prose


@dataclass(frozen=True)
class Piece:
    """One paragraph, heading or list as it stood: `prose` holds one block (a list may hold many entries).

    `lines` are the numbers (from 1) of the input's non-blank lines it was made of: lines of a text file, or
    running line numbers of the reader's own count for PDF and Word. `level` is 1 to 6 for a heading, else `None`;
    `bold` says that all its words are bold (earlier documents mark headings so), `quoted` that the document marks it as
    a quotation. `line_words` are the words of each of the `lines`, where the document breaks its lines itself.
    """

    prose: Prose
    place: Place
    lines: tuple[int, ...]
    level: int | None = None
    bold: bool = False
    quoted: bool = False
    line_words: tuple[str, ...] = ()
