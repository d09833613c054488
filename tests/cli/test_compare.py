"""`compare`: the list on the screen, as files, and as JSON; and what is refused."""

import json
import shutil
from pathlib import Path

import pytest

from renderer.edition.comparison import Comparison
from tests.cli.program import EXAMPLE, run

COMMITTEE = "Økonomiudvalget"
NAME = "aftale-om-budget-2018_aendringer-fra-1-til-2_oekonomiudvalget"


def test_without_a_folder_the_list_is_printed() -> None:
    done = run("compare", EXAMPLE, "--from", "1", "--to", "2", "--committee", COMMITTEE)
    assert done.code == 0
    assert done.out.startswith("# Ændringer siden første opfølgning\n")
    assert "\n## Blevet dårligere\n" in done.out


def test_files_in_every_format(tmp_path: Path) -> None:
    done = run(
        "compare", EXAMPLE, "--from", "1", "--to", "2", "--committee", COMMITTEE,
        "--format", "pdf, docx,MD", "-o", tmp_path,
    )  # fmt: skip
    assert done.code == 0
    assert done.out.split("\n") == [*(str(tmp_path / f"{NAME}.{suffix}") for suffix in ("pdf", "docx", "md")), ""]
    assert (tmp_path / f"{NAME}.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert (tmp_path / f"{NAME}.docx").read_bytes().startswith(b"PK")
    assert (tmp_path / f"{NAME}.md").read_text(encoding="utf-8").startswith("# Ændringer")


def test_json_is_the_comparison() -> None:
    answer = json.loads(run("compare", EXAMPLE, "--from", "0", "--to", "2", "--json").out)
    assert list(answer) == ["sammenligning", "filer", "anmærkninger"]
    comparison = Comparison.model_validate(answer["sammenligning"])
    assert (comparison.from_followup, comparison.facts.followup, answer["filer"]) == (0, 2, [])


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--from", "2", "--to", "1"), "Der kan kun sammenlignes med en tidligere opfølgning."),
        (("--from", "2", "--to", "2"), "Der kan kun sammenlignes med en tidligere opfølgning."),
        (("--from", "1", "--to", "2", "--format", "odt", "-o", "ud"), "Formatet »odt« findes ikke."),
        (("--from", "1", "--to", "2", "--format", ",", "-o", "ud"), "Der er ikke valgt noget format."),
        (("--from", "1", "--to", "2", "--format", "pdf"), "Det er ikke sagt, hvor filerne skal ligge."),
        (("--from", "1", "--to", "2", "--committee", "Ukendt"), "Sagen har ikke udvalget »Ukendt«."),
    ],
)
def test_a_wrong_call_is_refused(words: tuple[str, ...], message: str, tmp_path: Path) -> None:
    done = run("compare", EXAMPLE, *words, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("missing", [1, 2])
def test_a_follow_up_that_is_not_there_is_refused(missing: int, tmp_path: Path) -> None:
    case = Path(shutil.copytree(EXAMPLE, tmp_path / "sag"))
    (case / f"opfoelgning-{missing}.yaml").unlink()
    done = run("compare", case, "--from", "1", "--to", "2", "-o", tmp_path / "ud")
    assert done.code == 2
    assert f"Sagen har ikke opfølgning {missing}." in done.err
    assert not (tmp_path / "ud").exists()
