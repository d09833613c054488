"""Dates: every way to write one is known, and only the odd ones are told."""

import pytest

from renderer.checks.editorial.dates import FORMS, WRITTEN_OUT, differing_dates, usual_form
from renderer.checks.editorial.note import Written


def odd(text: str) -> list[str]:
    return [note.message.split("»")[1].split("«")[0] for note in differing_dates(Written.of(text))]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Fra den 1. maj 2018 til 01.08.2018.", "01.08.2018"),
        ("Fra den 1. maj 2018 til 1/8 2018.", "1/8 2018"),
        ("Fra den 1. maj 2018 til 1/8-18.", "1/8-18"),
        ("Fra den 1. maj 2018 til 01-08-2018.", "01-08-2018"),
        ("Fra den 1. maj 2018 til 2018-08-01.", "2018-08-01"),
        ("Fra den 1. maj 2018 til 1. aug. 2018.", "1. aug."),
        ("Fra den 1. maj 2018 til 1 august 2018.", "1 august"),
        ("Fra 01.05.2018 til 01.08.2018 og 1. maj 2019.", "1. maj"),
    ],
)
def test_a_date_that_is_not_like_the_others(text: str, date: str) -> None:
    assert odd(text) == [date]


@pytest.mark.parametrize(
    "text",
    [
        "Fra den 1. maj 2018 til den 31. december 2018.",
        "Fra 01.05.2018 til 31.12.2018.",
        "Den 1. maj 2018 er 1/2 af pladserne besat, se punkt 5.08.1 og sag 00.30.00-S00-9-16.",
        "Den 1. maj 2018 ved 2. budgetopfølgning, 2016-2019, 0-25 år og 12-14 pladser.",
        "I maj 2018 og i 2019.",
    ],
)
def test_dates_that_are_alike(text: str) -> None:
    assert odd(text) == []


def test_each_way_is_told_once_in_a_text() -> None:
    assert odd("Den 1. maj 2018, den 2. maj 2018, den 3. maj 2018, 4/5 2018 og 5/5 2018.") == ["4/5 2018"]


def test_the_house_style_wins_where_two_ways_are_as_frequent() -> None:
    assert usual_form([Written.of("Den 01.05.2018 eller den 2. maj 2018.")]) == WRITTEN_OUT
    assert usual_form([]) == WRITTEN_OUT


def test_the_examples_of_the_ways_are_written_so() -> None:
    for form, pattern in FORMS.items():
        assert pattern.search(form)
        assert usual_form([Written.of(f"Den {form}.")]) == form
