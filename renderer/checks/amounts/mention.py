"""A mention: one amount that a prose states, and for which years."""

from dataclasses import dataclass
from enum import Enum, auto

from renderer.model.amount import Amount

Period = tuple[int, int]
"""The first and the last year that an agreement's figures are for."""


class Rate(Enum):
    """Whether an amount is for each of its years or for all of them together."""

    UNSAID = auto()
    YEARLY = auto()
    IN_ALL = auto()


class Bound(Enum):
    """How exactly an amount is stated."""

    EXACT = auto()
    ABOUT = auto()  # ca.
    AT_LEAST = auto()  # min.
    AT_MOST = auto()  # op til


class Doubt(Enum):
    """Why it is not clear what is meant; the value is the Danish sentence's end."""

    TWO_READINGS = "tallet kan læses på to måder"
    NO_READING = "tallet er ikke skrevet, så det kan læses"
    BACKWARD_RANGE = "det første beløb er ikke mindre end det sidste"
    UNEVEN = "der er ikke lige mange beløb og år"


@dataclass(frozen=True)
class Mention:
    """An amount in the characters from `start` to `end` of a text, its sentence in those of `sentence`.

    `amount` is `None` where it is not clear (see `doubt`); of a range it is the upper end and `lowest` the lower one.
    `years` are those named, `onward` adds every later year, `until` every earlier one, `always` is every year of the
    agreement without a name. `inferred` says that the years stand apart from the amount, so that they might be
    another thing's. `changed_to` is the amount that something rises or falls to: `stigende til`.
    """

    start: int
    end: int
    sentence: tuple[int, int]
    amount: Amount | None
    lowest: Amount | None = None
    possible: tuple[Amount, ...] = ()
    bound: Bound = Bound.EXACT
    years: tuple[int, ...] = ()
    onward: bool = False
    until: bool = False
    always: bool = False
    rate: Rate = Rate.UNSAID
    inferred: bool = False
    changed_to: bool = False
    doubt: Doubt | None = None

    @property
    def exact(self) -> bool:
        """Whether one sure amount is stated: no range, no `ca.`, no doubt."""
        return self.amount is not None and self.lowest is None and self.bound is Bound.EXACT and self.doubt is None

    @property
    def dated(self) -> bool:
        """Whether anything is said of the years."""
        return bool(self.years) or self.always or self.rate is Rate.YEARLY

    def years_in(self, period: Period) -> tuple[int, ...]:
        """Every year that it is for, inside an agreement's period or named outside it; none where it does not say."""
        first, last = period
        if not self.years:
            return tuple(range(first, last + 1)) if self.dated else ()
        later = range(self.years[-1] + 1, last + 1) if self.onward else ()
        earlier = range(first, self.years[0]) if self.until else ()
        return (*earlier, *self.years, *later)

    def per_year(self, period: Period) -> dict[int, Amount]:
        """The amount of each year; empty where it does not say, or only what all years come to."""
        years = self.years_in(period)
        if self.amount is None or (self.rate is Rate.IN_ALL and len(years) != 1):
            return {}
        return dict.fromkeys(years, self.amount)
