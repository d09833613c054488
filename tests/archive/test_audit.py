"""An archive in which anything was altered says exactly what: one bit in every column of every table."""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Integer, Table, insert, text

from renderer.archive.archive import Archive
from renderer.archive.audit import audit
from renderer.archive.chain import Act, next_entry, sha256
from renderer.archive.database import reading
from renderer.archive.tables import APPEND_ONLY, head_stamp, signed_head
from renderer.errors import ArchiveUnavailable
from renderer.findings import Finding
from tests.archive.altering import alter
from tests.archive.editions import AT, issuing, new_edition
from tests.archive.rows import all_rows, rows
from tests.archive.unlocked import unlocked

TABLES = {table.name: table for table in APPEND_ONLY}
# What was signed is altered in test_signed_head.py.
ALTERED = [table for table in APPEND_ONLY if table not in {signed_head, head_stamp}]
COLUMNS = [(table, column.name) for table in ALTERED for column in table.columns]


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.issue([new_edition(1), new_edition(2, content=b"%PDF-1.7 b")], issuing())
    archive.issue([new_edition(2, content=b"%PDF-1.7 c")], issuing("En dato var forkert."))
    archive.withdraw(1, "Bo Lund", AT, "Erstattet af version 2.")
    return archive


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=[f"{table.name}.{column}" for table, column in COLUMNS])
def test_a_bit_in_any_column(filled: Archive, table: Table, column: str) -> None:
    before = all_rows(filled)
    owner = owner_of(filled, before["content"][0][0])
    alter(filled, table, column)
    after = all_rows(filled)
    assert {name for name in before if before[name] != after[name]} == {table.name}
    [old], [new] = ([row for row in one[table.name] if row not in two[table.name]] for one, two in
                    ((before, after), (after, before)))  # fmt: skip
    assert [name for name, a, b in zip(table.c.keys(), old, new, strict=True) if a != b] == [column]

    said = {(finding.message, finding.place.item) for finding in audit(filled)}

    wanted = expected(table, column, dict(zip(table.c.keys(), new, strict=True)), old, owner)
    if (table.name, column) in WIDER:
        assert wanted <= said
    else:
        assert wanted == said


ONE = "udgave 1"
WIDER = {("entry", "number"), ("entry", "payload"), ("content", "sha256")}
"""Where more follows: a link that stands elsewhere or says nothing, and bytes that nobody knows any more."""


def owner_of(archive: Archive, digest: str) -> str:
    """The editions that content belongs to, as a finding names them."""
    kept = [(one.number, {one.edition_sha256, *(file.sha256 for file in one.files)}) for one in archive.find()]
    return f"udgave {', '.join(str(number) for number, digests in kept if digest in digests)}"


def expected(
    table: Table, column: str, row: dict[str, Any], old: tuple[Any, ...], owner: str
) -> set[tuple[str, str | None]]:
    """What is to be said of one altered bit in the first row of a table: message, and edition."""
    changed = ("Led 1 i arkivets kæde er ændret.", ONE)
    match table.name, column:
        case "entry", "number":
            return {
                ("Arkivets kæde springer fra led 0 til led 2.", "udgave 2"),
                ("Led 65 i arkivets kæde er ændret.", ONE),
            }
        case "entry", "payload":
            return {(changed[0], None), ("Led 1 i arkivets kæde kan ikke læses.", None)}
        case "entry", "previous":
            return {changed, ("Led 1 i arkivets kæde følger ikke efter det forrige.", ONE)}
        case "entry", "digest":
            return {changed, ("Led 2 i arkivets kæde følger ikke efter det forrige.", "udgave 2")}
        case "entry", _:
            return {changed}
        case "content", "sha256":
            return {(f"Indholdet med kontrolsummen {row['sha256']} er ændret.", None)}
        case "content", "size":
            return {(f"Feltet size ved indholdet med kontrolsummen {old[0]} er ændret.", owner)}
        case "content", "data":
            return {(f"Indholdet med kontrolsummen {old[0]} er ændret.", owner)}
    which = " (docx)" if table.name == "edition_file" else ""
    if not table.c[column].primary_key:
        return {(f"Feltet {column} i tabellen {table.name} er ændret{which}.", ONE)}
    there = " (docy)" if column == "format" else which
    item = ONE if column == "format" else "udgave 65"
    return {
        (f"En række i tabellen {table.name} mangler{which}.", ONE),
        (f"En række i tabellen {table.name} følger ikke af arkivets kæde{there}.", item),
    }


def takes_a_text(table: Table, column: str) -> bool:
    """Whether a column of another kind takes a text in SQLite: all but a key that counts the rows."""
    kind = table.c[column].type
    counts = table.c[column].primary_key and isinstance(kind, Integer) and len(table.primary_key) == 1
    return kind.python_type is not str and not counts


@pytest.mark.parametrize("addresses", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("table", "column"),
    [pytest.param(*one, id=f"{one[0].name}.{one[1]}") for one in COLUMNS if takes_a_text(*one)],
)
def test_a_text_in_any_column_hides_no_other_fault(filled: Archive, table: Table, column: str) -> None:
    """PostgreSQL refuses a text where another kind belongs."""
    with unlocked(filled) as connection:
        connection.execute(text(f"UPDATE {table.name} SET \"{column}\" = 'tekst' WHERE rowid = 1"))
        connection.execute(text("UPDATE entry SET by = 'En anden' WHERE number = 3"))

    found = [finding.message for finding in audit(filled)]
    assert "Led 3 i arkivets kæde er ændret." in found
    assert len(found) > 1


@pytest.mark.parametrize("bit", [1, 3, 511_111, 799_999, 1_599_999])
def test_a_bit_anywhere_in_a_large_file(archive: Archive, bit: int) -> None:
    large = random.Random(bit).randbytes(200_000)
    [issued] = archive.issue([new_edition(content=large)], issuing())
    altered = bytearray(large)
    altered[bit // 8] ^= 1 << bit % 8
    digest = issued.files[0].sha256
    with unlocked(archive) as connection:
        connection.execute(
            text("UPDATE content SET data = :data WHERE sha256 = :d"), {"data": bytes(altered), "d": digest}
        )

    [finding] = audit(archive)

    assert (finding.message, finding.place.item) == (f"Indholdet med kontrolsummen {digest} er ændret.", ONE)
    with pytest.raises(ArchiveUnavailable, match="ændret, siden det blev udstedt"):
        archive.file(1, "pdf")


def test_a_word_in_a_payload(filled: Archive) -> None:
    with unlocked(filled) as connection:
        connection.execute(
            text("UPDATE entry SET payload = replace(payload, 'Aftale om', 'Aftale.om') WHERE number = 1")
        )

    said = {(finding.message, finding.place.item) for finding in audit(filled)}

    assert said == {
        ("Led 1 i arkivets kæde er ændret.", ONE),
        ("Feltet agreement i tabellen edition er ændret.", ONE),
        ("Feltet title i tabellen edition er ændret.", ONE),
    }


def test_two_files_that_were_swapped(filled: Archive) -> None:
    first, second = (filled.edition(number).files[0].sha256 for number in (1, 2))
    with unlocked(filled) as connection:
        for number, digest in ((1, second), (2, first)):
            connection.execute(
                text("UPDATE edition_file SET sha256 = :d WHERE edition = :n AND format = 'pdf'"),
                {"d": digest, "n": number},
            )

    message = "Feltet sha256 i tabellen edition_file er ændret (pdf)."
    assert {(one.message, one.place.item) for one in audit(filled)} == {(message, ONE), (message, "udgave 2")}


def test_bytes_that_were_swapped(filled: Archive) -> None:
    first, second = (filled.edition(number).files[0].sha256 for number in (1, 2))
    bytes_of = {digest: filled.bytes(digest) for digest in (first, second)}
    with unlocked(filled) as connection:
        for digest, other in ((first, second), (second, first)):
            connection.execute(
                text("UPDATE content SET data = :data WHERE sha256 = :d"), {"data": bytes_of[other], "d": digest}
            )

    assert {one.message for one in audit(filled)} == {
        f"Indholdet med kontrolsummen {digest} er ændret." for digest in (first, second)
    }


def test_rows_that_were_added(filled: Archive) -> None:
    row = {**edition_row(filled, 1), "number": 4, "entry": 9, "version": 7}
    with unlocked(filled) as connection:
        connection.execute(insert(TABLES["content"]).values(sha256=sha256(b"ny"), size=2, data=b"ny"))
        connection.execute(insert(TABLES["edition"]).values(row))
        connection.execute(insert(TABLES["withdrawal"]).values(edition=2, entry=8))

    assert {(one.message, one.place.item) for one in audit(filled)} == {
        (f"Indholdet med kontrolsummen {sha256(b'ny')} hører ikke til nogen udgave.", None),
        ("En række i tabellen edition følger ikke af arkivets kæde.", "udgave 4"),
        ("En række i tabellen withdrawal følger ikke af arkivets kæde.", "udgave 2"),
    }


def test_a_chain_that_was_made_anew_is_told_by_a_digest_written_down(filled: Archive) -> None:
    """Whoever has full power can forge an archive that fits itself, but not what was written down elsewhere."""
    kept = [entry.digest for entry in filled.entries()]
    forge_from(filled, 2, lambda said: {**said, "made_with": "En anden"})

    assert audit(filled) == []
    assert audit(filled, kept[0]) == []
    for digest in kept[1:]:
        assert [finding.code for finding in audit(filled, digest)] == ["arkiv-ændret"]


@pytest.mark.parametrize(
    "payload",
    ["", "7", "null", "{}", "[]", '{"files":3}', '{"number":1}', "[" * 50_000, '{"number":1,"reason":"x","origin":4}',
     '{"number":1,"version":1,"origin":{"number":"1"}}', '{"number":99999999999999999999,"reason":""}'],
)  # fmt: skip
def test_a_payload_that_says_nothing_in_a_chain_that_fits_is_a_finding(filled: Archive, payload: str) -> None:
    forge_from(filled, 1, lambda _said: payload)

    assert any(finding.message == "Led 1 i arkivets kæde kan ikke læses." for finding in audit(filled))
    with pytest.raises(ArchiveUnavailable, match="kan ikke læses"):
        filled.find()


def test_an_audit_while_others_issue_says_nothing_of_it(filled: Archive) -> None:
    """Each audit sees one moment; while it reads, others can issue."""
    with reading(filled.engine) as connection:
        before = rows(connection)
        filled.issue([new_edition(3)], issuing())
        assert rows(connection) == before
    assert audit(filled) == []


def test_an_untouched_archive_has_nothing_to_say(filled: Archive) -> None:
    assert audit(filled) == []
    head = filled.head()
    assert head is not None
    assert audit(filled, head.digest) == []


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


def edition_row(archive: Archive, number: int) -> dict[str, Any]:
    names = TABLES["edition"].c.keys()
    return dict(zip(names, all_rows(archive)["edition"][number - 1], strict=True))


def forge_from(archive: Archive, number: int, forge: Callable[[dict[str, Any]], dict[str, Any] | str]) -> None:
    """Say something else in an entry, and make every digest from there on anew."""
    entries = list(archive.entries())
    previous = entries[number - 2] if number > 1 else None
    with unlocked(archive) as connection:
        connection.execute(text("DELETE FROM entry WHERE number >= :number"), {"number": number})
        for entry in entries[number - 1 :]:
            said: dict[str, Any] | str = json.loads(entry.payload)
            if entry.number == number:
                said = forge(json.loads(entry.payload))
            previous = next_entry(previous, Act(entry.kind), entry.at, entry.by, said if isinstance(said, dict) else {})
            if isinstance(said, str):
                raw = replace(previous, payload=said)
                previous = replace(raw, digest=raw.recounted)
            connection.execute(insert(TABLES["entry"]).values(vars(previous)))
