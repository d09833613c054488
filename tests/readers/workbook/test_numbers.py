"""Numbers, dates and times as a Danish Excel shows them."""

import datetime

import pytest

from renderer.readers.workbook.numbers import format_of, is_date_code, shown_iso, shown_number

ACCOUNTS = r'_-* #,##0.00\ "kr."_-;\-* #,##0.00\ "kr."_-;_-* "-"??\ "kr."_-;_-@_-'


@pytest.mark.parametrize(
    ("raw", "code", "text", "sure"),
    [
        ("7", "", "7", True), ("0.5", "General", "0,5", True), ("1E-05", "", "0,00001", True),
        ("12345678901", "@", "12345678901", True), ("23000", "#,##0", "23.000", True),
        ("-0.3", "#,##0.00", "-0,30", True), ("-1234.5", "#,##0.00", "-1.234,50", True), ("0", "0.00", "0,00", True),
        ("0.256", "0.00", "0,256", False), ("0.25", "0%", "25 pct.", False), ("0.052", "0.0 %", "5,2 pct.", False),
        ("0.0526", "0.0%", "5,26 pct.", False), ("0.30000000000000004", "", "0,3", True),
        ("5798000000000", "", "5798000000000", True), ("1234567890123450", "", "1234567890123450", False),
        ("x", "", "x", False), ("1E999", "", "1E999", False), ("15e5", "0.00E+00", "1500000", False),
        ("0", "#", "0", True), ("1500", "#,##0.##", "1.500", True), ("2750", "0000", "2750", True),
    ],
)  # fmt: skip
def test_a_number_is_shown(raw: str, code: str, text: str, sure: bool) -> None:
    shown = shown_number(raw, code)

    assert (shown.text, shown.sure) == (text, sure)


@pytest.mark.parametrize(
    ("raw", "code", "text"),
    [
        ("5", '0" stk."', "5 stk."), ("3", 'General" stk."', "3 stk."), ("1500000", '#,##0 "kr."', "1.500.000 kr."),
        ("1500000.4", '#,##0 "kr."', "1.500.000,4 kr."), ("1500000", "[$kr.-406] #,##0", "kr. 1.500.000"),
        ("-1500", "[$kr.-406] #,##0;[$kr.-406] -#,##0", "kr. -1.500"), ("-100", ACCOUNTS, "-100,00 kr."),
        ("0", ACCOUNTS, "0,00 kr."), ("-2.5", "#,##0.00;[Red](#,##0.00)", "-2,50"), ("-5", "0;[Red]0", "-5"),
        ("1500000", '0.0,," mio. kr."', "1,5 mio. kr."), ("1523000", '0.0,," mio. kr."', "1,523 mio. kr."),
        ("12345679", "00 00 00 00", "12 34 56 79"), ("101901234", "000000-0000", "010190-1234"),
        ("0.5", "# ?/?", "1/2"), ("2.5", "# ?/?", "2 1/2"), ("0.375", "# ?/8", "3/8"), ("0.33", "# ?/?", "0,33"),
        ("1", '"Ja";"Ja";"Nej"', "Ja"), ("0", '"Ja";"Ja";"Nej"', "Nej"), ("120", '[<=100]0;0" over"', "120 over"),
        ("2", "+0;-0", "+2"),
    ],
)  # fmt: skip
def test_words_signs_and_places_of_a_format_are_shown_and_told(raw: str, code: str, text: str) -> None:
    shown = shown_number(raw, code)

    assert (shown.text, shown.sure) == (text, False)


@pytest.mark.parametrize(
    ("raw", "code", "text"),
    [
        ("0.29375", "hh:mm", "07:03"), ("0.29375", "h:mm", "7:03"), ("0.79375", "h:mm AM/PM", "7:03 PM"),
        ("0.29375", "yyyy-mm-dd h:mm:ss", "07:03"), ("1.541666666666667", "[h]:mm", "37:00"),
        ("1.541666666666667", "[hh]:mm:ss", "37:00:00"), ("0.041", "[m]:ss", "59:02"), ("0", "[h]:mm", "0:00"),
        ("0.00052", "mm:ss.0", "00:44,9"), ("0.00052", "mm:ss", "00:45"), ("0.9999", "tt:mm", "23:59"),
        ("43132", "d-mmm", "1-feb"), ("43221", "mmm-yy", "maj-18"),
        ("43132", "[$-406]d. mmmm yyyy;@", "1. februar 2018"),
        ("43132", r"[$-F800]dddd\,\ mmmm\ dd\,\ yyyy", "1. februar 2018"), ("43132", "dddd d/m", "torsdag 1-2"),
        ("43374", "dd-mm-yyyy", "01.10.2018"), ("43374", "yyyy-mm-dd", "01.10.2018"),
        ("43374", "dd-mm-åååå", "01.10.2018"), ("43374.5", "m/d/yy h:mm", "01.10.2018 12.00"),
        ("1", "dd-mm-yyyy", "01.01.1900"), ("99999999", "yyyy", "99999999"), ("-0.3", "hh:mm", "-0,3"),
    ],
)  # fmt: skip
def test_days_and_times_are_shown_as_to_the_one_who_typed_and_told(raw: str, code: str, text: str) -> None:
    shown = shown_number(raw, code)

    assert (shown.text, shown.is_date, shown.sure) == (text, True, False)


@pytest.mark.parametrize(
    ("number", "raw", "text"),
    [(16, "43132", "1-feb"), (17, "43221", "maj-18"), (20, "0.29375", "07:03"), (46, "1.5", "36:00:00"),
     (14, "43132", "01.02.2018"), (12, "0.5", "1/2"), (44, "1500", "1.500,00 kr."), (9, "0.25", "25 pct.")],
)  # fmt: skip
def test_formats_that_programs_know_by_number_are_those_of_a_danish_excel(number: int, raw: str, text: str) -> None:
    assert shown_number(raw, format_of(number, {})).text == text


@pytest.mark.parametrize(
    ("stored", "code", "text"),
    [
        ("2018-02-01", "", "01.02.2018"), ("2018-02-01T07:03:00", "", "01.02.2018 07.03"),
        ("2018-02-01", "d-mmm", "1-feb"), ("07:03:00", "", "07:03"), ("PT37H00M00S", "", "37:00"),
        ("PT07H03M00S", "hh:mm", "07:03"), ("PT37H00M00.5S", "[h]:mm", "37:00"), ("i går", "", "i går"),
    ],
)  # fmt: skip
def test_days_and_times_in_words_are_shown_the_same(stored: str, code: str, text: str) -> None:
    shown = shown_iso(stored, code)

    assert (shown.text, shown.sure) == (text, False)


def test_a_day_is_known_however_it_is_shown() -> None:
    assert shown_number("43132", "d-mmm").day == datetime.date(2018, 2, 1)
    assert shown_number("0.29375", "hh:mm").day is None


def test_days_count_from_another_year_in_some_files() -> None:
    assert shown_number("41912", "dd-mm-yyyy", from_1904=True).text == "01.10.2018"


@pytest.mark.parametrize(
    ("code", "is_date"),
    [("General", False), ("@", False), ('"dag" 0', False), ("[Red]0", False), ("d. mmmm yyyy", True), ("hh:mm", True),
     ("[h]", True)],
)  # fmt: skip
def test_a_format_of_days_is_known(code: str, is_date: bool) -> None:
    assert is_date_code(code) is is_date
