"""The mass run: 98 municipalities' rounds (1,372 files) by one worker and by two, on a PostgreSQL of their own.

What two workers can win depends on the machine, too: two processes that share nothing may still slow each other down.
So the same rounds are made without queue and archive, by one process and by two at once, which is the most there is.
"""

import multiprocessing
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.demands import Demand
from bench.family import used
from renderer.archive.archive import Archive
from renderer.journeys.issuing.issue import IssueOrder
from renderer.journeys.serving.uploaded_case import Upload, ready_upload
from tests.postgresql import Server, running_server
from tests.service.rounds import a_municipality, everything_is_there_once, order_rounds
from tests.service.running import now
from tests.service.workers import Worker, wait_until

_ROUNDS = int(os.environ.get("BENCH_ROUNDS", "98"))
_FILES = 14
_LEAST_FACTOR = 1.8
_ALONE = 12


@dataclass(frozen=True)
class _Run:
    """Seconds on the clock, CPU seconds of the workers and of everything the server did, and the rounds made."""

    wall: float
    workers: float
    server: float
    rounds: int


def print_mass() -> list[Demand]:
    """Measure and print everything."""
    print(f"\nThe mass run: {_ROUNDS} rounds, {_ROUNDS * _FILES} files, {os.cpu_count()} cores")
    with running_server() as server:
        alone, together = (_run(server, workers) for workers in (1, 2))
    factor, possible = alone.wall / together.wall, _possible()
    print(f"  scaling factor of two workers: {factor:.2f}; of two processes that only make the files: {possible:.2f}")
    return [
        Demand("The mass run by one worker", _said(alone)),
        Demand("The mass run by two workers", _said(together)),
        Demand("Its scaling factor", f"{factor:.2f} ({possible:.2f} without a queue)", factor, least=_LEAST_FACTOR),
    ]


def _said(run: _Run) -> str:
    return f"{run.wall:.0f} s, {run.rounds * _FILES / run.wall:.1f} files/s"


def _run(server: Server, count: int) -> _Run:
    address = server.database()
    with tempfile.TemporaryDirectory() as folder, Archive(address) as archive:
        numbers = order_rounds(archive, _ROUNDS + 2 * count, now())
        workers = [Worker(address, Path(folder) / "log") for _ in range(count)]
        try:
            # The first rounds load the workers.
            wait_until(archive, 2 * count, workers)
            before, begun = _spent(server, workers), time.perf_counter()
            wait_until(archive, len(numbers), workers)
            seconds, after = time.perf_counter() - begun, _spent(server, workers)
        finally:
            for worker in workers:
                worker.stop()
        everything_is_there_once(archive, numbers)
    mine, others = (late - early for early, late in zip(before, after, strict=True))
    run = _Run(seconds, mine, others, _ROUNDS)
    print(
        f"  {count} workers: {run.wall:.1f} s, {_ROUNDS * _FILES / run.wall:.1f} files a second; a round takes "
        f"{mine / _ROUNDS:.3f} CPU s of the workers and {others / _ROUNDS:.3f} of the database",
        flush=True,
    )
    return run


def _spent(server: Server, workers: list[Worker]) -> tuple[float, float]:
    """CPU seconds of the workers and of the database so far."""
    return sum(used(worker.pid).cpu for worker in workers), used(server.pid).cpu


def _possible() -> float:
    """How many times as many files two processes make as one, where nothing is shared but the machine."""
    context = multiprocessing.get_context("forkserver")
    with context.Pool(2) as pool:
        pool.map(_make, [1, 1], chunksize=1)
        begun = time.perf_counter()
        pool.apply(_make, [_ALONE])
        alone = time.perf_counter() - begun
        begun = time.perf_counter()
        pool.map(_make, [_ALONE, _ALONE], chunksize=1)
        return 2 * alone / (time.perf_counter() - begun)


def _make(rounds: int) -> None:
    order = IssueOrder(followup=2, by="Anna Holm", whole_round=True, accept_all=True)
    for number in range(rounds):
        content = a_municipality(number).model_dump_json(by_alias=True).encode()
        ready_upload(Upload(content), order)


if __name__ == "__main__":
    from bench.demands import print_demands

    print_demands(print_mass())
