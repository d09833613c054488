"""WeasyPrint's own way into a page: its parser and its style sheet for the whole of HTML, which we leave out."""

from functools import cache
from importlib.resources import files
from typing import Any

from weasyprint import CSS, HTML, css
from weasyprint.css.counters import CounterStyle


class WholeHtml(HTML):  # type: ignore[misc]
    """A page of any HTML."""

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return [_own_sheet()[0]]

    def _ua_counter_style(self) -> list[Any]:
        return [_own_sheet()[1].copy()]


@cache
def _own_sheet() -> tuple[CSS, CounterStyle]:
    marks = CounterStyle()
    sheet = (files(css.__name__) / "html5_ua.css").read_text(encoding="utf-8")
    return CSS(string=sheet, counter_style=marks), marks
