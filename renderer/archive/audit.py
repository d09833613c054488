"""Recount the archive: every hash, every column, every file, and name exactly what is not as it was.

Everything that stands in the lookup tables follows from the chain, so each row is made anew from its entry and held
against the one that is there. The chain cannot tell that its last entries were cut off: for that a digest written
down elsewhere is held against it (`expected`).
"""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, select

from renderer.archive import payload
from renderer.archive.archive import Archive
from renderer.archive.chain import BEGINNING, Act, Entry, sha256
from renderer.archive.database import said_in_danish
from renderer.archive.tables import content, edition, edition_file, entry, withdrawal
from renderer.findings import Finding, Place, error

_RESTORE = "Hent arkivet fra en sikkerhedskopi, og find ud af, hvem der har haft adgang."
_Key = tuple[Any, ...]
_Row = dict[str, Any]


def audit(archive: Archive, expected: str = "") -> list[Finding]:
    """What is not as it was, in the order of the archive; empty where everything is.

    `expected` is the digest of an entry that was written down outside the archive.
    """
    with said_in_danish(archive.engine), archive.engine.connect() as connection:
        return list(_Audit(connection).findings(expected))


class _Audit:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._entries = [Entry(*row) for row in connection.execute(select(entry).order_by(entry.c.number))]
        self._payloads = {one.number: _payload(one) for one in self._entries}

    def findings(self, expected: str) -> Iterator[Finding]:
        yield from self._chain()
        if expected and expected not in {one.digest for one in self._entries}:
            yield _finding("Arkivet har ikke den kontrolsum, som er skrevet ned: Noget er ændret eller klippet af.")
        yield from self._contents()
        yield from self._table(edition, ("number",), self._editions())
        yield from self._table(edition_file, ("edition", "format"), self._files())
        yield from self._table(withdrawal, ("edition",), self._withdrawals())

    def _chain(self) -> Iterator[Finding]:
        before = BEGINNING
        for position, one in enumerate(self._entries, 1):
            if one.number != position:
                yield _finding(f"Arkivets kæde springer fra led {position - 1} til led {one.number}.")
                return
            if one.previous != before:
                yield _finding(f"Led {one.number} i arkivets kæde følger ikke efter det forrige.", self._item(one))
            if one.recounted != one.digest:
                yield _finding(f"Led {one.number} i arkivets kæde er ændret.", self._item(one))
            if self._payloads[one.number] is None:
                yield _finding(f"Led {one.number} i arkivets kæde kan ikke læses.", self._item(one))
            before = one.digest

    def _contents(self) -> Iterator[Finding]:
        used: set[str] = set()
        for said in self._issued():
            used |= {said["edition_sha256"], *(file["sha256"] for file in said["files"])}
        present = set()
        for row in self._connection.execution_options(yield_per=20).execute(select(content)):
            present.add(row.sha256)
            if sha256(row.data) != row.sha256 or len(row.data) != row.size:
                yield _finding(f"Indholdet med kontrolsummen {row.sha256} er ændret.", self._users(row.sha256))
            elif row.sha256 not in used:
                yield _finding(f"Indholdet med kontrolsummen {row.sha256} hører ikke til nogen udgave.")
        for digest in sorted(used - present):
            yield _finding(f"Indholdet med kontrolsummen {digest} mangler.", self._users(digest))

    def _table(self, table: Table, keys: tuple[str, ...], expected: dict[_Key, _Row]) -> Iterator[Finding]:
        found = {
            tuple(row[key] for key in keys): dict(row) for row in self._connection.execute(select(table)).mappings()
        }
        for key in sorted({*expected, *found}):
            number = f"udgave {key[0]}"
            if key not in found:
                yield _finding(f"En række i tabellen {table.name} mangler.", number)
            elif key not in expected:
                yield _finding(f"En række i tabellen {table.name} følger ikke af arkivets kæde.", number)
            else:
                for name in sorted(name for name, value in expected[key].items() if found[key][name] != value):
                    yield _finding(f"Feltet {name} i tabellen {table.name} er ændret.", number)

    def _editions(self) -> dict[_Key, _Row]:
        rows = {}
        for number, said in self._payloads.items():
            if said is not None and "files" in said:
                rows[(said["number"],)] = self._edition(said, number)
        return rows

    def _files(self) -> dict[_Key, _Row]:
        rows = [row for said in self._issued() for row in payload.file_rows(said)]
        return {(row["edition"], row["format"]): row for row in rows}

    def _withdrawals(self) -> dict[_Key, _Row]:
        return {
            (said["number"],): {"edition": said["number"], "entry": one.number}
            for one in self._entries
            if one.kind == Act.WITHDRAWN and (said := self._payloads[one.number]) is not None
        }

    def _issued(self) -> Iterator[_Row]:
        yield from (said for said in self._payloads.values() if said is not None and "files" in said)

    def _edition(self, said: _Row, number: int) -> _Row:
        wanted = select(content.c.data).where(content.c.sha256 == said["edition_sha256"])
        try:
            return payload.edition_row(said, self._connection.scalar(wanted) or b"", number)
        except (ValueError, KeyError, TypeError):
            # What stands there is no edition any more, which is said of its content.
            return {"number": said["number"], "entry": number}

    def _item(self, one: Entry) -> str | None:
        said = self._payloads[one.number]
        return f"udgave {said['number']}" if said and "number" in said else None

    def _users(self, digest: str) -> str | None:
        numbers = [
            str(said["number"])
            for said in self._issued()
            if digest in {said["edition_sha256"], *(file["sha256"] for file in said["files"])}
        ]
        return f"udgave {', '.join(numbers)}" if numbers else None


def _payload(one: Entry) -> _Row | None:
    try:
        said = json.loads(one.payload)
    except ValueError:
        return None
    return said if isinstance(said, dict) and isinstance(said.get("number"), int) else None


def _finding(message: str, item: str | None = None) -> Finding:
    return error("arkiv-ændret", Place(item=item), message, _RESTORE)
