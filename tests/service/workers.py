"""Workers as an operator starts them: processes of `aftalerapport worker`."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from renderer.archive.archive import Archive
from renderer.archive.job_rows import JobState
from renderer.archive.jobs import Jobs
from tests.repository import ROOT
from tests.waiting import HOPELESS, until


class Worker:
    """A running worker; `kill` ends it as a power cut would, its own processes with it."""

    def __init__(self, address: str, log: Path, **settings: str) -> None:
        self.log = log
        clean = {key: value for key, value in os.environ.items() if not key.startswith("AFTALERAPPORT_")}
        given = {f"AFTALERAPPORT_{name.upper()}": value for name, value in settings.items()}
        with log.open("ab") as errors:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "renderer", "worker"],
                env={**clean, **given, "AFTALERAPPORT_DATABASE": address, "PYTHONPATH": str(ROOT)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            )

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        return self._process.pid

    def kill(self) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def stop(self) -> int:
        """Tell it to stop, as an operator does; gives its exit code."""
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(timeout=HOPELESS)


def wait_until(archive: Archive, done: int, workers: Sequence[Worker]) -> None:
    """Wait until so many jobs are finished, by workers of whom one at least is alive."""
    jobs = Jobs(archive)

    def enough() -> bool:
        counts = jobs.counts()
        return counts[JobState.DONE] + counts[JobState.REFUSED] >= done

    until(enough, lambda: any(worker.alive for worker in workers))
