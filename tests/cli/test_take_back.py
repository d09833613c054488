"""`take-back` as the contract says: what is printed where, exit codes, JSON, and the questions on a real terminal."""

import json
import os
import pty
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from renderer.vocabulary.workbook_marks import FINANCES_STATUS, SMILEY, STATUS
from tests.cli.program import EXAMPLE, Run, run
from tests.repository import ROOT
from tests.returned_drafts import returned_draft
from tests.returned_workbooks import returned_workbook

THREE, FOUR, TWO = "De sidste tre er", "De sidste fire er", "De sidste to er"
FINANCES = "Strategien ændrer ikke i sig selv"
FIELDS = ["sted", "gammel", "ny", "hvem", "hvornår", "kilde"]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A case up to its second follow-up, and two drafts that came back with one change in common."""
    shutil.copytree(EXAMPLE, tmp_path / "sag")
    for name in ("opfoelgning-3.yaml", "opfoelgning-4.yaml"):
        (tmp_path / "sag" / name).unlink()
    for name, status in (("a.docx", FOUR), ("b.docx", TWO)):
        corrections = {THREE: status, FINANCES: "Strategien ændrer ikke"}
        (tmp_path / name).write_bytes(returned_draft(tmp_path / "sag", corrections, committee="Økonomiudvalget"))
    return tmp_path


def contents(desk: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in (desk / "sag").iterdir()}


def take_back(desk: Path, *words: str) -> Run:
    return run("take-back", "sag", *words, cwd=desk)


def test_proposals_are_printed_with_place_and_marked_words(desk: Path) -> None:
    before = contents(desk)
    done = take_back(desk, "a.docx")

    assert (done.code, done.err) == (0, "")
    assert "opfoelgning-2.yaml linje 23, 2.02, milepæle › 2 › status\n" in done.out
    assert "før: Syv institutioner har haft besøg. De sidste [-tre-] er planlagt i august." in done.out
    assert "nu:  Syv institutioner har haft besøg. De sidste {+fire+} er planlagt i august." in done.out
    assert "2 forslag, 0 konflikter og 0 kommentarer." in done.out
    assert contents(desk) == before


def test_json_is_the_contract(desk: Path) -> None:
    done = take_back(desk, "a.docx", "b.docx", "--json")
    answer = json.loads(done.out)

    assert done.code == 1
    assert list(answer) == ["forslag", "konflikter", "kommentarer", "anmærkninger"]
    assert [list(one) for one in answer["forslag"]] == [FIELDS]
    (conflict,) = answer["konflikter"]
    assert list(conflict) == ["sted", "årsag", "sendt", "nu", "forslag"]
    assert [list(one) for one in conflict["forslag"]] == [FIELDS, FIELDS]


def test_apply_writes_and_says_which_files(desk: Path) -> None:
    before = contents(desk)
    done = take_back(desk, "a.docx", "--apply")

    assert done.code == 0
    assert done.out.splitlines()[-2:] == ["Rettet: sag/aftale.yaml", "Rettet: sag/opfoelgning-2.yaml"]
    after = contents(desk)
    assert after["opfoelgning-2.yaml"] == before["opfoelgning-2.yaml"].replace(THREE, FOUR)
    assert after["aftale.yaml"] == before["aftale.yaml"].replace(FINANCES, "Strategien ændrer ikke")


def test_apply_with_conflicts_writes_nothing_until_they_are_left(desk: Path) -> None:
    before = contents(desk)
    refused = take_back(desk, "a.docx", "b.docx", "--apply")
    assert refused.code == 1
    assert "Ingen rettelser er skrevet i sagen." in refused.err
    assert contents(desk) == before

    left = take_back(desk, "a.docx", "b.docx", "--apply", "--leave-conflicts", "--json")
    assert left.code == 0
    assert len(json.loads(left.out)["konflikter"]) == 1
    assert contents(desk)["opfoelgning-2.yaml"] == before["opfoelgning-2.yaml"]
    assert contents(desk)["aftale.yaml"] != before["aftale.yaml"]


def test_an_unread_cell_holds_everything_back_until_it_is_left(desk: Path) -> None:
    half = {("5.09", SMILEY): "OK", ("5.09", STATUS): "Ti er ansat."}
    answers = {**half, ("5.09", FINANCES_STATUS): "Pengene er brugt."}
    (desk / "c.xlsx").write_bytes(returned_workbook(desk / "sag", 2, "Arbejdsmarked", answers))
    before = contents(desk)
    refused = take_back(desk, "c.xlsx", "--apply")

    assert refused.code == 1
    assert "[svar-ukendt-smiley]" in refused.err
    assert "og ret cellen, eller slet det, der står i den." in refused.err
    assert refused.err.endswith("Eller skriv resten med --leave-unread.\n")
    assert refused.out.endswith("1 forslag, 0 konflikter, 0 kommentarer og 1 fejl, som står øverst.\n")
    assert contents(desk) == before

    left = take_back(desk, "c.xlsx", "--apply", "--leave-unread")
    assert left.code == 0
    written = contents(desk)["opfoelgning-2.yaml"]
    assert "Pengene er brugt." in written
    assert "Ti er ansat." not in written, "the words belong to the smiley that was not read"


def test_what_is_left_unread_leaves_conflicts_as_they_are(desk: Path) -> None:
    answers = {("5.09", SMILEY): "OK", ("5.09", STATUS): "Ti er ansat."}
    (desk / "c.xlsx").write_bytes(returned_workbook(desk / "sag", 2, "Arbejdsmarked", answers))
    files = ("a.docx", "b.docx", "c.xlsx")

    half = take_back(desk, *files, "--apply", "--leave-unread")
    assert (half.code, "--leave-conflicts" in half.err, "--leave-unread" in half.err) == (1, True, False)
    assert take_back(desk, *files, "--apply", "--leave-unread", "--leave-conflicts").code == 0


def test_a_file_that_is_no_draft_is_unreadable(desk: Path) -> None:
    (desk / "c.docx").write_text("Kære alle")

    assert take_back(desk, "a.docx", "c.docx", "--apply").code == 2
    assert take_back(desk, "findes-ikke.docx").code == 2


def test_a_mail_is_told_from_the_file_that_came_with_it(desk: Path) -> None:
    (desk / "svar.eml").write_text("Subject: Svar")
    done = take_back(desk, "svar.eml")

    assert done.code == 2
    assert "Filen »svar.eml« er en mail." in done.err
    assert "gem den vedhæftede fil" in done.err


@pytest.mark.parametrize(
    "words",
    [
        ("--interactive",),
        ("--interactive", "--apply"),
        ("--interactive", "--json"),
        ("--leave-conflicts",),
        ("--leave-unread",),
    ],
)
def test_calls_that_make_no_sense_are_refused(desk: Path, words: tuple[str, ...]) -> None:
    done = take_back(desk, "a.docx", *words)

    assert done.code == 2
    assert "[forkert-kald]" in done.err


def on_terminal(desk: Path, answers: list[str]) -> tuple[int, str]:
    """Exit code and screen of an interactive run in which somebody types these answers."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "renderer", "take-back", "sag", "a.docx", "b.docx", "--interactive"],
        cwd=desk,
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "dumb", "NO_COLOR": "1", "LANG": "C.UTF-8"},
    )
    os.close(slave)
    screen = b""
    waiting = list(answers)
    try:
        while select.select([master], [], [], 60)[0]:
            try:
                read = os.read(master, 65_536)
            except OSError:
                break
            if not read:
                break
            screen += read
            if waiting and screen.rstrip().endswith(b":"):
                os.write(master, (waiting.pop(0) + "\n").encode())
    finally:
        os.close(master)
    return process.wait(60), screen.decode().replace("\r\n", "\n")


def test_questions_are_asked_one_by_one_and_conflicts_offer_every_text(desk: Path) -> None:
    before = contents(desk)
    code, screen = on_terminal(desk, ["?", "j", "2", "j"])

    assert code == 0, screen
    assert "Svar med et af tegnene: a, i, j, n, r, s." in screen
    assert "1 af 2: Skal rettelsen skrives?" in screen
    assert "2 af 2: Hvilken tekst gælder? (1), (2) som svaret, (b)ehold sagens" in screen
    assert contents(desk)["opfoelgning-2.yaml"] == before["opfoelgning-2.yaml"].replace(THREE, TWO)
    assert contents(desk)["aftale.yaml"] == before["aftale.yaml"].replace(FINANCES, "Strategien ændrer ikke")


@pytest.mark.parametrize(
    ("answers", "code", "changed"),
    [
        (["n", "b"], 0, []),
        (["s", "s"], 1, []),
        (["a"], 1, []),
        (["j", "a", "n"], 1, []),
        (["j", "a", "j"], 1, ["aftale.yaml"]),
        (["j", "s", "j"], 1, ["aftale.yaml"]),
        (["n", "1", "j"], 0, ["opfoelgning-2.yaml"]),
        (["r", "i", "j"], 0, ["aftale.yaml"]),
        (["i", "i"], 0, []),
    ],
)
def test_only_what_was_accepted_is_written(desk: Path, answers: list[str], code: int, changed: list[str]) -> None:
    before = contents(desk)
    left, screen = on_terminal(desk, answers)

    assert left == code, screen
    assert sorted(name for name, text in contents(desk).items() if text != before[name]) == changed
