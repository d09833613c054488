"""The hash chain: every act in the archive seals all acts before it.

The digest of an entry is SHA-256 over its number, kind, time, person, payload and the digest before it, as canonical
JSON (RFC 8785 in what is used of it: sorted keys, no spaces, UTF-8, integers only). The first entry follows 64 zeros.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

BEGINNING = "0" * 64
_DIGEST = re.compile("[0-9a-f]{64}")


class Act(StrEnum):
    """What an entry records."""

    ISSUED = "issued"
    WITHDRAWN = "withdrawn"
    IMPORTED = "imported"


@dataclass(frozen=True)
class Entry:
    """One link of the chain; `at` is ISO 8601 in UTC, `payload` canonical JSON."""

    number: int
    kind: str
    at: str
    by: str
    payload: str
    previous: str
    digest: str

    @property
    def recounted(self) -> str:
        """The digest that follows from everything else in the entry."""
        return _digest(self.number, self.kind, self.at, self.by, self.payload, self.previous)

    def as_json(self) -> dict[str, Any]:
        """Plain data, as another archive seals it and a hand-over carries it."""
        return asdict(self)

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> "Entry":
        """What `as_json` gave. Raises `ValueError` for anything else; the digest is not recounted."""
        wanted = {field: int if field == "number" else str for field in cls.__dataclass_fields__}
        if set(said) != set(wanted) or any(type(said[field]) is not kind for field, kind in wanted.items()):
            raise ValueError("this is no entry of a chain")
        return cls(**said)


def next_entry(previous: Entry | None, act: Act, at: str, by: str, payload: dict[str, Any]) -> Entry:
    """The entry that follows `previous` (`None`: the first)."""
    number = previous.number + 1 if previous else 1
    before = previous.digest if previous else BEGINNING
    text = canonical(payload)
    return Entry(number, act.value, at, by, text, before, _digest(number, act.value, at, by, text, before))


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces: the same text for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def is_digest(text: str) -> bool:
    """Whether a text has the form of a SHA-256 in hexadecimal."""
    return _DIGEST.fullmatch(text) is not None


def sha256(data: bytes) -> str:
    """The SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _digest(number: int, kind: str, at: str, by: str, payload: str, previous: str) -> str:
    return sha256(canonical([number, kind, at, by, payload, previous]).encode())
