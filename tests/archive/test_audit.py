"""An archive in which anything was altered says exactly what: one bit in every column of every table."""

import string
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, LargeBinary, Table, text

from renderer.archive.archive import Archive
from renderer.archive.audit import audit
from renderer.archive.tables import APPEND_ONLY
from renderer.findings import Finding
from tests.archive.editions import AT, issuing, new_edition

COLUMNS = [(table, column.name) for table in APPEND_ONLY for column in table.columns]


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.issue([new_edition(1), new_edition(2, content=b"%PDF-1.7 b")], issuing())
    archive.issue([new_edition(2, content=b"%PDF-1.7 c")], issuing("En dato var forkert."))
    archive.withdraw(2, "Bo Lund", AT, "Erstattet af version 2.")
    return archive


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[f"{table.name}.{column}" for table, column in COLUMNS])
def test_a_bit_in_any_column(filled: Archive, table: Table, column: str) -> None:
    alter(filled, table, column)

    assert audit(filled) != []


def test_an_untouched_archive_has_nothing_to_say(filled: Archive) -> None:
    assert audit(filled) == []
    head = filled.head()
    assert head is not None
    assert audit(filled, head.digest) == []


def test_the_finding_names_field_and_edition(filled: Archive) -> None:
    alter(filled, APPEND_ONLY[2], "title")

    [finding] = audit(filled)

    assert finding.message == "Feltet title i tabellen edition er ændret."
    assert finding.place.item == "udgave 1"
    assert finding.stops


def test_a_changed_file_is_named_with_its_edition(filled: Archive) -> None:
    digest = filled.edition(1).files[0].sha256
    with unlocked(filled) as connection:
        connection.execute(text("UPDATE content SET data = :data WHERE sha256 = :d"), {"data": b"x", "d": digest})

    assert any(finding.place.item == "udgave 1" and digest in finding.message for finding in audit(filled))


@pytest.mark.parametrize("table", ["withdrawal", "edition_file", "edition", "content"])
def test_a_row_that_is_gone(filled: Archive, table: str) -> None:
    with unlocked(filled) as connection:
        connection.execute(text(f"DELETE FROM {table}"))

    assert any("mangler" in finding.message for finding in audit(filled))


def test_an_end_that_was_cut_off_is_found_by_a_digest_written_down(filled: Archive) -> None:
    head = filled.head()
    assert head is not None
    with unlocked(filled) as connection:
        connection.execute(text("DELETE FROM withdrawal"))
        connection.execute(text("DELETE FROM entry WHERE number = :number"), {"number": head.number})

    assert audit(filled) == []
    assert [finding.code for finding in audit(filled, head.digest)] == ["arkiv-ændret"]


def test_an_entry_taken_out_of_the_middle(filled: Archive) -> None:
    with unlocked(filled) as connection:
        connection.execute(text("DELETE FROM entry WHERE number = 2"))

    findings: list[Finding] = audit(filled)
    assert any("springer fra led 1 til led 3" in finding.message for finding in findings)


def alter(archive: Archive, table: Table, column: str) -> None:
    """Change one bit of a column in the table's first row, as somebody with full power over the database could."""
    keys = [key.name for key in table.primary_key]
    with unlocked(archive) as connection:
        row = connection.execute(table.select().order_by(*table.primary_key).limit(1)).mappings().one()
        where = " AND ".join(f'"{key}" = :key_{key}' for key in keys)
        values = {f"key_{key}": row[key] for key in keys}
        connection.execute(
            text(f'UPDATE {table.name} SET "{column}" = :new WHERE {where}'),
            {**values, "new": flipped(row[column], binary=isinstance(table.c[column].type, LargeBinary))},
        )


def flipped(value: object, *, binary: bool) -> object:
    """The value with one bit changed."""
    if binary:
        assert isinstance(value, bytes)
        return bytes([value[0] ^ 1]) + value[1:]
    if isinstance(value, int):
        return value ^ 64
    text_value = str(value)
    if not text_value:
        return "a"
    first = chr(ord(text_value[-1]) ^ 1)
    return text_value[:-1] + (first if first in string.printable else "a")


class unlocked:  # noqa: N801
    """A connection without triggers and foreign keys, which no program of ours ever opens."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._connection: Connection | None = None
        self._steps: Iterator[str]

    def __enter__(self) -> Connection:
        self._connection = self._archive.engine.connect()
        if self._connection.dialect.name == "sqlite":
            self._connection.exec_driver_sql("ROLLBACK")
            self._connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            names = self._connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='trigger'").scalars()
            for name in names.all():
                self._connection.exec_driver_sql(f"DROP TRIGGER {name}")
            self._connection.exec_driver_sql("BEGIN")
        else:
            self._connection.exec_driver_sql("SET session_replication_role = replica")
        return self._connection

    def __exit__(self, *_: object) -> None:
        assert self._connection is not None
        self._connection.commit()
        self._connection.close()
        self._archive.engine.dispose()
