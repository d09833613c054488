"""`POST /v1/check`, `/v1/render` and `/v1/verify`: what can be said of a case or a file at once."""

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from renderer.archive.chain import canonical, sha256
from renderer.errors import WrongCall
from renderer.findings import Stopped, any_stops, capped
from renderer.journeys.issuing.issue import MEDIA_TYPES
from renderer.journeys.jobs.round_job import finding_json
from renderer.journeys.rendering.render_order import RenderOrder
from renderer.journeys.rendering.round_content import RoundContent
from renderer.journeys.rendering.verify import verify_content
from renderer.journeys.serving.uploaded_case import check_upload, render_upload, zipped
from renderer.model.tidying import composed
from renderer.service.access import Reader, Renderer
from renderer.service.descriptions import CASE_BODY, CHECKED, FILE_BODY, PROBLEMS, RENDERED, VERIFIED
from renderer.service.problems import problem
from renderer.service.requests import answered_before, forget_request, keep_answer, sent_case, sent_file
from renderer.service.state import Service, service_of
from renderer.service.tasks import confined
from renderer.writers import WRITERS
from renderer.writers.provenance import program_fingerprint

router = APIRouter(prefix="/v1", tags=["dokumenter"], responses=PROBLEMS)

Followup = Annotated[int, Query(ge=0, le=4, description="Opfølgningens nummer; 0 er udmøntningen.")]
Committee = Annotated[str | None, Query(max_length=200, description="Kun dette udvalg; ellers hele kommunen.")]
_MEDIA_TYPES = {**MEDIA_TYPES, "html": "text/html; charset=utf-8"}
_ZIP = "application/zip"
_SAME = "Brug dem, eller udelad If-None-Match for at få dem igen."


@router.post("/check", summary="Tjek en sag", openapi_extra=CASE_BODY, responses=CHECKED, response_class=JSONResponse)
async def check(
    request: Request,
    _caller: Renderer,
    followup: Annotated[int | None, Query(ge=0, le=4, description="Kun det, der angår denne opfølgning.")] = None,
) -> Response:
    """Tjek en sag: 200 med advarsler og tip, eller 422 med alle anmærkninger, når noget skal rettes."""
    service = service_of(request)
    upload = await sent_case(request, service)
    findings = await confined(service, check_upload, upload, followup)
    if any_stops(findings):
        raise Stopped(findings, "Der er fejl i sagen.", "Ret de steder, der er nævnt som fejl, og send sagen igen.")
    return JSONResponse({"anmærkninger": [finding_json(one) for one in findings]})


@router.post("/render", summary="Dan dokumenter", openapi_extra=CASE_BODY, responses=RENDERED, response_class=Response)
async def render(
    request: Request,
    caller: Renderer,
    followup: Followup,
    format: Annotated[  # noqa: A002 - the parameter's name
        str, Query(max_length=40, description="pdf, docx eller html; flere adskilles af komma.")
    ] = "pdf",
    committee: Committee = None,
    whole_round: Annotated[bool, Query(alias="all", description="Alle udvalg og hele kommunen.")] = False,
) -> Response:
    """Dan dokumenter: filen selv, eller en zip-fil med manifest.json, når der er flere."""
    service = service_of(request)
    order = _order(followup, format, committee, whole_round)
    upload = await sent_case(request, service)
    digest = _digest(order, upload.content)
    etag = f'"{digest}"'
    if etag in _tags(request.headers.get("if-none-match", "")):
        # RFC 9110, 13.1.2: 304 is for GET and HEAD; for other methods the condition has failed.
        return problem(412, "uændret", "Dokumenterne er de samme, som du har.", _SAME, headers={"ETag": etag})
    before = await answered_before(request, service, caller, digest)
    if before:
        return before
    try:
        content = RoundContent(*await confined(service, render_upload, upload, order))
        response = await run_in_threadpool(_answer, content, etag)
    except BaseException:
        await forget_request(request, service, caller)
        raise
    _count(service, content)
    await keep_answer(request, service, caller, response)
    return response


@router.post(
    "/verify", summary="Efterprøv en PDF-fil", openapi_extra=FILE_BODY, responses=VERIFIED, response_class=JSONResponse
)
async def verify(request: Request, _caller: Reader) -> Response:
    """Efterprøv en PDF-fil: Dan den igen af dens egne kildedata, og sig, om arkivet har den."""
    service = service_of(request)
    content = await sent_file(request, service)
    verification = await confined(service, verify_content, "fil.pdf", content)
    numbers = await run_in_threadpool(service.archive.holding, sha256(content))
    findings = [finding_json(one) for one in capped(verification.findings)]
    return JSONResponse({"resultat": verification.verdict.value, "udgaver": numbers, "anmærkninger": findings})


def _order(followup: int, formats: str, committee: str | None, whole_round: bool) -> RenderOrder:
    names = tuple(dict.fromkeys(name.strip().lower() for name in formats.split(",") if name.strip()))
    if not names or not set(names) <= set(WRITERS):
        raise WrongCall("Formatet findes ikke.", f"Vælg blandt: {', '.join(WRITERS)}.")
    if committee and whole_round:
        raise WrongCall("»committee« og »all« kan ikke bruges sammen.", "Brug kun den ene af dem.")
    return RenderOrder(followup, composed(committee) if committee else None, whole_round, names)


def _digest(order: RenderOrder, content: bytes) -> str:
    """Stands for the data, the order and everything of the program that shapes the answer."""
    shape = [program_fingerprint(), order.followup, order.committee, order.whole_round, list(order.formats)]
    return sha256(canonical([*shape, sha256(content)]).encode("utf-8", "surrogatepass"))


def _tags(header: str) -> set[str]:
    return {tag.strip().removeprefix("W/") for tag in header.split(",")}


def _answer(content: RoundContent, etag: str) -> Response:
    headers = {"ETag": etag, "Aftalerapport-Findings": str(len(content.findings))}
    if len(content.files) == 1:
        [(name, file)] = content.files.items()
        return Response(file, 200, headers | disposition(name), _MEDIA_TYPES[name.rpartition(".")[2]])
    manifest = canonical(manifest_of(content)).encode()
    return Response(
        zipped({"manifest.json": manifest, **content.files}), 200, headers | disposition("dokumenter.zip"), _ZIP
    )


def manifest_of(content: RoundContent) -> dict[str, Any]:
    """What is in a zip: each file with its SHA-256, and the findings that stood."""
    files = [{"navn": name, "sha256": sha256(file), "byte": len(file)} for name, file in content.files.items()]
    return {"filer": files, "anmærkninger": [finding_json(one) for one in content.findings]}


def disposition(name: str) -> dict[str, str]:
    """The header that names a file to be saved (RFC 6266)."""
    return {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}


def _count(service: Service, content: RoundContent) -> None:
    for name in content.files:
        service.metrics.files.labels(name.rpartition(".")[2]).inc()
