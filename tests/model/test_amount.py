"""Amounts: exact, with the precision they were written with; cells are read and written back as they stand."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from renderer.model.amount import Amount, Unit, total
from renderer.model.amount_values import MillionsAmount, MillionsCell, ThousandsAmount, ThousandsCell, read_cell
from tests.amounts import amounts
from tests.model.test_values import read, refusal, written


@pytest.mark.parametrize(
    ("amount", "kroner"),
    [
        (Amount.thousands(23000), 23_000_000),
        (Amount.millions("-0.025"), -25_000),
        (Amount.of("1.7", Unit.BILLIONS), 1_700_000_000),
        (Amount.kr("0.50"), Decimal("0.5")),
        (Amount.millions("0.00"), 0),
    ],
)
def test_worth_in_kroner(amount: Amount, kroner: int | Decimal) -> None:
    assert amount.kroner == kroner
    assert hash(amount.kroner) == hash(kroner)


def test_alike_and_worth_the_same_are_two_things() -> None:
    half = Amount.millions("0.5")

    assert half == Amount.millions("0.5")
    assert half != Amount.millions("0.50")
    assert half != Amount.thousands(500)
    assert half.same_value(Amount.millions("0.50"))
    assert half.same_value(Amount.thousands(500))
    assert not half.same_value(Amount.thousands(501))
    assert len({half, Amount.millions("0.5"), Amount.millions("0.50"), Amount.thousands(500)}) == 3
    assert half != "0,5"


def test_precision_and_literal() -> None:
    assert (Amount.millions("2632.20").decimals, Amount.millions("2632.20").literal) == (2, "2.632,20")
    assert (Amount.thousands("-100").decimals, Amount.thousands(-100).literal) == (0, "-100")
    assert Amount.millions("-0.05").literal == "-0,05"
    assert Amount.kr(1234567).literal == "1.234.567"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1E3", "1E-41", "1" * 41])
def test_what_cannot_be_written_with_digits_is_no_amount(number: str) -> None:
    with pytest.raises(ValueError, match=r"E?[0-9]|N|I"):
        Amount(Decimal(number), Unit.MILLIONS)


def test_another_unit_is_the_same_money() -> None:
    assert Amount.thousands(5364).in_unit(Unit.MILLIONS) == Amount.millions("5.364")
    assert Amount.millions("23").in_unit(Unit.THOUSANDS) == Amount.thousands(23000)
    assert Amount.kr(1).in_unit(Unit.BILLIONS) == Amount.of("0.000000001", Unit.BILLIONS)


@pytest.mark.parametrize(
    ("thousands", "millions"),
    [(5364, "5.4"), (5350, "5.4"), (5349, "5.3"), (-5350, "-5.4"), (-49, "0.0"), (50, "0.1"), (0, "0.0")],
)
def test_a_half_is_rounded_away_from_zero(thousands: int, millions: str) -> None:
    assert Amount.thousands(thousands).rounded_to(1, Unit.MILLIONS) == Amount.millions(millions)


def test_rounded_in_its_own_unit() -> None:
    assert Amount.millions("0.258").rounded_to(2) == Amount.millions("0.26")
    assert Amount.millions("1").rounded_to(2) == Amount.millions("1.00")


def test_sums_and_differences() -> None:
    assert Amount.millions("0.5") + Amount.thousands(25) == Amount.millions("0.525")
    assert Amount.thousands(1) - Amount.kr(1) == Amount.thousands("0.999")
    assert -Amount.millions("-0.30") == Amount.millions("0.30")
    assert total([Amount.millions("-0.30"), None, Amount.millions("0.3")], Unit.MILLIONS) == Amount.millions("0.00")
    assert total([], Unit.THOUSANDS) == Amount.thousands(0)


@given(amounts(), amounts())
def test_sums_are_exact(one: Amount, other: Amount) -> None:
    assert (one + other).kroner == one.kroner + other.kroner
    assert (one - other).same_value(-(other - one))
    assert (one + other).unit is one.unit


@given(amounts(), st.integers(0, 9), st.sampled_from(Unit))
def test_rounding_goes_to_the_nearest(amount: Amount, decimals: int, unit: Unit) -> None:
    rounded = amount.rounded_to(decimals, unit)
    half = Amount(Decimal(5).scaleb(-decimals - 1), unit).kroner

    assert (rounded.decimals, rounded.unit) == (decimals, unit)
    assert abs(rounded.kroner - amount.kroner) <= half


@given(amounts(), st.sampled_from(Unit))
def test_a_unit_loses_nothing(amount: Amount, unit: Unit) -> None:
    assert amount.in_unit(unit).same_value(amount)


@given(amounts())
def test_a_cell_is_read_back_as_it_was_written(amount: Amount) -> None:
    assert read_cell(amount.literal, amount.unit) == amount


@pytest.mark.parametrize(
    ("kind", "text"), [(ThousandsAmount, "23.000"), (ThousandsAmount, "-100"), (MillionsAmount, "-0,025")]
)
def test_an_amount_is_written_as_it_stood(kind: Any, text: str) -> None:
    assert written(kind, text) == text


def test_loose_writings_of_the_same() -> None:
    assert read(ThousandsAmount, "23000") == Amount.thousands(23000)
    assert read(ThousandsAmount, 600) == Amount.thousands(600)
    assert read(MillionsAmount, " −0,30 ") == Amount.millions("-0.30")
    assert read(MillionsAmount, "–0,30") == Amount.millions("-0.30")
    assert read(MillionsAmount, Amount.millions("0.5")) == Amount.millions("0.5")


@pytest.mark.parametrize("cell", ["", " ", "\u00a0", None])
def test_an_empty_cell_is_no_entry_and_never_zero(cell: str | None) -> None:
    assert read(ThousandsCell, cell) is None
    assert read(MillionsCell, "0,00") == Amount.millions("0.00")
    assert written(MillionsCell, cell) == ""
    assert refusal(MillionsAmount, cell) == (
        "tomt-beløb",
        "Her mangler et beløb.",
        "Skriv beløbet i mio. kr. med cifre, fx 0,25. Er der intet beløb, så slet feltet.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "1.5",
        "0.500",
        "1,500.00",
        "1,2,3",
        "½",
        "fem",
        "5 mio. kr.",
        "-",
        "--5",
        "1.50.000",
        "٥",
        "+5",
        "1 000",
        "1e3",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    code, message, hint = refusal(ThousandsAmount, text)

    assert (code, message) == ("ugyldigt-beløb", f"»{text}« er ikke et beløb.")
    assert hint.startswith("Skriv beløbet i 1.000 kr. med cifre, fx 23.000.")


def test_an_english_number_is_told_apart() -> None:
    assert refusal(MillionsAmount, "1.5")[2].endswith("Punktum står mellem tusinder, komma foran decimaler.")
    assert not refusal(MillionsAmount, "fem")[2].endswith("decimaler.")


@pytest.mark.parametrize(("kind", "text", "most"), [(ThousandsAmount, "1,2345", 3), (MillionsAmount, "0,1234567", 6)])
def test_nothing_is_finer_than_a_krone(kind: Any, text: str, most: int) -> None:
    assert refusal(kind, text)[2] == f"Skriv højst {most} decimaler."


@pytest.mark.parametrize("value", [1.5, True, ["5"], {"a": 1}])
def test_an_amount_is_a_text(value: object) -> None:
    assert refusal(ThousandsAmount, value)[0] == "ugyldigt-beløb"


def test_a_number_without_end_is_refused() -> None:
    assert refusal(ThousandsAmount, "9" * 16) == (
        "ugyldigt-beløb",
        f"»{'9' * 16}« er for stort til et beløb.",
        "Skriv beløbet i 1.000 kr. med cifre, fx 23.000.",
    )
    assert read(ThousandsAmount, "9" * 15).literal == "999.999.999.999.999"


@given(st.text(alphabet="0123456789.,-–½ kr", max_size=30) | st.text(max_size=30))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        amount = TypeAdapter(MillionsCell).validate_python(text)
    except ValidationError as refused:
        (problem,) = refused.errors()
        assert problem["type"] == "ugyldigt-beløb"
    else:
        assert amount is None or read_cell(amount.literal, Unit.MILLIONS) == amount
