"""What registers list of a document: its author, subject, keywords and moment, the same in every format."""

import datetime
from typing import Protocol

from renderer import vocabulary


class RegisteredFacts(Protocol):
    """What a document says it is; `Facts` of an edition are such, and `AgreementFacts`."""

    @property
    def agreement_title(self) -> str:
        """The agreement it belongs to."""
        ...

    @property
    def municipality(self) -> str:
        """Who issues it."""
        ...

    @property
    def department(self) -> str | None:
        """The municipality's department, or `None` where none is named."""
        ...

    @property
    def case_id(self) -> str:
        """The case it is filed under."""
        ...

    @property
    def committee(self) -> str | None:
        """The committee it is for, or `None` for the whole municipality."""
        ...

    @property
    def stage(self) -> str:
        """Which document of the case it is, in words."""
        ...

    @property
    def date(self) -> datetime.date:
        """Its day."""
        ...

    @property
    def title(self) -> str:
        """Its title in one line."""
        ...


class Registered(Protocol):
    """A document that says what it is: an edition, a comparison of two, or the agreement itself."""

    @property
    def facts(self) -> RegisteredFacts:
        """What the document is."""
        ...

    @property
    def language(self) -> str:
        """Its language (BCP 47)."""
        ...


def author(document: Registered) -> str:
    """Who issues the document: `Ballerup Kommune, Økonomi og Styring`."""
    sender = (document.facts.municipality, document.facts.department)
    return ", ".join(name for name in sender if name)


def subject(document: Registered) -> str:
    """What the file is about, in one line for the archive's lists."""
    return f"{document.facts.agreement_title}, {vocabulary.CASE_ID_LABEL} {document.facts.case_id}"


def keywords(document: Registered) -> tuple[str, ...]:
    """Words to find the file by: agreement, case id and its KLE subject, the number of the edition, committee.

    None of them holds a comma, since programs part keywords there.
    """
    facts = document.facts
    words = (facts.agreement_title, facts.case_id, f"KLE {facts.case_id[:8]}", facts.stage, facts.committee)
    return tuple(word.replace(",", "") for word in words if word)


def moment(document: Registered) -> str:
    """The document's date as the moment of making (W3C date and time): the clock never enters a document."""
    return datetime.datetime.combine(document.facts.date, datetime.time(), datetime.UTC).isoformat()
