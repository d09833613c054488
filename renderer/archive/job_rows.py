"""The end of a job, in the transaction that records what it made."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select, update

from renderer.archive.service_tables import job
from renderer.errors import UnknownChoice


class JobState(StrEnum):
    """How far a job is; the value is the word that is shown."""

    WAITING = "venter"
    RUNNING = "i gang"
    DONE = "færdig"
    REFUSED = "afvist"


FINISHED = (JobState.DONE, JobState.REFUSED)
NUMBERS, UNCHANGED = "udgaver", "uændrede"
"""The keys of a result's numbers: those of the editions that were issued, and of those that stand as they were."""


@dataclass(frozen=True)
class Recorded:
    """The numbers of the editions that were issued, and of those that were found unchanged."""

    issued: Sequence[int]
    unchanged: Sequence[int] = ()


def recorded_by_job(connection: Connection, number: str) -> Recorded | None:
    """What a job has issued, or `None` while it has not."""
    done = (job.c.id == number) & (job.c.state == JobState.DONE)
    result = connection.scalar(select(job.c.result).where(done))
    if result is None:
        return None
    said = json.loads(result)
    return Recorded(said[NUMBERS], said.get(UNCHANGED, ()))


def finish_job(connection: Connection, number: str, at: str, recorded: Recorded) -> None:
    """Write down that a job is done, and what it issued; the case that it was made from is thrown away.

    Raises `UnknownChoice` where the job was refused meanwhile, so that nothing is issued for it.
    """
    said = {NUMBERS: list(recorded.issued), UNCHANGED: list(recorded.unchanged)}
    if not end_job(connection, number, at, JobState.DONE, json.dumps(said, ensure_ascii=False)):
        raise UnknownChoice("Opgaven er afsluttet, så intet er udstedt.", "Bestil runden igen.")


def end_job(connection: Connection, number: str, at: str, state: JobState, result: str) -> bool:
    """Write down how a job ended; false where it had ended before."""
    ended = {"state": state, "finished_at": at, "result": result, "content": None, "held_until": None}
    open_one = (job.c.id == number) & job.c.state.not_in(FINISHED)
    return connection.execute(update(job).where(open_one).values(ended)).rowcount == 1
