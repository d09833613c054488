"""Every point of a signed agreement with its text, its annex rows, and how the two stand to each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from renderer.checks.amounts.mention import Mention, Period
from renderer.checks.amounts.prose import amounts_in
from renderer.checks.figures.compare import Comparison, Verdict, compare
from renderer.checks.passages import paragraphs
from renderer.model.amount import Amount
from renderer.model.item import BudgetType
from renderer.model.prose import Prose
from renderer.model.signed.annex import Annex, FigureRow
from renderer.model.signed.point import Point
from renderer.model.signed.signed_agreement import SignedAgreement


@dataclass(frozen=True)
class ComparedPoint:
    """A point of an agreement over `period`: `text` is its words, `rows` its annex rows, `comparisons` every amount."""

    period: Period
    point: Point
    text: str
    rows: tuple[tuple[Annex, FigureRow], ...]
    comparisons: tuple[Comparison, ...]

    @property
    def unclear(self) -> list[Mention]:
        """The amounts of the text that cannot be read without guessing."""
        return [mention for mention in amounts_in(self.text) if mention.doubt]

    @property
    def overlapping(self) -> list[tuple[Mention, Mention, list[int]]]:
        """Two amounts of one sentence that are both set aside for the same years, where the annexes do not tell how."""
        open_years: dict[Mention, list[int]] = {}
        for comparison in self.comparisons:
            claim = comparison.claim
            if claim and claim.certain and claim.year:
                settled = comparison.verdict in (Verdict.AGREE, Verdict.AFTER_ROUNDING)
                open_years.setdefault(claim.mention, []).append(0 if settled else claim.year)
        pairs = ((one, other) for one, other in pairwise(open_years) if one.sentence == other.sentence)
        shared = ((one, other, self._shared(one, other, open_years)) for one, other in pairs)
        return [(one, other, years) for one, other, years in shared if years]

    def _shared(self, one: Mention, other: Mention, open_years: dict[Mention, list[int]]) -> list[int]:
        spans = len(one.years) > 1 or len(other.years) > 1 or one.onward or other.onward
        both = set(one.years_in(self.period)) & set(other.years_in(self.period))
        return sorted(both & {*open_years[one], *open_years[other]}) if spans else []

    def with_verdict(self, verdict: Verdict) -> list[Comparison]:
        """The amounts with one verdict."""
        return [comparison for comparison in self.comparisons if comparison.verdict is verdict]


def compared_points(signed: SignedAgreement) -> Iterator[ComparedPoint]:
    """The points in printed order."""
    period = (signed.period.first, signed.period.last)
    for point in signed.points():
        text = words_of(point.whole_text)
        rows = tuple(signed.rows_of(point))
        yield ComparedPoint(period, point, text, rows, tuple(compare(text, _by_type(rows), period)))


def words_of(prose: Prose) -> str:
    """The words of a text with a blank line between paragraphs."""
    return "\n\n".join(paragraphs(prose.blocks))


def _by_type(rows: tuple[tuple[Annex, FigureRow], ...]) -> dict[BudgetType, dict[int, Amount]]:
    """The amounts by type and year; what several rows of one type have comes together."""
    amounts: dict[BudgetType, dict[int, Amount]] = {}
    for annex, row in rows:
        of_type = amounts.setdefault(annex.budget_type, {})
        for year, amount in row.amounts.items():
            of_type[year] = of_type[year] + amount if year in of_type else amount
    return amounts
