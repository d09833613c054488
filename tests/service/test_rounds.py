"""Rounds are ordered, issued by a worker, asked for, and told of; once, however often they are ordered."""

import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete

from renderer.archive.service_tables import kept_answer
from renderer.edition.build import round_committees
from tests.samples import small_case
from tests.service.cases import case, without_a_status, wrong_case, zipped_case
from tests.service.running import Client, bearer, opened, running
from tests.waiting import until

ISSUE, READ, ADMIN = bearer("issue"), bearer("read"), bearer("admin")
COUNT = len(round_committees(small_case()))


def finished(client: Client, number: str, headers: dict[str, str] = ISSUE) -> dict[str, Any]:
    def ended() -> dict[str, Any] | None:
        said: dict[str, Any] = client.get(f"/v1/jobs/{number}", headers=headers).json()
        return said if said["tilstand"] in {"færdig", "afvist"} else None

    said = until(ended)
    assert said
    return said


def ordered(client: Client, headers: dict[str, str] = ISSUE, **changes: Any) -> dict[str, Any]:
    order = {"sag": case(), "opfølgning": 2, "alle": True, "af": "Anna Holm", **changes}
    answer = client.post("/v1/rounds", json=order, headers=headers)
    assert answer.status_code == 202, answer.text
    said: dict[str, Any] = answer.json()
    assert answer.headers["location"] == f"/v1/jobs/{said['id']}"
    return said


@pytest.fixture(scope="module")
def issued(guarded: Client) -> list[int]:
    """The numbers of a round that was issued."""
    done = finished(guarded, ordered(guarded)["id"])
    assert done["tilstand"] == "færdig", done
    numbers: list[int] = done["udgaver"]
    return numbers


def test_a_round_is_issued_whole(guarded: Client, issued: list[int]) -> None:
    assert issued == list(range(1, COUNT + 1))

    found = guarded.get("/v1/editions", headers=READ).json()
    assert found["antal"] == COUNT
    assert {one["udstedt_af"] for one in found["udgaver"]} == {"Anna Holm (issue-system)"}


def test_editions_are_found_and_fetched_as_they_were_issued(guarded: Client, issued: list[int]) -> None:
    shown = guarded.get("/v1/editions/1", headers=READ)
    file = guarded.get("/v1/editions/1/files/pdf", headers=READ)
    data = guarded.get("/v1/editions/1/files/json", headers=READ)

    assert file.content.startswith(b"%PDF")
    assert file.headers["etag"] == f'"{shown.json()["filer"][0]["sha256"]}"'
    assert data.json()["facts"]["followup"] == 2
    for path, tag in (("", shown.headers["etag"]), ("/files/pdf", file.headers["etag"])):
        again = guarded.get(f"/v1/editions/1{path}", headers={**READ, "If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")
    for path in ("/v1/editions/999", "/v1/editions/1/files/odt", "/v1/jobs/findes-ikke"):
        assert guarded.get(path, headers={**(ISSUE if "jobs" in path else READ)}).status_code == 404


def test_filters_narrow_what_is_found(guarded: Client, issued: list[int]) -> None:
    def count(query: str) -> int:
        return len(guarded.get(f"/v1/editions?{query}", headers=READ).json()["udgaver"])

    assert (count("followup=2"), count("followup=1"), count("limit=1"), count(f"after={COUNT - 1}")) == (COUNT, 0, 1, 1)
    assert count("committee=Findes%20ikke") == count("text=%00") == count("since=2099-01-01") == 0


def test_the_archive_knows_a_file_that_it_issued(guarded: Client, issued: list[int]) -> None:
    file = guarded.get("/v1/editions/2/files/pdf", headers=READ).content

    said = guarded.post("/v1/verify", content=file, headers={**READ, "Content-Type": "application/pdf"}).json()
    assert (said["resultat"], said["udgaver"]) == ("identisk", [2])


def test_issuing_again_needs_a_reason(guarded: Client, issued: list[int]) -> None:
    refused = finished(guarded, ordered(guarded, alle=False)["id"])
    assert (refused["tilstand"], refused["afvist"]["kode"]) == ("afvist", "begrundelse-mangler")


def test_a_round_that_is_unchanged_is_not_issued_again(guarded: Client, issued: list[int]) -> None:
    again = finished(guarded, ordered(guarded)["id"])
    assert (again["tilstand"], again["udgaver"], again["uændrede"]) == ("færdig", [], issued)


def test_errors_and_warnings_that_nobody_accepted_are_refused_with_their_findings(guarded: Client) -> None:
    wrong = finished(guarded, ordered(guarded, sag=wrong_case())["id"])
    assert [one["pointer"] for one in wrong["afvist"]["anmærkninger"]] == ["/aftale/budgetår"]

    open_ones = finished(guarded, ordered(guarded, sag=without_a_status(), begrundelse="Rettet.")["id"])
    codes = {one["kode"] for one in open_ones["afvist"]["anmærkninger"]}
    accepted = dict.fromkeys(codes, "Tallet kommer senere.")
    more: dict[str, Any] = {"sag": without_a_status(), "begrundelse": "Rettet.", "accepterede": accepted}
    assert finished(guarded, ordered(guarded, **more)["id"])["tilstand"] == "færdig"


def test_the_same_key_orders_once_and_another_order_under_it_is_refused(guarded: Client) -> None:
    keyed = {**ISSUE, "Idempotency-Key": "runde-7"}
    first = ordered(guarded, keyed, opfølgning=1)
    assert ordered(guarded, keyed, opfølgning=1) == first

    other = {"sag": case(), "opfølgning": 3, "af": "Anna Holm"}
    answer = guarded.post("/v1/rounds", json=other, headers=keyed)
    assert (answer.status_code, answer.json()["kode"]) == (409, "nøgle-brugt")
    assert len(finished(guarded, first["id"])["udgaver"]) == COUNT
    assert guarded.get("/v1/editions?followup=1", headers=READ).json()["antal"] == COUNT


def test_a_key_that_was_used_long_ago_is_still_of_its_own_order(guarded: Client) -> None:
    keyed = {**ISSUE, "Idempotency-Key": "runde-8"}
    first = ordered(guarded, keyed, opfølgning=1, begrundelse="Igen.")
    with guarded.service.archive.engine.begin() as connection:
        connection.execute(delete(kept_answer))

    assert ordered(guarded, keyed, opfølgning=1, begrundelse="Igen.")["id"] == first["id"]
    with guarded.service.archive.engine.begin() as connection:
        connection.execute(delete(kept_answer))
    same = {"sag": case(), "opfølgning": 1, "alle": True, "af": "Anna Holm", "begrundelse": "Igen."}
    for other in ({"opfølgning": 3}, {"sag": without_a_status()}, {"alle": False}, {"begrundelse": "En anden."}):
        asked = same | other
        answer = guarded.post("/v1/rounds", json=asked, headers=keyed)
        assert (answer.status_code, answer.json()["kode"]) == (409, "nøgle-brugt")


def test_a_key_holds_for_rendering_too(guarded: Client) -> None:
    keyed = {**bearer("render"), "Idempotency-Key": "et-dokument"}
    first = guarded.post("/v1/render?followup=2&format=docx", json=case(), headers=keyed)
    again = guarded.post("/v1/render?followup=2&format=docx", json=case(), headers=keyed)
    other = guarded.post("/v1/render?followup=1&format=docx", json=case(), headers=keyed)

    assert (again.status_code, again.content, again.headers["etag"]) == (200, first.content, first.headers["etag"])
    assert other.status_code == 409


def test_a_key_whose_request_came_to_nothing_can_be_used_again(guarded: Client) -> None:
    keyed = {**bearer("render"), "Idempotency-Key": "fejl"}
    assert guarded.post("/v1/render?followup=2", json=wrong_case(), headers=keyed).status_code == 422
    assert guarded.post("/v1/render?followup=2", json=case(), headers=keyed).status_code == 200


def test_a_zipped_case_is_ordered_with_a_form(client: Client) -> None:
    order = json.dumps({"opfølgning": "2", "af": "Anna Holm"})
    answer = client.post("/v1/rounds", files={"case": ("sag.zip", zipped_case())}, data={"order": order})

    assert answer.status_code == 202
    assert finished(client, answer.json()["id"], {})["udgaver"] == [1]


def test_a_round_is_ordered_by_the_names_that_a_document_is_ordered_by(tmp_path: Path) -> None:
    with running(opened(tmp_path)) as client:
        form = {"case": ("sag.zip", zipped_case())}
        answer = client.post("/v1/rounds?followup=2&all=true&by=Anna%20Holm", files=form)
        assert answer.status_code == 202, answer.text
        assert len(finished(client, answer.json()["id"], {})["udgaver"]) == COUNT

        again = client.post("/v1/rounds?reason=Rettet.&committee=Findes%20ikke", json={
            "sag": case(), "opfølgning": 2, "af": "Anna Holm",
        })  # fmt: skip
        assert finished(client, again.json()["id"], {})["afvist"]["kode"] == "ukendt-valg"


@pytest.mark.parametrize(
    ("query", "order", "said"),
    [
        ("followup=2", {"opfølgning": 2, "af": "A"}, "både i bestillingen og i adressen"),
        ("followup=2&by=A&all=true", {"udvalg": "B"}, "kan ikke bruges sammen"),
        ("by=A", {}, "»followup« i adressen"),
        ("by=A", {"followup": 2}, "I bestillingen hedder det »opfølgning«"),
        ("followup=9&by=A", {}, "»followup« kan ikke bruges"),
    ],
)
def test_what_the_address_and_the_body_say_must_fit(
    client: Client, query: str, order: dict[str, Any], said: str
) -> None:
    answer = client.post(f"/v1/rounds?{query}", json={"sag": case(), **order})

    assert (answer.status_code, said in answer.text) == (422, True), answer.text


@pytest.mark.parametrize(
    "change",
    [
        {"af": " "}, {"af": None}, {"opfølgning": 5}, {"opfølgning": 10**400}, {"sag": []}, {"ekstra": 1},
        {"udvalg": "A", "alle": True}, {"webhook": "https://ukendt.example"}, {"accepterede": ["x"]}, {"af": "\ud800"},
        {"begrundelse": "\0"},
    ],
)  # fmt: skip
def test_an_order_that_cannot_be_is_refused_at_once(client: Client, change: dict[str, Any]) -> None:
    body = json.dumps({"sag": case(), "opfølgning": 2, "af": "Anna Holm", **change})
    answer = client.post("/v1/rounds", content=body, headers={"Content-Type": "application/json"})

    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json"), answer.text


def test_a_job_is_shown_to_its_own_system_and_to_an_administrator(guarded: Client) -> None:
    number = ordered(guarded, opfølgning=4, udvalg="Findes ikke", alle=False)["id"]
    assert finished(guarded, number)["afvist"]["kode"] == "ukendt-valg"
    assert guarded.get(f"/v1/jobs/{number}", headers=READ).status_code == 403


@pytest.fixture
def listener() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Another system that wants to be told: its address, and what it was told."""
    told: list[dict[str, Any]] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(500 if len(told) == 1 else 204)
            self.end_headers()

        def log_message(self, *_words: object) -> None:
            return

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", told
        server.shutdown()
        thread.join()


def test_who_ordered_is_told_again_until_it_is_heard(
    tmp_path: Path, listener: tuple[str, list[dict[str, Any]]]
) -> None:
    address, told = listener
    with running(opened(tmp_path, webhooks=(address,))) as client:
        number = ordered(client, {}, webhook=f"{address}/runder")["id"]
        finished(client, number, {})
        until(lambda: not client.service.jobs.untold())

    assert told == [{"id": number, "tilstand": "færdig"}] * 2
