"""How long what proves nothing is kept: kept answers, finished jobs and the log of key use, by age and by number.

What was issued, and everything under the chain, is never thrown away.
"""

import datetime
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Table, delete, func, select

from renderer.archive.archive import Archive
from renderer.archive.database import said_in_danish
from renderer.archive.job_rows import FINISHED
from renderer.archive.payload import moment
from renderer.archive.service_tables import job, kept_answer, token_use


@dataclass(frozen=True)
class Keeping:
    """Days that each is kept, and how many rows of each at the most."""

    answer_days: int = 1
    job_days: int = 365
    use_days: int = 365
    most_rows: int = 1_000_000


def throw_away(archive: Archive, keeping: Keeping, now: datetime.datetime) -> int:
    """Throw away what is older than it is kept, and the oldest where there are too many; gives how many rows went.

    A job is thrown away only when it is finished and whoever wanted to be told of it has been.
    """
    ended = job.c.state.in_(FINISHED) & job.c.told.is_(True)
    with said_in_danish(archive.engine), archive.engine.begin() as connection:
        gone = _older(connection, kept_answer, kept_answer.c.at, _since(now, keeping.answer_days))
        gone += _older(connection, job, job.c.finished_at, _since(now, keeping.job_days), ended)
        gone += _older(connection, token_use, token_use.c.at, _since(now, keeping.use_days))
        return gone + _too_many(connection, keeping.most_rows)


def _since(now: datetime.datetime, days: int) -> str:
    return moment(now - datetime.timedelta(days=days))


def _older(
    connection: Connection,
    table: Table,
    at: ColumnElement[str],
    since: str,
    only: ColumnElement[bool] | None = None,
) -> int:
    old = at < since
    return connection.execute(delete(table).where(old if only is None else old & only)).rowcount


def _too_many(connection: Connection, most: int) -> int:
    """The log of use has a row for every request; of the others there are never so many."""
    newest = connection.scalar(select(func.max(token_use.c.number))) or 0
    return connection.execute(delete(token_use).where(token_use.c.number <= newest - most)).rowcount
