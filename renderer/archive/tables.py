"""The tables of the archive.

`entry` is the chain: one row for every act, each with the hash of the one before; its payload says everything about
the act. `edition`, `edition_file` and `withdrawal` hold what is looked up, and all of it follows from the payloads,
so that `audit.py` can recount every column. `signed_head` says how far the chain went at a time (`signed_head.py`).
Bytes stand once in `content` under their SHA-256. Nothing is ever changed or deleted: triggers made by the migrations
refuse it in both databases.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

_DIGEST = String(64)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

entry = Table(
    "entry",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(32), nullable=False),
    Column("at", String(40), nullable=False),
    Column("by", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("previous", _DIGEST, nullable=False),
    Column("digest", _DIGEST, nullable=False, unique=True),
)

content = Table(
    "content",
    metadata,
    Column("sha256", _DIGEST, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

edition = Table(
    "edition",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("entry", ForeignKey(entry.c.number), nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("case_id", Text, nullable=False, index=True),
    Column("agreement", Text, nullable=False),
    Column("budget_year", Integer, nullable=False),
    Column("followup", Integer, nullable=False),
    Column("committee", Text, nullable=False, comment="Empty for the whole municipality.", index=True),
    Column("title", Text, nullable=False),
    Column("date", String(10), nullable=False, index=True),
    Column("titles", Text, nullable=False, comment="Title and item headings, folded for searching, a line each."),
    Column("edition_sha256", ForeignKey(content.c.sha256), nullable=False),
    UniqueConstraint("case_id", "agreement", "followup", "committee", "version"),
)

edition_file = Table(
    "edition_file",
    metadata,
    Column("edition", ForeignKey(edition.c.number), primary_key=True),
    Column("format", String(16), primary_key=True),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("sha256", ForeignKey(content.c.sha256), nullable=False),
    Column("size", BigInteger, nullable=False),
)

withdrawal = Table(
    "withdrawal",
    metadata,
    Column("edition", ForeignKey(edition.c.number), primary_key=True),
    Column("entry", ForeignKey(entry.c.number), nullable=False, unique=True),
)

signed_head = Table(
    "signed_head",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("statement", Text, nullable=False, comment="Canonical JSON: how far the chain goes, and the keys."),
    Column("signature", String(128), nullable=False, comment="Ed25519, in hexadecimal."),
)

head_stamp = Table(
    "head_stamp",
    metadata,
    Column("head", ForeignKey(signed_head.c.position), primary_key=True),
    Column("stamp", LargeBinary, nullable=False, comment="A time stamp token (RFC 3161) of the signature, DER."),
)

APPEND_ONLY = (entry, content, edition, edition_file, withdrawal, signed_head, head_stamp)
