"""Finances in a later round: asked anew, answered anew, and answers that are taken away again."""

from pathlib import Path
from typing import Any

from renderer.edition.questionnaire import Asked, workbook_record
from renderer.journeys.case_files import folder_files
from renderer.journeys.collecting.collect import collect, collection
from renderer.journeys.returned.take_back import TakenBack, take_back, write_changes
from renderer.model.case import Case
from renderer.model.field import Field, said_by, shown
from renderer.vocabulary.workbook_marks import FINANCES_SMILEY, FINANCES_STATUS, SMILEY
from renderer.writers.workbook.collect import write_collected
from tests.journeys.case_folders import on_disk
from tests.journeys.round_cases import WORK, case
from tests.opened_folders import read_folder
from tests.workbook_hand import Hand

EARLIER = {"5.1": {"milepæle": {"1": {"smiley": "glad"}}, "økonomi": {"smiley": "sur", "status": "Der mangler penge."}}}
OWN = {"5.1": {"økonomi": {"smiley": "glad", "status": "Nu er de der."}}}
COLUMNS = {"face": FINANCES_SMILEY, "words": FINANCES_STATUS, "effort": SMILEY}
FACE, WORDS = (Field(2, "5.1", ("økonomi", last)) for last in ("smiley", "status"))


def answered(tmp_path: Path, reports: dict[str, Any], **answers: str) -> TakenBack:
    """What comes back when the centre types these answers on the finances of 5.1."""
    folder = on_disk(case(reports, EARLIER), tmp_path / "sag")
    (path,) = (one.path for one in collect(folder_files(folder), 2, tmp_path / "ud").files if one.centre == WORK)
    hand = Hand.opening(path.read_bytes())
    for heading, text in answers.items():
        hand.type(
            hand.row("|2|5.1"), {"face": FINANCES_SMILEY, "words": FINANCES_STATUS, "effort": SMILEY}[heading], text
        )
    path.write_bytes(hand.saved())
    return take_back(folder_files(folder), [path])


def folder_of(taken: TakenBack) -> Path:
    assert taken.files.folder is not None
    return taken.files.folder


def written(taken: TakenBack) -> Case:
    write_changes(taken, taken.changes)
    after = read_folder(folder_of(taken)).case
    assert after is not None
    return after


def test_the_cells_are_empty_until_this_round_has_a_report_and_the_last_one_stands_beside() -> None:
    asked = {}
    for name, reports in (("none", {}), ("own", OWN)):
        (record,) = (one for one in collection(case(reports, EARLIER), 2) if one.centre == WORK)
        (asked[name],) = (row for row in record.rows if row.finances)

    assert [one.last_finances for one in asked.values()] == ["☹ Sur\n\nDer mangler penge."] * 2
    assert asked["none"].finances is not None
    assert asked["own"].finances is not None
    assert (asked["none"].finances.smiley, asked["none"].finances.status) == ("", "")
    assert (asked["own"].finances.smiley, asked["own"].finances.status) == ("glad", "Nu er de der.")


def test_the_same_smiley_again_is_an_answer_and_brings_no_old_words_with_it(tmp_path: Path) -> None:
    taken = answered(tmp_path, {}, face="sur")
    (proposal,) = taken.proposals

    assert (proposal.field, proposal.old, proposal.new) == (FACE, "", "sur")
    after = written(taken)
    assert (said_by(after, FACE), said_by(after, WORDS)) == ("sur", "")
    assert take_back(folder_files(folder_of(taken)), [tmp_path / "ud" / taken_name(tmp_path)]).done == 1


def taken_name(tmp_path: Path) -> str:
    return next(path.name for path in (tmp_path / "ud").iterdir() if "arbejdsmarked" in path.name)


def test_silence_writes_nothing(tmp_path: Path) -> None:
    taken = answered(tmp_path, {}, effort="glad")

    assert [proposal.field.path for proposal in taken.proposals] == [("milepæle", "2", "smiley")]
    assert said_by(written(taken), FACE) == ""


def test_an_answer_that_somebody_else_gave_meanwhile_is_a_conflict(tmp_path: Path) -> None:
    taken = answered(tmp_path, {}, face="glad")
    on_disk(case({"5.1": {"økonomi": {"smiley": "sur", "status": "Nej."}}}, EARLIER), folder_of(taken))
    conflicts = take_back(folder_files(folder_of(taken)), [tmp_path / "ud" / taken_name(tmp_path)]).conflicts

    assert {one.field: (one.sent, one.current, one.proposals[0].new) for one in conflicts} == {
        FACE: ("", "sur", "glad"),
        WORDS: ("", "Nej.", ""),
    }


def test_a_report_of_this_round_is_taken_away_and_it_is_said_what_is_printed_then(tmp_path: Path) -> None:
    taken = answered(tmp_path, OWN, face="", words="")

    assert taken.changes == {FACE: "", WORDS: ""}
    (finding,) = taken.findings
    assert finding.code == "tidligere-svar-igen"
    assert finding.message.endswith("i første opfølgning, igen: sur, Der mangler penge.")
    after = written(taken)
    assert (said_by(after, FACE), shown(after, FACE)) == ("", "sur")


def test_a_report_of_an_earlier_round_cannot_be_taken_away_and_holds_nothing_up(tmp_path: Path) -> None:
    """Workbooks of earlier versions, and drafts, hold what was printed before, for somebody to delete."""
    folder = on_disk(case({}, EARLIER), tmp_path / "sag")
    hand = Hand.opening(prefilled(case({}, EARLIER)))
    for heading, text in ((FINANCES_SMILEY, ""), (FINANCES_STATUS, ""), (SMILEY, "glad")):
        hand.type(hand.row("|2|5.1"), heading, text)
    (tmp_path / "gammelt.xlsx").write_bytes(hand.saved())
    taken = take_back(folder_files(folder), [tmp_path / "gammelt.xlsx"])

    effort = Field(2, "5.1", ("milepæle", "2", "smiley"))
    assert taken.changes == {effort: "glad"}
    (finding,) = taken.findings
    assert (finding.code, finding.stops) == ("slettet-men-meldt-før", False)
    assert "ret det i opfoelgning-1.yaml" in (finding.hint or "")
    assert said_by(written(taken), effort) == "glad"

    chosen = {effort: "sur", FACE: "", WORDS: ""}
    assert [
        one.code for one in write_changes(take_back(folder_files(folder), [tmp_path / "gammelt.xlsx"]), chosen).findings
    ] == ["status-mangler"]


def prefilled(of: Case) -> bytes:
    """The workbook of the centre as it was when last round's finances stood in the cells to fill in."""
    (record,) = (one for one in collection(of, 2) if one.centre == WORK)
    (asked,) = record.questionnaires
    old = Asked(smiley="sur", status="Der mangler penge.")
    rows = tuple(row.model_copy(update={"finances": old}) if row.finances else row for row in asked.rows)
    return write_collected(workbook_record(record.round, (asked.model_copy(update={"rows": rows}),), "1"))
