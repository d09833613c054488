"""Work: do the jobs of an archive's database, by the queue that fits it, and tell the webhooks."""

import threading
from collections.abc import Callable

from sqlalchemy import Connection, Engine

from renderer.archive.database import POSTGRESQL
from renderer.errors import ArchiveUnavailable
from renderer.journeys.jobs import local_queue
from renderer.journeys.jobs.loops import Loops
from renderer.journeys.jobs.round_job import RoundWorker
from renderer.journeys.jobs.tidy import tidy
from renderer.journeys.jobs.webhook import deliver
from renderer.journeys.serving.service_settings import ServiceSettings

_LOOK_SECONDS = 1.0
_GIVE_UP_AFTER = 20
_STAMP_SECONDS = 300.0


def announcing(engine: Engine) -> Callable[[Connection, str], None]:
    """What tells the queue of a new job."""
    if engine.dialect.name == POSTGRESQL:
        from renderer.journeys.jobs import postgresql_queue

        return postgresql_queue.announce
    return local_queue.announce


def work(worker: RoundWorker, loops: Loops, settings: ServiceSettings) -> None:
    """Have jobs done until the loops are stopped, tell the webhooks, tidy, and have what was signed stamped."""
    loops.start("besked", lambda: _tell(worker, loops.stop, settings.webhooks))
    loops.start("oprydning", lambda: tidy(worker, loops.stop, settings.keeping))
    if settings.timestamps:
        loops.start("tidsstempler", lambda: _stamp(worker, loops.stop, settings.timestamps))
    if worker.archive.engine.dialect.name == POSTGRESQL:
        from renderer.journeys.jobs import postgresql_queue

        loops.start("runder", lambda: postgresql_queue.work(worker, loops.stop, settings.jobs))
    else:
        for number in range(settings.jobs):
            loops.start(f"runder {number + 1}", lambda: local_queue.work(worker, loops.stop))


def _stamp(worker: RoundWorker, stop: threading.Event, authority: str) -> None:
    """Have the signed heads stamped; the authority is asked seldom while it does not answer."""
    from renderer.journeys.issuing.time_stamp import stamp_heads

    pause = _LOOK_SECONDS
    while not stop.wait(pause):
        try:
            _, waiting = stamp_heads(worker.archive, authority)
        except ArchiveUnavailable:
            waiting = 1
        pause = min(2 * pause, _STAMP_SECONDS) if waiting else _LOOK_SECONDS


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
