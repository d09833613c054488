"""Dates that are written in different ways."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from renderer.checks.editorial.note import Note, Written

_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_SHORT_MONTHS = "jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:(?:19|20|21)\d\d|\d\d)"

WRITTEN_OUT = "1. marts 2018"
"""The house style, which wins where two ways are as frequent."""

FORMS: dict[str, re.Pattern[str]] = {
    WRITTEN_OUT: re.compile(rf"\b{_DAY}\. (?:{_MONTHS})\b", re.IGNORECASE),
    "1. mar. 2018": re.compile(rf"\b{_DAY}\. ?(?:{_SHORT_MONTHS})\b\.?", re.IGNORECASE),
    "1 marts 2018": re.compile(
        rf"(?<![\d.,-])\b{_DAY}\.? ?(?<!\. )(?:{_MONTHS})\b(?=,? (?:19|20|21)\d\d)", re.IGNORECASE
    ),
    "01.03.2018": re.compile(rf"(?<![\d.]){_DAY}\.{_MONTH}\.{_YEAR}\b(?!\.\d)"),
    "1/3 2018": re.compile(rf"(?<![\d/.]){_DAY}/{_MONTH}(?:[-/ .]+{_YEAR})?(?![\d/])"),
    "01-03-2018": re.compile(rf"(?<![\d-]){_DAY}-{_MONTH}-{_YEAR}(?![\d-])"),
    "2018-03-01": re.compile(rf"(?<![\d-])(?:19|20|21)\d\d-{_MONTH}-{_DAY}(?![\d-])"),
}
"""The ways to write a date, each by an example. A fraction such as 1/2 counts only where a year follows."""

_DIGIT = re.compile(r"\d")
_FRACTION = re.compile(r"\d{1,2}/\d{1,2}")


def usual_form(texts: Iterable[Written]) -> str:
    """The way most dates of the texts are written."""
    counted = Counter(form for text in texts for form, _ in _dates(text))
    return max(FORMS, key=lambda form: counted[form])


def differing_dates(text: Written, usual: str | None = None) -> Iterator[Note]:
    """Dates that are written in another way than `usual`, or than the first dates of the same text."""
    norm = usual or usual_form((text,))
    told = set()
    for form, date in _dates(text):
        if form != norm and form not in told:
            told.add(form)
            yield Note(f"Datoen »{date}« er skrevet på en anden måde end de andre datoer.", f"Skriv den som {norm}.")


def _dates(text: Written) -> Iterator[tuple[str, str]]:
    for line in text.lines:
        for form, pattern in FORMS.items() if _DIGIT.search(line.text) else ():
            for found in pattern.finditer(line.text):
                if not _FRACTION.fullmatch(found[0]):
                    yield form, found[0]
