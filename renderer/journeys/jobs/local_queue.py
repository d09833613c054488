"""The queue on this machine: a loop in a thread that takes the next job out of the database, whichever that is."""

import threading

from sqlalchemy import Connection

from renderer.errors import ArchiveUnavailable, Busy
from renderer.journeys.jobs.round_job import HELD, RoundWorker

_LOOK_SECONDS = 0.5


def announce(_connection: Connection, _number: str) -> None:
    """Nobody needs to be told: the loop looks for itself."""


def work(worker: RoundWorker, stop: threading.Event) -> None:
    """Do job after job until `stop` is set; the job at hand is finished first."""
    while not stop.is_set():
        try:
            now = worker.clock()
            job = worker.jobs.take_next(now, now + HELD)
            if job:
                worker.do_held(job)
                continue
        except (ArchiveUnavailable, Busy):
            pass
        stop.wait(_LOOK_SECONDS)
