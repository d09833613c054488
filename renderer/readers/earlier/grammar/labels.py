"""The fixed words of the layout, as documents of the years really spell them."""

import re
from dataclasses import dataclass

from renderer.model.checkpoint import Checkpoint

MILESTONE_WORD = r"(?:Milepæl|Delmål)"
"""What a milestone's row is called: by us, and by others."""
MILESTONE_KIND = re.compile(MILESTONE_WORD, re.IGNORECASE)
MILESTONE = re.compile(rf"{MILESTONE_WORD}e?(?:\s*(?:nr\.?\s*)?\d)?\s*:?", re.IGNORECASE)
FINANCES = re.compile(r"Økonomi\s*:?", re.IGNORECASE)
_STATUS_DATE = r"(?P<when>(?:pr\.?|per|den)\s+\d[^:\n]{0,30}?)"
STATUS_LABEL = rf"(?:Status|STATUS)(?:\s+{_STATUS_DATE})?[ ]*:"
STATUS = re.compile(rf"(?:^|(?<=\n))[ ]*{STATUS_LABEL}[ ]*|^(?:Status|STATUS)$")
TIME_HEADING = re.compile(r"Tid(?:spunkt)?", re.IGNORECASE)
SMILEY_HEADING = re.compile(r"Smileys?", re.IGNORECASE)

CENTRE = re.compile(
    r"Ansvarligt?\s+(?:(?:fag)?cent(?:er|re)|(?:fag)?forvaltning|afdeling|enhed|(?:fag|direktør|forvaltnings)?område)\s*:",
    re.IGNORECASE,
)
OUR_CENTRE = re.compile(r"Ansvarligt?\s+cent(?:er|re)", re.IGNORECASE)
COMMITTEE = re.compile(r"Ansvarligt?\s+(?:fag)?udvalg\s*:", re.IGNORECASE)
CONTRIBUTORS = re.compile(r"Væsentlige?\s+bidragsyder(?:e|\(e\))?\s*:", re.IGNORECASE)

READING_GUIDE = re.compile(r"Læsevejledning\s*:?", re.IGNORECASE)
EFFORT_DEFINITION = re.compile(r"Definition\s+af\s+smileys?\s+(?:på|for)\s+indsats(?:en)?\s*:?", re.IGNORECASE)
FINANCES_DEFINITION = re.compile(r"Definition\s+af\s+smileys?\s+(?:på|for)\s+økonomi(?:en)?\s*:?", re.IGNORECASE)
DRAFT = re.compile(r"UDKAST")
NO_ITEMS = re.compile(r"Der er ingen delelementer på udvalgets område i denne aftale\.")

TYPE_WORDS = r"(?:drift|anlæg|øvrig\s+finansiering)"
_SERIES_OF_TYPES = rf"{TYPE_WORDS}(?:\s*(?:og|samt|,|/|&)\s*{TYPE_WORDS})*"
LONG_TYPE = re.compile(r"Kort\s+beskrivelse\s+af\s+indsatsen\s*(?:\((?P<types>[^()]*)\)*)?", re.IGNORECASE)
SHORT_TYPE = re.compile(_SERIES_OF_TYPES, re.IGNORECASE)
TYPES = re.compile(rf"\s*{_SERIES_OF_TYPES}\s*", re.IGNORECASE)
ONE_TYPE = re.compile(TYPE_WORDS, re.IGNORECASE)

_ORDINALS = {"første": 1, "anden": 2, "andet": 2, "tredje": 3}
_TIME = (
    r"(?:(?P<round>[1-3])\.|(?P<word>første|anden|tredje))\s*budgetopfølgning(?:\s+(?P<year>\d{4}))?"
    r"|31\.\s*(?:12\.|december)\s*(?P<end>\d{4})"
)
TIME = re.compile(_TIME, re.IGNORECASE)
FULL_TIME = re.compile(
    r"(?:[1-3]\.|\b(?:første|anden|tredje))\s*budgetopfølgning\s+\d{4}|\b31\.\s*(?:12\.|december)\s*\d{4}",
    re.IGNORECASE,
)

ITEM_NUMBER = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3})+[A-ZÆØÅ]?|\d{1,3}(?=\.)|[A-ZÆØÅ]{2,4}-\d{1,3}[A-Z]?)(?P<stop>\.?)\s+(?=\S)"
)
CHAPTER_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)\.\s+(?=\S)")
CONTINUED = re.compile(r"(?<!\s)\s*\((?:fortsat|fortsættes)\)$", re.IGNORECASE)


@dataclass(frozen=True)
class Time:
    """What a time column says; `year` is `None` where it names none."""

    checkpoint: Checkpoint
    year: int | None


def read_time(text: str) -> tuple[Time, str] | None:
    """The time that a cell begins with and the words behind it, or `None`."""
    found = TIME.match(text.strip())
    if not found:
        return None
    year = found["year"] or found["end"]
    if found["end"]:
        checkpoint = Checkpoint.YEAR_END
    else:
        checkpoint = Checkpoint(int(found["round"] or _ORDINALS[found["word"].lower()]))
    return Time(checkpoint, int(year) if year else None), text.strip()[found.end() :].strip()


def read_types(text: str) -> str | None:
    """The types of an item as the data holds them (`anlæg og drift`), or `None` where they are not all known."""
    if not TYPES.fullmatch(text):
        return None
    words = (" ".join(word.lower().split()) for word in ONE_TYPE.findall(text))
    return " og ".join(dict.fromkeys(words))


def is_responsibility(line: str) -> bool:
    """Whether a line begins with the label of the centre, the committee or the contributors."""
    return any(pattern.match(line) for pattern in (CENTRE, COMMITTEE, CONTRIBUTORS))


def begins_row(cell: str) -> bool:
    """Whether a row's first cell holds a label, so that it cannot go on with the row before."""
    words = re.sub(r"<[^<>]*>|\*\*", "", cell).strip()
    return bool(MILESTONE.fullmatch(words) or FINANCES.fullmatch(words))
