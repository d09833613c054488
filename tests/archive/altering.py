"""One bit of the archive altered, as somebody with full power over the database could."""

import string

from sqlalchemy import LargeBinary, Table, text

from renderer.archive.archive import Archive
from tests.archive.unlocked import unlocked


def alter(archive: Archive, table: Table, column: str) -> None:
    """Change one bit of a column in the table's first row."""
    keys = [key.name for key in table.primary_key]
    with unlocked(archive) as connection:
        row = connection.execute(table.select().order_by(*table.primary_key).limit(1)).mappings().one()
        where = " AND ".join(f'"{key}" = :key_{key}' for key in keys)
        values = {f"key_{key}": row[key] for key in keys}
        connection.execute(
            text(f'UPDATE {table.name} SET "{column}" = :new WHERE {where}'),
            {**values, "new": flipped(row[column], binary=isinstance(table.c[column].type, LargeBinary))},
        )


def flipped(value: object, *, binary: bool) -> object:
    """The value with one bit changed."""
    if binary:
        assert isinstance(value, bytes)
        return bytes([value[0] ^ 1]) + value[1:]
    if isinstance(value, int):
        return value ^ 64
    text_value = str(value)
    if not text_value:
        return "a"
    first = chr(ord(text_value[-1]) ^ 1)
    return text_value[:-1] + (first if first in string.printable else "a")
