"""Time stamps of signed heads by an authority (RFC 3161): asked for over HTTP, and checked against its root.

What is stamped is the signature of the head. An authority that does not answer holds nobody up: the stamp is asked for
again the next time.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import httpx
from cryptography import x509
from rfc3161_client import (
    PKIStatus,
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from renderer.archive.archive import Archive
from renderer.archive.database import reading, writing
from renderer.archive.head_rows import lay_stamp, unstamped_heads
from renderer.archive.signed_head import SignedHead
from renderer.errors import UnreadableFile

_SECONDS: Final = 10.0
_LARGEST: Final = 100_000
_REQUEST = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


def stamp_heads(archive: Archive, authority: str) -> tuple[int, int]:
    """Have those signed heads stamped that are not yet; gives how many were, and how many still are not."""
    with reading(archive.engine) as connection:
        waiting = unstamped_heads(connection)
    stamped = 0
    for position, head in waiting:
        stamp = _asked(authority, head)
        if stamp is None:
            break
        with writing(archive.engine) as connection:
            lay_stamp(connection, position, stamp)
        stamped += 1
    return stamped, len(waiting) - stamped


def stamped_at(head: SignedHead, roots: Sequence[x509.Certificate]) -> datetime | None:
    """When the authority with one of these roots stamped a head; `None` where its stamp does not hold."""
    try:
        answer = decode_timestamp_response(head.stamp)
        builder = VerifierBuilder()
        for root in roots:
            builder = builder.add_root_certificate(root)
        builder.build().verify_message(answer, head.signature.encode())
    except (VerificationError, ValueError):
        return None
    return answer.tst_info.gen_time


def read_roots(path: Path) -> list[x509.Certificate]:
    """The certificates of authorities in a file (PEM). Raises `UnreadableFile`."""
    try:
        return x509.load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError) as cause:
        hint = "Få rodcertifikatet fra dem, der stempler, som en PEM-fil."
        raise UnreadableFile(f"Certifikaterne i »{path}« kan ikke læses.", hint) from cause


def _asked(authority: str, head: SignedHead) -> bytes | None:
    request = TimestampRequestBuilder().data(head.signature.encode()).build()
    try:
        with httpx.Client(timeout=_SECONDS, follow_redirects=False) as client:
            answer = client.post(authority, content=request.as_bytes(), headers=_REQUEST)
        content = answer.content
        if not answer.is_success or len(content) > _LARGEST:
            return None
        said = decode_timestamp_response(content)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError):
        return None
    if said.status != PKIStatus.GRANTED or said.tst_info.nonce != request.nonce:
        return None
    return content if said.tst_info.message_imprint.message == request.message_imprint.message else None
