"""What each centre is asked, the workbooks of a round, and taking them back into the case folder with Word drafts."""

import json
import shutil
from pathlib import Path

import pytest

from renderer.edition.asking import asked_points
from renderer.edition.questionnaires import questionnaires
from renderer.errors import UnknownChoice, WrongCall
from renderer.journeys.case_files import folder_files
from renderer.journeys.collecting.collect import Wanted, collect, collected_files, collection
from renderer.journeys.returned.take_back import take_back, write_changes
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.field import Field, shown
from renderer.vocabulary import workbook_marks
from renderer.vocabulary.workbook_marks import NO_CENTRE
from tests.cases import small_case
from tests.cli.program import run
from tests.journeys.case_folders import on_disk
from tests.opened_folders import read_folder
from tests.workbook_hand import Hand

CASE = small_case()
STATUS = Field(2, "5.01", ("milepæle", "2", "status"))
SMILEY = Field(2, "5.01", ("milepæle", "2", "smiley"))


def up_to(number: int, case: Case = CASE) -> Case:
    """The case before later follow-ups were."""
    return case.model_copy(update={"followups": tuple(one for one in case.followups if one.number <= number)})


def without_reports(number: int) -> Case:
    """The case in which nobody reported in one follow-up."""
    emptied = (one.model_copy(update={"statuses": {}}) if one.number == number else one for one in CASE.followups)
    return CASE.model_copy(update={"followups": tuple(emptied)})


def test_what_is_due_is_the_own_checkpoint_and_earlier_ones_that_nobody_reported() -> None:
    late = without_reports(1)
    for item in CASE.agreement.items():
        own = [Checkpoint(2)] if item.milestone(Checkpoint(2)) else []
        earlier = [Checkpoint(1)] if item.milestone(Checkpoint(1)) else []

        assert list(asked_points(late, item, 2).due) == earlier + own
        assert set(asked_points(CASE, item, 2).due) <= {Checkpoint(1), *own}


def test_finances_are_asked_once_for_each_item() -> None:
    rows = [row for one in questionnaires(without_reports(1), 2) for row in one.rows]
    asked = [row.ref for row in rows if row.finances]

    assert sorted(asked) == sorted(item.ref for item in CASE.agreement.items())
    assert len({row.key for row in rows}) == len(rows)


def test_items_without_a_centre_are_asked_of_nobody_in_particular() -> None:
    first, *rest = CASE.agreement.chapters
    item = first.items[0].model_copy(update={"centre": None})
    chapters = (first.model_copy(update={"items": (item, *first.items[1:])}), *rest)
    case = CASE.model_copy(update={"agreement": CASE.agreement.model_copy(update={"chapters": chapters})})

    assert [row.ref for row in questionnaires(case, 2)[-1].rows] == [item.ref]
    assert questionnaires(case, 2)[-1].centre == NO_CENTRE


def test_a_followup_that_the_case_does_not_have_is_refused() -> None:
    with pytest.raises(UnknownChoice, match="opfølgning 4"):
        list(collection(up_to(3), 4))


def test_the_same_questions_give_the_same_bytes() -> None:
    assert collected_files(list(collection(CASE, 2))) == collected_files(list(collection(CASE, 2)))


def test_a_record_knows_when_it_was_altered() -> None:
    record = next(collection(CASE, 2))

    assert record.intact
    assert not record.model_copy(update={"version": "x"}).intact


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return on_disk(up_to(2), tmp_path / "sag")


def test_workbooks_are_taken_back_into_the_case(folder: Path, tmp_path: Path) -> None:
    collected = collect(folder_files(folder), 2, tmp_path / "ud")
    (ours,) = (one.path for one in collected.files if one.centre == "Arbejdsmarked")
    hand = Hand.opening(ours.read_bytes())
    hand.type(hand.row("|2|5.01"), "Indsats, status", "Ti er ansat.\nTo mangler.")
    hand.type(hand.row("|2|5.01"), "Indsats, smiley", ":-(")
    ours.write_bytes(hand.saved())
    taken = take_back(folder_files(folder), [one.path for one in collected.files])

    assert taken.findings == ()
    assert taken.changes == {SMILEY: "sur", STATUS: "Ti er ansat.\n\nTo mangler."}
    write_changes(taken, taken.changes)
    case = read_folder(folder).case
    assert case is not None
    assert (shown(case, SMILEY), shown(case, STATUS)) == ("sur", "Ti er ansat.\n\nTo mangler.")
    assert take_back(folder_files(folder), [ours]).done == 2


def test_two_answers_to_one_question_are_a_conflict(folder: Path, tmp_path: Path) -> None:
    (path,) = (one.path for one in collect(folder_files(folder), 2, tmp_path / "ud", Wanted(all_in_one=True)).files)
    copies = []
    for number, text in enumerate(("Ja.", "Nej.")):
        hand = Hand.opening(path.read_bytes(), "Arbejdsmarked")
        hand.type(hand.row("|2|5.01"), "Indsats, status", text)
        copies.append(tmp_path / f"{number}.xlsx")
        copies[-1].write_bytes(hand.saved())
    (conflict,) = take_back(folder_files(folder), copies).conflicts

    assert [proposal.new for proposal in conflict.proposals] == ["Ja.", "Nej."]


def test_a_workbook_of_another_case_or_followup_is_told(folder: Path, tmp_path: Path) -> None:
    paths = [one.path for one in collect(folder_files(folder), 2, tmp_path / "ud").files]
    text = (folder / "aftale.yaml").read_text(encoding="utf-8")
    (folder / "aftale.yaml").write_text(text.replace("00.30.00-S00-9-16", "00.30.00-S00-8-16"), encoding="utf-8")
    assert {one.code for one in take_back(folder_files(folder), paths).findings} == {"udkast-fra-anden-sag"}

    (folder / "aftale.yaml").write_text(text, encoding="utf-8")
    (folder / "opfoelgning-2.yaml").unlink()
    assert {one.code for one in take_back(folder_files(folder), paths).findings} == {"udkast-uden-opfølgning"}


def test_the_instructions_name_the_deadline_where_it_is_known(folder: Path, tmp_path: Path) -> None:
    def instructions() -> list[str]:
        (one,) = collect(folder_files(folder), 2, tmp_path / "ud", Wanted("Arbejdsmarked")).files
        sheet = Hand.opening(one.path.read_bytes(), "Vejledning").sheet
        return [str(cell.value) for (cell,) in sheet.iter_rows(max_col=1)]

    agreement = folder / "aftale.yaml"
    assert not [line for line in instructions() if "senest" in line]
    text = agreement.read_text(encoding="utf-8")
    dated = f"{text}frister:\n  2: {{indberetning: 2018-06-20, udvalgsmøde: 2018-07-04}}\n"
    agreement.write_text(dated, encoding="utf-8")
    assert "Send regnearket tilbage senest den 20. juni 2018." in instructions()
    assert "Udvalgene behandler opfølgningen den 4. juli 2018." in instructions()


def filled_in(path: Path, status: str = "Ti er ansat.") -> bytes:
    hand = Hand.opening(path.read_bytes())
    hand.type(hand.row("|2|5.01"), workbook_marks.STATUS, status)
    path.write_bytes(hand.saved())
    return path.read_bytes()


def test_workbooks_that_somebody_filled_in_are_not_overwritten(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "ud"
    paths = [one.path for one in collect(folder_files(folder), 2, target).files]
    (ours,) = (path for path in paths if "arbejdsmarked" in path.name)
    other = next(path for path in paths if path != ours)
    answers = filled_in(ours)
    other.write_bytes(b"Kladde")
    with pytest.raises(WrongCall) as refused:
        collect(folder_files(folder), 2, target)

    assert f"»{ours}«" in refused.value.message
    assert f"»{other}«" in refused.value.message
    assert (ours.read_bytes(), other.read_bytes()) == (answers, b"Kladde")
    collect(folder_files(folder), 2, target, Wanted(overwrite=True))
    assert collect(folder_files(folder), 2, target).files
    assert ours.read_bytes() != answers


def test_workbooks_that_say_what_they_were_sent_with_are_written_anew(folder: Path, tmp_path: Path) -> None:
    (ours,) = (one.path for one in collect(folder_files(folder), 2, tmp_path / "ud", Wanted("Arbejdsmarked")).files)
    before = ours.read_bytes()
    ours.write_bytes(Hand.opening(before).saved())  # opened and saved
    text = (folder / "aftale.yaml").read_text(encoding="utf-8")
    (folder / "aftale.yaml").write_text(text.replace("titel: Flere", "titel: Mange flere"), encoding="utf-8")
    (again,) = (one.path for one in collect(folder_files(folder), 2, tmp_path / "ud", Wanted("Arbejdsmarked")).files)

    assert again == ours
    assert Hand.opening(again.read_bytes()).row("|2|5.01")


def test_one_centre_gets_the_workbook_it_has_among_all(folder: Path, tmp_path: Path) -> None:
    everything = {
        one.path.name: one.path.read_bytes() for one in collect(folder_files(folder), 2, tmp_path / "alle").files
    }
    answer = run("collect", folder, "--followup", "2", "--center", "Arbejdsmarked", "-o", tmp_path / "et")
    (path,) = (tmp_path / "et").iterdir()

    assert answer.code == 0
    assert everything[path.name] == path.read_bytes()


@pytest.mark.parametrize("words", [("--center", "Arbejdsmarkedet"), ("--center", "Arbejdsmarked", "--all-in-one")])
def test_a_centre_that_is_asked_nothing_is_refused_by_name(
    folder: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    answer = run("collect", folder, "--followup", "2", *words, "-o", tmp_path / "et")

    assert answer.code == 2
    assert "Vælg en af dem." in answer.err or "Vælg et af centrene: Arbejdsmarked" in answer.err
    assert not (tmp_path / "et").exists()


def test_the_commands_say_what_they_wrote(folder: Path, tmp_path: Path) -> None:
    answer = run("collect", folder, "--followup", "2", "-o", tmp_path / "ud", "--json")
    files = json.loads(answer.out)["filer"]

    assert answer.code == 0
    assert {one["center"] for one in files} == {item.centre for item in CASE.agreement.items()}
    assert all(Path(one["fil"]).exists() and one["rækker"] for one in files)
    assert run("collect", folder, "--followup", "3", "-o", tmp_path / "x").code == 2
    assert not (tmp_path / "x").exists()


def test_a_case_goes_out_as_a_workbook_and_comes_in_as_a_folder(folder: Path, tmp_path: Path) -> None:
    assert run("export", folder, "-o", tmp_path / "sag.xlsx").code == 0
    assert run("import", tmp_path / "sag.xlsx", "-o", tmp_path / "ny").code == 0
    assert read_folder(tmp_path / "ny").case == read_folder(folder).case

    assert run("import", tmp_path / "sag.xlsx", "-o", tmp_path / "ny").code == 2
    assert run("export", folder, "-o", tmp_path / "sag.ods").code == 2
    shutil.copy(tmp_path / "sag.xlsx", tmp_path / "igen.xlsx")
    assert run("import", tmp_path / "sag.xlsx", tmp_path / "igen.xlsx", "-o", tmp_path / "to").code == 2
