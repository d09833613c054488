"""Whether a document is a signed agreement: decided by what only one of the two kinds of document can have.

A follow-up has a title that says so, or items with the columns `Tid` and `Smiley`; a document with either is never an
agreement. An agreement has points with numbers that count on or with codes, and says that it is one: in its title,
by parties who agree, or by place and date above signatures.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from renderer.readers.earlier.grammar.sender import is_agreement
from renderer.readers.earlier.grammar.table_rows import RowKind, row_kind
from renderer.readers.earlier.grammar.titles import read_title
from renderer.readers.earlier.signed.agreeing import announces, read_agreeing
from renderer.readers.earlier.signed.closing import begins_signatures
from renderer.readers.earlier.signed.contents import possible_contents
from renderer.readers.earlier.signed.headed import headings, numbered_pieces
from renderer.readers.earlier.signed.numbered import point_depth
from renderer.readers.earlier.source import FurnitureLine, SourceDocument, TableRow
from renderer.readers.text.piece import Piece

_FEWEST_POINTS = 2
_LONGEST_TITLE = 20
_FRONT = 15
_TITLE = re.compile(
    r"(?=.*\b(?:19|20|21)\d\d)(?=.*budget)"
    r"(?:(?:det|den|politisk|endelig|indgået|bredt?|brede|samlet|flerårig|(?-i:[A-ZÆØÅ])[\w-]+[,:]?|kommunes?|[–-])\s+){0,5}"
    r"(?:\w*aftale\w*|\w*forlig\w*)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_BUDGET_TITLE = re.compile(
    r"(?:[A-ZÆØÅ][\w-]+ Kommunes? )?Budget\w*(?: for)? (?:19|20|21)\d\d[^.:!?]{0,60}", re.IGNORECASE
)


def is_signed_agreement(document: SourceDocument) -> bool:
    """Whether a document is the agreement itself."""
    if any(_is_of_a_followup(part) for part in document.parts):
        return False
    pieces = body_pieces(document)
    numbers = numbered_pieces(pieces).values()
    depth = point_depth(numbers)
    titled = is_titled(pieces)
    if sum(one.depth >= depth for one in numbers) < _FEWEST_POINTS:
        # Headings alone are in many documents, too.
        return titled and sum(one.point for one in headings(pieces).values()) >= _FEWEST_POINTS and _agrees(pieces)
    signed = any(begins_signatures(piece.prose.plain) for piece in pieces)
    # Single numbers are in many documents.
    return titled or (depth > 1 and (signed or is_agreement(document)))


def _agrees(pieces: Sequence[Piece]) -> bool:
    """Whether the parties are named anywhere: in words that say so, or below words that announce them."""
    texts = [" ".join(piece.prose.plain.split()) for piece in pieces]
    said = (read_agreeing(text) for text in texts)
    return any(one and (one.says_so or one.says_no_more) for one in said) or any(
        announces(above) and read_agreeing(below.replace("•", ","), fewest=1) for above, below in pairwise(texts)
    )


def is_titled(pieces: Sequence[Piece]) -> bool:
    """Whether pieces hold the title of an agreement, or that of a budget beside parties who agree."""
    texts = [" ".join(piece.prose.plain.split()) for piece in pieces]
    budget = any(is_budget_title(text) for text in texts[:_FRONT])
    agreeing = (read_agreeing(text) for text in texts[:_FRONT] if budget)
    return any(map(is_agreement_title, texts)) or any(one and (one.says_so or one.says_no_more) for one in agreeing)


def is_budget_title(text: str) -> bool:
    """Whether words are the title of a budget: `Budget 2024-2027`, `Budget 2026 med overslagsår 2027-2029`."""
    return bool(_BUDGET_TITLE.fullmatch(" ".join(text.split())))


def is_agreement_title(text: str) -> bool:
    """Whether words are the title of an agreement: `Aftale om budget 2019`, `Budgetforlig 2021-2024`."""
    words = " ".join(text.split())
    if len(words.split()) > _LONGEST_TITLE or words.endswith((".", ":")) or read_title(words):
        return False
    return bool(_TITLE.fullmatch(words))


def body_pieces(document: SourceDocument) -> Sequence[Piece]:
    """The document's free text without its table of contents."""
    pieces = [part for part in document.parts if isinstance(part, Piece)]
    contents = possible_contents([piece.prose.plain for piece in pieces])
    return [piece for n, piece in enumerate(pieces) if n not in contents]


def _is_of_a_followup(part: Piece | TableRow | FurnitureLine) -> bool:
    if isinstance(part, TableRow):
        return row_kind(part) is not RowKind.MORE and len(part.cells) > 1
    text = part.text if isinstance(part, FurnitureLine) else part.prose.plain
    return read_title(text) is not None
