"""Limits, back-pressure, monitoring and logs: nothing falls over, and nothing personal is told."""

import json
import logging
import os
import socket
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest

from renderer.errors import LimitExceeded
from renderer.journeys.serving.confined import Workshop
from renderer.journeys.serving.json_logs import JsonLines
from tests.gate import Gate
from tests.repository import ROOT
from tests.samples import large_case
from tests.service.cases import case
from tests.service.running import Client, bearer, opened, running
from tests.waiting import HOPELESS, until

PROBLEM = "application/problem+json"


def test_a_body_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with running(opened(tmp_path, body_megabytes=1)) as client:
        whole = client.post("/v1/check", content=b" " * 1_100_000)
        pieces = client.post("/v1/check", content=(b" " * 100_000 for _ in range(20)))
        fine = client.post("/v1/check", json=case())

    assert [(answer.status_code, answer.headers["content-type"]) for answer in (whole, pieces)] == [(413, PROBLEM)] * 2
    assert fine.status_code == 200


def test_a_packed_body_is_refused(client: Client) -> None:
    answer = client.post("/v1/check", content=b"x", headers={"Content-Encoding": "gzip"})

    assert answer.status_code == 415


def test_a_case_with_too_many_items_or_pages_is_refused(tmp_path: Path) -> None:
    with running(opened(tmp_path, most_items=3)) as client:
        assert "delelementer" in client.post("/v1/render?followup=2", json=case()).json()["detail"]
    with running(opened(tmp_path, most_pages=2)) as client:
        answer = client.post("/v1/render?followup=2", json=case())
    assert (answer.status_code, answer.json()["kode"]) == (413, LimitExceeded.code)


def test_a_document_that_takes_too_long_is_ended_and_the_next_is_made(tmp_path: Path) -> None:
    with running(opened(tmp_path, seconds=3)) as client:
        huge = large_case(factor=12).model_dump_json(by_alias=True).encode()
        answer = client.post("/v1/render?followup=2", content=huge, headers={"Content-Type": "application/json"})
        assert (answer.status_code, answer.json()["kode"]) == (413, LimitExceeded.code)
        assert client.post("/v1/check", json={"aftale": {}}).status_code == 422


def test_a_document_that_takes_too_much_memory_is_ended_and_the_next_is_made(tmp_path: Path) -> None:
    with running(opened(tmp_path, memory=450)) as client:
        huge = large_case(factor=8).model_dump_json(by_alias=True).encode()
        answer = client.post("/v1/render?followup=2", content=huge, headers={"Content-Type": "application/json"})
        assert (answer.status_code, "hukommelse" in answer.json()["detail"]) == (413, True)
        assert client.post("/v1/check", json={"aftale": {}}).status_code == 422


def test_when_all_are_busy_the_next_is_told_to_come_again(tmp_path: Path) -> None:
    gate = Gate()
    with running(opened(tmp_path, waiting=0)) as client:
        client.service.workshop = Workshop(1, 0, zygote=gate)
        working = threading.Thread(target=client.post, args=("/v1/check",), kwargs={"json": case()})
        working.start()
        try:
            until(lambda: client.service.workshop.taken, working.is_alive)
            answer = client.post("/v1/check", json=case())
            alive = client.get("/healthz")
        finally:
            gate.opened.set()
            working.join()
        later = client.post("/v1/check", json=case())
    gate.close()

    assert (answer.status_code, answer.json()["kode"]) == (503, "optaget")
    assert int(answer.headers["retry-after"]) > 0
    assert (alive.status_code, later.status_code) == (200, 200)


def test_jobs_are_refused_when_too_many_wait(tmp_path: Path) -> None:
    with running(opened(tmp_path, jobs=0, most_jobs=1)) as client:
        order = {"sag": case(), "opfølgning": 2, "af": "Anna Holm"}
        first, second = (client.post("/v1/rounds", json=order) for _ in range(2))

    assert (first.status_code, second.status_code) == (202, 503)


def test_a_job_survives_a_restart(tmp_path: Path) -> None:
    with running(opened(tmp_path, jobs=0)) as client:
        number = client.post("/v1/rounds", json={"sag": case(), "opfølgning": 2, "af": "Anna Holm"}).json()["id"]
    with running(opened(tmp_path)) as client:
        until(lambda: client.get(f"/v1/jobs/{number}").json()["tilstand"] == "færdig")
        said = client.get(f"/v1/jobs/{number}").json()
    assert said["udgaver"] == [1]


def test_what_is_done_is_counted(guarded: Client) -> None:
    guarded.get("/v1/editions/77", headers=bearer("read"))
    guarded.get("/v1/editions")
    text = guarded.get("/metrics", headers=bearer("admin")).text

    assert 'aftalerapport_requests_total{method="GET",route="/v1/editions/{number}",status="404"} 1.0' in text
    assert 'aftalerapport_jobs{state="waiting"} 0.0' in text
    assert "aftalerapport_refused_total" in text
    assert "aftalerapport_request_seconds_bucket" in text


def test_every_request_is_logged_without_what_stands_in_it(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "aftalerapport.service"):
        answer = client.get("/v1/editions?text=Anna%20Holm")
        [record] = until(lambda: [one for one in caplog.records if one.message == "request"])
    said = json.loads(JsonLines().format(record))

    assert (said["route"], said["status"], said["request"]) == ("/v1/editions", 200, answer.headers["x-request-id"])
    assert "Anna" not in json.dumps(said)


def test_what_another_program_logs_is_a_whole_sentence_without_what_it_filled_in() -> None:
    record = logging.LogRecord("another", logging.WARNING, "", 1, "Left %s out of %.2f %%, line %(line)d", (), None)
    record.args = ("Anna Holm", 1.5)
    said = json.loads(JsonLines().format(record))

    assert (said["event"], said["text"]) == ("message", "Left … out of … %, line …")


def test_a_sentence_with_nothing_to_fill_in_is_told_as_it_is() -> None:
    said = json.loads(JsonLines().format(logging.LogRecord("another", logging.WARNING, "", 1, "At 50 %s", (), None)))

    assert said["text"] == "At 50 %s"


def started(folder: Path, **variables: str) -> subprocess.Popen[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("AFTALERAPPORT_")}
    given = {"AFTALERAPPORT_DATABASE": f"sqlite:///{folder}/a.db", "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    return subprocess.Popen(
        [sys.executable, "-m", "renderer", "serve", "--open-on-this-machine"],
        env={**clean, **given, **variables},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("AFTALERAPPORT_PORT", "otte", "--port"),
        ("AFTALERAPPORT_PORT", "70000", "--port"),
        ("AFTALERAPPORT_WORKERS", "0", "--workers"),
        ("AFTALERAPPORT_WORKRES", "2", "AFTALERAPPORT_WORKERS"),
        ("AFTALERAPPORT_HOST", "0.0.0.0", "token make"),
        ("AFTALERAPPORT_WEBHOOKS", "ftp://a", "webhooks"),
    ],
)
def test_a_wrong_setting_is_refused_at_the_start(tmp_path: Path, variable: str, value: str, said: str) -> None:
    process = started(tmp_path, **{variable: value})
    _, err = process.communicate(timeout=HOPELESS)

    assert process.returncode == 2
    assert said in err


def test_a_port_in_use_is_told_before_anything_starts(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        process = started(tmp_path, AFTALERAPPORT_PORT=str(taken.getsockname()[1]))
        _, err = process.communicate(timeout=HOPELESS)

    assert process.returncode == 2
    assert "Et andet program lytter allerede på 127.0.0.1, port" in err
    assert "Traceback" not in err


def answer_of(address: str) -> httpx.Response | None:
    """The answer there, or `None` while nobody listens."""
    try:
        return httpx.get(address, trust_env=False, timeout=HOPELESS)
    except httpx.TransportError:
        return None


@pytest.mark.slow
def test_the_command_serves_and_stops_in_good_order(tmp_path: Path) -> None:
    with started(tmp_path, AFTALERAPPORT_PORT="18731", AFTALERAPPORT_WORKERS="1") as process:
        try:
            ready = until(lambda: answer_of("http://127.0.0.1:18731/readyz"), lambda: process.poll() is None)
            assert ready
            assert process.stderr
            secret = process.stderr.readline().split()[-1]
            made = httpx.post(
                "http://127.0.0.1:18731/v1/check",
                json=case(),
                trust_env=False,
                timeout=HOPELESS,
                headers=bearer(secret),
            )
            process.terminate()
            err = process.stderr.read()
            process.wait(timeout=HOPELESS)
        finally:
            process.kill()

    assert (ready.status_code, made.status_code, process.returncode) == (200, 200, 0), err
    lines = [json.loads(line) for line in err.splitlines()]
    assert [line["event"] for line in lines if line["event"] != "request"] == [
        "open-on-this-machine", "serving", "stopped",
    ]  # fmt: skip
    assert next(line["address"] for line in lines if line["event"] == "serving") == "http://127.0.0.1:18731"
    assert "%" not in err
    assert secret not in err
