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
    redline_from: int | None = Field(
        None, description="The follow-up since which changes are marked in it, or None when none are."
    )

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
    redline_from: int | None = Field(
        None, description="The follow-up since which changes are marked in it, or None when none are."
    )
    edition: Edition

    @property
    def draft(self) -> Draft:
        """What is printed of it."""
        return Draft(number=self.number, date=self.date, redline_from=self.redline_from)

    @property
    def sender(self) -> str:
        """Who made the changes that are marked in it before it is sent out."""
        return self.edition.facts.department or self.edition.facts.municipality

    @property
    def sent_at(self) -> str:
        """When those changes were made: the midnight the day begins with, as Word writes it."""
        return f"{self.date.isoformat()}T00:00:00Z"

    def as_json(self) -> str:
        """The record as JSON, the same bytes for the same draft."""
        return self.model_dump_json()

    @property
    def intact(self) -> bool:
        """Whether the record is as it was written: digest and identity follow from the rest."""
        return self == draft_record(self.edition, self.number, self.date, self.version, self.redline_from)


def draft_record(
    edition: Edition, number: int, date: datetime.date, version: str, redline_from: int | None = None
) -> DraftRecord:
    """The record of a draft of an edition; the same draft has the same identity."""
    digest = edition.digest()
    named = [digest, str(number), date.isoformat(), version]
    if redline_from is not None:
        named.append(f"redline {redline_from}")
    identity = hashlib.sha256("\n".join(named).encode()).hexdigest()[:_IDENTITY_LENGTH]
    return DraftRecord(
        version=version,
        number=number,
        date=date,
        digest=digest,
        identity=identity,
        redline_from=redline_from,
        edition=edition,
    )
