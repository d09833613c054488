"""A point's text against its annex rows: every verdict, and no contradiction where the text may mean other money."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.checks.figures.compare import Comparison, Verdict, compare
from renderer.model.amount import Amount
from renderer.model.item import BudgetType
from tests.amounts import amounts
from tests.checks.amounts.test_hostile_prose import PIECES

PERIOD = (2019, 2022)
DRIFT, CAPITAL = BudgetType.OPERATING, BudgetType.CAPITAL


def row(*thousands: int | None) -> dict[int, Amount]:
    """Amounts in 1.000 kr. of 2019 and the years after it."""
    return {year: Amount.thousands(number) for year, number in enumerate(thousands, 2019) if number is not None}


def told(comparison: Comparison) -> str:
    claim, entry = comparison.claim, comparison.entry
    year = claim.year if claim else entry.year if entry else None
    sides = (claim.amount.literal if claim else "-", entry.amount.literal if entry else "-")
    return f"{comparison.verdict.value} {year or ''} {' / '.join(sides)}".replace("  ", " ")


def verdicts(text: str, drift: dict[int, Amount] | None = None, capital: dict[int, Amount] | None = None) -> list[str]:
    rows = {kind: amounts for kind, amounts in ((DRIFT, drift), (CAPITAL, capital)) if amounts}
    return [told(comparison) for comparison in compare(text, rows, PERIOD)]


@pytest.mark.parametrize(
    "text",
    [
        "Udgifterne til konsulenter skal ned med 1,0 mio. kr. årligt.",
        "Budgettet sættes de kommende år ned med 1,0 mio. kr. årligt.",
        "Puljen falder med 1,0 mio. kr. årligt.",
        "Rammen sænkes med 1,0 mio. kr. årligt.",
        "Rammen reduceres med 1,0 mio. kr. årligt.",
        "Tilskuddet nedsættes med 1,0 mio. kr. årligt.",
        "Tilskuddet er nedsat med 1,0 mio. kr. årligt.",
        "Der skæres 1,0 mio. kr. væk årligt.",
        "Der skæres årligt 1,0 mio. kr. ned på rejser.",
        "Rejsebudgettet beskæres med 1,0 mio. kr. årligt.",
        "Udgiften mindskes med 1,0 mio. kr. årligt.",
        "Området får et fald på 1,0 mio. kr. årligt.",
        "Tilskuddet bortfalder, og det er 1,0 mio. kr. årligt.",
        "Der fjernes 1,0 mio. kr. årligt fra puljen.",
        "Lavere udgifter til vikarer giver 1,0 mio. kr. årligt.",
        "Indkøbene giver en nettobesparelse på 1,0 mio. kr. årligt.",
        "Der skal indspares 1,0 mio. kr. årligt.",
        "Puljen bringes ned på et lavere niveau, 1,0 mio. kr. årligt.",
    ],
)
def test_a_word_of_saving_is_the_minus_of_the_annex(text: str) -> None:
    assert {line.split()[0] for line in verdicts(text, row(-1000, -1000, -1000, -1000))} == {"stemmer"}


@pytest.mark.parametrize(
    "text",
    [
        "Der afsættes 1,0 mio. kr. årligt til affald.",
        "Stien ned til søen får 1,0 mio. kr. årligt.",
        "I tilfælde af sne bruges 1,0 mio. kr. årligt.",
        "En mindre bygning får 1,0 mio. kr. årligt.",
    ],
)
def test_other_words_turn_no_sign(text: str) -> None:
    assert "stemmer" not in {line.split()[0] for line in verdicts(text, row(-1000, -1000, -1000, -1000))}


def test_every_verdict() -> None:
    text = "Der afsættes 4,7 mio. kr. i 2019, 6 mio. kr. i 2020, 5,3 mio. kr. i 2021 og 2 mio. kr. i 2022."

    assert verdicts(text, row(4711, 6000, 5364)) == [
        "stemmer afrundet 2019 4,7 / 4.711",
        "stemmer 2020 6 / 6.000",
        "forkert afrundet 2021 5,3 / 5.364",
        "kun i teksten 2022 2 / -",
    ]
    assert verdicts("Der afsættes 2 mio. kr. i 2019.", row(500)) == ["modsiger hinanden 2019 2 / 500"]
    assert verdicts("Der bygges.", row(None, 500)) == ["kun i bilaget 2020 - / 500"]


@pytest.mark.parametrize(
    ("text", "drift", "capital"),
    [
        ("Der afsættes 0,5 mio. kr. årligt.", row(500, 500, 500, 500), None),
        ("Der afsættes 0,5 mio. kr. fra 2021 og frem.", row(None, None, 500, 500), None),
        ("Der afsættes 0,5 mio. kr. til en undersøgelse.", row(None, None, 500), None),
        ("Der afsættes 0,75 mio. kr. i 2019 og 2020.", row(750, 750), None),
        ("Der afsættes 0,9 mio. kr. i 2019 og 2020.", row(400, 500), None),
        ("Der afsættes i alt 0,9 mio. kr. i 2019-2020.", row(400, 500), None),
        (
            "Der afsættes 0,16 mio. kr. årligt fra 2021 og frem, og 0,05 mio. kr. i 2021.",
            row(None, None, 160, 160),
            row(None, None, 50),
        ),
        ("Der afsættes 0,3 mio. kr. i 2019 til bænke og 0,2 mio. kr. i 2019 til skilte.", row(500), None),
        ("Der afsættes 2 mio. kr. i 2019.", row(500), row(1500)),
        ("Der afsættes 3 mio. kr. i 2019. Der er en besparelse på 1 mio. kr. i 2019.", row(2000), None),
        ("Der afsættes 0,5 mio. kr. i 2019 stigende til 1 mio. kr. i 2021.", row(500, 750, 1000), None),
        ("Der spares 0,1 mio. kr. årligt.", row(-100, -100, -100, -100), None),
        ("Besparelsen er -0,1 mio. kr. i 2019.", row(-100), None),
        ("Der afsættes 1,5 mio til bænke i 2019.", row(1500), None),
        ("Der afsættes 0,5 mio. kr. i 2019. Midlerne, 0,5 mio. kr., udmøntes i udvalget.", row(500), None),
    ],
)
def test_what_agrees(text: str, drift: dict[int, Amount], capital: dict[int, Amount] | None) -> None:
    found = verdicts(text, drift, capital)

    assert found
    assert [verdict for verdict in found if not verdict.startswith("stemmer ")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Der afsættes 3 mio. kr. i 2019. Heraf anvendes 1 mio. kr. hvert år til leg.",
        "Der afsættes yderligere 3 mio. kr. i 2019. Dermed er der årligt 7 mio. kr. at søge.",
        "Staten giver 5 mio. kr. i 2019.",
        "Der afsættes 5 mio. kr. i 2019 fra en statslig pulje.",
        "Inden for det allerede afsatte budget prioriteres 0,8 mio. kr. i 2019.",
        "Der er tidligere afsat 5 mio. kr. i 2019.",
        "I budgetaftalen for 2018 blev der bevilget 4 mio. kr. Parterne fordeler dem således:\n\n1,5 mio. kr. i 2019.",
        "Der afsættes ca. 2 mio. kr. i 2019.",
        "Der afsættes op til 5 mio. kr. i 2019.",
        "Der afsættes 4-5 mio. kr. i 2019.",
        "I 2019 afsættes der 2 mio. kr. til bænke.",
        "Der afsættes 2 mio. kr. til bænke.",
        "Der afsættes i alt 9 mio. kr. i 2019-2022.",
        "Anlægget koster 9 mio. kr. i 2019.",
        "Hvis staten giver tilsagn, afsættes 2 mio. kr. i 2019.",
        "Der afsættes 1 mio. kr. i 2019 til A. Der afsættes 1,2 mio. kr. i 2019 til B.",
    ],
)
def test_what_may_be_other_money_is_no_contradiction(text: str) -> None:
    found = {comparison.verdict for comparison in compare(text, {DRIFT: row(3000)}, PERIOD)}

    assert found <= {Verdict.AGREE, Verdict.TEXT_ONLY, Verdict.ANNEX_ONLY}


def test_a_sign_is_part_of_the_amount() -> None:
    assert verdicts("Der afsættes 0,1 mio. kr. i 2019.", row(-100)) == ["modsiger hinanden 2019 0,1 / -100"]


def test_two_open_rows_are_no_contradiction() -> None:
    assert verdicts("Der afsættes 2 mio. kr. i 2019.", row(500), row(700)) == [
        "kun i bilaget 2019 - / 500",
        "kun i bilaget 2019 - / 700",
        "kun i teksten 2019 2 / -",
    ]


@given(st.integers(1, 99_999), st.integers(0, 3))
def test_a_rounded_amount_agrees(thousands: int, decimals: int) -> None:
    entry = Amount.thousands(thousands)
    rounded = entry.rounded_to(decimals, entry.in_unit(Amount.millions(1).unit).unit)
    (found,) = compare(f"Der afsættes {rounded.literal} mio. kr. i 2019.", {DRIFT: {2019: entry}}, PERIOD)

    assert found.verdict in (Verdict.AGREE, Verdict.AFTER_ROUNDING) or rounded.kroner == 0


@given(
    st.lists(st.sampled_from((*PIECES, "afsættes", "spares", "9" * 30)), max_size=30).map(" ".join),
    st.dictionaries(
        st.sampled_from(BudgetType), st.dictionaries(st.integers(2018, 2024), amounts(), max_size=4), max_size=2
    ),
)
def test_every_entry_has_a_verdict_and_nothing_raises(text: str, rows: dict[BudgetType, dict[int, Amount]]) -> None:
    found = compare(text, rows, PERIOD)

    assert {(each.entry.budget_type, each.entry.year) for each in found if each.entry} == {
        (kind, year) for kind, figures in rows.items() for year in figures
    }
    assert all(each.claim or each.entry for each in found)


def test_an_amount_greater_than_any_budget_is_not_read() -> None:
    assert verdicts(f"Der afsættes {'9' * 30} mia. kr. i 2019.", {2019: Amount.thousands(Decimal(1))}) == [
        "kun i bilaget 2019 - / 1"
    ]


@pytest.mark.parametrize(
    "piece", ["spar 1 mio. kr. i 2019 ", "0,5 mio. kr. i 2019-2022, ", "1 kr. ", "Der afsættes 2 mio. kr. i 2019. "]
)
def test_a_long_text_is_compared(piece: str) -> None:
    found = verdicts(piece * (50_000 // len(piece)), row(777, 888))

    assert [verdict for verdict in found if "777" in verdict or "888" in verdict]
