"""Real answers hold what the description says, field for field: nothing more, and nothing less."""

import dataclasses
import io
import json
import zipfile
from typing import Any

import pytest

from renderer.archive.record import Origin
from renderer.journeys.issuing.issued_json import edition_json
from tests.service.cases import case, without_a_status, wrong_case
from tests.service.running import Client, bearer
from tests.service.test_openapi import written
from tests.service.test_rounds import finished, ordered

ISSUE, READ, RENDER = bearer("issue"), bearer("read"), bearer("render")
DESCRIPTION = written()
MISSPELT = "Udvalget drøfter besparrelsen efter sommerferien."


def schema_of(method: str, path: str, status: int) -> dict[str, Any]:
    [content] = DESCRIPTION["paths"][path][method]["responses"][str(status)]["content"].values()
    schema: dict[str, Any] = content["schema"]
    return schema


def undescribed(value: Any, schema: dict[str, Any], place: str = "") -> list[str]:
    """The places where a value and its schema do not have the same fields, the same types or a listed word."""
    if "$ref" in schema:
        schema = DESCRIPTION["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    kind = {dict: "object", list: "array", str: "string", int: "integer", type(None): "null"}[type(value)]
    if kind not in types or value not in schema.get("enum", [value]):
        return [place]
    if isinstance(value, dict):
        fields, required = schema["properties"], set(schema["required"])
        wrong = [f"{place}/{name}" for name in (set(value) - set(fields)) | (required - set(value))]
        return wrong + [
            one for name in value if name in fields for one in undescribed(value[name], fields[name], f"{place}/{name}")
        ]
    if isinstance(value, list):
        return [one for at, part in enumerate(value) for one in undescribed(part, schema["items"], f"{place}/{at}")]
    return []


def misspelt(said: dict[str, Any]) -> dict[str, Any]:
    said["aftale"]["kapitler"][0]["delelementer"][0]["beskrivelse"] = MISSPELT
    return said


def test_hints_are_given_as_check_gives_them_and_never_stop(guarded: Client) -> None:
    answer = guarded.post("/v1/check", json=misspelt(case()), headers=RENDER)

    assert answer.status_code == 200
    [hint] = answer.json()["anmærkninger"]
    assert (hint["kode"], hint["alvor"]) == ("mulig-stavefejl", "tip")
    assert hint["pointer"] == "/aftale/kapitler/0/delelementer/0/beskrivelse"
    rendered = guarded.post("/v1/render?followup=2&format=html", json=misspelt(case()), headers=RENDER)
    assert (rendered.status_code, rendered.headers["aftalerapport-findings"]) == (200, "0")


def test_findings_and_problems_are_described(guarded: Client) -> None:
    checked = guarded.post("/v1/check", json=misspelt(without_a_status()), headers=RENDER)
    stopped = guarded.post("/v1/check", json=wrong_case(), headers=RENDER)

    assert {one["alvor"] for one in checked.json()["anmærkninger"]} == {"tip", "advarsel"}
    assert undescribed(checked.json(), schema_of("post", "/v1/check", 200)) == []
    assert stopped.json()["anmærkninger"]
    assert undescribed(stopped.json(), schema_of("post", "/v1/check", 422)) == []


def test_jobs_and_editions_are_described(guarded: Client) -> None:
    job = finished(guarded, ordered(guarded, sag=without_a_status(), opfølgning=1, accepter_alle=True)["id"])
    found = guarded.get("/v1/editions?followup=1", headers=READ).json()
    number = job["udgaver"][0]
    shown = guarded.get(f"/v1/editions/{number}", headers=READ).json()
    file = guarded.get(f"/v1/editions/{number}/files/pdf", headers=READ).content
    verified = guarded.post("/v1/verify", content=file, headers={**READ, "Content-Type": "application/pdf"})

    assert shown["accepteret"]
    assert undescribed(job, schema_of("get", "/v1/jobs/{id}", 200)) == []
    assert undescribed(found, schema_of("get", "/v1/editions", 200)) == []
    assert undescribed(shown, schema_of("get", "/v1/editions/{number}", 200)) == []
    assert undescribed(verified.json(), schema_of("post", "/v1/verify", 200)) == []
    issued = guarded.service.archive.edition(number)
    brought = dataclasses.replace(issued, origin=Origin(7, "0" * 64, "Carl Dam", "2026-01-02T10:00:00Z"))
    assert undescribed(edition_json(brought), DESCRIPTION["components"]["schemas"]["Udgave"]) == []


def test_why_a_round_was_refused_is_said_in_the_words_of_the_api(guarded: Client) -> None:
    job = finished(guarded, ordered(guarded, sag=without_a_status(), opfølgning=3)["id"])

    assert undescribed(job, schema_of("get", "/v1/jobs/{id}", 200)) == []
    assert job["afvist"]["anmærkninger"]
    assert "»accepterede«" in job["afvist"]["råd"]
    assert "--" not in json.dumps(job["afvist"], ensure_ascii=False)


@pytest.mark.slow
def test_the_manifest_of_a_zip_is_described(guarded: Client) -> None:
    answer = guarded.post("/v1/render?followup=2&format=html,docx", json=without_a_status(), headers=RENDER)

    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["anmærkninger"]
    assert undescribed(manifest, DESCRIPTION["components"]["schemas"]["Manifest"]) == []
