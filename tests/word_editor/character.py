"""One character of a text that is edited in Word: its look, and the tracked changes it stands under."""

from collections.abc import Iterable
from typing import NamedTuple

from tests.word_editor.stamp import Stamp


class Look(NamedTuple):
    """How a character looks; `kept` is the XML of what else its run had in the draft."""

    bold: bool = False
    italic: bool = False
    href: str | None = None
    kept: str = ""


class Character(NamedTuple):
    """A character (a newline is a line break) and who inserted, deleted and reformatted it, as far as that is open."""

    text: str
    look: Look = Look()
    inserted: Stamp | None = None
    deleted: Stamp | None = None
    reformatted: Stamp | None = None

    @property
    def stays(self) -> bool:
        """Whether it is there when all changes are accepted."""
        return self.deleted is None

    @property
    def stamps(self) -> tuple[Stamp, ...]:
        """Every change it stands under; how deleted text looks is no change of the text."""
        reformatted = self.reformatted if self.stays else None
        return tuple(one for one in (self.inserted, self.deleted, reformatted) if one)


PLAIN = Look()


def typed(text: str, look: Look = PLAIN, stamp: Stamp | None = None) -> list[Character]:
    """The characters of a text that somebody types."""
    return [Character(one, look, stamp) for one in text]


def without(characters: Iterable[Character], stamp: Stamp | None) -> list[Character]:
    """What is left of characters when they are deleted, tracked by the stamp or not at all.

    As in Word, what an author has inserted and not yet had accepted goes for good when the same author deletes it.
    """
    left: list[Character] = []
    for one in characters:
        if not one.stays:
            left.append(one)
        elif stamp and not (one.inserted and one.inserted.author == stamp.author):
            left.append(one._replace(deleted=stamp))
    return left
