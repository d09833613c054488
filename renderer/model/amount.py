"""An amount of money: an exact number, the unit it is stated in, and the precision it was written with.

    Amount                    written         worth
    23000, THOUSANDS          23.000          23 million kroner, a row of a figure annex
    -0.025, MILLIONS          -0,025          a saving of 25,000 kroner a year
    0.50, MILLIONS            0,50            the same money as 0,5, stated to two decimals

An amount is never rounded unless asked. No entry is `None`, never zero: `0,00` says that there is nothing.
Prices are those of the document (the budget year's price level); an expense is positive, a saving negative.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import Enum

from renderer.model.fixed_word import word_of

_EXACT = Context(prec=200, rounding=ROUND_HALF_UP)
_GREATEST_LENGTH = 40


class Unit(Enum):
    """What one of an amount is worth; the value is the words of a column heading or of running text."""

    KRONER = "kr."
    THOUSANDS = "1.000 kr."
    MILLIONS = "mio. kr."
    BILLIONS = "mia. kr."

    @classmethod
    def _missing_(cls, value: object) -> "Unit | None":
        found: Unit | None = word_of(cls, value)
        return found

    @property
    def power(self) -> int:
        """The power of ten: one million kroner are 10 to the 6th kroner."""
        return _POWERS[self]

    @property
    def finest(self) -> int:
        """How many decimals can be written in this unit: down to a krone, in kroner down to an øre."""
        return self.power or 2


_POWERS = {Unit.KRONER: 0, Unit.THOUSANDS: 3, Unit.MILLIONS: 6, Unit.BILLIONS: 9}


@dataclass(frozen=True)
class Amount:
    """A number of a unit, as written: `number` keeps the decimals that were written (`Decimal("0.50")`).

    `==` asks whether two amounts are written alike (number, decimals, unit), since both are printed alike only then;
    `same_value` asks whether they are the same money. Raises `ValueError` for a number that cannot be written with
    digits and a comma (infinite, an exponent above zero, more than 40 digits).
    """

    number: Decimal
    unit: Unit

    def __post_init__(self) -> None:
        _, digits, exponent = self.number.as_tuple()
        if not isinstance(exponent, int) or exponent > 0 or max(len(digits), -exponent) > _GREATEST_LENGTH:
            raise ValueError(self.number)

    @classmethod
    def of(cls, number: str | int | Decimal, unit: Unit) -> "Amount":
        """The amount of a number in English notation: `Amount.of("4.70", Unit.MILLIONS)`."""
        return cls(Decimal(number), unit)

    @classmethod
    def kr(cls, number: str | int | Decimal) -> "Amount":
        """An amount in kroner."""
        return cls.of(number, Unit.KRONER)

    @classmethod
    def thousands(cls, number: str | int | Decimal) -> "Amount":
        """An amount in 1.000 kr."""
        return cls.of(number, Unit.THOUSANDS)

    @classmethod
    def millions(cls, number: str | int | Decimal) -> "Amount":
        """An amount in mio. kr."""
        return cls.of(number, Unit.MILLIONS)

    @property
    def kroner(self) -> Decimal:
        """What it is worth in kroner, exactly; a whole number of them equals and hashes as the `int`."""
        return self.in_unit(Unit.KRONER).number

    @property
    def decimals(self) -> int:
        """How many decimals it was written with."""
        return _decimals(self.number)

    @property
    def literal(self) -> str:
        """The number as Danish data has it: `23.000`, `-0,025`; a point at each thousand, a comma, no unit."""
        whole, _, fraction = f"{abs(self.number):f}".partition(".")
        sign = "-" if self.number.is_signed() else ""
        return sign + f"{int(whole):,}".replace(",", ".") + (f",{fraction}" if fraction else "")

    def in_unit(self, unit: Unit) -> "Amount":
        """The same money in another unit, exactly: 5.364 in 1.000 kr. is 5,364 mio. kr."""
        shifted = self.number.scaleb(self.unit.power - unit.power, _EXACT)
        return Amount(shifted if _decimals(shifted) else shifted.quantize(Decimal(1), context=_EXACT), unit)

    def rounded_to(self, decimals: int, unit: Unit | None = None) -> "Amount":
        """Rounded (a half away from zero, as budgets do) to so many decimals of a unit; `None` is its own unit."""
        number = self.in_unit(unit or self.unit).number.quantize(Decimal(1).scaleb(-decimals), context=_EXACT)
        return Amount(number or abs(number), unit or self.unit)

    def same_value(self, other: "Amount") -> bool:
        """Whether both are the same money, however written."""
        return self.kroner == other.kroner

    def __add__(self, other: "Amount") -> "Amount":
        """The exact sum in the unit of the first, with the decimals of the more precise."""
        return Amount(_EXACT.add(self.number, other.in_unit(self.unit).number), self.unit)

    def __neg__(self) -> "Amount":
        return Amount(_EXACT.minus(self.number), self.unit)

    def __sub__(self, other: "Amount") -> "Amount":
        return self + -other

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Amount) and self._written == other._written

    def __hash__(self) -> int:
        return hash(self._written)

    @property
    def _written(self) -> tuple[object, ...]:
        return (*self.number.as_tuple(), self.unit)


def total(amounts: Iterable[Amount | None], unit: Unit) -> Amount:
    """The exact sum of the entries in a unit; no entry adds nothing, and no entries at all are 0."""
    return sum((amount for amount in amounts if amount is not None), Amount(Decimal(0), unit))


def _decimals(number: Decimal) -> int:
    return max(0, -int(number.as_tuple().exponent))
