"""Smileys as earlier documents hold them: faces of Unicode, Wingdings letters, words, or nothing.

U+2639 is the face that conversions also make of the yellow one. A document that uses it for two meanings, or
that has no other face for the middle and no definition of this one, is never guessed at.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from renderer.model.smiley import Smiley
from renderer.readers.text.faces import FACES, VARIATION
from renderer.readers.text.smiley_cell import WORDS
from renderer.vocabulary import NOT_YET_GIVEN

AMBIGUOUS_FACE = "\u2639"
_VARIATION = re.compile(f"[{VARIATION}]")
FACE = re.compile(f"[{''.join(FACES)}][{VARIATION}]?")
_WORDS = {word: smiley for smiley, words in WORDS.items() for word in words}
WORD = rf"(?:{'|'.join(word.capitalize() for word in _WORDS)})"
WORD_OR_LETTER = rf"(?:{WORD}|\b[JKL]\b)"
"""A smiley without a face: its word, or the letter of Wingdings that is left where a text layer lost the font."""
_WORD = re.compile(rf"({'|'.join(_WORDS)})\b\s*(?::\s*(?P<meaning>.*))?", re.IGNORECASE | re.DOTALL)
_NOT_GIVEN = re.compile(rf"[-–—]?\s*(?:{NOT_YET_GIVEN})?\.?", re.IGNORECASE)
_DEFINITION = re.compile(
    rf"(?P<face>{FACE.pattern})?(?:\s*(?P<word>{'|'.join(_WORDS)})\b)?\s*:\s*(?P<meaning>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_DEFINITION_START = re.compile(rf"(?={FACE.pattern}\s*(?:{'|'.join(_WORDS)})?\s*:\s*\S)", re.IGNORECASE)


@dataclass(frozen=True)
class SmileyMark:
    """What a smiley column says: the `faces` in it, the `word` beside them, and what is neither (`unknown`)."""

    faces: tuple[str, ...] = ()
    word: Smiley | None = None
    unknown: str = ""

    @property
    def given(self) -> bool:
        """Whether a smiley, known or not, stands there."""
        return bool(self.faces or self.word or self.unknown)


@dataclass(frozen=True)
class Definition:
    """One line of a definition: a face, the word beside it if there is one, and the meaning."""

    face: str | None
    word: Smiley | None
    meaning: str


@dataclass(frozen=True)
class Legend:
    """How the faces of one document are to be read; `two_meanings` are those that cannot be."""

    two_meanings: frozenset[str] = frozenset()

    def read(self, mark: SmileyMark) -> Smiley | None:
        """The smiley, or `None` where none is given, several are, or the face has two meanings."""
        if mark.word:
            return mark.word
        kinds = {FACES[face] for face in mark.faces}
        if mark.unknown or len(kinds) != 1 or self.two_meanings.intersection(mark.faces):
            return None
        return kinds.pop()


def read_mark(text: str) -> SmileyMark:
    """The smiley mark in the words of a cell."""
    faces = tuple(_VARIATION.sub("", face) for face in FACE.findall(text))
    rest = " ".join(_VARIATION.sub("", FACE.sub(" ", text)).split())
    if _NOT_GIVEN.fullmatch(rest):
        return SmileyMark(faces)
    word = _WORD.match(rest)
    if word and (word["meaning"] is not None or word.end() == len(rest)):
        return SmileyMark(faces, _WORDS[word[1].lower()])
    return SmileyMark(faces, unknown=rest)


def read_definition(text: str) -> Definition | None:
    """A line such as `☺: Milepælen er nået` or `☺ Glad: Milepælen er nået`, else `None`."""
    found = _DEFINITION.fullmatch(text.strip())
    if not found or not (found["face"] or found["word"]):
        return None
    word = _WORDS[found["word"].lower()] if found["word"] else None
    return Definition(
        _VARIATION.sub("", found["face"]) if found["face"] else None, word, " ".join(found["meaning"].split())
    )


def parted(text: str) -> list[str]:
    """A text cut before each face that begins a definition, where several ran together into one line."""
    return [part.strip() for part in _DEFINITION_START.split(text) if part.strip()]


def scale(definitions: Sequence[Definition]) -> dict[Smiley, str]:
    """The meaning of each face; where faces repeat, two or three levels are read best first."""
    kinds = [definition.word or FACES[definition.face or ""] for definition in definitions]
    if len(set(kinds)) < len(kinds):
        kinds = [Smiley.HAPPY, Smiley.SAD] if len(kinds) == 2 else list(Smiley)
    return {kind: definition.meaning for kind, definition in zip(kinds, definitions, strict=False)}


def legend(scales: Iterable[Sequence[Definition]], marks: Iterable[SmileyMark], *, own_layout: bool) -> Legend:
    """Which faces have two meanings: by the document's own definitions, or U+2639 when no other is neutral."""
    if own_layout:
        return Legend()
    defined = [[definition.face for definition in definitions if definition.face] for definitions in scales]
    twice = {face for faces in defined for face in faces if faces.count(face) > 1}
    known = {face for faces in defined for face in faces}
    used = known | {face for mark in marks for face in mark.faces}
    neutral = any(FACES[face] is Smiley.NEUTRAL for face in used)
    if AMBIGUOUS_FACE in used and AMBIGUOUS_FACE not in known and not neutral:
        twice.add(AMBIGUOUS_FACE)
    return Legend(frozenset(twice))
