"""What changes in the middle of the year: the agreement as it stood at each follow-up, and what cannot be said."""

from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from renderer.model.agreement import Agreement
from renderer.model.case import Case
from renderer.model.item import Item
from tests.cases import PLAIN, cases

TECHNICAL, CLIMATE, CHILDREN = "Teknik- og Miljøudvalget", "Klima- og Teknikudvalget", "Børne- og Skoleudvalget"


def agreement(*items: dict[str, Any], **data: Any) -> Agreement:
    return Agreement.model_validate(
        {
            "titel": "Aftale om budget 2018",
            "budgetår": "2018",
            "sagsid": "00.30.00-S00-9-16",
            "organisation": {"kommune": "Ballerup Kommune"},
            "udvalg": [TECHNICAL, CHILDREN],
            "centre": ["By og Miljø", "Ejendomme"],
            "kapitler": [{"nummer": "4", "titel": "By", "delelementer": [{"titel": "Sti", **one} for one in items]}],
            **data,
        }
    )


def answering(found: Agreement) -> list[tuple[str | None, str | None]]:
    return [(item.centre, item.committee) for item in found.items()]


def test_an_item_that_is_given_up_is_said_once_and_left_out_afterwards() -> None:
    found = agreement({"nummer": "4.1", "udgået": {"opfølgning": "2", "begrundelse": "Puljen er faldet bort."}})

    stood = {number: [item.given_up is not None for item in found.at(number).items()] for number in range(5)}

    assert stood == {0: [False], 1: [False], 2: [True], 3: [], 4: []}


def test_an_item_belongs_to_whom_it_was_moved_last() -> None:
    moves = [
        {"opfølgning": "3", "ansvarligt_udvalg": TECHNICAL},
        {"opfølgning": "2", "ansvarligt_center": "Ejendomme", "ansvarligt_udvalg": CHILDREN},
    ]
    begun = {"nummer": "4.1", "ansvarligt_center": "By og Miljø", "ansvarligt_udvalg": TECHNICAL}
    found = agreement({**begun, "flyttet": moves})

    assert [answering(found.at(number))[0] for number in (1, 2, 3, 4)] == [
        ("By og Miljø", TECHNICAL),
        ("Ejendomme", CHILDREN),
        ("Ejendomme", TECHNICAL),
        ("Ejendomme", TECHNICAL),
    ]
    assert [len(item.moves) for number in (1, 2, 3, 4) for item in found.at(number).items()] == [0, 1, 1, 0]


def test_a_new_name_holds_for_items_lists_and_contributors() -> None:
    names = [
        {"opfølgning": "3", "navn": TECHNICAL, "nyt_navn": CLIMATE},
        {"opfølgning": "3", "navn": "By og Miljø", "nyt_navn": "Klima og By"},
    ]
    item = {"ansvarligt_center": "Ejendomme", "ansvarligt_udvalg": TECHNICAL, "bidragsydere": ["By og Miljø"]}
    found = agreement({"nummer": "4.1", **item}, nye_navne=names)

    assert found.at(2).committees == (TECHNICAL, CHILDREN)
    now = found.at(3)
    assert (now.committees, now.centres) == ((CLIMATE, CHILDREN), ("Klima og By", "Ejendomme"))
    assert [(one.committee, one.contributors) for one in now.items()] == [(CLIMATE, ("Klima og By",))]


def test_a_move_names_the_committee_as_it_is_called_then() -> None:
    names = [
        {"opfølgning": "2", "navn": TECHNICAL, "nyt_navn": CLIMATE},
        {"opfølgning": "4", "navn": CLIMATE, "nyt_navn": "Klimaudvalget"},
    ]
    moved = {"opfølgning": "3", "ansvarligt_udvalg": CLIMATE}
    found = agreement({"nummer": "4.1", "ansvarligt_udvalg": CHILDREN, "flyttet": moved}, nye_navne=names)

    assert [answering(found.at(number))[0][1] for number in (2, 3, 4)] == [CHILDREN, CLIMATE, "Klimaudvalget"]


def test_two_committees_may_become_one_and_change_names() -> None:
    names = [{"opfølgning": "3", "navn": name, "nyt_navn": "Byudvalget"} for name in (TECHNICAL, CHILDREN)]
    assert agreement(nye_navne=names).at(3).committees == ("Byudvalget",)

    swapped = [
        {"opfølgning": "3", "navn": TECHNICAL, "nyt_navn": CHILDREN},
        {"opfølgning": "3", "navn": CHILDREN, "nyt_navn": TECHNICAL},
    ]
    assert agreement(nye_navne=swapped).at(4).committees == (CHILDREN, TECHNICAL)


def test_an_earlier_followup_can_be_told_under_later_names() -> None:
    names = [{"opfølgning": "3", "navn": TECHNICAL, "nyt_navn": CLIMATE}]
    moved = {"opfølgning": "2", "ansvarligt_udvalg": CHILDREN}
    found = agreement({"nummer": "4.1", "ansvarligt_udvalg": TECHNICAL, "flyttet": moved}, nye_navne=names)

    assert answering(found.at(1, names_of=3))[0][1] == CLIMATE
    assert found.at(1, names_of=3).committees == (CLIMATE, CHILDREN)


@settings(max_examples=25)
@given(cases(forms=PLAIN, mid_year=True))
def test_the_agreement_as_it_stood_stays_as_it_stood(case: Case) -> None:
    for number in range(5):
        stood = case.agreement.at(number)
        assert stood.at(number) == stood
        asked = {item.ref for item in case.asked(number)}
        assert asked.isdisjoint(item.ref for item in case.given_up(number))
        assert asked | {item.ref for item in case.given_up(number)} == {item.ref for item in case.agreement.items()}


@settings(max_examples=25)
@given(cases(forms=PLAIN))
def test_without_changes_it_is_the_same_all_year(case: Case) -> None:
    assert all(case.agreement.at(number) is case.agreement for number in range(5))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"udgået": {"opfølgning": "0", "begrundelse": "Nej."}}, "ændring-før-første-opfølgning"),
        ({"udgået": {"opfølgning": "5", "begrundelse": "Nej."}}, "ukendt-opfølgning"),
        ({"udgået": {"opfølgning": "2"}}, "missing"),
        ({"flyttet": {"opfølgning": "2", "begrundelse": "Efter valget."}}, "flytning-uden-mål"),
        ({"flyttet": [{"opfølgning": "2", "ansvarligt_center": name} for name in "AB"]}, "flyttet-to-gange"),
    ],
)
def test_a_change_that_cannot_be_is_refused(data: dict[str, Any], code: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Item.model_validate({"nummer": "4.1", "titel": "Sti", **data})

    assert [problem["type"] for problem in refused.value.errors()] == [code]
