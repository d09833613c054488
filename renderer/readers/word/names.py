"""The XML names of Word files (ECMA-376 part 1), as lxml writes them, and small reads of attributes.

Files in the strict form (ISO/IEC 29500-1 Strict) use other namespaces for the same names; they are brought to
the transitional ones before parsing.
"""

import re

from lxml.etree import _Element

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"

W = f"{{{_MAIN}}}"
R = f"{{{_OFFICE}/relationships}}"
M = f"{{{_OFFICE}/math}}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SYMBOL = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
PLACEMENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VML = "{urn:schemas-microsoft-com:vml}"
PACKAGE_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
APPLICATION = f"{{{_OFFICE}/extended-properties}}"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(officeDocument|wordprocessingml|drawingml)/([A-Za-z]+)")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"
_OFF = {"0", "false", "off", "none"}


def transitional(data: bytes) -> bytes:
    """The bytes of a part with the transitional namespaces."""
    return _STRICT.sub(_TRANSITIONAL, data) if b"purl.oclc.org/ooxml" in data else data


def child_of(element: _Element | None, tag: str) -> _Element | None:
    """The first child with this tag; `None` where there is none. Much faster than `find`, which takes paths."""
    if element is not None:
        for child in element:
            if child.tag == tag:
                return child
    return None


def value(element: _Element | None, child: str, attribute: str = "val") -> str | None:
    """The attribute of a child in Word's namespace; `None` where either is missing."""
    found = child_of(element, W + child)
    return found.get(W + attribute) if found is not None else None


def number(element: _Element | None, child: str, attribute: str = "val") -> int | None:
    """The attribute of a child as a whole number; `None` where it is missing or no number."""
    return whole(value(element, child, attribute))


def whole(text: str | None) -> int | None:
    """A whole number, or `None` for anything else. Word itself writes some of them with decimals."""
    if not text:
        return None
    match = re.fullmatch(r"(-?\d{1,9})(?:\.\d*)?", text)
    return int(match[1]) if match else None


def switch(properties: _Element | None, child: str) -> bool | None:
    """Whether a property is on (ECMA-376-1, 17.17.4); `None` where nothing is said."""
    found = child_of(properties, W + child)
    if found is None:
        return None
    return found.get(W + "val", "true").lower() not in _OFF
