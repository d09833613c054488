"""The end of a job, in the transaction that records what it made."""

import json
from collections.abc import Sequence
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
NUMBERS = "udgaver"
"""The key of a result's numbers of editions."""


def issued_by_job(connection: Connection, number: str) -> list[int] | None:
    """The editions that a job has issued, or `None` while it has not."""
    done = (job.c.id == number) & (job.c.state == JobState.DONE)
    result = connection.scalar(select(job.c.result).where(done))
    return None if result is None else list(json.loads(result)[NUMBERS])


def finish_job(connection: Connection, number: str, at: str, editions: Sequence[int]) -> None:
    """Write down that a job is done, and what it issued; the case that it was made from is thrown away.

    Raises `UnknownChoice` where the job was refused meanwhile, so that nothing is issued for it.
    """
    if not end_job(connection, number, at, JobState.DONE, json.dumps({NUMBERS: list(editions)})):
        raise UnknownChoice("Opgaven er afsluttet, så intet er udstedt.", "Bestil runden igen.")


def end_job(connection: Connection, number: str, at: str, state: JobState, result: str) -> bool:
    """Write down how a job ended; false where it had ended before."""
    ended = {"state": state, "finished_at": at, "result": result, "content": None, "held_until": None}
    open_one = (job.c.id == number) & job.c.state.not_in(FINISHED)
    return connection.execute(update(job).where(open_one).values(ended)).rowcount == 1
