"""The service under load: requests a second and the slow twentieth of `POST /v1/render`, and memory over many requests.

The document is a one-committee edition of the small case. Beside it, the same page of HTML by what can be run here of
the converters that one would otherwise put behind such a service: Chromium's print and LibreOffice, a process a
document, as they are run where no server of theirs is.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from renderer.edition.build import build_edition
from renderer.writers.html import write_html
from renderer.writers.word import write_word
from tests.samples import small_case

PORT = 18_743
CLIENTS = (1, 8, 32)
WORKERS = 2
_FLAT = int(os.environ.get("BENCH_REQUESTS", "2000"))
_CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


def print_serving() -> None:
    """Measure and print everything."""
    case = small_case()
    committee = case.agreement.committees[0]
    body = case.model_dump_json(by_alias=True).encode()
    print(f"\nPOST /v1/render, one committee's PDF, {WORKERS} workers, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as name, _serving(Path(name)) as (process, client):

        def render() -> None:
            answer = client.post(
                "/v1/render",
                params={"followup": 2, "committee": committee},
                content=body,
                headers={"Content-Type": "application/json"},
            )
            assert answer.status_code == 200, answer.text

        for _ in range(2 * WORKERS):
            render()
        for clients in CLIENTS:
            count = max(40, 4 * clients)
            before = _used(process).cpu
            _print(f"{clients} clients", *_load(render, clients, count))
            print(f"  {'':<34} {(_used(process).cpu - before) / count:6.2f} CPU s a request", flush=True)
        sizes = [_used(process).memory]
        for _ in range(2):
            _load(render, 2 * WORKERS, _FLAT // 2)
            sizes.append(_used(process).memory)
        held = ", ".join(f"{size:.0f}" for size in sizes)
        print(f"  memory at the start, halfway and after {_FLAT} requests: {held} MB")
    _alternatives(Path(tempfile.mkdtemp()))


def _load(call: Callable[[], None], clients: int, count: int) -> tuple[float, float, float]:
    """Requests a second, and the median and 95th percentile of a request in milliseconds."""
    times: list[float] = []
    lock = threading.Lock()

    def once(_: int) -> None:
        begun = time.perf_counter()
        call()
        with lock:
            times.append(1000 * (time.perf_counter() - begun))

    begun = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(once, range(count)))
    seconds = time.perf_counter() - begun
    return count / seconds, statistics.median(times), statistics.quantiles(times, n=20)[-1]


def _print(title: str, rate: float, median: float, slow: float) -> None:
    print(f"  {title:<34} {rate:6.1f} a second, median {median:5.0f} ms, p95 {slow:5.0f} ms", flush=True)


@contextmanager
def _serving(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], httpx.Client]]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("AFTALERAPPORT_")}
    given = {"DATABASE": f"sqlite:///{folder}/a.db", "PORT": str(PORT), "WORKERS": str(WORKERS), "WAITING": "64"}
    process = subprocess.Popen(
        [sys.executable, "-m", "renderer", "serve"],
        env=clean | {f"AFTALERAPPORT_{name}": value for name, value in given.items()},
        stderr=subprocess.DEVNULL,
    )
    limits = httpx.Limits(max_connections=64)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{PORT}", timeout=120, trust_env=False, limits=limits) as client:
            while not _ready(client):
                time.sleep(0.1)
            yield process, client
    finally:
        process.terminate()
        process.wait()


def _ready(client: httpx.Client) -> bool:
    try:
        return client.get("/readyz").is_success
    except httpx.TransportError:
        return False


@dataclass(frozen=True)
class _Used:
    """What a process and everything below it hold and have used: MB in memory, and CPU seconds."""

    memory: float
    cpu: float


def _used(process: subprocess.Popen[bytes]) -> _Used:
    """What `/proc` says of a process and everything below it, those that have ended included."""
    parents: dict[int, int] = {}
    found: dict[int, _Used] = {}
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                fields = (path / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(path.name)] = int(fields[1])
            ticks = sum(int(field) for field in fields[11:15])
            memory = int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 1e6
            found[int(path.name)] = _Used(memory, ticks / os.sysconf("SC_CLK_TCK"))
    family = {process.pid}
    while more := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= more
    mine = [found[pid] for pid in family if pid in found]
    return _Used(sum(one.memory for one in mine), sum(one.cpu for one in mine))


def _alternatives(folder: Path) -> None:
    """The same edition by other programs, a process a document, one after the other."""
    edition = build_edition(small_case(), 2, small_case().agreement.committees[0])
    (folder / "side.html").write_bytes(write_html(edition))
    (folder / "side.docx").write_bytes(write_word(edition))
    chromium = next((found for name in _CHROMIUMS if (found := shutil.which(name))), None)
    if chromium:
        words = [chromium, "--headless", "--no-sandbox", f"--print-to-pdf={folder}/c.pdf", f"{folder}/side.html"]
        _print("Chromium prints the HTML, 1 client", *_load(lambda: _run(words), 1, 10))
    if office := shutil.which("soffice"):
        profile = f"-env:UserInstallation=file://{folder}/profil"
        words = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), f"{folder}/side.docx"]
        _run(words)
        _print("LibreOffice converts Word, 1 client", *_load(lambda: _run(words), 1, 5))
    shutil.rmtree(folder, ignore_errors=True)


def _run(words: list[str]) -> None:
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)


if __name__ == "__main__":
    print_serving()
