"""`GET /v1/editions`: what was issued, found and fetched as it was issued."""

import datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import JSONResponse, Response

from renderer.archive.chain import sha256
from renderer.archive.record import IssuedEdition, Wanted
from renderer.errors import UnknownChoice
from renderer.journeys.issuing.issue import MEDIA_TYPES
from renderer.journeys.issuing.issued_json import edition_json
from renderer.service.access import Reader
from renderer.service.descriptions import EDITION, EDITIONS, ISSUED_FILE, PROBLEMS
from renderer.service.documents import disposition
from renderer.service.problems import NotAllowed
from renderer.service.state import service_of

router = APIRouter(prefix="/v1/editions", tags=["udgaver"], responses=PROBLEMS)

_LIST = "Find numrene med GET /v1/editions."
_FORMATS = "Udgavens formater står i svaret fra GET /v1/editions/{number}; json er dens data."
_LARGEST = 2**31 - 1
Number = Annotated[int, Path(ge=1, le=_LARGEST, description="Udgavens nummer i arkivet.")]


@router.get("", summary="Find udgaver", responses=EDITIONS, response_class=JSONResponse)
def list_editions(  # noqa: PLR0913, PLR0917 - each is a filter that may be given
    request: Request,
    _caller: Reader,
    case_id: Annotated[str | None, Query(max_length=100, description="Kun sagen med dette sagsid.")] = None,
    committee: Annotated[str | None, Query(max_length=200, description="Kun dette udvalg.")] = None,
    followup: Annotated[int | None, Query(ge=0, le=4, description="Kun denne opfølgning.")] = None,
    since: Annotated[datetime.date | None, Query(description="Kun udgaver dateret fra denne dag.")] = None,
    until: Annotated[datetime.date | None, Query(description="Kun udgaver dateret til og med denne dag.")] = None,
    text: Annotated[str, Query(max_length=200, description="Ord i titlen på udgaven eller et delelement.")] = "",
    after: Annotated[int, Query(ge=0, le=_LARGEST, description="Kun udgaver med højere numre.")] = 0,
    limit: Annotated[int, Query(ge=1, le=200, description="Højst så mange.")] = 100,
) -> Response:
    """Find udstedte udgaver, i rækkefølge efter deres numre."""
    archive = service_of(request).archive
    words = [_without_nul(word) for word in (case_id, committee, text)]
    numbers = archive.numbers(Wanted(words[0], words[1], followup, since, until, words[2] or ""))
    page = tuple(number for number in numbers if number > after)[:limit]
    found = archive.find(Wanted(numbers=page)) if page else []
    return JSONResponse({"antal": len(numbers), "udgaver": [edition_json(one) for one in found]})


@router.get("/{number}", summary="Se en udgave", responses=EDITION, response_class=JSONResponse)
def show_edition(request: Request, _caller: Reader, number: Number) -> Response:
    """Se alt, hvad arkivet ved om en udgave."""
    edition = _edition(request, number)
    etag = f'"{sha256(f"{edition.digest}{edition.withdrawn_at} {edition.replaced_by}".encode())}"'
    return _unchanged(request, etag) or JSONResponse(edition_json(edition), headers={"ETag": etag})


@router.get("/{number}/files/{format}", summary="Hent en fil", responses=ISSUED_FILE, response_class=Response)
def fetch_file(
    request: Request,
    _caller: Reader,
    number: Number,
    format: str = Path(max_length=16, description="pdf, docx, eller json for udgavens data."),  # noqa: A002
) -> Response:
    """Hent en fil, byte for byte som den blev udstedt."""
    archive = service_of(request).archive
    edition = _edition(request, number)
    if format == "json":
        stem = edition.files[0].name.rpartition(".")[0] if edition.files else f"udgave-{number}"
        digest, name, media_type = edition.edition_sha256, f"{stem}.json", "application/json"
    else:
        kept = next((file for file in edition.files if file.format == format), None)
        if kept is None:
            raise NotAllowed(404, "ukendt-valg", f"Udgave {number} har ingen fil i det format.", _FORMATS)
        digest, name, media_type = kept.sha256, kept.name, MEDIA_TYPES.get(format, kept.media_type)
    etag = f'"{digest}"'
    return _unchanged(request, etag) or Response(
        archive.bytes(digest), 200, {"ETag": etag, **disposition(name)}, media_type
    )


def _edition(request: Request, number: int) -> IssuedEdition:
    try:
        return service_of(request).archive.edition(number)
    except UnknownChoice as cause:
        raise NotAllowed(404, "ukendt-valg", f"Arkivet har ingen udgave med nummer {number}.", _LIST) from cause


def _unchanged(request: Request, etag: str) -> Response | None:
    given = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    return Response(status_code=304, headers={"ETag": etag}) if given & {etag, "*"} else None


def _without_nul(word: str | None) -> str | None:
    """PostgreSQL takes no NUL in a text, and no title has one."""
    return word.replace("\0", "\ufffd") if word else word
