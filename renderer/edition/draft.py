"""The draft mark: what a Word file that is sent out for correction says of itself on every page."""

from pydantic import Field

from renderer import vocabulary
from renderer.edition.edition import Block

_SEPARATOR = " · "


class Draft(Block):
    """A draft and what is printed beside its mark."""

    label: str = vocabulary.DRAFT_LABEL
    number: str | None = Field(None, description="The draft's number as it is printed, or None when it has none.")
    date: str | None = Field(None, description="The day it was sent out as it is printed, or None when not given.")

    @property
    def text(self) -> str:
        """The whole mark in one line: `UDKAST · nr. 2 · 4. juli 2018`."""
        return _SEPARATOR.join(part for part in (self.label, self.number, self.date) if part)
