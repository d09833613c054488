"""What the OpenAPI description says of bodies and answers that FastAPI cannot see in a signature."""

from typing import Any

from renderer.journeys.schema import case_schema
from renderer.service.requests import RoundOrder

Responses = dict[int | str, dict[str, Any]]
_REF = "#/components/schemas/"
_BINARY = {"type": "string", "format": "binary"}
_TEXT = {"type": "string"}
_FINDINGS = {"type": "array", "items": {"$ref": f"{_REF}Anmaerkning"}}


def _object(**fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields)}


def _json(schema: dict[str, Any], about: str, status: int = 200) -> Responses:
    return {status: {"description": about, "content": {"application/json": {"schema": schema}}}}


def _form(fields: dict[str, Any]) -> dict[str, Any]:
    return {"schema": {"type": "object", "properties": fields, "required": list(fields)}}


_FINDING = _object(**dict.fromkeys(("kode", "alvor", "sted", "tekst", "råd", "pointer"), _TEXT))
_PROBLEM = _object(
    type=_TEXT, title=_TEXT, status={"type": "integer"}, detail=_TEXT, kode=_TEXT, råd=_TEXT, anmærkninger=_FINDINGS
)
_EDITION = {"type": "object", "required": ["nummer", "version", "tilstand", "titel", "sagsid", "filer", "kontrolsum"]}
_JOB = _object(
    id=_TEXT,
    tilstand={"type": "string", "enum": ["venter", "i gang", "færdig", "afvist"]},
    bestilt=_TEXT,
    færdig={"type": ["string", "null"]},
    udgaver={"type": "array", "items": {"type": "integer"}},
    afvist={"type": ["object", "null"]},
)
_MORE = {
    400: "Det sendte kan ikke læses.",
    401: "Adgangsnøgle mangler.",
    403: "Adgangsnøglen åbner ikke for dette.",
    404: "Findes ikke.",
    408: "Det tog for længe.",
    409: "I modstrid med noget tidligere.",
    412: "Dokumenterne er uændrede.",
    413: "For stort, for langvarigt eller for krævende.",
    415: "Forkert slags indhold.",
    422: "Bestillingen eller sagen har fejl; hver af dem er nævnt.",
    500: "Fejl i tjenesten.",
    503: "Optaget; prøv igen efter Retry-After sekunder.",
}
PROBLEMS: Responses = {
    status: {"description": about, "content": {"application/problem+json": {"schema": {"$ref": f"{_REF}Problem"}}}}
    for status, about in _MORE.items()
}
CHECKED = _json(_object(anmærkninger=_FINDINGS), "Sagen har ingen fejl; advarslerne er nævnt.")
RENDERED: Responses = {
    200: {
        "description": "Filen, eller en zip-fil med manifest.json.",
        "headers": {
            "ETag": {"schema": _TEXT, "description": "Aftryk af data og skabeloner."},
            "Aftalerapport-Findings": {"schema": _TEXT, "description": "Antallet af advarsler."},
        },
        "content": {
            media_type: {"schema": _BINARY}
            for media_type in (
                "application/pdf",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "text/html",
                "application/zip",
            )
        },
    }
}
VERIFIED = _json(
    _object(resultat=_TEXT, udgaver={"type": "array", "items": {"type": "integer"}}, anmærkninger=_FINDINGS),
    "Hvad efterprøvningen viste, og numrene på de udgaver i arkivet, som har filen.",
)
ORDERED = _json(_JOB, "Bestilt.", 202)
JOB = _json(_JOB, "Opgaven.")
EDITIONS = _json(
    _object(antal={"type": "integer"}, udgaver={"type": "array", "items": {"$ref": f"{_REF}Udgave"}}),
    "Udgaverne, og hvor mange der er i alt.",
)
_NOT_CHANGED: dict[str, Any] = {"description": "Uændret siden det ETag, der blev sendt."}
EDITION: Responses = {**_json({"$ref": f"{_REF}Udgave"}, "Udgaven."), 304: _NOT_CHANGED}
ISSUED_FILE: Responses = {
    200: {
        "description": "Filen.",
        "content": {
            media_type: {"schema": _BINARY}
            for media_type in (
                "application/pdf",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "application/json",
            )
        },
    },
    304: _NOT_CHANGED,
}
_STATE = _object(tilstand=_TEXT)
HEALTH = _json(_STATE, "Programmet kører.")
READY: Responses = {**_json(_STATE, "Klar."), 503: PROBLEMS[503]}
VERSION = _json(_object(version=_TEXT, aftryk=_TEXT), "Version og aftryk.")
METRICS: Responses = {200: {"description": "Tal.", "content": {"text/plain": {"schema": _TEXT}}}}

_IDEMPOTENCY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "schema": {"type": "string", "maxLength": 200, "pattern": "^[!-~]*$"},
    "description": "Samme nøgle giver samme svar; en anden bestilling under samme nøgle afvises.",
}
CASE_BODY: dict[str, Any] = {
    "parameters": [_IDEMPOTENCY],
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": {"$ref": f"{_REF}Case"}},
            "multipart/form-data": _form({"case": {**_BINARY, "description": "En zippet sagsmappe, eller JSON."}}),
        },
    },
}
FILE_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/pdf": {"schema": _BINARY}, "multipart/form-data": _form({"file": _BINARY})},
    }
}
ROUND_BODY: dict[str, Any] = {
    "parameters": [_IDEMPOTENCY],
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": {"$ref": f"{_REF}Runde"}},
            "multipart/form-data": _form(
                {"case": _BINARY, "order": {"type": "string", "description": "Bestillingens felter som JSON."}}
            ),
        },
    },
}


def schemas() -> dict[str, Any]:
    """The schemas that the descriptions refer to, the case's own among them."""
    case = case_schema()
    parts: dict[str, Any] = case.pop("$defs")
    case.pop("$schema")
    order = RoundOrder.model_json_schema(by_alias=True)
    order["properties"]["sag"] = {"$ref": f"{_REF}Case"}
    order["required"] = ["sag", *order["required"]]
    own = {"Case": case, "Runde": order, "Problem": _PROBLEM, "Anmaerkning": _FINDING, "Udgave": _EDITION}
    referring: dict[str, Any] = _referring({**parts, **own})
    return referring


def _referring(value: Any) -> Any:
    """The same with references into the description instead of into the schema."""
    if isinstance(value, dict):
        return {
            name: part.replace("#/$defs/", _REF) if name == "$ref" and isinstance(part, str) else _referring(part)
            for name, part in value.items()
        }
    return [_referring(part) for part in value] if isinstance(value, list) else value
