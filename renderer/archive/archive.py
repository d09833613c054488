"""The archive itself: issue, withdraw, find and fetch, each act in one transaction, all of it or nothing."""

import datetime
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Select, select

from renderer.archive import payload, rows
from renderer.archive.bag import HandedEdition
from renderer.archive.chain import Act, Entry
from renderer.archive.database import open_engine, prepare, reading, writing
from renderer.archive.head_rows import all_heads, lay_head
from renderer.archive.job_rows import Recorded, finish_job, recorded_by_job
from renderer.archive.record import IssuedEdition, IssuedRound, Issuing, NewEdition, Wanted
from renderer.archive.signed_head import SignedHead
from renderer.archive.signing_key import SigningKey
from renderer.archive.tables import edition, edition_file, entry, withdrawal
from renderer.archive.unchanged import standing_as_issued
from renderer.errors import AftalerapportError, ReasonNeeded, UnknownChoice
from renderer.model.fixed_word import compared


class Archive:
    """An open archive; a context manager that closes its connections."""

    def __init__(self, address: str, *, make: bool = True, key: SigningKey | None = None) -> None:
        """Open the archive at a database address; with a `key`, every act is signed in its own transaction.

        Where there is none yet, it is made, or, without `make`, `ArchiveUnavailable` is raised and nothing touched.
        Raises `WrongCall` for an address that is none, `ArchiveUnavailable` where the database cannot be used.
        """
        self.engine = open_engine(address, make=make)
        self.key = key
        try:
            prepare(self.engine, make=make)
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
        return list(self._record(editions, issuing, job, changed_only=False).issued)

    def issue_changed(self, editions: Sequence[NewEdition], issuing: Issuing, job: str = "") -> IssuedRound:
        """The same, but those that stand as they were issued before (`unchanged.py`) are passed over, and given."""
        return self._record(editions, issuing, job, changed_only=True)

    def _record(self, editions: Sequence[NewEdition], issuing: Issuing, job: str, *, changed_only: bool) -> IssuedRound:
        with writing(self.engine) as connection:
            recorded = recorded_by_job(connection, job) if job else None
            if recorded is None:
                standing = [standing_as_issued(connection, new) if changed_only else None for new in editions]
                pairs = zip(editions, standing, strict=True)
                numbers = [_issue_one(connection, new, issuing) for new, stands in pairs if stands is None]
                recorded = Recorded(numbers, [number for number in standing if number is not None])
                self.sign(connection, issuing.at)
                if job:
                    finish_job(connection, job, payload.moment(issuing.at), recorded)
            return IssuedRound(
                tuple(_edition(connection, number) for number in recorded.issued),
                tuple(_edition(connection, number) for number in recorded.unchanged),
            )

    def withdraw(self, number: int, by: str, at: datetime.datetime, reason: str) -> IssuedEdition:
        """Mark an edition as withdrawn; it stays. Raises `UnknownChoice` where there is none, or none that holds."""
        with writing(self.engine) as connection:
            before = _edition(connection, number)
            if before.withdrawn_at:
                raise UnknownChoice(f"Udgave {number} er allerede trukket tilbage.", "Se den med archive show.")
            added = rows.append(connection, Act.WITHDRAWN, payload.moment(at), by, payload.withdrawn(number, reason))
            rows.lay_withdrawal(connection, added)
            self.sign(connection, at)
            return _edition(connection, number)

    def sign(self, connection: Connection, at: datetime.datetime) -> None:
        """Sign how far the chain goes, where there is a key; part of the transaction that somebody else holds."""
        if self.key:
            lay_head(connection, self.key, payload.moment(at))

    def edition(self, number: int) -> IssuedEdition:
        """One edition. Raises `UnknownChoice` where the archive has no such number."""
        with reading(self.engine) as connection:
            return _edition(connection, number)

    def find(self, wanted: Wanted = Wanted()) -> list[IssuedEdition]:  # noqa: B008
        """The editions that match, in order of their numbers."""
        with reading(self.engine) as connection:
            return rows.editions(connection, _matching(connection, wanted))

    def numbers(self, wanted: Wanted = Wanted()) -> list[int]:  # noqa: B008
        """The numbers of the editions that match, in order."""
        with reading(self.engine) as connection:
            return list(connection.scalars(_matching(connection, wanted)))

    def holding(self, digest: str) -> list[int]:
        """The numbers of the editions that have a file with this SHA-256."""
        held = select(edition_file.c.edition).where(edition_file.c.sha256 == digest).order_by(edition_file.c.edition)
        with reading(self.engine) as connection:
            return list(connection.scalars(held))

    def handed(self, wanted: Wanted = Wanted()) -> list[HandedEdition]:  # noqa: B008
        """The editions that match, ready to be handed over; their bytes are read when they are asked for."""
        with reading(self.engine) as connection:
            pairs = rows.entries_of(connection, _matching(connection, wanted))
            heads = [head for _, head in all_heads(connection) if head]
        return [
            HandedEdition(issued, withdrawn, self.bytes, tuple(_naming(heads, issued, withdrawn)))
            for issued, withdrawn in pairs
        ]

    def file(self, number: int, format: str) -> tuple[str, bytes]:  # noqa: A002
        """The name and the bytes of an edition's file. Raises `UnknownChoice` where it has none of that format."""
        issued = self.edition(number)
        kept = next((file for file in issued.files if file.format == format), None)
        if kept is None:
            known = ", ".join(file.format for file in issued.files)
            raise UnknownChoice(f"Udgave {number} har ingen fil i formatet »{format}«.", f"Den har: {known}.")
        return kept.name, self.bytes(kept.sha256)

    def bytes(self, digest: str) -> bytes:
        """The bytes with this SHA-256.

        Raises `UnknownChoice` where there are none, `ArchiveUnavailable` where they were altered.
        """
        with reading(self.engine) as connection:
            data = rows.kept(connection, digest)
        if data is None:
            raise UnknownChoice(f"Arkivet har intet indhold med kontrolsummen {digest}.", "Kør archive verify.")
        return data

    def entries(self) -> Iterator[Entry]:
        """Every link of the chain, in order."""
        with reading(self.engine) as connection:
            for row in connection.execute(select(entry).order_by(entry.c.number)):
                yield rows.entry_of(row)

    def head(self) -> Entry | None:
        """The last link of the chain, or `None` where nothing was ever issued."""
        with reading(self.engine) as connection:
            return rows.head(connection)


def _naming(heads: Sequence[SignedHead], *entries: Entry | None) -> Iterator[SignedHead]:
    numbers = [one.number for one in entries if one]
    return (head for head in heads if any(head.since < number <= head.number for number in numbers))


def _issue_one(connection: Connection, new: NewEdition, issuing: Issuing) -> int:
    number = rows.next_number(connection)
    version = max(rows.versions(connection, payload.facts(new.edition)), default=0) + 1
    if version > 1 and not issuing.reason.strip():
        raise ReasonNeeded(
            f"»{new.edition.facts.title}« er udstedt før, så denne bliver version {version}.",
            "Skriv med --reason, hvorfor udgaven udstedes igen.",
        )
    said = payload.issued(new, issuing, number, version)
    added = rows.append(connection, Act.ISSUED, payload.moment(issuing.at), issuing.by, said)
    rows.lay_edition(connection, added, new.edition.as_json().encode(), [file.content for file in new.files])
    return number


def _matching(connection: Connection, wanted: Wanted) -> Select[int]:
    found = select(edition.c.number)
    if wanted.case_id is not None:
        found = found.where(edition.c.case_id == wanted.case_id)
    if wanted.committee is not None:
        found = found.where(edition.c.committee.in_(_spellings(connection, wanted.committee)))
    if wanted.followup is not None:
        found = found.where(edition.c.followup == wanted.followup)
    if wanted.since:
        found = found.where(edition.c.date >= wanted.since.isoformat())
    if wanted.until:
        found = found.where(edition.c.date <= wanted.until.isoformat())
    if wanted.text:
        found = found.where(edition.c.titles.contains(payload.folded(wanted.text), autoescape=True))
    if wanted.newest:
        withdrawn = select(withdrawal.c.edition)
        found = found.where(edition.c.number.in_(rows.newest_numbers()), edition.c.number.not_in(withdrawn))
    return found.where(edition.c.number.in_(wanted.numbers)) if wanted.numbers else found


def _spellings(connection: Connection, committee: str) -> list[str]:
    """The committee as editions name it, in small or capital letters: not every database knows that Ø and ø are one."""
    names = connection.scalars(select(edition.c.committee).distinct())
    return [name for name in names if name and compared(name) == compared(committee)]


def _edition(connection: Connection, number: int) -> IssuedEdition:
    found = rows.editions(connection, select(edition.c.number).where(edition.c.number == number))
    if not found:
        raise UnknownChoice(f"Arkivet har ingen udgave med nummer {number}.", "Se numrene med archive list.")
    return found[0]
