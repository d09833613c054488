"""Who issued a document, where title and page feet do not say it in full."""

import re
from collections import Counter

from renderer.readers.earlier.grammar.furniture import MUNICIPALITY
from renderer.readers.earlier.grammar.ledger import pieces_of
from renderer.readers.earlier.source import SourceDocument

_MUNICIPALITY = re.compile(rf"\b({MUNICIPALITY})(?:s|’s)?\b")
_SMALL_WORDS = {"og", "for", "af", "i", "til", "samt", "på", "med", "under", "ved"}
_CLEAR = 2
_AGREEING = re.compile(r"\b(?:aftale)?part(?:i)?erne er enige\b|\bbudgetaftalen?\b|\bpolitiske aftale", re.IGNORECASE)
_OFTEN = 3


def municipality_of(document: SourceDocument) -> str | None:
    """The only municipality that the text names by a clear majority: over half of all, and twice the next."""
    text = " ".join(piece.prose.plain for piece in pieces_of(document.parts))
    counted = Counter(_MUNICIPALITY.findall(" ".join(text.split())))
    if not counted:
        return None
    (first, times), *others = counted.most_common(2)
    next_times = others[0][1] if others else 0
    clear = times >= _CLEAR and times * 2 > sum(counted.values()) and times >= _CLEAR * next_times
    return first if clear else None


def is_agreement(document: SourceDocument) -> bool:
    """Whether a document without items speaks like the agreement itself, in which the parties agree."""
    text = " ".join(piece.prose.plain for piece in pieces_of(document.parts))
    return len(_AGREEING.findall(" ".join(text.split()))) >= _OFTEN


def department_of(letter: str | None, foot: str | None, document: SourceDocument) -> str | None:
    """The department as it is written: the letterhead prints it in capitals, the page foot as it is.

    Rules: the foot's form; else the form in which the text names it; else small letters but for the first of each word.
    """
    if letter is None or (foot and foot.casefold() == letter.casefold()):
        return foot
    if letter != letter.upper():
        return letter
    text = " ".join(" ".join(piece.prose.plain for piece in pieces_of(document.parts)).split())
    found = re.findall(rf"\b{re.escape(letter)}\b", text, re.IGNORECASE)
    written = Counter(form for form in found if form != letter)
    return written.most_common(1)[0][0] if written else _as_name(letter)


def _as_name(capitals: str) -> str:
    words = [word if word in _SMALL_WORDS else word.capitalize() for word in capitals.lower().split()]
    return " ".join(words)
