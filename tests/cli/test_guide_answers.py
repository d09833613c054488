"""The user guide can be typed from its first command to its last, and the program answers what the guide shows.

All commands are run once, in the order they stand in, by a shell, in one folder that holds the examples and the files
that the guide says somebody has sent. A line of three dots in the guide stands for any number of lines. Which
paragraph of a Word file a thing stands in is a matter of layout, and is not compared.
"""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from tests import guide
from tests.cli.program import EXAMPLE, run
from tests.readers.earlier.signed.word_agreement import agreement
from tests.repository import ROOT
from tests.returned_drafts import exchanged, returned_draft
from tests.returned_workbooks import returned_workbook

pytestmark = pytest.mark.slow

MADE = "made/aftale-om-budget-2018_{}.{}"
GUIDE_WIDTH = 100
ONE_COMMITTEE = MADE.format("2-opfoelgning_oekonomiudvalget", "pdf")
CORRECTED = {"ændrer ikke i sig selv ved": "ændrer ikke ved", "vikarer i efteråret opvejede": "vikarer opvejede"}
ANSWERS = {("5.09", "Indsats, smiley"): ":-|", ("5.09", "Indsats, status"): "De sidste to aftaler mangler."}
YEAR = "aftale-om-budget-2018_3-opfoelgning"
SESSIONS = guide.sessions()
NOT_RUN = ("source ", "aftalerapport serve", "aftalerapport worker")
"""The window is set up, and what serves goes on until it is told to stop."""
PLACES = [place for place, session in enumerate(SESSIONS) if not session.command.startswith(("export ", *NOT_RUN))]


@dataclass(frozen=True)
class Answer:
    """What a command of the guide gave: its exit code, and everything it wrote."""

    code: int
    text: str


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the commands are typed in."""
    folder = tmp_path_factory.mktemp("bord")
    laid_out(folder)
    return folder


@pytest.fixture(scope="module")
def played(desk: Path) -> dict[int, Answer]:
    """The answer to each command of the guide, by its place among them."""
    program = Path(sys.executable).parent
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("LC_", "AFTALERAPPORT_"))},
        "PATH": f"{program}:{os.environ['PATH']}", "LANG": "C.UTF-8", "COLUMNS": str(GUIDE_WIDTH),
        "AFTALERAPPORT_CACHE": "", "AFTALERAPPORT_DATABASE": f"sqlite:///{desk}/egen.db",
    }  # fmt: skip
    answers = {}
    for place, session in enumerate(SESSIONS):
        if session.command.startswith("export "):
            name, _, value = session.command.removeprefix("export ").partition("=")
            environment[name] = value
        elif not session.command.startswith(NOT_RUN):
            with_hands(session.mark, desk)
            answers[place] = typed(session.command, desk, environment)
            with_hands(f"/{session.mark}", desk)
    return answers


def typed(command: str, desk: Path, environment: dict[str, str]) -> Answer:
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=desk,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Answer(done.returncode, done.stderr + done.stdout)


def laid_out(desk: Path) -> None:
    """The examples, and the files that the guide says are somebody's own."""
    shutil.copytree(ROOT / "examples", desk / "examples")
    for followup, suffix in (("0", "pdf"), ("1", "pdf"), ("2", "docx")):
        done(desk, "render", EXAMPLE, "--followup", followup, "--format", suffix, "-o", "made")
    committee = ("--committee", "Økonomiudvalget")
    done(desk, "render", EXAMPLE, "--followup", "2", *committee, "--format", "pdf", "-o", "made")
    shutil.copy(desk / MADE.format("udmoentning_hele-kommunen", "pdf"), desk / "udmoentning.pdf")
    shutil.copy(desk / MADE.format("1-opfoelgning_hele-kommunen", "pdf"), desk / "foerste-opfoelgning.pdf")
    made_by_hand(desk / MADE.format("2-opfoelgning_hele-kommunen", "docx"), desk / "anden-opfoelgning.docx")
    with_a_word_left_out(desk / ONE_COMMITTEE, desk / "modtaget.pdf", page=3)
    (desk / "budgetaftale.docx").write_bytes(agreement())
    (desk / "rettet.docx").write_bytes(returned_draft(EXAMPLE, CORRECTED, followup=4))
    (desk / "arbejdsmarked.xlsx").write_bytes(returned_workbook(EXAMPLE, 4, "Arbejdsmarked", ANSWERS))


def done(folder: Path, *words: str | Path) -> None:
    answer = run(*words, cwd=folder)
    assert answer.code == 0, answer.err


def made_by_hand(ours: Path, theirs: Path) -> None:
    """A Word file as from an earlier year: another program's, with one face for two meanings."""
    with zipfile.ZipFile(ours) as source, zipfile.ZipFile(theirs, "w") as target:
        for name in source.namelist():
            content = source.read(name).replace("😐".encode(), "☹".encode())
            target.writestr(name, content.replace(b">Aftalerapport<", b">Microsoft Office Word<"))


def with_a_word_left_out(ours: Path, theirs: Path, page: int) -> None:
    """A PDF in which somebody has taken a word out of the middle of a page."""
    with pikepdf.open(ours) as pdf:
        drawn = pikepdf.parse_content_stream(pdf.pages[page - 1])
        words = [position for position, step in enumerate(drawn) if str(step.operator) == "TJ"]
        del drawn[words[len(words) // 2]]
        pdf.pages[page - 1].obj.Contents.write(pikepdf.unparse_content_stream(drawn))
        pdf.save(theirs, deterministic_id=True)


def with_hands(mark: str, desk: Path) -> None:
    """Do what the guide says that somebody does before a command; a mark with a stroke is undone after it."""
    if act := HANDS.get(mark):
        act(desk)


def misspell(desk: Path) -> None:
    exchange(
        desk / "min-sag" / "aftale.yaml", "ansvarligt_center: Arbejdsmarked\n", "ansvarligt_center: Arbejdmarked\n"
    )


def spell(desk: Path) -> None:
    exchange(
        desk / "min-sag" / "aftale.yaml", "ansvarligt_center: Arbejdmarked\n", "ansvarligt_center: Arbejdsmarked\n"
    )


def exchange(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def answer_as_a_centre(desk: Path) -> None:
    answers = {("5.11", "Indsats, smiley"): "glad", ("5.11", "Indsats, status"): "Aftalen bliver brugt."}
    name = f"{YEAR}_arbejdsmarked.xlsx"
    (desk / "svar" / name).write_bytes(returned_workbook(desk / "mit-aar", 3, "Arbejdsmarked", answers))


def correct_as_a_committee(desk: Path) -> None:
    path = desk / "korrektur" / f"{YEAR}_oekonomiudvalget_udkast.docx"
    path.write_bytes(exchanged(path.read_bytes(), {"ændrer ikke i sig selv ved": "ændrer ikke ved"}))


HANDS: dict[str, Callable[[Path], None]] = {
    "stavefejl": misspell,
    "/stavefejl": spell,
    "centrene svarer": answer_as_a_centre,
    "udvalget retter": correct_as_a_committee,
}


def pattern(shown: str) -> re.Pattern[str]:
    """What an answer must be to be the one that is shown."""
    lines = [r"(?:.*\n)*?" if line.strip() == "..." else re.escape(line) + r"\n" for line in shown.splitlines()]
    return re.compile("".join(lines))


def compared(answer: str) -> str:
    """An answer without what is not compared."""
    plain = re.sub(r"afsnit \d+", "afsnit N", answer)
    # Something is issued on the day of the test.
    plain = re.sub(r"(udstedt|trukket tilbage) \d{1,2}\. \w+ \d{4}", r"\1 DEN DAG", plain)
    return "".join(f"{line.rstrip()}\n" for line in plain.splitlines())


@pytest.mark.parametrize("place", PLACES, ids=lambda place: SESSIONS[place].command)
def test_the_program_answers_what_the_guide_shows(place: int, played: dict[int, Answer]) -> None:
    session, answer = SESSIONS[place], played[place]
    refused = session.answer.startswith("fejl: ") or session.command.startswith("diff ")

    assert refused or answer.code == 0, answer.text
    if session.answer:
        assert pattern(compared(session.answer)).fullmatch(compared(answer.text)), answer.text


def test_what_the_guide_makes_is_no_part_of_the_repository(desk: Path, played: dict[int, Answer]) -> None:
    made = {f"{path.name}/" if path.is_dir() else path.name for path in desk.iterdir()} - {"examples/", "made/"}
    ignored = subprocess.run(
        ["git", "check-ignore", *made], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout.split("\n")

    assert played
    assert made <= {*ignored, "egen.db", "egen.db-wal", "egen.db-shm"}


def test_an_answer_that_is_not_shown_is_told_apart() -> None:
    assert pattern("a\n...\nd\n").fullmatch("a\nb\nc\nd\n")
    assert not pattern("a\n...\nd\n").fullmatch("a\nb\nc\n")
    assert not pattern("a.\n").fullmatch("ab\n")


def test_every_hand_is_asked_for_in_the_guide() -> None:
    assert {mark for mark in HANDS if not mark.startswith("/")} == {session.mark for session in SESSIONS} - {""}
