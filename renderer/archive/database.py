"""The archive's database: opened by its URL, brought to the newest tables, and its errors said in Danish."""

import contextlib
import errno
import os
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
_TIMEOUT = "timeout"
_READS = "archive_reads"
# Any number that no other program is likely to lock with; it stands for "the next number in the archive".
_CHAIN_LOCK = 0x41465441


def open_engine(address: str, *, make: bool = True) -> Engine:
    """An engine for `sqlite:///…` or `postgresql://…`. Raises `WrongCall` for any other address.

    Without `make`, raises `ArchiveUnavailable` where SQLite would make a new file.
    """
    url = _url(address)
    if url.get_backend_name() == SQLITE:
        if not make and _is_a_file(url) and not Path(url.database or "").exists():
            raise _no_archive(url)
        return _sqlite(url)
    said_as_text = {"client_encoding": "utf8"}
    return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True, connect_args=said_as_text)


def prepare(engine: Engine, *, make: bool = True) -> None:
    """Make the tables, or bring them to this version.

    Raises `ArchiveUnavailable`, also where they are newer, and, without `make`, where there are none.
    """
    with reading(engine) as connection:
        _require_all_characters(connection)
        script = ScriptDirectory(str(_MIGRATIONS))
        current = MigrationContext.configure(connection).get_current_revision()
        if current == script.get_current_head():
            return
        if current is None and not make and not _in_memory(engine.url):
            raise _no_archive(engine.url)
        known = {revision.revision for revision in script.walk_revisions()}
        if current is not None and current not in known:
            raise ArchiveUnavailable(
                "Arkivet er lavet med en nyere version af Aftalerapport.", "Opdater Aftalerapport på denne maskine."
            )
    _upgrade(engine)


def _require_all_characters(connection: Connection) -> None:
    """Raise `ArchiveUnavailable` for a database made without a language: its server keeps bytes, or one script."""
    if connection.dialect.name != POSTGRESQL:
        return
    encoding = connection.scalar(text("SHOW server_encoding"))
    if encoding != "UTF8":
        message = f"Arkivets database gemmer tekst som {encoding} og kan ikke rumme alle tegn."
        raise ArchiveUnavailable(message, "Lav den igen med createdb --encoding=UTF8 --template=template0.")


def _upgrade(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One unchanging view of the archive, which holds up nobody who issues."""
    with said_in_danish(engine), engine.connect() as connection:
        if connection.dialect.name == POSTGRESQL:
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        else:
            connection.execution_options(**{_READS: True})
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction at the end of the chain: everything in it stands when it is left in good order, or nothing."""
    with said_in_danish(engine), engine.begin() as connection:
        lock_chain(connection)
        yield connection


def lock_chain(connection: Connection) -> None:
    """Hold the end of the chain for this transaction, so that two who issue at once get two numbers.

    SQLite's transactions begin with the write lock already (`BEGIN IMMEDIATE`), except those that only read.
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


def _in_memory(url: URL) -> bool:
    """Whether the archive ends with the program; there is nothing that could be there before."""
    return url.get_backend_name() == SQLITE and url.database in {None, "", ":memory:"}


def _is_a_file(url: URL) -> bool:
    """Whether the address names a file, and not memory or SQLite's own way to write an address (`file:…?uri=true`)."""
    return not _in_memory(url) and not (url.database or "").startswith("file:")


def _no_archive(url: URL) -> ArchiveUnavailable:
    return ArchiveUnavailable(
        f"Der er intet arkiv i »{url.database}«.",
        "Undersøg, om AFTALERAPPORT_DATABASE er rigtig. Er der ikke udstedt noget endnu, laves arkivet af issue.",
    )


def _sqlite(url: URL) -> Engine:
    if not _in_memory(url):
        _make_folder(Path(url.database or "").parent)
        if _is_a_file(url):
            _make_private(Path(url.database or ""))
    engine = create_engine(url, connect_args={_TIMEOUT: _seconds(url)})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _seconds(url: URL) -> float:
    """How long to wait for another program that is writing: `sqlite:///…?timeout=5`, or half a minute."""
    word = url.query.get(_TIMEOUT, str(_BUSY_SECONDS))
    try:
        return float(str(word))
    except ValueError as cause:
        message = f"Ventetiden »{word}« i adressen på arkivets database er ikke et tal."
        raise WrongCall(message, "Skriv den i sekunder, fx ?timeout=30, eller udelad den.") from cause


def _begin_sqlite(connection: Connection) -> None:
    reads = connection.get_execution_options().get(_READS)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        message = f"Mappen »{folder}« til arkivet kan ikke oprettes."
        raise ArchiveUnavailable(message, _WAY_OUT if cause.errno != errno.ENOSPC else _NO_SPACE) from cause


def _make_private(path: Path) -> None:
    """A new archive is its owner's alone, and so are the files that SQLite puts beside it, whatever the umask."""
    # Where it is there, or cannot be made, opening it tells.
    with contextlib.suppress(OSError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600))


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    # The driver's own transactions begin too late; SQLAlchemy begins them instead, with the write lock.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


_WAY_OUT = "Undersøg, om AFTALERAPPORT_DATABASE er rigtig, og om du har adgang til arkivet."
_NO_SPACE = "Skaf plads på drevet, og prøv igen. Intet er udstedt."
_NO_CONNECTION = (
    r"connection.*(?:refused|failed|closed|lost)|could not connect|terminating connection|timeout expired"
    r"|translate host|closed the connection|shutting down|starting up|in recovery mode|no connection to the server"
)
_REASONS = (
    (r"disk is full|No space left|could not extend file", "Der er ikke plads til arkivet.", _NO_SPACE),
    (r"disk I/O error|could not (?:write|fsync)",
     "Arkivet kunne ikke skrives på drevet.", "Undersøg, om drevet er fuldt eller defekt. Intet er udstedt."),
    (r"database is locked", "Arkivet er optaget af et andet program.", "Vent et øjeblik, og prøv igen."),
    (r"readonly|read-only|permission denied for", "Arkivet kan kun læses herfra.", "Bed om skriveadgang til arkivet."),
    (r"not a database|malformed", "Arkivets database er beskadiget.", "Hent den igen fra sikkerhedskopien."),
    (r"authentication failed|no password supplied|no pg_hba\.conf entry|role \".*\" does not exist",
     "Arkivets database afviser brugeren eller koden.", "Ret dem i AFTALERAPPORT_DATABASE."),
    (r"database \".*\" does not exist",
     "Arkivets database findes ikke.", "Opret den med createdb, eller ret navnet i AFTALERAPPORT_DATABASE."),
    (r"append-only", "Arkivet tillader ikke, at noget ændres eller slettes.", "Udsted en ny version i stedet."),
    (_NO_CONNECTION,
     "Der er ingen forbindelse til arkivets database.",
     "Undersøg, om databasen kører, og se med archive list, hvad der er udstedt, før du prøver igen."),
    (r"unable to open", "Arkivets database kan ikke åbnes.", _WAY_OUT),
)  # fmt: skip


def _reason(cause: str, engine: Engine) -> tuple[str, str]:
    for pattern, message, hint in _REASONS:
        if re.search(pattern, cause, re.IGNORECASE):
            return message, hint
    first = cause.splitlines()[0] if cause else type(engine).__name__
    return f"Arkivets database melder fejl: {first}", _WAY_OUT
