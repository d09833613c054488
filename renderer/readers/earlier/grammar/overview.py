"""The overview that a follow-up of this program may print: counted from the items, so none of it is data.

It begins with its heading and a sentence that says so, and ends with another; all between them is accounted for.
"""

from collections.abc import Sequence
from dataclasses import replace

from renderer import vocabulary
from renderer.findings import Finding
from renderer.readers.earlier.grammar.furniture import squeezed
from renderer.readers.earlier.grammar.ledger import Ledger, pieces_of
from renderer.readers.earlier.source import FurnitureLine, Part, SourceDocument
from renderer.readers.text.piece import Piece

_HEADING, _NOTE, _END = map(squeezed, (vocabulary.OVERVIEW, vocabulary.OVERVIEW_NOTE, vocabulary.OVERVIEW_END))
_WHERE = "overblik, som er talt op efter delelementerne"


def without_overview(document: SourceDocument, ledger: Ledger) -> tuple[SourceDocument, bool]:
    """The document without its overview, whose lines are settled in the ledger; and whether it had one."""
    span = _span(document.parts)
    if span is None:
        return document, False
    parts = document.parts
    taken = [part for part in parts[span.start : span.stop] if not isinstance(part, FurnitureLine)]
    for piece in pieces_of(taken):
        ledger.furniture(piece, _WHERE)
    inside = {id(part) for part in taken}
    kept = tuple(part for part in parts if id(part) not in inside)
    first, last = taken[0].place.paragraph, taken[-1].place.paragraph
    notes = tuple(note for note in document.notes if not _is_drawn_between(note, first, last))
    return replace(document, parts=kept, notes=notes), True


def _is_drawn_between(note: Finding, first: int | None, last: int | None) -> bool:
    """Whether a note tells of one of the overview's own charts."""
    at = note.place.paragraph
    return note.code == "billede" and None not in (at, first, last) and first < at < last  # type: ignore[operator]


def _span(parts: Sequence[Part]) -> range | None:
    """From the heading to the last sentence; `None` where either is missing, or the sentence that is the mark."""
    text = [(n, squeezed(part.prose.plain)) for n, part in enumerate(parts) if isinstance(part, Piece)]
    for position, (start, words) in enumerate(text):
        following = text[position + 1][1] if position + 1 < len(text) else ""
        if (words == _HEADING and following.startswith(_NOTE)) or words.startswith(_HEADING + _NOTE):
            end = next((n for n, later in text[position:] if later.endswith(_END)), None)
            return range(start, end + 1) if end is not None else None
    return None
