"""How rules on figures speak of amounts and years."""

from collections.abc import Iterable, Mapping

from renderer.edition.danish import NBSP
from renderer.edition.danish_amounts import amount_text
from renderer.model.amount import Amount
from renderer.model.item import BudgetType

_SPAN = 3


def amount_words(amount: Amount) -> str:
    """`4,7 mio. kr.` with plain spaces, as messages have them."""
    return amount_text(amount).replace(NBSP, " ")


def year_words(years: Iterable[int]) -> str:
    """`2019`, `2019 og 2020`, `2019-2022`, `2019, 2020 og 2022`."""
    told = sorted(set(years))
    if len(told) >= _SPAN and told[-1] - told[0] == len(told) - 1:
        return f"{told[0]}-{told[-1]}"
    return and_words(str(year) for year in told)


def and_words(words: Iterable[str]) -> str:
    """`a, b og c`."""
    *head, last = list(words) or [""]
    return f"{', '.join(head)} og {last}" if head else last


def figure_words(figures: Mapping[int, Amount]) -> str:
    """`100 t.kr. i 2019-2021 og 200 t.kr. i 2022`: the years of each amount together."""
    years_of: dict[Amount, list[int]] = {}
    for year, amount in figures.items():
        years_of.setdefault(amount, []).append(year)
    return and_words(f"{amount_words(amount)} i {year_words(years)}" for amount, years in years_of.items())


def annex_words(kinds: Iterable[BudgetType]) -> str:
    """`bilaget (drift)`, `bilaget (drift og anlæg)`."""
    return f"bilaget ({and_words(dict.fromkeys(kind.value for kind in kinds))})"
