"""The smileys of a case at a follow-up, as rows and as the JSON of the contract."""

import copy

import pytest

from renderer.cli.status_table import status_table
from renderer.errors import UnknownChoice
from renderer.journeys.status import status_rows
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint

DATA = {
    "aftale": {
        "titel": "Aftale om budget 2018",
        "budgetår": "2018",
        "sagsid": "00.30.00-S00-9-16",
        "organisation": {"kommune": "Ballerup Kommune"},
        "udvalg": ["Økonomiudvalget", "Kultur- og Fritidsudvalget"],
        "centre": ["Ejendomme"],
        "kapitler": [
            {
                "nummer": "5",
                "titel": "Erhverv",
                "delelementer": [
                    {
                        "nummer": "5.10",
                        "titel": "Nye lokaler – del 2",
                        "type": "drift og anlæg",
                        "ansvarligt_center": "Ejendomme",
                        "ansvarligt_udvalg": "Økonomiudvalget",
                        "bidragsydere": ["By, Erhverv og Miljø"],
                    },
                    {"ref": "musik", "titel": "Musik", "ansvarligt_udvalg": "Kultur- og Fritidsudvalget"},
                ],
            }
        ],
    },
    "opfølgninger": [
        {"opfølgning": "1", "dato": "2018-03-23", "status": {"5.10-del-2": {"milepæle": {"1": {"smiley": "sur"}}}}},
        {
            "opfølgning": "2",
            "dato": "2018-07-04",
            "status": {
                "5.10-del-2": {
                    "milepæle": {"1": {"smiley": "mellemfornøjet"}, "2": {"smiley": "glad"}},
                    "økonomi": {"smiley": "glad"},
                }
            },
        },
    ],
}
CASE = Case.model_validate(DATA)


def test_a_row_says_what_the_contract_says() -> None:
    assert status_rows(CASE, 2)[0].as_json() == {
        "ref": "5.10-del-2",
        "nummer": "5.10",
        "titel": "Nye lokaler – del 2",
        "kapitel": "5. Erhverv",
        "type": "drift og anlæg",
        "ansvarligt_center": "Ejendomme",
        "ansvarligt_udvalg": "Økonomiudvalget",
        "bidragsydere": ["By, Erhverv og Miljø"],
        "smileyer": ["mellemfornøjet", "glad", None, None],
        "økonomi": "glad",
    }


def test_an_earlier_follow_up_shows_what_was_known_then() -> None:
    row = status_rows(CASE, 1)[0]
    assert row.as_json()["smileyer"] == ["sur", None, None, None]
    assert row.finances is None


def test_the_newest_follow_up_is_shown_when_none_is_named() -> None:
    assert status_rows(CASE) == status_rows(CASE, 2)


def test_a_committee_sees_its_own_items() -> None:
    assert [row.item.ref for row in status_rows(CASE, 2, "Kultur- og Fritidsudvalget")] == ["musik"]


def test_an_unknown_committee_is_told_with_the_known_ones() -> None:
    with pytest.raises(UnknownChoice) as caught:
        status_rows(CASE, 2, "Kulturudvalget")
    assert caught.value.hint == "Vælg et af udvalgene: Kultur- og Fritidsudvalget, Økonomiudvalget."


def test_a_milestone_that_is_due_and_has_no_smiley_is_missing() -> None:
    data = copy.deepcopy(DATA)
    data["aftale"]["kapitler"][0]["delelementer"][1]["milepæle"] = {"1": "Øvelokaler.", "3": "Koncert."}  # type: ignore[index]
    case = Case.model_validate(data)

    assert [row.missing for row in status_rows(case, 2)] == [frozenset(), {Checkpoint.FIRST}]
    assert status_rows(case, 1)[1].missing == {Checkpoint.FIRST}


def test_the_table_tells_what_is_missing_from_what_is_not_yet_due() -> None:
    data = copy.deepcopy(DATA)
    data["aftale"]["kapitler"][0]["delelementer"][1]["milepæle"] = {"1": "Øvelokaler.", "3": "Koncert."}  # type: ignore[index]
    table = status_table(status_rows(Case.model_validate(data), 2))
    columns = [[str(cell) for cell in column.cells] for column in table.columns]

    assert [column[-1] for column in columns] == ["", "Musik", "mangler", "–", "–", "–", "–"]
