"""Numbers with their units: where a prose states money, before it is asked which years that is for.

    4,7 mio. kr.   175.000 kr.   1.500,-   5 t.kr.          a number and its unit
    kr. 175.000   kr 1.500,-                                the unit in front
    en halv mio. kr.   halvanden million   to mio. kr.      numbers in letters
    2-3 mio. kr.   1,1 - 5,8 mio. kr.   mellem 2 og 3 mio. kr.   2 til 3 mio. kr.      a range
    0,5, 0,6 og 0,7 mio. kr.                                a list that states its unit once
    4,7 i 2019, 6,5 i 2020 og 5,3 mio. kr. i 2021           a list with years between
    -0,5 mio. kr.   minus 0,5 mio. kr.                      less than nothing
    (1.000 kr.)   tal i 1.000 kr.                           a unit, no amount
    600 (1.000 kr.)                                         an amount in that unit

Here `mio.` without `kr.` is money only where no noun follows that it could count.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from renderer.checks.amounts.numerals import NUMBER_WORDS, readings
from renderer.checks.amounts.tokens import Kind, Token, words_of
from renderer.checks.amounts.years import YearPhrase
from renderer.model.amount import Amount, Unit

_BEHIND_BARE_UNIT = words_of(
    "i til fra årligt og på om pr per ved over for samt hvert der som inden indenfor ud af er blev bliver skal stigende"
    " faldende mere mindre eller"
)
_NUMBERED = words_of("punkt pkt afsnit nr nummer side stk kapitel bilag del")
_IN_LISTS = words_of("og samt eller henholdsvis til")
_CHANGES = words_of(
    "stigende faldende stiger falder stige falde øges øge hæves hæve sænkes sænke reduceres reducere forhøjes forhøje"
    " nedsættes ændres reguleres voksende op ned"
)
_LOOK_BACK = 6


@dataclass(frozen=True)
class Quantity:
    """An amount in the tokens from `first` to `last`, inclusive; `number` is `None` where its reading is not clear.

    `lowest` is the lower end of a range; `numeral` what was written; `readings` what it could mean.
    """

    first: int
    last: int
    unit: Unit
    numeral: str
    readings: tuple[Decimal, ...]
    lowest: Decimal | None = None

    @property
    def amount(self) -> Amount | None:
        """The amount, the upper end of a range; `None` where more or less than one number can be read."""
        return Amount(self.readings[0], self.unit) if len(self.readings) == 1 else None

    @property
    def possible(self) -> tuple[Amount, ...]:
        """Every amount that can be read here."""
        return tuple(Amount(number, self.unit) for number in self.readings)


def quantities(tokens: list[Token], phrases: list[YearPhrase]) -> list[Quantity]:
    """Every amount of money in order, those of lists and ranges included."""
    found: dict[int, Quantity] = {}
    for at, token in enumerate(tokens):
        if token.kind is Kind.UNIT:
            for quantity in _at_unit(tokens, at):
                found.setdefault(quantity.last, quantity)
    ordered = [found[last] for last in sorted(found)]
    return _without_overlaps([*ordered, *_elliptic(tokens, phrases, ordered)])


def _at_unit(tokens: list[Token], at: int) -> Iterable[Quantity]:
    """What a unit belongs to: the number before it with its list or range, or the one behind it."""
    if _is_column_unit(tokens, at):
        return _before_column_unit(tokens, at)
    numeral = _numeral_before(tokens, at - 1)
    if numeral is None:
        return _behind(tokens, at)
    if not _is_money(tokens, numeral[0], at):
        return ()
    end = at
    while _kind(tokens, end + 1) is Kind.UNIT and tokens[end + 1].unit is Unit.KRONER:
        end += 1
    return _list_or_range(tokens, _quantity(tokens, numeral, end, tokens[at].unit or Unit.KRONER))


def _is_column_unit(tokens: list[Token], at: int) -> bool:
    """Whether `1.000 kr.` is a unit here: in brackets of its own, or behind `i`."""
    if tokens[at].unit is not Unit.KRONER or at < 2 or tokens[at - 1].text != "1.000":
        return False
    bracketed = _kind(tokens, at - 2) is Kind.OPEN and _kind(tokens, at + 1) is Kind.CLOSE
    return bracketed or tokens[at - 2].text in ("i", "hele")


def _before_column_unit(tokens: list[Token], at: int) -> Iterable[Quantity]:
    """`600 (1.000 kr.)`, `23.000 i 1.000 kr.`."""
    number = at - 3
    if number < 0 or tokens[number].kind is not Kind.NUMBER:
        return ()
    closed = 1 if _kind(tokens, at + 1) is Kind.CLOSE else 0
    return (_quantity(tokens, (number, number), at + closed, Unit.THOUSANDS),)


def _behind(tokens: list[Token], at: int) -> Iterable[Quantity]:
    """`kr. 175.000`: the currency stands before its number."""
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    before = _kind(tokens, at - 1)
    if tokens[at].unit is not Unit.KRONER or follows is None or before in (Kind.UNIT, Kind.NUMBER):
        return ()
    sign = 1 if follows.kind is Kind.DASH and _kind(tokens, at + 2) is Kind.NUMBER else 0
    number = at + 1 + sign
    end = number + 1 if _kind(tokens, number + 1) is Kind.UNIT else number
    if tokens[at].text == ",-" or _kind(tokens, number) is not Kind.NUMBER or _unit_at(tokens, end) is not Unit.KRONER:
        return ()
    return (replace(_quantity(tokens, (number, number), end, Unit.KRONER), first=at),)


def _unit_at(tokens: list[Token], at: int) -> Unit:
    """The unit of a token; kroner where it is none."""
    return tokens[at].unit or Unit.KRONER


def _numeral_before(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """The tokens of the number that ends here: digits, `2 1/2`, or letters (`en halv`); `None` where there is none."""
    kind = _kind(tokens, at)
    if kind is Kind.NUMBER or (kind is Kind.YEAR and not _is_dated(tokens, at)):
        mixed = "/" in tokens[at].text and _kind(tokens, at - 1) is Kind.NUMBER and len(tokens[at - 1].text) < 3
        return (at - 1, at) if mixed else (at, at)
    if kind is Kind.WORD and tokens[at].text in NUMBER_WORDS:
        with_article = tokens[at].text in ("halv", "kvart") and _text(tokens, at - 1) in ("en", "et")
        return (at - 1, at) if with_article else (at, at)
    return None


def _is_dated(tokens: list[Token], at: int) -> bool:
    """Whether four digits before a unit are a year: `i 2019 kr. 500.000`, `2019 mio. kr.`."""
    behind = _kind(tokens, at + 2) in (Kind.NUMBER, Kind.YEAR)
    return behind or tokens[at + 1].unit is not Unit.KRONER or _kind(tokens, at - 1) is Kind.DASH


def _is_money(tokens: list[Token], number: int, at: int) -> bool:
    """Whether a unit counts kroner: `2 mio. borgere` does not."""
    in_kroner = tokens[at].names_kroner or (number > 0 and tokens[number - 1].unit is Unit.KRONER)
    if in_kroner or _kind(tokens, at + 1) is not Kind.WORD:
        return True
    return tokens[at + 1].text in _BEHIND_BARE_UNIT


def _quantity(tokens: list[Token], numeral: tuple[int, int], last: int, unit: Unit) -> Quantity:
    """The quantity of a numeral with its sign."""
    first, end = numeral
    values = _values(tokens, numeral, unit)
    text = " ".join(token.text for token in tokens[first : end + 1])
    if _is_negative(tokens, first):
        return Quantity(first - 1, last, unit, text, tuple(value.copy_negate() for value in values))
    return Quantity(first, last, unit, text, values)


def _values(tokens: list[Token], numeral: tuple[int, int], unit: Unit) -> tuple[Decimal, ...]:
    first, last = numeral
    if tokens[last].kind is Kind.WORD:
        return (NUMBER_WORDS[tokens[last].text],)
    values = readings(tokens[last].text, unit)
    if first == last:
        return values
    return tuple(whole + value for whole in readings(tokens[first].text, unit) for value in values)


def _is_negative(tokens: list[Token], first: int) -> bool:
    """Whether a minus stands before the number, close to it and to nothing else: `-0,5`, not `2-3`, not ` – 5`."""
    if _text(tokens, first - 1) == "minus":
        return True
    if _kind(tokens, first - 1) is not Kind.DASH or tokens[first - 1].end != tokens[first].start:
        return False
    before = tokens[first - 2] if first >= 2 else None
    return before is None or before.end < tokens[first - 1].start or before.kind is Kind.OPEN


def _list_or_range(tokens: list[Token], quantity: Quantity) -> list[Quantity]:
    """A quantity with the numbers before it that share its unit: the ends of a range, or a list."""
    lowest = _lower_end(tokens, quantity)
    if lowest:
        return [_ranging(quantity, lowest)]
    members = [quantity]
    while member := _member_before(tokens, members[-1]):
        members.append(member)
    return members


def _lower_end(tokens: list[Token], quantity: Quantity) -> Quantity | None:
    """The lower end of a range: `2-3`, `mellem 2 og 3`, `2 til 3`, each end perhaps with a unit."""
    at = quantity.first - 1
    between = tokens[at] if at > 0 else None
    if between is None:
        return None
    end = at - 1
    unit = quantity.unit
    if tokens[end].kind is Kind.UNIT:
        unit, end = tokens[end].unit or unit, end - 1
    numeral = _numeral_before(tokens, end)
    if numeral is None or tokens[end].kind is Kind.YEAR or _text(tokens, numeral[0] - 1) in _NUMBERED:
        return None
    lower = _quantity(tokens, numeral, at - 1, unit)
    is_between = between.text in ("og", "til") and _text(tokens, lower.first - 1) == "mellem"
    is_to = between.text == "til" and not _is_change(tokens, lower.first)
    return lower if between.kind is Kind.DASH or is_between or is_to else None


def _is_change(tokens: list[Token], at: int) -> bool:
    """Whether `2 til 3 mio. kr.` is a way from one to the other: `stiger fra 2 til 3 mio. kr.`."""
    before = [token.text for token in tokens[max(0, at - _LOOK_BACK) : at]]
    return "fra" in before or not _CHANGES.isdisjoint(before)


def _ranging(upper: Quantity, lower: Quantity) -> Quantity:
    """The range as one quantity; without a reading where it does not rise."""
    low, high = lower.amount, upper.amount
    clear = low is not None and high is not None and low.kroner < high.kroner
    return Quantity(
        lower.first,
        upper.last,
        upper.unit,
        f"{lower.numeral}-{upper.numeral}",
        upper.readings if clear else (),
        low.in_unit(upper.unit).number if clear and low else None,
    )


def _member_before(tokens: list[Token], member: Quantity) -> Quantity | None:
    """The number before a member of a list that has no unit of its own: `0,5` of `0,5 og 0,6 mio. kr.`."""
    at = member.first - 1
    while at > 0 and (
        tokens[at].kind is Kind.COMMA or tokens[at].text in ("og", "samt", "eller", "henholdsvis", "til")
    ):
        at -= 1
    joined = member.first - 1 - at
    if not 0 < joined <= 3 or _kind(tokens, at) is not Kind.NUMBER or _text(tokens, at - 1) in _NUMBERED:
        return None
    if _text(tokens, at + 1) == "til" and not _is_change(tokens, at):
        return None
    return _quantity(tokens, (at, at), at, member.unit)


def _elliptic(tokens: list[Token], phrases: list[YearPhrase], full: list[Quantity]) -> Iterator[Quantity]:
    """Members of a list whose unit stands at another one: `4,7 i 2019, 6,5 i 2020 og 5,3 mio. kr. i 2021`."""
    dated = {phrase.start: phrase.end for phrase in phrases if phrase.years}
    units = {quantity.first: quantity.unit for quantity in full}
    going_on = {
        _next_member(tokens, dated[quantity.last + 1]): quantity.unit for quantity in full if quantity.last + 1 in dated
    }
    waiting: list[int] = []
    awaited = -1
    for at, token in enumerate(tokens):
        if token.kind is not Kind.NUMBER or at + 1 not in dated or _text(tokens, at - 1) in _NUMBERED:
            continue
        following = _next_member(tokens, dated[at + 1])
        if at in going_on:
            going_on[following] = going_on[at]
            yield _quantity(tokens, (at, at), at, going_on[at])
            continue
        waiting = waiting if at == awaited else []
        waiting.append(at)
        awaited = following
        if following in units:
            yield from (_quantity(tokens, (number, number), number, units[following]) for number in waiting)


def _next_member(tokens: list[Token], at: int) -> int:
    """Where the next member of a list begins behind `, ` or ` og `; -1 where the list does not go on."""
    end = at
    while end < at + 3 and end < len(tokens) and (tokens[end].kind is Kind.COMMA or tokens[end].text in ("og", "samt")):
        end += 1
    return end if end > at else -1


def _without_overlaps(found: list[Quantity]) -> list[Quantity]:
    """In order, each token in one quantity only: the longer one stays."""
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda each: (each.first, -each.last)):
        if not kept or quantity.first > kept[-1].last:
            kept.append(quantity)
    return kept


def _kind(tokens: list[Token], at: int) -> Kind | None:
    return tokens[at].kind if 0 <= at < len(tokens) else None


def _text(tokens: list[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""
