"""Signed heads of the chain: how far it went at a time, so that nobody can make it anew from some entry on unseen.

As in Certificate Transparency (RFC 9162, 4.10, "signed tree head"), who keeps one elsewhere can tell later whether the
chain still goes on from there. Each names every entry since the head before it, so that the first one that was written
anew can be named. In Danish it is a `kontrolpunkt`.
"""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from renderer.archive.chain import BEGINNING, canonical, is_digest
from renderer.archive.signing_key import SigningKey, is_signed

_FORMAT = "aftalerapport-kontrolpunkt-1"
_FILE_FORMAT = "aftalerapport-kontrolpunkter-1"
_SHAPE = {"format": str, "number": int, "at": str, "since": int, "digests": list, "key": str, "successor": str}


@dataclass(frozen=True)
class SignedHead:
    """What was signed (`statement`, canonical JSON), its signature, and a time stamp (RFC 3161, DER) if any.

    The chain ended with entry `number` at the moment `at`; `digests` are those of the entries after `since`, where the
    head before this one ended. `key` has signed; `successor` is the key that signs from then on, or empty.
    """

    statement: str
    signature: str
    number: int
    at: str
    since: int
    digests: tuple[str, ...]
    key: str
    successor: str
    stamp: bytes = b""

    @property
    def genuine(self) -> bool:
        """Whether it was signed with the key that it names."""
        return is_signed(self.statement, self.signature, self.key)

    @property
    def digest(self) -> str:
        """The digest of the last entry that it names; empty for a hand-over of the key with nothing new."""
        return self.digests[-1] if self.digests else ""

    @property
    def next_key(self) -> str:
        """The key that the next one is signed with."""
        return self.successor or self.key

    def as_json(self) -> dict[str, Any]:
        """Plain data, as files and bags carry it."""
        stamp = base64.b64encode(self.stamp).decode()
        return {"statement": self.statement, "signature": self.signature, "stamp": stamp or None}


def sign_head(key: SigningKey, at: str, since: int, digests: Sequence[str], successor: str = "") -> SignedHead:
    """Sign that the chain goes on from entry `since` with these digests."""
    said = {
        "format": _FORMAT, "number": since + len(digests), "at": at, "since": since, "digests": list(digests),
        "key": key.public, "successor": successor,
    }  # fmt: skip
    statement = canonical(said)
    return read_head(statement, key.sign(statement))


def read_head(statement: str, signature: str, stamp: bytes = b"") -> SignedHead:
    """A signed head as it is kept. Raises `ValueError` for anything else; the signature is not checked."""
    try:
        said = json.loads(statement)
    except RecursionError as cause:
        raise ValueError("this statement lies too deep in itself") from cause
    if not isinstance(said, dict) or set(said) != set(_SHAPE) or said["format"] != _FORMAT:
        raise ValueError("this is no signed head of a chain")
    if any(type(said[name]) is not kind for name, kind in _SHAPE.items()):
        raise ValueError("this is no signed head of a chain")
    digests = said["digests"]
    if not all(isinstance(one, str) and is_digest(one) and one != BEGINNING for one in digests):
        raise ValueError("these are no digests")
    if said["since"] < 0 or said["number"] != said["since"] + len(digests):
        raise ValueError("these entries do not follow")
    return SignedHead(
        statement, signature, said["number"], said["at"], said["since"], tuple(digests), said["key"],
        said["successor"], stamp,
    )  # fmt: skip


def heads_file(heads: Sequence[SignedHead]) -> bytes:
    """A file that proves later what the chain was when it was written."""
    said = {"format": _FILE_FORMAT, "heads": [head.as_json() for head in heads]}
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()


def read_heads_file(content: bytes) -> list[SignedHead]:
    """The signed heads in a file, in order. Raises `ValueError` for anything else."""
    try:
        said = json.loads(content.decode())
    except RecursionError as cause:
        raise ValueError("this file lies too deep in itself") from cause
    if not isinstance(said, dict) or said.get("format") != _FILE_FORMAT or not isinstance(said.get("heads"), list):
        raise ValueError("this is no file of signed heads")
    return [_from_json(one) for one in said["heads"]]


def _from_json(said: Mapping[str, Any]) -> SignedHead:
    if not isinstance(said, dict) or set(said) != {"statement", "signature", "stamp"}:
        raise ValueError("this is no signed head")
    statement, signature, stamp = said["statement"], said["signature"], said["stamp"] or ""
    if not all(isinstance(one, str) for one in (statement, signature, stamp)):
        raise ValueError("this is no signed head")
    return read_head(statement, signature, base64.b64decode(stamp, validate=True))
