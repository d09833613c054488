"""Who may come in: bearer tokens with scopes (RFC 6750), each use written down before anything is done."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from renderer.archive.tokens import Scope, Use
from renderer.service.client_address import client_address
from renderer.service.problems import NotAllowed
from renderer.service.state import Service, service_of
from renderer.service.this_machine import is_secret, require_here

_BEARER = HTTPBearer(auto_error=False, description="En adgangsnøgle, lavet med aftalerapport token make.")
_COME_IN = (
    "Send nøglen i feltet Authorization: ordet Bearer, et mellemrum og nøglen. "
    "Har systemet ingen, eller er den spærret, så bed den, der driver tjenesten, om en ny."
)
_ASK = "Bed den, der driver tjenesten, om en nøgle med rettigheden »{0}«."
_TOO_MANY = "Der er kommet for mange kald uden gyldig adgangsnøgle fra denne adresse."
_WAIT = "Send en gyldig nøgle, eller vent det antal sekunder, der står i Retry-After."
_LONGEST_PATH = 300
_log = logging.getLogger("aftalerapport.service")


@dataclass(frozen=True)
class Caller:
    """Who has sent the request: the number and name of a token; 0 and empty where the service has none."""

    number: int
    name: str
    scopes: frozenset[Scope]

    def signs(self, person: str) -> str:
        """The name that stands in the archive: the person and the system that ordered for them."""
        return f"{person} ({self.name})" if self.name else person


def admitted(scope: Scope) -> Callable[..., Caller]:
    """A dependency that gives the caller where a token opens `scope`, and refuses the request otherwise."""

    def admit(
        request: Request, given: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)] = None
    ) -> Caller:
        service = service_of(request)
        caller = _caller(service, request, given, scope)
        request.state.token = caller.name
        if scope not in caller.scopes:
            raise NotAllowed(403, "ikke-tilladt", f"Adgangsnøglen åbner ikke for »{scope.value}«.", _ASK.format(scope))
        return caller

    return admit


def _caller(service: Service, request: Request, given: HTTPAuthorizationCredentials | None, scope: Scope) -> Caller:
    if given and is_secret(given.credentials, service.local_secret) and not service.tokens.ever():
        require_here(request.headers)
        return Caller(0, "", frozenset(Scope))
    client = client_address(request, service.settings.proxies)
    # PostgreSQL takes no NUL in a text; and no address of ours is long.
    path = request.url.path.replace("\0", "\ufffd")[:_LONGEST_PATH]
    use = Use(service.clock(), request.method, path, request.state.number, client)
    # Looking up goes on where nothing can be written, and the log of requests still has it.
    unwritten = _tell_unwritten if scope is Scope.READ else None
    token = service.tokens.admit(given.credentials, use, unwritten=unwritten) if given else None
    if token is None:
        service.metrics.refused.inc()
        if wait := service.attempts.wait(client):
            raise NotAllowed(429, "for-mange-forsøg", _TOO_MANY, _WAIT, {"Retry-After": str(wait)})
        _log.warning("refused", extra={"event": "refused", "request": request.state.number, "address": client})
        challenge = {"WWW-Authenticate": 'Bearer realm="aftalerapport"'}
        raise NotAllowed(401, "adgang-mangler", "Der er ikke sendt en gyldig adgangsnøgle.", _COME_IN, challenge)
    return Caller(token.number, token.name, token.scopes)


def _tell_unwritten() -> None:
    _log.warning("use not written", extra={"event": "use-not-written"})


Reader = Annotated[Caller, Depends(admitted(Scope.READ))]
Renderer = Annotated[Caller, Depends(admitted(Scope.RENDER))]
Issuer = Annotated[Caller, Depends(admitted(Scope.ISSUE))]
Admin = Annotated[Caller, Depends(admitted(Scope.ADMIN))]
