"""Days as people type them: what is read, and what is told instead of guessed."""

import datetime

import pytest

from renderer.model.day import MONTHS, NotADay, read_day

AUGUST = datetime.date(2027, 8, 13)
MAY = datetime.date(2027, 5, 4)


@pytest.mark.parametrize(
    "typed",
    [
        "2027-08-13", "2027.8.13", "13-08-2027", "13.08.2027", "13.8.2027", "13/8/2027", "13/8-2027", "13/8 2027",
        "13. 8. 2027", "13. august 2027", "13 august 2027", "13.august 2027", "13. aug. 2027", "13-aug-2027",
        "den 13. august 2027", "d. 13. august 2027", "Den 13. August 2027", "fredag den 13. august 2027",
        "Fredag, den 13. august 2027", " 13.\u00a0august  2027 ",
    ],
)  # fmt: skip
def test_every_way_to_type_a_day(typed: str) -> None:
    assert read_day(typed) == AUGUST


@pytest.mark.parametrize("typed", ["04-05-2027", "4.5.2027", "4/5-2027", "4/5 2027", "4. maj 2027", "2027-5-4"])
def test_the_day_stands_before_the_month(typed: str) -> None:
    assert read_day(typed) == MAY


@pytest.mark.parametrize(("number", "month"), list(enumerate(MONTHS, 1)))
def test_every_month_by_its_name_and_by_its_first_letters(number: int, month: str) -> None:
    day = datetime.date(2026, number, 28)

    assert read_day(f"28. {month} 2026") == read_day(f"28. {month[:3]}. 2026") == read_day(f"28.{number}.2026") == day


def test_a_leap_day_is_one_in_its_years_only() -> None:
    assert read_day("29-02-2028") == datetime.date(2028, 2, 29)
    with pytest.raises(NotADay) as refused:
        read_day("29-02-2027")
    assert refused.value.message == "»29-02-2027« er ikke en dato, for februar 2027 har dagene 1 til 28."


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("13-08-27", "»13-08-27« kan læses på flere måder, for årstallet har kun to cifre."),
        ("4. maj 27", "»4. maj 27« kan læses på flere måder, for årstallet har kun to cifre."),
        ("4/5/2027", "»4/5/2027« kan både være 4. maj og 5. april."),
        ("31. april 2027", "»31. april 2027« er ikke en dato, for april 2027 har dagene 1 til 30."),
        ("0.5.2027", "»0.5.2027« er ikke en dato, for maj 2027 har dagene 1 til 31."),
        ("08/13/2027", "»08/13/2027« er ikke en dato, for der er ingen måned 13."),
        ("4. mai 2027", "»4. mai 2027« er ikke en dato, for der er ingen måned, der hedder »mai«."),
        ("onsdag den 4. maj 2027", "»onsdag den 4. maj 2027« passer ikke: 4. maj 2027 er en tirsdag."),
        ("maj 2027", "»maj 2027« er ikke en dato."),
        ("4. maj", "»4. maj« er ikke en dato."),
        ("0000-01-01", "»0000-01-01« er ikke en dato."),
        ("20270504", "»20270504« er ikke en dato."),
        ("2027-05-04T00:00", "»2027-05-04T00:00« er ikke en dato."),
        ("i morgen", "»i morgen« er ikke en dato."),
        ("", "»« er ikke en dato."),
        ("१३-०८-२०२७", "»१३-०८-२०२७« er ikke en dato."),
    ],
)  # fmt: skip
def test_what_is_no_day_or_may_be_two(typed: str, message: str) -> None:
    with pytest.raises(NotADay) as refused:
        read_day(typed)

    assert refused.value.message == message
    assert refused.value.hint


def test_the_same_number_as_day_and_month_is_one_day() -> None:
    assert read_day("5/5/2027") == datetime.date(2027, 5, 5)
