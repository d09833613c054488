"""A service on an empty archive: one without tokens, and one with a token of each kind."""

from collections.abc import Iterator

import pytest

from renderer.archive.archive import Archive
from renderer.archive.tokens import Scope, Tokens
from renderer.service.attempts import Attempts
from tests.service.running import Client, now, opened, running, settings


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A program on this machine, where the service has no tokens."""
    with running(opened(tmp_path_factory.mktemp("arkiv"))) as serving:
        yield serving


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The service with a token of each kind; the token's secret is the scope's word."""
    chosen = settings(tmp_path_factory.mktemp("arkiv"))
    with Archive(chosen.database) as archive:
        for scope in Scope:
            Tokens(archive).make(f"{scope.value}-system", frozenset({scope}), scope.value, now())
    with running(chosen) as serving:
        # What is tried here is more than anybody but a guesser would try in a minute.
        serving.service.attempts = Attempts(free=10_000)
        yield serving
