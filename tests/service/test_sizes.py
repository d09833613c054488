"""What is sent is never parsed in the serving process, and what is told of it is never as large as it."""

import json
import zipfile
from typing import Any

import pytest
from python_multipart.multipart import FormParser

from renderer.findings import MOST_OF_A_KIND
from tests.service.cases import case, zipped_case
from tests.service.running import Client

FIELDS = 20_000
LARGE = 100_000


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was parsed in this process, where the service serves, while the test ran."""
    seen: list[str] = []

    def watched(where: Any, name: str, at_least: int) -> None:
        before = getattr(where, name)

        def told(*given: Any, **named: Any) -> Any:
            if not at_least or any(isinstance(one, str | bytes) and len(one) >= at_least for one in given):
                seen.append(name)
            return before(*given, **named)

        monkeypatch.setattr(where, name, told)

    watched(json, "loads", LARGE)
    watched(json.JSONDecoder, "decode", LARGE)
    watched(zipfile.ZipFile, "_RealGetContents", 0)
    watched(FormParser, "write", 0)
    return seen


def test_the_watch_sees_what_is_parsed(parsed: list[str]) -> None:
    json.loads(json.dumps("x" * LARGE))

    assert "loads" in parsed


@pytest.mark.parametrize("path", ["/v1/check", "/v1/render?followup=2", "/v1/rounds"])
def test_a_body_of_countless_fields_is_parsed_elsewhere_and_answered_in_few_words(
    client: Client, parsed: list[str], path: str
) -> None:
    unknown = {f"felt-{number}": number for number in range(FIELDS)}
    sent = {"sag": case(), "opfølgning": 2, "af": "Anna Holm"} if path.endswith("rounds") else case()
    content = json.dumps(unknown | sent)
    answer = client.post(path, content=content, headers={"Content-Type": "application/json"})

    assert (answer.status_code, len(answer.content) < LARGE) == (422, True)
    found = answer.json()["anmærkninger"]
    assert len(found) == MOST_OF_A_KIND + 1
    assert found[-1]["tekst"] == f"Der er {FIELDS - MOST_OF_A_KIND} flere af samme slags."
    assert parsed == []


def test_forms_and_zips_are_opened_elsewhere(client: Client, parsed: list[str]) -> None:
    order = json.dumps({"opfølgning": 2, "af": "Anna Holm"})
    checked = client.post("/v1/check", files={"case": ("sag.zip", zipped_case())})
    ordered = client.post("/v1/rounds", files={"case": ("sag.zip", zipped_case())}, data={"order": order})

    assert (checked.status_code, ordered.status_code, parsed) == (200, 202, [])


def test_a_form_has_few_fields_and_each_once(client: Client) -> None:
    twice = client.post("/v1/check", files=[("case", ("a.zip", zipped_case())), ("case", ("b.zip", zipped_case()))])
    many = client.post("/v1/check", files={f"felt-{number}": b"x" for number in range(9)})

    assert [one.json()["detail"] for one in (twice, many)] == ["Formularen har for mange felter."] * 2
