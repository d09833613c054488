"""A changed text as HTML: `ins` around what is new, `del` and square brackets around what is gone.

The brackets are for those who hear the text, copy it or print it badly: what stands outside them is the text as it is.
"""

from collections.abc import Iterable

from markupsafe import Markup

from renderer.edition.wording.changed_text import (
    Change,
    ChangedBlock,
    ChangedEntry,
    ChangedList,
    ChangedParagraph,
    ChangedText,
    Piece,
)
from renderer.writers.prose_html import inlines_html, list_html

_MARKED = {
    Change.KEPT: Markup("{}"),
    Change.INSERTED: Markup("<ins>{}</ins>"),
    Change.DELETED: Markup("[<del>{}</del>]"),
}


def changed_html(text: ChangedText) -> Markup:
    """The text as block elements, with its changes marked."""
    return _blocks(text.blocks)


def _blocks(blocks: Iterable[ChangedBlock]) -> Markup:
    return Markup("").join(_block(block) for block in blocks)


def _block(block: ChangedBlock) -> Markup:
    match block:
        case ChangedParagraph():
            return Markup("<p>{}</p>").format(Markup("").join(_piece(piece) for piece in block.spaced))
        case ChangedList(_, entries, numbering, start):
            return list_html(numbering, start, Markup("").join(_entry(entry) for entry in entries))


def _entry(entry: ChangedEntry) -> Markup:
    return Markup("<li>{}</li>").format(_blocks(entry.blocks))


def _piece(piece: Piece) -> Markup:
    return _MARKED[piece.change].format(inlines_html(piece.content))
