"""Numbers and dates as a Danish Excel shows them."""

import pytest

from renderer.readers.workbook.numbers import is_date_code, shown_like, shown_number


@pytest.mark.parametrize(
    ("raw", "code", "text", "sure"),
    [
        ("7", "", "7", True), ("0.5", "General", "0,5", True), ("1E-05", "", "0,00001", True),
        ("12345678901", "@", "12345678901", True), ("23000", "#,##0", "23.000", True),
        ("-0.3", "#,##0.00", "-0,30", True), ("-1234.5", "#,##0.00", "-1.234,50", True), ("0", "0.00", "0,00", True),
        ("0.256", "0.00", "0,256", False), ("0.25", "0%", "25 pct.", False),
        ("43374", "dd-mm-yyyy", "01.10.2018", False),
        ("43374.5", "m/d/yy h:mm", "01.10.2018 12.00", False), ("5", '0" stk."', "5", False), ("x", "", "x", False),
        ("1E999", "", "1E999", False), ("99999999", "yyyy", "99999999", False),
    ],
)  # fmt: skip
def test_a_number_is_shown(raw: str, code: str, text: str, sure: bool) -> None:
    shown = shown_number(raw, code)

    assert (shown.text, shown.sure) == (text, sure)


@pytest.mark.parametrize(
    ("raw", "displayed", "text", "sure"),
    [
        ("23000", "23,000", "23000", True), ("23000", "23.000", "23000", True), ("-0.3", "-0.30", "-0,30", True),
        ("-0.3", "-0,30", "-0,30", True), ("7", "7", "7", True), ("0.256", "0.26", "0.26", False),
        ("1234.5", "1.234,5 kr.", "1234,5", True), ("x", "7", "7", False),
    ],
)  # fmt: skip
def test_a_number_is_shown_with_the_decimals_that_another_program_shows(
    raw: str, displayed: str, text: str, sure: bool
) -> None:
    shown = shown_like(raw, displayed)

    assert (shown.text, shown.sure) == (text, sure)


def test_days_count_from_another_year_in_some_files() -> None:
    assert shown_number("41912", "dd-mm-yyyy", from_1904=True).text == "01.10.2018"


@pytest.mark.parametrize(
    ("code", "is_date"),
    [("General", False), ("@", False), ('"dag" 0', False), ("[Red]0", False), ("d. mmmm yyyy", True), ("hh:mm", True)],
)
def test_a_format_of_days_is_known(code: str, is_date: bool) -> None:
    assert is_date_code(code) is is_date
