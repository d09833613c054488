"""What registers list of an edition: its author, subject, keywords and moment, the same in every format."""

import datetime

from renderer import vocabulary
from renderer.edition.edition import Edition


def author(edition: Edition) -> str:
    """Who issues the edition: `Ballerup Kommune, Økonomi og Styring`."""
    sender = (edition.facts.municipality, edition.facts.department)
    return ", ".join(name for name in sender if name)


def subject(edition: Edition) -> str:
    """What the file is about, in one line for the archive's lists."""
    return f"{edition.facts.agreement_title}, {vocabulary.CASE_ID_LABEL} {edition.facts.case_id}"


def keywords(edition: Edition) -> tuple[str, ...]:
    """Words to find the file by: agreement, case id and its KLE subject, the number of the edition, committee.

    None of them holds a comma, since programs part keywords there.
    """
    facts = edition.facts
    number = f"{facts.followup}. opfølgning" if facts.followup else "udmøntning"
    words = (facts.agreement_title, facts.case_id, f"KLE {facts.case_id[:8]}", number, facts.committee)
    return tuple(word.replace(",", "") for word in words if word)


def moment(edition: Edition) -> str:
    """The edition's date as the moment of making (W3C date and time): the clock never enters a document."""
    return datetime.datetime.combine(edition.facts.date, datetime.time(), datetime.UTC).isoformat()
