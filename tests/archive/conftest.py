"""Every test of the archive runs on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from renderer.archive.archive import Archive
from tests.postgresql import Server, running_server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    with running_server() as server:
        yield server


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, once of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/arkiv/udgaver.db"
    server: Server = request.getfixturevalue("postgresql")
    return server.database()


@pytest.fixture
def archive(address: str) -> Iterator[Archive]:
    with Archive(address) as opened:
        yield opened
