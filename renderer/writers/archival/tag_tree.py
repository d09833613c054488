"""Writes the structure as PDF objects: structure elements, ParentTree and IDTree (ISO 32000-1, 14.7)."""

from collections.abc import Sequence

import pydyf

from renderer.writers.archival.painted_page import PaintedPage
from renderer.writers.archival.structure import Content, LinkArea, Part


def write_tag_tree(pdf: pydyf.PDF, document: Part, pages: Sequence[PaintedPage]) -> None:
    """Fill the empty tree that WeasyPrint has left in the file."""
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    tree = _TagTree(pdf, root, len(pages))
    element = _object(pdf, root["K"][0])
    tree.write_kids(document, element)
    _object(pdf, root["ParentTree"])["Nums"] = tree.parent_numbers()
    root["ParentTreeNextKey"] = len(pages) + tree.areas
    if tree.identified:
        root["IDTree"] = pydyf.Dictionary({"Names": tree.identifiers()})


def _object(pdf: pydyf.PDF, reference: bytes) -> pydyf.Dictionary:
    return pdf.objects[int(reference.split()[0])]


class _TagTree:
    """The elements as they are written, and what points back at them."""

    def __init__(self, pdf: pydyf.PDF, root: pydyf.Dictionary, pages: int) -> None:
        self._pdf = pdf
        self._root = root
        self._page_references = pdf.page_references
        self._content: list[dict[int, bytes]] = [{} for _ in range(pages)]
        self._areas: list[bytes] = []
        self.identified: dict[str, bytes] = {}

    @property
    def areas(self) -> int:
        """How many link areas have been written."""
        return len(self._areas)

    def write_kids(self, part: Part, element: pydyf.Dictionary) -> None:
        """Write everything below a part; `element` is the part's own object."""
        kids = [self._kid(kid, element) for kid in part.kids]
        if kids:
            element["K"] = kids[0] if len(kids) == 1 else pydyf.Array(kids)
        else:
            element.pop("K", None)

    def _kid(self, kid: Part | Content | LinkArea, parent: pydyf.Dictionary) -> object:
        match kid:
            case Part():
                return self._element(kid, parent)
            case Content(page, mcid):
                self._content[page][mcid] = parent.reference
                return self._content_kid(page, mcid, parent)
            case LinkArea():
                return self._link_area(kid, parent)

    def _element(self, part: Part, parent: pydyf.Dictionary) -> bytes:
        element = pydyf.Dictionary({"S": f"/{part.role}", "P": parent.reference})
        element.update({key: _value(value) for key, value in part.entries.items()})
        self._pdf.add_object(element)
        if "ID" in part.entries:
            self.identified[str(part.entries["ID"])] = element.reference
        self.write_kids(part, element)
        return element.reference  # type: ignore[no-any-return]

    def _content_kid(self, page: int, mcid: int, parent: pydyf.Dictionary) -> object:
        """A bare number on the parent's own page, a reference with its page anywhere else (table 324)."""
        reference = self._page_references[page]
        if parent.setdefault("Pg", reference) == reference:
            return mcid
        return pydyf.Dictionary({"Type": "/MCR", "Pg": reference, "MCID": mcid})

    def _link_area(self, area: LinkArea, parent: pydyf.Dictionary) -> pydyf.Dictionary:
        """ISO 14289-1, 7.18.5: a link's annotation is in the tree, and points back with StructParent."""
        area.annotation["StructParent"] = len(self._content) + len(self._areas)
        self._areas.append(parent.reference)
        page = self._page_references[area.page]
        return pydyf.Dictionary({"Type": "/OBJR", "Pg": page, "Obj": area.annotation.reference})

    def parent_numbers(self) -> pydyf.Array:
        """From each page's marked content, and each link area, back to its element (14.7.4.4)."""
        numbers = pydyf.Array()
        for page, elements in enumerate(self._content):
            length = max(elements, default=-1) + 1
            numbers.extend([page, pydyf.Array(elements.get(mcid, b"null") for mcid in range(length))])
        for number, reference in enumerate(self._areas, len(self._content)):
            numbers.extend([number, reference])
        return numbers

    def identifiers(self) -> pydyf.Array:
        """From each ID to its element, in order of the IDs (14.7.2, table 322: required where there are IDs)."""
        names = pydyf.Array()
        for identifier in sorted(self.identified):
            names.extend([pydyf.String(identifier), self.identified[identifier]])
        return names


def _value(value: object) -> object:
    match value:
        case dict():
            return pydyf.Dictionary(value)
        case str():
            return pydyf.String(value)
        case _:
            return value
