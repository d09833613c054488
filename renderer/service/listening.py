"""Whether the service can listen where it is told to, asked first, as the web server tells it in English."""

import errno
import socket
from typing import Any

from renderer.errors import WrongCall

_OTHER = "Vælg en anden port med --port, eller stop det program, der bruger den."
_REASONS = {
    errno.EADDRINUSE: ("Et andet program lytter allerede på {where}.", _OTHER),
    errno.EACCES: ("Tjenesten må ikke lytte på {where}.", "Vælg en port fra 1024 og op med --port."),
    errno.EADDRNOTAVAIL: ("Maskinen har ikke adressen i {where}.", "Angiv en af maskinens egne adresser med --host."),
}
_ELSE = ("Tjenesten kan ikke lytte på {where}.", "Se efter, om adressen efter --host er skrevet rigtigt.")


def require_free(host: str, port: int) -> None:
    """Raise `WrongCall` where the address is unknown or not this machine's, or the port is taken or not allowed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, kind, protocol, _, address in found:
            _bind(family, kind, protocol, address)
    except (OSError, UnicodeError) as error:
        number = error.errno if isinstance(error, OSError) and not isinstance(error, socket.gaierror) else None
        message, hint = _REASONS.get(number or 0, _ELSE)
        raise WrongCall(message.format(where=f"{host}, port {port}"), hint) from error


def _bind(family: int, kind: int, protocol: int, address: Any) -> None:
    """Bind as the web server does, and let go; a kind of address that the machine does not know is passed over."""
    try:
        probe = socket.socket(family, kind, protocol)
    except OSError as error:
        if error.errno == errno.EAFNOSUPPORT:
            return
        raise
    with probe:
        # The connections of a service that has just stopped do not hold its port.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            probe.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        probe.bind(address)
