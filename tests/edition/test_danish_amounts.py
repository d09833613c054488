"""Amounts in print: what a reader sees, and that the same amount is read out of it again."""

from hypothesis import given

from renderer.checks.amounts.prose import amounts_in
from renderer.edition.danish_amounts import amount_text, cell_text, heading_unit
from renderer.model.amount import Amount, Unit
from renderer.model.amount_values import read_cell
from tests.amounts import amounts


def test_running_text() -> None:
    assert amount_text(Amount.millions("0.25")) == "0,25\u00a0mio.\u00a0kr."
    assert amount_text(Amount.kr(175000)) == "175.000\u00a0kr."
    assert amount_text(Amount.thousands(600)) == "600\u00a0t.kr."
    assert amount_text(Amount.of("-1.70", Unit.BILLIONS)) == "-1,70\u00a0mia.\u00a0kr."


def test_tables() -> None:
    assert cell_text(Amount.millions("-0.30")) == "-0,30"
    assert cell_text(Amount.millions("0.00")) == "0,00"
    assert cell_text(None) == ""
    assert heading_unit(Unit.THOUSANDS) == "1.000\u00a0kr."


@given(amounts())
def test_a_printed_amount_is_read_as_the_same(amount: Amount) -> None:
    assert read_cell(cell_text(amount), amount.unit) == amount
    assert [mention.amount for mention in amounts_in(f"Der er {amount_text(amount)} i 2019.")] == [amount]


def test_every_minus_is_printed_as_the_one_that_a_workbook_takes_for_a_minus() -> None:
    for typed in ("-0,30", "\u22120,30", "–0,30"):
        amount = read_cell(typed, Unit.MILLIONS)

        assert amount is not None
        assert cell_text(amount) == "-0,30"
        assert amount_text(amount).startswith("-0,30")
