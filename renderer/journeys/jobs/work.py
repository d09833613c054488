"""Work: do the jobs of an archive's database, by the queue that fits it, and tell the webhooks."""

import threading
from collections.abc import Callable, Iterable

from sqlalchemy import Connection, Engine

from renderer.archive.database import POSTGRESQL
from renderer.archive.keeping import Keeping
from renderer.errors import ArchiveUnavailable
from renderer.journeys.jobs import local_queue
from renderer.journeys.jobs.loops import Loops
from renderer.journeys.jobs.round_job import RoundWorker
from renderer.journeys.jobs.tidy import tidy
from renderer.journeys.jobs.webhook import deliver

_LOOK_SECONDS = 1.0
_GIVE_UP_AFTER = 20
_KEEPING = Keeping()


def announcing(engine: Engine) -> Callable[[Connection, str], None]:
    """What tells the queue of a new job."""
    if engine.dialect.name == POSTGRESQL:
        from renderer.journeys.jobs import postgresql_queue

        return postgresql_queue.announce
    return local_queue.announce


def work(
    worker: RoundWorker, loops: Loops, webhooks: Iterable[str] = (), at_once: int = 1, keeping: Keeping = _KEEPING
) -> None:
    """Have jobs done until the loops are stopped, so many at once; tell the webhooks at these origins, and tidy."""
    allowed = tuple(webhooks)
    loops.start("besked", lambda: _tell(worker, loops.stop, allowed))
    loops.start("oprydning", lambda: tidy(worker, loops.stop, keeping))
    if worker.archive.engine.dialect.name == POSTGRESQL:
        from renderer.journeys.jobs import postgresql_queue

        loops.start("runder", lambda: postgresql_queue.work(worker, loops.stop, at_once))
    else:
        for number in range(at_once):
            loops.start(f"runder {number + 1}", lambda: local_queue.work(worker, loops.stop))


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
