"""Which years belong to which amount: the phrase behind it, the one before it, the one some words away.

In this order, the first that names years:

    1 og 2 mio. kr. i henholdsvis 2020 og 2021       a row of amounts with as many years, before or behind it
    1,6 mio. kr. i 2019   årligt fra 2019 og frem    right behind the amount, several phrases together
    I 2019 afsættes der 0,4 mio. kr.                 before it in the same clause
    0,3 mio. kr. til flere bænke i 2019              behind it in the same clause

The last two are inferred: the years might be another thing's.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from renderer.checks.amounts.quantities import Quantity
from renderer.checks.amounts.tokens import Kind, Token
from renderer.checks.amounts.year_words import AND, Lead
from renderer.checks.amounts.years import YearPhrase

_REACH_BEFORE = 10
_REACH_BEHIND = 8
_CLOSE = 1  # i 2019: 0,5 mio. kr.   i 2019 på 0,5 mio. kr.
_REACH_OF_SHARED = 12
_LONGEST_REMARK = 7
_LEADING = (Lead.IN, Lead.EACH, Lead.FROM, Lead.LABEL)
_NEW_CLAUSE = frozenset(("som", "der", "hvor", "når", "hvis", "fordi", "mens", "at", "så", "hvilket"))
_NEW_CLAUSE_BEFORE = _NEW_CLAUSE - {"der", "at"}
_GAP_BEFORE = (Kind.WORD, Kind.COLON, Kind.OTHER, Kind.DASH, Kind.OPEN, Kind.CLOSE)
# Words between an amount and its years that say nothing of them.
_PASSED = frozenset(("ekstra", "mere", "mindre", "netto", "brutto", "yderligere"))


@dataclass(frozen=True)
class Dated:
    """The years of one quantity; `phrase` is `None` where nothing is said of them."""

    phrase: YearPhrase | None = None
    inferred: bool = False
    uneven: bool = False


class YearSearch:
    """Finds the years of the quantities of one prose."""

    def __init__(self, tokens: list[Token], phrases: list[YearPhrase], found: list[Quantity]) -> None:
        self._tokens = tokens
        self._starting = {phrase.start: phrase for phrase in phrases}
        self._ending = {phrase.end: phrase for phrase in phrases}
        self._found = found
        self._behind = [self._right_behind(quantity) for quantity in found]

    def taken_before(self, position: int) -> int:
        """The first token behind the quantity before this one and behind its years."""
        if position == 0:
            return 0
        phrase = self._behind[position - 1]
        return phrase.end if phrase else self._found[position - 1].last + 1

    def dated(self) -> list[Dated]:
        """The years of every quantity, in order."""
        result: list[Dated] = []
        for row in self._rows():
            result += self._row(row) or [self._single(position, result) for position in row]
        return result

    def _right_behind(self, quantity: Quantity) -> YearPhrase | None:
        """The phrases that follow one another right behind a quantity, as one."""
        at = quantity.last + 1
        if at < len(self._tokens) and self._tokens[at].text in _PASSED:
            at += 1
        if at not in self._starting:
            at = self._behind_brackets(at)
        joined = self._starting.get(at)
        if joined and joined.lead is Lead.LABEL:
            return None
        while joined and (more := self._starting.get(joined.end)) and not (joined.years and more.years):
            joined = _together(joined, more)
        return joined

    def _behind_brackets(self, at: int) -> int:
        """The token behind a short remark in brackets: `1 mio. kr. (2019-priser) i 2020`."""
        remark = self._tokens[at : at + _LONGEST_REMARK]
        if not remark or remark[0].kind is not Kind.OPEN:
            return at
        closing = next((number for number, token in enumerate(remark) if token.kind is Kind.CLOSE), None)
        return at if closing is None else at + closing + 1

    def _rows(self) -> list[list[int]]:
        """The positions of the quantities, those in a row that only commas and `og` part."""
        rows = [[position] for position in range(min(1, len(self._found)))]
        for position, (one, other) in enumerate(pairwise(self._found), 1):
            between = self._tokens[one.last + 1 : other.first]
            in_row = len(between) <= 3 and all(token.kind is Kind.COMMA or token.text in AND for token in between)
            if in_row and between and self._behind[position - 1] is None:
                rows[-1].append(position)
            else:
                rows.append([position])
        return rows

    def _row(self, row: list[int]) -> list[Dated]:
        """The years of a row of several amounts, one each where there are as many; none where it is no such row."""
        if len(row) == 1:
            return []
        phrase = self._behind[row[-1]]
        named_behind = phrase is not None and bool(phrase.years)
        phrase = phrase if named_behind else self._before(row[0])
        if phrase is None:
            return []
        if len(phrase.years) == len(row) and not phrase.yearly:
            return [Dated(_of_one_year(phrase, year)) for year in phrase.years]
        if self._says_respectively(row):
            return [Dated(uneven=True) for _ in row]
        return [Dated(phrase, inferred=position != row[-1] or not named_behind) for position in row]

    def _says_respectively(self, row: list[int]) -> bool:
        first, last = self._found[row[0]].first, self._found[row[-1]].last
        around = self._tokens[max(0, first - 3) : last + 4]
        return any(token.text in ("henholdsvis", "hhv") for token in around)

    def _single(self, position: int, before: list[Dated]) -> Dated:
        """The years of one quantity; what is said right behind it is kept beside years that stand elsewhere."""
        behind = self._behind[position]
        if behind and (behind.years or behind.later or behind.always):
            return Dated(behind)
        elsewhere = self._before(position) or self._further_behind(position) or self._shared(position, before)
        if elsewhere is None:
            return Dated(behind)
        close = 0 <= self._found[position].first - elsewhere.end <= _CLOSE
        return Dated(_together(elsewhere, behind) if behind else elsewhere, inferred=not close)

    def _before(self, position: int) -> YearPhrase | None:
        """The years that lead up to a quantity in its own clause."""
        first, taken = self._found[position].first, self.taken_before(position)
        in_brackets = False
        for at in range(first, max(taken, first - _REACH_BEFORE) - 1, -1):
            phrase = self._ending.get(at)
            if phrase and phrase.years and phrase.start >= taken:
                return phrase if phrase.lead in _LEADING else None
            token = self._tokens[at - 1] if at else None
            if token is None or token.text in _NEW_CLAUSE_BEFORE:
                return None
            in_brackets = token.kind is Kind.CLOSE or (in_brackets and token.kind is not Kind.OPEN)
            if token.kind not in _GAP_BEFORE and not in_brackets:
                return None
        return None

    def _further_behind(self, position: int) -> YearPhrase | None:
        """The years some words behind a quantity in its own clause."""
        behind = self._behind[position]
        start = behind.end if behind else self._found[position].last + 1
        for at in range(start, min(start + _REACH_BEHIND, len(self._tokens))):
            phrase = self._starting.get(at)
            if phrase and phrase.lead is not Lead.LABEL:
                return phrase if phrase.always or (phrase.years and phrase.holds_far) else None
            if self._tokens[at].kind is not Kind.WORD or self._tokens[at].text in _NEW_CLAUSE:
                return None
        return None

    def _shared(self, position: int, before: list[Dated]) -> YearPhrase | None:
        """`I 2019 afsættes 0,1 mio. kr. til bænke og 0,2 mio. kr. til fortove`: the years lead up to both."""
        if not before or not before[-1].inferred or before[-1].phrase is None:
            return None
        one, other = self._found[position - 1], self._found[position]
        if before[-1].phrase.end > one.first or other.first - one.last > _REACH_OF_SHARED:
            return None
        between = self._tokens[one.last + 1 : other.first]
        return before[-1].phrase if all(token.kind in (Kind.WORD, Kind.COMMA) for token in between) else None


def _of_one_year(phrase: YearPhrase, year: int) -> YearPhrase:
    return replace(phrase, years=(year,), onward=phrase.onward and year == phrase.years[-1], until=False)


def _together(one: YearPhrase, other: YearPhrase) -> YearPhrase:
    """What two phrases say together; the years are those of the one that names them."""
    named, also = (one, other) if one.years or not other.years else (other, one)
    return replace(
        named,
        start=min(one.start, other.start),
        end=max(one.end, other.end),
        yearly=named.yearly or also.yearly,
        spread=named.spread or also.spread,
        later=named.later or also.later,
        always=named.always or also.always,
    )
