"""The first tables: the chain of acts, the editions, their files, and the triggers that keep them as they are."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TABLES = ("entry", "content", "edition", "edition_file", "withdrawal")


def upgrade() -> None:
    """Make the tables and forbid changing or deleting what stands in them."""
    _make_chain()
    _make_edition()
    _make_what_belongs_to_an_edition()
    (_forbid_in_postgresql if op.get_bind().dialect.name == "postgresql" else _forbid_in_sqlite)()


def _make_chain() -> None:
    op.create_table(
        "entry",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_entry"),
        sa.UniqueConstraint("digest", name="uq_entry_digest"),
    )
    op.create_table(
        "content",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_content"),
    )


def _make_edition() -> None:
    op.create_table(
        "edition",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("entry", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("case_id", sa.Text, nullable=False),
        sa.Column("agreement", sa.Text, nullable=False),
        sa.Column("budget_year", sa.Integer, nullable=False),
        sa.Column("followup", sa.Integer, nullable=False),
        sa.Column("committee", sa.Text, nullable=False, comment="Empty for the whole municipality."),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("date", sa.String(10), nullable=False),
        sa.Column(
            "titles", sa.Text, nullable=False, comment="Title and item headings, folded for searching, a line each."
        ),
        sa.Column("edition_sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_edition"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_edition_entry"),
        sa.ForeignKeyConstraint(["edition_sha256"], ["content.sha256"], name="fk_edition_edition_sha256"),
        sa.UniqueConstraint("entry", name="uq_edition_entry"),
        sa.UniqueConstraint(
            "case_id", "agreement", "followup", "committee", "version",
            name="uq_edition_case_id_agreement_followup_committee_version",
        ),
    )  # fmt: skip
    for column in ("case_id", "committee", "date"):
        op.create_index(f"ix_edition_{column}", "edition", [column])


def _make_what_belongs_to_an_edition() -> None:
    op.create_table(
        "edition_file",
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("format", sa.String(16), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("edition", "format", name="pk_edition_file"),
        sa.ForeignKeyConstraint(["edition"], ["edition.number"], name="fk_edition_file_edition"),
        sa.ForeignKeyConstraint(["sha256"], ["content.sha256"], name="fk_edition_file_sha256"),
    )
    op.create_table(
        "withdrawal",
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("entry", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("edition", name="pk_withdrawal"),
        sa.ForeignKeyConstraint(["edition"], ["edition.number"], name="fk_withdrawal_edition"),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name="fk_withdrawal_entry"),
        sa.UniqueConstraint("entry", name="uq_withdrawal_entry"),
    )


def _forbid_in_sqlite() -> None:
    for table in _TABLES:
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
            )


def _forbid_in_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$"
    )
    for table in _TABLES:
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
        )
