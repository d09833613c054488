"""The words that a case has of its own: names, and strange words that it keeps using."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from renderer.checks.editorial.note import Written
from renderer.checks.editorial.words import words

_OFTEN = 3


@dataclass(frozen=True)
class OwnWords:
    """Names in small letters, and how often each word is used in the whole case."""

    names: frozenset[str] = frozenset()
    counts: Mapping[str, int] = field(default_factory=dict)

    def has_name(self, word: str) -> bool:
        """Whether the word is a name in this case, or the genitive of one."""
        return word in self.names or word.removesuffix("s") in self.names

    def uses_often(self, word: str) -> bool:
        """Whether the case keeps using the word, so that a far-fetched suggestion is worth nothing."""
        return self.counts.get(word, 0) >= _OFTEN


def own_words(texts: Iterable[Written], names: Iterable[str] = ()) -> OwnWords:
    """The own words of texts: what is capitalised inside a sentence, and the words of the given names."""
    found = {word.text.casefold() for name in names for word in words(name)}
    counts: Counter[str] = Counter()
    for text in texts:
        for word in text.words:
            counts[word.text.casefold()] += 1
            if not text.is_heading and word.is_name:
                found.add(word.text.casefold())
    return OwnWords(frozenset(found), counts)
