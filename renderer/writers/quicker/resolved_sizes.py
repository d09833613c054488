"""Computes the sizes of boxes of one style once, where nothing in the style depends on what is around the box.

WeasyPrint 70.0 computes eighteen used values for every box and every time it is laid out; ours are lengths or `auto`
but for a few tables and page margins, and some hundred styles serve all boxes. (layout/percent.py.)
"""

from typing import Any, Final

from weasyprint.css.functions import check_math
from weasyprint.layout import percent

from renderer.writers.quicker.replacement import replace

_SIDES = ("top", "right", "bottom", "left")
_LENGTHS: Final = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in _SIDES),
    *(f"{limit}{axis}" for limit in ("", "min_", "max_") for axis in ("width", "height")),
)
_BORDERS: Final = tuple(f"border_{side}_width" for side in _SIDES)
_RESOLVED: Final = (*_LENGTHS, *_BORDERS)

_resolve_percentages = percent.resolve_percentages


def _resolve_once(box: Any, containing_block: Any) -> None:
    style = box.style
    # The answer is kept on the style itself, and lives as long as it.
    kept = style.__dict__
    if sizes := kept.get("resolved_sizes"):
        box.__dict__.update(sizes)
        return
    _resolve_percentages(box, containing_block)
    if sizes is None:
        kept["resolved_sizes"] = {name: box.__dict__[name] for name in _RESOLVED} if _is_fixed(style) else {}


def _is_fixed(style: Any) -> bool:
    """Whether no used value depends on the containing block, nor on borders that collapse."""
    return style["border_collapse"] != "collapse" and all(_is_fixed_length(style[name]) for name in _LENGTHS)


def _is_fixed_length(value: Any) -> bool:
    return value == "auto" or (not check_math(value) and value.unit != "%")


replace(percent, "resolve_percentages", _resolve_once)
