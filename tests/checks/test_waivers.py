"""Waivers: which findings an editor can accept, and how the place is written."""

import pytest

from renderer.checks import UNUSED_WAIVER, apply_waivers, run_checks
from renderer.findings import Place, warning
from renderer.model.case import Case, Waiver
from tests.checks.clean_case import FIRST, ROUND_1, ROUND_2, UNNUMBERED, Change, case_with

SAD: Change = (f"{ROUND_2}/status/5.1/milepæle/2", "{smiley: sur}")
SAD_FINANCES: Change = (f"{ROUND_2}/status/5.1/økonomi", "{smiley: sur}")
CODE = "status-mangler"


def waived(case: Case, *waivers: tuple[str, str | None], followup: int | None = None) -> list[str]:
    """The findings that are left, as `code | place`."""
    given = tuple(Waiver(code=code, place=place, reason="Aftalt.") for code, place in waivers)
    with_waivers = case.model_copy(update={"waivers": given})
    left = apply_waivers(run_checks(with_waivers, followup), with_waivers, followup)
    return [f"{finding.code} | {finding.place}" for finding in left]


@pytest.mark.parametrize(
    "place",
    [
        None,
        "5.1",
        "5.1, milepæle",
        "5.1, milepæle › 2",
        "5.1, milepæle > 2",
        "5.1, Milepæle ›2",
        "opfoelgning-2.yaml",
        "opfoelgning-2.yaml, 5.1",
        "opfoelgning-2.yaml, 5.1, milepæle › 2",
        "opfoelgning-2.yaml linje 41, 5.1, milepæle › 2",
    ],
)
def test_places_that_hold_for_a_finding(place: str | None) -> None:
    assert waived(case_with(SAD), (CODE, place)) == []


@pytest.mark.parametrize(
    "place",
    ["5.10", "5", "5.1, milepæle › 1", "5.1, økonomi", "opfoelgning-1.yaml", "aftale.yaml, 5.1", "milepæle › 2"],
)
def test_places_that_do_not(place: str) -> None:
    assert waived(case_with(SAD), (CODE, place)) == [
        f"{CODE} | opfoelgning-2.yaml, 5.1, milepæle › 2",
        f"{UNUSED_WAIVER} | tjek.yaml, undtagelser › 1",
    ]


def test_a_field_outside_the_items_can_be_named_with_its_file() -> None:
    without_guide = case_with(("aftale/læsevejledning", None))

    assert waived(without_guide, ("læsevejledning-mangler", "aftale.yaml, læsevejledning")) == []


def test_another_code_at_the_same_place_stays() -> None:
    assert waived(case_with(SAD), ("smiley-mangler", "5.1")) == [
        f"{CODE} | opfoelgning-2.yaml, 5.1, milepæle › 2",
        f"{UNUSED_WAIVER} | tjek.yaml, undtagelser › 1",
    ]


def test_one_waiver_for_an_item_silences_all_its_places() -> None:
    assert waived(case_with(SAD, SAD_FINANCES), (CODE, "5.1")) == []
    assert waived(case_with(SAD, SAD_FINANCES), (CODE, "5.1, økonomi")) == [
        f"{CODE} | opfoelgning-2.yaml, 5.1, milepæle › 2"
    ]


def test_two_waivers_for_one_finding_are_both_used() -> None:
    assert waived(case_with(SAD), (CODE, None), (CODE, "5.1")) == []


def test_errors_stay() -> None:
    broken = case_with((f"{ROUND_2}/status/5.99", "{økonomi: {smiley: glad}}"))

    assert waived(broken, ("ukendt-delelement", None)) == ["ukendt-delelement | opfoelgning-2.yaml, 5.99"]


def test_a_waiver_that_matches_nothing_is_said() -> None:
    case = case_with(
        ("undtagelser", ("[{kode: status-mangler, sted: '5.1, økonomi', begrundelse: Aftalt.}, "
                        "{kode: statusmangler, begrundelse: Aftalt.}, {kode: helt-andet, begrundelse: Aftalt.}]"))
    )  # fmt: skip

    assert [
        (finding.severity, str(finding.place), finding.message, finding.hint) for finding in apply_waivers((), case)
    ] == [
        (
            "advarsel",
            "tjek.yaml, undtagelser › 1",
            "Undtagelsen fra status-mangler passer ikke på nogen anmærkning ved 5.1, økonomi.",
            "Slet undtagelsen, eller ret dens sted.",
        ),
        (
            "advarsel",
            "tjek.yaml, undtagelser › 2",
            "Undtagelsen fra statusmangler passer ikke på nogen anmærkning.",
            "Mente du koden status-mangler? Ellers slet undtagelsen.",
        ),
        (
            "advarsel",
            "tjek.yaml, undtagelser › 3",
            "Undtagelsen fra helt-andet passer ikke på nogen anmærkning.",
            "Ret koden, så den står som i advarslen, eller slet undtagelsen. En fejl kan ikke accepteres.",
        ),
    ]


@pytest.mark.parametrize(
    ("place", "kept"),
    [
        ("5.1, milepæle › 4", True),
        ("opfoelgning-4.yaml, 5.1, milepæle › 4", True),
        ("5.1, milepæle › 4 › status", True),
        ("5.1, milepæle › 2", False),
        ("5.9, milepæle › 4", False),
        ("aftale.yaml", False),
    ],
)
def test_a_waiver_of_a_report_that_is_yet_to_come_is_kept(place: str, kept: bool) -> None:
    assert (waived(case_with(), (CODE, place)) == []) is kept


def test_a_waiver_of_finances_is_kept_until_they_are_reported() -> None:
    unreported = case_with((f"{ROUND_2}/status/5.1/økonomi", None), (f"{ROUND_1}/status/5.1/økonomi", None))

    assert waived(unreported, (CODE, "5.1, økonomi")) == []
    assert waived(case_with(), (CODE, "5.1, økonomi")) != []


@pytest.mark.parametrize("code", ["nummer-to-gange", "ukendt-center"])
def test_a_waiver_of_an_error_is_told_that_it_cannot_be(code: str) -> None:
    (finding,) = apply_waivers((), case_with(("undtagelser", f"[{{kode: {code}, begrundelse: Aftalt.}}]")))
    assert finding.hint.endswith("En fejl kan ikke accepteres.")


def test_a_waiver_for_another_followup_is_not_called_unused() -> None:
    assert waived(case_with(SAD), (CODE, "5.1"), followup=1) == []
    assert waived(case_with(SAD), (CODE, "5.1, økonomi"), followup=2) == [
        f"{CODE} | opfoelgning-2.yaml, 5.1, milepæle › 2"
    ]


def test_findings_of_readers_can_be_waived_too() -> None:
    case = case_with().model_copy(update={"waivers": (Waiver(code="ukendt-fil", place="noter.yaml", reason="Vores."),)})
    finding = warning("ukendt-fil", Place("noter.yaml", line=1), "Filen bliver ikke læst.")

    assert apply_waivers((finding,), case) == ()


def test_the_finding_of_an_unused_waiver_cannot_be_waived_away() -> None:
    unused = ("smiley-før-tid", None)

    assert waived(case_with(), unused) == [f"{UNUSED_WAIVER} | tjek.yaml, undtagelser › 1"]


def test_order_is_kept() -> None:
    case = case_with(SAD, (f"{FIRST}/type", None), (f"{UNNUMBERED}/type", None))

    assert waived(case, ("type-mangler", "pulje")) == [
        "type-mangler | aftale.yaml, 5.1, type",
        f"{CODE} | opfoelgning-2.yaml, 5.1, milepæle › 2",
    ]
