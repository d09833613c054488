"""A calendar day as people in Denmark type it: the one reader of dates for files, workbooks and commands.

Day, month and year with dots, hyphens, spaces or a slash (`13-08-2027`, `13.8.2027`, `13/8 2027`), with the month's
name (`4. maj 2027`, `tirsdag den 4. maj 2027`), or year, month and day as ISO 8601 has it (`2027-05-04`). What can be
two days is none: a year of two digits, and slashes alone where both numbers may be the month.
"""

import calendar
import datetime
import re
from dataclasses import dataclass

from renderer.model.tidying import plain_characters, tidy_line

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
"""The months by their Danish names."""
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_SHORT = {**{month[:3]: number for number, month in enumerate(MONTHS, 1)}, "sept": 9}
_NUMBERS = {**{month: number for number, month in enumerate(MONTHS, 1)}, **_SHORT}

_YEAR_FIRST = re.compile(r"(?P<year>\d{4})([-./])(?P<month>\d{1,2})\2(?P<day>\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?P<first>\. ?| ?- ?|/)(?P<month>\d{1,2})(?P<second>\. ?| ?[-–] ?|/| )(?P<year>\d{4}|\d\d)",
    re.ASCII,
)
_NAMED = re.compile(
    r"(?:(?P<weekday>[a-zæøå]+),? )?(?:(?:den|d\.) )?"
    r"(?P<day>\d{1,2})(?:\. ?| |-)(?P<month>[a-zæøå]+)\.?(?:,? |-)(?P<year>\d{4}|\d\d)",
    re.ASCII,
)
_SHORT_YEAR = re.compile(r"\d\d", re.ASCII)
PATTERN = r"^[^0-9]{0,15}[0-9]{1,2}([./ -]+[0-9]{1,2}[./ -]+|[. -]+[A-Za-zÆØÅæøå]{3,9}[., -]+)[0-9]{4}$"
"""The shape of a date that begins with its day, for JSON Schema; whether there is such a day, it cannot say."""
HINT = "Skriv datoen som fx 2018-07-04, 04-07-2018 eller 4. juli 2018."
"""How a date may be written."""


@dataclass(frozen=True)
class NotADay(Exception):
    """Why a text is no day, as a Danish sentence, and how to write it."""

    message: str
    hint: str = HINT


def read_day(text: str) -> datetime.date:
    """The day that a text says. Raises `NotADay` for what is none, cannot be, or may be two."""
    words = tidy_line(plain_characters(text)).casefold()
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _NAMED):
        if found := pattern.fullmatch(words):
            return _day(text, found)
    raise NotADay(f"»{text}« er ikke en dato.")


def _day(text: str, found: re.Match[str]) -> datetime.date:
    parts = found.groupdict()
    month = _month(text, parts["month"])
    number = int(parts["day"])
    if _SHORT_YEAR.fullmatch(parts["year"]):
        raise NotADay(f"»{text}« kan læses på flere måder, for årstallet har kun to cifre.")
    if parts.get("first") == parts.get("second") == "/" and number <= len(MONTHS) and number != month:
        either = f"både være {number}. {MONTHS[month - 1]} og {month}. {MONTHS[number - 1]}"
        raise NotADay(f"»{text}« kan {either}.", f"Skriv måneden med bogstaver, fx {number}. {MONTHS[month - 1]}.")
    day = _existing(text, int(parts["year"]), month, number)
    _require_weekday(text, day, parts.get("weekday"))
    return day


def _month(text: str, word: str) -> int:
    number = int(word) if word.isdigit() else _NUMBERS.get(word, 0)
    if number in range(1, len(MONTHS) + 1):
        return number
    if word.isdigit():
        raise NotADay(f"»{text}« er ikke en dato, for der er ingen måned {number}.")
    raise NotADay(f"»{text}« er ikke en dato, for der er ingen måned, der hedder »{word}«.")


def _existing(text: str, year: int, month: int, number: int) -> datetime.date:
    try:
        return datetime.date(year, month, number)
    except ValueError:
        pass
    if year < datetime.MINYEAR:
        raise NotADay(f"»{text}« er ikke en dato.")
    last = calendar.monthrange(year, month)[1]
    raise NotADay(f"»{text}« er ikke en dato, for {MONTHS[month - 1]} {year} har dagene 1 til {last}.")


def _require_weekday(text: str, day: datetime.date, weekday: str | None) -> None:
    """A weekday that does not fit its date says that one of them is wrong."""
    if weekday is None or weekday == "den":
        return
    if weekday not in _WEEKDAYS:
        raise NotADay(f"»{text}« er ikke en dato.")
    if (right := _WEEKDAYS[day.weekday()]) != weekday:
        message = f"»{text}« passer ikke: {day.day}. {MONTHS[day.month - 1]} {day.year} er en {right}."
        raise NotADay(message, "Ret dagen eller datoen, eller udelad ugedagen.")
