"""Who calls: the address of the connection, and what a proxy says only where the settings name it."""

import pytest
from starlette.requests import Request

from renderer.errors import WrongCall
from renderer.service.attempts import Attempts
from renderer.service.client_address import client_address, require_addresses


def request(peer: str, *forwarded: str) -> Request:
    headers = [(b"x-forwarded-for", line.encode("latin-1")) for line in forwarded]
    return Request({"type": "http", "client": (peer, 1), "headers": headers})


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("9.9.9.9", ["1.2.3.4"], "9.9.9.9"),
        ("10.0.0.5", ["1.2.3.4"], "1.2.3.4"),
        ("10.0.0.5", ["6.6.6.6, 1.2.3.4"], "1.2.3.4"),
        ("10.0.0.5", ["6.6.6.6", "1.2.3.4, 10.0.0.6"], "1.2.3.4"),
        ("10.0.0.5", [], "10.0.0.5"),
        ("10.0.0.5", ["\x1b[31mrød" + "x" * 30_000], "10.0.0.5"),
        ("10.0.0.5", ["1.2.3.4, \x1b[2J"], "10.0.0.5"),
        ("10.0.0.5", ["::1"], "::1"),
        ("unix", ["1.2.3.4"], ""),
    ],
)
def test_an_address_or_nothing(peer: str, forwarded: list[str], address: str) -> None:
    assert client_address(request(peer, *forwarded), ("10.0.0.0/24",)) == address


def test_a_proxy_that_is_no_address_is_refused_at_the_start() -> None:
    with pytest.raises(WrongCall, match="»proxy«"):
        require_addresses(["10.0.0.1", "proxy"])


def test_attempts_are_slowed_by_address_and_forgotten_after_a_minute() -> None:
    now = 0.0
    attempts = Attempts(lambda: now)
    assert [attempts.wait("a") for _ in range(20)] == [0] * 20
    assert attempts.wait("a") > 50
    assert attempts.wait("b") == 0
    now = 61.0
    assert attempts.wait("a") == 0
