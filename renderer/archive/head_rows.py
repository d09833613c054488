"""The rows of the signed heads: the next one, laid down in the transaction that it ends, and all that there are."""

from collections.abc import Iterator

from sqlalchemy import Connection, insert, select

from renderer.archive.signed_head import SignedHead, read_head, sign_head
from renderer.archive.signing_key import SigningKey
from renderer.archive.tables import entry, head_stamp, signed_head
from renderer.errors import ArchiveUnavailable, WrongCall

_VERIFY = "Kør archive verify for at se, hvad der er ændret."


def lay_head(connection: Connection, key: SigningKey, at: str, successor: str = "") -> SignedHead | None:
    """Sign how far the chain goes and lay it down; `None` where nothing is new since the last one.

    Raises `WrongCall` for another key than the one that signs this archive.
    """
    last = newest_head(connection)
    if last and last.next_key != key.public:
        message = "Nøglen er ikke den, som arkivet bliver underskrevet med."
        raise WrongCall(message, "Ret AFTALERAPPORT_SIGNING_KEY, eller skift nøgle med archive key --replaces.")
    since = last.number if last else 0
    digests = list(connection.scalars(select(entry.c.digest).where(entry.c.number > since).order_by(entry.c.number)))
    if not digests and not successor:
        return None
    signed = sign_head(key, at, since, digests, successor)
    row = {"statement": signed.statement, "signature": signed.signature}
    connection.execute(insert(signed_head).values(row))
    return signed


def newest_head(connection: Connection) -> SignedHead | None:
    """The last signed head, or `None` where nothing was ever signed. Raises `ArchiveUnavailable` for one unreadable."""
    last = select(signed_head.c.statement, signed_head.c.signature).order_by(signed_head.c.position.desc()).limit(1)
    row = connection.execute(last).first()
    try:
        return read_head(row.statement, row.signature) if row else None
    except (ValueError, TypeError) as cause:
        raise ArchiveUnavailable("Arkivets seneste kontrolpunkt kan ikke læses.", _VERIFY) from cause


def all_heads(connection: Connection) -> Iterator[tuple[int, SignedHead | None]]:
    """Every signed head with its position, in order, `None` for one that cannot be read."""
    stamped = signed_head.outerjoin(head_stamp, head_stamp.c.head == signed_head.c.position)
    columns = (signed_head.c.position, signed_head.c.statement, signed_head.c.signature, head_stamp.c.stamp)
    for position, statement, signature, stamp in connection.execute(
        select(*columns).select_from(stamped).order_by(signed_head.c.position)
    ):
        try:
            yield position, read_head(statement, signature, bytes(stamp or b""))
        except (ValueError, TypeError):
            yield position, None


def unstamped_heads(connection: Connection) -> list[tuple[int, SignedHead]]:
    """The signed heads without a time stamp, with their positions."""
    stamped = select(head_stamp.c.head)
    waiting = select(signed_head).where(signed_head.c.position.not_in(stamped)).order_by(signed_head.c.position)
    return [(row.position, read_head(row.statement, row.signature)) for row in connection.execute(waiting)]


def lay_stamp(connection: Connection, position: int, stamp: bytes) -> None:
    """Keep the time stamp of a signed head, unless it has one."""
    if connection.scalar(select(head_stamp.c.head).where(head_stamp.c.head == position)) is None:
        connection.execute(insert(head_stamp).values(head=position, stamp=stamp))
