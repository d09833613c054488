"""Gives a line the whole width at once where nothing floats beside it, as nothing does on our pages.

WeasyPrint 70.0 looks for floats beside every line three times (layout/float.py, `avoid_collisions`).
"""

from typing import Any

from weasyprint.layout import float as floating

from renderer.writers.quicker.replacement import replace

_avoid_collisions = floating.avoid_collisions


def _avoid_none(context: Any, box: Any, containing_block: Any, outer: bool = True) -> tuple[float, float, float]:
    is_free = outer and not context.excluded_shapes and box.style["float"] == "none"
    if not is_free or containing_block.style["direction"] != "ltr":
        return _avoid_collisions(context, box, containing_block, outer)  # type: ignore[no-any-return]
    left = containing_block.content_box_x()
    # Not simply the width: the sum and the difference round as WeasyPrint's do.
    return left, box.position_y, left + containing_block.width - left


replace(floating, "avoid_collisions", _avoid_none)
