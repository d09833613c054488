"""Whether the service can take work: its database answers, its loops live, and there is room to work in."""

import os
import shutil
import tempfile
from pathlib import Path

from anyio import fail_after, to_thread
from sqlalchemy.engine import Engine

from renderer.archive.database import SQLITE
from renderer.errors import ArchiveUnavailable
from renderer.service.state import Service

_LEAST_ROOM = 50_000_000
_SECONDS = 5.0


async def require_ready(service: Service) -> None:
    """Raise `ArchiveUnavailable`, with what is wrong and what to do, where work could not be done."""
    try:
        with fail_after(_SECONDS):
            # A database that does not answer holds up a thread, and nobody who asks.
            await to_thread.run_sync(service.jobs.counts, abandon_on_cancel=True)
    except TimeoutError as cause:
        message = f"Arkivets database har ikke svaret i {_SECONDS:g} sekunder."
        raise ArchiveUnavailable(message, "Undersøg, om databasen kører, og om den er overbelastet.") from cause
    if service.loops and service.loops.dead:
        message = f"Arbejdet er standset: {', '.join(service.loops.dead)}."
        raise ArchiveUnavailable(message, "Genstart tjenesten, og se i loggen, hvad der skete.")
    for place in (tempfile.gettempdir(), *_folder(service.archive.engine)):
        if shutil.disk_usage(place).free < _LEAST_ROOM:
            raise ArchiveUnavailable(f"Der er næsten ikke plads i »{place}«.", "Skaf plads på drevet.")


def _folder(engine: Engine) -> list[str]:
    """Where an SQLite archive lies; a server looks after its own room."""
    name = engine.url.database or ""
    if engine.dialect.name != SQLITE or not name or not Path(name).exists():
        return []
    return [os.fspath(Path(name).parent)]
