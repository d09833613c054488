"""Sets a line once: what Pango laid out to break it is kept until it is drawn.

WeasyPrint 70.0 throws a line's Pango layout away when the line is broken, and makes it again, with a context and a
font description of its own, when the line is drawn (text/line_break.py). The context says which fonts there are and
which language it is, so layouts of one style can share it; and a layout that is a single line is the same both times.
A style's strut (the least height of its lines) is asked for three times a line, and remembered with the style.
"""

from typing import Any

from weasyprint.text import line_break
from weasyprint.text.constants import PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features, get_font_description
from weasyprint.text.line_break import Layout

from renderer.writers.quicker.replacement import replace

_setup = Layout.setup
_deactivate = Layout.deactivate
_reactivate = Layout.reactivate
_strut = line_break.strut

# What `font_features` is told, in its order.
_FEATURES = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)


def _set_up(self: Any, style: Any) -> None:
    kept = style.__dict__
    if "pango" not in kept:
        kept["pango"] = _context(style) if _is_plain(style) else None
    if kept["pango"] is None:
        _setup(self, style)
        return
    context, self.language, description, features = kept["pango"]
    self.style = style
    self.first_line_direction = 0
    self.ascent = self.underline_position = self.strikethrough_position = None
    self.layout = ffi.gc(pango.pango_layout_new(context), gobject.g_object_unref)
    pango.pango_layout_set_auto_dir(self.layout, False)
    pango.pango_layout_set_font_description(self.layout, description)
    if features:
        # A list for each layout, since letter spacing is written into it; WeasyPrint's own is never given back.
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        pango.pango_attr_list_insert(attributes, pango.pango_attr_font_features_new(features))
        pango.pango_layout_set_attributes(self.layout, attributes)


def _is_plain(style: Any) -> bool:
    return (
        bool(style["lang"]) and style["font_language_override"] == "normal" and style["text_decoration_line"] == "none"
    )


def _context(style: Any) -> tuple[Any, Any, Any, bytes]:
    """The Pango context, language, font description and font features of a style.

    Made as `Layout.setup` makes them for each layout.
    """
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    name, _name = unicode_to_char_p(style["lang"])
    language = pango.pango_language_from_string(name)
    pango.pango_context_set_language(context, language)
    features = font_features(*(style[name] for name in _FEATURES))
    written = ",".join(f"{name} {value}" for name, value in features.items()).encode()
    return context, language, get_font_description(style), written


def _keep(self: Any) -> None:
    if self.__dict__.get("is_kept") is None and _is_the_line_that_is_drawn(self):
        self.is_kept = True
    else:
        _deactivate(self)


def _is_the_line_that_is_drawn(self: Any) -> bool:
    """Whether nothing would be another way if the layout were made again without a width (`Layout.reactivate`)."""
    return self.justification_spacing == self.style["word_spacing"] == 0 and not _has_second_line(self.layout)


def _has_second_line(layout: Any) -> bool:
    return bool(pango.pango_layout_get_line_readonly(layout, 1) != ffi.NULL)


def _take_up(self: Any, style: Any) -> None:
    if self.__dict__.get("is_kept") and self.style is style:
        self.is_kept = False  # once drawn, it is thrown away
    else:
        _reactivate(self, style)


def _remembered_strut(style: Any) -> tuple[float, float]:
    kept = style.__dict__
    if "strut" not in kept:
        kept["strut"] = _strut(style)
    return kept["strut"]  # type: ignore[no-any-return]


replace(Layout, "setup", _set_up)
replace(Layout, "deactivate", _keep)
replace(Layout, "reactivate", _take_up)
replace(line_break, "strut", _remembered_strut)
