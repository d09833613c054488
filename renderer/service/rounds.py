"""`POST /v1/rounds` and `GET /v1/jobs/{id}`: rounds are issued by workers; who ordered one asks, or is told."""

import uuid
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response

from renderer.archive.chain import canonical, sha256
from renderer.archive.job_rows import NUMBERS, UNCHANGED
from renderer.archive.jobs import Job
from renderer.archive.payload import moment
from renderer.archive.tokens import Scope
from renderer.errors import UnknownChoice
from renderer.journeys.jobs.webhook import require_allowed
from renderer.journeys.jobs.work import announcing
from renderer.journeys.serving.round_order import ADDRESS_NAMES, RoundOrder
from renderer.journeys.serving.uploaded_case import Upload
from renderer.service.access import Caller, Issuer
from renderer.service.descriptions import JOB, ORDERED, PROBLEMS, ROUND_BODY
from renderer.service.documents import Committee
from renderer.service.problems import NotAllowed, round_hint
from renderer.service.requests import answered_before, forget_request, keep_answer, sent_round
from renderer.service.state import Service, service_of

router = APIRouter(prefix="/v1", tags=["runder"], responses=PROBLEMS)

_OWN_JOBS = "Brug det id, som svaret på bestillingen gav. En nøgle ser kun de opgaver, den selv har bestilt."
_Followup = Annotated[int | None, Query(ge=0, le=4, description="Det samme som »opfølgning« i bestillingen.")]
_Whole = Annotated[bool | None, Query(alias="all", description="Det samme som »alle« i bestillingen.")]
_By = Annotated[str | None, Query(max_length=2_000, description="Det samme som »af« i bestillingen.")]
_Reason = Annotated[str | None, Query(max_length=2_000, description="Det samme som »begrundelse« i bestillingen.")]


@router.post(
    "/rounds",
    status_code=202,
    summary="Bestil en runde",
    openapi_extra=ROUND_BODY,
    responses=ORDERED,
    response_class=JSONResponse,
)
async def order_round(
    request: Request,
    caller: Issuer,
    followup: _Followup = None,
    by: _By = None,
    committee: Committee = None,
    whole_round: _Whole = None,
    reason: _Reason = None,
) -> Response:
    """Bestil en udstedelse: Udgaverne dannes og gemmes i arkivet, alle eller ingen. Svaret er opgavens nummer."""
    service = service_of(request)
    given = dict(zip(ADDRESS_NAMES, (followup, by, committee, whole_round, reason), strict=True))
    asked = {name: value for name, value in given.items() if value is not None}
    upload, order = await sent_round(request, service, asked)
    if order.webhook:
        require_allowed(order.webhook, service.settings.webhooks)
    digest = sha256(canonical([order.model_dump(), sha256(upload.content)]).encode())
    before = await answered_before(request, service, caller, digest)
    if before:
        return before
    try:
        job = await run_in_threadpool(_add, service, caller, upload, order, (_number(caller, request), digest))
    except BaseException:
        await forget_request(request, service, caller)
        raise
    response = JSONResponse(job_json(job), 202, {"Location": f"/v1/jobs/{job.id}"})
    await keep_answer(request, service, caller, response)
    return response


@router.get("/jobs/{id}", summary="Se en opgave", responses=JOB, response_class=JSONResponse)
def find_job(
    request: Request,
    caller: Issuer,
    id: str = Path(max_length=36, description="Opgavens nummer."),  # noqa: A002
) -> Response:
    """Se, hvor langt en opgave er, og hvad den er endt med."""
    service = service_of(request)
    try:
        job = service.jobs.find(id) if id.isprintable() and id.isascii() else None
    except UnknownChoice:
        job = None
    if job is None or (job.owner != caller.number and Scope.ADMIN not in caller.scopes):
        raise NotAllowed(404, "ukendt-valg", "Der er ingen opgave med det nummer.", _OWN_JOBS)
    return JSONResponse(job_json(job))


def job_json(job: Job) -> dict[str, Any]:
    """A job with Danish keys; `udgaver` are the numbers it issued, `afvist` says why it could not.

    `uændrede` are the numbers of the editions that it passed over, because they stand as they were issued before.
    """
    result = job.result or {}
    return {
        "id": job.id,
        "tilstand": job.state.value,
        "bestilt": job.made_at,
        "færdig": job.finished_at or None,
        "udgaver": result.get(NUMBERS, []),
        "uændrede": result.get(UNCHANGED, []),
        "afvist": {**result, "råd": round_hint(result["kode"], result["råd"])} if "kode" in result else None,
    }


def _add(service: Service, caller: Caller, upload: Upload, order: RoundOrder, known: tuple[str, str]) -> Job:
    """Add the job that is `known` by its number and the digest of the whole order."""
    said = order.model_dump(exclude={"webhook"})
    number, digest = known
    job = Job(
        id=number,
        digest=digest,
        owner=caller.number,
        order=said | {"by": caller.signs(order.by.strip())},
        content=upload.content,
        webhook=order.webhook,
        made_at=moment(service.clock()),
    )
    return service.jobs.add(job, service.settings.most_jobs, announcing(service.archive.engine))


def _number(caller: Caller, request: Request) -> str:
    """The job's number; it follows from the key where there is one, so that no accident orders a round twice."""
    key = request.headers.get("idempotency-key", "").strip()
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:aftalerapport:{caller.number}:{key}") if key else uuid.uuid4())
