"""`plan` and `next` as a user runs them: exit codes, what goes where, and the letter of the JSON."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.program import EXAMPLE, run
from tests.readers.earlier.signed.word_agreement import agreement

SIGNED = EXAMPLE.with_name("budget-2019")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SIGNED, tmp_path / "sag"))


def test_the_example_is_a_sound_case() -> None:
    done = run("check", SIGNED, "--json")
    assert done.code == 0
    assert {finding["alvor"] for finding in json.loads(done.out)["anmærkninger"]} <= {"advarsel"}


def test_an_agreement_that_was_read_in_leads_on_to_its_plan(tmp_path: Path) -> None:
    (tmp_path / "aftale.docx").write_bytes(agreement())
    taken = run("import", "aftale.docx", "-o", "ny sag", cwd=tmp_path)
    checked = run("check", "ny sag", cwd=tmp_path)
    planned = run("plan", "ny sag", cwd=tmp_path)

    assert "\nNæste skridt: aftalerapport plan 'ny sag'\n" in taken.err
    assert "Kør aftalerapport plan" in checked.err
    assert "Skal udfyldes:\n  Øverst i aftale.yaml: udvalg, centre\n" in planned.out
    assert "Kør aftalerapport plan" not in run("check", "ny sag", cwd=tmp_path).err


def test_a_whole_case_that_was_read_in_leads_on_to_the_check(tmp_path: Path) -> None:
    run("export", EXAMPLE, "-o", tmp_path / "sag.xlsx")

    assert "\nNæste skridt: aftalerapport check ny\n" in run("import", "sag.xlsx", "-o", "ny", cwd=tmp_path).err


def test_plan_json_is_the_contract(folder: Path) -> None:
    answer = json.loads(run("plan", folder, "--previous", EXAMPLE, "--carry-over", "5.4=5.08.2", "--json").out)
    assert list(answer) == [
        "filer", "oprettet", "fandtes", "følges_ikke_op", "uden_punkt", "tomme_lister", "mangler", "overført",
        "forslag",
    ]  # fmt: skip
    assert answer["oprettet"][2] == {
        "ref": "4.11",
        "nummer": "4.11",
        "titel": "Skraldespande og nudging af brug",
        "type": "drift og anlæg",
    }
    assert answer["følges_ikke_op"] == ["4.13"]
    assert list(answer["mangler"][0]) == ["ref", "nummer", "titel", "hvem", "felter"]
    assert answer["overført"] == [
        {
            "ref": "5.4",
            "fra": "5.08.2",
            "felter": ["ansvarligt_center", "ansvarligt_udvalg", "beskrivelse"],
            "ikke_overført": [],
        }
    ]
    (offer,) = answer["forslag"]
    assert list(offer) == ["ref", "titel", "fra", "fra_titel", "score", "fordi", "historik"]
    assert [list(past) for past in offer["historik"]] == [["sted", "smiley", "status"]] * 5


def test_a_plan_leads_to_a_document(folder: Path, tmp_path: Path) -> None:
    before = run("render", folder, "--followup", "0", "-o", tmp_path / "ud")
    assert (before.code, "ingen delelementer" in before.err) == (2, True)
    assert run("plan", folder).code == 0
    prepared = run("next", folder, "--date", "2019-02-08")
    assert (prepared.code, prepared.out) == (0, f"{folder}/opfoelgning-0.yaml\n")
    done = run("render", folder, "--followup", "0", "--format", "docx", "-o", tmp_path / "ud")
    assert done.code == 0, done.err


def test_next_json_is_the_contract(folder: Path) -> None:
    run("plan", folder)
    answer = json.loads(run("next", folder, "--json").out)
    assert answer == {"opfølgning": 0, "filer": [f"{folder}/opfoelgning-0.yaml"], "ikke_meldt": [], "ikke_nået": []}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["plan", EXAMPLE], "Sagen har ikke filen budgetaftale.yaml"),
        (["plan", SIGNED, "--carry-over", "1=2"], "--carry-over kræver --previous."),
        (["plan", SIGNED, "--previous", EXAMPLE, "--carry-over", "5.4"], "»5.4« kan ikke bruges efter --carry-over."),
        (["plan", SIGNED, "--previous", SIGNED], "som ikke er tidligere."),
        (["next", EXAMPLE], "fjerde og sidste opfølgning"),
        (["next", SIGNED], "Sagen har ingen delelementer endnu"),
        (["next", EXAMPLE, "--date", "i dag"], "»i dag« er ikke en dato."),
    ],
)
def test_what_cannot_be_done_is_told_with_exit_code_2(words: list[str], message: str) -> None:
    files = {path: path.read_bytes() for path in (*SIGNED.iterdir(), *EXAMPLE.iterdir())}
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert "→" in done.err
    assert {path: path.read_bytes() for path in (*SIGNED.iterdir(), *EXAMPLE.iterdir())} == files
