"""Keys that end, jobs that know what was ordered under their key, and a log of use that may be shortened by age."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; a job's content says itself what kind it is.

    The use of keys can be added to and thrown away by age, and never altered.
    """
    op.add_column(
        "access_token",
        sa.Column("until", sa.String(40), comment="From when on it opens nothing; empty where it has no end."),
    )
    op.add_column(
        "job", sa.Column("digest", sa.String(64), comment="SHA-256 of the order under a key; empty where it has none.")
    )
    op.drop_column("job", "kind")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER token_use_append_only ON token_use")
        op.execute(
            "CREATE TRIGGER token_use_never_altered BEFORE UPDATE ON token_use "
            "FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
        )
    else:
        op.execute("DROP TRIGGER token_use_no_delete")
