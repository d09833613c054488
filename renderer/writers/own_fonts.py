"""A font configuration that knows our own fonts only, so that a page is the same on every machine.

WeasyPrint's own starts with the fonts installed on the machine and falls back to them, glyph by glyph, without a
word. Here a character that our fonts lack is missing, which WeasyPrint logs and `pdf.py` turns into an error.
Relies on WeasyPrint 70.0 (text/fonts.py); `tests/writers/test_own_fonts.py` holds it.
"""

from weasyprint.text.ffi import ffi, fontconfig, gobject, pangoft2
from weasyprint.text.fonts import FontConfiguration

from renderer.writers.engine.declared import OWN_FUNCTIONS

ffi.cdef(OWN_FUNCTIONS)


class OwnFonts(FontConfiguration):  # type: ignore[misc]
    """Starts from no font at all; style sheets add theirs with `@font-face`."""

    def __init__(self) -> None:
        super().__init__()
        empty = fontconfig.FcConfigCreate()
        self.font_map = ffi.gc(pangoft2.pango_ft2_font_map_new(), gobject.g_object_unref)
        pangoft2.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", self.font_map), empty)
        # The font map keeps a reference of its own.
        fontconfig.FcConfigDestroy(empty)
        self._config = empty
