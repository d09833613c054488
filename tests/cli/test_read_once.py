"""A command reads each file of a case once, and all that it says and makes is of what it read then."""

import builtins
import io
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from renderer.cli.app import main
from renderer.findings import Stopped
from renderer.journeys.case_files import CaseFiles, folder_files, save_files
from renderer.journeys.rendering.render_cache import RenderCache
from tests.repository import ROOT

COMMITTEE = "Økonomiudvalget"
EXAMPLE, AGREEMENT = "budget-2018", "budget-2019"
READING = {
    "check": (EXAMPLE, "--json"),
    "status": (EXAMPLE, "--json"),
    "overview": (EXAMPLE, "--followup", "2", "--json"),
    "missing": (EXAMPLE, "--followup", "2", "--json"),
    "compare": (EXAMPLE, "--from", "1", "--to", "2", "--json"),
    "collect": (EXAMPLE, "--followup", "2", "--center", "Arbejdsmarked", "-o", "ud"),
    "export": (EXAMPLE, "-o", "sag.xlsx"),
    "draft": (EXAMPLE, "--followup", "2", "--committee", COMMITTEE, "-o", "udkast.docx"),
    "render": (EXAMPLE, "--followup", "2", "--committee", COMMITTEE, "--format", "html", "-o", "ud"),
    "render --agreement": (AGREEMENT, "--format", "docx", "-o", "ud"),
    "take-back": (EXAMPLE, "tilbage.docx", "--json"),
    # A committee that is not there stops it after the case is opened and before anything is drawn.
    "issue": (EXAMPLE, "--followup", "2", "--by", "Ida Holm", "--committee", "Fredningsudvalget"),
}
WRITING = {"next": (EXAMPLE, "--date", "2019-02-01"), "plan": (AGREEMENT,)}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with copies of the examples, where a command is run."""
    for name in (EXAMPLE, AGREEMENT):
        shutil.copytree(ROOT / "examples" / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AFTALERAPPORT_CACHE", str(tmp_path / "lager"))
    monkeypatch.setenv("AFTALERAPPORT_DATABASE", "sqlite://")
    return tmp_path


def command(name: str, *words: str) -> int | str | None:
    """Run a command in this process; gives its exit code."""
    with pytest.raises(SystemExit) as left:
        main([*name.split()[:1], *words, *name.split()[1:]])
    return left.value.code


@pytest.fixture
def opened_files(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each file is opened for reading from here, by its name."""
    counted: Counter[str] = Counter()
    real = io.open

    def counting(file: Any, mode: str = "r", *more: Any, **named: Any) -> Any:
        if "r" in mode and isinstance(file, str | Path):
            counted[Path(file).name] += 1
        return real(file, mode, *more, **named)

    monkeypatch.setattr(io, "open", counting)
    monkeypatch.setattr(builtins, "open", counting)
    return counted


def yaml_files(counted: Counter[str]) -> dict[str, int]:
    return {name: count for name, count in counted.items() if name.endswith(".yaml")}


def once(folder: Path, times: int = 1) -> dict[str, int]:
    return {path.name: times for path in folder.glob("*.yaml")}


@pytest.mark.parametrize("name", READING)
def test_a_command_reads_each_file_once(desk: Path, name: str, opened_files: Counter[str]) -> None:
    words = READING[name]
    if name == "take-back":
        command("draft", *READING["draft"][:-1], "tilbage.docx")
        opened_files.clear()

    assert command(name, *words) == (2 if name == "issue" else 0)
    assert yaml_files(opened_files) == once(desk / words[0])


@pytest.mark.parametrize("name", WRITING)
def test_a_command_that_writes_looks_once_more_before_it_does(
    desk: Path, name: str, opened_files: Counter[str]
) -> None:
    folder = desk / WRITING[name][0]
    if name == "next":
        (folder / "opfoelgning-4.yaml").unlink()
    expected = once(folder, 2)
    if name == "plan":
        # What is replaced is copied aside first.
        expected["aftale.yaml"] += 1

    assert command(name, *WRITING[name]) == 0
    assert yaml_files(opened_files) == expected


def test_what_is_changed_while_a_command_runs_is_never_kept_for_what_was_read(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("--followup", "2", "--format", "html")
    file = desk / EXAMPLE / "aftale.yaml"
    before = file.read_text(encoding="utf-8")
    look_up = RenderCache.note

    def saved_meanwhile(cache: RenderCache, key: str) -> Any:
        file.write_text(
            before.replace("titel: Aftale om budget 2018", "titel: Forlig om budget 2018"), encoding="utf-8"
        )
        return look_up(cache, key)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(RenderCache, "note", saved_meanwhile)
        assert command("render", EXAMPLE, *words, "-o", "mens") == 0
    file.write_text(before, encoding="utf-8")
    assert command("render", EXAMPLE, *words, "-o", "efter") == 0

    for folder in ("mens", "efter"):
        (page,) = (desk / folder).iterdir()
        text = page.read_text(encoding="utf-8")
        assert ("Aftale om budget 2018" in text, "Forlig om budget 2018" in text) == (True, False)


def test_a_snapshot_is_what_its_files_are() -> None:
    files = CaseFiles({"aftale.yaml": b"a", "tjek.yaml": b"t"})

    assert files == {"tjek.yaml": b"t", "aftale.yaml": b"a"}
    assert files.changed({"aftale.yaml": b"b"}) == {"aftale.yaml": b"b", "tjek.yaml": b"t"}
    assert files["aftale.yaml"] == b"a"


def test_nothing_is_written_into_a_folder_that_somebody_has_changed(desk: Path) -> None:
    files = folder_files(desk / EXAMPLE)
    (desk / EXAMPLE / "opfoelgning-4.yaml").unlink()
    with pytest.raises(Stopped, match="ikke skrevet"):
        save_files(files, {"tjek.yaml": b"accepterede: []\n"})

    assert (desk / EXAMPLE / "tjek.yaml").read_bytes() == files["tjek.yaml"]
