"""Whoever sends half a request has his time and no more, and holds up nobody who sends a whole one."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from renderer.service import connections
from tests.service.cases import case
from tests.service.running import Client, opened, running

HEAD = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n"
BODY = b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n{"


@pytest.fixture
def impatient(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """A service that gives a head and a body very little time."""
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.3)
    monkeypatch.setattr(connections, "BODY_SECONDS", 0.6)
    with running(opened(tmp_path)) as client:
        yield client


@contextmanager
def connected(client: Client, sent: bytes, source: str = "127.0.0.1") -> Iterator[socket.socket]:
    with socket.create_connection((client.base_url.host, client.base_url.port or 0), 60, (source, 0)) as line:
        line.sendall(sent)
        yield line


def everything(line: socket.socket) -> bytes:
    """What comes until the other end closes; waits for that."""
    said = b""
    try:
        while part := line.recv(4096):
            said += part
    except ConnectionResetError:
        pass
    return said


@pytest.mark.parametrize("sent", [b"", HEAD, HEAD + b"X-Name: lang", BODY])
def test_half_a_request_is_not_waited_for(impatient: Client, sent: bytes) -> None:
    with connected(impatient, sent) as line:
        assert b" 200 " not in everything(line)


def test_a_byte_now_and_then_gains_nothing(impatient: Client) -> None:
    with connected(impatient, HEAD) as line:
        line.settimeout(0.05)
        while True:
            try:
                if not line.recv(100):
                    break
            except TimeoutError:
                line.sendall(b"X")
            except ConnectionResetError:
                break


def test_a_second_request_on_the_same_connection_has_its_time_too(impatient: Client) -> None:
    with connected(impatient, HEAD + b"\r\n" + HEAD) as line:
        assert everything(line).count(b" 200 ") == 1


def test_a_whole_request_is_answered_and_the_next_one_too(impatient: Client) -> None:
    for _ in range(3):
        assert impatient.get("/healthz").status_code == 200
        assert impatient.post("/v1/check", json=case()).status_code == 200


def test_half_requests_make_room_for_whole_ones(tmp_path: Path) -> None:
    with running(opened(tmp_path, connections=8)) as client, ExitStack() as held:
        waiting = [held.enter_context(connected(client, HEAD)) for _ in range(40)]
        for _ in range(5):
            assert httpx.get(f"{client.base_url}/healthz", trust_env=False, timeout=60).status_code == 200
        assert everything(waiting[0]) == b""


class Stand(connections.Connection):
    """A connection from an address, of which only the end is seen."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.ended = False

    def end(self) -> None:
        self.ended = True


def stands(kept: connections.Connections, address: str, count: int, *, waiting: bool = False) -> list[Stand]:
    """Connections that want to come in; those that did are at work, or wait for the rest of their request."""
    asked = [Stand(address) for _ in range(count)]
    inside = [one for one in asked if kept.add(one)]
    kept.waiting.update(dict.fromkeys(inside if waiting else []))
    return inside


def test_one_address_does_not_take_the_place_of_others() -> None:
    refused: list[int] = []
    kept = connections.Connections(40, 4, refused=lambda: refused.append(1))
    assert len(stands(kept, "10.0.0.1", 12)) == 4
    assert len(refused) == 8
    assert len(stands(kept, "10.0.0.2", 4)) == 4
    assert not any(one.ended for one in kept.open if isinstance(one, Stand))


def test_one_that_waits_makes_room_before_anybody_is_refused() -> None:
    kept = connections.Connections(4, 4)
    first, *_ = stands(kept, "10.0.0.1", 4, waiting=True)
    assert len(stands(kept, "10.0.0.2", 1)) == 1
    assert first.ended


def test_what_is_gone_gives_its_place_back() -> None:
    kept = connections.Connections(2, 2)
    for one in stands(kept, "10.0.0.1", 2):
        kept.remove(one)
        kept.remove(one)
    assert not kept.of_one
    assert len(stands(kept, "10.0.0.1", 2)) == 2


def test_a_named_proxy_is_many_callers(tmp_path: Path) -> None:
    settings = opened(tmp_path, connections=40, connections_each=2, proxies=("127.0.0.2/32",))
    with running(settings) as client, ExitStack() as held:
        lines = [held.enter_context(connected(client, HEAD, "127.0.0.2")) for _ in range(10)]
        for line in lines:
            line.sendall(b"\r\n")
        assert all(b" 200 " in line.recv(100) for line in lines)


def test_there_are_descriptors_left_for_everything_else() -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        assert connections.most_connections(10_000_000) <= resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 128
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_the_web_server_is_the_one_whose_inside_is_used() -> None:
    assert uvicorn.__version__.startswith("0.")
    assert issubclass(connections.Connection, H11Protocol)
