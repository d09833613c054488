"""An archive from the first tables on keeps every byte when it is brought to today's, and can go only that way."""

import base64
import json
import zlib
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from renderer.archive import database, migrations
from renderer.archive.archive import Archive
from renderer.archive.audit import audit
from renderer.errors import ArchiveUnavailable
from tests.archive.editions import issuing, new_edition
from tests.archive.rows import all_rows

MIGRATIONS = Path(migrations.__file__).parent
FIRST = "0001"
SAMPLE = Path(__file__).parent / "archive-0001.json"
"""Two versions of an edition, the first withdrawn, as the program of the first tables laid them down."""


@pytest.fixture
def old(address: str) -> str:
    """The address of an archive as the first migration made it, with what lay in it then."""
    # What opens an archive brings it to today's tables; the first ones are made by the first migration alone.
    engine = database.open_engine(address)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, FIRST)
        for table, rows in sample().items():
            names = ", ".join(f'"{name}"' for name in rows[0])
            values = ", ".join(f":{name}" for name in rows[0])
            connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), rows)
    engine.dispose()
    return address


def sample() -> dict[str, list[dict[str, Any]]]:
    tables: dict[str, list[dict[str, Any]]] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    for row in tables["content"]:
        row["data"] = zlib.decompress(base64.b64decode(row["data"]))
    return tables


def test_an_upgrade_keeps_every_byte(old: str) -> None:
    with Archive(old) as archive:
        kept = {table: [tuple(row.values()) for row in rows] for table, rows in sample().items()}
        assert {table: rows for table, rows in all_rows(archive).items() if rows} == kept
        assert audit(archive) == []
        first, second = archive.find()
        assert (first.version, first.withdrawn_reason, second.reason) == (
            1, "Erstattet af version 2.", "Et beløb var forkert.",
        )  # fmt: skip
        assert archive.file(2, "pdf") == ("udgave.pdf", b"%PDF-1.7 b")
        [third] = archive.issue([new_edition(1)], issuing("Igen."))
        assert third.number == 3
        assert audit(archive) == []


def test_upgrading_again_changes_nothing(old: str) -> None:
    with Archive(old) as archive:
        before = all_rows(archive)
    with Archive(old) as archive:
        assert all_rows(archive) == before


def test_an_upgrade_that_fails_leaves_the_archive_as_it_was(old: str) -> None:
    engine = database.open_engine(old)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE job (broken INTEGER)"))
    tables = set(inspect(engine).get_table_names())

    with pytest.raises(ArchiveUnavailable):
        Archive(old)

    assert set(inspect(engine).get_table_names()) == tables
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == FIRST
    engine.dispose()


def test_there_is_one_way_and_no_way_back() -> None:
    script = ScriptDirectory(str(MIGRATIONS))
    revisions = list(script.walk_revisions())

    assert [one.revision for one in revisions] == sorted((one.revision for one in revisions), reverse=True)
    assert len(script.get_heads()) == 1
    for one in revisions:
        assert not hasattr(one.module, "downgrade")
