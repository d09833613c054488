"""The slips by which one word becomes another, and how likely each is."""

from collections.abc import Iterator
from enum import IntEnum
from itertools import pairwise

_LETTERS = "abcdefghijklmnopqrstuvwxyzæøåé"
_ROWS = ("qwertyuiopå", "asdfghjklæø", "zxcvbnm")
# Letters that sound alike, after the replacement list of Stavekontrolden.
_ALIKE = ("kg", "bp", "oå", "mn", "sc", "kc", "sz", "æe", "ei", "ae", "dt", "ou", "dg", "øy", "iy")
_SPELT_OUT = {"aa": "å", "ae": "æ", "oe": "ø"}
LINKS = "se"
"""The letters that stand between the words of a compound."""
_BEFORE_SILENT_D = "lnr"


class Slip(IntEnum):
    """What went wrong, the surest first."""

    SLIGHT = 0  # two letters that changed places, a letter doubled or not, aa for å, d that is not heard, a link
    MISSING = 1  # a letter too few or too many
    NEIGHBOUR = 2  # a key beside the right one, or a letter that sounds like it
    OTHER = 3


Edit = tuple[str, Slip]
"""A word one slip away, and the slip that would make the written word of it."""


def edits(word: str, linked: bool = False) -> Iterator[Edit]:
    """Every string one slip away; the first letter is seldom wrong and stays. `linked`: a compound goes on after it."""
    slight = set(slight_edits(word))
    if linked:
        slight |= {word[:-1]} if word[-1] in LINKS else set()
        slight |= {word + letter for letter in LINKS}
    yield from ((other, Slip.SLIGHT) for other in slight)
    for at in range(1, len(word) + 1):
        before, after = word[:at], word[at:]
        beside = _CONFUSED[after[:1]]
        if after and before + after[1:] not in slight:
            yield before + after[1:], Slip.MISSING
        for letter in _LETTERS:
            if before + letter + after not in slight:
                yield before + letter + after, Slip.MISSING
            if after and letter != after[0]:
                yield before + letter + after[1:], (Slip.NEIGHBOUR if letter in beside else Slip.OTHER)


def slight_edits(word: str) -> Iterator[str]:
    """The strings that the slightest of slips makes; some more than once."""
    for at in range(len(word) - 1):
        before, here, following, after = word[:at], word[at], word[at + 1], word[at + 2 :]
        if here == following:
            yield before + here + after
        else:
            yield before + following + here + after
        if put := _SPELT_OUT.get(here + following):
            yield before + put + after
        if following == "d" and here in _BEFORE_SILENT_D:
            yield before + here + after
    for at in range(1, len(word) + 1):
        before, after = word[:at], word[at:]
        yield before + before[-1] + after
        if before[-1] in _BEFORE_SILENT_D:
            yield f"{before}d{after}"


def link_edits(word: str) -> Iterator[tuple[str, int]]:
    """The strings with an s or e more or less, and where it is."""
    for at in range(2, len(word) - 1):
        if word[at] in LINKS:
            yield word[:at] + word[at + 1 :], at
        for letter in LINKS:
            yield word[:at] + letter + word[at:], at


def _confused() -> dict[str, frozenset[str]]:
    """For each letter those it is taken for: the keys beside it on a Danish keyboard, and those that sound alike."""
    pairs = {frozenset(pair) for pair in _ALIKE}
    pairs |= {frozenset(pair) for row in _ROWS for pair in pairwise(row)}
    return {a: frozenset(b for b in _LETTERS if frozenset((a, b)) in pairs) for a in _LETTERS}


class _Confusions(dict[str, frozenset[str]]):
    def __missing__(self, _letter: str) -> frozenset[str]:
        return frozenset()


_CONFUSED = _Confusions(_confused())


def distance(one: str, other: str, most: int) -> int:
    """How many slips lie between two words (optimal string alignment); `most` + 1 as soon as it is more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    older: list[int] = []
    old = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        new = [i]
        for j, b in enumerate(other, 1):
            cost = min(old[j] + 1, new[j - 1] + 1, old[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                cost = min(cost, older[j - 2] + 1)
            new.append(cost)
        if min(new) > most:
            return most + 1
        older, old = old, new
    return old[-1]
