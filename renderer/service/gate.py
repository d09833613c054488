"""The gate every request comes through: it gets a number, its body is limited, and its answer is logged and counted."""

import asyncio
import logging
import time
import uuid
from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from renderer.errors import Busy, LimitExceeded
from renderer.service.metrics import Metrics
from renderer.service.problems import NotAllowed, answer_to

_BODY_SECONDS = 60.0
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"),
    (b"referrer-policy", b"no-referrer"),
)
"""What every answer has that does not say otherwise: it is kept by nobody on the way, and runs nothing in a browser."""

_log = logging.getLogger("aftalerapport.service")


class Gate:
    """ASGI middleware; `most` requests at once, whose bodies hold `most_bytes` and arrive within a minute."""

    def __init__(self, app: ASGIApp, most_bytes: int, most: int, metrics: Metrics) -> None:
        self._app = app
        self._at_once = most
        self._inside = 0
        self._most = most_bytes
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        number = str(uuid.uuid4())
        scope.setdefault("state", {})["number"] = number
        begun = time.monotonic()
        status = 500

        async def answering(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                more = [(b"x-request-id", number.encode()), *_missing(message["headers"])]
                message["headers"] = [*message["headers"], *more]
            await send(message)

        self._inside += 1
        try:
            if self._inside > self._at_once:
                await answer_to(Busy("Tjenesten er optaget lige nu.", "Prøv igen om lidt."))(scope, receive, answering)
            else:
                await self._app(scope, _Limited(scope, receive, self._most), answering)
        finally:
            self._inside -= 1
            self._tell(scope, number, status, time.monotonic() - begun)

    def _tell(self, scope: Scope, number: str, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", "-")
        method = scope["method"] if scope["method"] in {"GET", "POST", "HEAD"} else "-"
        self._metrics.requests.labels(method, route, str(status)).inc()
        self._metrics.seconds.labels(method, route).observe(seconds)
        said = {"event": "request", "request": number, "method": method, "route": route, "status": status}
        _log.info("request", extra={**said, "ms": round(seconds * 1000), "token": scope["state"].get("token")})


def _missing(there: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    names = {name.lower() for name, _ in there}
    return [header for header in _HEADERS if header[0] not in names]


class _Limited:
    """What gives a body piece by piece, until it is too large or too slow."""

    def __init__(self, scope: Scope, receive: Receive, most: int) -> None:
        self._receive = receive
        self._most = most
        self._size = 0
        self._until = time.monotonic() + _BODY_SECONDS
        headers = dict(scope["headers"])
        declared = headers.get(b"content-length", b"0")
        self._declared = int(declared) if declared.isdigit() and len(declared) < 20 else 0
        self._encoded = headers.get(b"content-encoding", b"identity") not in {b"", b"identity"}
        self._whole = False

    async def __call__(self) -> Message:
        if self._whole:
            return await self._receive()
        if self._encoded:
            why = "Indholdet må ikke være pakket (Content-Encoding)."
            raise NotAllowed(415, "forkert-indhold", why, "Send det, som det er.")
        if self._declared > self._most:
            raise self._too_large()
        try:
            message = await asyncio.wait_for(self._receive(), max(self._until - time.monotonic(), 0.01))
        except TimeoutError as cause:
            why = "Indholdet nåede ikke frem inden for et minut."
            raise NotAllowed(408, "for-langsomt", why, "Prøv igen, eller send mindre ad gangen.") from cause
        self._size += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._size > self._most:
            raise self._too_large()
        return message

    def _too_large(self) -> LimitExceeded:
        return LimitExceeded("Det sendte er for stort.", f"Der må højst sendes {self._most // 1_000_000} MB.")
