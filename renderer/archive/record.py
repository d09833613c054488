"""What the archive keeps of an edition, as plain data: before it is issued and after."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from renderer.edition.agreement.document import AgreementDocument
from renderer.edition.edition import Edition


class State(StrEnum):
    """Whether an issued edition still holds; the value is the word that is printed."""

    ISSUED = "udstedt"
    WITHDRAWN = "trukket tilbage"


class Document(StrEnum):
    """Which kind of document it is; the value is the word in the record."""

    FOLLOWUP = "followup"
    AGREEMENT = "agreement"


@dataclass(frozen=True)
class EditionFile:
    """One finished file: `format` is `pdf` or `docx`."""

    format: str
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class Acceptance:
    """A finding that stood when the edition was issued, and who accepted it for what reason."""

    finding: Mapping[str, str]
    by: str
    reason: str

    def as_json(self) -> dict[str, Any]:
        """Plain data for the record."""
        return {"finding": dict(self.finding), "by": self.by, "reason": self.reason}


@dataclass(frozen=True)
class NewEdition:
    """A document that is to be issued: its data, its files, and the findings that stood."""

    edition: Edition | AgreementDocument
    files: tuple[EditionFile, ...]
    accepted: tuple[Acceptance, ...] = ()


@dataclass(frozen=True)
class Issuing:
    """Who issues, when (with time zone), why (needed from version 2 on), and what the files were made with."""

    by: str
    at: datetime.datetime
    made_with: str
    reason: str = ""


@dataclass(frozen=True)
class KeptFile:
    """What the archive says of a file without its bytes; `sha256` in hexadecimal, `size` in bytes."""

    format: str
    name: str
    media_type: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Origin:
    """Where an edition was issued that came from another archive: its number there and its entry's digest.

    `imported_by` and `imported_at` tell who took it in here, and when.
    """

    number: int
    digest: str
    imported_by: str
    imported_at: str


@dataclass(frozen=True)
class IssuedEdition:
    """An edition in the archive. `number` runs through the whole archive, `version` within one edition.

    `digest` is the hash of the chain's entry by which it came into this archive; `withdrawn_*` are empty while it
    holds; `followup` is `None` for the signed agreement, `origin` is `None` for what was issued here. Who issued it,
    when and why is told by the archive that issued it. `replaced_by` is the number of the newest version of the same
    document, also of one that was withdrawn since; it is `None` for the newest itself.
    """

    number: int
    version: int
    case_id: str
    agreement: str
    budget_year: int
    document: Document
    followup: int | None
    committee: str | None
    title: str
    date: datetime.date
    issued_by: str
    issued_at: str
    reason: str
    made_with: str
    digest: str
    edition_sha256: str
    files: tuple[KeptFile, ...]
    accepted: tuple[Acceptance, ...]
    withdrawn_by: str = ""
    withdrawn_at: str = ""
    withdrawn_reason: str = ""
    origin: Origin | None = None
    replaced_by: int | None = None

    @property
    def state(self) -> State:
        """Whether it still holds."""
        return State.WITHDRAWN if self.withdrawn_at else State.ISSUED


@dataclass(frozen=True)
class IssuedRound:
    """What became of a round: the editions that were issued, and those that stand as they were issued before."""

    issued: tuple[IssuedEdition, ...]
    unchanged: tuple[IssuedEdition, ...] = ()


@dataclass(frozen=True)
class Wanted:
    """What to look for; `None`, the empty text and no numbers match everything.

    `text` is looked for in the titles of the edition and of its items. `newest` leaves out what a newer version has
    replaced, and what was withdrawn.
    """

    case_id: str | None = None
    committee: str | None = None
    followup: int | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    text: str = ""
    numbers: tuple[int, ...] = field(default=())
    newest: bool = False
