"""A cell that goes on in the row below, because a page ended: its last paragraph may have been cut in two."""

import re
from collections.abc import Sequence

from renderer.model.prose import Paragraph, Prose, Text
from renderer.model.tidying import tidy
from renderer.readers.earlier.text.slicing import block_text
from renderer.readers.text.piece import Piece

_ENDED = re.compile(r"[.:;!?)\"”»]$")
_GOES_ON = re.compile(r"[a-zæøå0-9(]")


def extended(pieces: Sequence[Piece], more: Sequence[Piece]) -> list[Piece]:
    """The pieces of a cell with those of the row below; a cut sentence becomes one paragraph again."""
    if not pieces or not more or not _cut(pieces[-1], more[0]):
        return [*pieces, *more]
    return [*pieces[:-1], _joined(pieces[-1], more[0]), *more[1:]]


def _cut(before: Piece, after: Piece) -> bool:
    """Rule: no full stop before, and a small letter or digit after; or a comma before."""
    if not isinstance(before.prose.blocks[-1], Paragraph) or not isinstance(after.prose.blocks[0], Paragraph):
        return False
    end, start = block_text(before.prose.blocks[-1]).rstrip(), block_text(after.prose.blocks[0])
    return end.endswith(",") or (not _ENDED.search(end) and bool(_GOES_ON.match(start)))


def _joined(before: Piece, after: Piece) -> Piece:
    first, second = before.prose.blocks[-1], after.prose.blocks[0]
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    content = tidy((*first.content, Text(" "), *second.content))
    blocks = (*before.prose.blocks[:-1], Paragraph(content), *after.prose.blocks[1:])
    broken = (*before.line_words, *after.line_words) if before.line_words and after.line_words else ()
    return Piece(Prose(blocks), before.place, (*before.lines, *after.lines), line_words=broken)
