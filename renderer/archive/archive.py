"""The archive itself: issue, withdraw, find and fetch, each act in one transaction, all of it or nothing."""

import datetime
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Row, Select, func, insert, select

from renderer.archive import payload
from renderer.archive.chain import Act, Entry, next_entry
from renderer.archive.database import lock_chain, open_engine, prepare, said_in_danish
from renderer.archive.job_rows import finish_job, issued_by_job
from renderer.archive.record import IssuedEdition, Issuing, NewEdition, Wanted
from renderer.archive.tables import content, edition, edition_file, entry, withdrawal
from renderer.errors import AftalerapportError, ReasonNeeded, UnknownChoice


class Archive:
    """An open archive; a context manager that closes its connections."""

    def __init__(self, address: str) -> None:
        """Open the archive at a database address and make its tables where there are none.

        Raises `WrongCall` for an address that is none, `ArchiveUnavailable` where the database cannot be used.
        """
        self.engine = open_engine(address)
        try:
            prepare(self.engine)
        except AftalerapportError:
            self.engine.dispose()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.engine.dispose()

    def issue(self, editions: Sequence[NewEdition], issuing: Issuing, job: str = "") -> list[IssuedEdition]:
        """Record editions as issued, all of them in one transaction, and give them as they now stand.

        A `job` is finished in the same transaction; where it was finished before, nothing is issued, and the editions
        that it issued then are given. Raises `ReasonNeeded` where one was issued before and `issuing.reason` is empty.
        """
        with said_in_danish(self.engine), self.engine.begin() as connection:
            lock_chain(connection)
            numbers = issued_by_job(connection, job) if job else None
            if numbers is None:
                numbers = [_issue_one(connection, new, issuing) for new in editions]
                if job:
                    finish_job(connection, job, payload.moment(issuing.at), numbers)
            return [_edition(connection, number) for number in numbers]

    def withdraw(self, number: int, by: str, at: datetime.datetime, reason: str) -> IssuedEdition:
        """Mark an edition as withdrawn; it stays. Raises `UnknownChoice` where there is none, or none that holds."""
        with said_in_danish(self.engine), self.engine.begin() as connection:
            lock_chain(connection)
            before = _edition(connection, number)
            if before.withdrawn_at:
                raise UnknownChoice(f"Udgave {number} er allerede trukket tilbage.", "Se den med archive show.")
            added = _append(connection, Act.WITHDRAWN, payload.moment(at), by, payload.withdrawn(number, reason))
            connection.execute(insert(withdrawal).values(edition=number, entry=added.number))
            return _edition(connection, number)

    def edition(self, number: int) -> IssuedEdition:
        """One edition. Raises `UnknownChoice` where the archive has no such number."""
        with said_in_danish(self.engine), self.engine.connect() as connection:
            return _edition(connection, number)

    def find(self, wanted: Wanted = Wanted()) -> list[IssuedEdition]:  # noqa: B008
        """The editions that match, in order of their numbers."""
        with said_in_danish(self.engine), self.engine.connect() as connection:
            numbers = connection.scalars(_matching(wanted)).all()
            return [_edition(connection, number) for number in numbers]

    def file(self, number: int, format: str) -> tuple[str, bytes]:  # noqa: A002
        """The name and the bytes of an edition's file. Raises `UnknownChoice` where it has none of that format."""
        issued = self.edition(number)
        kept = next((file for file in issued.files if file.format == format), None)
        if kept is None:
            known = ", ".join(file.format for file in issued.files)
            raise UnknownChoice(f"Udgave {number} har ingen fil i formatet »{format}«.", f"Den har: {known}.")
        return kept.name, self.bytes(kept.sha256)

    def bytes(self, digest: str) -> bytes:
        """The bytes with this SHA-256. Raises `UnknownChoice` where the archive has none."""
        with said_in_danish(self.engine), self.engine.connect() as connection:
            data = connection.scalar(select(content.c.data).where(content.c.sha256 == digest))
        if data is None:
            raise UnknownChoice(f"Arkivet har intet indhold med kontrolsummen {digest}.", "Kør archive verify.")
        return bytes(data)

    def entries(self) -> Iterator[Entry]:
        """Every link of the chain, in order."""
        with said_in_danish(self.engine), self.engine.connect() as connection:
            for row in connection.execute(select(entry).order_by(entry.c.number)):
                yield _entry(row)

    def head(self) -> Entry | None:
        """The last link of the chain, or `None` where nothing was ever issued."""
        with said_in_danish(self.engine), self.engine.connect() as connection:
            return _head(connection)


def _issue_one(connection: Connection, new: NewEdition, issuing: Issuing) -> int:
    facts = payload.facts(new.edition)
    number = (connection.scalar(select(func.max(edition.c.number))) or 0) + 1
    version = (connection.scalar(_newest_version(facts)) or 0) + 1
    if version > 1 and not issuing.reason.strip():
        raise ReasonNeeded(
            f"»{new.edition.facts.title}« er udstedt før, så denne bliver version {version}.",
            "Skriv med --reason, hvorfor udgaven udstedes igen.",
        )
    said = payload.issued(new, issuing, number, version)
    added = _append(connection, Act.ISSUED, payload.moment(issuing.at), issuing.by, said)
    data = new.edition.as_json().encode()
    for piece in (data, *(file.content for file in new.files)):
        _keep(connection, piece)
    connection.execute(insert(edition).values(payload.edition_row(said, data, added.number)))
    if rows := payload.file_rows(said):
        connection.execute(insert(edition_file), rows)
    return number


def _newest_version(facts: dict[str, Any]) -> Select[int | None]:
    same = [edition.c[name] == facts[name] for name in ("case_id", "agreement", "followup", "committee")]
    return select(func.max(edition.c.version)).where(*same)


def _append(connection: Connection, act: Act, at: str, by: str, said: dict[str, Any]) -> Entry:
    added = next_entry(_head(connection), act, at, by, said)
    connection.execute(insert(entry).values(vars(added)))
    return added


def _head(connection: Connection) -> Entry | None:
    row = connection.execute(select(entry).order_by(entry.c.number.desc()).limit(1)).first()
    return _entry(row) if row else None


def _keep(connection: Connection, data: bytes) -> None:
    digest = payload.sha256(data)
    if connection.scalar(select(content.c.size).where(content.c.sha256 == digest)) is None:
        connection.execute(insert(content).values(sha256=digest, size=len(data), data=data))


def _matching(wanted: Wanted) -> Select[int]:
    found = select(edition.c.number).order_by(edition.c.number)
    if wanted.case_id is not None:
        found = found.where(edition.c.case_id == wanted.case_id)
    if wanted.committee is not None:
        found = found.where(edition.c.committee == wanted.committee)
    if wanted.followup is not None:
        found = found.where(edition.c.followup == wanted.followup)
    if wanted.since:
        found = found.where(edition.c.date >= wanted.since.isoformat())
    if wanted.until:
        found = found.where(edition.c.date <= wanted.until.isoformat())
    if wanted.text:
        found = found.where(edition.c.titles.contains(payload.folded(wanted.text), autoescape=True))
    return found.where(edition.c.number.in_(wanted.numbers)) if wanted.numbers else found


def _edition(connection: Connection, number: int) -> IssuedEdition:
    row = connection.execute(select(entry).join(edition).where(edition.c.number == number)).first()
    if row is None:
        raise UnknownChoice(f"Arkivet har ingen udgave med nummer {number}.", "Se numrene med archive list.")
    return payload.issued_edition(_entry(row), _withdrawn(connection, number))


def _withdrawn(connection: Connection, number: int) -> Entry | None:
    found = connection.execute(select(entry).join(withdrawal).where(withdrawal.c.edition == number)).first()
    return _entry(found) if found else None


def _entry(row: Row[Any]) -> Entry:
    return Entry(**row._mapping)  # noqa: SLF001
