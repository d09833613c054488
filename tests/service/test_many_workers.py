"""Several workers on one PostgreSQL: every file is there once, though one is killed and the database goes away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from renderer.archive.archive import Archive
from renderer.archive.jobs import Jobs
from renderer.archive.tokens import Scope, Tokens
from tests.postgresql import Server, running_server
from tests.service.cases import case
from tests.service.rounds import everything_is_there_once, order_rounds
from tests.service.running import bearer, now, running, settings
from tests.service.workers import Worker, wait_until
from tests.waiting import until

pytestmark = pytest.mark.slow
ROUNDS = 8
SEEN_AWAY = "error connecting"
"""What a worker's connections log as soon as they find no server."""


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
            wait_until(archive, 2, workers)
            workers[0].kill()
            wait_until(archive, 4, workers)
            server.stop()
            until(lambda: SEEN_AWAY in (tmp_path / "log").read_text(encoding="utf-8"), lambda: workers[1].alive)
            server.start()
            workers[0] = Worker(address, tmp_path / "log")
            archive.engine.dispose()
            wait_until(archive, ROUNDS, workers)
            everything_is_there_once(archive, numbers)
            assert [worker.stop() for worker in workers] == [0, 0]
        finally:
            for worker in workers:
                if worker.alive:
                    worker.kill()
    assert "Kommune" not in (tmp_path / "log").read_text(encoding="utf-8")


def test_the_service_and_a_worker_share_one_database(server: Server, tmp_path: Path) -> None:
    address = server.database()
    with Archive(address) as archive:
        Tokens(archive).make("system", frozenset(Scope), "s", now())
    order = {"sag": case(), "opfølgning": 2, "af": "Anna Holm"}
    with running(settings(tmp_path, database=address, jobs=0)) as client:
        client.headers.update(bearer("s"))
        number = client.post("/v1/rounds", json=order).json()["id"]
        worker = Worker(address, tmp_path / "log")
        try:
            until(lambda: client.get(f"/v1/jobs/{number}").json()["tilstand"] == "færdig", lambda: worker.alive)
            said = client.get(f"/v1/jobs/{number}").json()
        finally:
            worker.kill()
        odd = [client.get(path).status_code for path in ("/v1/jobs/%00", "/v1/editions?text=%00&committee=%00")]
        refused = client.post("/v1/rounds", json={**order, "af": "Anna\0Holm"}).status_code
        found = client.get("/v1/editions").json()["udgaver"]

    assert (said["udgaver"], odd, refused) == ([1], [404, 200], 422)
    assert [one["udstedt_af"] for one in found] == ["Anna Holm (system)"]


def test_a_job_that_is_done_twice_is_issued_once(server: Server, tmp_path: Path) -> None:
    address = server.database()
    with Archive(address) as archive:
        [number] = order_rounds(archive, 1, now())
        worker = Worker(address, tmp_path / "log")
        try:
            wait_until(archive, 1, [worker])
            before = Jobs(archive).find(number)
            # As if another worker had had it all the time and came to its end only now.
            assert Jobs(archive).take(number, now()) is None
            Jobs(archive).refuse(number, now(), {"kode": "for-sent"})
            assert Jobs(archive).find(number) == before
            everything_is_there_once(archive, [number])
        finally:
            worker.kill()
