"""What the user guide shows as the program's answers is what the program answers.

A line of three dots in the guide stands for any number of lines. Which paragraph of a Word file a thing stands in is
a matter of layout, and is not compared.
"""

import re
import shutil
import zipfile
from pathlib import Path

import pikepdf
import pytest

from tests import guide
from tests.cli.program import EXAMPLE, Run, run
from tests.readers.earlier.signed.word_agreement import agreement
from tests.returned_drafts import returned_draft
from tests.returned_workbooks import returned_workbook

pytestmark = pytest.mark.slow

EXAMPLES = (EXAMPLE, EXAMPLE.with_name("budget-2019"))
MADE = "dokumenter/aftale-om-budget-2018_{}.{}"
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
    """A folder with everything that the guide names."""
    folder = tmp_path_factory.mktemp("bord")
    for example in EXAMPLES:
        shutil.copytree(example, folder / "examples" / example.name)
        shutil.copytree(example, folder / example.name)
    for followup, suffix in (("0", "pdf"), ("1", "pdf"), ("2", "docx")):
        done(folder, "render", EXAMPLE.name, "--followup", followup, "--format", suffix, "-o", "dokumenter")
    done(
        folder, "render", EXAMPLE.name, "--followup", "2", "--committee", "Økonomiudvalget", "--format", "pdf",
        "-o", "dokumenter",
    )  # fmt: skip
    shutil.copy(folder / MADE.format("udmoentning_hele-kommunen", "pdf"), folder / "udmoentning.pdf")
    shutil.copy(folder / MADE.format("1-opfoelgning_hele-kommunen", "pdf"), folder / "foerste-opfoelgning.pdf")
    made_by_hand(folder / MADE.format("2-opfoelgning_hele-kommunen", "docx"), folder / "anden-opfoelgning.docx")
    with_a_word_left_out(folder / ONE_COMMITTEE, folder / "modtaget.pdf", page=3)
    (folder / "budgetaftale.docx").write_bytes(agreement())
    (folder / "rettet.docx").write_bytes(returned_draft(folder / EXAMPLE.name, CORRECTED, followup=4))
    answers = {("5.09", "Smiley"): ":-|", ("5.09", "Status"): "De sidste to aftaler mangler."}
    (folder / "arbejdsmarked.xlsx").write_bytes(returned_workbook(folder / EXAMPLE.name, 4, "Arbejdsmarked", answers))
    done(folder, "export", EXAMPLE.name, "-o", "sag.xlsx")
    return folder


def done(folder: Path, *words: str) -> Run:
    answer = run(*words, cwd=folder)
    assert answer.code == 0, answer.err
    return answer


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


@pytest.mark.parametrize("session", ANSWERED, ids=lambda session: session.command)
def test_the_program_answers_what_the_guide_shows(session: guide.Session, desk: Path) -> None:
    prepared(desk, session.mark)
    answer = run(*session.words, cwd=desk, columns=GUIDE_WIDTH, archive=an_archive(desk, session))

    assert pattern(compared(session.answer)).fullmatch(compared(answer.err + answer.out)), answer.err + answer.out


def test_an_answer_that_is_not_shown_is_told_apart() -> None:
    assert pattern("a\n...\nd\n").fullmatch("a\nb\nc\nd\n")
    assert not pattern("a\n...\nd\n").fullmatch("a\nb\nc\n")
    assert not pattern("a.\n").fullmatch("ab\n")
