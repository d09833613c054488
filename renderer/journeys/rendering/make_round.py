"""Make the files of a round: open the case, build its editions, and set each in a process of its own.

As many files at once as the machine has cores, since setting a PDF is pure computing; a file that was made before
from an equal edition is taken from the cache.
"""

import multiprocessing
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from renderer import __version__
from renderer.edition.build import build_edition, centre_edition, round_committees
from renderer.edition.draft import Due, draft_record, has_unmet
from renderer.edition.edition import Edition
from renderer.errors import AftalerapportError, RenderingError
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.open_case import OpenedCase, open_case
from renderer.journeys.rendering.file_names import edition_file_name
from renderer.journeys.rendering.render_cache import RenderCache
from renderer.journeys.rendering.render_order import RenderOrder
from renderer.journeys.rendering.round_content import Progress, RoundContent
from renderer.model.case import Case
from renderer.writers import WRITERS


@dataclass(frozen=True)
class _Job:
    name: str
    edition: Edition
    format: str
    order: RenderOrder
    earlier: Edition | None = None
    due: Due | None = None

    @property
    def effort(self) -> int:
        """A rough measure of the work, to start the longest first."""
        return sum(1 for _ in self.edition.items()) * (10 if self.format == "pdf" else 1)


def make_round(files: CaseFiles, order: RenderOrder, progress: Progress, cache: RenderCache | None) -> RoundContent:
    """The files of a round; raises as `render_round` does."""
    return make_files(open_case(files, order.followup), order, progress, cache)


def make_files(
    opened: OpenedCase,
    order: RenderOrder,
    progress: Progress,
    cache: RenderCache | None = None,
    processes: int | None = None,
) -> RoundContent:
    """The files of a round of an opened case, set in so many processes (`None`: as many as there are cores)."""
    committees = round_committees(opened.case, order.followup) if order.whole_round else [order.committee]
    editions = (
        [centre_edition(opened.case, order.followup, order.centre)]
        if order.centre
        else [build_edition(opened.case, order.followup, committee) for committee in committees]
    )
    number = order.draft.number if order.draft else None
    since = order.draft.redline_from if order.draft else None
    jobs = [
        _Job(
            name=edition_file_name(edition.facts, suffix, number),
            edition=edition,
            format=suffix,
            order=order,
            earlier=None
            if since is None
            else build_edition(opened.case, since, edition.facts.committee, order.followup),
            due=_due(opened.case, order),
        )
        for edition in editions
        for suffix in order.formats
    ]
    made = _made(jobs, progress, cache, processes or os.cpu_count() or 1)
    return RoundContent({job.name: made[job.name] for job in jobs}, opened.findings, tuple(editions), opened.waived)


def _due(case: Case, order: RenderOrder) -> Due | None:
    """The days that a draft is to name."""
    deadline = case.agreement.deadlines.get(order.followup)
    return Due.after(order.draft.date, deadline) if order.draft and deadline else None


def _made(jobs: Sequence[_Job], progress: Progress, cache: RenderCache | None, processes: int) -> dict[str, bytes]:
    keys = {job.name: _key(cache, job) for job in jobs} if cache else {}
    made = {name: content for name, key in keys.items() if cache and (content := cache.content(cache.note(key)))}
    progress(len(made), len(jobs))
    for name, content in _rendered([job for job in jobs if job.name not in made], processes):
        made[name] = content
        if cache:
            cache.remember(keys[name], cache.keep(content))
        progress(len(made), len(jobs))
    return made


def _key(cache: RenderCache, job: _Job) -> str:
    earlier = job.earlier.digest() if job.earlier else ""
    wanted = repr((job.order.draft, job.order.attach_data, job.due))
    return cache.key("fil", job.edition.digest(), job.format, wanted, earlier)


def _rendered(jobs: Sequence[_Job], processes: int) -> Iterator[tuple[str, bytes]]:
    workers = min(len(jobs), processes)
    return _in_processes(jobs, workers) if workers > 1 else (_make(job) for job in jobs)


def _in_processes(jobs: Sequence[_Job], workers: int) -> Iterator[tuple[str, bytes]]:
    # A forked worker has everything imported already; where there is no fork, a fresh one imports it.
    start = "fork" if sys.platform == "linux" else "spawn"
    if start == "fork":
        _load_writers(jobs)
    longest_first = sorted(jobs, key=lambda job: job.effort, reverse=True)
    context = multiprocessing.get_context(start)
    with (
        tempfile.TemporaryDirectory(prefix="aftalerapport-", ignore_cleanup_errors=True) as room,
        ProcessPoolExecutor(workers, context, initializer=_settle, initargs=(room,)) as pool,
    ):
        futures: list[Future[tuple[str, bytes]]] = [pool.submit(_make, job) for job in longest_first]
        try:
            for future in as_completed(futures):
                yield future.result()
        except BrokenProcessPool as cause:
            hint = "Prøv igen, og luk andre programmer, hvis maskinen mangler hukommelse."
            raise RenderingError("Dannelsen af dokumenterne blev afbrudt.", hint) from cause
        finally:
            pool.shutdown(cancel_futures=True)


def _settle(room: str) -> None:
    """Let a worker keep its temporary files in this folder, and end when the program that it works for is gone.

    A program that is killed tells nobody to stop, so what it leaves is cleared away by its workers.
    """
    tempfile.tempdir = room
    threading.Thread(target=_end_with_parent, args=(room,), daemon=True).start()


def _end_with_parent(room: str) -> None:
    parent = multiprocessing.parent_process()
    assert parent, "a worker has a parent"
    parent.join()
    shutil.rmtree(room, ignore_errors=True)
    os._exit(1)


def _load_writers(jobs: Sequence[_Job]) -> None:
    formats = {job.format for job in jobs}
    if "pdf" in formats:
        import renderer.writers.pdf
    if "docx" in formats:
        import renderer.writers.word
    if "html" in formats:
        import renderer.writers.html  # noqa: F401 - loaded for the workers


def _make(job: _Job) -> tuple[str, bytes]:
    try:
        return job.name, _written(job)
    except AftalerapportError:
        raise
    except MemoryError as cause:
        raise RenderingError(f"Der er ikke hukommelse nok til »{job.name}«.", "Luk andre programmer.") from cause
    except Exception as cause:
        message = f"Dokumentet »{job.name}« kunne ikke dannes ({type(cause).__name__}: {cause})."
        raise RenderingError(message, "Send meddelelsen til dem, der driver Aftalerapport.") from cause


def _written(job: _Job) -> bytes:
    if draft := job.order.draft:
        from renderer.writers.word import write_draft

        said = job.edition, draft.number, draft.date, __version__, draft.redline_from
        record = draft_record(*said, due=job.due, asks_again=has_unmet(job.edition))
        return write_draft(record, earlier=job.earlier)
    if job.format == "pdf" and not job.order.attach_data:
        from renderer.writers.archival.grade import Grade
        from renderer.writers.pdf import write_pdf

        return write_pdf(job.edition, Grade.WITHOUT_DATA)
    return WRITERS[job.format](job.edition)
