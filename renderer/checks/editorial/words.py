"""The words of a text, and what is told of each by where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Addresses, file names and codes are no Danish: they are blanked, so that positions stay.
_UNSPACED = re.compile(r"\S+")
_IN_ADDRESS = re.compile(r"[@\\]|://|\bwww\.|\w\.(?:dk|com|org|net|info|eu|nu|docx?|xlsx?|pdf)\b")
_ABBREVIATION = re.compile(r"\b(?:[^\W\d_]{1,4}\.){2,}")
# Letters that touch a number, an apostrophe or a sign of code are no whole word. Possessive: no word is cut short.
_WORD = re.compile(r"(?<![\w'’`´&+-])[^\W\d_]++(?:-[^\W\d_]++)*+-?+(?![\w'’`´&+])")
_ENDS_SENTENCE = frozenset(".!?:…•")
_FILLER = "§"  # neither a letter nor the end of a sentence
_LOOK_BACK = 12
_OPENING = " \t\n\"”“„»«'’‘(*–-"


@dataclass(frozen=True, eq=False)
class Word:
    """A word or hyphenated words as written, at the position `start` of the text `around`."""

    text: str
    start: int
    around: str

    @property
    def end(self) -> int:
        """The position after it."""
        return self.start + len(self.text)

    @property
    def opens(self) -> bool:
        """Whether a sentence begins with it."""
        near = self.around[max(self.start - _LOOK_BACK, 0) : self.start]
        before = near.rstrip(_OPENING)
        return not before or before[-1] in _ENDS_SENTENCE or "\n" in near[len(before) :]

    @property
    def is_name(self) -> bool:
        """Whether it is written as a name or a code: a capital inside a sentence, or after the first letter."""
        if self.text.islower():
            return False
        inner_capital = any(part[1:].lower() != part[1:] for part in self.text.split("-"))
        return inner_capital or (self.text[0].isupper() and not self.opens)


def words(text: str) -> Iterator[Word]:
    """The words of a text; those that belong to numbers, addresses and codes are left out."""
    blanked = _UNSPACED.sub(_without_address, text) if _IN_ADDRESS.search(text) else text
    blanked = _ABBREVIATION.sub(_blank, blanked)
    for found in _WORD.finditer(blanked):
        yield Word(found[0], found.start(), blanked)


def _without_address(found: re.Match[str]) -> str:
    return _blank(found) if _IN_ADDRESS.search(found[0]) else found[0]


def _blank(found: re.Match[str]) -> str:
    return _FILLER * len(found[0])
