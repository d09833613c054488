"""Amounts in prose: what a Dane would understand is understood, and what is not clear is told, never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.checks.amounts.mention import Bound, Mention, Rate
from renderer.checks.amounts.prose import amounts_in
from renderer.edition.danish_amounts import amount_text, unit_text
from tests.amounts import amounts

PERIOD = (2019, 2022)


def told(mention: Mention) -> str:
    """A mention in short: its amount, its years in 2019-2022, and what else is said of it."""
    low = f"{mention.lowest.literal} til " if mention.lowest else ""
    amount = f"{low}{mention.amount.literal} {unit_text(mention.amount.unit)}" if mention.amount else "?"
    years = ", ".join(map(str, mention.years_in(PERIOD)))
    rate = {Rate.YEARLY: "årligt", Rate.IN_ALL: "i alt", Rate.UNSAID: ""}[mention.rate]
    bound = {Bound.ABOUT: "ca.", Bound.AT_LEAST: "mindst", Bound.AT_MOST: "højst", Bound.EXACT: ""}[mention.bound]
    words = (amount.replace("\u00a0", " "), years, rate, bound, "fjernt" if mention.inferred else "")
    return " | ".join(word for word in words if word)


def read(text: str) -> list[str]:
    return [told(mention) for mention in amounts_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der er 4,7 mio. kr. i kassen.", "4,7 mio. kr."),
        ("Prisen er 175.000 kr. pr. bus.", "175.000 kr."),
        ("Prisen er kr. 175.000 pr. bus.", "175.000 kr."),
        ("Prisen er kr 1.500,- pr. bus.", "1.500 kr."),
        ("Prisen er 1.500,- pr. bus.", "1.500 kr."),
        ("Prisen er 1.500,50 kr.", "1.500,50 kr."),
        ("Prisen er 175 000 kr.", "175.000 kr."),
        ("Prisen er DKK 2.500.000.", "2.500.000 kr."),
        ("Prisen er kr. -500 i år.", "-500 kr."),
        ("Prisen er kr. 5 mio. i dag.", "5 mio. kr."),
        ("Prisen er 600 t.kr. i dag.", "600 t.kr."),
        ("Prisen er 600 tkr. i dag.", "600 t.kr."),
        ("Prisen er 600 (1.000 kr.) i dag.", "600 t.kr."),
        ("Prisen er 600 i 1.000 kr.", "600 t.kr."),
        ("Prisen er 100 tusind kroner.", "100 t.kr."),
        ("Prisen er 1,7 mia. kr.", "1,7 mia. kr."),
        ("Prisen er 2 milliarder kroner.", "2 mia. kr."),
        ("Prisen er 1 million kroner.", "1 mio. kr."),
        ("Prisen er ½ mio. kr.", "0,5 mio. kr."),
        ("Prisen er 1½ mio. kr.", "1,5 mio. kr."),
        ("Prisen er 1/2 mio. kr.", "0,5 mio. kr."),
        ("Prisen er 2 1/2 mio. kr.", "2,5 mio. kr."),
        ("Prisen er en halv mio. kr.", "0,5 mio. kr."),
        ("Prisen er halvanden million kroner.", "1,5 mio. kr."),
        ("Prisen er to mio. kr.", "2 mio. kr."),
        ("Prisen er 1.5 mio om dagen.", "1,5 mio. kr."),
        ("Prisen er 0.25 mio. kr.", "0,25 mio. kr."),
        ("Prisen er 1,500,000.00 kr.", "1.500.000,00 kr."),
        ("Prisen er 0,958 mio. kr.", "0,958 mio. kr."),
        ("Prisen er 2.632,2 mio. kr.", "2.632,2 mio. kr."),
        ("En drift på -0,5 mio. kr.", "-0,5 mio. kr."),
        ("En drift på minus 0,5 mio. kr.", "-0,5 mio. kr."),
        ("Prisen er 2000 kr.", "2.000 kr."),
        ("Det koster 5\nmio.\nkr. at bygge.", "5 mio. kr."),
    ],
)
def test_one_amount(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der gives 2-3 mio. kr.", "2 til 3 mio. kr."),
        ("Der gives 0,7-1,0 mio. kr.", "0,7 til 1,0 mio. kr."),
        ("Der gives 1,1 - 5,8 mio. kr. årligt.", "1,1 til 5,8 mio. kr. | 2019, 2020, 2021, 2022 | årligt"),
        ("Der gives mellem 2 og 3 mio. kr.", "2 til 3 mio. kr."),
        ("Der gives mellem 0,5 mio. kr. og 1 mio. kr.", "0,5 til 1 mio. kr."),
        ("Der gives 500 t.kr. til 1 mio. kr.", "0,500 til 1 mio. kr."),
        ("Der gives to til tre mio. kr.", "2 til 3 mio. kr."),
        ("Der gives op til 25 mio. kr.", "25 mio. kr. | højst"),
        ("Der gives højst 25 mio. kr.", "25 mio. kr. | højst"),
        ("Der gives min. 150 mio. kr.", "150 mio. kr. | mindst"),
        ("Der gives mere end 150 mio. kr.", "150 mio. kr. | mindst"),
        ("Der gives ca. 0,4 mio. kr. fra 2021.", "0,4 mio. kr. | 2021, 2022 | ca."),
        ("Der gives knap 9,6 mio. kr. over de næste 4 år.", "9,6 mio. kr. | i alt | ca."),
    ],
)
def test_ranges_and_bounds(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det er 1 mio. kr. i 2019.", "1 mio. kr. | 2019"),
        ("Det er 1 mio. kr. i 2019 og 2020.", "1 mio. kr. | 2019, 2020"),
        ("Det er 1 mio. kr. i årene 2019-2021.", "1 mio. kr. | 2019, 2020, 2021"),
        ("Det er 1 mio. kr. i 2019-21.", "1 mio. kr. | 2019, 2020, 2021"),
        ("Det er 1 mio. kr. fra 2020 til og med 2021.", "1 mio. kr. | 2020, 2021"),
        ("Det er 1 mio. kr. fra 2021.", "1 mio. kr. | 2021, 2022"),
        ("Det er 1 mio. kr. fra 2021 og frem til bænke.", "1 mio. kr. | 2021, 2022"),
        ("Det er 1 mio. kr. i 2021 og frem.", "1 mio. kr. | 2021, 2022"),
        ("Det er 1 mio. kr. fra og med Budget 2021.", "1 mio. kr. | 2021, 2022"),
        ("Det er 1 mio. kr. frem til 2020.", "1 mio. kr. | 2019, 2020"),
        ("Det er 1 mio. kr. 2021.", "1 mio. kr. | 2021"),
        ("Det er 1 mio. kr. (2020-2021).", "1 mio. kr. | 2020, 2021"),
        ("Det er 1 mio. kr. årligt.", "1 mio. kr. | 2019, 2020, 2021, 2022 | årligt"),
        ("Det er 1 mio. kr. om året fra 2021.", "1 mio. kr. | 2021, 2022 | årligt"),
        ("Det er 1 mio. kr. årligt i perioden 2020-2022.", "1 mio. kr. | 2020, 2021, 2022 | årligt"),
        ("Det er 1 mio. kr. i hvert af årene 2019-2022.", "1 mio. kr. | 2019, 2020, 2021, 2022 | årligt"),
        ("Det er årligt 1 mio. kr. i 2019-2020.", "1 mio. kr. | 2019, 2020 | årligt"),
        ("En årlig besparelse på 1 mio. kr. fra 2021.", "1 mio. kr. | 2021, 2022 | årligt"),
        ("I alt 1 mio. kr. i 2019-2020.", "1 mio. kr. | 2019, 2020 | i alt"),
        ("I 2019 gives der 1 mio. kr. til bænke.", "1 mio. kr. | 2019 | fjernt"),
        ("Der gives 1 mio. kr. til flere bænke i 2019.", "1 mio. kr. | 2019 | fjernt"),
        ("Besparelse i 2019: 1 mio. kr.", "1 mio. kr. | 2019"),
        ("2019: 1 mio. kr.", "1 mio. kr. | 2019"),
        ("Der gives 1 mio. kr. til bænke i årene fremover.", "1 mio. kr. | 2019, 2020, 2021, 2022 | fjernt"),
        ("Det er 1 mio. kr. i både 2019 og 2020.", "1 mio. kr. | 2019, 2020 | årligt"),
        ("Det er 1 mio. kr. i såvel 2019 som 2021.", "1 mio. kr. | 2019, 2021 | årligt"),
        ("Det er 1 mio. kr. i 2019 og i 2020.", "1 mio. kr. | 2019, 2020"),
        ("Det er 1 mio. kr. i budget 2019 og overslagsårene 2020-2022.", "1 mio. kr. | 2019, 2020, 2021, 2022"),
        ("Det er 1 mio. kr. i 2. halvår 2019.", "1 mio. kr. | 2019"),
        ("Det er 1 mio. kr. (2018-priser) i 2020.", "1 mio. kr. | 2020"),
        ("DET ER 1 MIO. KR. I 2019.", "1 mio. kr. | 2019"),
        ("I budget 2018 blev der givet 1 mio. kr. til bænke.", "1 mio. kr."),
        ("Der gives 1 mio. kr., som bruges i 2021.", "1 mio. kr."),
        ("Der gives 1 mio. kr. i 2019-priser.", "1 mio. kr."),
        ("Der gives 1 mio. kr. fra 2019-puljen.", "1 mio. kr."),
        ("Banen åbner i 2019. Der gives 1 mio. kr. til den.", "1 mio. kr."),
        ("Det er 1 mio. kr. i 2022-2019.", "1 mio. kr."),
    ],
)
def test_years(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Der gives 4 mio. kr. i 2019, 6 mio. kr. i 2020 og 5 mio. kr. i 2021 og frem.",
            ["4 mio. kr. | 2019", "6 mio. kr. | 2020", "5 mio. kr. | 2021, 2022"],
        ),
        (
            "Der gives 0,5, 0,6 og 0,7 mio. kr. i henholdsvis 2019, 2020 og 2021.",
            ["0,5 mio. kr. | 2019", "0,6 mio. kr. | 2020", "0,7 mio. kr. | 2021"],
        ),
        (
            "Der gives 4 mio. kr. i 2019, 6,5 i 2020 og 5 i 2021.",
            ["4 mio. kr. | 2019", "6,5 mio. kr. | 2020", "5 mio. kr. | 2021"],
        ),
        (
            "Der gives 4 i 2019, 6,5 i 2020 og 5 mio. kr. i 2021.",
            ["4 mio. kr. | 2019", "6,5 mio. kr. | 2020", "5 mio. kr. | 2021"],
        ),
        (
            "Provenuet i 2020 og 2021 er henholdsvis 1 mio. kr. og 2 mio. kr.",
            ["1 mio. kr. | 2020", "2 mio. kr. | 2021"],
        ),
        (
            "Der gives 1 mio. kr. i 2019 stigende til 3 mio. kr. fra 2021.",
            ["1 mio. kr. | 2019", "3 mio. kr. | 2021, 2022"],
        ),
        (
            "Der gives 1 mio. kr. fra 2019 og frem, stigende til 3 mio. kr. fra 2021 og frem.",
            ["1 mio. kr. | 2019, 2020", "3 mio. kr. | 2021, 2022"],
        ),
        (
            "Der gives 1 mio. kr. i 2019 og derefter 2 mio. kr. årligt.",
            ["1 mio. kr. | 2019", "2 mio. kr. | 2020, 2021, 2022 | årligt"],
        ),
        (
            "Der gives 1 mio. kr. i 2019, stigende til 2 mio. kr. i de efterfølgende år.",
            ["1 mio. kr. | 2019", "2 mio. kr. | 2020, 2021, 2022"],
        ),
        (
            "I 2019 gives der 1 mio. kr. til bænke og 2 mio. kr. til skilte.",
            ["1 mio. kr. | 2019 | fjernt", "2 mio. kr. | 2019 | fjernt"],
        ),
        ("Der gives 1 mio. kr. i 2019 og i 2020 2 mio. kr.", ["1 mio. kr. | 2019", "2 mio. kr. | 2020"]),
        (
            "Der gives 1 mio. kr. i 2019 og 2 mio. kr. i hvert af de følgende år.",
            ["1 mio. kr. | 2019", "2 mio. kr. | 2020, 2021, 2022"],
        ),
        ("Prisen stiger fra 2 til 3 mio. kr. i 2020.", ["2 mio. kr.", "3 mio. kr. | 2020"]),
        ("2019: 1 mio. kr. 2020: 2 mio. kr.", ["1 mio. kr. | 2019", "2 mio. kr. | 2020"]),
        ("Der gives 1 mio. kr. til A. Bænkene koster 500 kr. stykket.", ["1 mio. kr.", "500 kr."]),
    ],
)
def test_several_amounts(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Skatten er 25,5 pct. efter § 16, stk. 3, fra den 1. januar 2019.",
        "Danmark har 5,8 mio. indbyggere og 2,3 mio. biler.",
        "Andelen er 2.632,2 af 20.000 arbejdspladser i 2019-2022.",
        "Se punkt 1.5, sag 00.30.00-S00-2-18 og telefon 4024 1712.",
        "Beløbene står i 1.000 kr. (1.000 kr.)",
        "Det er samme antal kr. på området, et tocifret millionbeløb.",
        "Beløbet er i mio. kr. og kroner.",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "doubt", "possible"),
    [
        ("Prisen er 1,500 kr.", "tallet kan læses på to måder", ["1.500", "1,500"]),
        ("Prisen er 1.50.000 kr.", "tallet er ikke skrevet, så det kan læses", []),
        ("Prisen er 3-2 mio. kr.", "det første beløb er ikke mindre end det sidste", []),
        (
            "Der gives 1 mio. kr. og 2 mio. kr. i henholdsvis 2019, 2020 og 2021.",
            "der er ikke lige mange beløb og år",
            ["1"],
        ),
    ],
)
def test_what_is_not_clear_is_told(text: str, doubt: str, possible: list[str]) -> None:
    mention = amounts_in(text)[0]

    assert mention.doubt is not None
    assert mention.doubt.value == doubt
    assert [amount.literal for amount in mention.possible] == possible
    assert not mention.exact


def test_places_count_the_characters_of_the_text() -> None:
    text = "Æblerne er købt. Der gives ca. kr. 500 i 2019, og 2 mio. kr. siden. Slut."
    one, other = amounts_in(text)

    assert text[one.start : one.end] == "kr. 500"
    assert text[other.start : other.end] == "2 mio. kr."
    assert text[slice(*one.sentence)].strip() == "Der gives ca. kr. 500 i 2019, og 2 mio. kr. siden"


@given(st.lists(amounts(), min_size=1, max_size=4))
def test_printed_amounts_are_read_in_order(stated: list[object]) -> None:
    text = " og ".join(f"der gives {amount_text(amount)} i 2020" for amount in stated)  # type: ignore[arg-type]

    assert [mention.amount for mention in amounts_in(text)] == stated
    assert {mention.years for mention in amounts_in(text)} == {(2020,)}
