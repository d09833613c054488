"""Signed heads of the chain and their time stamps; added to and never changed, as the chain itself."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TABLES = ("signed_head", "head_stamp")


def upgrade() -> None:
    """Make the tables and forbid changing or deleting what stands in them."""
    op.create_table(
        "signed_head",
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column(
            "statement", sa.Text, nullable=False, comment="Canonical JSON: how far the chain goes, and the keys."
        ),
        sa.Column("signature", sa.String(128), nullable=False, comment="Ed25519, in hexadecimal."),
        sa.PrimaryKeyConstraint("position", name="pk_signed_head"),
    )
    op.create_table(
        "head_stamp",
        sa.Column("head", sa.Integer, nullable=False),
        sa.Column(
            "stamp", sa.LargeBinary, nullable=False, comment="A time stamp token (RFC 3161) of the signature, DER."
        ),
        sa.PrimaryKeyConstraint("head", name="pk_head_stamp"),
        sa.ForeignKeyConstraint(["head"], ["signed_head.position"], name="fk_head_stamp_head"),
    )
    for table in _TABLES:
        if op.get_bind().dialect.name == "postgresql":
            op.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
            )
            continue
        for act in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
            )
