"""The HTML page as WeasyPrint takes it, without its parser and its style sheet for the whole of HTML.

Both are made for any page there is and cost a fourth of the time for ours, which is well-formed and uses some twenty
elements. WeasyPrint's sheet is not even loaded (`engine/load.py`). Relies on WeasyPrint 70.0 (`HTML.__init__`,
`HTML._ua_stylesheets`, `HTML._ua_counter_style`); tests compare with its own way.
"""

from functools import cache
from typing import Any
from xml.etree.ElementTree import XML

from weasyprint import CSS, HTML
from weasyprint.css.counters import CounterStyle

from renderer.resources import read_resource
from renderer.writers.long_words import let_long_words_break


class PageTree(HTML):  # type: ignore[misc]
    """A page made by our templates: well-formed, with our elements only."""

    def __init__(self, page: str, url_fetcher: Any) -> None:
        super().__init__(string="<html></html>", url_fetcher=url_fetcher)
        wrapper: Any = type(self.__dict__["wrapper_element"])
        # The page is our own, and expat refuses to expand entities without limit.
        root = XML(page)
        let_long_words_break(root)
        self.wrapper_element = wrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element
        # Titles, metadata, styles and links to styles are looked for among all elements; ours stand in the head.
        for head in self.wrapper_element.iter_children():
            self.wrapper_element.query_all = head.query_all
            break

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:  # noqa: ARG002
        return [_elements()[0]]

    def _ua_counter_style(self) -> list[CounterStyle]:
        return [_elements()[1].copy()]


@cache
def _elements() -> tuple[CSS, CounterStyle]:
    """The sheet, and the ways of counting that are declared in it."""
    marks = CounterStyle()
    return CSS(string=read_resource("styles", "elements.css").decode(), counter_style=marks), marks
