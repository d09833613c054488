"""Returned drafts against a case folder: read, held against it, and written into it, all or nothing."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from renderer.casefolder.edit_fields import planned
from renderer.errors import UnreadableFile
from renderer.findings import Stopped
from renderer.journeys.case_files import folder_files
from renderer.journeys.returned.conflicts import weigh
from renderer.journeys.returned.take_back import TakenBack, take_back, write_changes
from renderer.model.field import Field, said_by, shown
from renderer.model.proposal import DraftOrigin, Proposal, Returned
from renderer.readers.yaml.folder import read_case_folder
from tests.casefolder.corrections import FORMS, corrections
from tests.casefolder.handwritten import folders
from tests.cases import cases
from tests.cli.program import EXAMPLE
from tests.opened_folders import read_folder
from tests.returned_drafts import returned_draft

STATUS = Field(2, "2.02", ("milepæle", "2", "status"))
FINANCES = Field(None, "2.01", ("økonomi",))
THREE, FOUR, TWO = "De sidste tre er", "De sidste fire er", "De sidste to er"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example, up to its second follow-up."""
    copy = Path(shutil.copytree(EXAMPLE, tmp_path / "sag"))
    for name in ("opfoelgning-3.yaml", "opfoelgning-4.yaml"):
        (copy / name).unlink()
    return copy


def came_back(folder: Path, name: str, corrections: dict[str, str], committee: str | None = "Økonomiudvalget") -> Path:
    path = folder.parent / name
    path.write_bytes(returned_draft(folder, corrections, committee=committee))
    return path


def test_a_folder_of_answers_is_read_and_what_cannot_be_read_holds_the_rest_back(folder: Path) -> None:
    desk = folder.parent / "svar"
    (desk / "center").mkdir(parents=True)
    (desk / "center" / "a.docx").write_bytes(returned_draft(folder, {THREE: FOUR}, committee="Økonomiudvalget"))
    (desk / "~$a.docx").write_bytes(b"x")
    (desk / "regnskab.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    taken = take_back(folder_files(folder), [desk])

    assert [proposal.field for proposal in taken.proposals] == [STATUS]
    assert [(str(one.place), one.code) for one in taken.findings] == [
        ("~$a.docx", "fil-er-åben"), ("regnskab.xlsx", "fil-kan-ikke-læses"),
    ]  # fmt: skip
    assert [one.code for one in taken.errors] == ["fil-kan-ikke-læses"]


def test_a_mark_beside_an_answer_does_not_stop_it(folder: Path) -> None:
    answer = came_back(folder, "a.docx", {THREE: FOUR})
    mark = answer.with_name("~$a.docx")
    mark.write_bytes(b"x")
    taken = take_back(folder_files(folder), [mark, answer])

    assert [proposal.new for proposal in taken.proposals] != []
    assert taken.errors == ()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_untouched_draft_says_nothing(folder: Path) -> None:
    taken = take_back(folder_files(folder), [came_back(folder, "a.docx", {})])

    assert (taken.proposals, taken.conflicts, taken.comments, taken.findings, taken.done) == ((), (), (), (), 0)
    assert write_changes(taken, taken.changes).files == ()


def test_a_correction_is_written_and_nothing_else(folder: Path) -> None:
    before = contents(folder)
    taken = take_back(folder_files(folder), [came_back(folder, "a.docx", {THREE: FOUR})])
    assert str(taken.place_of(STATUS)) == "opfoelgning-2.yaml linje 23, 2.02, milepæle › 2 › status"
    written = write_changes(taken, taken.changes)

    assert [path.name for path in written.files] == ["opfoelgning-2.yaml"]
    name = "opfoelgning-2.yaml"
    assert contents(folder) == {**before, name: before[name].replace(THREE.encode(), FOUR.encode())}
    case = read_folder(folder).case
    assert case is not None
    assert (shown(case, STATUS) or "").count(FOUR) == 1


def test_taken_back_again_it_is_done(folder: Path) -> None:
    document = came_back(folder, "a.docx", {THREE: FOUR})
    taken = take_back(folder_files(folder), [document])
    write_changes(taken, taken.changes)
    again = take_back(folder_files(folder), [document])

    assert (again.proposals, again.conflicts, again.done) == ((), (), 1)


def test_two_drafts_are_taken_back_together(folder: Path) -> None:
    both = "Strategien ændrer ikke i sig selv"
    first = came_back(folder, "a.docx", {THREE: FOUR, both: "Strategien ændrer ikke"})
    second = came_back(folder, "b.docx", {THREE: TWO, both: "Strategien ændrer ikke"}, committee=None)
    taken = take_back(folder_files(folder), [first, second])

    assert [one.field for one in taken.proposals] == [FINANCES]
    assert "a.docx" in taken.proposals[0].sources
    assert "b.docx" in taken.proposals[0].sources
    assert [one.field for one in taken.conflicts] == [STATUS]
    assert not taken.clear


def test_the_same_file_twice_counts_once(folder: Path) -> None:
    document = came_back(folder, "a.docx", {THREE: FOUR})
    copy = Path(shutil.copy(document, folder.parent / "kopi.docx"))

    assert len(take_back(folder_files(folder), [document, copy, document]).proposals) == 1


def test_a_change_that_brings_a_new_error_is_refused_and_nothing_is_written(folder: Path) -> None:
    taken = take_back(folder_files(folder), [came_back(folder, "a.docx", {THREE: FOUR})])
    before = contents(folder)
    for changes in ({STATUS: "Et tegn\x07"}, {STATUS: FOUR, Field(2, "2.02", ("milepæle", "2", "smiley")): "vred"}):
        with pytest.raises(Stopped) as stopped:
            write_changes(taken, changes)
        assert stopped.value.findings
        assert "ingen filer er ændret" in stopped.value.message
    assert contents(folder) == before


def test_a_folder_that_somebody_changed_meanwhile_is_left_alone(folder: Path) -> None:
    taken = take_back(folder_files(folder), [came_back(folder, "a.docx", {THREE: FOUR})])
    with (folder / "aftale.yaml").open("a") as file:
        file.write("# rettet af en anden\n")
    before = contents(folder)
    with pytest.raises(Stopped) as stopped:
        write_changes(taken, taken.changes)

    assert [finding.code for finding in stopped.value.findings] == ["sag-ændret-imens"]
    assert contents(folder) == before


def test_new_warnings_of_the_corrected_case_are_told(folder: Path) -> None:
    taken = take_back(folder_files(folder), [came_back(folder, "a.docx", {THREE: FOUR})])
    written = write_changes(taken, {STATUS: ""})

    assert [finding.code for finding in written.findings] == ["status-mangler"]


def test_what_is_no_draft_is_refused(folder: Path) -> None:
    other = folder.parent / "brev.docx"
    other.write_text("Kære alle")
    with pytest.raises(UnreadableFile):
        take_back(folder_files(folder), [other])


def test_a_case_that_cannot_be_read_is_told_first(folder: Path) -> None:
    document = came_back(folder, "a.docx", {THREE: FOUR})
    (folder / "aftale.yaml").write_text("titel: [")
    with pytest.raises(Stopped) as stopped:
        take_back(folder_files(folder), [document])

    assert "ugyldig-yaml" in {finding.code for finding in stopped.value.findings}


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_what_is_proposed_is_written_into_any_folder_and_conflicts_never_are(data: st.DataObject) -> None:
    case = data.draw(cases(most_chapters=2, most_items=2, forms=FORMS, waivers=False))
    files = data.draw(folders(case))
    reading = read_case_folder(files)
    assume(reading.case == case)
    wanted = data.draw(corrections(case))
    stale = set(data.draw(st.lists(st.sampled_from(sorted(wanted, key=str)), max_size=2)) if wanted else [])
    proposals = [
        Proposal(field, "Noget andet." if field in stale else shown(case, field) or "", new)
        for field, new in wanted.items()
    ]
    weighed = weigh(case, [Returned(DraftOrigin(), tuple(proposals))])
    assert {one.field for one in weighed.conflicts} <= stale

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in files.items():
            (folder / file).write_bytes(content)
        parts = (weighed.proposals, weighed.conflicts, (), weighed.findings)
        taken = TakenBack(folder_files(folder), reading, case, *parts)
        # Of two fields of a report one may be refused when the other is left out.
        assume(not planned(taken.changes, case).refusals)
        write_changes(taken, taken.changes)
        after = read_folder(folder).case
    assert after is not None
    for field in wanted:
        written = taken.changes.get(field, said_by(case, field))
        assert said_by(after, field) == written
        assert not written or shown(after, field) == written


def test_a_pdf_is_told_from_a_draft(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "udgave.pdf"
    page.write_bytes(b"%PDF-1.7 ...")

    with pytest.raises(UnreadableFile, match="en PDF-fil") as refused:
        take_back(folder_files(folder), [page])
    assert "regneark" in refused.value.hint
