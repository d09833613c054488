"""The archive's database as somebody with full power over it has it: nothing is forbidden."""

from collections.abc import Iterator

from sqlalchemy import Connection

from renderer.archive.archive import Archive


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
