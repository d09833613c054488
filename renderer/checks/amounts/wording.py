"""The words right before an amount: how exactly, how often, and whether something rises to it.

    op til 25 mio. kr.   min. 150 mio. kr.   ca. 0,4 mio. kr.         a bound
    årligt 0,3 mio. kr.   en årlig besparelse på 1,9 mio. kr.         each year
    i alt 16 mio. kr.   en samlet ramme på 4 mio. kr.                 in all
    stigende til 15 mio. kr.   fra 2 til 3 mio. kr.                   a change
    derefter 1 mio. kr.                                               after what was said before

Only words of the same clause are looked at, the nearest first.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from renderer.checks.amounts.mention import Bound
from renderer.checks.amounts.tokens import Kind, Token, words_of
from renderer.checks.amounts.year_words import AND

_BOUNDS = {
    **dict.fromkeys(("ca", "cirka", "omkring", "knap", "godt", "næsten", "anslået", "omtrent"), Bound.ABOUT),
    **dict.fromkeys(("min", "minimum", "mindst", "over"), Bound.AT_LEAST),
    **dict.fromkeys(("højst", "maksimalt", "maks", "max", "maksimum", "under"), Bound.AT_MOST),
}
_PAIRS = {
    ("op", "til"): Bound.AT_MOST,
    ("mere", "end"): Bound.AT_LEAST,
    ("mindre", "end"): Bound.AT_MOST,
    ("lidt", "over"): Bound.ABOUT,
    ("i", "størrelsesordenen"): Bound.ABOUT,
}
_YEARLY = frozenset(("årligt", "årlig", "årlige"))
_IN_ALL = frozenset(("samlet", "samlede"))
_LATER = frozenset(("derefter", "herefter", "efterfølgende"))
_CHANGING = words_of(
    "stigende faldende voksende stiger falder stige falde øges hæves sænkes reduceres forhøjes nedsættes ændres"
)
_REACH = 5
_REACH_OF_YEARLY = 4


@dataclass(frozen=True)
class Wording:
    """What the words before an amount say of it."""

    bound: Bound = Bound.EXACT
    yearly: bool = False
    in_all: bool = False
    later: bool = False
    changed_to: bool = False
    respectively: bool = False


def wording_before(tokens: list[Token], first: int, taken: int) -> Wording:
    """The words before token `first`, back to token `taken`, which still says something of the amount before."""
    words = list(_clause_before(tokens, first, taken))
    pairs = [*zip(words[1:], words, strict=False)]
    near = words[:_REACH_OF_YEARLY]
    return Wording(
        bound=_bound(words, pairs),
        yearly=not _YEARLY.isdisjoint(near),
        in_all=("i", "alt") in pairs[:3] or not _IN_ALL.isdisjoint(near),
        later=not _LATER.isdisjoint(near),
        changed_to="til" in words[:2] and not _CHANGING.isdisjoint(words),
        respectively=not {"henholdsvis", "hhv"}.isdisjoint(near),
    )


def _clause_before(tokens: list[Token], first: int, taken: int) -> Iterator[str]:
    """The words of the clause before an amount, the nearest first."""
    for at in range(first - 1, max(taken, first - 1 - _REACH) - 1, -1):
        token = tokens[at]
        if token.kind is not Kind.WORD or (token.text in AND and at < first - 1):
            return
        yield token.text


def _bound(words: list[str], pairs: list[tuple[str, str]]) -> Bound:
    """The bound that stands right before the amount, `i alt` and the like between them."""
    for position, word in enumerate(words[:_REACH_OF_YEARLY]):
        pair = pairs[position] if position < len(pairs) else None
        if pair in _PAIRS:
            return _PAIRS[pair]
        if word in _BOUNDS:
            return _BOUNDS[word]
        if word not in ("i", "alt", "årligt", "yderligere", "samlet", "et", "beløb", "på", "minimum"):
            return Bound.EXACT
    return Bound.EXACT
