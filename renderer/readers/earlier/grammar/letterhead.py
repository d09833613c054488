"""The letterhead's labelled lines: date, telephone, e-mail, contact, case id."""

import datetime
import re
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from renderer.model.case_id import CaseId
from renderer.model.day import MONTHS

_LABELS = {
    "date": r"Dato",
    "phone": r"(?:Tlf|Tel)\.?(?:\s*dir\.?)?(?:\s*nr\.?)?|Telefon(?:nummer)?",
    "email": r"E-?mail|Mail",
    "contact": r"Kontakt(?:person)?",
    "case_id": r"Sags-?(?:id|nr\.?|nummer)",
}
_LABEL = re.compile("|".join(rf"(?P<{field}>\b(?:{words})\s*:)" for field, words in _LABELS.items()), re.IGNORECASE)
_LONG_DATE = re.compile(rf"(\d{{1,2}})\.?\s+({'|'.join(MONTHS)})\s+(\d{{4}})", re.IGNORECASE)
_SHORT_DATE = re.compile(r"(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{4})")
_PAGE_HEAD_DATE = re.compile(rf"Den\s+({_LONG_DATE.pattern})", re.IGNORECASE)
CAPITALS = re.compile(r"[A-ZÆØÅ][A-ZÆØÅ &,.-]+")
"""A line in capitals, as the department stands above the letterhead."""
PAGE = re.compile(r"Side\s+\d+(?:\s*(?:af|/)\s*\d+)?", re.IGNORECASE)
_CASE_ID = re.compile(r"\d{2}\.\d{2}\.\d{2}-?[A-ZÆØÅ]\d{2}-\d{1,6}(?:-\d{2,4})?")


@dataclass(frozen=True)
class Labelled:
    """A label's `field` (date, phone, email, contact, case_id) and what stands behind it."""

    field: str
    value: str


def labelled_lines(text: str) -> list[Labelled]:
    """The labels of a text that begins with one, each with its value; else none."""
    found = list(_LABEL.finditer(text))
    if not found or text[: found[0].start()].strip():
        return []
    ends = [*(label.start() for label in found[1:]), len(text)]
    return [
        Labelled(label.lastgroup or "", " ".join(text[label.end() : end].split()))
        for label, end in zip(found, ends, strict=True)
    ]


def read_date(text: str) -> tuple[str, str] | None:
    """A Danish date as `2018-07-04` and the words around it, or `None`; a day that does not exist is none."""
    for pattern, month_of in ((_LONG_DATE, _month), (_SHORT_DATE, int)):
        if found := pattern.search(text):
            try:
                day = datetime.date(int(found[3]), month_of(found[2]), int(found[1]))
            except ValueError:
                return None
            return day.isoformat(), f"{text[: found.start()]} {text[found.end() :]}".strip()
    return None


def page_head_date(text: str) -> str | None:
    """The date of a running head that ends in `Den 23. marts 2018`, or `None`."""
    found = list(_PAGE_HEAD_DATE.finditer(text))
    dated = read_date(found[-1][1]) if found and not text[found[-1].end() :].strip() else None
    return dated[0] if dated else None


def read_case_id(text: str) -> tuple[str, str] | None:
    """The case id in a text and the words around it, or `None`."""
    found = _CASE_ID.search(text)
    try:
        case_id = CaseId.parse(found[0]) if found else None
    except PydanticCustomError:
        return None
    return (case_id.text, f"{text[: found.start()]} {text[found.end() :]}".strip()) if found and case_id else None


def without_page(text: str) -> str:
    """The words without `Side 1`, which letters print below their letterhead."""
    return PAGE.sub(" ", text).strip()


def _month(word: str) -> int:
    return MONTHS.index(word.lower()) + 1
