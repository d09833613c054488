"""What the service has at hand for every request."""

from dataclasses import dataclass, field

from anyio import CapacityLimiter
from fastapi import Request

from renderer.archive.archive import Archive
from renderer.archive.jobs import Jobs
from renderer.archive.kept_answers import KeptAnswers
from renderer.archive.tokens import Tokens
from renderer.journeys.jobs.loops import Loops
from renderer.journeys.jobs.round_job import Clock
from renderer.journeys.serving.confined import Workshop
from renderer.journeys.serving.service_settings import ServiceSettings
from renderer.service.attempts import Attempts
from renderer.service.metrics import Metrics


@dataclass
class Service:
    """The service's parts; `local_secret` lets in who started it without tokens on this machine (empty: nobody)."""

    settings: ServiceSettings
    archive: Archive
    tokens: Tokens
    jobs: Jobs
    answers: KeptAnswers
    workshop: Workshop
    metrics: Metrics
    clock: Clock
    local_secret: str
    loops: Loops | None = None
    limiter: CapacityLimiter | None = None
    attempts: Attempts = field(default_factory=Attempts)


def service_of(request: Request) -> Service:
    """The service that a request came to."""
    service: Service = request.app.state.service
    return service
