"""The mass run: 98 municipalities' rounds (1,372 files) by one worker and by two, on a PostgreSQL of their own."""

import os
import tempfile
import time
from pathlib import Path

from renderer.archive.archive import Archive
from tests.postgresql import Server, running_server
from tests.service.rounds import everything_is_there_once, order_rounds
from tests.service.running import now
from tests.service.workers import Worker, wait_until

_ROUNDS = int(os.environ.get("BENCH_ROUNDS", "98"))
_FILES = 14


def print_mass() -> None:
    """Measure and print everything."""
    print(f"\nThe mass run: {_ROUNDS} rounds, {_ROUNDS * _FILES} files, {os.cpu_count()} cores")
    with running_server() as server:
        alone, together = (_seconds(server, workers) for workers in (1, 2))
    print(f"  scaling factor of two workers: {alone / together:.2f}")


def _seconds(server: Server, count: int) -> float:
    address = server.database()
    with tempfile.TemporaryDirectory() as folder, Archive(address) as archive:
        numbers = order_rounds(archive, _ROUNDS + count, now())
        workers = [Worker(address, Path(folder) / "log") for _ in range(count)]
        try:
            # The first rounds load the workers.
            wait_until(archive, count, 300)
            begun = time.perf_counter()
            wait_until(archive, len(numbers), 3_600)
            seconds = time.perf_counter() - begun
        finally:
            for worker in workers:
                worker.stop()
        everything_is_there_once(archive, numbers)
    print(f"  {count} workers: {seconds:.1f} s, {_ROUNDS * _FILES / seconds:.1f} files a second", flush=True)
    return seconds


if __name__ == "__main__":
    print_mass()
