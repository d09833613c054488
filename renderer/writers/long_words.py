"""Words longer than a column (file names, addresses) get places to break, also where a part of them is bold.

WeasyPrint 70.0 breaks such a word (`overflow-wrap`) only inside one run of characters: with emphasis or a link in it,
it runs through the next column and off the paper (Kozea/WeasyPrint#2900). U+200B is a place to break that draws
nothing and leaves no trace in the text of a PDF. Pages without such words stay what they were, to the byte.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

# As many characters as the narrowest column of running text has in a line, and as the letterhead has.
_LONGEST = 32
_LONGEST_IN = {"letterhead": 22}
# Parts of a word that take more than half a line may break anywhere, where nothing else would break them.
_LONGEST_PART = 24
_PLACE = "\u200b"
_INLINE = frozenset(("a", "b", "del", "em", "i", "ins", "mark", "s", "span", "strong", "u"))
# Their text becomes a bookmark, and no part of it has another look.
_UNTOUCHED = frozenset(("head", "h1", "h2", "h3", "h4", "h5", "h6", "svg"))
_UNTOUCHED_CLASS = "item-heading"
_WORD = re.compile(r"\S+")
_AFTER = re.compile(r"(?<=[_./@\\?&=:;,+~#%)\]-])(?=[^\W_])")
_BETWEEN = re.compile(r"(?<=.)(?=[^\W_]|_)", re.DOTALL)


@dataclass(frozen=True)
class _Words:
    """Characters of an element: those in it, or those behind it (`tail`)."""

    element: Element
    tail: bool
    longest: int

    @property
    def text(self) -> str:
        return (self.element.tail if self.tail else self.element.text) or ""

    def put(self, text: str) -> None:
        if self.tail:
            self.element.tail = text
        else:
            self.element.text = text


def let_long_words_break(page: Element) -> None:
    """Put places to break into every word that is longer than a line may be."""
    for line in _lines(page):
        whole = "".join(words.text for words in line)
        for word in list(_WORD.finditer(whole))[::-1]:
            if len(word[0]) > line[0].longest:
                _break(line, word.start(), word.end())


def _lines(page: Element) -> Iterator[list[_Words]]:
    """The words that stand together: until a block or a line break begins or ends."""
    line: list[_Words] = []
    for words in _flow(page):
        if words is not None:
            line.append(words)
        elif line:
            yield line
            line = []
    if line:
        yield line


def _flow(element: Element, longest: int = _LONGEST) -> Iterator[_Words | None]:
    """All words in the order they are read; `None` where what follows stands in a line of its own."""
    inline = element.tag in _INLINE
    classes = element.get("class", "").split()
    inside = min((_LONGEST_IN.get(one, longest) for one in classes), default=longest)
    if not inline:
        yield None
    if element.tag not in _UNTOUCHED and _UNTOUCHED_CLASS not in classes:
        yield _Words(element, tail=False, longest=inside)
        for child in element:
            yield from _flow(child, inside)
            yield _Words(child, tail=True, longest=inside)
    if not inline:
        yield None


def _break(line: list[_Words], start: int, end: int) -> None:
    """Put places to break into one word; the last parts first, so that what stands before keeps its place."""
    at = sum(len(words.text) for words in line)
    parts: list[tuple[_Words, int, int]] = []
    for words in reversed(line):
        at -= len(words.text)
        first, last = max(start - at, 0), min(end - at, len(words.text))
        if first < last:
            parts.append((words, first, last))
    for number, (words, first, last) in enumerate(parts):
        follows_another = number + 1 < len(parts)
        text = _with_places(words.text[first:last], anywhere=len(parts) > 1)
        place = _PLACE if follows_another and not text.startswith(_PLACE) else ""
        words.put(words.text[:first] + place + text + words.text[last:])


def _with_places(part: str, *, anywhere: bool) -> str:
    pieces = _AFTER.split(part)
    if anywhere:
        pieces = [_BETWEEN.sub(_PLACE, piece) if len(piece) > _LONGEST_PART else piece for piece in pieces]
    return _PLACE.join(pieces)
