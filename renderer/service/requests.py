"""What a request holds: the case it sends, the order it gives, and the answer it got before."""

import json
from typing import Any

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import Response

from renderer.archive.chain import sha256
from renderer.archive.kept_answers import Answer
from renderer.errors import UnreadableFile, WrongCall
from renderer.journeys.serving.uploaded_case import Kind, Upload, kind_of
from renderer.service.access import Caller
from renderer.service.problems import NotAllowed
from renderer.service.round_order import RoundOrder, round_order
from renderer.service.state import Service

_FORM = "multipart/form-data"
_KEY_HEADER = "idempotency-key"
_LONGEST_KEY = 200
_KEPT_HEADERS = ("content-type", "content-disposition", "etag", "location", "aftalerapport-findings")


async def sent_case(request: Request, service: Service) -> Upload:
    """The case of a request: a JSON body, or the multipart field `case`."""
    service.workshop.require_room()
    content = await _body_or_field(request, "case")
    return await run_in_threadpool(_upload, service, content)


async def sent_round(request: Request, service: Service, asked: dict[str, Any]) -> tuple[Upload, RoundOrder]:
    """The case and the order of a round: one JSON body, or the form fields `case` and, unless `asked` is all, `order`.

    `asked` is what the address says, by the order's Danish names.
    """
    if _media_type(request) == _FORM:
        content, order = await _fields(request, "case", optional="order")
        upload = await run_in_threadpool(_upload, service, content)
        return upload, round_order(await run_in_threadpool(_json, order) if order else {}, asked)
    body = await _body_or_field(request, "case")
    return await run_in_threadpool(_taken_apart, service, body, asked)


async def sent_file(request: Request) -> bytes:
    """The file of a request: the body itself, or the multipart field `file`."""
    return (await _fields(request, "file"))[0] if _media_type(request) == _FORM else await request.body()


async def answered_before(request: Request, service: Service, caller: Caller, digest: str) -> Response | None:
    """The answer that was given under this request's key, or `None`: then this request is the one that is answered."""
    key = _key(request)
    if not key:
        return None
    now = service.clock()
    answer = await run_in_threadpool(service.answers.begin, caller.number, key, sha256(digest.encode()), now)
    return Response(answer.body, answer.status, dict(answer.headers)) if answer else None


async def keep_answer(request: Request, service: Service, caller: Caller, response: Response) -> None:
    """Keep an answer under the request's key, if it has one."""
    if key := _key(request):
        headers = {name: value for name, value in response.headers.items() if name in _KEPT_HEADERS}
        answer = Answer(response.status_code, headers, bytes(response.body))
        await run_in_threadpool(service.answers.keep, caller.number, key, answer)


async def forget_request(request: Request, service: Service, caller: Caller) -> None:
    """Let the same request be sent again."""
    if key := _key(request):
        await run_in_threadpool(service.answers.forget, caller.number, key)


def _key(request: Request) -> str:
    key: str = request.headers.get(_KEY_HEADER, "").strip()
    if len(key) > _LONGEST_KEY:
        raise WrongCall("Idempotency-Key er for lang.", f"Den må højst have {_LONGEST_KEY} tegn.")
    return key


def _upload(service: Service, content: bytes) -> Upload:
    settings = service.settings
    return Upload(kind_of(content), content, settings.most_items, settings.most_pages)


def _taken_apart(service: Service, body: bytes, asked: dict[str, Any]) -> tuple[Upload, RoundOrder]:
    said = _json(body)
    case = said.pop("sag", None)
    if not isinstance(case, dict):
        raise WrongCall("Feltet »sag« mangler.", "Send sagen i feltet »sag« ved siden af bestillingens felter.")
    upload = Upload(Kind.JSON, json.dumps(case).encode(), service.settings.most_items, service.settings.most_pages)
    return upload, round_order(said, asked)


def _json(text: bytes) -> dict[str, Any]:
    try:
        # Numbers stay the texts that stand there, as the case's own reader takes them.
        said = json.loads(text, parse_int=str, parse_float=str)
    except (ValueError, RecursionError) as cause:
        raise UnreadableFile("Indholdet er ikke gyldig JSON.", "Send bestillingen som JSON.") from cause
    if not isinstance(said, dict):
        raise UnreadableFile("Indholdet er ikke en gruppe af felter.", "Send bestillingen som et JSON-objekt.")
    return said


async def _body_or_field(request: Request, name: str) -> bytes:
    media_type = _media_type(request)
    if media_type == _FORM:
        return (await _fields(request, name))[0]
    if media_type not in {"application/json", ""}:
        message = "Sagen er sendt som en slags indhold, der ikke kan læses."
        raise NotAllowed(415, "forkert-indhold", message, f"Send den som JSON eller som filen »{name}« i en formular.")
    body: bytes = await request.body()
    if not body:
        raise UnreadableFile("Der er ikke sendt noget.", "Send sagen i anmodningens indhold.")
    return body


def _media_type(request: Request) -> str:
    given: str = request.headers.get("content-type", "")
    return given.partition(";")[0].strip().lower()


async def _fields(request: Request, *names: str, optional: str = "") -> list[bytes]:
    """What stands in these fields of a form, and last in the optional one. Raises `WrongCall` where one is missing."""
    found = []
    async with request.form(max_files=2, max_fields=4, max_part_size=1_000_000) as form:
        for name in (*names, *([optional] if optional else [])):
            field = form.get(name, "" if name == optional else None)
            if field is None:
                hint = "Se i OpenAPI-beskrivelsen, hvad der skal sendes."
                raise WrongCall(f"Formularen mangler feltet »{name}«.", hint)
            content = await field.read() if isinstance(field, UploadFile) else field.encode("utf-8", "replace")
            found.append(content)
    return found
