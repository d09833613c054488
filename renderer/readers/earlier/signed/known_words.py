"""Lines or headings looked up by their letters and digits: whole, by how they begin, or one after another.

Each look-up costs what its own words are long, however many lines there are.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

_DIGITS = "0123456789"
_FEWEST = 3
_LONG_WORDS = 10
# No heading is longer; running text that is looked up in vain must not be cut in all ways.
_LONGEST = 400


def squeezed(text: str) -> str:
    """The letters and digits alone."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _letters(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text).casefold()


class KnownWords:
    """The words of lines in their order; `after` narrows a look-up to the lines behind a position."""

    def __init__(self, texts: Iterable[str]) -> None:
        lines = list(texts)
        self._last = {squeezed(text): position for position, text in enumerate(lines)}
        self._sorted = sorted(self._last)
        self._unnumbered = {words.lstrip(_DIGITS) for words in self._last}
        self._letters = {letters: position for position, text in enumerate(lines) if (letters := _letters(text))}
        self._long_lengths = sorted({len(words) for words in self._last if _LONG_WORDS < len(words) <= _LONGEST})
        self._lengths = sorted({len(words) for words in self._letters if len(words) <= _LONGEST}, reverse=True)

    def has(self, text: str) -> bool:
        """Whether a text is a line's; its number may be left out, and what was broken off at its end."""
        words = squeezed(text)
        if words in self._last or words.lstrip(_DIGITS) in self._unnumbered:
            return bool(words)
        return self.has_beginning(words)

    def has_whole(self, words: str, after: int) -> bool:
        """Whether a line is made of these words alone."""
        return self._last.get(words, -1) > after

    def has_beginning(self, words: str, after: int = -1) -> bool:
        """Whether a line begins with the words, or they begin with it (a heading may be broken)."""
        if len(words) <= _FEWEST:
            return False
        for place in range(bisect_left(self._sorted, words), len(self._sorted)):
            if not self._sorted[place].startswith(words):
                break
            if self._last[self._sorted[place]] > after:
                return True
        return any(self._last.get(words[:length], -1) > after for length in self._long_lengths if length <= len(words))

    def make_up(self, text: str, after: int = -1) -> bool:
        """Whether several entries run together: their words are those of lines, one after another, and page numbers."""
        rest, start, count = _letters(text), 0, 0
        while start < len(rest):
            step = self._longest_beginning(rest, start, after)
            if not step:
                return False
            start, count = start + step, count + 1
        return count > 1

    def _longest_beginning(self, letters: str, start: int, after: int) -> int:
        """How long the longest line is that the letters begin with at a place; 0 for none."""
        fitting = (length for length in self._lengths if start + length <= len(letters))
        return next((n for n in fitting if self._letters.get(letters[start : start + n], -1) > after), 0)
