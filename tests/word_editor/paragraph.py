"""A paragraph as somebody types it in Word."""

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from tests.word_editor.character import Character
from tests.word_editor.stamp import Stamp

_WORD = re.compile(r"[^\s\u00a0]+")


@dataclass(eq=False)
class TypedParagraph:
    """A paragraph: `properties` is its `w:pPr`; the end of it may have been inserted or deleted."""

    properties: _Element
    characters: list[Character] = field(default_factory=list)
    end_inserted: Stamp | None = None
    end_deleted: Stamp | None = None
    reshaped: Stamp | None = None

    @property
    def stamps(self) -> Iterator[Stamp]:
        """Every change in it that is still open."""
        for one in self.characters:
            yield from one.stamps
        yield from (one for one in (self.end_inserted, self.end_deleted, self.reshaped) if one)

    @property
    def text(self) -> str:
        """The characters that stay."""
        return "".join(one.text for one in self.characters if one.stays)

    def words(self) -> list[range]:
        """Where its words stand: the places, in `characters`, of the first and after the last character.

        A word has only characters that stay, one look, and no deleted ones inside.
        """
        shown = "".join(one.text if one.stays else " " for one in self.characters)
        spans = (range(found.start(), found.end()) for found in _WORD.finditer(shown))
        return [span for span in spans if len({self.characters[at].look for at in span}) == 1]

    def another(self) -> "TypedParagraph":
        """An empty paragraph with the same properties."""
        return TypedParagraph(copy.deepcopy(self.properties))

    def settle(self, decide: Callable[[Stamp], bool | None]) -> None:
        """Accept (`True`), reject (`False`) or leave each change of the characters."""
        left: list[Character] = []
        for one in self.characters:
            settled = _settled(one, decide)
            if settled is not None:
                left.append(settled)
        self.characters = left


def _settled(one: Character, decide: Callable[[Stamp], bool | None]) -> Character | None:
    if one.inserted and (answer := decide(one.inserted)) is not None:
        if not answer:
            return None
        one = one._replace(inserted=None)
    if one.deleted and (answer := decide(one.deleted)) is not None:
        if answer:
            return None
        one = one._replace(deleted=None)
    if one.reformatted and decide(one.reformatted):
        one = one._replace(reformatted=None)
    return one
