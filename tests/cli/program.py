"""The console script run as a user runs it: a process of its own, with its output and exit code."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.repository import ROOT

EXAMPLE = ROOT / "examples" / "budget-2018"


@dataclass(frozen=True)
class Run:
    """What a run gave."""

    code: int
    out: str
    err: str


def run(*words: str | Path, cwd: Path | None = None, columns: int = 80, archive: str = "sqlite://") -> Run:
    """Run `aftalerapport` with these words; nobody's terminal, this wide, no colours, a plain locale.

    `archive` is the address of the archive's database; without it the archive ends with the run.
    """
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "COLUMNS"))}
    done = subprocess.run(
        [sys.executable, "-m", "renderer", *(str(word) for word in words)],
        cwd=cwd,
        capture_output=True,
        env={
            **clean,
            "LANG": "C.UTF-8",
            "COLUMNS": str(columns),
            "PYTHONPATH": str(ROOT),
            "AFTALERAPPORT_CACHE": "",
            "AFTALERAPPORT_DATABASE": archive,
        },
        check=False,
        stdin=subprocess.DEVNULL,
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())
