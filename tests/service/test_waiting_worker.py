"""A worker whose database is away says so, waits for it, and can be stopped meanwhile."""

import json
import socket
from pathlib import Path

from tests.service.workers import Worker
from tests.waiting import until


def test_a_worker_that_waits_for_its_database_stops_when_it_is_told(tmp_path: Path) -> None:
    with socket.socket() as nobody:
        # Taken and never listened on, so that every connection is refused.
        nobody.bind(("127.0.0.1", 0))
        worker = Worker(f"postgresql://nobody@127.0.0.1:{nobody.getsockname()[1]}/arkiv", tmp_path / "log")
        try:
            until(lambda: "\n" in (tmp_path / "log").read_text(encoding="utf-8"), lambda: worker.alive)
            code = worker.stop()
        finally:
            if worker.alive:
                worker.kill()

    said = json.loads((tmp_path / "log").read_text(encoding="utf-8").splitlines()[0])
    assert (code, said["event"], said["level"]) == (0, "archive-away", "warning")
    assert said["text"] == "Der er ingen forbindelse til arkivets database."
