"""Titles that say `Udmøntning af <aftale>` and no follow-up: the rows tell whether it is the plan."""

import pytest

from renderer.readers.earlier.dispatch import read_earlier
from tests.readers.earlier.small_documents import LETTER, ROWS, TITLE, case_of, codes, document, item

UNREPORTED = item(rows=tuple(row.replace("☺", "") for row in ROWS), finances="Økonomi\t\t\t")
OF_A_COMMITTEE = "Udmøntning af Aftale om budget 2020 for Jobudvalgets ansvarsområde"
OF_NOBODY = "Udmøntning af Aftale om budget 2020"


def test_a_committees_title_without_a_smiley_in_any_row_is_the_plans() -> None:
    reading = document(UNREPORTED, title=OF_A_COMMITTEE)
    agreement = reading.agreement

    assert (agreement["titel"], agreement["udvalgsform"]) == ("Aftale om budget 2020", "ansvarsområde")
    assert (agreement["udmøntningsform"], reading.followup["opfølgning"]) == ("uden status", "0")
    assert "titelform" not in agreement
    assert agreement["udvalg"] == ["Jobudvalget"]
    assert codes(reading) == ["kommune-mangler"]


def test_a_title_that_may_have_lost_its_subtitle_is_told_of() -> None:
    reading = document(UNREPORTED, title=OF_NOBODY)

    assert reading.followup["opfølgning"] == "0"
    assert "opfølgning-udledt" in codes(reading)
    assert "opfølgning-mangler" not in codes(reading)


@pytest.mark.parametrize(
    "reported",
    [
        item(finances="Økonomi\t\t\t☺", rows=tuple(row.replace("☺", "") for row in ROWS)),
        item(rows=(ROWS[0].replace("☺", ""), *ROWS[1:]), finances="Økonomi\tStatus: Holder.\t\t"),
    ],
)
@pytest.mark.parametrize("title", [OF_A_COMMITTEE, OF_NOBODY])
def test_one_smiley_or_one_status_makes_it_a_followup_that_the_title_does_not_say(title: str, reported: str) -> None:
    reading = document(reported, title=title)

    assert "opfølgning-mangler" in codes(reading)
    assert "udmøntningsform" not in reading.agreement


def test_a_document_of_which_only_the_title_is_left_is_nothing_to_conclude_from() -> None:
    reading = read_earlier("x.md", LETTER.format(title=OF_NOBODY).encode())

    assert "opfølgning-mangler" in codes(reading)


def test_a_subtitle_below_keeps_whom_the_title_is_for() -> None:
    reading = document(title="Udmøntning af Aftale om budget 2020 for Egedal Kommune\n\n## Anden opfølgning")

    assert reading.findings == ()
    assert reading.agreement["titelform"] == "undertitel"
    assert case_of(reading).agreement.organisation.municipality == "Egedal Kommune"
    assert case_of(reading).followups[0].number == 2


@pytest.mark.parametrize(
    "title",
    [
        "1. budgetopfølgning 2020\n\n# Den politiske aftale for budget 2020",
        "1. budgetopfølgning – Den politiske aftale for budget 2020",
    ],
)
def test_the_oldest_titles_name_the_budget_followup(title: str) -> None:
    reading = document(title=title)

    assert reading.agreement["titel"] == "Den politiske aftale for budget 2020"
    assert reading.followup["opfølgning"] == "1"
    assert codes(reading) == ["kommune-mangler"]


def test_the_time_of_a_milestone_is_no_title() -> None:
    assert document(title=TITLE).findings == ()
