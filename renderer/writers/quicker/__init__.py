"""Shorter ways through WeasyPrint 70.0 that lead to the same bytes: half of its time goes to asking again.

Each file replaces one thing and says why it changes nothing; `replacement.py` keeps what stood there, so that the
tests can put WeasyPrint's own back and compare the bytes (tests/writers/test_quicker.py). Imported after WeasyPrint.

    remembered_lines.py     a line with the same words in the same column is broken and drawn once
    kept_layouts.py         what Pango laid out to break a line is kept until it is drawn
    drawn_glyphs.py         how a glyph is written is looked up
    resolved_sizes.py       sizes that do not depend on what is around are computed once for each style
    plain_boxes.py          boxes in the normal flow, without background, are not asked for more
    free_lines.py           lines with no float beside them have the whole width
    shared_page_styles.py   pages of one kind have the same styles
"""

from renderer.writers.quicker import (  # noqa: F401
    drawn_glyphs,
    free_lines,
    kept_layouts,
    plain_boxes,
    remembered_lines,
    resolved_sizes,
    shared_page_styles,
)
