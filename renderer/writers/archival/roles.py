"""What a part of the page is to a screen reader: HTML element -> standard structure type (ISO 32000-1, 14.8.4).

An element that is not named here (div, span, strong, em) has no part of its own: what it holds belongs to the
element around it.
"""

from typing import Final
from xml.etree.ElementTree import Element

_ROLES: Final = {
    "section": "Sect",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "p": "P",
    "blockquote": "BlockQuote",
    "nav": "TOC",
    "cite": "Reference",
    "ul": "L",
    "ol": "L",
    "li": "LI",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "a": "Link",
}

_DRAWING: Final = "{http://www.w3.org/2000/svg}svg"

_LIST_NUMBERING: Final = {
    "bullet-1": "Disc",
    "bullet-2": "Circle",
    "bullet-3": "Square",
    "decimal-point": "Decimal",
    "decimal-parenthesis": "Decimal",
    "letter-point": "LowerAlpha",
    "letter-parenthesis": "LowerAlpha",
}


def role_of(element: Element) -> str | None:
    """The structure type of an element, or `None` where it has no part of its own."""
    match element.get("role"):
        case "heading":
            return f"H{element.get('aria-level')}"
        case "img":
            return "Figure" if is_drawn(element) else "Span"
        case "listitem":
            return "TOCI"
        case _:
            return _ROLES.get(element.tag)


def spoken_text(element: Element) -> str | None:
    """What is said instead of the characters that stand there (ISO 32000-1, 14.9.4), or `None`."""
    return element.get("aria-label") if element.get("role") == "img" else None


def is_drawn(element: Element) -> bool:
    """Whether an element is a drawing."""
    return element.tag == _DRAWING


def list_numbering(list_style: str) -> str:
    """How a list is counted (ISO 32000-1, table 347), from the name of its style in `styles/edition.css`."""
    return _LIST_NUMBERING[list_style]
