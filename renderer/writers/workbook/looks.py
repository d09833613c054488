"""How the cells of a workbook look: one accent colour, dark text, and the colours of the smileys with their words."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from renderer import vocabulary
from renderer.model.smiley import Smiley

_FONT = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
_ACCENT, _RULE, _PAPER = "#1F4E79", "#BFC8D0", "#F3F5F7"
_FRAME = {"border": 1, "border_color": _RULE, "text_wrap": True}
_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 15, "font_color": _ACCENT, "valign": "vcenter"},
    "note": {"font_color": "#404040", "text_wrap": True},
    "heading": {"bold": True, "font_size": 12, "font_color": _ACCENT, "text_wrap": True, "valign": "bottom"},
    "words": {"text_wrap": True, "font_size": 11},
    "strong": {"text_wrap": True, "font_size": 11, "bold": True},
    "head": {**_FRAME, "bold": True, "font_color": "#FFFFFF", "bg_color": _ACCENT, "valign": "vcenter"},
    "answer_head": {**_FRAME, "bold": True, "font_color": "#000000", "bg_color": "#FFE699", "valign": "vcenter"},
    "locked": {**_FRAME, "bg_color": _PAPER, "num_format": "@"},
    "not_asked": {**_FRAME, "bg_color": "#D9DEE3", "align": "center", "num_format": "@"},
    "answer": {**_FRAME, "bg_color": "#FFFDF5", "locked": False, "num_format": "@"},
    "plain": {**_FRAME, "num_format": "@"},
    "plain_column": {"num_format": "@", "text_wrap": True},
    "bold": {"bold": True},
    "italic": {"italic": True},
    "bold_italic": {"bold": True, "italic": True},
}
_COLOURS = {
    Smiley.HAPPY: (vocabulary.HAPPY_FACE, {"bg_color": "#C6E7CE", "font_color": "#0B4D1E"}),
    Smiley.NEUTRAL: (vocabulary.NEUTRAL_FACE, {"bg_color": "#FFE9A8", "font_color": "#5B4300"}),
    Smiley.SAD: (vocabulary.SAD_FACE, {"bg_color": "#F8CDC8", "font_color": "#7A0F0A"}),
}
TABLE_STYLE = "Table Style Light 1"


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, sheets: Workbook) -> None:
        self._sheets = sheets
        self._made: dict[str, Format] = {}

    def __getitem__(self, name: str) -> Format:
        if name not in self._made:
            self._made[name] = self._sheets.add_format({**_FONT, **_LOOKS[name]})
        return self._made[name]

    def amount(self, decimals: int) -> Format:
        """Numbers in Danish groups of three with so many decimals."""
        name = f"amount {decimals}"
        if name not in self._made:
            form = "#,##0" + (f".{'0' * decimals}" if decimals else "")
            self._made[name] = self._sheets.add_format({**_FONT, **_FRAME, "num_format": form})
        return self._made[name]

    def run(self, *, bold: bool, italic: bool) -> Format:
        """The look of some words in a cell."""
        return self["bold_italic" if bold and italic else "bold" if bold else "italic"]

    def of_faces(self) -> list[tuple[str, Format]]:
        """For each face the look of a cell that begins with it."""
        for smiley, (_, look) in _COLOURS.items():
            self._made.setdefault(smiley, self._sheets.add_format(look))
        return [(face, self._made[smiley]) for smiley, (face, _) in _COLOURS.items()]
