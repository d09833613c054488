"""Settings that hold for every test."""

import pkgutil
import shutil
import tempfile
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import renderer
from tests import surroundings

# A slow or busy machine is no fault of the code: no test is timed. One commit gets one verdict: the examples follow
# from the test and the program alone, and `make search` is what looks for new ones (docs/decisions/0021).
UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.register_profile("steady", UNTIMED, derandomize=True, database=None)
settings.register_profile("searching", UNTIMED)
settings.load_profile("steady")


def pytest_configure(config: pytest.Config) -> None:
    """Leave the machine's and the person's settings behind, before anything reads them."""
    home = Path(tempfile.mkdtemp(prefix="aftalerapport-"))
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    surroundings.settle(home)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Load the whole program: Hypothesis draws constants of the modules that are loaded, however few tests are run."""
    if any(item.get_closest_marker("hypothesis") for item in session.items):
        for module in pkgutil.walk_packages(renderer.__path__, "renderer."):
            if ".migrations." not in module.name and not module.name.endswith(".__main__"):
                import_module(module.name)
