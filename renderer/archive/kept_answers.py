"""Kept answers: a request that is sent again under the same key gets the answer that it got the first time."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from renderer.archive.archive import Archive
from renderer.archive.database import lock_chain, said_in_danish
from renderer.archive.payload import moment
from renderer.archive.service_tables import kept_answer
from renderer.errors import Busy, KeyUsed


@dataclass(frozen=True)
class Answer:
    """What was answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class KeptAnswers:
    """The kept answers in an archive's database; one that is older than `kept` is thrown away."""

    def __init__(self, archive: Archive, kept: datetime.timedelta, unfinished: datetime.timedelta) -> None:
        self._engine = archive.engine
        self._kept = kept
        self._unfinished = unfinished

    def begin(self, owner: int, key: str, digest: str, now: datetime.datetime) -> Answer | None:
        """The answer that was given before, or `None`, and then this request is the one that is answered.

        Raises `KeyUsed` where the key stands for another request, `Busy` where the same is at work right now.
        """
        mine = (kept_answer.c.owner == owner) & (kept_answer.c.key == key)
        old = kept_answer.c.at < moment(now - self._kept)
        given_up = kept_answer.c.status.is_(None) & (kept_answer.c.at < moment(now - self._unfinished))
        with said_in_danish(self._engine), self._engine.begin() as connection:
            lock_chain(connection)
            connection.execute(delete(kept_answer).where(old | given_up))
            row = connection.execute(select(kept_answer).where(mine)).first()
            if row is None:
                new = {"owner": owner, "key": key, "digest": digest, "at": moment(now)}
                connection.execute(insert(kept_answer).values(new))
                return None
        if row.digest != digest:
            raise KeyUsed("Nøglen er brugt til en anden bestilling.", "Send en ny Idempotency-Key for hver bestilling.")
        if row.status is None:
            raise Busy("Den samme bestilling er i gang.", "Vent på svaret, eller prøv igen om lidt.")
        return Answer(row.status, json.loads(row.headers), bytes(row.body))

    def keep(self, owner: int, key: str, answer: Answer) -> None:
        """Keep the answer of the request that began."""
        mine = (kept_answer.c.owner == owner) & (kept_answer.c.key == key)
        said = {"status": answer.status, "headers": json.dumps(dict(answer.headers)), "body": answer.body}
        with said_in_danish(self._engine), self._engine.begin() as connection:
            connection.execute(update(kept_answer).where(mine).values(said))

    def forget(self, owner: int, key: str) -> None:
        """Let the request that began be sent again: it came to nothing."""
        mine = (kept_answer.c.owner == owner) & (kept_answer.c.key == key) & kept_answer.c.status.is_(None)
        with said_in_danish(self._engine), self._engine.begin() as connection:
            connection.execute(delete(kept_answer).where(mine))
