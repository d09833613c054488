"""Run a worker until it is told to stop; the job at hand is finished first."""

import datetime
import logging
import signal
import threading

from renderer.archive.archive import Archive
from renderer.journeys.confined import Limits, Workshop
from renderer.journeys.jobs.round_job import RoundWorker, patiently
from renderer.journeys.jobs.work import work
from renderer.journeys.json_logs import log_as_json
from renderer.journeys.service_settings import ServiceSettings

_log = logging.getLogger("aftalerapport.worker")


def run_worker(settings: ServiceSettings) -> None:
    """Do jobs until SIGTERM or SIGINT. Waits for a database that is away."""
    log_as_json()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stop.set())
    archive = patiently(lambda: Archive(settings.database))
    workshop = Workshop(settings.jobs, 0, Limits(settings.job_seconds, settings.memory))
    worker = RoundWorker(
        archive, workshop, lambda: datetime.datetime.now(datetime.UTC), settings.most_items, settings.most_pages
    )
    _log.info("working", extra={"event": "working"})
    try:
        work(worker, stop, settings.webhooks, settings.jobs)
    finally:
        workshop.close()
        archive.engine.dispose()
    _log.info("stopped", extra={"event": "stopped"})
