"""What registers list of a document: its author, subject, keywords and moment, the same in every format."""

import datetime
from typing import Protocol

from renderer import vocabulary
from renderer.edition.edition import Facts


class Registered(Protocol):
    """A document that says what it is: an edition, or a comparison of two."""

    @property
    def facts(self) -> Facts:
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
    number = f"{facts.followup}. opfølgning" if facts.followup else "udmøntning"
    words = (facts.agreement_title, facts.case_id, f"KLE {facts.case_id[:8]}", number, facts.committee)
    return tuple(word.replace(",", "") for word in words if word)


def moment(document: Registered) -> str:
    """The document's date as the moment of making (W3C date and time): the clock never enters a document."""
    return datetime.datetime.combine(document.facts.date, datetime.time(), datetime.UTC).isoformat()
