"""The API is what its description says: checked in, and tried with what it allows and with what it does not."""

import json
import os
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import CheckFunction
from schemathesis.specs.openapi import checks

from tests.repository import ROOT
from tests.service.running import Client

EXAMPLES = int(os.environ.get("SERVICE_EXAMPLES", "8"))
CHECKS: list[CheckFunction] = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.unsupported_method,
]


def test_the_description_that_is_checked_in_is_the_one_that_is_served(client: Client) -> None:
    assert written() == client.get("/openapi.json").json(), "run: make openapi"
    assert written()["openapi"].startswith("3.1")


def written() -> dict[str, Any]:
    description: dict[str, Any] = json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))
    return description


def test_what_a_reader_of_the_description_reads_is_danish() -> None:
    told = [said["summary"] for operations in written()["paths"].values() for said in operations.values()]

    assert len(told) == len(set(told)) > 10
    assert {word for one in told for word in one.lower().split()} & {
        "order",
        "show",
        "list",
        "find_job",
        "the",
    } == set()
    assert "title" not in {name for one in parameters() for name in one["schema"]}
    assert [name for name, one in written()["components"]["schemas"].items() if isinstance(one.get("title"), str)] == []


def parameters() -> list[dict[str, Any]]:
    return [
        one for operations in written()["paths"].values() for said in operations.values() for one in said["parameters"]
    ]


OPERATIONS = [
    (mode, path, method)
    for path, operations in written()["paths"].items()
    for method, said in operations.items()
    for mode in GenerationMode
    # Where nothing can be sent, nothing wrong can be sent either.
    if mode is GenerationMode.POSITIVE or said["parameters"] or "requestBody" in said
]


@pytest.mark.slow
@pytest.mark.hypothesis
@pytest.mark.parametrize(("mode", "path", "method"), OPERATIONS)
def test_whatever_is_sent_is_answered_as_described(
    client: Client, mode: GenerationMode, path: str, method: str
) -> None:
    described = schemathesis.openapi.from_dict(written())
    described.config.update(base_url=str(client.base_url))
    sent = described[path][method].as_strategy(generation_mode=mode)

    @given(sent)
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    def answered_as_described(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(checks=CHECKS, headers={"Authorization": client.headers["Authorization"]})

    answered_as_described()
