"""Every test of the archive runs on both databases."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from renderer.archive.archive import Archive
from tests.postgresql import Server, running_server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    with running_server() as server:
        yield server


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def addresses(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Gives the address of an empty database, another one each time; once of each kind."""
    if request.param == "sqlite":
        return lambda: f"sqlite:///{tmp_path}/arkiv-{uuid.uuid4().hex}/udgaver.db"
    server: Server = request.getfixturevalue("postgresql")
    return server.database


@pytest.fixture
def address(addresses: Callable[[], str]) -> str:
    """The address of an empty database."""
    return addresses()


@pytest.fixture
def archive(address: str) -> Iterator[Archive]:
    with Archive(address) as opened:
        yield opened
