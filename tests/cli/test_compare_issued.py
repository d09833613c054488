"""`compare --from-file`: against the edition that the committee saw, so that a changed plan is told, too."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.program import EXAMPLE, run

NAME = "aftale-om-budget-2018_1-opfoelgning"
COMMITTEE = "Økonomiudvalget"


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDF files of the first follow-up, and of a signed agreement."""
    folder = tmp_path_factory.mktemp("set")
    assert run("render", EXAMPLE, "--followup", "1", "--all", "--format", "pdf", "-o", folder).code == 0
    assert run("render", EXAMPLE.parent / "budget-2019", "--agreement", "--format", "pdf", "-o", folder).code == 0
    return folder


@pytest.fixture
def replanned(tmp_path: Path) -> Path:
    """The example after a change of plan: 2.06 has taken the place of 2.05, and 2.01 has another centre."""
    case = Path(shutil.copytree(EXAMPLE, tmp_path / "sag"))
    for path in case.glob("*.yaml"):
        text = re.sub(r"\b2\.05\b", "2.06", path.read_text(encoding="utf-8"))
        if path.name == "aftale.yaml":
            old = "ansvarligt_center: Økonomi og Styring"
            assert old in text
            text = text.replace(old, "ansvarligt_center: Ejendomme", 1)
        path.write_text(text, encoding="utf-8")
    return case


def test_what_the_committee_saw_is_compared_as_the_case_itself(seen: Path) -> None:
    issued = run("compare", EXAMPLE, "--from-file", seen / f"{NAME}_oekonomiudvalget.pdf", "--to", "2")

    assert issued.code == 0, issued.err
    assert issued.out == run("compare", EXAMPLE, "--from", "1", "--to", "2", "--committee", COMMITTEE).out


def test_new_and_ended_items_and_a_changed_plan_are_told(seen: Path, replanned: Path) -> None:
    done = run("compare", replanned, "--from-file", seen / f"{NAME}_hele-kommunen.pdf", "--to", "2", "--json")

    answer = json.loads(done.out)["sammenligning"]
    told = {one["kind"]: [entry["ref"] for entry in one["entries"]] for one in answer["sections"]}
    assert (told["new"], told["ended"], told["plan"]) == (["2.06"], ["2.05"], ["2.01"])
    assert "ét delelement er kommet til" in answer["opening"][1]
    within = json.loads(run("compare", replanned, "--from", "1", "--to", "2", "--json").out)["sammenligning"]
    assert not {"new", "ended", "plan"} & {one["kind"] for one in within["sections"]}


def test_it_is_written_in_every_format(seen: Path, replanned: Path, tmp_path: Path) -> None:
    words = ("--from-file", seen / f"{NAME}_oekonomiudvalget.pdf", "--to", "2", "--format", "pdf,docx,md")
    done = run("compare", replanned, *words, "-o", tmp_path / "ud")

    assert done.code == 0, done.err
    assert [Path(line).suffix for line in done.out.splitlines()] == [".pdf", ".docx", ".md"]
    assert "## Nye delelementer" in (tmp_path / "ud" / Path(done.out.splitlines()[2]).name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "words", "message"),
    [
        (f"{NAME}_oekonomiudvalget.pdf", ("--to", "1"), "Der kan kun sammenlignes med en tidligere opfølgning."),
        (f"{NAME}_oekonomiudvalget.pdf", ("--to", "2", "--from", "1"), "--from og --from-file kan ikke bruges sammen."),
        (f"{NAME}_hele-kommunen.pdf", ("--to", "2", "--committee", COMMITTEE), "er for hele kommunen"),
        ("aftale-om-budget-2019_underskrevet-aftale.pdf", ("--to", "2"), "er den underskrevne aftale"),
        ("findes-ikke.pdf", ("--to", "2"), "kan ikke læses"),
    ],
)
def test_what_is_no_earlier_edition_of_it_is_refused(
    seen: Path, file: str, words: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    done = run("compare", EXAMPLE, "--from-file", seen / file, *words, cwd=tmp_path)

    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_an_edition_of_another_case_is_refused(seen: Path, replanned: Path) -> None:
    agreement = replanned / "aftale.yaml"
    text = agreement.read_text(encoding="utf-8")
    agreement.write_text(re.sub(r"(?m)^sagsid: .*$", "sagsid: 00.30.00-S00-77-16", text), encoding="utf-8")

    done = run("compare", replanned, "--from-file", seen / f"{NAME}_hele-kommunen.pdf", "--to", "2")

    assert done.code == 2
    assert "hører til sagen 00.30.00-S00-9-16, men sagsmappen til 00.30.00-S00-77-16." in done.err


def test_without_either_both_are_named() -> None:
    done = run("compare", EXAMPLE, "--to", "2")

    assert done.code == 2
    assert "--from eller --from-file" in done.err
