"""Where a hyperlink of a Word file leads (ECMA-376-1, 17.16.22): the address lies in the part's relationships."""

from collections.abc import Mapping

from lxml.etree import _Element

from renderer.readers.word.names import R, W
from renderer.readers.word.package import Relationship


def address(link: _Element, relationships: Mapping[str, Relationship]) -> str | None:
    """The address with its anchor; `None` for a link within the document."""
    found = relationships.get(link.get(f"{R}id", ""))
    if not found or not found.outside:
        return None
    anchor = link.get(f"{W}anchor")
    return f"{found.target}#{anchor}" if anchor and "#" not in found.target else found.target
