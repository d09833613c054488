"""The tables of the service, in the archive's database: who may come in, who came, jobs and answers.

They prove nothing and are no part of the chain. `token_use` is only ever added to; the others change.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from renderer.archive.tables import metadata

_MOMENT = String(40)

access_token = Table(
    "access_token",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("digest", String(64), nullable=False, unique=True, comment="SHA-256 of the token, which is kept nowhere."),
    Column("scopes", Text, nullable=False, comment="Separated by spaces."),
    Column("made_at", _MOMENT, nullable=False),
    Column("revoked_at", _MOMENT, comment="Empty while it holds."),
    Column("until", _MOMENT, comment="From when on it opens nothing; empty where it has no end."),
)

token_use = Table(
    "token_use",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", _MOMENT, nullable=False),
    Column("token", ForeignKey(access_token.c.number), nullable=False),
    Column("method", String(16), nullable=False),
    Column("path", Text, nullable=False),
    Column("request", String(36), nullable=False, comment="The request's own number, which stands in the log too."),
    Column("client", Text, nullable=False),
)

job = Table(
    "job",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("owner", Integer, nullable=False, comment="The token's number; 0 where the service has none."),
    Column("state", String(16), nullable=False, index=True),
    Column("order", Text, nullable=False),
    Column("content", LargeBinary, comment="The case; thrown away when the job is finished."),
    Column("webhook", Text, nullable=False),
    Column("told", Boolean, nullable=False, comment="Whether the webhook knows; true where there is none."),
    Column("attempts", Integer, nullable=False),
    Column("made_at", _MOMENT, nullable=False),
    Column("held_until", _MOMENT, comment="Until when a worker has it; empty while nobody has."),
    Column("finished_at", _MOMENT),
    Column("result", Text),
    Column("digest", String(64), comment="SHA-256 of the order under a key; empty where it has none."),
)

kept_answer = Table(
    "kept_answer",
    metadata,
    Column("owner", Integer, primary_key=True, autoincrement=False),
    Column("key", String(200), primary_key=True),
    Column("digest", String(64), nullable=False, comment="SHA-256 of the request."),
    Column("at", _MOMENT, nullable=False),
    Column("status", Integer, comment="Empty while the first request is at work."),
    Column("headers", Text),
    Column("body", LargeBinary),
)
