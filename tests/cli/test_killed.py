"""A process killed in the middle of its work leaves no half file, and the files from before as they were."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.program import EXAMPLE, run
from tests.repository import ROOT

pytestmark = pytest.mark.slow

WORDS = ("render", str(EXAMPLE), "--followup", "2", "--all", "--format", "docx", "-o")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of the undisturbed round."""
    folder = tmp_path_factory.mktemp("hel")
    assert run(*WORDS, folder).code == 0
    return shown(folder)


def shown(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("[!.]*")}


@pytest.mark.parametrize("hundredths", [5, 20, 40, 60, 70, 80, 90, 100, 120])
def test_what_stands_there_after_a_kill_is_whole(whole: dict[str, bytes], tmp_path: Path, hundredths: int) -> None:
    (tmp_path / next(iter(whole))).write_bytes(b"fra sidste gang")
    process = subprocess.Popen(
        [sys.executable, "-m", "renderer", *WORDS, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "AFTALERAPPORT_CACHE": ""},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(hundredths / 100)
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        assert shown(tmp_path) == whole
    process.wait()
    for name, content in shown(tmp_path).items():
        assert content in (whole[name], b"fra sidste gang")
