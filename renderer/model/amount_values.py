"""Amounts as they stand in a data file or a table's cell, read from the text and written back as it was.

The unit stands in the key or the column's heading, not in the cell: `23.000` of `1.000 kr.`, `-0,025` of `mio. kr.`.
Points stand at thousands, a comma before decimals; the number is never guessed from an English one (`1.5`, `1,500.00`).
"""

import re
from decimal import Decimal
from functools import partial
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from renderer.model.amount import Amount, Unit
from renderer.model.values import refuse

_NUMBER = re.compile(r"([-−–]?)([1-9]\d{0,2}(?:\.\d{3})+|\d+)(?:,(\d+))?", re.ASCII)
_ENGLISH = re.compile(r"[-−–]?(\d+\.\d+|\d+(?:,\d+)*\.\d+|\d+(?:,\d+){2,})", re.ASCII)
_DIGITS = 15
_PATTERN = r"^-?([1-9][0-9]{0,2}(\.[0-9]{3})+|[0-9]+)(,[0-9]+)?$"
_EMPTY_PATTERN = rf"^$|{_PATTERN}"


def read_cell(text: Any, unit: Unit) -> Amount | None:
    """The amount of a cell in a unit; `None` where the cell is empty (white space counts as nothing).

    Raises `PydanticCustomError` (see `values.refuse`) for what is no amount, or finer than the unit can be.
    """
    if text is None or isinstance(text, Amount):
        return text
    literal = str(text) if isinstance(text, int) and not isinstance(text, bool) else text
    if not isinstance(literal, str):
        raise refuse("ugyldigt-beløb", f"»{text}« er ikke skrevet som et beløb.", _hint(unit))
    return _amount(literal.strip(), unit) if literal.strip() else None


def read_amount(text: Any, unit: Unit) -> Amount:
    """The same for a field that must not be empty."""
    amount = read_cell(text, unit)
    if amount is None:
        raise refuse("tomt-beløb", "Her mangler et beløb.", f"{_hint(unit)} Er der intet beløb, så slet feltet.")
    return amount


def _amount(literal: str, unit: Unit) -> Amount:
    match = _NUMBER.fullmatch(literal)
    if not match:
        raise refuse("ugyldigt-beløb", f"»{literal}« er ikke et beløb.", _advice(literal, unit))
    sign, whole, fraction = match[1], match[2].replace(".", ""), match[3] or ""
    if len(whole) > _DIGITS:
        raise refuse("ugyldigt-beløb", f"»{literal}« er for stort til et beløb.", _hint(unit))
    if len(fraction) > unit.finest:
        message = f"»{literal}« har for mange decimaler til et beløb i {unit.value}"
        raise refuse("ugyldigt-beløb", message, f"Skriv højst {unit.finest} decimaler.")
    return Amount(Decimal(f"{'-' if sign else ''}{whole}{'.' if fraction else ''}{fraction}"), unit)


def _advice(literal: str, unit: Unit) -> str:
    if _ENGLISH.fullmatch(literal):
        return f"{_hint(unit)} Punktum står mellem tusinder, komma foran decimaler."
    return _hint(unit)


def _hint(unit: Unit) -> str:
    return f"Skriv beløbet i {unit.value} med cifre, fx {_EXAMPLES[unit]}."


_EXAMPLES = {Unit.KRONER: "175.000", Unit.THOUSANDS: "23.000", Unit.MILLIONS: "0,25", Unit.BILLIONS: "1,7"}


def _written(amount: Amount | None) -> str:
    return "" if amount is None else amount.literal


def _schema(unit: Unit, pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern, "examples": [_EXAMPLES[unit]]})


_WRITE = PlainSerializer(_written, return_type=str)

ThousandsAmount = Annotated[
    Amount, BeforeValidator(partial(read_amount, unit=Unit.THOUSANDS)), _WRITE, _schema(Unit.THOUSANDS, _PATTERN)
]
"""An amount in 1.000 kr., as the figure annexes have them; a whole number of kroner."""

ThousandsCell = Annotated[
    Amount | None,
    BeforeValidator(partial(read_cell, unit=Unit.THOUSANDS)),
    _WRITE,
    _schema(Unit.THOUSANDS, _EMPTY_PATTERN),
]
"""The same where a cell may be empty: `None` is no entry, written as an empty text."""

MillionsAmount = Annotated[
    Amount, BeforeValidator(partial(read_amount, unit=Unit.MILLIONS)), _WRITE, _schema(Unit.MILLIONS, _PATTERN)
]
"""An amount in mio. kr. with the decimals written, as the savings overview has them."""

MillionsCell = Annotated[
    Amount | None,
    BeforeValidator(partial(read_cell, unit=Unit.MILLIONS)),
    _WRITE,
    _schema(Unit.MILLIONS, _EMPTY_PATTERN),
]
"""The same where a cell may be empty: `None` is no entry, written as an empty text."""
