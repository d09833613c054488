"""The service under load: requests a second and the slow twentieth of `POST /v1/render`, and memory over many requests.

The document is a one-committee edition of the small case; for the memory, every request is of another case, and every
third only has it checked.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import httpx

from bench.demands import Demand
from bench.family import used
from bench.load import load
from renderer.archive.archive import Archive
from renderer.archive.tokens import Scope, Tokens
from tests.samples import small_case
from tests.service.other_words import other_case
from tests.service.running import bearer, now

PORT = 18_743
CLIENTS = (1, 8, 32)
WORKERS = 2
_REQUESTS = int(os.environ.get("BENCH_REQUESTS", "2000"))
_STEPS = 20
_SETTLED = 3
"""After so many steps everything is loaded that will be; from there on, memory is to be flat."""

_MOST_GROWTH = 5.0
_JSON = {"Content-Type": "application/json"}


def print_serving() -> list[Demand]:
    """Measure and print everything."""
    print(f"\nPOST /v1/render, one committee's PDF, {WORKERS} workers, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name, _serving(Path(name)) as (process, client):
        return [*_under_load(process, client), _over_many_requests(process, client)]


def _under_load(process: subprocess.Popen[bytes], client: httpx.Client) -> Iterator[Demand]:
    case = small_case()
    committee = case.agreement.committees[0]
    body = case.model_dump_json(by_alias=True).encode()

    def render(_: int) -> None:
        _post(client, "/v1/render", {"followup": "2", "committee": committee}, body)

    for number in range(2 * WORKERS):
        render(number)
    for clients in CLIENTS:
        count = max(60, 8 * clients)
        before = used(process.pid).cpu
        found = load(render, clients, count)
        cpu = (used(process.pid).cpu - before) / count
        print(f"  {clients:>3} clients: {found}, {cpu:.2f} CPU s a request", flush=True)
        said = f"{found.rate:.1f}/s, p95 {found.slow:.0f} ms, {cpu:.2f} CPU s"
        yield Demand(f"POST /v1/render, {clients} clients, {WORKERS} workers", said)


def _over_many_requests(process: subprocess.Popen[bytes], client: httpx.Client) -> Demand:
    """The memory of the server and its workers; workers are replaced now and then, as they always are."""

    def ask(number: int) -> None:
        upload, committee = other_case(number)
        if number % 3 == 2:
            _post(client, "/v1/check", {"followup": "3"}, upload.content)
        else:
            _post(client, "/v1/render", {"followup": "3", "committee": committee}, upload.content)

    step = max(_REQUESTS // _STEPS, 1)
    held = []
    for begun in range(0, _REQUESTS, step):
        load(partial(_from, ask, begun), 2 * WORKERS, step)
        held.append(used(process.pid).memory)
    print(f"  memory after every {step} requests, MB: {' '.join(f'{size:.0f}' for size in held)}")
    # Three steps together, since a worker that has just been replaced holds less.
    settled, last = (sum(part) / _SETTLED for part in (held[_SETTLED - 1 : 2 * _SETTLED - 1], held[-_SETTLED:]))
    growth = 100 * (last / settled - 1)
    said = f"{settled:.0f} MB, then {last:.0f} MB ({growth:+.1f} %)"
    return Demand(
        f"Memory from {_SETTLED * step} to {_REQUESTS} requests, growth in %", said, growth, most=_MOST_GROWTH
    )


def _from(ask: Callable[[int], None], begun: int, number: int) -> None:
    ask(begun + number)


def _post(client: httpx.Client, path: str, order: dict[str, str], body: bytes) -> None:
    answer = client.post(path, params=order, content=body, headers=_JSON)
    assert answer.status_code == 200, answer.text


@contextmanager
def _serving(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], httpx.Client]]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("AFTALERAPPORT_")}
    given = {"DATABASE": f"sqlite:///{folder}/a.db", "PORT": str(PORT), "WORKERS": str(WORKERS), "WAITING": "64"}
    secret = "bench"
    with Archive(given["DATABASE"]) as archive:
        Tokens(archive).make("bench", frozenset(Scope), secret, now())
    process = subprocess.Popen(
        [sys.executable, "-m", "renderer", "serve"],
        env=clean | {f"AFTALERAPPORT_{name}": value for name, value in given.items()},
        stderr=subprocess.DEVNULL,
    )
    limits = httpx.Limits(max_connections=64)
    try:
        with httpx.Client(
            base_url=f"http://127.0.0.1:{PORT}", timeout=120, trust_env=False, limits=limits, headers=bearer(secret)
        ) as client:
            while not _ready(client, process):
                time.sleep(0.1)
            yield process, client
    finally:
        process.terminate()
        process.wait()


def _ready(client: httpx.Client, process: subprocess.Popen[bytes]) -> bool:
    if process.poll() is not None:
        raise SystemExit("the service did not start")
    try:
        return client.get("/readyz").is_success
    except httpx.TransportError:
        return False


if __name__ == "__main__":
    from bench.demands import print_demands

    print_demands(print_serving())
