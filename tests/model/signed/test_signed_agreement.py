"""The signed agreement: its period, points in order, parties, and which rows belong to a point."""

from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from renderer.model.case import Case
from renderer.model.item import BudgetType
from renderer.model.signed.period import Period
from renderer.model.signed.section import walk
from renderer.model.signed.signed_agreement import SignedAgreement
from tests.signed_agreements import signed_agreements
from tests.signed_samples import large_signed, small_signed


def agreement(points: list[dict[str, str]], *annexes: tuple[str, list[dict[str, str]]]) -> SignedAgreement:
    tables = [{"type": kind, "titel": kind, "grupper": [{"rækker": rows}]} for kind, rows in annexes]
    chapters = [{"titel": "Byen", "punkter": points}]
    return SignedAgreement.model_validate({"periode": "2019-2022", "kapitler": chapters, "bilag": tables})


@pytest.mark.parametrize(("text", "years"), [("2019-2022", 4), ("2019 – 2020", 2), ("2019", 1)])
def test_a_period_is_a_run_of_years(text: str, years: int) -> None:
    period = Period.parse(text)

    assert len(period.years) == years
    assert 2019 in period
    assert 2018 not in period
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize("text", ["2022-2019", "19-22", "2019-", "fire år", "", True, ["2019"]])
def test_what_is_no_period(text: Any) -> None:
    with pytest.raises(ValidationError) as caught:
        SignedAgreement.model_validate({"periode": text})

    expected = "ugyldig-periode" if isinstance(text, str) else "ikke-tekst"
    assert [problem["type"] for problem in caught.value.errors()] == [expected]


def test_points_in_printed_order_whatever_group_they_stand_in() -> None:
    assert [point.number for point in small_signed().points()] == ["1.5", "1.6", "1.14", "2.01", None]


def test_the_parties_are_the_stated_or_those_who_signed() -> None:
    signed = small_signed()
    stated = signed.model_copy(update={"parties": ("Venstre",)})

    assert signed.party_names == ("Socialdemokratiet", "Venstre", "Borgerlisten i Ørby")
    assert stated.party_names == ("Venstre",)


def test_the_types_of_a_point_stand_in_the_order_of_the_annexes() -> None:
    rows = [{"nummer": "1.1", "titel": "Et andet navn"}]
    signed = agreement(
        [{"nummer": "1.1", "titel": "A"}, {"nummer": "1.01", "titel": "B"}], ("anlæg", rows), ("drift", rows)
    )
    first, second = signed.points()

    assert signed.types_of(first) == (BudgetType.CAPITAL, BudgetType.OPERATING)
    assert signed.types_of(second) == ()


def test_parts_that_share_a_number_are_told_apart_by_their_titles() -> None:
    parts = [{"nummer": "1.1", "titel": f"Hallen – del {part}"} for part in (1, 2)]
    signed = agreement(parts, ("drift", parts[1:]))
    first, second = signed.points()

    assert signed.types_of(first) == ()
    assert signed.types_of(second) == (BudgetType.OPERATING,)


def test_points_without_a_number_are_known_by_their_titles() -> None:
    signed = agreement([{"titel": "Åben Hal"}, {"titel": "Bænke"}], ("drift", [{"titel": "Åben hal"}]))
    hall, benches = signed.points()

    assert (hall.ref, hall.heading) == ("aaben-hal", "Åben Hal")
    assert signed.types_of(hall) == (BudgetType.OPERATING,)
    assert signed.types_of(benches) == ()


def test_the_whole_text_of_a_point_has_its_sections_and_quotations() -> None:
    point = next(point for point in small_signed().points() if point.sections)

    assert point.whole_text.plain.split("\n")[-2:] == ["Baggrund", "Hallen er fra 1974."]
    assert point.heading == f"{point.number}. {point.title}"


def test_sections_have_the_level_at_which_they_lie() -> None:
    levels = [(level, section.heading) for level, section in walk(small_signed().introduction)]

    assert levels == [(1, "Indledning"), (2, "Økonomi")]


def test_headings_as_they_are_printed() -> None:
    signed = small_signed()

    assert [chapter.heading for chapter in signed.chapters] == ["1. Byen vokser sammen", "Andre aftaler"]
    assert [group.heading for annex in signed.annexes for group in annex.groups] == [
        "1. Byen vokser sammen",
        "Andre aftaler",
    ] * 2


def test_samples() -> None:
    signed = large_signed()

    assert len(list(signed.points())) == 92
    assert [len(list(annex.rows())) for annex in signed.annexes] == [26, 22]
    assert signed.savings is not None
    assert len(list(signed.savings.cases())) == 43
    assert large_signed() == signed


@settings(max_examples=60)
@given(signed_agreements())
def test_plain_data_and_back(signed: SignedAgreement) -> None:
    assert SignedAgreement.model_validate(signed.model_dump(mode="json")) == signed
    assert SignedAgreement.model_validate(signed.model_dump(mode="json", exclude_defaults=True)) == signed
    assert SignedAgreement.model_validate_json(signed.model_dump_json()) == signed


def test_the_case_has_it_under_its_own_key() -> None:
    organisation = {"kommune": "Ballerup Kommune"}
    data = {"titel": "Aftale", "budgetår": "2019", "sagsid": "00.30.00-S00-2-18", "organisation": organisation}
    case = Case.model_validate({"aftale": data, "budgetaftale": {"periode": "2019-2022"}})

    assert case.signed == SignedAgreement(period=Period(2019, 2022))
    assert Case.model_validate({"aftale": data}).signed is None
