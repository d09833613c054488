"""Recount the archive: every hash, every column, every file, and name exactly what is not as it was.

Everything that stands in the lookup tables follows from the chain, so each row is made anew from its entry and held
against the one that is there. The chain cannot tell that its last entries were cut off, or that it was made anew from
some entry on: for that a digest written down elsewhere (`expected`) and signed heads kept elsewhere (`kept`) are held
against it. Values are read as they stand, whatever kind they are: SQLite keeps a text in a column of numbers. Files are
read one by one, so what is held in memory grows with the number of editions, not with their size.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, Select, Table, select, type_coerce
from sqlalchemy.types import NullType

from renderer.archive import payload
from renderer.archive.archive import Archive
from renderer.archive.chain import BEGINNING, Act, Entry, sha256
from renderer.archive.database import reading
from renderer.archive.head_audit import head_faults, unknown_heads
from renderer.archive.head_rows import all_heads
from renderer.archive.signed_head import SignedHead
from renderer.archive.tables import content, edition, edition_file, entry, withdrawal
from renderer.findings import Finding, Place, error, warning

_RESTORE = "Hent arkivet fra en sikkerhedskopi, og find ud af, hvem der har haft adgang."
_FEW = {"yield_per": 4}
_MANY = {"yield_per": 500}
_NO_HEADS: Final[Mapping[str, Sequence[SignedHead]]] = MappingProxyType({})
_Key = tuple[Any, ...]
_Row = dict[str, Any]


def audit(archive: Archive, expected: str = "", kept: Mapping[str, Sequence[SignedHead]] = _NO_HEADS) -> list[Finding]:
    """What is not as it was, in the order of the archive; empty where everything is. A fault hides no other.

    `expected` is the digest of an entry that was written down outside the archive, `kept` the signed heads that were
    kept outside it, by the name of their file.
    """
    with reading(archive.engine) as connection:
        return list(_Audit(connection).findings(expected, kept))


class _Audit:
    """One walk through the chain, then one through each table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._issued: dict[int, _Row] = {}
        self._withdrawn: dict[int, int] = {}
        self._titles: dict[str, str | None] = {}
        self._digests: dict[int, str] = {}

    def findings(self, expected: str, kept: Mapping[str, Sequence[SignedHead]]) -> Iterator[Finding]:
        yield from self._chain(expected)
        yield from self._heads(kept)
        yield from self._contents()
        yield from self._table(edition, ("number",), self._editions())
        yield from self._table(edition_file, ("edition", "format"), self._files())
        yield from self._table(withdrawal, ("edition",), self._withdrawals())

    def _chain(self, expected: str) -> Iterator[Finding]:
        before, position, known, at = BEGINNING, 0, not expected, ""
        for row in self._connection.execute(_as_it_stands(entry).order_by(entry.c.number), execution_options=_MANY):
            one = Entry(*row)
            if not all(isinstance(value, str) for value in row[1:]):
                yield _finding(f"Led {one.number} i arkivets kæde kan ikke læses.")
                one = Entry(one.number, *(str(value) for value in row[1:]))
            known = known or one.digest == expected
            self._digests[one.number] = one.digest
            said = _opened(one)
            item = _edition_name(said["number"]) if said else None
            if one.number != position + 1:
                yield _finding(f"Arkivets kæde springer fra led {position} til led {one.number}.", item)
            if one.previous != before:
                yield _finding(f"Led {one.number} i arkivets kæde følger ikke efter det forrige.", item)
            if one.recounted != one.digest:
                yield _finding(f"Led {one.number} i arkivets kæde er ændret.", item)
            elif one.at < at:
                yield _earlier(one, at)
            else:
                at = one.at
            yield from self._read(one, said, item)
            before, position = one.digest, one.number
        if not known:
            yield _finding("Arkivet har ikke den kontrolsum, som er skrevet ned: Noget er ændret eller klippet af.")

    def _read(self, one: Entry, said: _Row | None, item: str | None) -> Iterator[Finding]:
        if said is None:
            yield _finding(f"Led {one.number} i arkivets kæde kan ikke læses.")
            return
        if any(origin.recounted != origin.digest for origin in payload.origins(one)):
            yield _finding(f"Leddet fra det andet arkiv i led {one.number} er ændret.", item)
        if "files" in said:
            kept = {name: value for name, value in said.items() if name not in {"accepted", "origin"}}
            self._issued[one.number] = kept
            self._titles[said["edition_sha256"]] = None
        elif one.kind == Act.WITHDRAWN:
            self._withdrawn[one.number] = said["number"]

    def _heads(self, kept: Mapping[str, Sequence[SignedHead]]) -> Iterator[Finding]:
        there = []
        for position, head in all_heads(self._connection):
            if head is None:
                yield _finding(f"Kontrolpunkt {position} i arkivet kan ikke læses.")
            else:
                there.append(head)
        yield from head_faults(there, self._digests)
        for file, heads in kept.items():
            yield from unknown_heads(heads, there, file)
            yield from head_faults(heads, self._digests, file)

    def _contents(self) -> Iterator[Finding]:
        used = {digest for said in self._issued.values() for digest in payload.digests(said)}
        present = set()
        everything = _as_it_stands(content).order_by(content.c.sha256)
        for digest, size, stands in self._connection.execute(everything, execution_options=_FEW):
            data = stands if isinstance(stands, bytes) else str(stands).encode()
            present.add(digest)
            if sha256(data) != digest:
                yield _finding(f"Indholdet med kontrolsummen {digest} er ændret.", self._users(digest))
            elif digest not in used:
                yield _finding(f"Indholdet med kontrolsummen {digest} hører ikke til nogen udgave.")
            if len(data) != size:
                yield _finding(f"Feltet size ved indholdet med kontrolsummen {digest} er ændret.", self._users(digest))
            if digest in self._titles:
                self._titles[digest] = _titles(data)
        for digest in sorted(used - present):
            yield _finding(f"Indholdet med kontrolsummen {digest} mangler.", self._users(digest))

    def _table(self, table: Table, keys: tuple[str, ...], expected: dict[_Key, _Row]) -> Iterator[Finding]:
        rows = self._connection.execute(_as_it_stands(table), execution_options=_MANY).mappings()
        found = {tuple(row[key] for key in keys): dict(row) for row in rows}
        for key in sorted({*expected, *found}, key=_in_order):
            item = _edition_name(key[0])
            which = f" ({key[1]})" if len(key) > 1 else ""
            if key not in found:
                yield _finding(f"En række i tabellen {table.name} mangler{which}.", item)
            elif key not in expected:
                yield _finding(f"En række i tabellen {table.name} følger ikke af arkivets kæde{which}.", item)
            else:
                for name in sorted(name for name, value in expected[key].items() if found[key][name] != value):
                    yield _finding(f"Feltet {name} i tabellen {table.name} er ændret{which}.", item)

    def _editions(self) -> dict[_Key, _Row]:
        rows: dict[_Key, _Row] = {}
        for number, said in self._issued.items():
            titles = self._titles[said["edition_sha256"]]
            row = payload.edition_row(said, number, titles or "")
            if titles is None:
                # What stands there is no edition any more, or is gone, which is said of its content.
                del row["titles"]
            rows[(said["number"],)] = row
        return rows

    def _files(self) -> dict[_Key, _Row]:
        rows = [row for said in self._issued.values() for row in payload.file_rows(said)]
        return {(row["edition"], row["format"]): row for row in rows}

    def _withdrawals(self) -> dict[_Key, _Row]:
        return {(number,): {"edition": number, "entry": link} for link, number in self._withdrawn.items()}

    def _users(self, digest: str) -> str | None:
        numbers = [str(said["number"]) for said in self._issued.values() if digest in payload.digests(said)]
        return f"udgave {', '.join(numbers)}" if numbers else None


def _as_it_stands(table: Table) -> "Select[*tuple[Any, ...]]":
    return select(*(type_coerce(column, NullType()).label(column.name) for column in table.columns))


def _in_order(key: _Key) -> list[tuple[bool, Any]]:
    """Numbers before texts, which stand there only where somebody has altered them."""
    return [(not isinstance(part, int), part if isinstance(part, int | str) else str(part)) for part in key]


def _earlier(one: Entry, at: str) -> Finding:
    message = f"Led {one.number} i arkivets kæde er fra {one.at}, men et led før det er fra {at}."
    hint = "Uret på den maskine, der udstedte, gik forkert. Er det ikke rettet, så ret det."
    return warning("tiden-går-tilbage", Place(), message, hint)


def _opened(one: Entry) -> _Row | None:
    try:
        return payload.opened(one)
    except ValueError:
        return None


def _titles(data: bytes) -> str | None:
    try:
        return payload.titles(data)
    except (ValueError, KeyError, TypeError):
        return None


def _edition_name(number: int) -> str:
    return f"udgave {number}"


def _finding(message: str, item: str | None = None) -> Finding:
    return error("arkiv-ændret", Place(item=item), message, _RESTORE)
