"""The connections to the service: so many at once and so many an address, and each request within its time.

The web server waits for ever for the rest of a request and takes every connection that comes, until there is no
descriptor left to take another with. Here a request's head and its body have their time, and where there are too many
connections the one that has waited longest for the rest of its request makes room: who sends whole requests comes in.
"""

import asyncio
import resource
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, cast

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from renderer.service.client_address import is_proxy

HEAD_SECONDS, BODY_SECONDS = 10.0, 75.0
"""A little longer for the body than what the gate gives it (`gate.py`), whose answer says what was wrong."""

_KEPT_FREE = 128
_FULL = (
    b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 2\r\nconnection: close\r\n"
    b"content-type: text/plain; charset=utf-8\r\ncontent-length: 30\r\n\r\nTjenesten er optaget lige nu.\r\n"
)[:-1]


@dataclass
class Connections:
    """The open connections: at most so many in all, and so many from one address that is no named proxy."""

    most: int
    most_of_one: int
    proxies: tuple[str, ...] = ()
    refused: Callable[[], None] = lambda: None
    open: set["Connection"] = field(default_factory=set)
    waiting: "OrderedDict[Connection, None]" = field(default_factory=OrderedDict)
    of_one: Counter[str] = field(default_factory=Counter)

    def add(self, new: "Connection") -> bool:
        """Take a connection, if need be in the place of one that waits; false where there is no room."""
        if self.of_one[new.address] >= self.most_of_one and not is_proxy(new.address, self.proxies):
            room = _end_first(one for one in self.waiting if one.address == new.address)
        else:
            room = len(self.open) < self.most or _end_first(self.waiting)
        if not room:
            self.refused()
            return False
        self.open.add(new)
        self.of_one[new.address] += 1
        return True

    def remove(self, gone: "Connection") -> None:
        """A connection is gone."""
        self.waiting.pop(gone, None)
        if gone in self.open:
            self.open.discard(gone)
            self.of_one[gone.address] -= 1
            if not self.of_one[gone.address]:
                del self.of_one[gone.address]


class Connection(H11Protocol):
    """A connection that is watched; made by the web server, one for each."""

    connections_: Connections
    address = ""
    total = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take it, or say that there is no room."""
        super().connection_made(cast(asyncio.Transport, transport))
        self.address = self.client[0] if self.client else ""
        self._phase: Any = None
        self._deadline: asyncio.TimerHandle | None = None
        if not self.connections_.add(self):
            self.transport.write(_FULL)
            self.transport.close()
            return
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it."""
        self._stop()
        self.connections_.remove(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Hand it on, and look how far the request is."""
        if not self.transport.is_closing():
            super().data_received(data)
            self._watch()

    def on_response_complete(self) -> None:
        """Wait for the next request; between two there is the web server's own time."""
        super().on_response_complete()
        self.total += 1
        self._watch()

    def end(self) -> None:
        """End it at once."""
        self.connections_.remove(self)
        self.transport.abort()

    def _watch(self) -> None:
        """Give what the request waits for its time, once: a byte now and then gains nothing."""
        phase: Any = self.conn.their_state
        if phase is h11.IDLE and self.total and not self.conn.trailing_data[0]:
            phase = None
        if phase == self._phase:
            return
        self._stop()
        self._phase = phase
        seconds = {h11.IDLE: HEAD_SECONDS, h11.SEND_BODY: BODY_SECONDS}.get(phase)
        if seconds is not None:
            self._deadline = self.loop.call_later(seconds, self.end)
        if phase is h11.IDLE:
            self.connections_.waiting[self] = None
        else:
            self.connections_.waiting.pop(self, None)

    def _stop(self) -> None:
        if self._deadline:
            self._deadline.cancel()
            self._deadline = None


def watched(connections: Connections) -> type[Connection]:
    """The protocol of a web server, with its own connections."""
    return type("WatchedConnection", (Connection,), {"connections_": connections})


def most_connections(wanted: int) -> int:
    """How many connections there can be, so that descriptors are left for files, databases and processes.

    Asks the system for as many as it lets this process have.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted + _KEPT_FREE:
        soft = min(hard, wanted + _KEPT_FREE) if hard != resource.RLIM_INFINITY else wanted + _KEPT_FREE
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return max(min(wanted, soft - _KEPT_FREE), 1)


def _end_first(waiting: Iterable[Connection]) -> bool:
    first = next(iter(waiting), None)
    if first:
        first.end()
    return first is not None
