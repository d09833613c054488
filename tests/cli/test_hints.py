"""Hints on the command line: `check` prints them, and nothing waits for them."""

import json
import shutil
from pathlib import Path

import pytest

from renderer.journeys.case_files import folder_files
from renderer.journeys.open_case import open_case
from tests.cli.program import EXAMPLE, run

WAIVER = """
  - kode: status-mangler
    begrundelse: Kommer i august.
"""


@pytest.fixture
def case_folder(tmp_path: Path) -> Path:
    """The example with a word that is misspelt and nothing else to say about it."""
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "sag"))
    agreement = folder / "aftale.yaml"
    text = agreement.read_text(encoding="utf-8")
    agreement.write_text(text.replace("virksomheder", "virksohmeder", 1), encoding="utf-8")
    waivers = folder / "tjek.yaml"
    waivers.write_text(waivers.read_text(encoding="utf-8").rstrip("\n") + WAIVER, encoding="utf-8")
    return folder


def test_hints_are_printed_and_counted_and_do_not_stop_even_when_strict(case_folder: Path) -> None:
    for done in (run("check", case_folder), run("check", case_folder, "--strict")):
        assert (done.code, done.out) == (0, "")
        assert "tip: aftale.yaml linje " in done.err
        assert "Ordet »virksohmeder« er ikke kendt. [mulig-stavefejl]\n  → Mente du »virksomheder«?" in done.err
        assert done.err.endswith("Sagen er i orden. Der er 1 tip.\n")


def test_beside_a_warning_hints_are_counted_apart(case_folder: Path) -> None:
    shutil.copy(EXAMPLE / "tjek.yaml", case_folder / "tjek.yaml")

    assert run("check", case_folder).err.endswith("0 fejl, 1 advarsel og 1 tip.\n")


def test_hints_are_findings_of_a_weight_of_their_own_in_json(case_folder: Path) -> None:
    (finding,) = json.loads(run("check", case_folder, "--json").out)["anmærkninger"]

    assert list(finding) == ["kode", "alvor", "sted", "tekst", "råd"]
    assert (finding["kode"], finding["alvor"]) == ("mulig-stavefejl", "tip")


def test_documents_are_made_without_a_word_about_hints(case_folder: Path, tmp_path: Path) -> None:
    done = run("render", case_folder, "--followup", "1", "--format", "html", "-o", tmp_path / "ud")

    assert done.code == 0
    assert "tip" not in done.err


def test_issuing_does_not_wait_for_hints(case_folder: Path) -> None:
    assert open_case(folder_files(case_folder), 1).findings == ()
