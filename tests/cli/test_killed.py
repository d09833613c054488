"""A process killed in the middle of its work leaves no half file, and the files from before as they were."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.program import EXAMPLE
from tests.repository import ROOT

pytestmark = pytest.mark.slow

WORDS = ("render", str(EXAMPLE), "--followup", "2", "--all", "--format", "docx", "-o")


def rendered(folder: Path, told: Path, last_step: int = 0) -> int:
    """Render the round up to that step, and give the exit code; whoever it started is killed, too."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.steps", str(last_step), str(told), *WORDS, str(folder)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "AFTALERAPPORT_CACHE": ""},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    code = process.wait()
    if code:
        # Who was started by it has its number for a group; it may be gone already.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    return code


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], int]:
    """The files of the undisturbed round, and in how many steps it writes them, the first of them over another."""
    folder, told = tmp_path_factory.mktemp("hel"), tmp_path_factory.mktemp("trin") / "antal"
    assert rendered(folder, told) == 0
    files = shown(folder)
    for path in sorted(folder.iterdir())[1:]:
        path.unlink()
    assert rendered(folder, told) == 0
    assert shown(folder) == files
    return files, int(told.read_text(encoding="utf-8"))


def shown(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("[!.]*")}


@pytest.mark.parametrize("eighths", range(9))
def test_what_stands_there_after_a_kill_is_whole(
    whole: tuple[dict[str, bytes], int], tmp_path: Path, eighths: int
) -> None:
    files, steps = whole
    folder = tmp_path / "ud"
    folder.mkdir()
    (folder / min(files)).write_bytes(b"fra sidste gang")

    assert rendered(folder, tmp_path / "antal", max(steps * eighths // 8, 1)) == -signal.SIGKILL

    for name, content in shown(folder).items():
        assert content in (files[name], b"fra sidste gang")
