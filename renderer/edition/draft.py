"""The draft: what a Word file that is sent out for correction says of itself, and what it carries to be read back."""

import datetime
import hashlib

from pydantic import Field

from renderer import vocabulary
from renderer.edition import danish
from renderer.edition.edition import Block, Edition
from renderer.model.values import Date

_SEPARATOR = " · "
_IDENTITY_LENGTH = 12


class Draft(Block):
    """A draft and what is printed beside its mark."""

    label: str = vocabulary.DRAFT_LABEL
    number: int | None = Field(None, description="Which draft of this edition it is, from 1; None when not counted.")
    date: Date | None = Field(None, description="The day it was sent out, or None when not given.")

    @property
    def text(self) -> str:
        """The whole mark in one line: `UDKAST · nr. 2 · 4. juli 2018`."""
        number = f"nr. {self.number}" if self.number is not None else None
        day = danish.long_date(self.date) if self.date else None
        return danish.tied(_SEPARATOR.join(part for part in (self.label, number, day) if part))


class DraftRecord(Block):
    """What a draft carries inside: itself, and the whole edition that was sent out."""

    format: int = 1
    version: str = Field(description="The version of the program that wrote the draft.")
    number: int
    date: Date
    digest: str = Field(description="SHA-256 of the edition that was sent out.")
    identity: str = Field(description="Twelve hexadecimal digits that follow from everything the draft says.")
    edition: Edition

    @property
    def draft(self) -> Draft:
        """What is printed of it."""
        return Draft(number=self.number, date=self.date)

    def as_json(self) -> str:
        """The record as JSON, the same bytes for the same draft."""
        return self.model_dump_json()

    @property
    def intact(self) -> bool:
        """Whether the record is as it was written: digest and identity follow from the rest."""
        return self == draft_record(self.edition, self.number, self.date, self.version)


def draft_record(edition: Edition, number: int, date: datetime.date, version: str) -> DraftRecord:
    """The record of a draft of an edition; the same draft has the same identity."""
    digest = edition.digest()
    named = "\n".join((digest, str(number), date.isoformat(), version))
    identity = hashlib.sha256(named.encode()).hexdigest()[:_IDENTITY_LENGTH]
    return DraftRecord(version=version, number=number, date=date, digest=digest, identity=identity, edition=edition)
