"""From which address a request comes: that of the connection, or what a named proxy says of it.

Anybody can send `X-Forwarded-For`; it is believed only where the connection comes from a proxy that the settings name,
and of it only the last address that is no such proxy (RFC 7239, 8.1).
"""

import ipaddress
from collections.abc import Iterable
from functools import lru_cache

from starlette.requests import HTTPConnection

from renderer.errors import WrongCall

_Network = ipaddress.IPv4Network | ipaddress.IPv6Network


def client_address(request: HTTPConnection, proxies: tuple[str, ...]) -> str:
    """An address, or nothing where none is known; never anything else that somebody sent."""
    address = _address(request.client.host) if request.client else ""
    if not is_proxy(address, proxies):
        return address
    said = ",".join(request.headers.getlist("x-forwarded-for")).split(",")
    for word in reversed(said):
        forwarded = _address(word.strip())
        if not forwarded:
            break
        address = forwarded
        if not is_proxy(address, proxies):
            break
    return address


def is_proxy(address: str, proxies: tuple[str, ...]) -> bool:
    """Whether an address is one of the named proxies."""
    if not address or not proxies:
        return False
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(known in network for network in _networks(proxies))


def require_addresses(words: Iterable[str]) -> None:
    """Raise `WrongCall` for a proxy that is no address and no network."""
    for word in words:
        try:
            ipaddress.ip_network(word, strict=False)
        except ValueError as cause:
            hint = "Skriv proxyens adresse, fx 10.0.0.5, eller et net, fx 10.0.0.0/24, med komma imellem."
            raise WrongCall(f"»{word}« er ikke en adresse.", hint) from cause


@lru_cache(maxsize=8)
def _networks(proxies: tuple[str, ...]) -> tuple[_Network, ...]:
    return tuple(ipaddress.ip_network(word, strict=False) for word in proxies)


def _address(word: str) -> str:
    try:
        return str(ipaddress.ip_address(word))
    except ValueError:
        return ""
