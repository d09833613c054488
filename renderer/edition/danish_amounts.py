"""Amounts as they are printed: `0,25 mio. kr.` in running text, `-0,30` in a table whose heading has the unit.

A point at thousands, a comma before decimals, as many decimals as the amount has, HYPHEN-MINUS close to its number, and
no break before the unit or inside it (house style, seen in every document of the municipality).
"""

from renderer.edition.danish import NBSP
from renderer.model.amount import Amount, Unit

_IN_TEXT = {Unit.THOUSANDS: "t.kr."}


def cell_text(amount: Amount | None) -> str:
    """The number of a table's cell without its unit; no entry is an empty cell, zero is `0,00`."""
    return "" if amount is None else amount.literal


def amount_text(amount: Amount) -> str:
    """The amount with its unit: `4,7 mio. kr.`, `175.000 kr.`, `600 t.kr.`."""
    return f"{amount.literal}{NBSP}{unit_text(amount.unit)}"


def unit_text(unit: Unit) -> str:
    """The unit behind a number."""
    return _IN_TEXT.get(unit, unit.value).replace(" ", NBSP)


def heading_unit(unit: Unit) -> str:
    """The unit as a table's heading has it: `1.000 kr.`."""
    return unit.value.replace(" ", NBSP)
