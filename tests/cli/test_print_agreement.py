"""`render --agreement`: the files, their names, what is told, and what is refused in plain words."""

import json
from pathlib import Path

import pytest

from tests.cli.program import EXAMPLE, run
from tests.repository import ROOT

SIGNED = ROOT / "examples" / "budget-2019"
NAME = "aftale-om-budget-2019_underskrevet-aftale"


def test_both_files_are_written_and_the_pdf_proves_itself(tmp_path: Path) -> None:
    done = run("render", SIGNED, "--agreement", "-o", tmp_path)

    assert (done.code, done.err) == (0, "")
    assert done.out.split() == [str(tmp_path / f"{NAME}.pdf"), str(tmp_path / f"{NAME}.docx")]
    assert run("verify", tmp_path / f"{NAME}.pdf").out == "identisk\n"
    assert json.loads(run("extract", tmp_path / f"{NAME}.pdf").out)["document"] == "agreement"


def test_json_names_the_files(tmp_path: Path) -> None:
    done = run("render", SIGNED, "--agreement", "--format", "docx", "--json", "-o", tmp_path)

    assert json.loads(done.out) == {"filer": [str(tmp_path / f"{NAME}.docx")], "anmærkninger": []}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--agreement", "--format", "html"], "Den underskrevne aftale kan ikke dannes som »html«."),
        (["--agreement", "--format", ","], "Der er ikke valgt noget format."),
        (["--agreement", "--followup", "2"], "--agreement og --followup kan ikke bruges sammen."),
        (["--agreement", "--all"], "--agreement og --all kan ikke bruges sammen."),
        (["--agreement", "--draft"], "--agreement og --draft kan ikke bruges sammen."),
        (["--agreement", "--committee", "Økonomiudvalget"], "--agreement og --committee kan ikke bruges sammen."),
        ([], "eller --agreement for at danne den underskrevne aftale."),
    ],
)
def test_a_wrong_call_is_refused(words: list[str], said: str, tmp_path: Path) -> None:
    done = run("render", SIGNED, *words, "-o", tmp_path / "ud")

    assert done.code == 2
    assert said in done.err
    assert not (tmp_path / "ud").exists()


def test_a_case_without_the_agreement_says_so(tmp_path: Path) -> None:
    done = run("render", EXAMPLE, "--agreement", "-o", tmp_path / "ud")

    assert done.code == 2
    assert "Sagen har ikke den underskrevne aftale." in done.err
    assert "budgetaftale.yaml" in done.err
    assert not (tmp_path / "ud").exists()
