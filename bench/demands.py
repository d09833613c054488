"""What is demanded of the service and the archive, beside what was measured: the table that `make bench` ends with."""

from collections.abc import Iterable
from dataclasses import dataclass

_WIDTH = 62


@dataclass(frozen=True)
class Demand:
    """What was measured, and what `number` of it may be at `most` or must be at `least`, where anything is demanded."""

    what: str
    measured: str
    number: float | None = None
    most: float | None = None
    least: float | None = None

    @property
    def wanted(self) -> str:
        """The demand as one reads it; empty where there is none."""
        if self.most is not None:
            return f"at most {self.most:g}"
        return "" if self.least is None else f"at least {self.least:g}"

    @property
    def verdict(self) -> str:
        """Whether it is met; empty where there is no demand."""
        if self.number is None or not self.wanted:
            return ""
        too_much = self.most is not None and self.number > self.most
        too_little = self.least is not None and self.number < self.least
        return "NOT MET" if too_much or too_little else "met"


def print_demands(demands: Iterable[Demand]) -> None:
    """Print the table."""
    print(f"\n{'':<{_WIDTH}} {'measured':<34} {'demanded':<14}")
    for one in demands:
        print(f"{one.what:<{_WIDTH}} {one.measured:<34} {one.wanted:<14} {one.verdict}".rstrip())
