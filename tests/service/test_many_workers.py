"""Several workers on one PostgreSQL: every file is there once, though one is killed and the database goes away."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from renderer.archive.archive import Archive
from renderer.archive.jobs import Jobs
from tests.postgresql import Server, running_server
from tests.service.rounds import everything_is_there_once, order_rounds
from tests.service.running import now
from tests.service.workers import Worker, wait_until

pytestmark = pytest.mark.slow
ROUNDS = 8


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running_server() as started:
        yield started


def test_every_round_is_issued_once_though_a_worker_is_killed_and_the_database_goes_away(
    server: Server, tmp_path: Path
) -> None:
    address = server.database()
    with Archive(address) as archive:
        numbers = order_rounds(archive, ROUNDS, now())
        workers = [Worker(address, tmp_path / "log") for _ in range(2)]
        try:
            wait_until(archive, 2, 120)
            workers[0].kill()
            wait_until(archive, 4, 120)
            server.stop()
            time.sleep(10)
            server.start()
            workers[0] = Worker(address, tmp_path / "log")
            archive.engine.dispose()
            wait_until(archive, ROUNDS, 240)
            everything_is_there_once(archive, numbers)
            assert [worker.stop() for worker in workers] == [0, 0]
        finally:
            for worker in workers:
                if worker.alive:
                    worker.kill()
    assert "Kommune" not in (tmp_path / "log").read_text(encoding="utf-8")


def test_a_job_that_is_done_twice_is_issued_once(server: Server, tmp_path: Path) -> None:
    address = server.database()
    with Archive(address) as archive:
        [number] = order_rounds(archive, 1, now())
        worker = Worker(address, tmp_path / "log")
        try:
            wait_until(archive, 1, 120)
            before = Jobs(archive).find(number)
            # As if another worker had had it all the time and came to its end only now.
            assert Jobs(archive).take(number, now()) is None
            Jobs(archive).refuse(number, now(), {"kode": "for-sent"})
            assert Jobs(archive).find(number) == before
            everything_is_there_once(archive, [number])
        finally:
            worker.kill()
