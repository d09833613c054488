"""The plan is collected like a round: workbooks out, who has not written yet, and drafts to a centre, and back."""

import datetime
import email
import email.policy
from pathlib import Path
from typing import Any

import pytest

from renderer.edition.build import build_edition, centre_edition
from renderer.errors import UnknownChoice, WrongCall
from renderer.journeys.case_files import folder_files
from renderer.journeys.collecting.collect import Wanted, collect
from renderer.journeys.collecting.missing import Lack, chase
from renderer.journeys.collecting.remind import reminder_files
from renderer.journeys.draft import draft_order, write_drafts
from renderer.journeys.open_case import open_case
from renderer.journeys.rendering.render_order import DraftOrder, RenderOrder
from renderer.journeys.returned.take_back import take_back, write_changes
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.field import Field
from renderer.vocabulary.workbook_marks import NO_CENTRE
from tests.journeys.case_folders import on_disk
from tests.journeys.round_cases import CULTURE, WORK, case
from tests.readers.draft.opened_draft import OpenedDraft
from tests.readers.draft.test_files import as_google_docs, without_record
from tests.returned_drafts import exchanged
from tests.workbook_hand import Hand

TODAY = datetime.date(2018, 1, 15)
DAY = datetime.date(2018, 2, 1)


def planned(**agreement: Any) -> Case:
    """A case whose plan has been made ready, and none of its follow-ups."""
    whole = case(**agreement)
    plan = whole.followups[1].model_copy(update={"followup": 0, "date": datetime.date(2018, 2, 8)})
    return whole.model_copy(update={"followups": (plan,)})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return on_disk(planned(), tmp_path / "sag")


def test_what_centres_write_into_their_workbooks_stands_in_the_plan(folder: Path, tmp_path: Path) -> None:
    files = collect(folder_files(folder), 0, tmp_path / "ud").files
    sent = {one.centre: one for one in files}
    hand = Hand.opening(sent[WORK].path.read_bytes(), "Udmøntning")
    hand.type(hand.row("|5.1"), "Beskrivelse", "Vi spørger virksomhederne én for én.")
    hand.type(hand.row("|5.1"), "Milepæl 4", "Tyve er ansat.")
    (tmp_path / "svar.xlsx").write_bytes(hand.saved())
    taken = take_back(folder_files(folder), [tmp_path / "svar.xlsx"])
    written = write_changes(taken, taken.changes)
    item = next(open_case(folder_files(folder)).case.agreement.items())

    assert {centre: one.rows for centre, one in sent.items()} == {WORK: 1, CULTURE: 1, NO_CENTRE: 1}
    assert sent[WORK].path.name == "aftale-om-budget-2018_udmoentning_arbejdsmarked.xlsx"
    assert (taken.conflicts, taken.findings) == ((), ())
    assert [path.name for path in written.files] == ["aftale.yaml"]
    assert (item.description.plain, item.milestone(Checkpoint.YEAR_END).plain) == (
        "Vi spørger virksomhederne én for én.",
        "Tyve er ansat.",
    )


def test_a_workbook_that_somebody_has_written_in_is_not_replaced(folder: Path, tmp_path: Path) -> None:
    path = next(one.path for one in collect(folder_files(folder), 0, tmp_path).files if one.centre == WORK)
    hand = Hand.opening(path.read_bytes(), "Udmøntning")
    hand.type(hand.row("|5.1"), "Økonomi", "0,7 mio. kr.")
    path.write_bytes(hand.saved())

    with pytest.raises(WrongCall, match="er ændret, siden den blev dannet"):
        collect(folder_files(folder), 0, tmp_path)
    assert collect(folder_files(folder), 0, tmp_path, Wanted(CULTURE)).files


def test_a_text_that_both_the_case_and_the_centre_changed_is_a_conflict(folder: Path, tmp_path: Path) -> None:
    path = next(one.path for one in collect(folder_files(folder), 0, tmp_path).files if one.centre == WORK)
    hand = Hand.opening(path.read_bytes(), "Udmøntning")
    hand.type(hand.row("|5.1"), "Økonomi", "0,7 mio. kr.")
    path.write_bytes(hand.saved())
    agreement = folder / "aftale.yaml"
    agreement.write_text(agreement.read_text("utf-8").replace("0,5 mio. kr.", "0,6 mio. kr."), "utf-8")
    (conflict,) = take_back(folder_files(folder), [path]).conflicts

    assert conflict.field == Field(None, "5.1", ("økonomi",))
    assert (conflict.sent, conflict.current) == ("0,5 mio. kr.", "0,6 mio. kr.")


def test_who_has_not_written_yet(folder: Path) -> None:
    found = chase(open_case(folder_files(folder)).case, 0, TODAY)
    owed = {one.centre: [(o.item.ref, o.about, o.lack) for o in one.owed] for one in found.centres}

    assert owed == {
        WORK: [("5.1", "beskrivelse", Lack.TEXT)],
        CULTURE: [("5.2", "beskrivelse", Lack.TEXT), ("5.2", "økonomi", Lack.TEXT)],
        NO_CENTRE: [("5.3", "beskrivelse", Lack.TEXT), ("5.3", "økonomi", Lack.TEXT)],
    }
    assert [(one.asked, one.reported) for one in found.centres] == [(3, 2), (3, 1), (3, 1)]


def test_the_mail_asks_for_the_plan_and_has_its_workbook() -> None:
    deadlines = {"0": {"indberetning": "2018-01-20", "udvalgsmøde": "2018-02-08"}}
    files = reminder_files(chase(planned(frister=deadlines), 0, TODAY))
    mail = email.message_from_bytes(next(iter(files.values())), policy=email.policy.default)
    body = mail.get_body()
    assert body is not None
    words = " ".join(body.get_content().split())

    assert str(mail["Subject"]) == "Udmøntning af Aftale om budget 2018: Arbejdsmarked mangler 1 af 3 tekster"
    assert "Til udmøntningen af Aftale om budget 2018 mangler vi stadig noget fra jer." in words
    assert "Udvalgene behandler udmøntningen den 8. februar 2018." in words
    assert "- 5.1. Flere i fleksjob, beskrivelse" in words
    assert "smiley" not in words.lower()
    assert [one.get_filename() for one in mail.iter_attachments()] == [
        "aftale-om-budget-2018_udmoentning_arbejdsmarked.xlsx"
    ]


def test_a_centre_gets_a_draft_of_its_own_items_and_sends_it_back(folder: Path, tmp_path: Path) -> None:
    sent = tmp_path / "udkast.docx"
    write_drafts(folder_files(folder), draft_order(0, None, DraftOrder(DAY), centre=WORK), sent)
    edition = centre_edition(planned(), 0, WORK)
    sent.write_bytes(exchanged(sent.read_bytes(), {"0,5\xa0": "0,7\xa0"}))
    taken = take_back(folder_files(folder), [sent])

    assert [item.ref for item in edition.items()] == ["5.1"]
    assert edition.facts.title == "Udmøntning af, og status på Aftale om budget 2018 for Arbejdsmarked"
    assert [(one.field, one.new) for one in taken.proposals] == [(Field(None, "5.1", ("økonomi",)), "0,7 mio. kr.")]
    assert (taken.conflicts, taken.findings) == ((), ())


@pytest.mark.parametrize("loses", [without_record, as_google_docs])
def test_a_draft_to_a_centre_is_known_without_its_record(folder: Path, tmp_path: Path, loses: object) -> None:
    sent = tmp_path / "udkast.docx"
    write_drafts(folder_files(folder), draft_order(0, None, DraftOrder(DAY), centre=CULTURE), sent)
    assert callable(loses)
    sent.write_bytes(loses(OpenedDraft(sent.read_bytes())).bytes())
    taken = take_back(folder_files(folder), [sent])

    assert (taken.proposals, taken.conflicts) == ((), ())
    assert "udkast-uden-oplysninger" in {one.code for one in taken.findings}
    assert "delelement-mangler" not in {one.code for one in taken.findings}


def test_a_correction_of_an_item_that_is_another_centres_by_now_is_a_conflict(folder: Path, tmp_path: Path) -> None:
    sent = tmp_path / "udkast.docx"
    write_drafts(folder_files(folder), draft_order(0, None, DraftOrder(DAY), centre=WORK), sent)
    sent.write_bytes(exchanged(sent.read_bytes(), {"0,5\xa0": "0,7\xa0"}))
    agreement = folder / "aftale.yaml"
    moved = agreement.read_text("utf-8").replace(f"ansvarligt_center: {WORK}", f"ansvarligt_center: {CULTURE}")
    agreement.write_text(moved, "utf-8")
    (conflict,) = take_back(folder_files(folder), [sent]).conflicts

    assert "et andet center" in conflict.reason


def test_a_centre_without_items_is_named_and_choices_that_contradict_each_other_are_told() -> None:
    with pytest.raises(UnknownChoice, match="har ingen delelementer"):
        centre_edition(planned(), 0, "Havnen")
    with pytest.raises(WrongCall, match="--center og --all"):
        draft_order(0, None, DraftOrder(DAY), whole_round=True, centre=WORK)
    with pytest.raises(WrongCall, match="Kun et udkast"):
        RenderOrder(0, centre=WORK)


def test_an_edition_that_is_no_draft_to_a_centre_says_nothing_of_centres() -> None:
    assert "centre" not in build_edition(planned(), 0).model_dump(mode="json")["facts"]
