"""Render a round: the editions of a follow-up, each in the formats asked for, complete or not at all.

Every file is made in a process of its own kind of worker, as many at once as the machine has cores, since setting
a PDF is pure computing; nothing is written before everything has been made.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from renderer.edition.build import build_edition, round_committees
from renderer.edition.draft import Draft
from renderer.edition.edition import Edition
from renderer.errors import AftalerapportError, RenderingError, WrongCall
from renderer.findings import Finding
from renderer.journeys.file_names import edition_file_name
from renderer.journeys.open_case import open_case
from renderer.journeys.write_files import write_files
from renderer.writers import WRITERS

FORMATS = ("pdf", "docx")
"""The formats of a round where none is named."""

DRAFT_FORMAT = "docx"

Progress = Callable[[int, int], None]
"""Called with the number of files made and the number of files in all."""


@dataclass(frozen=True)
class RenderOrder:
    """What is to be rendered: one committee, the whole municipality (neither), or the whole round (`whole_round`)."""

    followup: int
    committee: str | None = None
    whole_round: bool = False
    formats: tuple[str, ...] = FORMATS
    draft: bool = False

    def __post_init__(self) -> None:
        if self.committee and self.whole_round:
            raise WrongCall("--committee og --all kan ikke bruges sammen.", "Brug kun den ene af dem.")
        known = f"Vælg blandt formaterne: {', '.join(WRITERS)}."
        if not self.formats:
            raise WrongCall("Der er ikke valgt noget format.", known)
        if self.draft and self.formats != (DRAFT_FORMAT,):
            raise WrongCall("Kun Word-filer kan være udkast.", "Skriv --format docx, eller udelad --draft.")
        unknown = [name for name in self.formats if name not in WRITERS]
        if unknown:
            raise WrongCall(f"Formatet »{', '.join(unknown)}« findes ikke.", known)


@dataclass(frozen=True)
class Rendered:
    """The files that were written, in order, and the findings (warnings) that stood."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class _Job:
    name: str
    edition: Edition
    format: str
    draft: bool

    @property
    def effort(self) -> int:
        """A rough measure of the work, to start the longest first."""
        return sum(1 for _ in self.edition.items()) * (10 if self.format == "pdf" else 1)


def render_round(folder: Path, order: RenderOrder, target: Path, progress: Progress | None = None) -> Rendered:
    """Render the editions of a case folder into a target folder.

    Raises `Stopped` for findings that stop, `UnknownChoice` for a follow-up or committee the case does not have,
    `RenderingError` when a document cannot be made or written; then no file has been written or changed.
    """
    opened = open_case(folder, order.followup)
    committees = round_committees(opened.case) if order.whole_round else [order.committee]
    editions = [build_edition(opened.case, order.followup, committee) for committee in committees]
    jobs = [
        _Job(edition_file_name(edition.facts, suffix, order.draft), edition, suffix, order.draft)
        for edition in editions
        for suffix in order.formats
    ]
    made = _made(jobs, progress or (lambda _done, _total: None))
    return Rendered(tuple(write_files(target, {job.name: made[job.name] for job in jobs})), opened.findings)


def _made(jobs: Sequence[_Job], progress: Progress) -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    progress(0, len(jobs))
    workers = min(len(jobs), os.cpu_count() or 1)
    for name, content in _in_processes(jobs, workers) if workers > 1 else _one_by_one(jobs):
        made[name] = content
        progress(len(made), len(jobs))
    return made


def _one_by_one(jobs: Sequence[_Job]) -> Iterator[tuple[str, bytes]]:
    for job in jobs:
        yield _make(job)


def _in_processes(jobs: Sequence[_Job], workers: int) -> Iterator[tuple[str, bytes]]:
    # A forked worker has everything imported already; where there is no fork, a fresh one imports it.
    start = "fork" if sys.platform == "linux" else "spawn"
    longest_first = sorted(jobs, key=lambda job: job.effort, reverse=True)
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(start)) as pool:
        futures: list[Future[tuple[str, bytes]]] = [pool.submit(_make, job) for job in longest_first]
        try:
            for future in as_completed(futures):
                yield future.result()
        except BrokenProcessPool as cause:
            hint = "Prøv igen, og luk andre programmer, hvis maskinen mangler hukommelse."
            raise RenderingError("Dannelsen af dokumenterne blev afbrudt.", hint) from cause
        finally:
            pool.shutdown(cancel_futures=True)


def _make(job: _Job) -> tuple[str, bytes]:
    try:
        return job.name, _draft(job.edition) if job.draft else WRITERS[job.format](job.edition)
    except AftalerapportError:
        raise
    except MemoryError as cause:
        raise RenderingError(f"Der er ikke hukommelse nok til »{job.name}«.", "Luk andre programmer.") from cause
    except Exception as cause:
        message = f"Dokumentet »{job.name}« kunne ikke dannes ({type(cause).__name__}: {cause})."
        raise RenderingError(message, "Send meddelelsen til dem, der driver Aftalerapport.") from cause


def _draft(edition: Edition) -> bytes:
    from renderer.writers.word import write_word

    return write_word(edition, Draft())
