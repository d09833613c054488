"""A point's text held against its rows in the annexes, year by year and type by type.

    AGREE             the same amount, or several that come to it
    AFTER_ROUNDING    the annex amount, rounded to the decimals of the text
    WRONGLY_ROUNDED   next to it, but not what rounding gives: 5,3 mio. kr. for 5.364
    CONTRADICT        both speak of the same money and say different things
    TEXT_ONLY         the text has an amount that the annex has not
    ANNEX_ONLY        the annex has an amount that the text has not

Each step takes what the steps before it have left. What stays open in one year is a contradiction only where one
certain claim (see `claims.py`) meets one row.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from enum import Enum
from itertools import combinations, pairwise

from renderer.checks.amounts.mention import Mention, Period, Rate
from renderer.checks.figures.claims import Claim, claims_in
from renderer.model.amount import Amount, Unit, total
from renderer.model.item import BudgetType

Rows = Mapping[BudgetType, Mapping[int, Amount]]
"""The annex rows of one point: the amounts of each type by year; a year without an entry is absent."""

_MOST_PARTS = 6
_CLOSE = Decimal("0.2")
_EXACT = Context(prec=100)


class Verdict(Enum):
    """How a text and the annexes stand to each other in one amount."""

    AGREE = "stemmer"
    AFTER_ROUNDING = "stemmer afrundet"
    WRONGLY_ROUNDED = "forkert afrundet"
    CONTRADICT = "modsiger hinanden"
    TEXT_ONLY = "kun i teksten"
    ANNEX_ONLY = "kun i bilaget"


@dataclass(frozen=True)
class Entry:
    """One amount of an annex."""

    budget_type: BudgetType
    year: int
    amount: Amount


@dataclass(frozen=True)
class Comparison:
    """A verdict on a claim of the text, an entry of the annex, or both; `None` is the side that has nothing."""

    verdict: Verdict
    claim: Claim | None
    entry: Entry | None


def compare(text: str, rows: Rows, period: Period) -> list[Comparison]:
    """Every amount of a text and of a point's rows, each with its verdict, those of the annex in order first."""
    entries = [Entry(kind, year, amount) for kind, row in rows.items() for year, amount in sorted(row.items())]
    return _Comparing(claims_in(text, period), entries).run()


class _Comparing:
    """The claims and entries that are still open, and the verdicts so far."""

    def __init__(self, claims: list[Claim], entries: list[Entry]) -> None:
        self._order = {entry: position for position, entry in enumerate(entries)}
        self._said = tuple(claims)
        self._claims = claims
        self._entries = entries
        self._verdicts: list[Comparison] = []

    def run(self) -> list[Comparison]:
        """All steps, the surest first."""
        self._match(Verdict.AGREE, _same)
        self._sums_of_claims()
        self._differences()
        self._sums_of_entries()
        self._totals()
        self._on_the_way()
        self._match(Verdict.AFTER_ROUNDING, _rounded)
        self._undated()
        self._repeated()
        self._match(Verdict.WRONGLY_ROUNDED, _wrongly_rounded)
        self._contradictions()
        self._verdicts += [Comparison(Verdict.ANNEX_ONLY, None, entry) for entry in self._entries]
        self._verdicts += [Comparison(Verdict.TEXT_ONLY, claim, None) for claim in self._claims]
        return sorted(self._verdicts, key=self._place)

    def _place(self, comparison: Comparison) -> int:
        return len(self._order) if comparison.entry is None else self._order[comparison.entry]

    def _decide(self, verdict: Verdict, claims: Iterable[Claim], entries: Iterable[Entry]) -> None:
        """Take claims and entries that belong together: each claim is told once, each entry too."""
        told, rows = list(claims), list(entries)
        for position in range(max(len(told), len(rows))):
            claim, entry = told[min(position, len(told) - 1)], rows[min(position, len(rows) - 1)]
            self._verdicts.append(Comparison(verdict, claim, entry))
        self._claims = [claim for claim in self._claims if not _among(claim, told)]
        self._entries = [entry for entry in self._entries if entry not in rows]

    def _match(self, verdict: Verdict, fits: Callable[[Claim, Entry], bool]) -> None:
        """One claim and one entry of the same year that fit each other."""
        for entry in list(self._entries):
            claim = next((claim for claim in self._of_year(entry.year) if fits(claim, entry)), None)
            if claim:
                self._decide(verdict, [claim], [entry])

    def _of_year(self, year: int) -> list[Claim]:
        return [claim for claim in self._claims if claim.year == year]

    def _sums_of_claims(self) -> None:
        """`0,3 mio. kr. til bænke og 0,2 mio. kr. til skilte` for a row of 500."""
        for entry in list(self._entries):
            claims = self._of_year(entry.year)[:_MOST_PARTS]
            sums = (some for count in range(2, len(claims) + 1) for some in combinations(claims, count))
            some = next((some for some in sums if _sum(claim.amount for claim in some) == entry.amount.kroner), None)
            if some:
                self._decide(Verdict.AGREE, some, [entry])

    def _differences(self) -> None:
        """`3 mio. kr. årligt ... en besparelse på 1 mio. kr. årligt` for a row of 2.000: what is left to pay."""
        for entry in list(self._entries):
            claims = self._of_year(entry.year)[:_MOST_PARTS]
            less = [claim for claim in self._claims if claim.may_be_less and claim.year in (None, entry.year)]
            less = less[:_MOST_PARTS]
            pairs = ((claim, other) for claim in claims for other in less if claim is not other)
            left = entry.amount.kroner
            pair = next((each for each in pairs if each[0].amount.kroner - abs(each[1].amount.kroner) == left), None)
            if pair:
                self._decide(Verdict.AGREE, pair, [entry])

    def _sums_of_entries(self) -> None:
        """`2 mio. kr. i 2019` for 1.500 of anlæg and 500 of drift."""
        for year in sorted({entry.year for entry in self._entries}):
            entries = [entry for entry in self._entries if entry.year == year]
            amount = _sum(entry.amount for entry in entries)
            claim = next((claim for claim in self._of_year(year) if claim.is_of(amount)), None)
            if claim and len(entries) > 1:
                self._decide(Verdict.AGREE, [claim], entries)

    def _totals(self) -> None:
        """`0,9 mio. kr. i 2019-2020` for 400 and 500: one amount of several years, for all of them together."""
        of_mention: dict[Mention, list[Claim]] = {}
        for claim in self._claims:
            of_mention.setdefault(claim.mention, []).append(claim)
        for mention, claims in of_mention.items():
            if len(mention.years) == 1 or mention.rate is Rate.YEARLY:
                continue
            for kind in _types(self._entries):
                entries = [e for e in self._entries if e.budget_type is kind and e.year in mention.years]
                if entries and claims[0].is_of(_sum(entry.amount for entry in entries)):
                    self._decide(Verdict.AGREE, claims, entries)
                    break

    def _on_the_way(self) -> None:
        """`0,5 mio. kr. i 2019 stigende til 1 mio. kr. i 2021`: 750 in 2020 lies between."""
        for before, after in pairwise(self._said):
            if not after.mention.changed_to or before.mention.sentence != after.mention.sentence:
                continue
            low, high = sorted((abs(before.amount.kroner), abs(after.amount.kroner)))
            for entry in list(self._entries):
                is_between = before.year and after.year and before.year < entry.year < after.year
                if is_between and low <= abs(entry.amount.kroner) <= high:
                    self._decide(Verdict.AGREE, [after], [entry])

    def _undated(self) -> None:
        """An amount without years: each entry that a row has left, or all of them together."""
        for claim in [claim for claim in self._claims if claim.year is None and not claim.mention.years]:
            for kind in _types(self._entries):
                entries = [entry for entry in self._entries if entry.budget_type is kind]
                if all(_same(claim, entry) for entry in entries) or claim.is_of(_sum(e.amount for e in entries)):
                    self._decide(Verdict.AGREE, [claim], entries)
                    break
                if all(_rounded(claim, entry) for entry in entries):
                    self._decide(Verdict.AFTER_ROUNDING, [claim], entries)
                    break

    def _repeated(self) -> None:
        """An amount that the text says again: it agrees with the entry that has agreed already."""
        agreed = [each.entry for each in self._verdicts if each.entry]
        rest: list[Claim] = []
        for claim in self._claims:
            again = (claim.certain or claim.year is None) and not claim.may_be_less
            known = (entry for entry in agreed if again and claim.year in (None, entry.year) and _same(claim, entry))
            entry = next(known, None)
            if entry:
                self._verdicts.append(Comparison(Verdict.AGREE, claim, entry))
            else:
                rest.append(claim)
        self._claims = rest

    def _contradictions(self) -> None:
        """One certain claim and one entry of a year are all that is left of it."""
        for year in sorted({entry.year for entry in self._entries}):
            entries = [entry for entry in self._entries if entry.year == year]
            claims = [claim for claim in self._of_year(year) if claim.certain]
            if len(entries) == len(claims) == 1:
                self._decide(Verdict.CONTRADICT, claims, entries)


def _among(claim: Claim, claims: list[Claim]) -> bool:
    """Whether it is one of these very claims: a text may say the same twice."""
    return any(claim is each for each in claims)


def _types(entries: list[Entry]) -> list[BudgetType]:
    return list(dict.fromkeys(entry.budget_type for entry in entries))


def _sum(amounts: Iterable[Amount]) -> Decimal:
    return total(amounts, Unit.KRONER).kroner


def _same(claim: Claim, entry: Entry) -> bool:
    return claim.is_of(entry.amount.kroner)


def _rounded(claim: Claim, entry: Entry) -> bool:
    rounded = entry.amount.rounded_to(claim.amount.decimals, claim.amount.unit).kroner
    return rounded != 0 and claim.is_of(rounded)


def _wrongly_rounded(claim: Claim, entry: Entry) -> bool:
    """Whether a certain claim is next to the entry, cut off or raised to the decimals it is written with."""
    exact = entry.amount.in_unit(claim.amount.unit).number
    step = Decimal(1).scaleb(-claim.amount.decimals)
    near = {exact.quantize(step, rounding, _EXACT) for rounding in (ROUND_FLOOR, ROUND_CEILING)}
    off_by = abs(abs(claim.amount.kroner) - abs(entry.amount.kroner))
    is_near = any(claim.is_of(Amount(number, claim.amount.unit).kroner) for number in near)
    return claim.certain and is_near and off_by <= _CLOSE * abs(entry.amount.kroner)
