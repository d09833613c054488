"""A font configuration that knows our own fonts only, so that a page is the same on every machine.

WeasyPrint's own starts with the fonts installed on the machine and falls back to them, glyph by glyph, without a
word. Here a character that our fonts lack is missing, which WeasyPrint logs and `pdf.py` turns into an error. The
machine's fonts are not even loaded: fontconfig would keep a quarter of a megabyte of them each time, for good.
Relies on WeasyPrint 70.0 (text/fonts.py); `tests/writers/test_own_fonts.py` holds it.
"""

from pathlib import Path
from typing import Any

from weasyprint.text.ffi import ffi, fontconfig, gobject, pangoft2
from weasyprint.text.fonts import FontConfiguration

from renderer.writers.engine.declared import OWN_FUNCTIONS
from renderer.writers.files_in_memory import FilesInMemory, has_files_in_memory

ffi.cdef(OWN_FUNCTIONS)


class OwnFonts(FontConfiguration):  # type: ignore[misc]
    """Starts from no font at all; style sheets add theirs with `@font-face`.

    With `like`, the fonts that were added to another one; what that one remembers of its document is not taken over.
    """

    def __init__(self, like: "OwnFonts | None" = None) -> None:
        self._like = like
        self._folder: FilesInMemory | Path | None = None
        self.strut_layouts: dict[Any, Any] = {}
        self.font_features: dict[Any, Any] = {}
        self._config: Any
        self.font_map: Any
        if like:
            self._config, self.font_map = like._config, like.font_map  # noqa: SLF001
            return
        if has_files_in_memory():
            self._folder = FilesInMemory()
        self._config = fontconfig.FcConfigCreate()
        self.font_map = ffi.gc(pangoft2.pango_ft2_font_map_new(), gobject.g_object_unref)
        pangoft2.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", self.font_map), self._config)
        # The font map keeps a reference of its own.
        fontconfig.FcConfigDestroy(self._config)

    def __del__(self) -> None:
        if isinstance(self._folder, Path):
            super().__del__()
