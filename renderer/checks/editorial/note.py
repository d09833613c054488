"""What a rule has to say about a text, before anybody knows where the text stands."""

from dataclasses import dataclass
from functools import cached_property

from renderer.checks.editorial.words import Word, words
from renderer.model.addresses import addresses
from renderer.model.prose import Block, Paragraph, Prose, plain_text


@dataclass(frozen=True)
class Note:
    """A sentence on what is wrong and one on what to do, both Danish."""

    message: str
    hint: str


@dataclass(frozen=True)
class Line:
    """One paragraph, or one of a list entry (`listed`), as plain words."""

    text: str
    listed: bool = False


@dataclass(frozen=True)
class Written:
    """A text as it was written: its lines in order. `is_heading`: a title, which is no sentence.

    `addresses` are what its links lead to.
    """

    lines: tuple[Line, ...]
    is_heading: bool = False
    addresses: tuple[str, ...] = ()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of all lines."""
        return tuple(word for line in self.lines for word in words(line.text))

    @classmethod
    def of(cls, text: Prose | str) -> "Written":
        """The lines of a text; a string is one line."""
        if isinstance(text, str):
            return cls((Line(text),) if text.strip() else ())
        return cls(tuple(_lines(text.blocks, listed=False)), addresses=tuple(addresses(text)))


def _lines(blocks: tuple[Block, ...], listed: bool) -> list[Line]:
    found: list[Line] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(Line(plain_text(block.content), listed))
        else:
            found += [line for entry in block.entries for line in _lines(entry.blocks, listed=True)]
    return found
