"""`aftalerapport serve` and `aftalerapport worker`: the service that other systems call, and workers for its jobs."""

import os
from typing import Any

import typer

from renderer.cli.local_archive import VARIABLE, archive_address
from renderer.cli.local_cache import VARIABLE as CACHE_VARIABLE
from renderer.journeys.serving.service_settings import PREFIX, ServiceSettings, require_known

_DEFAULT = ServiceSettings("")


def _option(
    default: object, name: str, metavar: str, about: str, least: int | None = None, most: int | None = None
) -> Any:
    variable = PREFIX + name.removeprefix("--").replace("-", "_").upper()
    _VARIABLES.add(variable)
    told = f"{about.removesuffix('.')}; ellers {default}." if default else about
    return typer.Option(
        default, name, min=least, max=most, metavar=metavar, help=told, envvar=variable, show_envvar=False
    )


_VARIABLES = {VARIABLE, CACHE_VARIABLE}
_SECONDS = ("SEKUNDER", "Længste tid for et dokument, i sekunder.", 1, 3_600)
_MEMORY = _option(_DEFAULT.memory, "--memory", "MB", "Mest hukommelse for hver proces.", 500, 1_000_000)
_ITEMS = _option(_DEFAULT.most_items, "--most-items", "ANTAL", "Flest delelementer i en sag.", 1, 100_000)
_PAGES = _option(_DEFAULT.most_pages, "--most-pages", "ANTAL", "Flest sider i et dokument.", 1, 100_000)
_JOBS = _option(_DEFAULT.jobs, "--jobs", "ANTAL", "Runder, der udstedes ad gangen på denne maskine.", 0, 64)
_JOB_SECONDS = _option(
    _DEFAULT.job_seconds, "--job-seconds", "SEKUNDER", "Længste tid for en runde, i sekunder.", 1, 86_400
)
_WEBHOOKS = _option(
    "", "--webhooks", "ADRESSE,...", "Værter, der må få besked om runder, fx https://esdh.example.dk; ellers ingen."
)
_KEEP_DAYS = _option(
    _DEFAULT.keep_days, "--keep-days", "DAGE", "Dage, færdige runder og loggen over nøgler gemmes.", 1, 36_500
)
_KEEP_ANSWER_DAYS = _option(
    _DEFAULT.keep_answer_days, "--keep-answer-days", "DAGE", "Dage, svar under en Idempotency-Key gemmes.", 1, 365
)
_KEEP_USES = _option(
    _DEFAULT.keep_uses, "--keep-uses", "ANTAL", "Flest linjer i loggen over nøgler.", 1_000, 1_000_000_000
)
_SIGNING_KEY = _option(
    "", "--signing-key", "FIL", "Nøglen, som arkivets kontrolpunkter bliver underskrevet med; ellers ingen."
)
_TIMESTAMPS = _option(
    "", "--timestamps", "ADRESSE", "Tjenesten, der stempler kontrolpunkterne med tiden (RFC 3161); ellers ingen."
)
_PROXIES = _option(
    "", "--proxies", "ADRESSE,...", "Proxyer, hvis X-Forwarded-For der stoles på, fx 10.0.0.5; ellers ingen."
)
# Said each time, and by no file of settings: nobody shall find the service open because of a line that was forgotten.
_OPEN = typer.Option(
    False,
    "--open-on-this-machine",
    help="Svar uden adgangsnøgler, kun på denne maskine, og kun den, der sender nøglen, som vises ved starten.",
)


def serve_api(
    host: str = _option(_DEFAULT.host, "--host", "ADRESSE", "Adressen, der lyttes på."),
    port: int = _option(_DEFAULT.port, "--port", "PORT", "Porten, der lyttes på.", 1, 65_535),
    workers: int = _option(_DEFAULT.workers, "--workers", "ANTAL", "Dokumenter, der dannes ad gangen.", 1, 256),
    waiting: int = _option(_DEFAULT.waiting, "--waiting", "ANTAL", "Flest, der venter på tur.", 0, 10_000),
    seconds: int = _option(_DEFAULT.seconds, "--seconds", *_SECONDS),
    memory: int = _MEMORY,
    body_megabytes: int = _option(_DEFAULT.body_megabytes, "--body-megabytes", "MB", "Mest, der må sendes.", 1, 1_000),
    most_items: int = _ITEMS,
    most_pages: int = _PAGES,
    jobs: int = _JOBS,
    job_seconds: int = _JOB_SECONDS,
    most_jobs: int = _option(_DEFAULT.most_jobs, "--most-jobs", "ANTAL", "Flest runder, der venter.", 1, 1_000_000),
    webhooks: str = _WEBHOOKS,
    connections: int = _option(
        _DEFAULT.connections, "--connections", "ANTAL", "Flest forbindelser ad gangen.", 8, 100_000
    ),
    connections_each: int = _option(
        _DEFAULT.connections_each, "--connections-each", "ANTAL", "Flest forbindelser fra én adresse.", 2, 100_000
    ),
    proxies: str = _PROXIES,
    keep_days: int = _KEEP_DAYS,
    keep_answer_days: int = _KEEP_ANSWER_DAYS,
    keep_uses: int = _KEEP_USES,
    signing_key: str = _SIGNING_KEY,
    timestamps: str = _TIMESTAMPS,
    open_on_this_machine: bool = _OPEN,
) -> None:
    """Start tjenesten, som andre systemer kan tjekke, danne og udstede gennem."""
    given = dict(locals())
    require_known(os.environ, _VARIABLES)
    chosen = {"database": archive_address(), "webhooks": _origins(webhooks), "proxies": _words(proxies)}
    settings = ServiceSettings(**{**given, **chosen})
    # The command line's neighbour, not below it: the one import between the two that the floors' contract lets pass.
    from renderer.service.serve import serve

    serve(settings)


def work_on_jobs(
    jobs: int = _JOBS,
    job_seconds: int = _JOB_SECONDS,
    memory: int = _MEMORY,
    most_items: int = _ITEMS,
    most_pages: int = _PAGES,
    webhooks: str = _WEBHOOKS,
    keep_days: int = _KEEP_DAYS,
    keep_answer_days: int = _KEEP_ANSWER_DAYS,
    keep_uses: int = _KEEP_USES,
    signing_key: str = _SIGNING_KEY,
    timestamps: str = _TIMESTAMPS,
) -> None:
    """Udsted de runder, som tjenesten har fået bestilt; kan køre på flere maskiner."""
    require_known(os.environ, _VARIABLES)
    from renderer.journeys.jobs.run_worker import run_worker

    run_worker(
        ServiceSettings(
            archive_address(),
            memory=memory,
            most_items=most_items,
            most_pages=most_pages,
            jobs=max(jobs, 1),
            job_seconds=job_seconds,
            webhooks=_origins(webhooks),
            keep_days=keep_days,
            keep_answer_days=keep_answer_days,
            keep_uses=keep_uses,
            signing_key=signing_key,
            timestamps=timestamps,
        )
    )


def _origins(words: str) -> tuple[str, ...]:
    given = _words(words)
    if given:
        from renderer.journeys.jobs.webhook import require_origin

        for word in given:
            require_origin(word)
    return given


def _words(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())
