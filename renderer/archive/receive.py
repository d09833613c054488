"""Take in editions that were handed over, in one transaction.

What continues this archive's own chain (into an empty archive: a whole export) is laid down as it was: the same
numbers, entries and digests. Anything else becomes an act of this archive that seals the other archive's entry: the
edition gets a number here, and keeps its origin. What the archive has already is passed over.
"""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from renderer.archive import payload, rows
from renderer.archive.archive import Archive
from renderer.archive.bag import HandedEdition
from renderer.archive.chain import BEGINNING, Act, Entry
from renderer.archive.database import writing
from renderer.archive.record import IssuedEdition
from renderer.archive.tables import edition, entry, withdrawal
from renderer.errors import WrongCall


@dataclass(frozen=True)
class Received:
    """What was taken in. `editions` are new here; `withdrawn` were here, and are withdrawn now.

    `as_it_was` tells that everything was laid down unchanged; `known` counts what the archive had already.
    """

    editions: tuple[IssuedEdition, ...]
    withdrawn: tuple[IssuedEdition, ...]
    known: int
    as_it_was: bool


def receive(archive: Archive, handed: Sequence[HandedEdition], by: str, at: datetime.datetime) -> Received:
    """Take in editions whose bags were read and found in order, all of them or none.

    `by` takes them in; it may be empty where everything continues the chain. Raises `WrongCall` where it is needed.
    """
    ordered = sorted(handed, key=lambda one: (one.issued.number, one.issued.digest))
    with writing(archive.engine) as connection:
        before = rows.next_number(connection)
        continuing = _continuing(connection, ordered)
        if continuing is not None:
            gone = _lay_down(connection, continuing)
        else:
            gone = _Importing(connection, by, payload.moment(at)).all_of(ordered)
        archive.sign(connection, at)
        new = tuple(rows.editions(connection, select(edition.c.number).where(edition.c.number >= before)))
        older = [number for number in gone if number < before]
        withdrawn = rows.editions(connection, select(edition.c.number).where(edition.c.number.in_(older)))
        return Received(new, tuple(withdrawn), len(ordered) - len(new), continuing is not None)


_Link = tuple[Entry, HandedEdition]


def _continuing(connection: Connection, handed: Sequence[HandedEdition]) -> list[_Link] | None:
    """The links that are new, where all of them together continue the chain that is here; else `None`."""
    present = {row.number: row.digest for row in connection.execute(select(entry.c.number, entry.c.digest))}
    links = [(one.issued, one) for one in handed] + [(one.withdrawn, one) for one in handed if one.withdrawn]
    links.sort(key=lambda link: link[0].number)
    if any(present.get(link.number, link.digest) != link.digest for link, _ in links):
        return None
    new = [link for link in links if link[0].number not in present]
    last = rows.head(connection)
    number, digest = (last.number, last.digest) if last else (0, BEGINNING)
    for link, _ in new:
        if link.number != number + 1 or link.previous != digest:
            return None
        number, digest = link.number, link.digest
    return new if _fits(connection, (link for link, _ in new)) else None


def _fits(connection: Connection, new: Iterable[Entry]) -> bool:
    """Whether the numbers and versions in the links follow those that are here, and only what holds is withdrawn."""
    number = rows.next_number(connection)
    withdrawn = select(withdrawal.c.edition)
    holds = set(connection.scalars(select(edition.c.number).where(edition.c.number.not_in(withdrawn))))
    taken: set[tuple[object, ...]] = set()
    for link in new:
        said = payload.opened(link)
        if payload.is_edition(link):
            document = tuple(said[name] for name in ("case_id", "agreement", "followup", "committee", "version"))
            if said["number"] != number or document in taken or said["version"] in rows.versions(connection, said):
                return False
            taken.add(document)
            holds.add(number)
            number += 1
        elif said["number"] in holds:
            holds.remove(said["number"])
        else:
            return False
    return True


def _lay_down(connection: Connection, links: Iterable[_Link]) -> list[int]:
    gone = []
    for link, handed in links:
        rows.lay_entry(connection, link)
        if payload.is_edition(link):
            _lay_edition(connection, link, handed)
        else:
            rows.lay_withdrawal(connection, link)
            gone.append(payload.opened(link)["number"])
    return gone


def _lay_edition(connection: Connection, added: Entry, handed: HandedEdition) -> None:
    data, *files = payload.digests(handed.said)
    rows.lay_edition(connection, added, handed.content(data), (handed.content(digest) for digest in files))


class _Importing:
    """Acts of this archive that seal another's entries."""

    def __init__(self, connection: Connection, by: str, at: str) -> None:
        self._connection, self._by, self._at = connection, by.strip(), at
        self._here = dict(_here(connection))
        self._gone = set(connection.scalars(select(withdrawal.c.edition)))

    def all_of(self, handed: Sequence[HandedEdition]) -> list[int]:
        """Take them in, and give the numbers of those that were withdrawn by it."""
        return [number for one in handed if (number := self._one(one))]

    def _one(self, handed: HandedEdition) -> int:
        sealed = [handed.issued, *payload.origins(handed.issued)]
        number = next((self._here[one.digest] for one in sealed if one.digest in self._here), 0)
        if not number:
            number = self._import(handed)
            self._here |= {one.digest: number for one in sealed}
        if handed.withdrawn is None or number in self._gone:
            return 0
        said = payload.withdrawn_elsewhere(number, handed.withdrawn)
        rows.lay_withdrawal(self._connection, self._append(Act.WITHDRAWN, said))
        self._gone.add(number)
        return number

    def _import(self, handed: HandedEdition) -> int:
        number, version = rows.next_number(self._connection), handed.said["version"]
        taken = rows.versions(self._connection, handed.said)
        free = version if version not in taken else max(taken) + 1
        added = self._append(Act.IMPORTED, payload.imported(handed.issued, number, free))
        _lay_edition(self._connection, added, handed)
        return number

    def _append(self, act: Act, said: dict[str, object]) -> Entry:
        if not self._by:
            message = (
                "Udgaverne kommer fra et andet arkiv og får nye numre her, så det skal stå, hvem der læser dem ind."
            )
            raise WrongCall(message, "Skriv dit navn efter --by.")
        return rows.append(self._connection, act, self._at, self._by, said)


def _here(connection: Connection) -> Iterable[tuple[str, int]]:
    """The digest of every edition's entry here, and of every entry that it seals, with the edition's number."""
    joined = entry.join(edition, edition.c.entry == entry.c.number)
    for row in connection.execute(select(*entry.c, edition.c.number).select_from(joined)):
        added = Entry(*row[:-1])
        for one in (added, *payload.origins(added)):
            yield one.digest, row[-1]
