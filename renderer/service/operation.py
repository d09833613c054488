"""`/healthz`, `/readyz`, `/version` and `/metrics`: what keeps the service running looks here."""

from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from renderer import __version__
from renderer.errors import ArchiveUnavailable
from renderer.service.access import Admin
from renderer.service.descriptions import HEALTH, METRICS, PROBLEMS, READY, VERSION
from renderer.service.metrics import MEDIA_TYPE
from renderer.service.problems import answer_to
from renderer.service.readiness import require_ready
from renderer.service.state import service_of
from renderer.writers.provenance import fingerprint

router = APIRouter(tags=["drift"])


@router.get("/healthz", summary="Kører programmet?", responses=HEALTH, response_class=JSONResponse)
async def live() -> Response:
    """Programmet kører."""
    return JSONResponse({"tilstand": "kører"})


@router.get("/readyz", summary="Kan tjenesten tage imod?", responses=READY, response_class=JSONResponse)
async def ready(request: Request) -> Response:
    """Tjenesten kan tage imod: Databasen svarer, runderne bliver udstedt, og der er plads på drevet.

    `mangler_værn` er de værn, som maskinens kerne ikke har.
    """
    service = service_of(request)
    try:
        await require_ready(service)
    except ArchiveUnavailable as away:
        return answer_to(away)
    return JSONResponse({"tilstand": "klar", "mangler_værn": list(service.workshop.missing_walls)})


@router.get("/version", summary="Se versionen", responses=VERSION, response_class=JSONResponse)
async def version() -> Response:
    """Programmets version og aftryk."""
    return JSONResponse({"version": __version__, "aftryk": fingerprint()})


@router.get("/metrics", summary="Hent tal til overvågning", responses={**METRICS, **PROBLEMS}, response_class=Response)
def metrics(request: Request, _caller: Admin) -> Response:
    """Tal til overvågning, i Prometheus' format."""
    return Response(service_of(request).metrics.text(), media_type=MEDIA_TYPE)
