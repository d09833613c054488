"""Numbers and dates of cells as a Danish Excel shows them: a comma before decimals, points at thousands."""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_SIMPLE = re.compile(r"(?P<group>#,##)?[#0]*0?(?:\.(?P<decimals>0+))?")
_PERCENT = re.compile(r"0(?:\.(?P<decimals>0+))?%")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DATE_LETTERS = re.compile(r"[dmyhså]", re.IGNORECASE)
_GENERAL = {"", "general", "@", "standard"}
_DATE_IDS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 49: "@"}
_EPOCH, _EPOCH_1904 = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)  # noqa: DTZ001 - no zone in files
_LAST_DAY = 2_958_466


@dataclass(frozen=True)
class Shown:
    """How a value is shown; `sure` says that nothing else could stand in the cell."""

    text: str
    is_date: bool = False
    sure: bool = True


def format_of(number: int, codes: dict[int, str]) -> str:
    """The code of a number format (ECMA-376-1, 18.8.30); dates that programs know by number get a date's code."""
    if number in codes:
        return codes[number]
    return "dd-mm-yyyy" if number in _DATE_IDS else _BUILT_IN.get(number, "")


def is_date_code(code: str) -> bool:
    """Whether a format shows days or times."""
    return code.casefold() not in _GENERAL and bool(_DATE_LETTERS.search(_QUOTED.sub("", code)))


def shown_number(raw: str, code: str = "", *, from_1904: bool = False) -> Shown:
    """A stored number as a cell with this format shows it."""
    try:
        number = Decimal(repr(float(raw)))
    except (ValueError, InvalidOperation, OverflowError):
        return Shown(raw, sure=False)
    if not number.is_finite():
        return Shown(raw, sure=False)
    if is_date_code(code):
        return _date(float(number), from_1904=from_1904)
    if code.casefold() in _GENERAL:
        return Shown(_danish(_bare(number)))
    if found := _PERCENT.fullmatch(code):
        return Shown(f"{_danish(_with_decimals(number * 100, found['decimals']))} pct.", sure=False)
    found = _SIMPLE.fullmatch(code.split(";", maxsplit=1)[0])
    if not found:
        return Shown(_danish(_bare(number)), sure=False)
    exact = _bare(number)
    text = _with_decimals(number, found["decimals"])
    sure = Decimal(text) == Decimal(exact)
    return Shown(_danish(text if sure else exact, grouped=bool(found["group"])), sure=sure)


def shown_like(raw: str, displayed: str) -> Shown:
    """A stored number with as many decimals as a program shows it with, whatever marks its language has."""
    try:
        number = Decimal(repr(float(raw)))
    except (ValueError, OverflowError):
        return Shown(displayed, sure=False)
    digits = re.sub(r"\D", "", displayed)
    behind = re.search(r"[.,](\d+)\D*$", displayed)
    for decimals in (len(behind[1]) if behind else 0, 0):
        exact = f"{number:.{decimals}f}"
        if number.is_finite() and Decimal(exact) == number and re.sub(r"\D", "", exact) == digits:
            return Shown(_danish(exact))
    return Shown(displayed, sure=False)


def shown_day(moment: datetime.datetime) -> Shown:
    """A day as Danish tables write it; a time of day is left on it where there is one."""
    day = moment.strftime("%d.%m.%Y")
    return Shown(day if moment.time() == datetime.time() else f"{day} {moment:%H.%M}", is_date=True, sure=False)


def _date(days: float, *, from_1904: bool) -> Shown:
    if not 0 <= days < _LAST_DAY:
        return Shown(_danish(_bare(Decimal(repr(days)))), is_date=True, sure=False)
    moment = (_EPOCH_1904 if from_1904 else _EPOCH) + datetime.timedelta(days=days)
    return shown_day((moment + datetime.timedelta(milliseconds=500)).replace(microsecond=0))


def _bare(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _with_decimals(number: Decimal, decimals: str | None) -> str:
    return f"{number:.{len(decimals or '')}f}"


def _danish(text: str, *, grouped: bool = False) -> str:
    whole, _, fraction = text.partition(".")
    if grouped:
        sign = "-" if whole.startswith("-") else ""
        whole = sign + f"{int(whole.lstrip('-')):,}".replace(",", ".")
    return f"{whole},{fraction}" if fraction else whole
