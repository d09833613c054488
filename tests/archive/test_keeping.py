"""What proves nothing goes by age and by number; what was issued stays."""

import datetime

from sqlalchemy import func, insert, select

from renderer.archive.archive import Archive
from renderer.archive.job_rows import JobState
from renderer.archive.keeping import Keeping, throw_away
from renderer.archive.payload import moment
from renderer.archive.service_tables import access_token, job, kept_answer, token_use
from renderer.archive.tokens import Scope, Tokens
from tests.archive.editions import issuing, new_edition

NOW = datetime.datetime(2027, 3, 1, tzinfo=datetime.UTC)


def ago(days: int) -> str:
    return moment(NOW - datetime.timedelta(days=days))


def filled(archive: Archive) -> None:
    archive.issue([new_edition(1)], issuing())
    Tokens(archive).make("system", frozenset({Scope.READ}), "s", NOW)
    uses = [
        {"at": ago(days), "token": 1, "method": "GET", "path": "/", "request": str(days), "client": ""}
        for days in (900, 400, 3, 2, 1)
    ]
    ended = {"owner": 1, "kind": "json", "order": "{}", "webhook": "", "attempts": 1, "made_at": ago(900)}
    jobs = [
        {**ended, "id": "gammel", "state": JobState.DONE, "told": True, "finished_at": ago(900)},
        {**ended, "id": "ny", "state": JobState.DONE, "told": True, "finished_at": ago(9)},
        {**ended, "id": "venter", "state": JobState.WAITING, "told": True, "finished_at": None},
        {**ended, "id": "ufortalt", "state": JobState.DONE, "told": False, "finished_at": ago(900)},
    ]
    answers = [{"owner": 1, "key": str(days), "digest": "", "at": ago(days)} for days in (9, 0)]
    with archive.engine.begin() as connection:
        connection.execute(insert(token_use), uses)
        connection.execute(insert(job), jobs)
        connection.execute(insert(kept_answer), answers)


def test_what_is_older_than_it_is_kept_goes(address: str) -> None:
    with Archive(address) as archive:
        filled(archive)
        assert throw_away(archive, Keeping(), NOW) == 4
        assert throw_away(archive, Keeping(), NOW) == 0
        with archive.engine.connect() as connection:
            assert set(connection.scalars(select(job.c.id))) == {"ny", "venter", "ufortalt"}
            assert connection.scalars(select(kept_answer.c.key)).all() == ["0"]
            assert connection.scalars(select(token_use.c.request)).all() == ["3", "2", "1"]
            assert connection.scalar(select(func.count()).select_from(access_token)) == 1
        assert len(archive.find()) == 1


def test_the_oldest_uses_go_where_there_are_too_many(address: str) -> None:
    with Archive(address) as archive:
        filled(archive)
        throw_away(archive, Keeping(most_rows=2), NOW)
        with archive.engine.connect() as connection:
            assert connection.scalars(select(token_use.c.request)).all() == ["2", "1"]
