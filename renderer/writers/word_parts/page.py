"""The paper: size, margins and columns as the template's sections have them, in twentieths of a point."""

from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from renderer.errors import BrokenResource
from renderer.writers.word_parts.ooxml import copied, qualified


@dataclass(frozen=True)
class Page:
    """A section's paper; `xml` holds its size and margins as the template says them."""

    width: int
    height: int
    xml: str

    @classmethod
    def of(cls, section: etree._Element) -> "Page":
        """The paper of a section of the template."""
        size, margins = section.find(qualified("pgSz")), section.find(qualified("pgMar"))
        if size is None or margins is None:
            raise BrokenResource("Wordskabelonen mangler papirformat.", "Hent den oprindelige skabelon frem.")
        sides = [_measure(margins, side) for side in ("left", "right", "top", "bottom")]
        return cls(
            width=_measure(size, "w") - sides[0] - sides[1],
            height=_measure(size, "h") - abs(sides[2]) - abs(sides[3]),
            xml=copied(size) + copied(margins),
        )

    def columns(self, shares: tuple[int, ...]) -> list[int]:
        """The text width in columns with these shares of it."""
        total = sum(shares)
        edges = [self.width * sum(shares[:count]) // total for count in range(len(shares) + 1)]
        return [right - left for left, right in pairwise(edges)]


def _measure(element: etree._Element, name: str) -> int:
    return int(element.get(qualified(name), "0"))
