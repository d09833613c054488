"""Run a worker until it is told to stop; the job at hand is finished first."""

import datetime
import logging
import signal
import threading
import time

from renderer.archive.archive import Archive
from renderer.errors import ArchiveUnavailable
from renderer.journeys.jobs.loops import Loops
from renderer.journeys.jobs.round_job import RoundWorker
from renderer.journeys.jobs.work import work
from renderer.journeys.serving.confined import Limits, Workshop
from renderer.journeys.serving.json_logs import log_as_json
from renderer.journeys.serving.service_settings import ServiceSettings

_PATIENCE_SECONDS = 600.0
_LOOK_SECONDS = 2.0
_log = logging.getLogger("aftalerapport.worker")


def run_worker(settings: ServiceSettings) -> None:
    """Do jobs until SIGTERM or SIGINT. Waits for a database that is away."""
    log_as_json()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stop.set())
    if archive := _opened(settings, stop):
        _work(settings, archive, stop)
    _log.info("stopped", extra={"event": "stopped"})


def _opened(settings: ServiceSettings, stop: threading.Event) -> Archive | None:
    """The archive, or `None` where `stop` was set first. Raises `ArchiveUnavailable` when it was away for too long."""
    key = settings.key
    until = time.monotonic() + _PATIENCE_SECONDS
    while not stop.is_set():
        try:
            return Archive(settings.database, key=key)
        except ArchiveUnavailable as away:
            if time.monotonic() > until:
                raise
            _log.warning("away", extra={"event": "archive-away", "text": away.message})
            stop.wait(_LOOK_SECONDS)
    return None


def _work(settings: ServiceSettings, archive: Archive, stop: threading.Event) -> None:
    workshop = Workshop(settings.jobs, 0, Limits(settings.job_seconds, settings.memory))
    worker = RoundWorker(
        archive, workshop, lambda: datetime.datetime.now(datetime.UTC), settings.most_items, settings.most_pages
    )
    _log.info("working", extra={"event": "working"})
    loops = Loops(stop)
    work(worker, loops, settings)
    try:
        loops.join()
    finally:
        workshop.close()
        archive.engine.dispose()
