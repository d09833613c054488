"""What a returned draft or workbook says: proposed changes, comments, and changes that contradict each other."""

import dataclasses
import datetime
from dataclasses import dataclass
from typing import Any

from renderer.findings import Finding, Place
from renderer.model.field import Field


@dataclass(frozen=True)
class Proposal:
    """One field that came back changed.

    `old` is what was sent out and `new` what came back: Markdown, or a smiley's word; the empty text is no text.
    `who` and `when` come from tracked changes and are empty where the file does not say; `when` is the file's own
    ISO 8601 text. `source` names the returned file and where in it; `also` names further files that say the same.
    `fresh` is a report begun where the follow-up had none: it does not go on from what earlier ones reported.
    `beside` is what stood (as it was sent, and as it came back) in the other half of the same answer: a smiley has a
    status, and a status a smiley; `None` where the file does not say.
    """

    field: Field
    old: str
    new: str
    who: tuple[str, ...] = ()
    when: str = ""
    source: Place = dataclasses.field(default_factory=Place)
    also: tuple[Place, ...] = ()
    fresh: bool = False
    beside: tuple[str, str] | None = None

    @property
    def sources(self) -> str:
        """Every file that says it, and where: `a.docx afsnit 12; b.docx afsnit 12`."""
        return "; ".join(dict.fromkeys(str(place) for place in (self.source, *self.also)))

    def as_json(self) -> dict[str, str]:
        """The proposal as `take-back --json` prints it."""
        return {
            "sted": str(self.field.place),
            "gammel": self.old,
            "ny": self.new,
            "hvem": ", ".join(self.who),
            "hvornår": self.when,
            "kilde": self.sources,
        }


@dataclass(frozen=True)
class Comment:
    """A remark in a returned file: `about` is `None` where it stands at no field; `quote` is what it is anchored to."""

    text: str
    author: str
    when: str
    about: Field | None
    quote: str
    source: Place
    replies_to: str = ""
    done: bool = False

    def as_json(self) -> dict[str, Any]:
        """The comment as `take-back --json` prints it."""
        return {
            "sted": str(self.about.place) if self.about else "",
            "tekst": self.text,
            "hvem": self.author,
            "hvornår": self.when,
            "om": self.quote,
            "svar_på": self.replies_to,
            "afsluttet": self.done,
            "kilde": str(self.source),
        }


@dataclass(frozen=True)
class Conflict:
    """Changes of one field that cannot all be right; never resolved by the program.

    `sent` is what the drafts were sent out with (one text for each draft that differs), `current` is what the case
    says now, `proposals` are what came back.
    """

    field: Field
    reason: str
    sent: str
    current: str
    proposals: tuple[Proposal, ...]

    def as_json(self) -> dict[str, Any]:
        """The conflict as `take-back --json` prints it, with all texts."""
        return {
            "sted": str(self.field.place),
            "årsag": self.reason,
            "sendt": self.sent,
            "nu": self.current,
            "forslag": [proposal.as_json() for proposal in self.proposals],
        }


@dataclass(frozen=True)
class DraftOrigin:
    """Which draft or workbook a returned file was; fields are `None` or empty where the file no longer says."""

    identity: str = ""
    case_id: str = ""
    followup: int | None = None
    committee: str | None = None
    number: int | None = None
    date: datetime.date | None = None
    centre: str | None = None


@dataclass(frozen=True)
class Returned:
    """What a reader of returned files gives: everything that differs from what was sent out, and what to look at."""

    origin: DraftOrigin
    proposals: tuple[Proposal, ...] = ()
    comments: tuple[Comment, ...] = ()
    findings: tuple[Finding, ...] = ()
    read: frozenset[Field] = dataclasses.field(default_factory=frozenset)
    """The fields whose text was found in the file, changed or not."""
    file: str = ""
    """The name the file is told by; empty where its proposals and findings name it."""
