"""The JSON Schema of the data, generated from the model with its Danish descriptions."""

from typing import Any

from renderer.model.case import Case

_TITLE = "Aftalerapport: en sag"
_ABOUT = (
    "En aftale med dens opfølgninger. »aftale« er indholdet af aftale.yaml, »opfølgninger« er listen af "
    "opfoelgning-N.yaml, og »undtagelser« er listen i tjek.yaml. Alle værdier er tekster."
)


def case_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a whole case in the shape of the data files."""
    schema = Case.model_json_schema(by_alias=True, mode="validation")
    named = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return named | {"title": _TITLE, "description": _ABOUT}
