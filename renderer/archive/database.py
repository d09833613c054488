"""The archive's database: opened by its URL, brought to the newest tables, and its errors said in Danish."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from renderer.errors import ArchiveUnavailable, WrongCall

SQLITE, POSTGRESQL = "sqlite", "postgresql"
_MIGRATIONS = Path(__file__).parent / "migrations"
_BUSY_SECONDS = 30
# Any number that no other program is likely to lock with; it stands for "the next number in the archive".
_CHAIN_LOCK = 0x41465441


def open_engine(address: str) -> Engine:
    """An engine for `sqlite:///…` or `postgresql://…`. Raises `WrongCall` for any other address."""
    url = _url(address)
    if url.get_backend_name() == SQLITE:
        return _sqlite(url)
    return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)


def prepare(engine: Engine) -> None:
    """Make the tables, or bring them to this version. Raises `ArchiveUnavailable`, also where they are newer."""
    with said_in_danish(engine), engine.connect() as connection:
        script = ScriptDirectory(str(_MIGRATIONS))
        current = MigrationContext.configure(connection).get_current_revision()
        if current == script.get_current_head():
            return
        known = {revision.revision for revision in script.walk_revisions()}
        if current is not None and current not in known:
            raise ArchiveUnavailable(
                "Arkivet er lavet med en nyere version af Aftalerapport.", "Opdatér Aftalerapport på denne maskine."
            )
    _upgrade(engine)


def _upgrade(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with said_in_danish(engine), engine.begin() as connection:
        lock_chain(connection)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def lock_chain(connection: Connection) -> None:
    """Hold the end of the chain for this transaction, so that two who issue at once get two numbers.

    SQLite's transactions here begin with the write lock already (`BEGIN IMMEDIATE`).
    """
    if connection.dialect.name == POSTGRESQL:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _CHAIN_LOCK})


@contextmanager
def said_in_danish(engine: Engine) -> Iterator[None]:
    """Turn what the database objects to into `ArchiveUnavailable`."""
    try:
        yield
    except DBAPIError as cause:
        raise ArchiveUnavailable(*_reason(str(cause.orig), engine)) from cause
    except SQLAlchemyError as cause:
        raise ArchiveUnavailable(*_reason(str(cause), engine)) from cause


def _url(address: str) -> URL:
    hint = "Skriv fx sqlite:////srv/arkiv/udgaver.db eller postgresql://bruger@maskine/arkiv i AFTALERAPPORT_DATABASE."
    try:
        url = make_url(address)
        backend = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as cause:
        raise WrongCall("Adressen på arkivets database kan ikke forstås.", hint) from cause
    if backend not in {SQLITE, POSTGRESQL}:
        raise WrongCall(f"Arkivet kan ikke ligge i en database af slagsen »{backend}«.", hint)
    return url


def _sqlite(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        _make_folder(Path(url.database).parent)
    engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        message = f"Mappen »{folder}« til arkivet kan ikke oprettes."
        raise ArchiveUnavailable(message, _WAY_OUT if cause.errno != errno.ENOSPC else _NO_SPACE) from cause


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own transactions begin too late; SQLAlchemy begins them instead, with the write lock.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


_WAY_OUT = "Undersøg, om AFTALERAPPORT_DATABASE er rigtig, og om du har adgang til arkivet."
_NO_SPACE = "Skaf plads på drevet, og prøv igen. Intet er udstedt."
_REASONS = (
    (r"disk is full|No space left|could not extend file", "Der er ikke plads til arkivet.", _NO_SPACE),
    (r"database is locked", "Arkivet er optaget af et andet program.", "Vent et øjeblik, og prøv igen."),
    (r"readonly|read-only", "Arkivet kan kun læses herfra.", "Bed om skriveadgang til arkivet."),
    (r"not a database|malformed", "Arkivets database er beskadiget.", "Hent den igen fra sikkerhedskopien."),
    (r"append-only", "Arkivet tillader ikke, at noget ændres eller slettes.", "Udsted en ny version i stedet."),
    (r"connection.*(?:refused|failed|closed)|could not connect|terminating connection|timeout expired|translate host",
     "Der er ingen forbindelse til arkivets database.", "Undersøg, om databasen kører, og prøv igen."),
    (r"unable to open", "Arkivets database kan ikke åbnes.", _WAY_OUT),
)  # fmt: skip


def _reason(cause: str, engine: Engine) -> tuple[str, str]:
    for pattern, message, hint in _REASONS:
        if re.search(pattern, cause, re.IGNORECASE):
            return message, hint
    first = cause.splitlines()[0] if cause else type(engine).__name__
    return f"Arkivets database melder fejl: {first}", _WAY_OUT
