"""Errors as `application/problem+json` (RFC 9457), in Danish, with every finding and its JSON Pointer."""

import json
import logging
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from renderer.errors import (
    AftalerapportError,
    ArchiveUnavailable,
    Busy,
    InputError,
    KeyUsed,
    LimitExceeded,
    ReasonNeeded,
    UnknownChoice,
    UnreadableFile,
    WrongCall,
)
from renderer.findings import Stopped
from renderer.journeys.jobs.round_job import finding_json

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 2

_STATUS: tuple[tuple[type[AftalerapportError], HTTPStatus], ...] = (
    (Stopped, HTTPStatus.UNPROCESSABLE_ENTITY),
    (UnreadableFile, HTTPStatus.BAD_REQUEST),
    (LimitExceeded, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (KeyUsed, HTTPStatus.CONFLICT),
    (ReasonNeeded, HTTPStatus.CONFLICT),
    (UnknownChoice, HTTPStatus.UNPROCESSABLE_ENTITY),
    (WrongCall, HTTPStatus.UNPROCESSABLE_ENTITY),
    (InputError, HTTPStatus.BAD_REQUEST),
    (Busy, HTTPStatus.SERVICE_UNAVAILABLE),
    (ArchiveUnavailable, HTTPStatus.SERVICE_UNAVAILABLE),
)
_TITLES = {
    400: "Det sendte kan ikke læses",
    401: "Adgangsnøgle mangler",
    403: "Ikke tilladt",
    404: "Findes ikke",
    405: "Metoden kan ikke bruges her",
    408: "Det tog for længe",
    409: "I modstrid med noget tidligere",
    412: "Uændret",
    413: "For stort",
    415: "Forkert slags indhold",
    422: "Bestillingen kan ikke udføres",
    500: "Fejl i tjenesten",
    429: "For mange forsøg",
    503: "Optaget lige nu",
}
_DETAILS = {
    400: "Anmodningen kan ikke læses.",
    404: "Der er ikke noget på denne adresse.",
    405: "Adressen findes, men ikke med denne metode.",
}
# Hints of the command line name its options; other systems have fields instead.
_HINTS = {
    "begrundelse-mangler": "Skriv i feltet »begrundelse«, hvorfor udgaven udstedes igen.",
    "anmærkninger-stopper": "Ret de steder, der er nævnt, og send sagen igen.",
}
_ROUND_HINTS = {
    **_HINTS,
    "anmærkninger-stopper": "Ret de steder, der er nævnt, eller skriv advarslernes koder i feltet »accepterede«, og "
    "bestil runden igen.",
}
_log = logging.getLogger("aftalerapport.service")


class NotAllowed(Exception):
    """The request is refused with this status before anything is done; `headers` go with the answer."""

    def __init__(self, status: int, code: str, detail: str, hint: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail, self.hint = status, code, detail, hint
        self.headers = headers or {}


def problem(
    status: int,
    code: str,
    detail: str,
    hint: str = "",
    findings: Sequence[dict[str, str]] = (),
    headers: dict[str, str] | None = None,
) -> Response:
    """An answer that says what is wrong and what to do."""
    said: dict[str, Any] = {
        "type": f"urn:aftalerapport:{code}",
        "title": _TITLES.get(status, HTTPStatus(status).phrase),
        "status": int(status),
        "detail": detail,
        "kode": code,
        "råd": hint,
        "anmærkninger": list(findings),
    }
    body = json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, status, headers, MEDIA_TYPE)


def answer_to(error: AftalerapportError) -> Response:
    """The answer to what a journey raised."""
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR)
    findings = [finding_json(one) for one in error.findings] if isinstance(error, Stopped) else []
    headers = {"Retry-After": str(RETRY_SECONDS)} if status == HTTPStatus.SERVICE_UNAVAILABLE else {}
    if status == HTTPStatus.INTERNAL_SERVER_ERROR:
        _log.error("failed", extra={"event": "failed", "code": error.code})
    return problem(status, error.code, error.message, _HINTS.get(error.code, error.hint), findings, headers)


def round_hint(code: str, hint: str) -> str:
    """What to do about a round that was refused, said to the system that ordered it."""
    return _ROUND_HINTS.get(code, hint)


def answer_problems(app: FastAPI) -> None:
    """Let an app answer every error as a problem."""
    app.add_exception_handler(AftalerapportError, _ours)
    app.add_exception_handler(NotAllowed, _not_allowed)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


def field_findings(errors: Sequence[Any]) -> list[dict[str, str]]:
    """What pydantic objects to in the fields of a request, as findings."""
    return [_field_finding(error) for error in errors]


async def _ours(_request: Request, error: Exception) -> Response:
    assert isinstance(error, AftalerapportError)
    return answer_to(error)


async def _not_allowed(_request: Request, error: Exception) -> Response:
    assert isinstance(error, NotAllowed)
    return problem(error.status, error.code, error.detail, error.hint, headers=error.headers)


async def _invalid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    findings = field_findings(error.errors())
    return problem(422, "forkert-kald", "Bestillingen er ikke skrevet rigtigt.", _WAY_OUT, findings)


async def _http(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    headers = dict(error.headers or {})
    detail = _DETAILS.get(error.status_code, _DETAILS[400])
    return problem(error.status_code, "forkert-kald", detail, _WAY_OUT, headers=headers)


async def _unforeseen(_request: Request, error: Exception) -> Response:
    _log.error("unforeseen", extra={"event": "unforeseen", "type": type(error).__name__})
    return problem(500, "fejl", "Der skete en fejl i tjenesten.", "Send tidspunktet til dem, der driver Aftalerapport.")


_ADVICE = dict.fromkeys(("followup", "opfølgning"), "Skriv et tal fra 0 til 4; 0 er udmøntningen.")
_WAY_OUT = "Se i tjenestens OpenAPI-beskrivelse (/openapi.json), hvad der kan stå."


def _field_finding(error: Any) -> dict[str, str]:
    path = [str(part) for part in error["loc"] if part not in {"query", "path", "header", "body"}]
    name = path[-1] if path else ""
    advice = _WAY_OUT
    match error["type"]:
        case "missing":
            code, text = "felt-mangler", f"»{name}« mangler."
        case "extra_forbidden":
            code, text = "ukendt-felt", f"»{name}« findes ikke her."
        case _:
            code, text = "ukendt-værdi", f"Værdien af »{name}« kan ikke bruges."
            advice = _ADVICE.get(name, _WAY_OUT)
    pointer = "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in path)
    return {"kode": code, "alvor": "fejl", "sted": name, "tekst": text, "råd": advice, "pointer": pointer}
