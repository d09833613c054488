"""What documents of one kind have in common: their style sheet, parsed once, and the fonts that it names.

Parsing it and taking in its fonts took a fifth of the time of a committee's edition, and for each document that loaded
them, fontconfig kept forty kilobytes for good. What one document makes of them does not reach the next: the sheet is
only read, and each document gets its own memory of the fonts (`OwnFonts`) and its own ways of counting. The bytes are
the same (tests/writers/test_same_bytes.py). Pango's font maps belong to a thread, and to the process that made them.
"""

import os
import threading
from dataclasses import dataclass

from weasyprint import CSS
from weasyprint.css.counters import CounterStyle

from renderer.resources import read_resource
from renderer.writers.heard import listening
from renderer.writers.own_fonts import OwnFonts
from renderer.writers.packaged import BASE, PackagedFiles


@dataclass(frozen=True)
class PrintStyle:
    """A style sheet with its fonts and its ways of counting."""

    sheet: CSS
    fonts: OwnFonts
    marks: CounterStyle

    def for_a_document(self) -> "PrintStyle":
        """The same style with nothing remembered."""
        return PrintStyle(self.sheet, OwnFonts(like=self.fonts), self.marks.copy())


class _Kept(threading.local):
    """The styles by the process that made them and the names of their sheets, each with what it was made of."""

    def __init__(self) -> None:
        self.styles: dict[tuple[int, tuple[str, ...]], tuple[str, PrintStyle]] = {}


_kept = _Kept()


def print_style(names: tuple[str, ...]) -> PrintStyle:
    """The style of these sheets, for one document. Raises `BrokenResource`."""
    # One sheet of all: each is held against every element of the page.
    rules = "\n".join(read_resource("styles", name).decode() for name in names)
    key = os.getpid(), names
    parsed, style = _kept.styles.get(key, ("", None))
    if style is None or parsed != rules:
        with listening() as heard:
            style = _parsed(rules)
        # What WeasyPrint warned of is to be heard the next time, too.
        if not heard:
            _kept.styles[key] = rules, style
    return style.for_a_document()


def _parsed(rules: str) -> PrintStyle:
    files, fonts, marks = PackagedFiles(), OwnFonts(), CounterStyle()
    sheet = CSS(string=rules, base_url=f"{BASE}styles/", font_config=fonts, counter_style=marks, url_fetcher=files)
    if files.failure:
        raise files.failure
    return PrintStyle(sheet, fonts, marks)
