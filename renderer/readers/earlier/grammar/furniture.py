"""What belongs to the page and not to the text: running heads and feet, page numbers, draft marks.

The feet also say who issued the document, which the title of a committee's edition does not.
"""

import re
from dataclasses import dataclass

from renderer.readers.earlier.grammar import labels
from renderer.readers.earlier.grammar.letterhead import PAGE, page_head_date, read_case_id

_PAGE_NUMBER = re.compile(r"[-–]?\s*\d{1,4}\s*[-–]|[-–]?\s*\d{1,3}")
_INNER_NUMBER = re.compile(r"\s(?:[-–]\s*\d{1,4}\s*[-–]|Side\s+\d{1,4})(?=\s|$)")
_CASE_ID_LINE = re.compile(r"Sags-?(?:id|nr\.?)\s*:\s*\S+", re.IGNORECASE)
MUNICIPALITY = r"[A-ZÆØÅ]\w*(?:-[A-ZÆØÅ]\w*){0,4} (?:Kommune|Regionskommune)"
_SENDER = re.compile(rf"(?P<municipality>{MUNICIPALITY}|Region [A-ZÆØÅ]\w+)(?:,\s*(?P<department>[^-–]+?))?")
_HEAD_START = re.compile(
    r"(?:Første|Anden|Tredje|Fjerde|[1-4]\.)(?: og sidste)? opfølgning (?:på|for) |Udmøntning af[ ,]", re.IGNORECASE
)


@dataclass(frozen=True)
class PageFacts:
    """What running heads and feet say about the document; `None` where they do not."""

    municipality: str | None = None
    department: str | None = None
    case_id: str | None = None
    date: str | None = None


def is_page_number(text: str) -> bool:
    """`Side 3`, `- 3 -`, `3`, `Side 3 af 10`."""
    return bool(PAGE.fullmatch(text) or _PAGE_NUMBER.fullmatch(text))


def is_running_head(text: str, titles: frozenset[str]) -> bool:
    """A printed title again, alone or with the date behind it; or a title of any year with a date behind it."""
    words = squeezed(text)
    if any(words == squeezed(title) for title in titles):
        return True
    if page_head_date(text) is None:
        return False
    before = without_date(text)
    return not before or bool(_HEAD_START.match(before)) or squeezed(before) in {squeezed(title) for title in titles}


def without_date(text: str) -> str:
    """What stands before `Den 23. marts 2018` in a running head."""
    return text[: text.rindex("Den")].strip() if "Den" in text else text


def is_running_foot(text: str) -> bool:
    """Sender, page number and case id, together or each alone."""
    rest = _INNER_NUMBER.sub(" ", f" {text} ").strip()
    without_id = _CASE_ID_LINE.sub(" ", rest).strip()
    return not without_id or bool(_SENDER.fullmatch(without_id)) or is_page_number(without_id)


def is_certain_foot(text: str) -> bool:
    """A running foot with the page number in it, which no line of prose looks like."""
    return bool(_INNER_NUMBER.search(f" {text} ")) and is_running_foot(text)


def is_draft_mark(text: str) -> bool:
    """`UDKAST`, alone."""
    return bool(labels.DRAFT.fullmatch(text.strip()))


def page_facts(text: str) -> PageFacts:
    """What one running head or foot says."""
    case_id = read_case_id(text)
    without_id = _CASE_ID_LINE.sub(" ", _INNER_NUMBER.sub(" ", f" {text} ")).strip()
    sender = _SENDER.fullmatch(without_id)
    return PageFacts(
        municipality=sender["municipality"] if sender else None,
        department=sender["department"] if sender else None,
        case_id=case_id[0] if case_id else None,
        date=page_head_date(text),
    )


def squeezed(text: str) -> str:
    """The letters alone, so that a text is itself however its lines were broken and hyphenated."""
    return re.sub(r"[\W_]+", "", text).casefold()
