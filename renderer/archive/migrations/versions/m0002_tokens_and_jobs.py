"""The service's tables: tokens, their use, jobs and kept answers; on PostgreSQL, Procrastinate's tables beside them."""

import sqlalchemy as sa
from alembic import op
from procrastinate.schema import SchemaManager

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_QUEUE_SCHEMA = "aftalerapport_queue"


def upgrade() -> None:
    """Make the tables; the use of tokens can only be added to."""
    _make_tokens()
    _make_jobs()
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER token_use_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON token_use "
            "FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
        )
        _make_queue()
    else:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER token_use_no_{act.lower()} BEFORE {act} ON token_use "
                "BEGIN SELECT RAISE(ABORT, 'append-only: token_use'); END"
            )


def _make_tokens() -> None:
    op.create_table(
        "access_token",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False, comment="SHA-256 of the token, which is kept nowhere."),
        sa.Column("scopes", sa.Text, nullable=False, comment="Separated by spaces."),
        sa.Column("made_at", sa.String(40), nullable=False),
        sa.Column("revoked_at", sa.String(40), comment="Empty while it holds."),
        sa.PrimaryKeyConstraint("number", name="pk_access_token"),
        sa.UniqueConstraint("name", name="uq_access_token_name"),
        sa.UniqueConstraint("digest", name="uq_access_token_digest"),
    )
    op.create_table(
        "token_use",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("token", sa.Integer, nullable=False),
        sa.Column("method", sa.String(16), nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column(
            "request", sa.String(36), nullable=False, comment="The request's own number, which stands in the log too."
        ),
        sa.Column("client", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_token_use"),
        sa.ForeignKeyConstraint(["token"], ["access_token.number"], name="fk_token_use_token"),
    )


def _make_jobs() -> None:
    op.create_table(
        "job",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("owner", sa.Integer, nullable=False, comment="The token's number; 0 where the service has none."),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("order", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, comment="The case; thrown away when the job is finished."),
        sa.Column("webhook", sa.Text, nullable=False),
        sa.Column("told", sa.Boolean, nullable=False, comment="Whether the webhook knows; true where there is none."),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("made_at", sa.String(40), nullable=False),
        sa.Column("held_until", sa.String(40), comment="Until when a worker has it; empty while nobody has."),
        sa.Column("finished_at", sa.String(40)),
        sa.Column("result", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_job"),
    )
    op.create_index("ix_job_state", "job", ["state"])
    op.create_table(
        "kept_answer",
        sa.Column("owner", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(200), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False, comment="SHA-256 of the request."),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("status", sa.Integer, comment="Empty while the first request is at work."),
        sa.Column("headers", sa.Text),
        sa.Column("body", sa.LargeBinary),
        sa.PrimaryKeyConstraint("owner", "key", name="pk_kept_answer"),
    )


def _make_queue() -> None:
    """Procrastinate's tables, in a schema of their own; another version of it comes with a migration of ours."""
    connection = op.get_bind()
    before = connection.scalar(sa.text("SHOW search_path"))
    op.execute(f"CREATE SCHEMA {_QUEUE_SCHEMA}")
    op.execute(f"SET LOCAL search_path TO {_QUEUE_SCHEMA}")
    # Many statements in one go, which only the driver itself takes.
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(SchemaManager.get_schema())
    op.execute(f"SET LOCAL search_path TO {before}")
