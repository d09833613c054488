"""Figures by year: the unit of the table, cells without an entry, and what is refused."""

from typing import Any

import pytest
from pydantic import ValidationError

from renderer.model.amount import Amount, Unit
from renderer.model.signed.annex import Annex, AnnexGroup, FigureRow
from renderer.model.signed.savings import SavingsCase, SavingsOverview


def annex(row: dict[str, Any], **fields: Any) -> Annex:
    rows = [{"nummer": "1.5", "titel": "Voksne", **row}]
    return Annex.model_validate({"type": "drift", "titel": "Bilag", "grupper": [{"rækker": rows}], **fields})


def figures(table: Annex) -> dict[int, Amount]:
    (row,) = table.rows()
    return dict(row.amounts)


def test_a_cell_stands_in_thousands_unless_the_table_says_otherwise() -> None:
    assert figures(annex({"beløb": {"2019": "23.000"}})) == {2019: Amount.thousands("23000")}
    assert figures(annex({"beløb": {"2019": "23,00"}}, enhed="mio. kr.")) == {2019: Amount.millions("23.00")}
    assert figures(annex({"beløb": {"2019": "175.000"}}, enhed="kr.")) == {2019: Amount.kr("175000")}


def test_savings_stand_in_millions_with_the_decimals_written() -> None:
    case = SavingsCase.model_validate(
        {"kode": "ØKU-11", "titel": "Ture", "beløb": {"2019": "-0,025", "2020": "0,50"}, "investering": "1,70"}
    )

    assert [amount.literal for amount in case.amounts.values()] == ["-0,025", "0,50"]
    assert case.investment == Amount.millions("1.70")


@pytest.mark.parametrize("empty", ["", " ", None])
def test_an_empty_cell_is_no_entry_and_zero_is_one(empty: str | None) -> None:
    table = annex({"beløb": {"2019": empty, "2020": "0"}})

    assert list(figures(table)) == [2020]
    assert SavingsCase.model_validate({"kode": "A", "titel": "B", "investering": empty}).investment is None


def test_years_stand_in_order() -> None:
    assert list(figures(annex({"beløb": {"2021": "1", "2019": "2"}}))) == [2019, 2021]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"2019": "1.5"}, "ugyldigt-beløb"),
        ({"2019": "mange"}, "ugyldigt-beløb"),
        ({"2019": ["1"]}, "ugyldigt-beløb"),
        ({"19": "1"}, "ugyldigt-årstal"),
        ("23.000", "dict_type"),
        (["23.000"], "dict_type"),
    ],
)
def test_what_is_no_amount_is_refused_at_its_place(cells: Any, code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        annex({"beløb": cells})

    (problem,) = caught.value.errors()
    assert problem["type"] == code
    assert problem["loc"][:5] == ("grupper", 0, "rækker", 0, "beløb")


def test_an_unknown_unit_is_refused_and_nothing_else() -> None:
    with pytest.raises(ValidationError) as caught:
        annex({"beløb": {"2019": "1"}}, enhed="mio")

    assert [problem["loc"] for problem in caught.value.errors()] == [("enhed",)]


def test_a_table_holds_amounts_of_its_own_unit_alone() -> None:
    row = FigureRow(title="Voksne", amounts={2019: Amount.millions(1)})
    with pytest.raises(ValidationError):
        Annex.model_validate({"type": "drift", "titel": "Bilag", "grupper": [AnnexGroup(rows=(row,))]})
    case = SavingsCase(code="A", title="B", investment=Amount.thousands(1))
    with pytest.raises(ValidationError):
        SavingsOverview.model_validate({"titel": "B", "grupper": [{"cases": [case]}]})


def test_stated_sums_stand_in_the_unit_of_their_table() -> None:
    table = annex({}, enhed="mio. kr.", sum={"2019": "1,5"})
    assert table.total == {2019: Amount.millions("1.5")}
    assert table.unit is Unit.MILLIONS
