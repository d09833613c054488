"""What came back from committees and centres as a document for whoever decides: plain data that the writers set."""

from typing import Literal

from pydantic import Field

from renderer.edition.comparison import Entry
from renderer.edition.edition import Block, Facts, Furniture, Letterhead


class ReturnedPart(Block):
    """One kind of what came back: proposals, conflicts, comments or remarks; `anchor` names it inside the file."""

    anchor: str
    heading: str
    entries: tuple[Entry, ...]


class ReturnSummary(Block):
    """Everything that came back, with the old and the new words; without parts, nothing did."""

    document: Literal["returned"] = "returned"
    language: str = "da-DK"
    facts: Facts
    letter: Letterhead
    furniture: Furniture
    opening: tuple[str, ...] = Field(description="Paragraphs: how much there is, and from which files.")
    parts: tuple[ReturnedPart, ...]
