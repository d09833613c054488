"""Do one job: make the editions in a confined process, and record them and the job's end in one transaction.

May be done twice, by two workers at once, without harm: the archive issues for a job once.
"""

import datetime
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

from renderer.archive.archive import Archive
from renderer.archive.jobs import Job, Jobs
from renderer.errors import AftalerapportError, ArchiveUnavailable, Busy
from renderer.findings import Finding, Stopped
from renderer.journeys.issuing.issue import IssueOrder, record
from renderer.journeys.serving.confined import Workshop
from renderer.journeys.serving.uploaded_case import Upload, ready_upload

Result = TypeVar("Result")
Clock = Callable[[], datetime.datetime]

HELD = datetime.timedelta(seconds=30)
"""For how long a worker holds a job before it must say so again."""

_SAY_SO_SECONDS = 5.0
_MOST_ATTEMPTS = 5
_PATIENCE_SECONDS = 600.0


@dataclass
class RoundWorker:
    """Everything a job needs: the archive, processes, the time, and how much may be rendered."""

    archive: Archive
    workshop: Workshop
    clock: Clock
    most_items: int
    most_pages: int
    jobs: Jobs = field(init=False)

    def __post_init__(self) -> None:
        self.jobs = Jobs(self.archive)

    def do(self, number: str) -> Job | None:
        """Do a job and give it as it ended; `None` where it was finished already."""
        job = patiently(lambda: self.jobs.take(number, self.clock() + HELD))
        return self.do_held(job) if job else None

    def do_held(self, job: Job) -> Job:
        """Do a job that is held, and give it as it ended."""
        with self._holding(job):
            try:
                self._issue(job)
            except (ArchiveUnavailable, Busy):
                raise
            except AftalerapportError as problem:
                why = problem_json(problem)
                patiently(lambda: self.jobs.refuse(job.id, self.clock(), why))
        return patiently(lambda: self.jobs.find(job.id))

    def _issue(self, job: Job) -> None:
        if job.attempts > _MOST_ATTEMPTS:
            raise AftalerapportError(
                f"Opgaven er opgivet efter {_MOST_ATTEMPTS} forsøg.",
                "Bestil den igen, eller spørg den, der driver tjenesten.",
            )
        upload = Upload(job.content, self.most_items, self.most_pages)
        order = IssueOrder(**job.order)
        editions = self.workshop.run(ready_upload, upload, order)
        patiently(lambda: record(self.archive, editions, order, self.clock(), job.id))

    @contextmanager
    def _holding(self, job: Job) -> Iterator[None]:
        """Say again and again that the job is worked at; where the database is away, it may be taken by another."""
        done = threading.Event()

        def say_so() -> None:
            while not done.wait(_SAY_SO_SECONDS):
                try:
                    self.jobs.hold(job.id, self.clock() + HELD)
                except ArchiveUnavailable:
                    continue

        thread = threading.Thread(target=say_so, daemon=True)
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()


def patiently(call: Callable[[], Result], patience: float = _PATIENCE_SECONDS) -> Result:
    """Call again while the database is away, for so many seconds; then raise `ArchiveUnavailable`."""
    until = time.monotonic() + patience
    pause = 0.1
    while True:
        try:
            return call()
        except ArchiveUnavailable:
            if time.monotonic() > until:
                raise
            time.sleep(pause)
            pause = min(2 * pause, 2.0)


def problem_json(problem: AftalerapportError) -> dict[str, Any]:
    """What stopped a job, with Danish keys, as the service shows it."""
    said: dict[str, Any] = {"kode": problem.code, "tekst": problem.message, "råd": problem.hint}
    if isinstance(problem, Stopped):
        said["anmærkninger"] = [finding_json(finding) for finding in problem.findings]
    return said


def finding_json(finding: Finding) -> dict[str, str]:
    """A finding as other systems get it: as `check --json` prints it, with its JSON Pointer."""
    return {**finding.as_json(), "pointer": finding.place.pointer or ""}
