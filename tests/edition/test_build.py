"""From a case to an edition: what stands in it, for whom, and in which words."""

from typing import Any

import pytest
from hypothesis import given, settings

from renderer.edition.build import build_edition, round_committees
from renderer.edition.danish import NBSP
from renderer.edition.edition import Edition, ItemTable, RowKind
from renderer.errors import UnknownChoice
from renderer.model.case import Case
from tests.cases import cases, small_case

BUSINESS = "Erhvervs- og Beskæftigelsesudvalget"
ECONOMY = "Økonomiudvalget"


def item_data(**data: Any) -> dict[str, Any]:
    return {"nummer": "5.1", "titel": "Dialog", "ansvarligt_udvalg": BUSINESS, **data}


def case(*items: dict[str, Any], followups: list[dict[str, Any]] | None = None, **agreement: Any) -> Case:
    return Case.model_validate(
        {
            "aftale": {
                "titel": "Aftale om budget 2018",
                "budgetår": "2018",
                "sagsid": "00.30.00-S00-9-16",
                "organisation": {"kommune": "Ballerup Kommune", "afdeling": "Økonomi og Styring"},
                "udvalg": [ECONOMY, BUSINESS],
                "smileyer": {"indsats": {"glad": "Nået", "sur": "Ikke nået"}, "økonomi": {"glad": "Holder"}},
                "kapitler": [{"nummer": "5", "titel": "Erhverv", "delelementer": list(items)}],
                **agreement,
            },
            "opfølgninger": followups or [followup(2)],
        }
    )


def followup(number: int, **status: Any) -> dict[str, Any]:
    return {
        "opfølgning": str(number),
        "dato": "2018-07-04",
        "kontakt": {"navn": "Ida Holm", "telefon": "4477 2000", "e-mail": "budget@balk.dk"},
        "status": {"5.1": status},
    }


def table(found: Case, number: int = 2) -> ItemTable:
    return next(build_edition(found, number).items())


def loose(text: str) -> str:
    return text.replace(NBSP, " ")


def test_the_letter() -> None:
    letter = build_edition(case(item_data()), 2).letter

    assert [(line.label, loose(line.value)) for line in letter.lines] == [
        ("Dato", "4. juli 2018"),
        ("Tlf. dir.", "4477 2000"),
        ("E-mail", "budget@balk.dk"),
        ("Kontakt", "Ida Holm"),
        ("Sagsid", "00.30.00-S00-9-16"),
    ]
    assert letter.title == "Anden opfølgning på Aftale om budget 2018 for Ballerup\N{NO-BREAK SPACE}Kommune"
    assert letter.subtitle is None
    assert letter.guide.effort.heading == "Definition af smileys på indsats"
    assert [(face.spoken, face.smiley) for face in letter.guide.effort.faces] == [
        ("Glad: Nået", "glad"),
        ("Sur: Ikke nået", "sur"),
    ]


def test_contact_lines_that_are_not_known_are_left_out() -> None:
    unknown = {**followup(2), "kontakt": {}}

    lines = build_edition(case(item_data(), followups=[unknown]), 2).letter.lines

    assert [line.label for line in lines] == ["Dato", "Sagsid"]


def test_running_heads_and_feet_follow_from_the_title() -> None:
    edition = build_edition(case(item_data(), titelform="undertitel"), 2, BUSINESS)

    assert loose(edition.furniture.head_left) == (
        f"Udmøntning af Aftale om budget 2018 – Anden opfølgning for {BUSINESS}"
    )
    assert loose(edition.furniture.head_right) == "Den 4. juli 2018"
    assert edition.furniture.foot_left == "Ballerup Kommune, Økonomi og Styring"
    assert loose(edition.furniture.foot_right) == "Sagsid: 00.30.00-S00-9-16"


def test_a_municipality_without_a_department_stands_alone_in_the_foot() -> None:
    edition = build_edition(case(item_data(), organisation={"kommune": "Næstved Kommune"}), 2)

    assert edition.furniture.foot_left == "Næstved Kommune"


def test_all_five_rows_are_printed_also_without_text() -> None:
    rows = table(case(item_data())).rows

    assert [row.kind for row in rows] == [RowKind.MILESTONE] * 4 + [RowKind.FINANCES]
    assert [loose(row.time) for row in rows] == [
        "1. budgetopfølgning 2018",
        "2. budgetopfølgning 2018",
        "3. budgetopfølgning 2018",
        "31.12.2018",
        "",
    ]
    assert [row.label for row in rows] == ["Milepæl"] * 4 + ["Økonomi"]
    assert {row.face for row in rows} == {None}
    assert {row.not_given for row in rows} == {"Endnu ikke vurderet"}


def test_a_row_shows_the_newest_report_up_to_its_followup() -> None:
    found = case(
        item_data(milepæle={"1": "Begyndt."}),
        followups=[
            followup(1, milepæle={"1": {"smiley": "sur", "status": "Forsinket."}}),
            followup(2, milepæle={"1": {"smiley": "glad", "status": "Nået alligevel."}}, økonomi={"smiley": "glad"}),
        ],
    )
    first, second = table(found, 1).rows, table(found, 2).rows

    assert first[0].face is not None
    assert second[0].face is not None
    assert (first[0].face.spoken, first[0].status.plain) == ("Sur: Ikke nået", "Forsinket.")
    assert (second[0].face.spoken, second[0].status.plain) == ("Glad: Nået", "Nået alligevel.")
    assert first[4].face is None
    assert second[4].face is not None


def test_a_status_without_a_milestone_is_printed() -> None:
    row = table(case(item_data(), followups=[followup(2, milepæle={"2": {"status": "Udgår."}})])).rows[1]

    assert (row.text.plain, row.status_label, row.status.plain, row.face) == ("", "Status", "Udgår.", None)


def test_a_smiley_that_the_scale_does_not_define_has_its_word_alone() -> None:
    row = table(case(item_data(), followups=[followup(2, økonomi={"smiley": "mellemfornøjet"})])).rows[4]

    assert row.face is not None
    assert (row.face.spoken, row.face.meaning) == ("Mellemfornøjet", None)


@pytest.mark.parametrize(
    ("form", "types", "label"),
    [
        ("kort", "drift", "Drift"),
        ("kort", "øvrig finansiering", "Øvrig finansiering"),
        ("lang", "anlæg og drift", "Kort beskrivelse af indsatsen (anlæg og drift)"),
        ("lang", "", "Kort beskrivelse af indsatsen"),
        ("kort", "", "Kort beskrivelse af indsatsen"),
    ],
)
def test_type_labels(form: str, types: str, label: str) -> None:
    assert table(case(item_data(type=types), typebetegnelse=form)).type_label == label


def test_responsibility_prints_its_labels_also_without_names() -> None:
    full = item_data(ansvarligt_center="By, Erhverv og Miljø", bidragsydere=["HR", "Ejendomme"])

    assert [(line.label, line.value) for line in table(case(full)).responsibility] == [
        ("Ansvarligt center", "By, Erhverv og Miljø"),
        ("Ansvarligt udvalg", BUSINESS),
        ("Væsentlige bidragsydere", "HR samt Ejendomme"),
    ]
    assert [line.value for line in table(case(item_data())).responsibility] == ["", BUSINESS, ""]


def test_the_line_of_contributors_may_be_left_out_where_there_are_none() -> None:
    def labels(**item: Any) -> list[str]:
        return [line.label for line in table(case(item_data(**item), bidragsyderlinje="efter behov")).responsibility]

    assert labels() == ["Ansvarligt center", "Ansvarligt udvalg"]
    assert labels(bidragsydere=["Ejendomme"])[2:] == ["Væsentlig bidragsyder"]
    assert labels(bidragsydere=["Ejendomme", "HR"])[2:] == ["Væsentlige bidragsydere"]


def test_headings_with_and_without_a_number() -> None:
    found = case(item_data(titel="Dialog – del 1"), {"titel": "Pulje", "ref": "pulje"})

    assert [loose(each.heading) for each in build_edition(found, 2).items()] == ["5.1. Dialog – del 1", "Pulje"]


def test_a_committee_gets_its_own_items_and_chapters() -> None:
    chapters = [
        {
            "nummer": "5",
            "titel": "Erhverv",
            "delelementer": [item_data(), item_data(nummer="5.2", ansvarligt_udvalg=ECONOMY)],
        },
        {"nummer": "6", "titel": "Børn", "indledning": "Om børn.", "delelementer": [item_data(nummer="6.1")]},
        {"nummer": "7", "titel": "Ældre", "delelementer": []},
    ]
    found = case(kapitler=chapters)

    assert [[item.ref for item in part.items] for part in build_edition(found, 2).chapters] == [["5.1", "5.2"], ["6.1"]]
    assert [[item.ref for item in part.items] for part in build_edition(found, 2, ECONOMY).chapters] == [["5.2"]]
    assert build_edition(found, 2, BUSINESS).chapters[1].introduction.plain == "Om børn."


def test_a_committee_without_items_gets_a_sentence() -> None:
    edition = build_edition(case(item_data()), 2, ECONOMY)

    assert edition.chapters == ()
    assert edition.empty_notice == "Der er ingen delelementer på udvalgets område i denne aftale."
    assert build_edition(case(item_data()), 2).empty_notice is None


def test_anchors_are_unique_also_when_two_chapters_are_alike() -> None:
    chapter = {"titel": "Erhverv", "delelementer": [item_data()]}
    edition = build_edition(case(kapitler=[chapter, chapter]), 2)
    anchors = [part.anchor for part in edition.chapters] + [item.anchor for item in edition.items()]

    assert len(set(anchors)) == len(anchors) == 4


def test_the_round_is_the_whole_and_every_committee_with_items() -> None:
    assert round_committees(case(item_data())) == [None, BUSINESS]
    assert round_committees(case(item_data(), item_data(nummer="5.2", ansvarligt_udvalg=ECONOMY))) == [
        None,
        ECONOMY,
        BUSINESS,
    ]


def test_an_unknown_followup() -> None:
    with pytest.raises(UnknownChoice) as caught:
        build_edition(case(followups=[followup(0), followup(1), followup(2)]), 3)

    assert str(caught.value) == "Sagen har ikke opfølgning 3."
    assert caught.value.hint == "Sagen har opfølgning 0, 1 samt 2. Tilføj filen opfoelgning-3.yaml."


def test_an_unknown_committee() -> None:
    with pytest.raises(UnknownChoice) as caught:
        build_edition(case(), 2, "Økonomiudvalg")

    assert str(caught.value) == "Sagen har ikke udvalget »Økonomiudvalg«."
    assert caught.value.hint == f"Vælg et af udvalgene: {BUSINESS}, {ECONOMY}."


def test_facts_for_metadata() -> None:
    facts = build_edition(case(), 2, BUSINESS).facts

    assert (facts.followup, facts.committee, facts.budget_year) == (2, BUSINESS, 2018)
    assert facts.title == f"Anden opfølgning på Aftale om budget 2018 for {BUSINESS}"
    assert NBSP not in facts.title


def test_the_same_case_gives_the_same_digest_and_another_date_another() -> None:
    later = {**followup(2), "dato": "2018-07-05"}

    assert build_edition(case(), 2).digest() == build_edition(case(), 2).digest()
    assert build_edition(case(), 2).digest() != build_edition(case(followups=[later]), 2).digest()


@settings(max_examples=40)
@given(cases(mid_year=True))
def test_an_edition_and_its_json_say_the_same(generated: Case) -> None:
    for each in generated.followups:
        for committee in round_committees(generated, each.number):
            edition = build_edition(generated, each.number, committee)

            assert Edition.model_validate_json(edition.as_json()) == edition


@settings(max_examples=40)
@given(cases())
def test_every_item_stands_in_one_committees_edition_at_most_and_in_the_whole(generated: Case) -> None:
    number = generated.followups[0].number
    whole, *committees = (build_edition(generated, number, committee) for committee in round_committees(generated))

    assert [item.ref for item in whole.items()] == [item.ref for item in generated.agreement.items()]
    parts = [item.ref for edition in committees for item in edition.items()]
    assert sorted(parts) == sorted(item.ref for item in generated.agreement.items() if item.committee)


def test_every_running_text_is_listed_in_printed_order() -> None:
    texts = [prose.plain for prose in build_edition(small_case(), 2).prose() if prose]

    assert texts[0].startswith("Aftalen er delt i delelementer")
    assert len(texts) > 40
