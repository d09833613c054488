"""Hostile code inside a confined process reaches nothing: no file, no network, no process, and no believing reader."""

import json
import os
import pickle
import platform
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from renderer.errors import AftalerapportError
from renderer.findings import Finding
from renderer.journeys.serving.confined import Limits, Workshop
from renderer.journeys.serving.confined.answers import given, read_answer
from renderer.journeys.serving.confined.handle import Zygote
from renderer.journeys.serving.confined.landlock import landlock_version
from renderer.journeys.serving.confined.walls import LANDLOCK, SECCOMP, Walls
from tests.journeys import hostile

pytestmark = pytest.mark.skipif(landlock_version() < 2, reason="this kernel has no Landlock")

REFUSED = {"EACCES", "EPERM", "ENOSYS", "EXDEV"}
SECRET = "postgresql://aftalerapport:hemmelig@db"


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    opened = Workshop(1, 0, Limits(seconds=60))
    yield opened
    opened.close()


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "udgaver.db"
    path.write_bytes(b"SQLite format 3")
    return path


def test_this_machine_has_the_walls(workshop: Workshop) -> None:
    workshop.start()
    assert workshop.missing_walls == ()


@pytest.mark.parametrize(
    "attempt",
    [hostile.read, hostile.append, hostile.remove, hostile.rename, hostile.link, hostile.change_mode, hostile.cut,
     hostile.age],
)  # fmt: skip
def test_no_file_of_the_service_is_reached(workshop: Workshop, database: Path, attempt: Callable[[str], str]) -> None:
    before = database.stat()
    assert workshop.run(attempt, str(database)) in REFUSED
    after = database.stat()
    assert (before.st_mode, before.st_mtime_ns, before.st_size) == (after.st_mode, after.st_mtime_ns, after.st_size)


@pytest.mark.parametrize("path", ["/etc/passwd", "/proc/self/environ", "/proc/{ours}/environ", "/dev/mem"])
def test_nothing_of_the_machine_is_read(workshop: Workshop, path: str) -> None:
    assert workshop.run(hostile.read, path.format(ours=os.getpid())) in REFUSED | {"ENOENT"}


@pytest.mark.parametrize("path", ["/", "/home", "/tmp", "/etc", "/proc", "/var/lib"])
def test_no_folder_is_listed(workshop: Workshop, path: str) -> None:
    assert workshop.run(hostile.list_folder, path) in REFUSED | {"ENOENT"}


def test_nothing_is_written_outside_its_own_folder(workshop: Workshop, tmp_path: Path) -> None:
    for place in (tmp_path, Path(hostile.__file__).parent, Path("/tmp"), Path("/dev/shm")):
        assert workshop.run(hostile.create, str(place / "fremmed")) in REFUSED
        assert not (place / "fremmed").exists()


def test_nobody_is_called(workshop: Workshop, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening, socket.socket(socket.AF_UNIX) as neighbour:
        neighbour.bind(str(tmp_path / "s"))
        neighbour.listen()
        assert workshop.run(hostile.connect, listening.getsockname()[1]) in REFUSED
        assert workshop.run(hostile.talk_to_a_neighbour, str(tmp_path / "s")) in REFUSED


@pytest.mark.parametrize(
    "attempt", [hostile.fork, hostile.start_program, hostile.become_program, hostile.raise_own_limit]
)
def test_no_process_and_no_program_is_started(workshop: Workshop, attempt: Callable[[], str]) -> None:
    assert workshop.run(attempt) in REFUSED


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the numbers of the calls are those of x86-64")
@pytest.mark.parametrize("attempt", [hostile.clone, hostile.clone3, hostile.ring])
def test_no_way_round_the_filter(workshop: Workshop, attempt: Callable[[], str]) -> None:
    assert workshop.run(attempt) in REFUSED


@pytest.mark.parametrize("attempt", [hostile.end, hostile.limit])
def test_no_other_process_is_touched(workshop: Workshop, attempt: Callable[[int], str]) -> None:
    assert workshop.run(attempt, os.getpid()) in REFUSED


@pytest.mark.skipif(platform.machine() != "x86_64", reason="the number of the call is that of x86-64")
def test_no_other_process_is_traced(workshop: Workshop) -> None:
    assert workshop.run(hostile.trace, os.getpid()) in REFUSED


def test_threads_are_kept(workshop: Workshop) -> None:
    assert workshop.run(hostile.threads) == 7


def test_nothing_of_the_environment_comes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AFTALERAPPORT_DATABASE", SECRET)
    zygote = Zygote()
    workshop = Workshop(1, 0, zygote=zygote)
    try:
        assert set(workshop.run(hostile.environment)) <= {"LANG", "LC_CTYPE"}
        assert not workshop.run(hostile.secrets_in_memory, SECRET[::-1])
    finally:
        zygote.close()


def test_nothing_is_open_but_the_line_for_the_answer(workshop: Workshop) -> None:
    """Standard input, output and error lead nowhere; the fifth is the system's own count of memory used."""
    assert workshop.run(hostile.open_files) == 5


@pytest.mark.parametrize(
    "answer",
    [
        pickle.dumps(os.getpid),
        hostile.head(8_000_000_000, 0),
        hostile.head(2, 1 << 62),
        hostile.head(2, 0) + b"{}" + b"mere",
        hostile.head(4, 0) + b"nope",
        hostile.head(30_000, 0) + b"[" * 30_000,
        hostile.head(17, 0) + b'{"gave": "et ord"',
        b"",
    ],
    ids=["pickled", "too long", "bytes too long", "more than it says", "no JSON", "deep", "cut off", "nothing"],
)
def test_a_crafted_answer_is_not_believed(workshop: Workshop, answer: bytes) -> None:
    with pytest.raises(AftalerapportError):
        workshop.run(hostile.say, answer)
    assert workshop.run(hostile.threads) == 7


def test_a_crafted_error_is_one_of_ours_or_none() -> None:
    said = {"raised": {"error": "SystemExit", "message": "Nej.", "hint": ""}}
    with pytest.raises(AftalerapportError, match="Nej") as told:
        read_answer(hostile.threads, json.dumps(said).encode(), memoryview(b""))
    assert type(told.value) is AftalerapportError


def nested() -> dict[str, tuple[Finding, ...] | bytes]:
    raise NotImplementedError


def test_bytes_and_findings_come_back_as_they_went() -> None:
    from renderer.findings import Place, error

    value = {"a": (error("kode", Place("fil", line=3), "Mangler."),), "b": b"\x00\xff", "c": b""}
    packed = given(value)
    text = json.loads(packed[20 : 20 + int.from_bytes(packed[4:12], "big")])
    assert text["lengths"] == [2, 0]
    start = 20 + int.from_bytes(packed[4:12], "big")
    assert read_answer(nested, packed[20:start], memoryview(packed[start:])) == value


def test_what_a_kernel_does_not_offer_is_told() -> None:
    assert Walls((), 1, None).missing == (LANDLOCK, SECCOMP)
    assert Walls((), 2, b"").missing == ()
