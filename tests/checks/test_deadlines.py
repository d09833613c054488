"""Rules on the deadlines of the rounds. The clean case's second follow-up is dated 4 July 2018; it has no third."""

import pytest

from tests.checks.clean_case import case_with, codes, said

DEADLINES = "aftale/frister"


@pytest.mark.parametrize(
    ("deadlines", "finding"),
    [
        (
            "{3: {indberetning: 2018-11-15, udvalgsmøde: 2018-11-14}}",
            (
                "frist-efter-møde | aftale.yaml, frister › 3 › indberetning | "
                "Centrene skal melde til tredje opfølgning senest 15. november 2018, men "
                "udvalgene mødes 14. november 2018. Ret den dag, der er forkert."
            ),
        ),
        (
            "{2: {indberetning: 2018-07-05}}",
            (
                "frist-efter-opfølgningen | aftale.yaml, frister › 2 › indberetning | "
                "Anden opfølgning er dateret 4. juli 2018, men centrene skal melde til den senest 5. juli 2018. "
                "Ret fristen, eller ret opfølgningens dato."
            ),
        ),
        (
            "{2: {indberetning: 2018-07-05, udvalgsmøde: 2018-08-15}}",
            (
                "frist-efter-opfølgningen | aftale.yaml, frister › 2 › indberetning | "
                "Anden opfølgning er dateret 4. juli 2018, men centrene skal melde til den senest 5. juli 2018. "
                "Ret fristen, eller ret opfølgningens dato."
            ),
        ),
    ],
)
def test_what_is_found(deadlines: str, finding: str) -> None:
    assert said(case_with((DEADLINES, deadlines))) == [finding]


@pytest.mark.parametrize(
    "deadlines",
    [
        "{2: {indberetning: 2018-06-15, udvalgsmøde: 2018-07-04}}",
        "{2: {indberetning: 2018-07-04, udvalgsmøde: 2018-07-04}}",
        "{2: {udvalgsmøde: 2018-06-01}}",
        "{3: {indberetning: 2018-10-26}, 4: {udvalgsmøde: 2018-01-01}}",
    ],
)
def test_what_is_in_order(deadlines: str) -> None:
    assert codes((DEADLINES, deadlines)) == []


def test_a_day_after_both_the_meeting_and_the_document_is_told_once() -> None:
    changes = (DEADLINES, "{2: {indberetning: 2018-07-06, udvalgsmøde: 2018-07-04}}")

    assert codes(changes) == ["frist-efter-møde"]


def test_the_document_of_a_later_round_is_not_looked_at_before_it_comes() -> None:
    change = (DEADLINES, "{2: {indberetning: 2018-07-05}}")

    assert codes(change, followup=1) == []
