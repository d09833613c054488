"""Loads WeasyPrint without its search for libraries.

WeasyPrint 70.0 tries each of its C libraries under the names of every system, and for every name that the loader does
not know, Python's `find_library` asks ldconfig, the C compiler and the linker: twenty-two questions and more time than
the rest of the loading. On Linux the loader knows them by the last name that is tried, so nothing need be asked.
"""

import ctypes.util
import importlib
import sys


def load_engine() -> None:
    """Load WeasyPrint, if it is not loaded yet. Call before anything else imports it."""
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = _unknown
    try:
        importlib.import_module("weasyprint")
    finally:
        ctypes.util.find_library = search


def _unknown(name: str) -> str | None:  # noqa: ARG001
    """No library is known by this name."""
    return None
