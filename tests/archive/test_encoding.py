"""A database that cannot hold every character is refused before anything is kept in it."""

import psycopg
import pytest
from psycopg import sql

from renderer.archive.archive import Archive
from renderer.errors import ArchiveUnavailable
from tests.postgresql import Server

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("encoding", ["SQL_ASCII", "LATIN1"])
def test_a_database_that_is_not_in_utf8_is_refused(postgresql: Server, encoding: str) -> None:
    name = f"archive_{encoding.lower()}"
    making = sql.SQL("CREATE DATABASE {} ENCODING {} TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'")
    with psycopg.connect(
        host=str(postgresql.folder), user="postgres", dbname="postgres", autocommit=True
    ) as connection:
        connection.execute(making.format(sql.Identifier(name), sql.Literal(encoding)))

    with pytest.raises(ArchiveUnavailable) as refused:
        Archive(f"postgresql://postgres@/{name}?host={postgresql.folder}")

    assert encoding in refused.value.message
    assert "--encoding=UTF8" in refused.value.hint
