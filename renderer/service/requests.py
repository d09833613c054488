"""What a request holds: the case it sends, the order it gives, and the answer it got before."""

from typing import Any

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from renderer.archive.chain import sha256
from renderer.archive.kept_answers import Answer
from renderer.errors import UnreadableFile, WrongCall
from renderer.journeys.serving.round_order import RoundOrder
from renderer.journeys.serving.sent_body import FORM, form_field, round_in_form, round_in_json
from renderer.journeys.serving.uploaded_case import Upload
from renderer.service.access import Caller
from renderer.service.problems import NotAllowed
from renderer.service.state import Service
from renderer.service.tasks import confined

_KEY_HEADER = "idempotency-key"
_LONGEST_KEY = 200
_KEPT_HEADERS = ("content-type", "content-disposition", "etag", "location", "aftalerapport-findings")


async def sent_case(request: Request, service: Service) -> Upload:
    """The case of a request: a JSON body, or the multipart field `case`."""
    service.workshop.require_room()
    body = await _body(request)
    if _media_type(request) == FORM:
        body = await confined(service, form_field, _content_type(request), body, "case")
    return _upload(service, body)


async def sent_round(request: Request, service: Service, asked: dict[str, Any]) -> tuple[Upload, RoundOrder]:
    """The case and the order of a round: one JSON body, or the form fields `case` and, unless `asked` is all, `order`.

    `asked` is what the address says, by the order's Danish names.
    """
    service.workshop.require_room()
    body = await _body(request)
    if _media_type(request) == FORM:
        sent = await confined(service, round_in_form, _content_type(request), body, asked)
    else:
        sent = await confined(service, round_in_json, body, asked)
    return _upload(service, sent.case), sent.order


async def sent_file(request: Request, service: Service) -> bytes:
    """The file of a request: the body itself, or the multipart field `file`."""
    body: bytes = await request.body()
    if _media_type(request) == FORM:
        return await confined(service, form_field, _content_type(request), body, "file")
    return body


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
    return Upload(content, service.settings.most_items, service.settings.most_pages)


async def _body(request: Request) -> bytes:
    if _media_type(request) not in {FORM, "application/json", ""}:
        message = "Sagen er sendt som en slags indhold, der ikke kan læses."
        raise NotAllowed(415, "forkert-indhold", message, "Send den som JSON eller som filen »case« i en formular.")
    body: bytes = await request.body()
    if not body:
        raise UnreadableFile("Der er ikke sendt noget.", "Send sagen i anmodningens indhold.")
    return body


def _media_type(request: Request) -> str:
    return _content_type(request).partition(";")[0].strip().lower()


def _content_type(request: Request) -> str:
    given: str = request.headers.get("content-type", "")
    return given
