"""Every amount of a real agreement is found, with its years, and nothing that is none."""

from collections import Counter

from renderer.checks.amounts.prose import amounts_in
from renderer.model.item import BudgetType
from tests.checks.amounts.agreement_003 import (
    YEARS,
    StatedAmount,
    needs_original,
    original_rows,
    original_texts,
    stated_amounts,
)

pytestmark = needs_original


def read_amounts() -> Counter[StatedAmount]:
    return Counter(
        StatedAmount(place, mention.amount, mention.years_in((YEARS[0], YEARS[-1])))
        for place, text in original_texts().items()
        for mention in amounts_in(text)
        if mention.amount
    )


def test_the_samples_are_whole() -> None:
    rows = original_rows()

    assert len(original_texts()) == 92 + 6 + 3
    assert sum(BudgetType.OPERATING in row for row in rows.values()) == 26
    assert sum(BudgetType.CAPITAL in row for row in rows.values()) == 22
    assert len(stated_amounts()) == 87


def test_precision_and_recall() -> None:
    stated, found = Counter(stated_amounts()), read_amounts()
    right = (stated & found).total()

    assert right / found.total() >= 0.98
    assert right / stated.total() >= 0.98
    assert (stated - found, found - stated) == (Counter(), Counter())


def test_no_amount_is_in_doubt() -> None:
    assert [
        text[each.start : each.end] for text in original_texts().values() for each in amounts_in(text) if each.doubt
    ] == []
