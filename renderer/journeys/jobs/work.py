"""Work: do the jobs of an archive's database, by the queue that fits it, and tell the webhooks."""

import threading
from collections.abc import Callable, Iterable

from sqlalchemy import Connection, Engine

from renderer.archive.database import POSTGRESQL
from renderer.errors import ArchiveUnavailable
from renderer.journeys.jobs import local_queue
from renderer.journeys.jobs.round_job import RoundWorker
from renderer.journeys.jobs.webhook import deliver

_LOOK_SECONDS = 1.0
_GIVE_UP_AFTER = 20


def announcing(engine: Engine) -> Callable[[Connection, str], None]:
    """What tells the queue of a new job."""
    if engine.dialect.name == POSTGRESQL:
        from renderer.journeys.jobs import postgresql_queue

        return postgresql_queue.announce
    return local_queue.announce


def work(worker: RoundWorker, stop: threading.Event, webhooks: Iterable[str] = (), at_once: int = 1) -> None:
    """Do jobs until `stop` is set, so many at once, and tell the webhooks at these origins."""
    allowed = tuple(webhooks)
    teller = threading.Thread(target=_tell, args=(worker, stop, allowed), daemon=True)
    teller.start()
    if worker.archive.engine.dialect.name == POSTGRESQL:
        from renderer.journeys.jobs import postgresql_queue

        postgresql_queue.work(worker, stop, at_once)
    else:
        threads = [threading.Thread(target=local_queue.work, args=(worker, stop)) for _ in range(at_once)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    teller.join()


def _tell(worker: RoundWorker, stop: threading.Event, allowed: tuple[str, ...]) -> None:
    """Tell the webhooks, again and again with longer pauses where nobody answers; a job is told of at least once."""
    tries: dict[str, int] = {}
    rounds = 0
    while not stop.wait(_LOOK_SECONDS):
        rounds += 1
        try:
            for job in worker.jobs.untold():
                tried = tries.get(job.id, 0)
                if rounds % (2 ** min(tried, 8)):
                    continue
                tries[job.id] = tried + 1
                if deliver(job, allowed) or tried >= _GIVE_UP_AFTER:
                    worker.jobs.tell(job.id)
        except ArchiveUnavailable:
            continue
