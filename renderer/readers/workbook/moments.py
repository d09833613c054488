"""Days and times of cells as a Danish Excel shows them."""

import datetime
import re
from contextlib import suppress

from renderer.readers.workbook.number_format import Part, Piece, Section

_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip
_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_EPOCH, _EPOCH_1904 = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)  # noqa: DTZ001 - no zone in files
_LAST_DAY = 2_958_466
# Excel counts a 29 February 1900, so the days before it are one off.
_DAYS_BEFORE_1900_WENT_WRONG = 60
_A_DAY = 86_400
_LENGTH = re.compile(r"PT(?:(?P<h>\d{1,6})H)?(?:(?P<m>\d{1,8})M)?(?:(?P<s>\d{1,8}(?:[.,]\d{1,9})?)S)?")


def moment_of(days: float, *, parts_of_seconds: bool, from_1904: bool) -> datetime.datetime | None:
    """The moment that a number of days stands for, to the second or to its thousandth; `None` outside the calendar."""
    if not 0 <= days < _LAST_DAY:
        return None
    if 1 <= days < _DAYS_BEFORE_1900_WENT_WRONG and not from_1904:
        days += 1
    moment = (_EPOCH_1904 if from_1904 else _EPOCH) + datetime.timedelta(days=days)
    if parts_of_seconds:
        return moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    return (moment + datetime.timedelta(milliseconds=500)).replace(microsecond=0)


def days_of(stored: str) -> float | None:
    """The number of days that a moment or a length of time in the words of ISO 8601 is; `None` for other words."""
    if found := _LENGTH.fullmatch(stored):
        hours, minutes, seconds = (float((found[name] or "0").replace(",", ".")) for name in ("h", "m", "s"))
        return (hours * 3600 + minutes * 60 + seconds) / _A_DAY
    with suppress(ValueError):
        time = datetime.time.fromisoformat(stored.removeprefix("T"))
        return (time.hour * 3600 + time.minute * 60 + time.second) / _A_DAY
    with suppress(ValueError):
        return (datetime.datetime.fromisoformat(stored).replace(tzinfo=None) - _EPOCH) / datetime.timedelta(days=1)
    return None


def shown_moment(moment: datetime.datetime, days: float, section: Section) -> str:
    """A moment as a section of a format shows it; whole days in figures as Danish tables write them."""
    letters = [piece.text for piece in section.pieces if piece.part is Part.MOMENT]
    if _in_figures(letters):
        if days >= 1:
            return table_day(moment)
        if "h" in "".join(letters):
            return f"{moment:%H:%M}"
    return "".join(_shown(section.pieces, at, moment, days) for at in range(len(section.pieces))).strip()


def table_day(moment: datetime.datetime) -> str:
    """A day as Danish tables write it; a time of day is left on it where there is one."""
    day = moment.strftime("%d.%m.%Y")
    return day if moment.time() == datetime.time() else f"{day} {moment:%H.%M}"


def _in_figures(letters: list[str]) -> bool:
    """Whether day, month and year are all there, as figures: order and marks are the machine's, not the writer's."""
    kinds = {letter[0] for letter in letters}
    months = [one for at, one in enumerate(letters) if one[0] == "m" and not _is_minutes(letters, at)]
    days = [one for one in letters if one[0] == "d"]
    return {"d", "y"} <= kinds and bool(months) and all(len(one) < 3 for one in (*months, *days))


def _is_minutes(letters: list[str], at: int) -> bool:
    before, after = letters[:at], letters[at + 1 :]
    return len(letters[at]) < 3 and ((before and before[-1][0] == "h") or bool(after and after[0][0] == "s"))


def _shown(pieces: tuple[Piece, ...], at: int, moment: datetime.datetime, days: float) -> str:
    piece = pieces[at]
    match piece.part:
        case Part.ELAPSED:
            return _elapsed(piece.text, days)
        case Part.NOON:
            return "AM" if moment.hour < 12 else "PM"
        case Part.MOMENT if piece.text[0] in "hs" or _minutes_at(pieces, at):
            return _time(piece.text, moment, noon=any(one.part is Part.NOON for one in pieces))
        case Part.MOMENT:
            return _day(piece.text, moment)
        case Part.MARK if piece.text == "/":
            return "-"
        case Part.MARK if piece.text == "." and pieces[at + 1 : at + 2] and pieces[at + 1].part is Part.DIGIT:
            return ","
        case Part.LITERAL | Part.MARK:
            return piece.text
        case Part.DIGIT:
            before = sum(one.part is Part.DIGIT for one in pieces[:at])
            return f"{moment.microsecond:06d}"[before : before + 1]
        case _:
            return ""


def _minutes_at(pieces: tuple[Piece, ...], at: int) -> bool:
    letters = [one.text for one in pieces if one.part in (Part.MOMENT, Part.ELAPSED)]
    before = sum(one.part in (Part.MOMENT, Part.ELAPSED) for one in pieces[:at])
    return pieces[at].text[0] == "m" and bool(_is_minutes(letters, before))


def _elapsed(letters: str, days: float) -> str:
    seconds = round(days * _A_DAY)
    count = seconds // {"h": 3600, "m": 60, "s": 1}[letters[0]]
    return f"{count:0{len(letters)}d}"


def _time(letters: str, moment: datetime.datetime, *, noon: bool) -> str:
    hour = (moment.hour + 11) % 12 + 1 if noon else moment.hour
    value = {"h": hour, "m": moment.minute, "s": moment.second}[letters[0]]
    return f"{value:0{min(len(letters), 2)}d}"


def _day(letters: str, moment: datetime.datetime) -> str:
    length = len(letters)
    if letters[0] == "y":
        return f"{moment.year:04d}" if length > 2 else f"{moment.year % 100:02d}"
    if length < 3:
        return f"{moment.month if letters[0] == 'm' else moment.day:0{length}d}"
    if letters[0] == "m":
        name = _MONTHS[moment.month - 1]
        return name[:1] if length == 5 else name[:3] if length == 3 else name
    name = _WEEKDAYS[moment.weekday()]
    return name[:2] if length == 3 else name
