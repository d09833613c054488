"""Tell the system that ordered a round that it is issued, or why not: one request to an address on the operator's list.

Addresses are compared by scheme, host and port, redirects are not followed, and nothing of the answer is kept. What
is told are the job's number and state, never what stands in a document.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit

import httpx

from renderer.archive.jobs import Job
from renderer.errors import WrongCall

_SECONDS = 10.0
_PORTS = {"https": 443, "http": 80}


def require_allowed(address: str, allowed: Iterable[str]) -> None:
    """Raise `WrongCall` for an address that is not at one of the allowed origins (`https://esdh.example.dk`)."""
    origin = _origin(address)
    if origin is None or origin not in {_origin(one) for one in allowed}:
        raise WrongCall(
            "Webhookens adresse står ikke på tjenestens liste.", "Bed den, der driver tjenesten, om at tilføje værten."
        )


def require_origin(word: str) -> None:
    """Raise `WrongCall` for what cannot stand on the list."""
    parts = urlsplit(word)
    if _origin(word) is None or parts.path.strip("/") or parts.query:
        raise WrongCall(f"»{word}« er ikke en vært for webhooks.", "Skriv fx https://esdh.example.dk.")


def deliver(job: Job, allowed: Iterable[str]) -> bool:
    """Tell of a finished job; whether the other system has taken it."""
    try:
        require_allowed(job.webhook, allowed)
        with httpx.Client(timeout=_SECONDS, follow_redirects=False, trust_env=False) as client:
            answer = client.post(job.webhook, json={"id": job.id, "tilstand": job.state.value})
    except (WrongCall, httpx.HTTPError, httpx.InvalidURL, ValueError):
        return False
    return answer.is_success


def _origin(address: str) -> tuple[str, str, int] | None:
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname or "@" in parts.netloc:
        return None
    return parts.scheme, parts.hostname, port
