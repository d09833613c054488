"""Loads WeasyPrint 70.0 with four things done otherwise while it is loaded.

- It tries each of its C libraries under the names of every system, and for every name that the loader does not know,
  Python's `find_library` asks ldconfig, the C compiler and the linker: twenty-two questions and more time than the
  rest of the loading. On Linux the loader knows them by the last name that is tried, so nothing need be asked.
- It has the C declarations parsed; they are parsed already (`declared.py`).
- It loads libraries for pictures, for variable fonts and for subsets without HarfBuzz; we have none (`later.py`).
- It parses its style sheets for the whole of HTML; ours is `styles/elements.css` (`page_tree.py`).
"""

import ctypes.util
import importlib
import importlib.resources
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import cffi

from renderer.writers.engine.declared import declared_functions
from renderer.writers.engine.later import loaded_later

_SHEETS = {"html5_ua.css", "html5_ua_form.css", "html5_ph.css"}

_LATER = {
    "PIL.EpsImagePlugin": (),
    "PIL.Image": (),
    "PIL.ImageCms": ("ImageCmsProfile",),
    "PIL.ImageFile": (),
    "PIL.ImageOps": (),
    "fontTools.subset": (),
    "fontTools.ttLib.woff2": (),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
}
"""The modules, and the functions and classes that WeasyPrint takes from them by name and only calls."""


def load_engine() -> None:
    """Load WeasyPrint, if it is not loaded yet. Call before anything else imports it."""
    if "weasyprint" in sys.modules:
        return
    with ExitStack() as stack:
        if sys.platform == "linux":
            stack.enter_context(_instead(ctypes.util, "find_library", _unknown))
        stack.enter_context(_instead(cffi, "FFI", declared_functions))
        stack.enter_context(_instead(importlib.resources, "files", _files))
        stack.enter_context(loaded_later(_LATER))
        importlib.import_module("weasyprint")


@contextmanager
def _instead(place: Any, name: str, ours: Any) -> Iterator[None]:
    theirs = getattr(place, name)
    setattr(place, name, ours)
    try:
        yield
    finally:
        setattr(place, name, theirs)


def _unknown(name: str) -> str | None:  # noqa: ARG001
    """No library is known by this name."""
    return None


_real_files = importlib.resources.files


def _files(package: Any) -> Any:
    """The files of a package. WeasyPrint keeps this function, so it is the real one for all but the sheets."""
    files = _real_files(package)
    return _WithoutSheets(files) if getattr(package, "__name__", package) == "weasyprint.css" else files


class _WithoutSheets:
    """The folder of WeasyPrint's own style sheets, in which they are empty."""

    def __init__(self, folder: Any) -> None:
        self._folder = folder

    def __truediv__(self, name: str) -> Any:
        return _Empty() if name in _SHEETS else self._folder / name


class _Empty:
    """A file with nothing in it."""

    def read_text(self, encoding: str) -> str:  # noqa: ARG002
        """Nothing."""
        return ""
