"""Changed texts as one line of plain text, for assertions: `[-deleted-]` and `{+inserted+}`."""

from collections.abc import Iterable, Iterator

from renderer.edition.wording.changed_text import Change, ChangedBlock, ChangedParagraph, Piece
from renderer.edition.wording.compare import compare_prose
from renderer.model.markdown import parse_prose

_SIGNS = {Change.KEPT: ("", ""), Change.DELETED: ("[-", "-]"), Change.INSERTED: ("{+", "+}")}


def shown(old: str, new: str) -> str:
    """Two texts in Markdown, compared; a line a paragraph."""
    return "\n".join(_lines(compare_prose(parse_prose(old), parse_prose(new)).blocks))


def shown_pieces(pieces: Iterable[Piece]) -> str:
    """The pieces with their signs."""
    return "".join(piece.text.join(_SIGNS[piece.change]) for piece in pieces)


def _lines(blocks: Iterable[ChangedBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, ChangedParagraph):
            yield shown_pieces(block.spaced)
        else:
            yield from (f"- {line}" for entry in block.entries for line in _lines(entry.blocks))
