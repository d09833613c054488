"""Numbers and dates of cells as a Danish Excel shows them: a comma before decimals, points at thousands.

Where a cell shows less than it holds (`0,26` for 0.256), what it holds is read: nothing is rounded away.
"""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from renderer.readers.workbook.moments import days_of, moment_of, shown_moment
from renderer.readers.workbook.number_format import Part, Piece, Section, section_for, sections

_GENERAL = {"", "general", "@", "standard"}
# What programs know by number alone (ECMA-376-1, 18.8.30), with what a Danish Excel makes of it.
_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    5: '#,##0 "kr."', 6: '#,##0 "kr."', 7: '#,##0.00 "kr."', 8: '#,##0.00 "kr."', 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "hh:mm", 21: "hh:mm:ss", 22: "dd-mm-yyyy hh:mm",
    37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: '#,##0 "kr."', 43: "#,##0.00",
    44: '#,##0.00 "kr."', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
_DATE_IDS = frozenset((14, *range(27, 37), *range(50, 59)))
_POINT, _COMMA, _PERCENT = (Piece(Part.MARK, mark) for mark in ".,%")
_FRACTION = re.compile(r"(?P<whole>[#0?]+)?(?P<above>[?#0]+)/(?P<below>[?#0]+|\d+)")
# More digits than these, and Excel has made noughts of the rest.
_KEPT_DIGITS = 15


@dataclass(frozen=True)
class Shown:
    """How a value is shown; `sure` says that nothing else could stand in the cell, `day` which day it is, if one."""

    text: str
    is_date: bool = False
    sure: bool = True
    day: datetime.date | None = None


def format_of(number: int, codes: dict[int, str]) -> str:
    """The code of a number format (ECMA-376-1, 18.8.30); dates that programs know by number get a date's code."""
    if number in codes:
        return codes[number]
    return "dd-mm-yyyy" if number in _DATE_IDS else _BUILT_IN.get(number, "")


def is_date_code(code: str) -> bool:
    """Whether a format shows days or times."""
    return sections(code)[0].is_moment


def shown_number(raw: str, code: str = "", *, from_1904: bool = False) -> Shown:
    """A stored number as a cell with this format shows it."""
    try:
        number = Decimal(f"{float(raw):.{_KEPT_DIGITS}g}")
    except (ValueError, InvalidOperation, OverflowError):
        return Shown(raw, sure=False)
    if not number.is_finite():
        return Shown(raw, sure=False)
    if code.casefold() in _GENERAL:
        return _general(raw, number)
    section, negative = section_for(number, code)
    if section.is_moment:
        return _moment(float(raw), section, from_1904=from_1904)
    return _formatted(number, section, own_sign=negative)


def shown_iso(stored: str, code: str = "") -> Shown:
    """A day, a time of day or a length of time that a file holds as ISO 8601 has it (`2018-02-01`, `PT37H00M00S`)."""
    days = days_of(stored)
    if days is None:
        return Shown(stored, is_date=True, sure=False)
    section = sections(code)[0]
    if not section.is_moment:
        section = sections("dd-mm-yyyy" if days >= 1 and not stored.startswith("P") else "[hh]:mm")[0]
    return _moment(days, section, from_1904=False)


def _general(raw: str, number: Decimal) -> Shown:
    digits = re.sub(r"[^0-9]", "", raw.casefold().partition("e")[0]).strip("0")
    whole = number == number.to_integral_value()
    return Shown(_danish(_bare(number)), sure=not (whole and len(digits) >= _KEPT_DIGITS))


def _moment(days: float, section: Section, *, from_1904: bool) -> Shown:
    moment = moment_of(days, parts_of_seconds=section.has(Part.DIGIT), from_1904=from_1904)
    if moment is None:
        return Shown(_danish(_bare(Decimal(repr(days)))), is_date=True, sure=False)
    text = shown_moment(moment, days, section)
    return Shown(text, is_date=True, sure=False, day=moment.date() if days >= 1 else None)


def _formatted(number: Decimal, section: Section, *, own_sign: bool) -> Shown:
    """A number in a section that has digits for it; its minus sign stands directly before the first of them."""
    if section.has(Part.EXPONENT):
        return Shown(_danish(_bare(number)), sure=False)
    if not section.has(Part.DIGIT, Part.GENERAL):
        words = "".join(piece.text for piece in section.pieces if piece.part is Part.LITERAL).strip()
        return Shown(words if any(map(str.isalpha, words)) else _danish(_bare(number)), sure=False)
    pieces = _without_signs(section.pieces) if number < 0 else section.pieces
    figures = "".join(piece.text for piece in section.pieces if piece.text.strip())
    if found := _FRACTION.fullmatch(figures):
        return _fraction(number, found)
    text, exact = _filled(pieces, abs(number), "-" if number < 0 else "")
    marks = ("", ".", ",", "-") if own_sign else ("", ".", ",")
    around = "".join(piece.text if piece.part is Part.LITERAL else "." for piece in section.pieces).strip()
    plain = " " not in around and all(one.part is Part.DIGIT or one.text.strip() in marks for one in section.pieces)
    unsigned = own_sign and not any(piece.text.startswith("-") for piece in section.pieces)
    return Shown(text, sure=exact and plain and not unsigned)


def _without_signs(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Without the minus or the brackets around the digits by which a section shows what is below zero."""
    at = [number for number, piece in enumerate(pieces) if piece.part in (Part.DIGIT, Part.GENERAL)]
    return tuple(
        Piece(piece.part, re.sub("[-()−]", "", piece.text))
        if piece.part is Part.LITERAL and not at[0] < number < at[-1]
        else piece
        for number, piece in enumerate(pieces)
    )


def _fraction(number: Decimal, found: re.Match[str]) -> Shown:
    below = found["below"]
    exact = Fraction(number)
    fixed = int(below) if below.strip("0").isdigit() else 0
    near = Fraction(round(exact * fixed), fixed) if fixed else exact.limit_denominator(10 ** len(below) - 1)
    if near != exact:
        return Shown(_danish(_bare(number)), sure=False)
    whole, rest = divmod(abs(near), 1) if found["whole"] else (0, abs(near))
    parts = [str(whole)] if whole or not rest else []
    parts += [f"{rest.numerator}/{rest.denominator}"] if rest else []
    return Shown(("-" if number < 0 else "") + " ".join(parts), sure=False)


def _filled(pieces: tuple[Piece, ...], number: Decimal, sign: str) -> tuple[str, bool]:
    """The text, and whether the format would have shown the same digits."""
    digits = [at for at, piece in enumerate(pieces) if piece.part is Part.DIGIT]
    if not digits:
        bare = sign + _danish(_bare(number))
        return "".join(bare if one.part is Part.GENERAL else _literal(one) for one in pieces).strip(), False
    before, core, after = pieces[: digits[0]], pieces[digits[0] : digits[-1] + 1], pieces[digits[-1] + 1 :]
    point = core.index(_POINT) if _POINT in core else len(core)
    whole, behind = core[:point], core[point + 1 :]
    thousands = _closing_commas(after) + (_closing_commas(whole) if behind else 0)
    value = number * 100 ** sum(piece == _PERCENT for piece in pieces) / Decimal(1000) ** thousands
    text, exact = _decimals(value, [piece.text for piece in behind if piece.part is Part.DIGIT])
    ahead, _, rest = text.partition(".")
    placed = _placed(ahead, whole) + (f",{rest}" if rest else "")
    around = ["".join(map(_literal, part)) for part in (before, after)]
    return re.sub(" {2,}", " ", f"{around[0]}{sign}{placed}{around[1]}").strip(), exact


def _literal(piece: Piece) -> str:
    if piece == _PERCENT:
        return " pct."
    return "" if piece == _COMMA or piece.part is Part.DIGIT else piece.text


def _closing_commas(pieces: tuple[Piece, ...]) -> int:
    """How many commas stand after the last digit: each leaves three digits out."""
    digits = [at for at, piece in enumerate(pieces) if piece.part is Part.DIGIT]
    count = 0
    for piece in pieces[digits[-1] + 1 if digits else 0 :]:
        if piece != _COMMA:
            break
        count += 1
    return count


def _decimals(value: Decimal, places: list[str]) -> tuple[str, bool]:
    text = f"{value:.{len(places)}f}"
    if Decimal(text) != value:
        return _bare(value), False
    least = max((at + 1 for at, place in enumerate(places) if place == "0"), default=0)
    whole, _, behind = text.partition(".")
    kept = behind[:least] + behind[least:].rstrip("0")
    return f"{whole}.{kept}" if kept else whole, True


def _placed(digits: str, places: tuple[Piece, ...]) -> str:
    """Whole digits on their places: `12345679` on `00 00 00 00` is `12 34 56 79`."""
    digits = digits.zfill(sum(piece.text == "0" for piece in places if piece.part is Part.DIGIT))
    if not any(piece.part is Part.LITERAL for piece in places):
        return f"{int(digits):,}".replace(",", ".") if _COMMA in places else digits
    shown: list[str] = []
    left = sum(piece.part is Part.DIGIT for piece in places)
    for piece in places:
        if piece.part is Part.DIGIT:
            left -= 1
            taken = max(len(digits) - left, 0)
            shown.append(digits[:taken])
            digits = digits[taken:]
        else:
            shown.append(_literal(piece))
    return "".join(shown)


def _bare(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _danish(text: str) -> str:
    return text.replace(".", ",")
