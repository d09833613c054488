"""What prose says about the years of an amount, read from the tokens as phrases.

i 2019   i 2019 og 2020   i årene 2019-2021   i perioden 2020-2022     these years
fra 2017   fra 2019 og frem   i 2022 og frem   fra og med Budget 2020    that year and all later ones
fra 2019 til og med 2021   frem til 2021                                 up to a year
årligt   hvert år   om året   i hvert af årene 2019-2022                 so much each year
over de næste fire år   over budgetperioden                              so much in all
derefter   herefter   i de efterfølgende år                              the years behind those named before
fremover   i hele budgetperioden                                         all years
i 2019-priser   2019-budgettet                                           no years of an amount
"""

from dataclasses import dataclass, replace

from renderer.checks.amounts.tokens import Kind, Token
from renderer.checks.amounts.year_words import (
    ALWAYS,
    AMONG_YEARS,
    AND,
    LATER,
    LEAD_OF,
    LEADS,
    ONWARD,
    PARTS_OF_YEAR,
    PRICE_WORDS,
    SPREAD,
    TO,
    YEARLY,
    Lead,
)

_LONGEST_SPAN = 40
_LONGEST_COUNT = 6
_LONGEST_CLAUSE = 10


@dataclass(frozen=True)
class YearPhrase:
    """A phrase: `start` and `end` (exclusive) count tokens.

    `years` are those named, a span with all its years; `onward` adds every later year, `until` every earlier one;
    `later` are the years behind those that were named before, `always` all years, none of them named.
    `yearly` is so much each year, `spread` so much in all.
    """

    start: int
    end: int
    years: tuple[int, ...] = ()
    lead: Lead = Lead.IN
    onward: bool = False
    until: bool = False
    yearly: bool = False
    spread: bool = False
    later: bool = False
    always: bool = False

    @property
    def holds_far(self) -> bool:
        """Whether it can belong to an amount some words before it: `0,3 mio. kr. til flere bænke i 2019`."""
        return self.lead in (Lead.IN, Lead.EACH) or (
            self.lead is Lead.FROM and self.onward and self.end - self.start > 2
        )


def year_phrases(tokens: list[Token]) -> list[YearPhrase]:
    """Every phrase about years, in order, none overlapping another."""
    found: list[YearPhrase] = []
    at = 0
    while at < len(tokens):
        phrase = _led(tokens, at) or _bare(tokens, at) or _without_years(tokens, at)
        if phrase:
            found.append(phrase)
        at = phrase.end if phrase else at + 1
    return found


def _led(tokens: list[Token], at: int) -> YearPhrase | None:
    """`i 2019 og 2020`, `fra 2017 og frem`."""
    for words in LEADS.at(tokens, at):
        behind = at + len(words.split())
        in_part = _kind(tokens, behind) is Kind.NUMBER and _text(tokens, behind + 1) in PARTS_OF_YEAR
        named = _named_years(tokens, behind + 2 if in_part else behind)
        if named:
            return _continued(tokens, replace(named, start=at, lead=LEAD_OF[words]))
    return None


def _bare(tokens: list[Token], at: int) -> YearPhrase | None:
    """`1 mio. kr. 2021`, `1 mio. kr. (2021)`, `1 mio. kr. (i 2021)`, `2021: 1 mio. kr.`."""
    behind_amount = at > 0 and tokens[at - 1].kind is Kind.UNIT
    if behind_amount and tokens[at].kind is Kind.OPEN:
        inner = _led(tokens, at + 1) or _named_years(tokens, at + 1)
        closed = inner and _kind(tokens, inner.end) is Kind.CLOSE
        return replace(inner, start=at, end=inner.end + 1) if inner and closed else None
    phrase = _named_years(tokens, at)
    if phrase and _kind(tokens, phrase.end) is Kind.COLON:
        return replace(phrase, lead=Lead.LABEL)
    return phrase if behind_amount else None


def _without_years(tokens: list[Token], at: int) -> YearPhrase | None:
    """Phrases that name no year."""
    if length := YEARLY.length_at(tokens, at):
        return YearPhrase(at, at + length, yearly=True)
    if length := LATER.length_at(tokens, at):
        return YearPhrase(at, at + length, later=True)
    if length := ALWAYS.length_at(tokens, at):
        return YearPhrase(at, at + length, always=True)
    if length := SPREAD.length_at(tokens, at) or _over_some_years(tokens, at):
        return YearPhrase(at, at + length, spread=True)
    return None


def _over_some_years(tokens: list[Token], at: int) -> int:
    """The length of `over de næste fire år`, `over 4 år`; 0 where it does not stand here."""
    if tokens[at].text != "over":
        return 0
    for length in range(2, _LONGEST_COUNT + 1):
        token = tokens[at + length - 1] if at + length <= len(tokens) else None
        if token is None or token.kind not in (Kind.WORD, Kind.NUMBER):
            return 0
        if token.text in ("år", "årene"):
            return length
    return 0


def _named_years(tokens: list[Token], at: int) -> YearPhrase | None:
    """`2019`, `2019-2021`, `2019, 2020 og 2022`: years and spans in a row."""
    more, end = _span(tokens, at)
    years = dict.fromkeys(more)
    while more:
        following = end + _joined(tokens, end)
        more, past = _span(tokens, following) if following > end else ((), end)
        years |= dict.fromkeys(more)
        end = past if more else end
    return YearPhrase(at, end, tuple(years), Lead.BARE) if years else None


def _joined(tokens: list[Token], at: int) -> int:
    """How many tokens join a year to the next one: `,`, `og`, `, og`, `/`, `og i`, `og overslagsårene`."""
    if _kind(tokens, at) is not Kind.COMMA and _text(tokens, at) not in (*AND, "som", "/"):
        return 0
    length = 2 if _kind(tokens, at) is Kind.COMMA and _text(tokens, at + 1) in AND else 1
    if _text(tokens, at + length) not in AMONG_YEARS:
        return length
    return 0 if _leads_to_amount(tokens, at + length) else length + 1


def _leads_to_amount(tokens: list[Token], at: int) -> bool:
    """Whether another amount follows in the same clause, whose years these are: `i 2019 og i 2020 1 mio. kr.`."""
    for token in tokens[at : at + _LONGEST_CLAUSE]:
        if token.kind is Kind.UNIT:
            return True
        if token.kind in (Kind.STOP, Kind.BREAK, Kind.COMMA):
            return False
    return False


def _span(tokens: list[Token], at: int) -> tuple[tuple[int, ...], int]:
    """The years of `2019`, `2019-2022`, `2019-22`, `2019 til 2022` and where they end; none where there is no year."""
    if _kind(tokens, at) is not Kind.YEAR or _is_no_time(tokens, at):
        return (), at
    first = int(tokens[at].text)
    if _kind(tokens, at + 1) is Kind.DASH:
        last = _year_or_its_end(tokens, at + 2, first)
        return (_from_to(first, last), at + 3) if last else ((), at)
    for words in TO.at(tokens, at + 1):
        end = at + 1 + len(words.split())
        if _kind(tokens, end) is Kind.YEAR and not _is_no_time(tokens, end):
            return _from_to(first, int(tokens[end].text)), end + 1
    return (first,), at + 1


def _year_or_its_end(tokens: list[Token], at: int, first: int) -> int | None:
    """The year of `2022`, or of `22` behind a dash; `None` for anything else."""
    kind = _kind(tokens, at)
    if kind is Kind.YEAR:
        return int(tokens[at].text)
    text = tokens[at].text if kind is Kind.NUMBER else ""
    if len(text) == 2 and text.isdecimal() and _kind(tokens, at + 1) is not Kind.UNIT:
        return first // 100 * 100 + int(text)
    return None


def _from_to(first: int, last: int) -> tuple[int, ...]:
    """All years of a span; none where it runs backwards or is too long to be one of a budget."""
    return tuple(range(first, last + 1)) if first <= last <= first + _LONGEST_SPAN else ()


def _is_no_time(tokens: list[Token], at: int) -> bool:
    """Whether the year names prices (`2019-priser`), a thing (`2019-budgettet`) or is an amount (`2000 kr.`)."""
    follows = tokens[at + 1 : at + 3]
    if not follows:
        return False
    if follows[0].kind is Kind.UNIT:
        return len(follows) == 1 or follows[1].kind is not Kind.NUMBER
    if follows[0].text in PRICE_WORDS:
        return True
    is_dash = follows[0].kind is Kind.DASH and follows[0].start == tokens[at].end
    return is_dash and len(follows) > 1 and follows[1].kind is Kind.WORD and follows[1].start == follows[0].end


def _continued(tokens: list[Token], phrase: YearPhrase) -> YearPhrase:
    """The phrase with `og frem` behind it, and with what its lead says."""
    tail = ONWARD.length_at(tokens, phrase.end)
    open_from = phrase.lead is Lead.FROM and len(phrase.years) == 1
    return replace(
        phrase,
        end=phrase.end + tail,
        onward=bool(tail) or open_from,
        until=phrase.lead is Lead.UNTIL,
        yearly=phrase.lead is Lead.EACH,
        spread=phrase.lead is Lead.SPREAD,
    )


def _text(tokens: list[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _kind(tokens: list[Token], at: int) -> Kind | None:
    return tokens[at].kind if 0 <= at < len(tokens) else None
