"""The C functions of WeasyPrint 70.0 (text/ffi.py) and one of ours, parsed beforehand.

WeasyPrint declares Pango, HarfBuzz and fontconfig as C text, and cffi has it parsed when WeasyPrint is loaded, and
once more for every kind of pointer that is made. What cffi makes of the text is in `declarations.py`, in the form that
cffi writes itself for this purpose ("out-of-line, ABI mode"); `tests/writers/test_engine.py` makes it anew.
"""

from typing import Any
from zlib import crc32

import _cffi_backend

from renderer.writers.engine.declarations import DECLARED, SOURCES

OWN_FUNCTIONS = "FcConfig * FcConfigCreate (void);"
"""What `own_fonts.py` calls and WeasyPrint does not declare."""


class _Declared(_cffi_backend.FFI):  # type: ignore[misc]
    """Knows its functions already."""

    def cdef(self, source: str) -> None:
        """Declare functions: those that are known, and no others."""
        if crc32(source.encode()) not in SOURCES:
            raise AssertionError("WeasyPrint declares other functions: run scripts/engine_declarations")


def declared_functions() -> Any:
    """What `cffi.FFI()` is, with the functions in it."""
    return _Declared("weasyprint", **DECLARED)
