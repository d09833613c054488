"""The service opened on this machine without keys: for the one who started it, and who has the secret that was shown.

Loopback alone proves nothing: on a terminal server it belongs to everybody, a proxy comes from it, and so does a
browser that another site has sent. What passes names this machine itself, came through no proxy, and has the secret.
"""

import hmac
import re
import secrets

from starlette.datastructures import Headers

from renderer.service.problems import NotAllowed

_HERE = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?", re.ASCII)
_PROXY = (
    "forwarded",
    "via",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-forwarded-port",
    "x-real-ip",
)
_FROM_HERE = "Kald adressen localhost eller 127.0.0.1 på maskinen selv, eller lav en nøgle med token make."


def new_secret() -> str:
    """A secret of 256 bits for as long as the service runs."""
    return secrets.token_urlsafe(32)


def require_here(headers: Headers) -> None:
    """Raise `NotAllowed` for a request that was not sent on this machine to this machine."""
    host, origin = headers.getlist("host"), headers.get("origin")
    named = len(host) == 1 and _HERE.fullmatch(host[0].lower())
    same = origin is None or (named and origin.lower() == f"http://{host[0].lower()}")
    if not named or not same or any(name in headers for name in _PROXY):
        message = "Uden adgangsnøgler svarer tjenesten kun den, der har startet den, på denne maskine."
        raise NotAllowed(403, "ikke-tilladt", message, _FROM_HERE)


def is_secret(given: str, secret: str) -> bool:
    """Whether what was sent is the secret; takes as long for every wrong one."""
    return bool(secret) and hmac.compare_digest(given.encode(), secret.encode())
