"""The rows of the archive: the next link of the chain, an edition with its files, and how they are read back.

Everything here runs inside a transaction that somebody else holds.
"""

import logging
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Subquery, and_, func, insert, select

from renderer.archive import payload
from renderer.archive.chain import Act, Entry, next_entry
from renderer.archive.record import IssuedEdition
from renderer.archive.tables import content, edition, edition_file, entry, withdrawal
from renderer.errors import ArchiveUnavailable

_VERIFY = "Kør archive verify for at se, hvad der er ændret."
_log = logging.getLogger("aftalerapport.archive")
_gone = entry.alias("gone")
_DOCUMENT = ("case_id", "agreement", "followup", "committee")
"""What the versions of one document have in common."""


def head(connection: Connection) -> Entry | None:
    """The last link of the chain, or `None` where there is none."""
    row = connection.execute(select(entry).order_by(entry.c.number.desc()).limit(1)).first()
    return entry_of(row) if row else None


def entry_of(row: Row[Any]) -> Entry:
    """A row of the chain."""
    return Entry(**row._mapping)  # noqa: SLF001


def append(connection: Connection, act: Act, at: str, by: str, said: dict[str, Any]) -> Entry:
    """Add the next link to the chain."""
    before = head(connection)
    if before and at < before.at:
        told = f"Uret på maskinen går bagud: Det er {at}, men det seneste i arkivet er fra {before.at}. Ret uret."
        _log.warning(told, extra={"event": "clock-behind"})
    added = next_entry(before, act, at, by, said)
    lay_entry(connection, added)
    return added


def lay_entry(connection: Connection, added: Entry) -> None:
    """Add a link as it is."""
    connection.execute(insert(entry).values(vars(added)))


def next_number(connection: Connection) -> int:
    """The number of the next edition."""
    return (connection.scalar(select(func.max(edition.c.number))) or 0) + 1


def versions(connection: Connection, said: dict[str, Any]) -> set[int]:
    """The versions of the same document that the archive has."""
    return set(connection.scalars(select(edition.c.version).where(*_same_document(said))))


def newest(connection: Connection, said: dict[str, Any]) -> int | None:
    """The number of the newest version of the same document, or `None` where the archive has none."""
    latest = select(edition.c.number).where(*_same_document(said)).order_by(edition.c.version.desc()).limit(1)
    return connection.scalar(latest)


def _same_document(said: dict[str, Any]) -> list[ColumnElement[bool]]:
    row = payload.edition_row({**said, "number": 0, "version": 0, "edition_sha256": ""}, 0, "")
    return [edition.c[name] == row[name] for name in _DOCUMENT]


def newest_numbers() -> Select[int]:
    """The numbers of the newest versions, one for each document, also of those that were withdrawn."""
    last = _last_versions()
    same = [edition.c[name] == last.c[name] for name in (*_DOCUMENT, "version")]
    return select(edition.c.number).join_from(edition, last, and_(*same))


def _last_versions() -> Subquery:
    keys = [edition.c[name] for name in _DOCUMENT]
    return select(*keys, func.max(edition.c.version).label("version")).group_by(*keys).subquery()


def _replaced(connection: Connection, matching: Select[int]) -> dict[int, int]:
    """The number of the newest version by the number of each older one among these."""
    latest, older = edition.alias("latest"), edition.alias("older")
    same = [latest.c[name] == older.c[name] for name in _DOCUMENT]
    joined = older.join(latest, and_(*same, latest.c.number.in_(newest_numbers())))
    pairs = select(older.c.number, latest.c.number).select_from(joined)
    found = connection.execute(pairs.where(older.c.number.in_(matching), older.c.number != latest.c.number))
    return {row[0]: row[1] for row in found}


def keep(connection: Connection, data: bytes) -> None:
    """Keep bytes under their SHA-256, once."""
    digest = payload.sha256(data)
    if connection.scalar(select(content.c.size).where(content.c.sha256 == digest)) is None:
        connection.execute(insert(content).values(sha256=digest, size=len(data), data=data))


def lay_edition(connection: Connection, added: Entry, data: bytes, files: Iterable[bytes]) -> None:
    """Lay down what follows from an entry by which an edition came in: `data` is its JSON."""
    said = payload.opened(added)
    for piece in (data, *files):
        keep(connection, piece)
    connection.execute(insert(edition).values(payload.edition_row(said, added.number, payload.titles(data))))
    if rows := payload.file_rows(said):
        connection.execute(insert(edition_file), rows)


def lay_withdrawal(connection: Connection, added: Entry) -> None:
    """Lay down what follows from an entry by which an edition was withdrawn."""
    connection.execute(insert(withdrawal).values(edition=payload.opened(added)["number"], entry=added.number))


def editions(connection: Connection, matching: Select[int]) -> list[IssuedEdition]:
    """The editions with these numbers, in order. Raises `ArchiveUnavailable` where one cannot be read any more."""
    replaced = _replaced(connection, matching)
    found = [_readable(issued, withdrawn) for issued, withdrawn in entries_of(connection, matching)]
    return [replace(one, replaced_by=replaced.get(one.number)) for one in found]


def entries_of(connection: Connection, matching: Select[int]) -> list[tuple[Entry, Entry | None]]:
    """The entry of each edition with these numbers, in order, and the entry that withdrew it."""
    joined = edition.join(entry, edition.c.entry == entry.c.number)
    joined = joined.outerjoin(withdrawal, withdrawal.c.edition == edition.c.number)
    joined = joined.outerjoin(_gone, withdrawal.c.entry == _gone.c.number)
    width = len(entry.c)
    wanted = select(*entry.c, *_gone.c).select_from(joined).where(edition.c.number.in_(matching))
    found = connection.execute(wanted.order_by(edition.c.number)).all()
    return [(Entry(*row[:width]), Entry(*row[width:]) if row[width] is not None else None) for row in found]


def _readable(issued: Entry, withdrawn: Entry | None) -> IssuedEdition:
    try:
        return payload.issued_edition(issued, withdrawn)
    except ValueError as cause:
        raise ArchiveUnavailable(f"Led {issued.number} i arkivets kæde kan ikke læses.", _VERIFY) from cause


def kept(connection: Connection, digest: str) -> bytes | None:
    """The bytes with this SHA-256. Raises `ArchiveUnavailable` where they are not what they were."""
    data = connection.scalar(select(content.c.data).where(content.c.sha256 == digest))
    if data is not None and payload.sha256(bytes(data)) != digest:
        raise ArchiveUnavailable(f"Indholdet med kontrolsummen {digest} er ændret, siden det blev udstedt.", _VERIFY)
    return None if data is None else bytes(data)
