"""Jobs: long work that was ordered, kept in the database so that a restart loses none.

A worker holds a job for a while at a time and says so again while it works; a job that nobody says anything of is
taken up by another. That a job is done twice does no harm: what it issues is recorded in the transaction that ends it.
"""

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, func, insert, or_, select, update

from renderer.archive.archive import Archive
from renderer.archive.database import POSTGRESQL, reading, said_in_danish
from renderer.archive.job_rows import FINISHED, JobState, end_job
from renderer.archive.payload import moment
from renderer.archive.service_tables import job
from renderer.errors import Busy, KeyUsed, UnknownChoice

Announce = Callable[[Connection, str], None]
"""Tells a queue of a job, in the transaction in which it is added."""


@dataclass(frozen=True)
class Job:
    """A job; `owner` is the number of a token (0: the service has none), `content` is empty when it is finished.

    `digest` stands for all that was ordered, where it was ordered under a key. `result` holds the numbers of the
    editions, or what was wrong; `None` while it is not finished.
    """

    id: str
    owner: int
    order: dict[str, Any]
    content: bytes
    webhook: str
    made_at: str
    state: JobState = JobState.WAITING
    attempts: int = 0
    finished_at: str = ""
    result: dict[str, Any] | None = None
    digest: str = ""

    @property
    def finished(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in FINISHED


class Jobs:
    """The jobs in an archive's database."""

    def __init__(self, archive: Archive) -> None:
        self.engine: Engine = archive.engine

    def add(self, new: Job, most_waiting: int, announce: Announce) -> Job:
        """Add a job, or give the one that has this id already.

        Raises `KeyUsed` where that one is of another order, `Busy` where too many wait.
        """
        with said_in_danish(self.engine), self.engine.begin() as connection:
            there = connection.execute(select(job).where(job.c.id == new.id)).first()
            if there:
                return _same(there, new)
            if (connection.scalar(_count(JobState.WAITING)) or 0) >= most_waiting:
                raise Busy("Der venter så mange opgaver, at tjenesten ikke tager imod flere.", "Prøv igen senere.")
            row = {
                **{name: getattr(new, name) for name in ("id", "owner", "content", "webhook", "made_at")},
                "order": json.dumps(new.order, ensure_ascii=False),
                "digest": new.digest or None,
                "state": JobState.WAITING,
                "told": not new.webhook,
                "attempts": 0,
            }
            connection.execute(insert(job).values(row))
            announce(connection, new.id)
        return new

    def find(self, number: str) -> Job:
        """One job. Raises `UnknownChoice` where there is none."""
        with reading(self.engine) as connection:
            row = connection.execute(select(job).where(job.c.id == number)).first()
        if row is None:
            raise UnknownChoice("Der er ingen opgave med det nummer.", "Se nummeret i svaret, da den blev bestilt.")
        return _job(row)

    def take(self, number: str, until: datetime.datetime) -> Job | None:
        """Hold a job, whoever held it before; `None` where it is finished."""
        open_one = (job.c.id == number) & job.c.state.not_in(FINISHED)
        return self._hold(select(job.c.id).where(open_one), until)

    def take_next(self, now: datetime.datetime, until: datetime.datetime) -> Job | None:
        """Hold the oldest job that nobody holds; `None` where there is none."""
        return self._hold(_free(now).limit(1), until)

    def hold(self, number: str, until: datetime.datetime) -> None:
        """Say that a job is still worked at."""
        open_one = (job.c.id == number) & job.c.state.not_in(FINISHED)
        with said_in_danish(self.engine), self.engine.begin() as connection:
            connection.execute(update(job).where(open_one).values(held_until=moment(until)))

    def abandoned(self, now: datetime.datetime) -> list[str]:
        """The jobs that a worker once held and nobody holds any more."""
        with reading(self.engine) as connection:
            return list(connection.scalars(_free(now).where(job.c.state == JobState.RUNNING)))

    def refuse(self, number: str, at: datetime.datetime, why: dict[str, Any]) -> None:
        """Write down that a job cannot be done, and why."""
        with said_in_danish(self.engine), self.engine.begin() as connection:
            end_job(connection, number, moment(at), JobState.REFUSED, json.dumps(why, ensure_ascii=False))

    def untold(self) -> list[Job]:
        """The finished jobs whose webhook does not know yet."""
        wanted = select(job).where(job.c.state.in_(FINISHED) & job.c.told.is_(False)).order_by(job.c.made_at)
        with reading(self.engine) as connection:
            return [_job(row) for row in connection.execute(wanted)]

    def tell(self, number: str) -> bool:
        """Write down that the webhook is told; false where somebody else has."""
        untold = (job.c.id == number) & job.c.told.is_(False)
        with said_in_danish(self.engine), self.engine.begin() as connection:
            return connection.execute(update(job).where(untold).values(told=True)).rowcount == 1

    def counts(self) -> dict[JobState, int]:
        """How many jobs there are in each state."""
        with reading(self.engine) as connection:
            rows = connection.execute(select(job.c.state, func.count()).group_by(job.c.state)).all()
        found = {JobState(state): count for state, count in rows}
        return {state: found.get(state, 0) for state in JobState}

    def _hold(self, wanted: Select[str], until: datetime.datetime) -> Job | None:
        with said_in_danish(self.engine), self.engine.begin() as connection:
            if connection.dialect.name == POSTGRESQL:
                wanted = wanted.with_for_update(skip_locked=True)
            number = connection.scalar(wanted)
            if number is None:
                return None
            held = {"state": JobState.RUNNING, "attempts": job.c.attempts + 1, "held_until": moment(until)}
            return _job(connection.execute(update(job).where(job.c.id == number).values(held).returning(job)).one())


def _same(row: Row[Any], new: Job) -> Job:
    # Where a job of an earlier version has no digest, its order tells it; what its case was is gone.
    before = _job(row)
    if before.digest != new.digest if before.digest else before.order != new.order:
        raise KeyUsed("Nøglen er brugt til en anden bestilling.", "Send en ny Idempotency-Key for hver bestilling.")
    return before


def _free(now: datetime.datetime) -> Select[str]:
    free = or_(job.c.held_until.is_(None), job.c.held_until < moment(now))
    return select(job.c.id).where(job.c.state.not_in(FINISHED), free).order_by(job.c.made_at, job.c.id)


def _count(state: JobState) -> Select[int]:
    return select(func.count()).select_from(job).where(job.c.state == state)


def _job(row: Row[Any]) -> Job:
    return Job(
        id=row.id,
        owner=row.owner,
        order=json.loads(row._mapping["order"]),  # noqa: SLF001 - SQLAlchemy's own way to a column's name
        content=bytes(row.content or b""),
        webhook=row.webhook,
        made_at=row.made_at,
        state=JobState(row.state),
        attempts=row.attempts,
        finished_at=row.finished_at or "",
        result=json.loads(row.result) if row.result else None,
        digest=row.digest or "",
    )
