"""Short ways for boxes without anything special: in the normal flow, with square corners, and nothing behind them.

WeasyPrint 70.0 asks every box again and again whether it floats, is positioned, runs, or is a note
(formatting_structure/boxes.py), and looks for its background and its rounded corners (layout/background.py). Nearly
all of ours have the answer no, and it stands in their style.
"""

from typing import Any, Final

from weasyprint.draw.color import get_color
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import background

from renderer.writers.quicker.replacement import replace

_CORNERS = ("top_left", "top_right", "bottom_right", "bottom_left")
_RADII = tuple(f"border_{corner}_radius" for corner in _CORNERS)
_BARE: Final = dict.fromkeys(_RADII, (0, 0))
_IN_PLACE = ("static", "relative")

_is_in_normal_flow = Box.is_in_normal_flow
_layout_box_backgrounds = background.layout_box_backgrounds


def _flows(self: Box) -> bool:
    style = self.style
    if style["float"] == "none" and style["position"] in _IN_PLACE:
        return True
    return _is_in_normal_flow(self)  # type: ignore[no-any-return]


def _lay_out_background(page: Any, box: Any, images: Any, layout_children: bool = True, style: Any = None) -> None:
    if style is not None or box is page or not isinstance(box, Box) or not _is_bare(box.style):
        _layout_box_backgrounds(page, box, images, layout_children, style)
        return
    box.__dict__.update(_BARE)
    if layout_children:
        for child in box.all_children():
            _lay_out_background(page, child, images)
    box.background = None


def _is_bare(style: Any) -> bool:
    """Whether a box of this style has square corners and no background, image border or shadow."""
    kept = style.__dict__
    if "is_bare" not in kept:
        kept["is_bare"] = (
            all((0, "px") in style[radius] for radius in _RADII)
            and style["border_image_source"][0] == style["mask_border_source"][0] == "none"
            and all(kind == "none" for kind, _ in style["background_image"])
            and (style["visibility"] == "hidden" or get_color(style, "background_color").alpha == 0)
            and not style["box_shadow"]
        )
    return kept["is_bare"]  # type: ignore[no-any-return]


replace(Box, "is_in_normal_flow", _flows)
replace(background, "layout_box_backgrounds", _lay_out_background)
