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
ANSWERED = [session for session in guide.sessions() if session.answer]


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


def prepared(desk: Path, mark: str) -> None:
    """The case as a block of the guide wants it."""
    for example in EXAMPLES:
        shutil.rmtree(desk / example.name, ignore_errors=True)
        shutil.copytree(example, desk / example.name)
    shutil.rmtree(desk / "ny-sag", ignore_errors=True)
    if mark == "stavefejl":
        agreement = desk / EXAMPLE.name / "aftale.yaml"
        text = agreement.read_text(encoding="utf-8")
        wrong = text.replace("ansvarligt_center: Arbejdsmarked\n", "ansvarligt_center: Arbejdmarked\n", 1)
        agreement.write_text(wrong, encoding="utf-8")
    if mark == "efter anden opfølgning":
        for number in (3, 4):
            (desk / EXAMPLE.name / f"opfoelgning-{number}.yaml").unlink()


def an_archive(desk: Path, session: guide.Session) -> str:
    """The address of an archive as the guide has come to: with what it has issued, or the token that it has made."""
    address = f"sqlite:///{desk}/arkiv-{len(list(desk.glob('arkiv-*')))}.db"
    if session.words[:2] == ["archive", "export"]:
        shutil.rmtree(desk / "pakker", ignore_errors=True)
    if session.words[:2] == ["archive", "import"]:
        # Into an archive that is empty, out of another.
        export = next(one for one in ANSWERED if one.words[:2] == ["archive", "export"])
        assert run(*export.words, cwd=desk, archive=an_archive(desk, export)).code == 0
        return f"{address}-tomt"
    if session.words[0] == "archive":
        issued = next(one for one in ANSWERED if one.words[0] == "issue")
        assert run(*issued.words, cwd=desk, archive=address).code == 0
    if session.words[0] == "token" and session.words[1] != "make":
        made = next(one for one in ANSWERED if one.words[:2] == ["token", "make"])
        assert run(*made.words, cwd=desk, archive=address).code == 0
    return address


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
