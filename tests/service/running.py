"""The service run by its own web server, in a thread of the tests, and a client that calls it."""

import datetime
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from renderer.journeys.serving.service_settings import ServiceSettings
from renderer.service.app import make_app
from renderer.service.serve import web_server
from renderer.service.state import Service
from tests.waiting import HOPELESS, until


class Client(httpx.Client):
    """Calls a running service; `service` is what it has at hand."""

    service: Service


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def settings(folder: Path, **changes: Any) -> ServiceSettings:
    return ServiceSettings(**{"database": f"sqlite:///{folder}/udgaver.db", "workers": 1, **changes})


def opened(folder: Path, **changes: Any) -> ServiceSettings:
    """Settings of a service without keys, for who started it."""
    return settings(folder, open_on_this_machine=True, **changes)


@contextmanager
def running(chosen: ServiceSettings) -> Iterator[Client]:
    """A client of a service that is set so, for as long as it is needed."""
    app = make_app(chosen, now)
    config = web_server(app, chosen)
    config.timeout_graceful_shutdown = 10
    server = uvicorn.Server(config)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        try:
            until(lambda: server.started, thread.is_alive)
            with Client(base_url=address, timeout=HOPELESS, trust_env=False) as client:
                client.service = app.state.service
                if secret := client.service.local_secret:
                    client.headers["Authorization"] = f"Bearer {secret}"
                yield client
        finally:
            server.should_exit = True
            thread.join()


def bearer(secret: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {secret}"}
