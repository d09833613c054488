"""Gives pages of one kind the same styles: ours are of two kinds, the letter and the tables.

WeasyPrint 70.0 computes the styles of every page anew, with those of its margin boxes (layout/page.py), and looks for
them among those of all pages before, which takes time with the square of the number of pages. What a page's style is
depends only on which page rules match it (css/__init__.py, `add_page_declarations`).
"""

from typing import Any

from weasyprint.layout import page

from renderer.writers.quicker.replacement import replace

_set_page_type_computed_styles = page.set_page_type_computed_styles


def _share(page_type: Any, html: Any, style_for: Any) -> None:
    kinds = style_for.__dict__.setdefault("kinds_of_pages", {})
    kind = _matching_rules(page_type, style_for)
    if kind not in kinds:
        _set_page_type_computed_styles(page_type, html, style_for)
        pseudo_types = [pseudo for found, pseudo in style_for.get_cascaded_styles() if found == page_type and pseudo]
        kinds[kind] = page_type, [None, *pseudo_types]
    computed = style_for.get_computed_styles()
    first, pseudo_types = kinds[kind]
    for pseudo_type in pseudo_types:
        computed[page_type, pseudo_type] = computed[first, pseudo_type]


def _matching_rules(page_type: Any, style_for: Any) -> tuple[bool, ...]:
    """Which selectors of the page rules match, in the order of the sheets."""
    return tuple(
        style_for._page_type_match(selector, page_type)  # noqa: SLF001
        for sheet, _, _ in style_for._sheets  # noqa: SLF001
        for _, selectors, _ in sheet.page_rules
        for _, _, selector in selectors
    )


replace(page, "set_page_type_computed_styles", _share)
