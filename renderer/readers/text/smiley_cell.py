"""What stands in a smiley's place: the word of the list, but also what people type or paste there.

A smiley is understood only where it is certain: one face, or one word that stands alone. Everything else is told.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum

from renderer import vocabulary
from renderer.model.smiley import Smiley
from renderer.readers.text.faces import FACES
from renderer.readers.text.runs import clean
from renderer.vocabulary.draft_marks import CHOOSE_SMILEY

_TYPED = {Smiley.HAPPY: r"[:=;]-?[)\]D]", Smiley.NEUTRAL: r"[:=]-?\|", Smiley.SAD: r"[:=]-?[(\[]"}
WORDS = {
    Smiley.HAPPY: ("glad", "grøn", "grønt"),
    Smiley.NEUTRAL: ("mellemfornøjet", "gul", "gult"),
    Smiley.SAD: ("sur", "rød", "rødt"),
}
"""The words that mean a smiley, where nothing else stands with them: its own, and its colour."""
_FACE = re.compile("|".join((f"[{''.join(FACES)}]", *_TYPED.values())))
_KIND_OF_TYPED = [(re.compile(pattern), smiley) for smiley, pattern in _TYPED.items()]
_KIND_OF_WORD = {word: smiley for smiley, words in WORDS.items() for word in words}
_ABBREVIATED = {"mellem": Smiley.NEUTRAL, "mellemfornøjede": Smiley.NEUTRAL, "glade": Smiley.HAPPY}
"""What the words become where a cell holds nothing but a smiley; in running text they mean other things."""
_KIND_OF_WORD |= _ABBREVIATED
_PARTED = re.compile(r"\bmellem[\s-]+(?=fornøjet\b)", re.IGNORECASE)
_NOTED = re.compile(r"(?P<said>[^()]*[^()\s])\s*\((?P<note>[^()]*)\)[\s.]*")
# A note in brackets takes nothing back, unless it doubts or denies.
_TAKES_BACK = re.compile(
    r"\?|\b(?:ikke|ej|næsten|delvist?|måske|eller|tidligere|før|var|nej|mod|snart|hvis|usikker\w*|tvivl\w*)\b",
    re.IGNORECASE,
)
_NOT_RELEVANT = re.compile(r"n\s*[/.]?\s*a\.?|i\s*/\s*r|ikke\s+(?:relevant|aktuel)t?|irrelevant", re.IGNORECASE)
_BESIDE = re.compile(r"[\s\-–—:;,.()»«\"”]+")
_DECORATION = re.compile("[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]")
_NOT_GIVEN = {vocabulary.NOT_YET_GIVEN.casefold(), CHOOSE_SMILEY.casefold(), "ingen", "ingen smiley"}


class Doubt(Enum):
    """Why a smiley's place was not understood."""

    UNKNOWN = "unknown"
    SEVERAL = "several"
    NOT_IN_SCALE = "not in the scale"
    NOT_RELEVANT = "not relevant"


@dataclass(frozen=True)
class SmileyReading:
    """The smiley's word, the empty text where none is given, or `None` where `doubt` says why.

    `beside` is text that stands with it and is no part of it.
    """

    value: str | None
    doubt: Doubt | None = None
    beside: str = ""


def read_smiley_cell(text: str, meanings: dict[Smiley, str], sent: str) -> SmileyReading:
    """Read the words of a smiley's place. `meanings` are those of the scale; a smiley that was sent always counts."""
    words = _DECORATION.sub("", clean(text)).strip()
    if words.casefold().rstrip(".") in _NOT_GIVEN:
        return SmileyReading("")
    if _NOT_RELEVANT.fullmatch(words):
        return SmileyReading(None, Doubt.NOT_RELEVANT, words)
    reading = _read(words, meanings, sent)
    noted = _noted(words) if reading.doubt is Doubt.UNKNOWN else None
    bare = _read(noted[0], meanings, sent) if noted else reading
    return replace(bare, beside=noted[1]) if noted and bare.value and not bare.beside else reading


def _noted(words: str) -> tuple[str, str] | None:
    """What stands before a note in brackets at the end, and the note; `None` where the note may take it back."""
    found = _NOTED.fullmatch(words)
    if found is None or _TAKES_BACK.search(found["note"]):
        return None
    note = found["note"].strip()
    names_another = any(word.casefold() in _KIND_OF_WORD for word in _BESIDE.split(note))
    return None if names_another or _FACE.search(note) else (found["said"], note)


def _read(words: str, meanings: dict[Smiley, str], sent: str) -> SmileyReading:
    rest, faces = _without_faces(_PARTED.sub("mellem", words))
    rest, meant = _without_meanings(rest, meanings)
    named, beside = _words(rest)
    kinds = faces | named | meant
    if not kinds and not beside:
        return SmileyReading("")
    if not kinds or (beside and not faces):
        return SmileyReading(None, Doubt.UNKNOWN, words)
    if len(kinds) != 1:
        return SmileyReading(None, Doubt.SEVERAL, words)
    smiley = kinds.pop()
    if meanings and smiley not in meanings and smiley.value != sent:
        return SmileyReading(None, Doubt.NOT_IN_SCALE, words)
    return SmileyReading(smiley.value, None, beside)


def _without_faces(words: str) -> tuple[str, set[Smiley]]:
    return _FACE.sub(" ", words), {_kind(found[0]) for found in _FACE.finditer(words)}


def _kind(face: str) -> Smiley:
    if face in FACES:
        return FACES[face]
    return next(smiley for pattern, smiley in _KIND_OF_TYPED if pattern.fullmatch(face))


def _without_meanings(words: str, meanings: dict[Smiley, str]) -> tuple[str, set[Smiley]]:
    """The words without what the list shows behind a face, and which faces that belongs to."""
    found: set[Smiley] = set()
    plain = " ".join(words.split())
    for smiley, meaning in sorted(meanings.items(), key=lambda one: -len(one[1])):
        said = " ".join(clean(meaning).split())
        if said and said.casefold() in plain.casefold():
            start = plain.casefold().index(said.casefold())
            plain = f"{plain[:start]} {plain[start + len(said) :]}"
            found |= {smiley} if list(meanings.values()).count(meaning) == 1 else set()
    return plain, found


def _words(rest: str) -> tuple[set[Smiley], str]:
    """The smileys named by words, where nothing else stands there, and the text beside them."""
    words = [word for word in _BESIDE.split(rest) if word]
    left = [word for word in words if word.casefold() not in _KIND_OF_WORD and word.casefold() != "smiley"]
    named = {_KIND_OF_WORD[word.casefold()] for word in words if word.casefold() in _KIND_OF_WORD}
    if not left:
        return named, ""
    leading = {_KIND_OF_WORD[words[0].casefold()]} if words[0].casefold() in _KIND_OF_WORD else set()
    return leading, " ".join(rest.split())
