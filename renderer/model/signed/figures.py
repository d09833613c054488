"""Figures by year: the amounts of one row of a table, whose unit stands once, in the table's heading.

A year without an entry is left out; it is not zero. The data hold the number alone (`23.000`), so a table hands its
unit down to what it holds before that is read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, TypeAdapter, WithJsonSchema

from renderer import vocabulary
from renderer.model.amount import Amount, Unit
from renderer.model.amount_values import MillionsAmount, read_amount
from renderer.model.fixed_word import word_of
from renderer.model.values import Year

_STATED = ("amounts", "total", "investment", "investment_total")
_KEYS = frozenset(name for field in _STATED for name in (field, vocabulary.key(field)))


@dataclass(frozen=True)
class _Stated:
    """What was written in a cell, with the unit of the table it stands in."""

    written: Any
    unit: Unit


def stated_in(data: Any, unit: Unit) -> Any:
    """Data in which every cell that does not know its unit yet stands in this one."""
    if isinstance(data, list | tuple):
        return [stated_in(entry, unit) for entry in data]
    if not isinstance(data, dict):
        return data
    return {key: _cells(value, unit) if key in _KEYS else stated_in(value, unit) for key, value in data.items()}


def _cells(value: Any, unit: Unit) -> Any:
    if isinstance(value, Mapping):
        return {year: _cell(written, unit) for year, written in value.items()}
    return _cell(value, unit)


def _cell(written: Any, unit: Unit) -> Any:
    return _Stated(written, unit) if isinstance(written, str | int) else written


def in_thousands(data: Any) -> Any:
    """Cells stand in 1.000 kr. where their table does not say otherwise."""
    return stated_in(data, Unit.THOUSANDS)


def in_millions(data: Any) -> Any:
    """Cells stand in mio. kr. where their table does not say otherwise."""
    return stated_in(data, Unit.MILLIONS)


def in_unit_of_table(data: Any, default: Unit) -> Any:
    """The data of a table whose cells stand in the unit it names; one it does not know is left to the model."""
    named = data.get(vocabulary.key("unit"), data.get("unit", default)) if isinstance(data, dict) else default
    known = next((unit for unit in Unit if named in (unit, unit.value)), None) or word_of(Unit, named) or default
    return stated_in(data, known)


def _read(value: Any) -> Any:
    return read_amount(value.written, value.unit) if isinstance(value, _Stated) else read_amount(value, Unit.KRONER)


def _is_empty(value: Any) -> bool:
    written = value.written if isinstance(value, _Stated) else value
    return written is None or (isinstance(written, str) and not written.strip())


def _entries(value: Any) -> Any:
    """The cells that say something: an empty one is no entry."""
    if not isinstance(value, Mapping):
        return value.written if isinstance(value, _Stated) else value
    return {year: cell for year, cell in value.items() if not _is_empty(cell)}


def _entry(value: Any) -> Any:
    return None if _is_empty(value) else value


def _in_order(figures: Mapping[int, Amount]) -> Mapping[int, Amount]:
    return dict(sorted(figures.items()))


_PATTERN = {name: part for name, part in TypeAdapter(MillionsAmount).json_schema().items() if name != "examples"}

TableAmount = Annotated[
    Amount,
    BeforeValidator(_read),
    PlainSerializer(lambda amount: amount.literal, return_type=str),
    WithJsonSchema(_PATTERN),
]
"""An amount in the unit of its table, written as the number alone."""

OptionalAmount = Annotated[TableAmount | None, BeforeValidator(_entry)]
"""The same where the cell may be empty; `None` is no entry."""

YearKey = Annotated[Year, PlainSerializer(str, return_type=str)]

Figures = Annotated[Mapping[YearKey, TableAmount], BeforeValidator(_entries), AfterValidator(_in_order)]
"""The amounts of a row by year; a year without an entry is absent."""


def units_of(figures: Mapping[int, Amount], *more: Amount | None) -> set[Unit]:
    """The units that amounts were written in."""
    return {amount.unit for amount in (*figures.values(), *more) if amount is not None}
