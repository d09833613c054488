"""Two texts held against each other word by word, told in a sentence: the plan's and the one that was signed."""

import difflib
import re
from collections.abc import Iterable, Iterator

from renderer.edition.wording.changed_text import Change, Piece
from renderer.edition.wording.compare import compare_lines

# What the layout decides, and no word: the shape of quotation marks, dashes and spaces.
_SIGNS = {**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛´", "'"), **dict.fromkeys("‐‑‒–—―−", "-"), "…": "..."}
_FOLDED = str.maketrans(_SIGNS)
_BULLET = re.compile(r"(?:^|(?<=[.:;,] ))[-•◦*·] (?=\S)")
_SPACED_RANGE = re.compile(r"(?<=\d) ?- ?(?=\d)")
_SENTENCE_END = re.compile(r"(?<=[.!?:;]) ")
_STOPS = " ,;:."
_CLOSE = 0.5
_NAMED = 3
_LONGEST = 14
_SHOWN = 10
_FEW = 3


def folded(text: str) -> str:
    """The words of a text on one line, without what only the layout decides."""
    plain = " ".join(text.translate(_FOLDED).split())
    return _SPACED_RANGE.sub("-", _BULLET.sub("", plain))


def sentences(text: str) -> list[str]:
    """The sentences of a folded text."""
    return [one for one in _SENTENCE_END.split(text) if one]


def close_sentence(sentence: str, others: Iterable[str]) -> str:
    """The one of the others that this sentence was made from; empty where none is like it."""
    rated = [(difflib.SequenceMatcher(None, other.split(), sentence.split()).ratio(), other) for other in others]
    likeness, closest = max(rated, default=(0.0, ""))
    return closest if likeness >= _CLOSE else ""


def differences(signed: str, now: str) -> str:
    """What a folded text says otherwise than the signed one, with the words of both; empty where nothing is."""
    if signed == now:
        return ""
    told = list(_told(compare_lines(signed, now)))
    more = len(told) - _NAMED
    tail = [] if more < 1 else ["Der er én forskel til." if more == 1 else f"Der er {more} forskelle til."]
    return " ".join((*told[:_NAMED], *tail))


def _told(pieces: tuple[Piece, ...]) -> Iterator[str]:
    at = 0
    while at < len(pieces):
        if pieces[at].change is Change.KEPT:
            at += 1
            continue
        end = at
        while end < len(pieces) and pieces[end].change is not Change.KEPT:
            end += 1
        gone, new = (_text(pieces[at:end], change) for change in (Change.DELETED, Change.INSERTED))
        if gone.strip() or new.strip():
            before = pieces[at - 1].text if at else ""
            yield _sentence(gone, new, before, pieces[end].text if end < len(pieces) else "")
        at = end


def _text(pieces: Iterable[Piece], change: Change) -> str:
    return "".join(piece.text for piece in pieces if piece.change is change)


def _sentence(gone: str, new: str, before: str, after: str) -> str:
    """One difference; few words are told with their neighbours, by which they are found."""
    if not gone.strip() and len(new.split()) > _FEW:
        return f"»{_shown(new)}« står ikke i den underskrevne aftale."
    if not new.strip() and len(gone.split()) > _FEW:
        return f"»{_shown(gone)}« fra den underskrevne aftale mangler."
    head, tail = before[_last_word(before) :], after[: _first_word_end(after)]
    signed, now = (_shown((head + words + tail).rstrip(_STOPS)) for words in (gone, new))
    if signed == now:
        signed, now = (_shown(head + words + tail) for words in (gone, new))
    return f"Der står »{now}«, men parterne har skrevet under på »{signed}«."


def _last_word(text: str) -> int:
    """Where the last word of a text begins, its signs and spaces included."""
    return max(text.rstrip().rfind(" ") + 1, 0)


def _first_word_end(text: str) -> int:
    end = text.find(" ", len(text) - len(text.lstrip()))
    return len(text) if end < 0 else end


def _shown(text: str) -> str:
    words = text.split()
    return " ".join(words if len(words) <= _LONGEST else [*words[:_SHOWN], "…"])
