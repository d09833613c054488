"""Next: the follow-up after the newest, with a place for what is due; nothing is ever overwritten."""

import shutil
from pathlib import Path

import pytest

from renderer.errors import UnknownChoice, WrongCall
from renderer.findings import Stopped
from renderer.journeys.case_files import folder_files, save_files
from renderer.journeys.open_case import open_case
from renderer.journeys.planning.next_followup import Prepared, prepare_next
from renderer.model.checkpoint import Checkpoint
from renderer.model.smiley import Smiley
from tests.cases import small_case
from tests.journeys.case_folders import imported, on_disk
from tests.journeys.round_cases import case
from tests.repository import ROOT
from tests.signed_samples import small_signed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example as it was after its second follow-up."""
    copy = Path(shutil.copytree(ROOT / "examples" / "budget-2018", tmp_path / "sag"))
    for number in (3, 4):
        (copy / f"opfoelgning-{number}.yaml").unlink()
    return copy


def prepared_in(folder: Path, date: str | None = None) -> Prepared:
    """The next follow-up, written into its folder."""
    files = folder_files(folder)
    prepared = prepare_next(files, date)
    save_files(files, prepared.new)
    return prepared


def test_the_next_follow_up_asks_for_all_that_is_due(folder: Path) -> None:
    before = open_case(folder_files(folder)).case
    prepared = prepared_in(folder, "2018-11-20")
    after = open_case(folder_files(folder)).case
    text = (folder / "opfoelgning-3.yaml").read_text(encoding="utf-8")

    assert (prepared.number, list(prepared.new), prepared.items) == (3, ["opfoelgning-3.yaml"], 20)
    assert after.followups[:-1] == before.followups
    assert after.followups[-1].statuses == {}
    assert after.followups[-1].contact == before.followups[-1].contact
    assert "\n  5.11: # Tolkebistand\n    milepæle:\n      3: #" in text
    assert [(late.item.ref, late.checkpoint) for late in prepared.overdue] == [
        ("kortere-arbejdsgange", Checkpoint.SECOND)
    ]


def test_a_milestone_without_a_text_is_not_due(folder: Path) -> None:
    text = prepare_next(folder_files(folder), "2018-11-20").new["opfoelgning-3.yaml"].decode()
    without = next(
        item for item in open_case(folder_files(folder)).case.agreement.items() if not item.milestone(Checkpoint.THIRD)
    )

    assert f"\n  {without.ref}: # {without.title}\n    økonomi:\n" in text


def test_the_first_one_is_the_plan(tmp_path: Path) -> None:
    folder = on_disk(small_case().model_copy(update={"followups": (), "waivers": ()}), tmp_path)
    prepared = prepared_in(folder, "2018-02-01")

    assert (prepared.number, prepared.items, prepared.overdue) == (0, 0, ())
    assert open_case(folder_files(folder), 0).case.followups[0].statuses == {}


def test_without_a_date_the_case_waits_for_one(folder: Path) -> None:
    prepared = prepared_in(folder)

    assert not prepared.dated
    with pytest.raises(Stopped) as caught:
        open_case(folder_files(folder))
    assert [finding.code for finding in caught.value.findings if finding.stops] == ["felt-mangler"]


def test_behind_the_last_there_is_no_next(folder: Path) -> None:
    for date in ("2018-11-20", "2018-12-31"):
        prepared_in(folder, date)
        reported(folder)
    files = sorted(path.name for path in folder.iterdir())
    with pytest.raises(UnknownChoice, match="fjerde og sidste"):
        prepare_next(folder_files(folder), "2019-02-01")

    assert sorted(path.name for path in folder.iterdir()) == files


def test_an_empty_follow_up_is_not_followed_by_another(folder: Path) -> None:
    """Whoever gives the command twice by accident gets no follow-up on top of an empty one."""
    prepared_in(folder, "2018-11-20")
    files = sorted(path.name for path in folder.iterdir())
    with pytest.raises(WrongCall, match="Tredje opfølgning er gjort klar") as caught:
        prepared_in(folder, "2018-12-31")

    assert "slet opfoelgning-3.yaml" in caught.value.hint
    assert sorted(path.name for path in folder.iterdir()) == files
    reported(folder, "milepæle: {4: {smiley: glad}}")
    with pytest.raises(WrongCall, match="ikke meldt noget"):
        prepared_in(folder, "2018-12-31")
    reported(folder)
    assert prepared_in(folder, "2018-12-31").number == 4


def test_a_plan_in_which_nobody_has_written_is_not_followed_up(tmp_path: Path) -> None:
    item = {"nummer": "1.1", "titel": "Nye cykelstier", "aftaletekst": "Der anlægges to nye stier."}
    empty = case(kapitler=[{"nummer": "1", "titel": "Trafik", "delelementer": [item]}])
    files = folder_files(on_disk(empty.model_copy(update={"followups": ()}), tmp_path / "sag"))
    save_files(files, prepare_next(files, "2018-02-08").new)
    with pytest.raises(WrongCall, match="ikke skrevet noget i planen") as caught:
        prepare_next(folder_files(tmp_path / "sag"), "2018-04-04")

    assert "collect --followup 0" in caught.value.hint
    agreement = tmp_path / "sag" / "aftale.yaml"
    written = agreement.read_text(encoding="utf-8").replace(
        "aftaletekst:", "beskrivelse: Vi tegner.\n        aftaletekst:"
    )
    agreement.write_text(written, encoding="utf-8")
    assert prepare_next(folder_files(tmp_path / "sag"), "2018-04-04").number == 1


def test_what_was_not_met_has_a_place_and_is_not_overdue(folder: Path) -> None:
    before = open_case(folder_files(folder)).case
    prepared = prepared_in(folder, "2018-11-20")
    text = (folder / "opfoelgning-3.yaml").read_text(encoding="utf-8")
    unmet = {(one.item.ref, one.checkpoint) for one in prepared.unmet}

    assert unmet == {
        (item.ref, point)
        for item in before.agreement.items()
        for point in (Checkpoint.FIRST, Checkpoint.SECOND)
        if (report := before.report(item, point, 2)) and report.smiley in (Smiley.NEUTRAL, Smiley.SAD)
    }
    assert unmet
    assert not unmet & {(one.item.ref, one.checkpoint) for one in prepared.overdue}
    assert text.count("# Kan udelades, sidst ") == len(unmet)
    assert open_case(folder_files(folder)).case.followups[-1].statuses == {}


def test_a_smiley_from_before_its_time_is_no_answer(folder: Path) -> None:
    second = folder / "opfoelgning-2.yaml"
    early = "  5.11:\n    milepæle:\n      3: {smiley: glad}"
    second.write_text(second.read_text(encoding="utf-8").replace("  5.11:\n    milepæle:", early), encoding="utf-8")
    case = open_case(folder_files(folder)).case
    item = next(item for item in case.agreement.items() if item.ref == "5.11")
    prepared_in(folder, "2018-11-20")
    text = (folder / "opfoelgning-3.yaml").read_text(encoding="utf-8")

    assert case.report(item, Checkpoint.THIRD, 2)
    assert case.report(item, Checkpoint.THIRD, 3) is None
    assert "\n  5.11: # Tolkebistand\n    milepæle:\n      3: #" in text


def reported(folder: Path, answer: str = "økonomi: {smiley: glad}") -> None:
    """Write an answer into the file of the newest follow-up."""
    file = max(folder.glob("opfoelgning-*.yaml"))
    head = file.read_text(encoding="utf-8").split("status:")[0]
    file.write_text(f"{head}status:\n  5.11: {{{answer}}}\n", encoding="utf-8")


def test_a_file_that_is_there_is_not_overwritten(folder: Path) -> None:
    # On Windows a file is found in capitals, too; its name is unknown to the case, so it is not the third.
    (folder / "Opfoelgning-3.yaml").write_text("opfølgning: 3\n", encoding="utf-8")
    with pytest.raises(WrongCall, match="findes allerede"):
        prepare_next(folder_files(folder), "2018-11-20")


def test_a_plan_without_items_has_nothing_to_follow_up(tmp_path: Path) -> None:
    with pytest.raises(UnknownChoice, match="ingen delelementer"):
        prepare_next(folder_files(on_disk(imported(small_signed()), tmp_path)))


@pytest.mark.parametrize("date", ["31-11-2018", "2018-13-01", "20181120", "i morgen", ""])
def test_what_is_no_date_is_refused(folder: Path, date: str) -> None:
    with pytest.raises(WrongCall, match="er ikke en dato"):
        prepare_next(folder_files(folder), date)

    assert not (folder / "opfoelgning-3.yaml").exists()
