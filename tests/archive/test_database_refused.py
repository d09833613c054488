"""A database that cannot be used is refused with what an operator is to mend, before anything is kept in it."""

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


@pytest.mark.parametrize(
    ("user", "name", "message"),
    [
        ("ingen", "postgres", "Arkivets database afviser brugeren eller koden."),
        ("postgres", "ingen", "Arkivets database findes ikke."),
    ],
)
def test_what_is_wrong_with_an_address_is_told(postgresql: Server, user: str, name: str, message: str) -> None:
    with pytest.raises(ArchiveUnavailable) as refused:
        Archive(f"postgresql://{user}@/{name}?host={postgresql.folder}")

    assert refused.value.message == message
    assert "AFTALERAPPORT_DATABASE" in refused.value.hint
