"""Start the service: the web server, with logs as JSON lines, until it is told to stop."""

import datetime
import logging
import signal
import socket
import sys

import uvicorn
from fastapi import FastAPI

from renderer.journeys.serving.json_logs import log_as_json
from renderer.journeys.serving.service_settings import ServiceSettings
from renderer.service.app import make_app
from renderer.service.connections import Connections, most_connections, watched
from renderer.service.listening import require_free
from renderer.service.state import Service

_SHOWN = "Tjenesten er åben på denne maskine for den, der sender denne nøgle: {0}"
_log = logging.getLogger("aftalerapport.service")


class _Server(uvicorn.Server):
    """Tells in our own words that it can be called; the web server's are templates."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and tell where."""
        await super().startup(sockets)
        if self.started:
            address = f"http://{self.config.host}:{self.config.port}"
            _log.info("serving", extra={"event": "serving", "address": address})


def web_server(app: FastAPI, settings: ServiceSettings) -> uvicorn.Config:
    """How the web server is set for the service."""
    service: Service = app.state.service
    connections = Connections(
        most_connections(settings.connections),
        settings.connections_each,
        settings.proxies,
        service.metrics.connections_refused.inc,
    )
    service.metrics.connections.set_function(lambda: float(len(connections.open)))
    return uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        http=watched(connections),
        # Nobody is believed about where a request comes from but the proxies that the settings name.
        proxy_headers=False,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=15,
        # What is at work may take as long as a document may.
        timeout_graceful_shutdown=settings.seconds,
        h11_max_incomplete_event_size=64_000,
    )


def serve(settings: ServiceSettings) -> None:
    """Serve until SIGTERM or SIGINT; requests at work are finished first."""
    require_free(settings.host, settings.port)
    log_as_json()
    app = make_app(settings, lambda: datetime.datetime.now(datetime.UTC))
    if secret := app.state.service.local_secret:
        # Shown once, to who started it; in no log, and kept nowhere.
        sys.stderr.write(f"{_SHOWN.format(secret)}\n")
    config = web_server(app, settings)
    for number in (signal.SIGTERM, signal.SIGINT):
        # The web server hands a signal on when it has stopped in good order; there is nothing left to do then.
        signal.signal(number, lambda _number, _frame: None)
    _Server(config).run()
    _log.info("stopped", extra={"event": "stopped"})
