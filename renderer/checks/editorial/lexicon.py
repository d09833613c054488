"""The Danish words that are known: the packaged dictionary, compounds of its words, and their inflections.

The dictionary (dictionaries/README.md) says of each word whether it may end a compound, and holds the forms that may
begin one with their linking letters (`besparelses-`). It is read when the first word is looked up, not before.
"""

import gzip
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from renderer.resources import read_resource

LONGEST_WORD = 60
"""Longer runs of letters are no words, and are not looked into."""

_DANISH, _MUNICIPAL = "danish-words.txt.gz", "municipal-words.txt"
# The ends of the words of two municipalities' cases; a service reads many.
_ENDS_KEPT = 40_000
_FEWEST_LETTERS = 3
# Danish has many words of two letters; only these end compounds in documents like ours.
_SHORT_TAILS = frozenset({"by", "sø", "kø", "bo"})
_BEFORE_SHORT = 5
# Plurals that the dictionary has only of the words its makers thought of: synergier, investeringscasen.
_AFTER_E = ("n", "r", "rne")
_AFTER_OTHERS = ("er", "erne")
NO_PARTS = 99
"""What `Lexicon.parts` says of a word that is no compound."""

_INFLECTED = ("et", "en", "er", "ne", "te")


class Lexicon:
    """Known words; `alone` stand by themselves, `tails` may end a compound, `heads` may begin or continue one.

    `alone` and `tails` are given in order.
    """

    def __init__(self, alone: Sequence[str], tails: Sequence[str], heads: Iterable[str], wrong: Iterable[str]) -> None:
        self.alone, self.tails = frozenset(alone), frozenset(tails)
        self.heads, self.wrong = frozenset(heads), frozenset(wrong)
        self._sorted = (alone, tails)
        self._cost = lru_cache(maxsize=_ENDS_KEPT)(self._cheapest)

    def has(self, word: str) -> bool:
        """Whether the dictionary itself has the word, or the word it is the genitive of."""
        return self._listed(word) or (word.endswith("s") and self._listed(word[:-1]))

    def knows(self, word: str) -> bool:
        """Whether it is a word, however it is capitalised: in the dictionary, compound or inflected."""
        small = word.casefold()
        if small in self.wrong:
            return False
        return any(map(self.has, dict.fromkeys((small, word, word.capitalize())))) or self.is_built(small)

    def is_built(self, word: str) -> bool:
        """Whether it is a compound of known words, or a known noun with an ending that the dictionary has not."""
        if len(word) > LONGEST_WORD or self._cost(word) < NO_PARTS:
            return True
        bare = word.removesuffix("s")
        stems = [bare.removesuffix(ending) for ending in _AFTER_E if bare.endswith(f"e{ending}")]
        stems += [bare.removesuffix(ending) for ending in _AFTER_OTHERS if bare.endswith(ending)]
        return any(self._is_noun(stem) for stem in stems)

    def is_tail(self, word: str) -> bool:
        """Whether the word may end a compound."""
        return len(word) >= _FEWEST_LETTERS and (word in self.tails or (word[-1] == "s" and word[:-1] in self.tails))

    def beginning_with(self, letters: str) -> Iterator[str]:
        """The words of the dictionary that begin so."""
        for ordered in self._sorted:
            for at in range(bisect_left(ordered, letters), len(ordered)):
                if not ordered[at].startswith(letters):
                    break
                yield ordered[at]

    def parts(self, word: str) -> int:
        """Of how many words a compound is made, short ones counting double; `NO_PARTS` for none."""
        return self._cost(word) if len(word) <= LONGEST_WORD else NO_PARTS

    def ends_compound(self, rest: str) -> bool:
        """Whether the letters are the end of a compound: one word, or several."""
        return self.parts(rest) < NO_PARTS

    def is_word_before_hyphen(self, part: str) -> bool:
        """Whether the part before a hyphen is one: `børne-`, `beskæftigelses-`."""
        return part.casefold() in self.heads or self.knows(part) or self._is_head(part.casefold())

    def _is_head(self, part: str) -> bool:
        return any(part[:end] in self.heads and part[end:] in self.heads for end in range(2, len(part)))

    def _listed(self, word: str) -> bool:
        return word in self.tails or word in self.alone

    def _is_noun(self, stem: str) -> bool:
        if len(stem) <= _BEFORE_SHORT or stem.endswith(_INFLECTED):
            return False
        return self.is_tail(stem) or any(stem[:n] in self.heads and self.is_tail(stem[n:]) for n in range(2, len(stem)))

    def _cheapest(self, word: str) -> int:
        """How many parts the word has as the end of a compound, short ones counting double; `NO_PARTS` for none."""
        best = 1 + (len(word) <= _FEWEST_LETTERS) if self.is_tail(word) else NO_PARTS
        for end in range(2, len(word) - 1):
            if best > 2 and word[:end] in self.heads:
                best = min(best, self._cost_after(end, word[end:]) + 1 + (end <= _FEWEST_LETTERS))
        return best

    def _cost_after(self, end: int, rest: str) -> int:
        if rest in _SHORT_TAILS:
            return 1 if end >= _BEFORE_SHORT else NO_PARTS
        return self._cost(rest)


@cache
def danish() -> Lexicon:
    """The packaged dictionary with the words of municipal budgets. Raises `BrokenResource` where it is missing."""
    text = gzip.decompress(read_resource("dictionaries", _DANISH)).decode()
    _, alone, tails, heads, wrong = (part.split("\n") for part in text.rstrip("\n").split("\n\n"))
    lines = read_resource("dictionaries", _MUNICIPAL).decode().splitlines()
    ours = [line for line in lines if line and not line.startswith("#")]
    heads += [line[:-1] for line in ours if line.endswith("-")]
    for word in (line for line in ours if not line.endswith("-")):
        insort(tails, word)
    return Lexicon(alone, tails, heads, wrong)
