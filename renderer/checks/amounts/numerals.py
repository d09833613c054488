"""What a number in prose can mean: Danish as it should be written, English where no Dane could mean anything else.

175.000  4,7  1.500,25     Danish
1.5  0.25  1,500,000.00    English, but only one reading is possible
1,500 kr.                  two readings: nobody writes thousandths of a krone, and nobody writes commas at thousands
1.50.000                   no reading
½  1½  1/2  en halv        fractions
"""

import re
from decimal import Decimal

from renderer.model.amount import Unit

_SPACES = re.compile(r"(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3})")
_DANISH = re.compile(r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?")
_ENGLISH_DECIMALS = re.compile(r"[0-9]+\.[0-9]{1,2}|0\.[0-9]+")
_ENGLISH_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")
_COMMA_AT_THOUSAND = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_MIXED = re.compile(r"([0-9]{0,3})\s?([½¼¾])")
_SLASHED = {"1/2": Decimal("0.5"), "1/4": Decimal("0.25"), "3/4": Decimal("0.75")}
# More than a cell of a table can hold is no budget's number (see `renderer.model.amount_values`).
_MOST_DIGITS, _MOST_DECIMALS = 15, 9
_GREATEST_LENGTH = 40

_ONE_TO_TWELVE = ["to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv"]
NUMBER_WORDS: dict[str, Decimal] = {
    "en": Decimal(1),
    "én": Decimal(1),
    "et": Decimal(1),
    "ét": Decimal(1),
    **{word: Decimal(number) for number, word in enumerate(_ONE_TO_TWELVE, 2)},
    "tyve": Decimal(20),
    "hundrede": Decimal(100),
    "halv": Decimal("0.5"),
    "kvart": Decimal("0.25"),
    "halvanden": Decimal("1.5"),
}
"""Numbers that are written in letters before `mio. kr.` and `kroner`."""


def readings(numeral: str, unit: Unit) -> tuple[Decimal, ...]:
    """Every number that a Dane could read here; two or none where it is not clear what is meant."""
    text = _SPACES.sub("", numeral) if len(numeral) <= _GREATEST_LENGTH else ""
    numbers = _numbers(text, unit)
    return numbers if all(_is_writable(number) for number in numbers) else ()


def _is_writable(number: Decimal) -> bool:
    return number.adjusted() < _MOST_DIGITS and -int(number.as_tuple().exponent) <= _MOST_DECIMALS


def _numbers(text: str, unit: Unit) -> tuple[Decimal, ...]:
    if fraction := _fraction(text):
        return (fraction,)
    if unit is Unit.KRONER and _COMMA_AT_THOUSAND.fullmatch(text):
        return Decimal(text.replace(",", "")), Decimal(text.replace(",", "."))
    if _DANISH.fullmatch(text):
        return (Decimal(text.replace(".", "").replace(",", ".")),)
    if _ENGLISH_DECIMALS.fullmatch(text) or _ENGLISH_THOUSANDS.fullmatch(text):
        return (Decimal(text.replace(",", "")),)
    return ()


def _fraction(text: str) -> Decimal | None:
    """`½`, `1½`, `1/2`; `None` for what is no fraction."""
    mixed = _MIXED.fullmatch(text)
    if mixed:
        return Decimal(mixed[1] or 0) + _FRACTIONS[mixed[2]]
    return _SLASHED.get(text)
