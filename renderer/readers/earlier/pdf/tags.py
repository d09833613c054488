"""The tags of a PDF file (ISO 32000-1, 14.7): which words belong to one paragraph, and which are headings.

Tags only help where the page alone leaves a choice; a file without them, or with broken ones, is read without.
"""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import pikepdf

_NO_MARKS: Mapping[int, int] = MappingProxyType({})
# Elements that hold running text of their own. A list's mark (Lbl) is none: its entry's text is.
_BLOCKS = re.compile(r"/(?:P|H[1-6]?|LBody|TD|TH|Caption|TOCI|Note|Title|BlockQuote)")
_HEADING = re.compile(r"/H([1-6])")
_AROUND = {"/BlockQuote", "/TOC", "/Table"}
_UNREADABLE = (
    pikepdf.PikepdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RuntimeError, OverflowError,
    OSError,
)  # fmt: skip
_MOST_ELEMENTS = 500_000


@dataclass(frozen=True)
class Tags:
    """For every page (from 0) the block of each marked content, and what kind of block some of them are.

    `levels` are those of headings; `quoted` stand in a block quotation, `contents` in a table of contents, `tabled` in
    a table.
    """

    pages: dict[int, dict[int, int]] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)
    quoted: set[int] = field(default_factory=set)
    contents: set[int] = field(default_factory=set)
    tabled: set[int] = field(default_factory=set)

    def of_page(self, index: int) -> Mapping[int, int]:
        """The block of each marked content of a page; empty where nothing is tagged."""
        return self.pages.get(index, _NO_MARKS)


def read_tags(content: bytes) -> Tags:
    """The tags of a file; none where it has none or they cannot be read."""
    try:
        with pikepdf.open(io.BytesIO(content)) as file:
            root = file.Root.get("/StructTreeRoot")
            if not isinstance(root, pikepdf.Dictionary):
                return Tags()
            pages = {page.obj.objgen: index for index, page in enumerate(file.pages)}
            return _Walk(pages, _roles(root)).through(root)
    except _UNREADABLE:
        return Tags()


@dataclass(frozen=True)
class _Place:
    """Where the walk stands: the block it is in and the page that marks without one of their own belong to."""

    block: int | None = None
    page: tuple[int, int] | None = None
    inside: frozenset[str] = frozenset()


class _Walk:
    def __init__(self, pages: dict[tuple[int, int], int], roles: dict[str, str]) -> None:
        self._pages = pages
        self._roles = roles
        self._tags = Tags()
        self._seen: set[tuple[int, int]] = set()
        self._count = 0

    def through(self, root: pikepdf.Dictionary) -> Tags:
        """Visit every element below the root."""
        waiting = [(kid, _Place()) for kid in _kids(root)]
        while waiting and self._count < _MOST_ELEMENTS:
            element, place = waiting.pop()
            self._count += 1
            if isinstance(element, int):
                self._mark(element, place)
            elif isinstance(element, pikepdf.Dictionary) and not self._was_seen(element):
                waiting += self._visit(element, place)
        return self._tags

    def _visit(self, element: pikepdf.Dictionary, place: _Place) -> Iterator[tuple[object, _Place]]:
        page = element.get("/Pg")
        here = page.objgen if isinstance(page, pikepdf.Dictionary) else place.page
        number = element.get("/MCID")
        if number is not None:
            self._mark(int(number), _Place(place.block, here))
            return
        kind = self._kind(element)
        block = place.block
        inside = place.inside | {kind} if kind in _AROUND else place.inside
        if _BLOCKS.fullmatch(kind):
            block = self._count
            if level := _HEADING.fullmatch(kind):
                self._tags.levels[block] = int(level[1])
            if "/BlockQuote" in inside:
                self._tags.quoted.add(block)
            if "/TOC" in inside:
                self._tags.contents.add(block)
            if "/Table" in inside:
                self._tags.tabled.add(block)
        elif kind == "/Lbl":
            block = None
        for kid in _kids(element):
            yield kid, _Place(block, here, inside)

    def _mark(self, number: int, place: _Place) -> None:
        if place.block is not None and place.page in self._pages:
            self._tags.pages.setdefault(self._pages[place.page], {})[number] = place.block

    def _kind(self, element: pikepdf.Dictionary) -> str:
        kind = str(element.get("/S", ""))
        for _ in range(8):
            if kind not in self._roles:
                break
            kind = self._roles[kind]
        return kind

    def _was_seen(self, element: pikepdf.Dictionary) -> bool:
        name = element.objgen
        if name == (0, 0):
            return False
        seen = name in self._seen
        self._seen.add(name)
        return seen


def _kids(element: pikepdf.Dictionary) -> list[object]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _roles(root: pikepdf.Dictionary) -> dict[str, str]:
    roles = root.get("/RoleMap")
    return {key: str(value) for key, value in roles.items()} if isinstance(roles, pikepdf.Dictionary) else {}
