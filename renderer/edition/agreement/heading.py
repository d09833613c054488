"""A heading of the agreement: its level, what it heads, and the name that links lead to."""

from enum import StrEnum

from pydantic import Field

from renderer.edition.edition import Block

HIGHEST = 2
"""The level of chapters; the title of the document alone stands higher."""

DEEPEST = 6
"""Tagged PDF has no deeper headings (ISO 32000-1, table 335)."""


class HeadingKind(StrEnum):
    """What stands under a heading."""

    SECTION = "section"
    CHAPTER = "chapter"
    GROUP = "group"
    POINT = "point"
    INNER = "inner"
    SIGNATURES = "signatures"
    TABLE = "table"


_UNLISTED = {HeadingKind.GROUP, HeadingKind.INNER}


class Heading(Block):
    """A heading. Levels skip none, so they follow from what it stands under (ISO 14289-1, 7.4)."""

    kind: HeadingKind
    level: int = Field(description="2 to 6; the title of the document is 1.")
    anchor: str = Field(description="An identifier that is unique in the document and plain ASCII.")
    text: str

    @property
    def listed(self) -> bool:
        """Whether the contents have it: chapters and points, as the municipality's own, and what surrounds them."""
        return self.kind not in _UNLISTED

    @property
    def is_highest(self) -> bool:
        """Whether a part of the document begins with it."""
        return self.level == HIGHEST
