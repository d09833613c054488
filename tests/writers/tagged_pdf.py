"""Reads a tagged PDF as a screen reader does, with pikepdf alone: the structure tree, its words, and the artifacts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf


@dataclass
class Element:
    """A structure element with what hangs below it: elements and the words of marked content."""

    role: str
    kids: "list[Element | str]" = field(default_factory=list)
    source: Any = None

    @property
    def words(self) -> str:
        """All words below, without white space: a line's end leaves no trace in a PDF."""
        return "".join(kid if isinstance(kid, str) else kid.words for kid in self.kids)

    def walk(self) -> "Iterator[Element]":
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()

    def all(self, role: str) -> "list[Element]":
        return [element for element in self.walk() if element.role == role]

    def text_of(self, key: str) -> str | None:
        return str(self.source[key]) if key in self.source else None

    def attribute(self, key: str) -> Any:
        attributes = self.source.get("/A", {})
        return attributes.get(key) if key in attributes else None


@dataclass
class PageContent:
    """What a page shows: the words of each marked-content sequence, of each artifact, and outside both."""

    marked: dict[int, str] = field(default_factory=dict)
    artifacts: list[tuple[dict[str, str], str]] = field(default_factory=list)
    unmarked: str = ""


class TaggedPdf:
    """A PDF with its structure tree; `used` are the marked contents that hang in it."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(content))
        self.pages = [_page_content(page) for page in self.pdf.pages]
        self._page_numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.root = self.pdf.Root.StructTreeRoot
        self.used: list[tuple[int, int]] = []
        [document] = _many(self.root.K)
        self.document = self._element(document, None)

    def _element(self, source: Any, page: int | None) -> Element:
        element = Element(str(source.S)[1:], source=source)
        if "/Pg" in source:
            page = self._page_numbers[source.Pg.objgen]
        for kid in _many(source.get("/K", [])):
            if isinstance(kid, int):
                assert page is not None
                element.kids.append(self._words(page, kid))
            elif kid.get("/Type") == "/MCR":
                element.kids.append(self._words(self._page_numbers[kid.Pg.objgen], int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                assert kid.Obj.Subtype == "/Link"
            else:
                assert kid.P.objgen == source.objgen
                element.kids.append(self._element(kid, page))
        return element

    def contents_of(self, source: Any) -> list[tuple[int, int]]:
        """The page and MCID of what hangs directly on a structure element."""
        contents = []
        for kid in _many(source.K):
            if isinstance(kid, int):
                contents.append((self._page_numbers[source.Pg.objgen], kid))
            elif kid.get("/Type") == "/MCR":
                contents.append((self._page_numbers[kid.Pg.objgen], int(kid.MCID)))
        return contents

    def _words(self, page: int, mcid: int) -> str:
        self.used.append((page, mcid))
        return self.pages[page].marked[mcid]


def _many(value: Any) -> list[Any]:
    return list(value) if isinstance(value, pikepdf.Array | list) else [value]


def _page_content(page: pikepdf.Page) -> PageContent:
    content = PageContent()
    maps = {name: _unicode_map(font) for name, font in page.resources.Font.items()}
    open_marks: list[tuple[str, dict[str, Any]]] = []
    font: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        assert isinstance(instruction, pikepdf.ContentStreamInstruction)
        operands = instruction.operands
        match str(instruction.operator):
            case "BMC":
                open_marks.append((str(operands[0]), {}))
            case "BDC":
                open_marks.append((str(operands[0]), dict(operands[1].items())))
            case "EMC":
                _tag, properties = open_marks.pop()
                if "/MCID" in properties:
                    content.marked.setdefault(int(properties["/MCID"]), "")
            case "Tf":
                font = maps[str(operands[0])]
            case "TJ" | "Tj":
                _show(content, open_marks, "".join(_decoded(operands[0], font)))
    assert not open_marks
    return content


def _show(content: PageContent, open_marks: list[tuple[str, dict[str, Any]]], text: str) -> None:
    words = "".join(text.split())
    if not open_marks:
        content.unmarked += words
        return
    [(tag, properties)] = open_marks
    if tag == "/Artifact":
        content.artifacts.append(({key: str(value) for key, value in properties.items()}, words))
    else:
        mcid = int(properties["/MCID"])
        content.marked[mcid] = content.marked.get(mcid, "") + words


def _decoded(shown: Any, font: dict[int, str]) -> Iterator[str]:
    for part in _many(shown):
        if isinstance(part, pikepdf.String):
            codes = bytes(part)
            yield from (font[int.from_bytes(codes[i : i + 2])] for i in range(0, len(codes), 2))


def _unicode_map(font: Any) -> dict[int, str]:
    """A font's ToUnicode map (ISO 32000-1, 9.10.3), as WeasyPrint writes it: one line a glyph."""
    source = font.ToUnicode.read_bytes().decode()
    pairs = re.findall(r"^<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>$", source, re.MULTILINE)
    return {int(glyph, 16): bytes.fromhex(text).decode("utf-16-be") for glyph, text in pairs}
