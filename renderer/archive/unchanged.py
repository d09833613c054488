"""Whether a document that is to be issued is, byte for byte, what stands in the archive already.

A round is issued again because of one committee, and the reason that is written concerns that one alone. The others
keep their version: a version 2 with the same files would say of them that something was mended.
"""

from sqlalchemy import Connection, select

from renderer.archive import payload, rows
from renderer.archive.record import NewEdition
from renderer.archive.tables import edition


def standing_as_issued(connection: Connection, new: NewEdition) -> int | None:
    """The number of the newest version where it has the same data and files and holds; else `None`."""
    number = rows.newest(connection, payload.facts(new.edition))
    if number is None:
        return None
    [last] = rows.editions(connection, select(edition.c.number).where(edition.c.number == number))
    before = {file.format: file.sha256 for file in last.files}
    now = {file.format: payload.sha256(file.content) for file in new.files}
    same_data = last.edition_sha256 == payload.sha256(new.edition.as_json().encode())
    return number if same_data and before == now and not last.withdrawn_at else None
