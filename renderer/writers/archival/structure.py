"""The structure of a document as a tree of parts, before it is written as PDF objects (`tag_tree.py`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

import pydyf


@dataclass(frozen=True)
class Content:
    """A marked-content sequence: what stands between one BDC and its EMC on a page (ISO 32000-1, 14.6)."""

    page: int
    mcid: int


@dataclass(frozen=True, eq=False)
class LinkArea:
    """The annotation that makes an area of a page a link; a link over two lines has two."""

    page: int
    annotation: pydyf.Dictionary


@dataclass(eq=False)
class Part:
    """A structure element: one for each HTML element with a role, however many pages it stands on."""

    role: str
    element: Element | None = None
    kids: list[Part | Content | LinkArea] = field(default_factory=list)
    entries: dict[str, object] = field(default_factory=dict)
    """Further entries of its dictionary: ActualText, ID, A."""

    def add(self, role: str, element: Element | None = None) -> Part:
        """A new part at the end of this one."""
        part = Part(role, element)
        self.kids.append(part)
        return part

    def parts(self, *roles: str) -> Iterator[Part]:
        """The parts directly in this one that have one of these roles."""
        for kid in self.kids:
            if isinstance(kid, Part) and kid.role in roles:
                yield kid

    def descendants(self) -> Iterator[Part]:
        """This part and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Part):
                yield from kid.descendants()
