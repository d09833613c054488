"""Rules on centres, committees and contributors."""

import json

import pytest

from renderer.checks import run_checks
from tests.checks.clean_case import FIRST, SECOND, UNNUMBERED, Change, case_with, codes, said

CENTRES = "aftale/centre"
CENTRE_FOR = "Center for Økonomi og Styring"


@pytest.mark.parametrize(
    ("changes", "findings"),
    [
        (
            [(f"{CENTRES}/+", CENTRE_FOR), (f"{SECOND}/ansvarligt_center", CENTRE_FOR)],
            [
                ("center-under-to-navne | aftale.yaml, 5.10, ansvarligt_center | "
                "Centret hedder både »Økonomi og Styring« og »Center for Økonomi og Styring«. "
                "Brug kun det ene navn, fx »Økonomi og Styring«, og slet det andet fra listen centre.")
            ],
        ),
        (
            [(f"{CENTRES}/+", "By, erhverv og Miljø")],
            [
                ("center-under-to-navne | aftale.yaml, centre › 4 | "
                "Centret hedder både »By, Erhverv og Miljø« og »By, erhverv og Miljø«. "
                "Brug kun det ene navn, fx »By, Erhverv og Miljø«, og slet det andet fra listen centre.")
            ],
        ),
        (
            [("aftale/udvalg/+", "Erhvervs og Beskæftigelsesudvalget"),
             (f"{UNNUMBERED}/ansvarligt_udvalg", "Erhvervs og Beskæftigelsesudvalget")],
            [
                ("udvalg-under-to-navne | aftale.yaml, pulje, ansvarligt_udvalg | "
                "Udvalget hedder både »Erhvervs- og Beskæftigelsesudvalget« og »Erhvervs og Beskæftigelsesudvalget«. "
                "Brug kun det ene navn, fx »Erhvervs- og Beskæftigelsesudvalget«, og slet det andet fra listen udvalg.")
            ],
        ),
        (
            [(f"{FIRST}/bidragsydere", "[Arbejdsmarked, 'By, Erhverv og Miljø']")],
            [
                ("bidragsyder-er-ansvarlig | aftale.yaml, 5.1, bidragsydere › 2 | "
                "By, Erhverv og Miljø er både ansvarligt center og væsentlig bidragsyder. "
                "Slet centret som bidragsyder, eller ret det ansvarlige center.")
            ],
        ),
        (
            [(f"{SECOND}/bidragsydere", "['By, Erhverv og Miljø, Arbejdsmarked']")],
            [
                ("bidragsydere-i-et-navn | aftale.yaml, 5.10, bidragsydere › 1 | "
                "»By, Erhverv og Miljø, Arbejdsmarked« er læst som én bidragsyder, men ser ud til at være flere: "
                "»By, Erhverv og Miljø«; »Arbejdsmarked«. "
                "Skriv ét navn på hver linje; i et regneark begynder Alt+Enter en ny linje i cellen.")
            ],
        ),
        (
            [(f"{FIRST}/bidragsydere", "[Arbejdsmarked, Borgere, Arbejdsmarked]")],
            [
                ("bidragsyder-to-gange | aftale.yaml, 5.1, bidragsydere › 3 | "
                "Arbejdsmarked er nævnt to gange som væsentlig bidragsyder. Slet den ene.")
            ],
        ),
        (
            [(f"{FIRST}/ansvarligt_center", None)],
            [
                ("center-mangler | aftale.yaml, 5.1, ansvarligt_center | "
                "Delelementet har intet ansvarligt center. Skriv, hvilket center der har ansvaret.")
            ],
        ),
        (
            [(f"{SECOND}/ansvarligt_udvalg", None)],
            [
                ("udvalg-mangler | aftale.yaml, 5.10, ansvarligt_udvalg | "
                "Delelementet har intet ansvarligt udvalg, så det kommer ikke med i noget udvalgs udgave. "
                "Skriv, hvilket udvalg delelementet hører under.")
            ],
        ),
        (
            [("aftale/udvalg/+", "Kultur- og Fritidsudvalget")],
            [
                ("udvalg-uden-delelementer | aftale.yaml, udvalg › 3 | "
                "Kultur- og Fritidsudvalget har ingen delelementer, så der dannes ingen udgave til udvalget. "
                "Giv udvalget sine delelementer, eller slet det fra listen.")
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_found(changes: list[Change], findings: list[str]) -> None:
    assert said(case_with(*changes)) == findings


@pytest.mark.parametrize(
    "variant",
    ["Center for Arbejdsmarked", "Centret for Arbejdsmarked", "ARBEJDSMARKED", "Arbejds-marked", "Arbejdsmarked."],
)
def test_a_contributor_may_be_a_centre_under_another_name(variant: str) -> None:
    same = "Arbejds-marked" not in variant

    assert ("center-under-to-navne" in codes((f"{FIRST}/bidragsydere", f"['{variant}']"))) == same


@pytest.mark.parametrize(
    "name", ["By, Erhverv og Miljø", "Center for By, Erhverv og Miljø", "Borgere, foreninger", "By, Arbejdsmarked"]
)
def test_a_comma_may_belong_to_a_name(name: str) -> None:
    assert "bidragsydere-i-et-navn" not in codes((f"{UNNUMBERED}/bidragsydere", f"['{name}']"))


def test_a_name_of_many_commas_is_seen_through_at_once() -> None:
    many = ("aftale/centre", "[a, 'a, a', Arbejdsmarked, 'By, Erhverv og Miljø', Økonomi og Styring]")

    assert "bidragsydere-i-et-navn" not in codes(many, (f"{UNNUMBERED}/bidragsydere", f"['{'a, ' * 3000}b']"))
    assert "bidragsydere-i-et-navn" in codes(many, (f"{UNNUMBERED}/bidragsydere", "['a, a, a']"))


def test_a_name_in_two_ways_is_said_wherever_the_rarer_one_stands() -> None:
    places = [finding.split(" | ")[1] for finding in said(case_with((f"{FIRST}/bidragsydere", "[arbejdsmarked]")))]

    assert places == ["aftale.yaml, 5.1, bidragsydere › 1"]


@pytest.mark.parametrize(
    "change",
    [
        (f"{CENTRES}/+", "Arbejdsmarkedscenter Ballerup"),
        (f"{CENTRES}/+", "By og Miljø"),
        (f"{CENTRES}/+", "Center Øst"),
        (f"{FIRST}/bidragsydere", "[Ældrerådet, Grønt Råd]"),
        (f"{FIRST}/bidragsydere", None),
    ],
)
def test_names_that_are_different_centres(change: Change) -> None:
    assert codes(change) == []


def test_ampersand_is_og() -> None:
    assert codes((f"{CENTRES}/+", "Økonomi & Styring")) == ["center-under-to-navne"]


def test_two_committees_with_and_without_a_hyphen_do_not_both_count_as_busy() -> None:
    spare = ("aftale/udvalg/+", "økonomiudvalget")

    assert set(codes(spare)) == {"udvalg-under-to-navne", "udvalg-uden-delelementer"}


LISTED = ("aftale/centre", "[Arbejdsmarked, 'By, Erhverv og Miljø', 'Økonomi, IT og Personale', Social og Sundhed]")


def contributors(name: str) -> list[str]:
    """What is said of a contributor by this name, hints too."""
    given = (f"{UNNUMBERED}/bidragsydere", json.dumps([name]))
    case = case_with(LISTED, (f"{UNNUMBERED}/ansvarligt_center", "Social og Sundhed"), given)
    found = (one for one in run_checks(case, hints=True) if "bidragsyder" in one.code)
    return [f"{one.code} | {one.message} {one.hint}" for one in found]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Økonmi, IT og Personale", "Økonomi, IT og Personale"),
        ("Økonomi IT og Personael", "Økonomi, IT og Personale"),
        ("Center for Arbejdsmarkde", "Arbejdsmarked"),
        ("By, Ehrverv og Miljø", "By, Erhverv og Miljø"),
        ("Økonomiudvaglet", "Økonomiudvalget"),
    ],
)
def test_a_contributor_that_is_nearly_on_the_lists_is_a_slip(name: str, meant: str) -> None:
    assert contributors(name) == [
        (
            f"bidragsyder-skrevet-forkert | Bidragsyderen »{name}« står ikke på aftalens lister over centre og udvalg. "
            f"Mente du »{meant}«? Ellers tilføj navnet til listen centre."
        )
    ]


@pytest.mark.parametrize("name", ["Arbejdsmarked", "Center for Arbejdsmarked", "Økonomiudvalget", "Økonomi og Styring"])
def test_a_contributor_may_be_a_centre_a_committee_or_the_department(name: str) -> None:
    assert [one for one in contributors(name) if "to-navne" not in one] == []


def test_a_contributor_that_is_no_centre_is_a_hint_alone() -> None:
    assert contributors("Ældrerådet") == [
        (
            "bidragsyder-uden-for-listerne | "
            "Bidragsyderen »Ældrerådet« står ikke på aftalens lister over centre og udvalg. "
            "Er det et center, så ret navnet, eller tilføj det til listen centre. Ellers skal du ikke gøre noget."
        )
    ]


def test_contributors_that_are_no_centres_are_told_together() -> None:
    case = case_with(
        LISTED,
        (f"{UNNUMBERED}/ansvarligt_center", "Arbejdsmarked"),
        (f"{UNNUMBERED}/bidragsydere", "[Ældrerådet, Grønt Råd]"),
        (f"{SECOND}/bidragsydere", "[Ældrerådet, Politiet]"),
    )
    (told,) = [one for one in run_checks(case, hints=True) if one.code == "bidragsyder-uden-for-listerne"]

    assert told.message.startswith("Bidragsyderne »Ældrerådet«, »Politiet« og »Grønt Råd« står ikke")


def test_where_the_agreement_has_no_list_there_is_nothing_to_hold_a_contributor_against() -> None:
    case = case_with(("aftale/centre", "[]"))

    assert [one.code for one in run_checks(case, hints=True) if one.code.startswith("bidragsyder-")] == []


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Social og Sundhed og Arbejdsmarked", "»Social og Sundhed«; »Arbejdsmarked«"),
        ("Arbejdsmarked samt By, Erhverv og Miljø", "»Arbejdsmarked«; »By, Erhverv og Miljø«"),
        ("Arbejdsmarked & Social og Sundhed", "»Arbejdsmarked«; »Social og Sundhed«"),
        ("Social og Sundhed / Ældrerådet", "»Social og Sundhed«; »Ældrerådet«"),
        ("Social og Sunhed, Arbejdsmarked", "»Social og Sunhed«; »Arbejdsmarked«"),
    ],
)
def test_several_centres_in_one_name_are_told_apart(name: str, parts: str) -> None:
    assert contributors(name) == [
        (
            f"bidragsydere-i-et-navn | »{name}« er læst som én bidragsyder, men ser ud til at være flere: {parts}. "
            "Skriv ét navn på hver linje; i et regneark begynder Alt+Enter en ny linje i cellen."
        )
    ]
