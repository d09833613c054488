"""The application: its parts, its routes, and what begins and ends with it."""

import datetime
import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from renderer import __version__
from renderer.archive.archive import Archive
from renderer.archive.jobs import Jobs
from renderer.archive.kept_answers import KeptAnswers
from renderer.archive.tokens import Tokens
from renderer.errors import AftalerapportError, WrongCall
from renderer.journeys.jobs.loops import Loops
from renderer.journeys.jobs.round_job import Clock, RoundWorker
from renderer.journeys.jobs.work import work
from renderer.journeys.serving.confined import Limits, Workshop
from renderer.journeys.serving.service_settings import ServiceSettings
from renderer.service import documents, editions, operation, rounds
from renderer.service.client_address import require_addresses
from renderer.service.descriptions import schemas
from renderer.service.gate import Gate
from renderer.service.metrics import Metrics
from renderer.service.problems import answer_problems
from renderer.service.state import Service
from renderer.service.this_machine import new_secret

_LEAVE_SECONDS = 20.0
_OPEN = "Der er ingen adgangsnøgler: Den, der har hemmeligheden, kan bruge tjenesten på denne maskine."
# Requests that need no worker: those that look up, and those that are about to be refused.
_OTHERS = 32
_log = logging.getLogger("aftalerapport.service")


def make_app(settings: ServiceSettings, clock: Clock) -> FastAPI:
    """The application; opens the archive.

    Raises `ArchiveUnavailable`, and `WrongCall` where there is no token and it was not told to open without.
    """
    service = _service(settings, clock)
    app = FastAPI(
        title="Aftalerapport",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
        redirect_slashes=False,
    )
    app.state.service = service
    for part in (documents, rounds, editions, operation):
        app.include_router(part.router)
    answer_problems(app)
    app.openapi = lambda: _description(app)  # type: ignore[method-assign]
    most = settings.workers + settings.waiting + _OTHERS
    app.add_middleware(Gate, most_bytes=settings.body_megabytes * 1_000_000, most=most, metrics=service.metrics)
    return app


def _service(settings: ServiceSettings, clock: Clock) -> Service:
    require_addresses(settings.proxies)
    archive = Archive(settings.database, key=settings.key)
    tokens, jobs = Tokens(archive), Jobs(archive)
    try:
        _require_keys(settings, has_keys=tokens.ever())
    except AftalerapportError:
        archive.engine.dispose()
        raise
    workshop = Workshop(settings.workers, settings.waiting, Limits(settings.seconds, settings.memory))
    return Service(
        settings=settings,
        archive=archive,
        tokens=tokens,
        jobs=jobs,
        answers=KeptAnswers(
            archive,
            datetime.timedelta(days=settings.keep_answer_days),
            datetime.timedelta(seconds=2 * settings.seconds),
        ),
        workshop=workshop,
        metrics=Metrics(lambda: workshop.taken, jobs.counts),
        clock=clock,
        local_secret=new_secret() if settings.open_on_this_machine else "",
    )


def _require_keys(settings: ServiceSettings, *, has_keys: bool) -> None:
    """Raise `WrongCall` where nobody could come in, or more could than are meant to."""
    if not settings.open_on_this_machine:
        if not has_keys:
            message = "Der er ingen adgangsnøgler, så ingen ville kunne bruge tjenesten."
            raise WrongCall(message, "Lav en med aftalerapport token make, eller skriv --open-on-this-machine.")
    elif has_keys:
        hint = "Udelad --open-on-this-machine, og brug en nøgle, eller brug et andet arkiv."
        raise WrongCall("Arkivet har eller har haft adgangsnøgler, og så åbner tjenesten kun for dem.", hint)
    elif not settings.only_local:
        message = "Uden adgangsnøgler kan tjenesten kun startes på maskinens egen adresse."
        raise WrongCall(message, "Lav først en nøgle med aftalerapport token make, eller skriv --host 127.0.0.1.")


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    service: Service = app.state.service
    if service.local_secret:
        _log.warning("no tokens", extra={"event": "open-on-this-machine", "text": _OPEN})
    # The first request need not wait for what is loaded meanwhile.
    threading.Thread(target=_warm_up, args=(service,), daemon=True).start()
    stop = threading.Event()
    workshop = Workshop(max(service.settings.jobs, 1), 0, Limits(service.settings.job_seconds, service.settings.memory))
    loops = service.loops = Loops(stop)
    service.metrics.dead.set_function(lambda: float(len(loops.dead)))
    if service.settings.jobs:
        _work(service, workshop, loops)
    yield
    stop.set()
    # A round that takes longer is ended; its job is taken up again after the next start.
    loops.join(_LEAVE_SECONDS)
    workshop.close()
    service.workshop.close()
    service.archive.engine.dispose()


def _warm_up(service: Service) -> None:
    with suppress(AftalerapportError):
        service.workshop.start()


def _work(service: Service, workshop: Workshop, loops: Loops) -> None:
    settings = service.settings
    worker = RoundWorker(service.archive, workshop, service.clock, settings.most_items, settings.most_pages)
    work(worker, loops, settings)


def _description(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI description, made once."""
    if app.openapi_schema is None:
        about = "Tjek, dan, udsted og find opfølgninger på budgetaftaler."
        said = get_openapi(title=app.title, version=app.version, description=about, routes=app.routes)
        said["components"]["schemas"] = schemas()
        for operation_ in (one for path in said["paths"].values() for one in path.values()):
            operation_["parameters"] = operation_.get("parameters", [])
            for parameter in operation_["parameters"]:
                parameter["schema"].pop("title", None)
        app.openapi_schema = said
    return app.openapi_schema
