"""A document that is dated long after it is issued: most likely a slip in the date, told before it is in the archive.

That a document is issued some days before the meeting that it is dated for is the usual order of things.
"""

import datetime
from collections.abc import Iterable, Iterator

from renderer import vocabulary
from renderer.edition.danish import long_date
from renderer.findings import Finding, Place, warning
from renderer.journeys.danish_time import danish_day

_USUAL = datetime.timedelta(days=62)


def far_ahead(dated: Iterable[tuple[str, datetime.date]], at: datetime.datetime) -> Iterator[Finding]:
    """A warning for each file whose date is far ahead of the moment of issue; `dated` are files with their dates."""
    for file, date in dict.fromkeys(dated):
        if date > danish_day(at) + _USUAL:
            message = f"Dokumentet er dateret {long_date(date)}, og det er mere end to måneder frem i tiden."
            hint = "Ret datoen i sagen, eller accepter advarslen, hvis datoen er rigtig."
            yield warning("dato-langt-fremme", Place(file, field=vocabulary.key("date")), message, hint)
