"""Who changed a text, when, and in which file, in one line of Danish."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from renderer.edition import danish
from renderer.findings import Place
from renderer.model.proposal import Proposal


def origin(proposal: Proposal) -> str:
    """Who and when, as far as the file says, and the files."""
    files = dict.fromkeys(file_of(place) for place in (proposal.source, *proposal.also))
    return joined([", ".join(proposal.who), moment(proposal.when), *files])


def file_of(place: Place) -> str:
    """The file and where in it, without the field that stands above already."""
    return str(replace(place, item=None, field=None))


def joined(facts: Iterable[str]) -> str:
    """Facts in a row, without those that are not known."""
    return " · ".join(fact for fact in facts if fact)


def moment(when: str) -> str:
    """A moment as the file wrote it (ISO 8601), in Danish: the day and the clock of whoever wrote it."""
    try:
        at = datetime.datetime.fromisoformat(when)
    except ValueError:
        return when
    day = danish.long_date(at.date())
    return f"{day} kl. {at:%H.%M}" if "T" in when else day
