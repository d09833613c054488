"""The marks that stand before the entries of a list: `•`, `o`, `–`, `1)`, `a.`, as typed or drawn.

Some of them also begin ordinary sentences (`1. oktober`, `– så vidt muligt`); those are `doubtful`, and only
their surroundings (an indentation, a neighbour with the next number) make them marks of a list.
"""

import re
from dataclasses import dataclass

from renderer.model.prose import Numbering

# Bullets of Unicode, and those of the fonts Symbol and Wingdings, which lie in the private use area.
BULLETS = "•◦▪▫·●○■□‣⁃➢➤✓✔\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf076\uf071\uf06e\uf06f\uf0e0"
_BULLET = re.compile(rf"([{BULLETS}]|\*(?!\*))([ \t\u00a0]*)(?=\S)")
_DOUBTFUL_BULLET = re.compile(r"([-–—o])([ \t]+)(?=\S)(?!\d{1,4}\s*[-–]$)")
_NUMBER = re.compile(r"(?:([1-9]\d?)|([a-z]))([.)])([ \t]+)(?=\S)")


@dataclass(frozen=True)
class Mark:
    """A list's mark: `text` as it stood. `numbering` is `None` for a bullet; `position` counts from 1."""

    text: str
    numbering: Numbering | None = None
    position: int = 1
    doubtful: bool = False

    def follows(self, other: "Mark") -> bool:
        """Whether this is the mark that comes next in the list of `other`."""
        if self.numbering is None:
            return other.numbering is None and self.text == other.text
        return self.numbering is other.numbering and self.position == other.position + 1


def read_mark(text: str) -> tuple[Mark, int] | None:
    """The mark that a text begins with, and how many characters it takes with the space behind; else `None`.

    A tab or several spaces behind a mark set it apart, so that it is not doubtful.
    """
    if found := _BULLET.match(text):
        return Mark(found[1]), found.end()
    if found := _DOUBTFUL_BULLET.match(text):
        return Mark(found[1], doubtful=not _apart(found[2])), found.end()
    if found := _NUMBER.match(text):
        number, letter, delimiter, space = found.groups()
        position = int(number) if number else ord(letter) - ord("a") + 1
        doubtful = delimiter == "." and not _apart(space)
        return Mark(found[0].strip(), Numbering(("1" if number else "a") + delimiter), position, doubtful), found.end()
    return None


def _apart(space: str) -> bool:
    return "\t" in space or len(space) > 1
