"""What monitoring reads, in Prometheus' text format; a registry for each service, so that two do not mix."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from renderer.archive.job_rows import JobState

MEDIA_TYPE = CONTENT_TYPE_LATEST


class Metrics:
    """Counts and durations, by route and not by address, so that nothing personal stands in them."""

    def __init__(self, at_work: Callable[[], int], jobs: Callable[[], dict[JobState, int]]) -> None:
        self._registry = CollectorRegistry()
        self._jobs = jobs
        names = ["method", "route"]
        self.requests = Counter(
            "aftalerapport_requests", "Answered requests.", [*names, "status"], registry=self._registry
        )
        self.seconds = Histogram("aftalerapport_request_seconds", "Time to answer.", names, registry=self._registry)
        self.refused = Counter("aftalerapport_refused", "Requests without a valid token.", registry=self._registry)
        self.files = Counter("aftalerapport_files", "Documents made.", ["format"], registry=self._registry)
        self.connections = Gauge("aftalerapport_connections", "Open connections.", registry=self._registry)
        self.connections_refused = Counter(
            "aftalerapport_connections_refused", "Connections for which there was no room.", registry=self._registry
        )
        working = Gauge("aftalerapport_tasks", "Tasks at work or waiting.", registry=self._registry)
        working.set_function(lambda: float(at_work()))
        self.dead = Gauge(
            "aftalerapport_dead_loops", "Loops that have ended: nobody does their work.", registry=self._registry
        )
        self._job_count = Gauge("aftalerapport_jobs", "Jobs by state.", ["state"], registry=self._registry)

    def text(self) -> bytes:
        """Everything, as Prometheus reads it."""
        for state, count in self._jobs().items():
            self._job_count.labels(state.name.lower()).set(count)
        return generate_latest(self._registry)
