"""Everything an archive holds, to compare two of them."""

from typing import Any

from sqlalchemy import Connection, select

from renderer.archive.archive import Archive
from renderer.archive.tables import APPEND_ONLY


def all_rows(archive: Archive) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the archive, in order of their keys."""
    with archive.engine.connect() as connection:
        return rows(connection)


def rows(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    return {
        table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
        for table in APPEND_ONLY
    }
