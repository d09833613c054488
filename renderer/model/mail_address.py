"""E-mail addresses as they are typed: one, or several with commas between them."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from renderer.model.tidying import tidy_line
from renderer.model.values import printable, refuse

_ATOM = r"[A-Za-z0-9_%+'&-]+"
ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
"""One address that every mail program takes (the dot-atom form of RFC 5322, 3.4.1)."""
_BETWEEN = re.compile(r"(?:(?<!\s)\s+)?[,;]\s*")


def _addresses(value: Any) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    addresses = [part for part in _BETWEEN.split(tidy_line(printable(value))) if part]
    wrong = next((one for one in addresses if not ADDRESS.fullmatch(one)), None)
    if wrong is not None or not addresses:
        hint = "Skriv adressen alene, fx arbejdsmarked@kommune.dk; skriv komma imellem, hvis der er flere."
        raise refuse("ugyldig-e-mail", f"»{wrong or value}« er ikke en e-mailadresse.", hint)
    return tuple(dict.fromkeys(addresses))


MailAddresses = Annotated[
    tuple[str, ...],
    BeforeValidator(_addresses),
    PlainSerializer(", ".join, return_type=str),
    WithJsonSchema({"type": "string", "examples": ["arbejdsmarked@kommune.dk"]}),
]
"""One or more addresses, written with commas between them."""
