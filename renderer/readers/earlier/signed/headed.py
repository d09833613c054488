"""Which pieces of a document are headings, with a number or without one."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from renderer.model.prose import NumberedList, Paragraph
from renderer.readers.earlier.signed.agreeing import names_parties
from renderer.readers.earlier.signed.closing import ends_points
from renderer.readers.earlier.signed.numbered import (
    Candidate,
    Numbered,
    accepted,
    begins_series,
    has_form_of_title,
    point_depth,
    read_numbered,
)
from renderer.readers.text.piece import Piece

_LONGEST_BOLD = 14
_LONGEST_PLAIN = 12
_SENTENCE_INSIDE = re.compile(r"[a-zæøå][.!?] [A-ZÆØÅ]")
_LONGEST_INTRODUCING = 4
_LONGEST_BEFORE_COLON = 6
_INTRODUCES = re.compile(
    r"(?:Indledning|Forord|Baggrund|Ramme|Økonomi|Hoved(?:linje|punkt)|Resum|Kort fortalt|Sammenfatning|Vision|Part).*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Headed:
    """A heading: its number, if it has one, its words, and its level (1 to 6), where the document tells.

    `point` says that it is a point's although it has no number: in a document that has none at all.
    """

    piece: Piece
    title: str
    numbered: Numbered | None = None
    level: int | None = None
    point: bool = False

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


def last_point(found: Mapping[int, Headed]) -> int:
    """The position of the last point's heading, or -1."""
    depth = point_depth(one.numbered for one in found.values())
    return max((n for n, one in found.items() if one.point or (one.numbered and one.depth >= depth)), default=-1)


def headings(pieces: Sequence[Piece]) -> dict[int, Headed]:
    """All headings among pieces by position: numbered ones, those the document marks, and bold lines.

    Where it marks none, short paragraphs in front of text or of a number are headings. A single level for all of them
    tells nothing.
    """
    numbered = numbered_pieces(pieces)
    series = series_starts(numbered)
    marks_none = not any(piece.level is not None or piece.bold for piece in pieces)
    levels = {piece.level for piece in pieces if piece.level is not None}
    found: dict[int, Headed] = {}
    for position, piece in enumerate(pieces):
        words = " ".join(piece.prose.plain.split())
        level = piece.level if len(levels) > 1 else None
        if position in numbered:
            found[position] = Headed(piece, numbered[position].title, numbered[position], level)
        elif piece.level is not None or _is_bold_heading(piece, words):
            found[position] = Headed(piece, words, None, level)
        elif marks_none and _stands_like_heading(pieces, position, numbered):
            found[position] = Headed(piece, words)
        elif position + 1 in series and _is_paragraph(piece) and heads_series(words):
            found[position] = Headed(piece, words.rstrip(":"))
    if not numbered and marks_none:
        found |= {n: Headed(pieces[n], pieces[n].prose.plain) for n in _above_headings(pieces, found)}
    return found if numbered else _with_points(dict(sorted(found.items())))


def _above_headings(pieces: Sequence[Piece], found: Collection[int]) -> list[int]:
    """The headings of chapters where nothing marks them: they have the form of one, right above another one."""
    return [
        position
        for position, piece in enumerate(pieces)
        if position not in found and position + 1 in found and _is_paragraph(piece)
        if has_form_of_heading(piece.prose.plain.strip())
    ]


def _with_points(found: dict[int, Headed]) -> dict[int, Headed]:
    """The headings of a document without numbers: a chapter's stands right above another one, which is a point's.

    Where levels tell, points are those one step below chapters. Without chapters every heading is a point's.
    """
    steps = Counter(
        (one.level or 0, found[position + 1].level or 0)
        for position, one in found.items()
        if position + 1 in found and (one.level or 0) <= (found[position + 1].level or 0)
    )
    chapter, point = steps.most_common(1)[0][0] if steps else (0, 0)
    above = [n for n, one in found.items() if n + 1 in found and (one.level or 0) == chapter]
    first = min(above, default=-1)
    return {
        position: replace(one, point=True) if _is_point(position, one, above, first, point) else one
        for position, one in found.items()
    }


def _is_point(position: int, heading: Headed, above: Collection[int], first: int, level: int) -> bool:
    behind = position > first and position not in above and (heading.level or 0) == level
    return behind and not ends_points(heading.title) and not (first < 0 and _INTRODUCES.fullmatch(heading.title))


def _stands_like_heading(pieces: Sequence[Piece], position: int, numbered: Collection[int]) -> bool:
    """Whether a paragraph has the form of a heading, with text or a number below it."""
    piece, after = pieces[position], pieces[position + 1] if position + 1 < len(pieces) else None
    text = piece.prose.plain.strip()
    if after is None or not _is_paragraph(piece) or not has_form_of_heading(text):
        return False
    above = pieces[position - 1].prose.plain.rstrip() if position else ""
    announced = above.endswith((":", ",")) and not introduces(text)
    if after.prose.plain[:1].islower():
        return False
    return not announced and (position + 1 in numbered or after.prose.plain.rstrip().endswith((".", "!", "?")))


def series_starts(numbered: Mapping[int, Numbered]) -> set[int]:
    """Where a document whose chapters have no numbers begins a new one: other letters, or counting from 1 again.

    Points with a single number count on through all chapters, so that every one of them may be the first.
    """
    depth = point_depth(numbered.values())
    if any(one.depth < depth for one in numbered.values()):
        return set()
    if depth == 1:
        return set(numbered)
    before = [None, *numbered.values()]
    return {n for last, (n, one) in zip(before, numbered.items(), strict=False) if begins_series(one, last)}


def heads_series(text: str) -> bool:
    """Whether words right above the first point of a chapter are its heading; a colon may end a short one."""
    words = text.strip()
    announces_more = words.endswith(":") and (len(words.split()) > _LONGEST_BEFORE_COLON or "følgende" in words)
    return not announces_more and has_form_of_heading(words.rstrip(":"))


def introduces(words: str) -> bool:
    """Whether words are the heading of what comes before the chapters: `Indledning`, `Forord`."""
    short = len(words.split()) <= _LONGEST_INTRODUCING and words[:1].isupper() and words[-1:].isalpha()
    return short and bool(_INTRODUCES.fullmatch(words))


def has_form_of_heading(text: str) -> bool:
    """Whether words alone could be a heading without a number: few, with a capital, and without a stop."""
    short = len(text.split()) <= _LONGEST_PLAIN and "\n" not in text
    formed = short and text[:1].isupper() and text[-1:].isalpha() and has_form_of_title(text)
    return formed and not names_parties(text) and not _SENTENCE_INSIDE.search(text)


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
