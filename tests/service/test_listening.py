"""Where the service cannot listen, it says so in Danish before it starts."""

import socket

import pytest

from renderer.errors import WrongCall
from renderer.service.listening import require_free


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def test_a_free_port_is_free_and_stays_so() -> None:
    port = a_free_port()

    require_free("127.0.0.1", port)
    require_free("127.0.0.1", port)
    with socket.create_server(("127.0.0.1", port)):
        pass


def test_a_port_that_another_program_listens_on_is_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(WrongCall) as refused:
        require_free("127.0.0.1", taken.getsockname()[1])

    assert "Et andet program lytter allerede" in refused.value.message
    assert "--port" in refused.value.hint


@pytest.mark.parametrize("host", ["192.0.2.1", "findes-ikke.invalid", "æ" * 100, ".."])
def test_an_address_that_is_not_this_machines_is_refused(host: str) -> None:
    with pytest.raises(WrongCall) as refused:
        require_free(host, a_free_port())

    assert host in refused.value.message
    assert "--host" in refused.value.hint


def test_a_kind_of_address_that_the_machine_does_not_know_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    port = a_free_port()
    known = socket.getaddrinfo("127.0.0.1", port, type=socket.SOCK_STREAM)
    unknown = (200, *known[0][1:])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [unknown, *known])

    require_free("localhost", port)
