"""Issuing and the archive as a user meets them."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.program import EXAMPLE, Run, run

BY = ("--by", "Anna Holm")
ROUND = ("--followup", "2", "--all", *BY)
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an archive with one round in it."""
    address = f"sqlite:///{tmp_path_factory.mktemp('arkiv')}/udgaver.db"
    done = run("issue", EXAMPLE, *ROUND, archive=address)
    assert done.code == 0, done.err
    return address


def answered(done: Run) -> list[dict[str, object]]:
    assert done.code == 0, done.err
    answer: list[dict[str, object]] = json.loads(done.out)
    return answer


def test_a_round_is_listed_shown_and_fetched_as_it_was_rendered(issued: str, tmp_path: Path) -> None:
    rows = answered(run("archive", "list", "--json", archive=issued))
    assert [row["nummer"] for row in rows] == list(range(1, len(rows) + 1))
    assert {row["tilstand"] for row in rows} == {"udstedt"}

    assert run("archive", "get", "1", "-o", tmp_path / "hentet", archive=issued).code == 0
    run("render", EXAMPLE, "--followup", "2", "-o", tmp_path / "dannet")
    fetched = {path.name: path.read_bytes() for path in (tmp_path / "hentet").iterdir()}
    assert fetched == {path.name: path.read_bytes() for path in (tmp_path / "dannet").iterdir()}


def test_the_data_of_an_edition_can_be_fetched(issued: str, tmp_path: Path) -> None:
    done = run("archive", "get", "2", "-o", tmp_path, "--format", "json", archive=issued)

    [path] = tmp_path.iterdir()
    assert done.out == f"{path}\n"
    assert json.loads(path.read_text(encoding="utf-8"))["facts"]["followup"] == 2


def test_issuing_again_needs_a_reason(issued: str) -> None:
    again = run("issue", EXAMPLE, *ROUND, archive=issued)

    assert again.code == 2
    assert "begrundelse-mangler" in again.err


def test_rendering_again_gives_what_the_archive_has(issued: str) -> None:
    done = run("archive", "verify", "--render", "--json", archive=issued)

    answer = json.loads(done.out)
    assert (done.code, answer["anmærkninger"]) == (0, [])
    assert run("archive", "verify", "--digest", answer["kontrolsum"], archive=issued).code == 0
    assert run("archive", "verify", "--digest", "0" * 64, archive=issued).code == 1


def test_errors_cannot_be_issued(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "sag"))
    agreement = folder / "aftale.yaml"
    agreement.write_text(agreement.read_text(encoding="utf-8").replace("budgetår: 2018", "budgetår: atten"))
    address = f"sqlite:///{tmp_path}/udgaver.db"

    assert run("issue", folder, *ROUND, "--accept-warnings", archive=address).code == 1
    assert answered(run("archive", "list", "--json", archive=address)) == []


def test_warnings_must_be_accepted_and_are_remembered(tmp_path: Path, without_a_status: Path) -> None:
    address = f"sqlite:///{tmp_path}/udgaver.db"
    refused = run("issue", without_a_status, *ROUND, "--json", archive=address)
    assert refused.code == 1
    codes = sorted({finding["kode"] for finding in json.loads(refused.out)["anmærkninger"]})
    assert codes

    accepted = [word for code in codes for word in ("--accept", f"{code}=Tallet kommer senere.")]
    rows = answered(run("issue", without_a_status, *ROUND, *accepted, "--json", archive=address))

    remembered = rows[0]["accepteret"]
    assert isinstance(remembered, list)
    assert {(one["kode"], one["af"], one["begrundelse"]) for one in remembered} == {
        (code, "Anna Holm", "Tallet kommer senere.") for code in codes
    }


def test_a_code_that_nothing_bears_is_refused(tmp_path: Path) -> None:
    done = run("issue", EXAMPLE, *ROUND, "--accept", "findes-ikke", archive=f"sqlite:///{tmp_path}/a.db")

    assert done.code == 2
    assert "»findes-ikke«" in done.err


@pytest.fixture
def without_a_status(tmp_path: Path) -> Path:
    """The example with a smiley that nobody explains."""
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "uden-status"))
    report = folder / "opfoelgning-2.yaml"
    text = report.read_text(encoding="utf-8")
    report.write_text(re.sub(r"        status: Syv .*\n", "", text), encoding="utf-8")
    assert report.read_text(encoding="utf-8") != text
    return folder
