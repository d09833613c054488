"""Plan: an item for every point, nothing overwritten, and what an earlier agreement offers is only offered."""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import assume, given, settings

from renderer.cli.plan_list import plan_lines
from renderer.errors import UnknownChoice, WrongCall
from renderer.findings import Stopped
from renderer.journeys.case_files import folder_files, save_files
from renderer.journeys.open_case import open_case
from renderer.journeys.planning.plan import Planned, plan
from renderer.journeys.status import status_rows
from renderer.model.case import Case
from renderer.model.item import BudgetType
from renderer.model.signed.carriers import carriers
from renderer.model.signed.signed_agreement import SignedAgreement
from tests.cases import PLAIN, cases, small_case
from tests.examples import examples
from tests.journeys.case_folders import imported, on_disk
from tests.opened_folders import check_folder
from tests.repository import ROOT
from tests.signed_agreements import signed_agreements
from tests.signed_samples import large_signed, small_signed

EXAMPLES = ROOT / "examples"


def laid_plan(folder: Path, previous: Path | None = None, carry_over: Mapping[str, str] | None = None) -> Planned:
    """The plan, written into its folder."""
    files = folder_files(folder)
    planned = plan(files, folder_files(previous) if previous else None, carry_over)
    save_files(files, planned.new)
    return planned


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case that has only just been imported."""
    return on_disk(imported(small_signed()), tmp_path / "sag")


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES / "budget-2019", tmp_path / "budget-2019"))


def text_of(folder: Path) -> str:
    return (folder / "aftale.yaml").read_text(encoding="utf-8")


def is_within(lines: list[str], others: list[str]) -> bool:
    """Whether the lines stand among the others in the same order."""
    rest = iter(others)
    return all(line in rest for line in lines)


def test_a_case_without_items_is_sound(folder: Path) -> None:
    assert not any(finding.stops for finding in check_folder(folder))
    with pytest.raises(UnknownChoice, match="ingen opfølgninger"):
        status_rows(open_case(folder_files(folder)).case)
    with pytest.raises(UnknownChoice, match="ingen delelementer"):
        open_case(folder_files(folder), 1)


def test_every_point_that_is_followed_up_gets_an_item(folder: Path) -> None:
    planned = laid_plan(folder)
    items = {item.ref: item for item in open_case(folder_files(folder)).case.agreement.items()}

    assert list(items) == ["1.5", "1.14", "2.01", "pulje-til-nye-ideer"]
    assert [item.ref for item in planned.created] == list(items)
    assert [point.ref for point in planned.left_out] == ["1.6"]
    assert items["1.5"].types == (BudgetType.OPERATING, BudgetType.CAPITAL)
    assert items["1.14"].types == ()
    assert items["1.14"].agreement_text.plain == "Hallen åbner.\n”For alle.”\nBaggrund\nHallen er fra 1974."
    assert not any(item.milestones or item.centre or item.committee for item in items.values())
    assert list(planned.new) == ["aftale.yaml"]


def test_open_fields_are_asked_for_in_comments(folder: Path) -> None:
    laid_plan(folder)

    text = text_of(folder)
    assert "ansvarligt_center: # Skriv et navn fra listen centre.\n" in text
    assert "          4: # 31.12.2019\n" in text
    assert "økonomi: # Bilag (1.000 kr.): drift 2019: 23.000, 2020: 23.000." in text
    assert text.count("type: # Skriv drift, anlæg eller øvrig finansiering.") == 3


def test_the_lists_that_names_are_chosen_from_are_begun_and_told(folder: Path) -> None:
    planned = laid_plan(folder)

    assert planned.lists == ("centre",)
    assert (
        "\ncentre: # Skriv centrene herunder, ét på hver linje efter en bindestreg og et mellemrum.\nkapitler:\n"
        in (text_of(folder))
    )
    assert text_of(folder).count("\nudvalg:") == 1
    assert "  Øverst i aftale.yaml: centre" in list(plan_lines(planned))


def test_a_list_that_is_begun_is_left_as_it_is(folder: Path) -> None:
    path = folder / "aftale.yaml"
    path.write_text(f"centres:   # de nye\n{text_of(folder)}", encoding="utf-8")
    laid_plan(folder)

    assert text_of(folder).startswith("centres:   # de nye\n")
    assert "\ncentre:" not in text_of(folder)


def test_what_is_missing_is_listed_by_who_is_to_fill_it_in(folder: Path) -> None:
    tasks = laid_plan(folder).tasks
    of_a_point = [(task.who, task.fields) for task in tasks if task.item.ref == "1.5"]

    assert of_a_point == [
        ("Økonomi og Styring", ("ansvarligt_center", "ansvarligt_udvalg")),
        (
            "det ansvarlige center",
            ("beskrivelse", "økonomi", "milepæle › 1", "milepæle › 2", "milepæle › 3", "milepæle › 4"),
        ),
    ]
    assert "type" in next(task.fields for task in tasks if task.item.ref == "1.14")


def test_a_second_time_there_is_nothing_to_do(folder: Path) -> None:
    laid_plan(folder)
    before = text_of(folder)
    again = laid_plan(folder)

    assert (again.created, again.new) == ((), {})
    assert [item.ref for item in again.existing] == ["1.5", "1.14", "2.01", "pulje-til-nye-ideer"]
    assert text_of(folder) == before


def test_what_stands_there_stays_and_new_items_find_their_place(example: Path) -> None:
    laid_plan(example)
    written = text_of(example).replace(
        "4.11\n        titel: Skraldespande og nudging af brug", "4.11\n        titel: Mit navn"
    )
    cut = written.index("      - nummer: 3.18")
    written = written[:cut] + "      # min egen bemærkning\n" + written[written.index("  - nummer: 4\n") :]
    written = written.replace("beskrivelse: # Centret", "beskrivelse: Mine ord. # Centret", 1)
    (example / "aftale.yaml").write_text(written, encoding="utf-8")
    planned = laid_plan(example)

    assert [item.ref for item in planned.created] == ["3.18"]
    assert [item.ref for item in open_case(folder_files(example)).case.agreement.items()] == [
        "3.3",
        "3.18",
        "4.11",
        "4.12",
        "5.4",
    ]
    assert is_within(written.splitlines(), text_of(example).splitlines())
    assert "titel: Mit navn" in text_of(example)


def test_a_point_is_known_again_under_another_ref_and_in_parts(example: Path) -> None:
    laid_plan(example)
    parts = text_of(example).replace("      - nummer: 3.18\n", "      - ref: lokaler\n        nummer: 3.18\n")
    parts = parts.replace("titel: Sikre skoleveje", "titel: Sikre skoleveje – del 1")
    (example / "aftale.yaml").write_text(parts, encoding="utf-8")
    again = laid_plan(example)

    assert [item.ref for item in again.existing] == ["3.3", "lokaler", "4.11", "4.12-del-1", "5.4"]
    assert (again.created, again.new, again.without_point) == ((), {}, ())


def test_items_that_no_point_carries_are_told(tmp_path: Path) -> None:
    case = small_case().model_copy(update={"signed": small_signed()})
    planned = laid_plan(on_disk(case, tmp_path))
    shared = {item.ref for item in planned.existing}

    assert shared == {"pulje-til-nye-ideer"}
    assert {item.ref for item in planned.without_point} == {item.ref for item in case.agreement.items()} - shared
    assert open_case(folder_files(tmp_path)).case.followups == case.followups


@settings(max_examples=examples(20, 80), deadline=None)
@given(cases(forms=PLAIN, waivers=False, most_chapters=2, most_items=2), signed_agreements(PLAIN))
def test_no_line_is_lost_and_every_point_has_its_item(case: Case, signed: SignedAgreement) -> None:
    titles = [point.ref for point in signed.points()]
    assume(len(set(titles)) == len(titles))
    with tempfile.TemporaryDirectory() as name:
        folder = on_disk(case.model_copy(update={"signed": signed, "followups": ()}), Path(name))
        before = text_of(folder)
        planned = laid_plan(folder)
        after = open_case(folder_files(folder)).case.agreement

        assert is_within([line for line in before.splitlines() if line != "kapitler: []"], text_of(folder).splitlines())
        assert [item for item in after.items() if item in planned.existing or item in planned.without_point] == list(
            case.agreement.items()
        )
        assert all(carriers(after, signed, point) for point in signed.points() if point.followed_up)
        assert laid_plan(folder).new == {}


def test_a_whole_agreement(tmp_path: Path) -> None:
    planned = laid_plan(on_disk(imported(large_signed()), tmp_path))

    assert len(planned.created) == 92
    assert sum(bool(item.types) for item in planned.created) > 26
    assert len(planned.tasks) == 2 * 92


def test_without_a_signed_agreement_there_is_no_plan(tmp_path: Path) -> None:
    with pytest.raises(UnknownChoice, match=r"budgetaftale\.yaml"):
        laid_plan(on_disk(imported(None), tmp_path))


def test_two_points_with_one_number_must_be_mended_first(folder: Path) -> None:
    file = folder / "budgetaftale.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("nummer: 1.14", "nummer: 1.5"), encoding="utf-8")
    before = text_of(folder)
    with pytest.raises(Stopped) as caught:
        laid_plan(folder)

    assert [(finding.code, finding.place.item) for finding in caught.value.findings] == [("punkt-to-gange", "1.5")]
    assert text_of(folder) == before


def test_a_file_in_brackets_is_left_alone(folder: Path) -> None:
    chapters = 'kapitler: [{nummer: "1", titel: Byen vokser sammen, delelementer: [{nummer: "1.5", titel: A}]}]\n'
    file = folder / "aftale.yaml"
    file.write_text(text_of(folder) + chapters, encoding="utf-8")
    before = text_of(folder)
    with pytest.raises(WrongCall, match="sættes delelementer ind"):
        laid_plan(folder)

    assert text_of(folder) == before


def offered(example: Path, carry_over: dict[str, str] | None = None) -> Planned:
    return laid_plan(example, EXAMPLES / "budget-2018", carry_over)


def test_continued_items_are_offered_with_their_history_and_not_copied(example: Path) -> None:
    offers = {offer.point.ref: offer for offer in offered(example).offers}

    assert {ref: offer.item.ref for ref, offer in offers.items()} == {"4.12": "4.03", "5.4": "5.08.2"}
    assert offers["4.12"].score == 100
    assert offers["4.12"].reasons == ("samme titel", "teksten nævner budget 2018")
    assert [past.report.smiley for past in offers["4.12"].history] == ["glad", "glad", "glad", "sur", "glad"]
    assert not any(item.description or item.centre for item in open_case(folder_files(example)).case.agreement.items())


def test_a_chosen_item_hands_on_what_is_open_and_says_so(example: Path) -> None:
    planned = offered(example, {"5.4": "5.08.2"})
    (carried,) = planned.carried
    item = next(item for item in open_case(folder_files(example)).case.agreement.items() if item.ref == "5.4")

    assert carried.taken == ("centre", "committee", "description")
    assert (item.centre, item.committee) == (carried.earlier.centre, carried.earlier.committee)
    assert item.description == carried.earlier.description
    origin = f"# Overført fra 5.08.2. {carried.earlier.title} i Aftale om budget 2018."
    assert [line.strip() for line in text_of(example).splitlines()].count(origin) == 3
    assert open_case(folder_files(example)).case.agreement.centres == (item.centre,)
    assert [offer.point.ref for offer in planned.offers] == ["4.12"]


def test_an_item_that_stands_there_is_filled_in_where_it_is_open(example: Path) -> None:
    offered(example)
    file = example / "aftale.yaml"
    own = text_of(example).replace("beskrivelse: # Centret skriver kort, hvad det vil gøre.", "beskrivelse: Mine ord.")
    file.write_text(own, encoding="utf-8")
    (carried,) = offered(example, {"5.4": "5.08.2"}).carried

    assert carried.taken == ("centre", "committee")
    assert carried.left == ("description",)
    assert text_of(example).count("beskrivelse: Mine ord.") == 5


def test_a_committee_that_the_agreement_does_not_have_is_not_taken_over(example: Path) -> None:
    file = example / "aftale.yaml"
    file.write_text(text_of(example).replace("  - Teknik- og Miljøudvalget\n", ""), encoding="utf-8")
    (carried,) = offered(example, {"4.12": "4.03"}).carried

    assert carried.left == ("committee",)
    assert not any(finding.stops for finding in check_folder(example))


@pytest.mark.parametrize("choice", [{"4.12": "9.99"}, {"9.99": "4.03"}, {"4.12": "2.04"}])
def test_an_item_that_is_not_there_is_told_and_nothing_is_written(example: Path, choice: dict[str, str]) -> None:
    before = text_of(example)
    with pytest.raises(UnknownChoice, match="har ikke ét delelement"):
        offered(example, choice)

    assert text_of(example) == before


def test_the_earlier_agreement_must_be_earlier_and_sound(example: Path, tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match="ikke er tidligere"):
        laid_plan(example, example)
    with pytest.raises(WrongCall, match="kræver --previous"):
        laid_plan(example, None, {"4.12": "4.03"})
    broken = Path(shutil.copytree(EXAMPLES / "budget-2018", tmp_path / "broken"))
    (broken / "aftale.yaml").write_text("titel: x\n", encoding="utf-8")
    with pytest.raises(Stopped, match="kan ikke læses"):
        laid_plan(example, broken)
