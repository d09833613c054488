"""Words that stand on one line, and where the next word would still have had room."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from renderer.edition.danish import NBSP, tied
from renderer.findings import Place
from renderer.readers.earlier.pdf.page import Word
from renderer.readers.earlier.pdf.ties import kept_together
from renderer.readers.text.marks import Mark, read_mark
from renderer.readers.text.runs import Run

_SAME_LINE = 0.4
_GLUED, _APART, _SET_APART = 0.13, 0.2, 0.6
SPACE = 0.26
"""How wide a space is, in sizes of the type."""


@dataclass(frozen=True)
class Line:
    """Words from left to right; `number` is its running number in the file, `place` its page and line there."""

    words: tuple[Word, ...]
    place: Place
    number: int

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(word.right for word in self.words)

    @property
    def page(self) -> int:
        """The number of its page."""
        return self.place.page or 0

    @cached_property
    def size(self) -> float:
        """The size that most of its letters have."""
        letters: Counter[float] = Counter()
        for word in self.words:
            letters[round(word.size, 1)] += len(word.text)
        return letters.most_common(1)[0][0]

    @cached_property
    def baseline(self) -> float:
        """Where the words of that size stand."""
        return next((word.baseline for word in self.words if round(word.size, 1) == self.size), self.words[0].baseline)

    @cached_property
    def tag(self) -> int | None:
        """The tagged block that its words belong to, the mark of a list left out; `None` where none is told."""
        return next((word.tag for word in reversed(self.words) if word.tag is not None), None)

    @cached_property
    def text(self) -> str:
        """The words with single spaces."""
        return "".join(run.text for run in self.runs()).strip()

    @property
    def bold(self) -> bool:
        """Whether all its words are bold."""
        return all(word.bold for word in self.words)

    @cached_property
    def mark(self) -> tuple[Mark, int] | None:
        """The mark of a list that it begins with, and how many words that takes; else `None`."""
        first, rest = self.words[0], self.words[1:]
        if not rest:
            return None
        apart = rest[0].left - first.right > _SET_APART * self.size
        space = "\t" if apart else " "
        found = read_mark(tied(f"{first.text}{space}{rest[0].text}"))
        return (found[0], 1) if found and found[1] > len(first.text) else None

    def runs(self, start: int = 0) -> Iterator[Run]:
        """The words from a position on as runs, with the spaces between them."""
        before: Word | None = None
        for word in self.words[start:]:
            space = " " if before is not None and is_apart(before, word) else ""
            yield Run(space + word.text, word.bold, word.italic, word.href)
            before = word

    @cached_property
    def room_needed(self) -> float:
        """How much room its first word, with what may not part from it, would need on the line before."""
        unbroken = kept_together(self.text).split(" ")[0]
        letters = len("".join(unbroken.split(NBSP)))
        for word in self.words:
            letters -= len(word.text)
            if letters <= 0:
                return word.right - self.left + SPACE * self.size
        return self.right - self.left


def is_apart(before: Word, word: Word) -> bool:
    """Whether a space stands between two words of a line."""
    gap = word.left - before.right
    return gap > _APART * word.size or (word.spaced and gap > _GLUED * word.size)


def rows(words: Iterable[Word]) -> list[tuple[Word, ...]]:
    """The words of a part of a page line by line, from the top down and from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.baseline, word.left)):
        if lines and word.baseline - lines[-1][0].baseline < _SAME_LINE * max(word.size, lines[-1][0].size):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [tuple(sorted(line, key=lambda word: word.left)) for line in lines]
