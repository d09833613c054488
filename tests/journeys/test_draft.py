"""Drafts, from a case folder to Word files that know themselves."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from renderer.edition.build import build_edition
from renderer.edition.draft import Due, draft_record
from renderer.edition.draft_advice import says_until_when
from renderer.errors import CannotWrite, UnknownChoice, WrongCall
from renderer.journeys.case_files import folder_files
from renderer.journeys.draft import draft_day, draft_order, write_drafts
from renderer.journeys.open_case import open_case
from renderer.journeys.rendering.render_order import DraftOrder, RenderOrder
from renderer.journeys.rendering.render_round import render_round
from renderer.journeys.returned.take_back import take_back
from renderer.writers.word import write_draft
from tests.cli.program import EXAMPLE, run
from tests.readers.draft.opened_draft import OpenedDraft
from tests.readers.draft.test_files import as_google_docs, without_record
from tests.writers.word_parts import WordParts

COMMITTEE = "Økonomiudvalget"
DAY = datetime.date(2018, 7, 4)


def test_a_draft_is_written_under_the_name_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "ny" / "til sekretæren.docx"

    written = write_drafts(folder_files(EXAMPLE), draft_order(2, COMMITTEE, DraftOrder(DAY, 3)), target)

    edition = build_edition(open_case(folder_files(EXAMPLE)).case, 2, COMMITTEE)
    version = WordParts(target.read_bytes()).custom_properties()["Programversion"]
    assert written.files == (target,)
    assert list(target.parent.iterdir()) == [target]
    assert target.read_bytes() == write_draft(draft_record(edition, 3, DAY, version, due=Due(meeting=DAY)))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("2018-06-01", "Vi skal have det senest den 15. juni 2018. Udvalgene behandler opfølgningen den 4. juli 2018."),
        ("2018-06-20", "Udvalgene behandler opfølgningen den 4. juli 2018."),
        ("2018-07-05", None),
    ],
)
def test_the_first_page_names_the_days_that_have_not_passed(tmp_path: Path, sent: str, said: str | None) -> None:
    target = tmp_path / "udkast.docx"
    write_drafts(folder_files(EXAMPLE), draft_order(2, COMMITTEE, DraftOrder(draft_day(sent))), target)
    lines = [" ".join(words.split()) for _, words in WordParts(target.read_bytes()).paragraphs()]

    assert [line for line in lines if says_until_when(line)] == ([said] if said else [])


def test_a_round_has_a_draft_for_the_whole_and_for_every_committee(tmp_path: Path) -> None:
    written = write_drafts(folder_files(EXAMPLE), draft_order(2, None, DraftOrder(DAY, 2), whole_round=True), tmp_path)

    committees = {
        WordParts(path.read_bytes()).custom_properties().get("Udvalg", "hele kommunen") for path in written.files
    }
    assert sorted(tmp_path.iterdir()) == sorted(written.files)
    assert all(path.name.endswith("_udkast-2.docx") for path in written.files)
    assert len(committees) == len(written.files)
    assert {"hele kommunen", COMMITTEE} <= committees


def test_render_gives_the_same_draft(tmp_path: Path) -> None:
    order = RenderOrder(2, COMMITTEE, formats=("docx",), draft=DraftOrder(DAY))

    (rendered,) = render_round(folder_files(EXAMPLE), order, tmp_path).files
    (drafted,) = write_drafts(
        folder_files(EXAMPLE), draft_order(2, COMMITTEE, DraftOrder(DAY)), tmp_path / "udkast.docx"
    ).files

    assert rendered.name == "aftale-om-budget-2018_2-opfoelgning_oekonomiudvalget_udkast.docx"
    assert rendered.read_bytes() == drafted.read_bytes()


def test_findings_come_with_the_draft(tmp_path: Path) -> None:
    written = write_drafts(folder_files(EXAMPLE), draft_order(3, None, DraftOrder(DAY)), tmp_path / "udkast.docx")

    assert [finding.code for finding in written.findings] == ["status-mangler"]


@pytest.mark.parametrize(
    ("whole_round", "name"), [(True, "udkast.docx"), (False, "udkast"), (False, "udkast.pdf"), (False, "mappe.docx")]
)
def test_a_target_that_does_not_fit_is_refused(tmp_path: Path, whole_round: bool, name: str) -> None:
    (tmp_path / "mappe.docx").mkdir()

    with pytest.raises(WrongCall):
        write_drafts(
            folder_files(EXAMPLE), draft_order(2, None, DraftOrder(DAY), whole_round=whole_round), tmp_path / name
        )

    assert [path.name for path in tmp_path.iterdir()] == ["mappe.docx"]


def test_what_the_case_does_not_have_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnknownChoice):
        write_drafts(folder_files(EXAMPLE), draft_order(2, "Skoleudvalget", DraftOrder(DAY)), tmp_path / "udkast.docx")
    (tmp_path / "fil").write_text("")
    with pytest.raises(CannotWrite):
        write_drafts(folder_files(EXAMPLE), draft_order(2, None, DraftOrder(DAY)), tmp_path / "fil" / "udkast.docx")

    assert [path.name for path in tmp_path.iterdir()] == ["fil"]


def test_changes_since_an_earlier_followup_are_marked(tmp_path: Path) -> None:
    order = draft_order(2, COMMITTEE, DraftOrder(DAY, 1, 1))

    (path,) = write_drafts(folder_files(EXAMPLE), order, tmp_path / "udkast.docx").files

    case = open_case(folder_files(EXAMPLE)).case
    version = WordParts(path.read_bytes()).custom_properties()["Programversion"]
    record = draft_record(build_edition(case, 2, COMMITTEE), 1, DAY, version, 1, due=Due(meeting=DAY))
    assert path.read_bytes() == write_draft(record, earlier=build_edition(case, 1, COMMITTEE))
    assert b"<w:ins " in WordParts(path.read_bytes()).read("word/document.xml")


@pytest.mark.parametrize("since", [2, 3])
def test_changes_can_only_be_marked_since_an_earlier_followup(since: int) -> None:
    with pytest.raises(WrongCall, match="kan ikke markeres"):
        draft_order(2, None, DraftOrder(DAY, 1, since))


@pytest.mark.parametrize("written", ["", "juli 2018", "2018-13-01", "0001-01-01", "9999-12-31"])
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(WrongCall, match="ikke en dato"):
        draft_day(written)


def test_the_command_takes_number_and_date_and_prints_the_file(tmp_path: Path) -> None:
    target = tmp_path / "udkast.docx"

    done = run("draft", EXAMPLE, "--followup", "2", "--number", "4", "--date", "2018-07-05", "-o", target)

    properties = WordParts(target.read_bytes()).custom_properties()
    assert (done.code, done.out) == (0, f"{target}\n")
    assert (properties["Udkastnummer"], properties["Udkastdato"]) == ("4", "2018-07-05")


def test_the_command_refuses_two_choices_in_one(tmp_path: Path) -> None:
    done = run("draft", EXAMPLE, "--followup", "2", "--all", "--committee", COMMITTEE, "-o", tmp_path / "ud")

    assert done.code == 2
    assert "--committee og --all kan ikke bruges sammen." in done.err


@pytest.mark.parametrize(("followup", "asked"), [(1, False), (3, False), (4, True)])
def test_the_first_page_asks_again_for_what_was_not_met(tmp_path: Path, followup: int, asked: bool) -> None:
    target = tmp_path / "udkast.docx"
    write_drafts(folder_files(EXAMPLE), draft_order(followup, COMMITTEE, DraftOrder(DAY)), target)
    lines = [" ".join(words.split()) for _, words in WordParts(target.read_bytes()).paragraphs()]

    assert ("Se på det, der ikke blev nået" in lines) is asked
    assert take_back(folder_files(EXAMPLE), [target]).proposals == ()


@pytest.mark.parametrize("loses", [without_record, as_google_docs])
def test_a_draft_that_asks_again_is_known_without_its_record(
    tmp_path: Path, loses: Callable[[OpenedDraft], OpenedDraft]
) -> None:
    target = tmp_path / "udkast.docx"
    write_drafts(folder_files(EXAMPLE), draft_order(4, COMMITTEE, DraftOrder(DAY)), target)
    target.write_bytes(loses(OpenedDraft(target.read_bytes())).bytes())
    told = {one.code for one in take_back(folder_files(EXAMPLE), [target]).findings}

    assert "udkast-uden-oplysninger" in told
    assert not told & {"låst-tekst-mangler", "tekst-uden-for-felter", "låst-tekst-ændret"}
