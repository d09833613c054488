"""Tidy: once an hour, what proves nothing and is older than it is kept is thrown away."""

import logging
import threading

from renderer.archive.keeping import Keeping, throw_away
from renderer.errors import ArchiveUnavailable
from renderer.journeys.jobs.round_job import RoundWorker

_EVERY_SECONDS = 3_600.0
_log = logging.getLogger("aftalerapport.worker")


def tidy(worker: RoundWorker, stop: threading.Event, keeping: Keeping) -> None:
    """Throw away until `stop` is set; while the database is away, the next hour will do."""
    while True:
        try:
            gone = throw_away(worker.archive, keeping, worker.clock())
        except ArchiveUnavailable:
            gone = 0
        if gone:
            _log.info("thrown away", extra={"event": "thrown-away", "count": gone})
        if stop.wait(_EVERY_SECONDS):
            return
