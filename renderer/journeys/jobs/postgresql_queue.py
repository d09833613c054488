"""The queue on PostgreSQL: Procrastinate hands each job to one of the workers, on however many machines.

A job is announced in the transaction that adds it. A worker says every few seconds that it lives; the jobs of one that
does not are handed out again. What a job has made is recorded by the archive itself, once (`round_job.py`).
"""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Iterable

from procrastinate import App, PsycopgConnector, RetryStrategy
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException, ProcrastinateException
from psycopg import Error as PsycopgError
from sqlalchemy import Connection, Engine, text

from renderer.errors import ArchiveUnavailable
from renderer.journeys.jobs.round_job import RoundWorker

SCHEMA = "aftalerapport_queue"
_QUEUE = "runder"
_HEARTBEAT_SECONDS = 3.0
_DEAD_SECONDS = 12.0
_LOOK_SECONDS = 2.0
_AWAY = (ProcrastinateException, PsycopgError, OSError, ArchiveUnavailable)
_log = logging.getLogger("aftalerapport.queue")


def announce(connection: Connection, number: str) -> None:
    """Announce a job in the transaction that adds it."""
    before = connection.scalar(text("SHOW search_path"))
    connection.execute(text(f"SET LOCAL search_path TO {SCHEMA}"))
    app = _app(connection.engine)
    driver = connection.connection.driver_connection
    app.configure_task("round", queue=_QUEUE, connection=driver, allow_unknown=True).defer(number=number)
    connection.execute(text(f"SET LOCAL search_path TO {before}"))


def work(worker: RoundWorker, stop: threading.Event, at_once: int = 1) -> None:
    """Do the jobs that are handed out until `stop` is set; those at hand are finished first."""
    asyncio.run(_work(worker, stop, at_once))


async def _work(worker: RoundWorker, stop: threading.Event, at_once: int) -> None:
    while not stop.is_set():
        try:
            await _work_while_connected(worker, stop, at_once)
        except _AWAY as problem:
            _log.warning("away", extra={"event": "queue-away", "type": type(problem).__name__})
            await asyncio.sleep(_LOOK_SECONDS)


async def _work_while_connected(worker: RoundWorker, stop: threading.Event, at_once: int) -> None:
    app = _app(worker.archive.engine)

    @app.task(name="round", queue=_QUEUE, retry=RetryStrategy(wait=5))
    def do_round(number: str) -> None:
        worker.do(number)

    async with app.open_async():
        working = asyncio.create_task(
            app.run_worker_async(
                queues=[_QUEUE],
                concurrency=at_once,
                install_signal_handlers=False,
                fetch_job_polling_interval=_LOOK_SECONDS,
                update_heartbeat_interval=_HEARTBEAT_SECONDS,
                stalled_worker_timeout=_DEAD_SECONDS,
                delete_jobs="successful",
            )
        )
        looking = asyncio.create_task(_hand_out_again(app, worker))
        stopping = asyncio.create_task(_until(stop))
        try:
            await asyncio.wait({working, looking, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await _end((stopping, looking, working))


async def _end(tasks: Iterable[asyncio.Task[None]]) -> None:
    """End tasks in order; what one of them raised of its own is raised when all have ended."""
    problems: list[BaseException] = []
    for task in tasks:
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            continue
        except _AWAY as problem:
            problems.append(problem)
    if problems:
        raise problems[0]


async def _until(stop: threading.Event) -> None:
    while not stop.is_set():
        await asyncio.sleep(0.2)


async def _hand_out_again(app: App, worker: RoundWorker) -> None:
    """Hand out again the jobs of workers that died, and those that nobody has said anything of for long."""
    while True:
        for job in await app.job_manager.get_stalled_jobs(queue=_QUEUE, seconds_since_heartbeat=_DEAD_SECONDS):
            _log.warning("again", extra={"event": "handed-out-again", "job": job.task_kwargs.get("number")})
            # Another worker may have seen it too, and been first.
            with contextlib.suppress(ConnectorException):
                await app.job_manager.retry_job(job)
        for number in await asyncio.to_thread(worker.jobs.abandoned, worker.clock()):
            # Whoever held it has lost it; where Procrastinate hands it out itself, there is one announcement at most.
            with contextlib.suppress(AlreadyEnqueued):
                await app.configure_task("round", queueing_lock=number).defer_async(number=number)
        await asyncio.sleep(_LOOK_SECONDS)


def _app(engine: Engine) -> App:
    address = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    return App(connector=PsycopgConnector(conninfo=address, kwargs={"options": f"-c search_path={SCHEMA}"}))
