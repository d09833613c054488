"""What an edition is called: every kind of document, scope and form of title."""

from typing import Any

import pytest

from renderer.edition.titles import EditionTitle, edition_title, followup_name
from renderer.model.agreement import Agreement

ECONOMY = "Økonomiudvalget"


def agreement(**data: Any) -> Agreement:
    return Agreement.model_validate(
        {
            "titel": "Aftale om budget 2018",
            "budgetår": "2018",
            "sagsid": "00.30.00-S00-9-16",
            "organisation": {"kommune": "Ballerup Kommune"},
            **data,
        }
    )


@pytest.mark.parametrize(
    ("followup", "title"),
    [
        (0, "Udmøntning af, og status på Aftale om budget 2018 for Ballerup Kommune"),
        (1, "Første opfølgning på Aftale om budget 2018 for Ballerup Kommune"),
        (2, "Anden opfølgning på Aftale om budget 2018 for Ballerup Kommune"),
        (3, "Tredje opfølgning på Aftale om budget 2018 for Ballerup Kommune"),
        (4, "Fjerde og sidste opfølgning på Aftale om budget 2018 for Ballerup Kommune"),
    ],
)
def test_title_of_each_followup(followup: int, title: str) -> None:
    assert edition_title(agreement(), followup, None) == EditionTitle(title)


@pytest.mark.parametrize(
    ("form", "committee", "scope"),
    [
        ("for", "Erhvervs- og Beskæftigelsesudvalget", "for Erhvervs- og Beskæftigelsesudvalget"),
        ("område", ECONOMY, "på Økonomiudvalgets område"),
        ("ansvarsområde", ECONOMY, "for Økonomiudvalgets ansvarsområde"),
        ("område", "Udvalget for Børn og Unge", "på Udvalget for Børn og Unges område"),
        ("område", "Udvalget for Anlæg og Vækst i Nærpolis", "på Udvalget for Anlæg og Vækst i Nærpolis’ område"),
    ],
)
def test_scope_of_a_committee(form: str, committee: str, scope: str) -> None:
    assert edition_title(agreement(udvalgsform=form), 1, committee).full == (
        f"Første opfølgning på Aftale om budget 2018 {scope}"
    )


def test_the_committee_form_leaves_the_whole_municipality_alone() -> None:
    assert edition_title(agreement(udvalgsform="område"), 1, None).full.endswith(" for Ballerup Kommune")


def test_title_with_a_subtitle() -> None:
    title = edition_title(agreement(titelform="undertitel"), 3, None)

    assert title == EditionTitle("Udmøntning af Aftale om budget 2018", "Tredje opfølgning for Ballerup Kommune")
    assert title.full == "Udmøntning af Aftale om budget 2018 – Tredje opfølgning for Ballerup Kommune"


def test_the_plan_has_no_subtitle() -> None:
    title = edition_title(agreement(titelform="undertitel"), 0, ECONOMY)

    assert title == EditionTitle("Udmøntning af, og status på Aftale om budget 2018 for Økonomiudvalget")


def test_the_plan_of_a_year_that_had_no_status_in_its_title() -> None:
    form = agreement(udmøntningsform="uden status", udvalgsform="ansvarsområde")

    assert edition_title(form, 0, ECONOMY).full == (
        "Udmøntning af Aftale om budget 2018 for Økonomiudvalgets ansvarsområde"
    )
    assert edition_title(form, 1, None).full == "Første opfølgning på Aftale om budget 2018 for Ballerup Kommune"


def test_followup_names() -> None:
    assert [followup_name(number) for number in (1, 2, 3, 4)] == [
        "Første opfølgning",
        "Anden opfølgning",
        "Tredje opfølgning",
        "Fjerde og sidste opfølgning",
    ]
