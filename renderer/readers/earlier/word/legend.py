"""A legend whose smileys are a list's bullets: dots in the colours of a traffic light, with a meaning behind each.

The colour is the bullet's own, or that of the paragraph's mark, which Word draws the bullet in. A meaning begins
with a colon; the bullets of any other list mean nothing by their colour.
"""

import colorsys
import re
from dataclasses import replace

from lxml.etree import _Element

from renderer.model.smiley import Smiley
from renderer.readers.text.faces import DOTS
from renderer.readers.text.runs import Run, plain
from renderer.readers.word.names import W, value
from renderer.readers.word.numbering import Label

_DOTS = "•●■▪·⚫⬤"
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_PALEST = 0.35
# Degrees of the colour circle: where each colour ends, from red over orange (which stands for yellow) to green.
_RED_TO, _YELLOW_TO, _GREEN_TO, _RED_FROM = 18, 70, 170, 340


def with_dot(label: Label | None, properties: _Element | None, runs: tuple[Run, ...]) -> Label | None:
    """The label with a coloured bullet as the word it stands for, where a meaning stands behind it."""
    if label is None or label.mark is None or label.mark.text not in _DOTS or not plain(runs).lstrip().startswith(":"):
        return label
    own = properties.find(f"{W}rPr") if properties is not None else None
    smiley = _of_colour(value(own, "color") or label.colour)
    return replace(label, mark=None, words=DOTS[smiley]) if smiley else label


def _of_colour(colour: str | None) -> Smiley | None:
    """The smiley that a colour such as `00B050` stands for; `None` for grey, black, blue and what is no colour."""
    if not colour or not _HEX.fullmatch(colour):
        return None
    hue, saturation, brightness = colorsys.rgb_to_hsv(*(int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)))
    if saturation < _PALEST or brightness < _PALEST:
        return None
    degrees = hue * 360
    if degrees < _RED_TO or degrees > _RED_FROM:
        return Smiley.SAD
    if degrees < _YELLOW_TO:
        return Smiley.NEUTRAL
    return Smiley.HAPPY if degrees < _GREEN_TO else None
