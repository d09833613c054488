"""Our own way into WeasyPrint gives the page that its own parser and style sheet give."""

from pathlib import Path
from typing import Any

import pytest
from weasyprint import HTML
from weasyprint.formatting_structure.boxes import TextBox

from renderer.edition.build import build_edition
from renderer.edition.edition import Edition
from renderer.resources import resource_folder
from renderer.writers import layout
from renderer.writers.html import page_html
from renderer.writers.page_tree import PageTree
from tests.samples import small_case
from tests.writers import laid_out
from tests.writers.own_way import WholeHtml


def placed_words(edition: Edition) -> list[tuple[int, str, float, float]]:
    """Every piece of text with its place on its page."""
    return [
        (number, box.text, round(box.position_x, 2), round(box.position_y, 2))
        for number, page in enumerate(laid_out.pages(edition))
        for box in laid_out.page_box(page).descendants(placeholders=True)
        if isinstance(box, TextBox)
    ]


def test_the_pages_are_those_of_weasyprints_own_parser_and_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    edition = build_edition(small_case(), 2)
    ours = placed_words(edition)

    def theirs(page: str, files: Any) -> HTML:
        return WholeHtml(string=page, url_fetcher=files)

    monkeypatch.setattr(layout, "PageTree", theirs)

    assert placed_words(edition) == ours


def test_every_element_of_the_templates_has_its_place_in_the_sheet() -> None:
    known = (resource_folder("styles") / "elements.css").read_text(encoding="utf-8")
    inline = {"span", "a", "em", "strong", "br"}
    used = {element.tag for element in PageTree(page_html(build_edition(small_case(), 2)), None).etree_element.iter()}

    assert [tag for tag in sorted(used - inline) if f"{tag}" not in known.replace(",", " ").split()] == []
    assert Path(resource_folder("styles")).is_dir()


def test_ways_of_counting_are_those_of_weasyprint() -> None:
    [ours] = PageTree("<html></html>", None)._ua_counter_style()
    [theirs] = WholeHtml(string="<html></html>")._ua_counter_style()

    assert set(ours) == {"decimal", "lower-alpha"}
    assert {name: ours[name] for name in ours} == {name: theirs[name] for name in ours}
