"""The draft: what a Word file that is sent out for correction says of itself, and what it carries to be read back."""

import datetime
import hashlib

from pydantic import Field

from renderer import vocabulary
from renderer.edition import danish
from renderer.edition.edition import Block, Edition
from renderer.model.deadline import Deadline
from renderer.model.smiley import Smiley
from renderer.model.values import Date

_SEPARATOR = " · "
_IDENTITY_LENGTH = 12


class Due(Block):
    """The days of a follow-up that whoever corrects a draft has to know; at least one of them."""

    reporting: Date | None = Field(None, description="The day answers are due, or None when it is not known.")
    meeting: Date | None = Field(None, description="The day the committees meet, or None when it is not known.")

    @classmethod
    def after(cls, day: datetime.date, deadline: Deadline) -> "Due | None":
        """Those days of a deadline that have not passed on a day; `None` where none is left."""
        days = {
            name: known if known and known >= day else None
            for name, known in (("reporting", deadline.reporting), ("meeting", deadline.meeting))
        }
        return cls(**days) if any(days.values()) else None


class Draft(Block):
    """A draft and what is printed beside its mark."""

    label: str = vocabulary.DRAFT_LABEL
    number: int | None = Field(None, description="Which draft of this edition it is, from 1; None when not counted.")
    date: Date | None = Field(None, description="The day it was sent out, or None when not given.")
    redline_from: int | None = Field(
        None, description="The follow-up since which changes are marked in it, or None when none are."
    )
    due: Due | None = Field(None, description="The days that its first page names, or None when they are not known.")
    asks_again: bool = Field(False, description="Whether its first page asks what has become of what was not met.")

    @property
    def text(self) -> str:
        """The whole mark in one line: `UDKAST · nr. 2 · 4. juli 2018`."""
        number = f"nr. {self.number}" if self.number is not None else None
        day = danish.long_date(self.date) if self.date else None
        return danish.tied(_SEPARATOR.join(part for part in (self.label, number, day) if part))


def has_unmet(edition: Edition) -> bool:
    """Whether a milestone of an earlier checkpoint was not met, as far as is known: what has become of it?"""
    return any(
        row.face is not None and row.face.smiley is not Smiley.HAPPY
        for item in edition.items()
        if not item.given_up
        for row in item.rows
        if row.checkpoint is not None and row.checkpoint < edition.facts.followup
    )


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
    due: Due | None = Field(None, description="The days that its first page names, or None when they are not known.")
    asks_again: bool = Field(False, description="Whether its first page asks what has become of what was not met.")
    edition: Edition

    @property
    def draft(self) -> Draft:
        """What is printed of it."""
        return Draft(
            number=self.number,
            date=self.date,
            redline_from=self.redline_from,
            due=self.due,
            asks_again=self.asks_again,
        )

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
        said = self.edition, self.number, self.date, self.version, self.redline_from
        return self == draft_record(*said, due=self.due, asks_again=self.asks_again)


def draft_record(
    edition: Edition,
    number: int,
    date: datetime.date,
    version: str,
    redline_from: int | None = None,
    *,
    due: Due | None = None,
    asks_again: bool = False,
) -> DraftRecord:
    """The record of a draft of an edition; the same draft has the same identity."""
    digest = edition.digest()
    named = [digest, str(number), date.isoformat(), version]
    if redline_from is not None:
        named.append(f"redline {redline_from}")
    if due is not None:
        named.append(due.model_dump_json())
    if asks_again:
        named.append("asks again")
    identity = hashlib.sha256("\n".join(named).encode()).hexdigest()[:_IDENTITY_LENGTH]
    return DraftRecord(
        version=version,
        number=number,
        date=date,
        digest=digest,
        identity=identity,
        redline_from=redline_from,
        due=due,
        asks_again=asks_again,
        edition=edition,
    )
