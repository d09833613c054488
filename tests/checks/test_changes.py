"""Rules on what changes in the middle of the year."""

import pytest

from renderer.model.case import Case
from renderer.model.signed.signed_agreement import SignedAgreement
from tests.checks.clean_case import FIRST, ROUND_2, SECOND, Change, case_with, codes, said

GIVEN_UP = "{opfølgning: 2, begrundelse: Puljen fra staten er faldet bort.}"
MOVED = "{opfølgning: 2, ansvarligt_udvalg: Økonomiudvalget, begrundelse: Nye udvalg efter valget.}"
SMILEY_GONE: Change = (f"{ROUND_2}/status/5.10", None)


@pytest.mark.parametrize(
    "changes",
    [
        [(f"{SECOND}/udgået", GIVEN_UP), SMILEY_GONE],
        [(f"{FIRST}/flyttet", MOVED)],
        [("aftale/nye_navne", "[{opfølgning: 2, navn: Økonomiudvalget, nyt_navn: Økonomi- og Valgudvalget}]")],
        # A committee that has its first item in the middle of the year is one of the agreement's own.
        [("aftale/udvalg/+", "Klimaudvalget"), (f"{FIRST}/flyttet", MOVED.replace("Økonomiu", "Klimau"))],
    ],
)
def test_a_change_that_is_told_as_it_should_be_has_no_findings(changes: list[Change]) -> None:
    assert codes(*changes) == []
    assert codes(*changes, followup=1) == []


def test_what_is_given_up_lacks_nothing() -> None:
    assert "smiley-mangler" in codes(SMILEY_GONE)
    assert codes(SMILEY_GONE, (f"{SECOND}/udgået", GIVEN_UP)) == []
    later = (f"{SECOND}/udgået", GIVEN_UP.replace("2", "3"))
    assert "smiley-mangler" in codes(SMILEY_GONE, later)
    unplanned: list[Change] = [(f"{SECOND}/{key}", None) for key in ("milepæle", "type", "ansvarligt_center")]
    assert codes(SMILEY_GONE, *unplanned, (f"{SECOND}/udgået", GIVEN_UP)) == []


def test_a_report_on_what_is_given_up_is_told() -> None:
    assert said(case_with((f"{SECOND}/udgået", GIVEN_UP))) == [
        (
            "status-på-udgået | opfoelgning-2.yaml, 5.10 | Der er meldt status på delelementet, selv om det er udgået "
            "i anden opfølgning. Slet det, der er meldt, eller ret udgået i aftale.yaml."
        )
    ]
    first = case_with((f"{SECOND}/udgået", GIVEN_UP.replace("2", "1")))
    assert [line for line in said(first) if "bliver ikke trykt" in line]


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        (
            [(f"{FIRST}/flyttet", "{opfølgning: 2, ansvarligt_udvalg: Erhvervs- og Beskæftigelsesudvalget}")],
            (
                "flyttet-uden-ændring | aftale.yaml, 5.1, flyttet | "
                "Delelementet hører i forvejen, hvor det er flyttet hen i anden opfølgning. Skriv det nye center eller "
                "udvalg. Har et udvalg eller center kun fået nyt navn, så skriv det under nye_navne."
            ),
        ),
        (
            [(f"{SECOND}/udgået", GIVEN_UP), SMILEY_GONE, (f"{SECOND}/flyttet", MOVED.replace("Økonomiu", "Klimau"))],
            (
                "flyttet-efter-udgået | aftale.yaml, 5.10, flyttet | Delelementet er flyttet i anden opfølgning, men "
                "det er udgået i anden opfølgning. Slet flytningen, eller ret udgået."
            ),
        ),
        (
            [(f"{SECOND}/udgået", GIVEN_UP.replace("2", "1")), SMILEY_GONE, ("opfølgninger/1", None)],
            (
                "ændring-uden-opfølgning | aftale.yaml, 5.10, udgået › opfølgning | Delelementet er udgået i første "
                "opfølgning, men den har sagen ikke, så intet dokument siger det. "
                "Skriv nummeret på den første opfølgning, der er udsendt eller skal udsendes derefter."
            ),
        ),
    ],
)
def test_a_change_that_contradicts_the_case_is_told(changes: list[Change], finding: str) -> None:
    assert finding in said(case_with(*changes))


def with_point(case: Case, followed_up: str) -> Case:
    point = {"nummer": "5.10", "titel": "Flere i fleksjob", "tekst": "Ti flere borgere skal i fleksjob."}
    chapter = {"nummer": "5", "titel": "Erhverv og Beskæftigelse", "punkter": [{**point, "opfølges": followed_up}]}
    signed = SignedAgreement.model_validate({"titel": "Aftale", "periode": "2018-2021", "kapitler": [chapter]})
    return case.model_copy(update={"signed": signed})


def test_a_point_that_is_not_followed_up_and_has_an_item_is_told_with_both_places() -> None:
    told = [line for line in said(with_point(case_with(), "nej")) if line.startswith("opfølges")]

    assert told == [
        (
            "opfølges-ikke-men-er-i-planen | budgetaftale.yaml, 5.10, opfølges | Punktet skal ikke følges op, men det "
            "har et delelement i planen: aftale.yaml, 5.10. Skal delelementet ikke følges op, så skriv udgået med "
            "opfølgning og begrundelse på det i aftale.yaml. Skal det, så skriv opfølges: ja i budgetaftale.yaml."
        )
    ]
    unreported = with_point(case_with(SMILEY_GONE), "nej")
    assert any("så slet det i aftale.yaml" in line for line in said(unreported))
    settled = [with_point(case_with(), "ja"), with_point(case_with((f"{SECOND}/udgået", GIVEN_UP)), "nej")]
    assert not [line for case in settled for line in said(case) if line.startswith("opfølges")]
