"""What the OpenAPI description says of bodies and answers that FastAPI cannot see in a signature."""

from typing import Any

from renderer.journeys.schema import case_schema
from renderer.journeys.serving.round_order import RoundOrder
from renderer.service import answers

Responses = dict[int | str, dict[str, Any]]
_REF = "#/components/schemas/"
_BINARY = {"type": "string", "format": "binary"}
_TEXT = {"type": "string"}


def _json(schema: dict[str, Any], about: str, status: int = 200) -> Responses:
    return {status: {"description": about, "content": {"application/json": {"schema": schema}}}}


def _form(fields: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"schema": {"type": "object", "properties": {**fields, **(optional or {})}, "required": list(fields)}}


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
    429: "For mange forsøg uden en gyldig nøgle; prøv igen efter Retry-After sekunder.",
    500: "Fejl i tjenesten.",
    503: "Optaget; prøv igen efter Retry-After sekunder.",
}
PROBLEMS: Responses = {
    status: {"description": about, "content": {"application/problem+json": {"schema": {"$ref": f"{_REF}Problem"}}}}
    for status, about in _MORE.items()
}
CHECKED = _json(answers.CHECKED, "Sagen har ingen fejl; advarsler og tip er nævnt.")
RENDERED: Responses = {
    200: {
        "description": "Filen, eller en zip-fil, hvis manifest.json er et Manifest.",
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
VERIFIED = _json(answers.VERIFIED, "Hvad efterprøvningen viste, og numrene på de udgaver i arkivet, som har filen.")
ORDERED = _json(answers.JOB, "Bestilt.", 202)
JOB = _json(answers.JOB, "Opgaven.")
EDITIONS = _json(answers.EDITIONS, "Udgaverne, og hvor mange der er i alt.")
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
HEALTH = _json(answers.STATE, "Programmet kører.")
READY: Responses = {**_json(answers.READY, "Klar."), 503: PROBLEMS[503]}
VERSION = _json(answers.VERSION, "Version og aftryk.")
METRICS: Responses = {200: {"description": "Tal.", "content": {"text/plain": {"schema": _TEXT}}}}

_CASE_FILE = {**_BINARY, "description": "En zippet sagsmappe, sagen som regneark (.xlsx) eller JSON."}
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
            "multipart/form-data": _form({"case": _CASE_FILE}),
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
                {"case": _CASE_FILE},
                {
                    "order": {
                        "type": "string",
                        "description": "Bestillingens felter som JSON; kan stå i adressen i stedet.",
                    }
                },
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
    order["required"] = ["sag"]
    order["description"] = (
        "Hvad der skal udstedes, af hvem, og hvilke advarsler der er accepteret. »opfølgning« og »af« skal være der, "
        "her eller i adressen (»followup« og »by«)."
    )
    own = {
        "Case": case,
        "Runde": order,
        "Problem": answers.PROBLEM,
        "Anmaerkning": answers.FINDING,
        "Udgave": answers.EDITION,
        "Manifest": answers.MANIFEST,
    }
    referring: dict[str, Any] = _referring({**parts, **own})
    return referring


def _referring(value: Any) -> Any:
    """The same with references into the description instead of into the schema, and without titles.

    What pydantic gives as a title is the name of a class or of a field once more.
    """
    if isinstance(value, dict):
        return {
            name: part.replace("#/$defs/", _REF) if name == "$ref" and isinstance(part, str) else _referring(part)
            for name, part in value.items()
            if not (name == "title" and isinstance(part, str))
        }
    return [_referring(part) for part in value] if isinstance(value, list) else value
