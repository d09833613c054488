"""A real agreement: one amount is wrongly rounded, nothing contradicts, and what is another thing's is left alone."""

from collections import Counter

from renderer.checks.figures.compare import Comparison, Verdict, compare
from tests.checks.amounts.agreement_003 import YEARS, needs_original, original_rows, original_texts

pytestmark = needs_original

# The points with amounts that are not in the annex under the same point: what was granted before, a part, a total,
# what the state gives, what another pool gives up.
ONLY_IN_TEXT = {
    "1.9": {"175.000"},
    "1.20": {"150.000"},
    "1.21": {"0,01"},
    "3.3": {"1"},
    "3.19": {"2", "5"},
    "4.13": {"4", "1,5", "1"},
    "4.14": {"1"},
    "4.16": {"0,8"},
    "4.21": {"8"},
    "4.24": {"4"},
}


def comparisons() -> dict[str, list[Comparison]]:
    period = (YEARS[0], YEARS[-1])
    points = {name: text for name, text in original_texts().items() if "." in name}
    return {number: compare(text, original_rows().get(number, {}), period) for number, text in points.items()}


def with_verdict(verdict: Verdict) -> dict[str, list[Comparison]]:
    found = {number: [each for each in all_ if each.verdict is verdict] for number, all_ in comparisons().items()}
    return {number: some for number, some in found.items() if some}


def test_the_verdict_of_every_row() -> None:
    found = Counter(each.verdict for some in comparisons().values() for each in some if each.entry)

    assert found == {
        Verdict.AGREE: 105,
        Verdict.AFTER_ROUNDING: 3,
        Verdict.WRONGLY_ROUNDED: 1,
        Verdict.ANNEX_ONLY: 1,
    }
    assert found.total() == sum(len(row) for rows in original_rows().values() for row in rows.values())


def test_the_amount_that_is_wrongly_rounded() -> None:
    ((number, (found,)),) = with_verdict(Verdict.WRONGLY_ROUNDED).items()

    assert found.claim is not None
    assert found.entry is not None
    assert (number, found.entry.year) == ("3.8", 2022)
    assert (found.claim.amount.literal, found.entry.amount.literal) == ("5,3", "5.364")
    assert list(with_verdict(Verdict.AFTER_ROUNDING)) == ["3.8"]


def test_nothing_contradicts() -> None:
    assert with_verdict(Verdict.CONTRADICT) == {}


def test_what_is_in_one_place_only() -> None:
    text_only = with_verdict(Verdict.TEXT_ONLY)
    annex_only = with_verdict(Verdict.ANNEX_ONLY)

    assert {
        number: {each.claim.amount.literal for each in some if each.claim} for number, some in text_only.items()
    } == ONLY_IN_TEXT
    assert not any(each.claim and each.claim.certain for some in text_only.values() for each in some)
    assert [(number, each.entry.year) for number, some in annex_only.items() for each in some if each.entry] == [
        ("4.13", 2020)
    ]
