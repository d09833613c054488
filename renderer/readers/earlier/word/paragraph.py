"""One paragraph of a Word file: its words with their look, and what else stands in it.

Read from the XML itself: what a content control, a tracked insertion, a field or a link holds is text like any
other. Tracked changes are read as accepted. What is not text is told: pictures, text boxes, notes, hidden words.
"""

import re
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from renderer.readers.text.runs import Run
from renderer.readers.text.signs import is_symbol_font, sign
from renderer.readers.word.contents import (
    character,
    control_content,
    holds,
    is_sign,
    outermost_boxes,
    picture_words,
    symbol,
)
from renderer.readers.word.fields import Fields
from renderer.readers.word.hyperlinks import address
from renderer.readers.word.names import DRAWING, VML, M, W, value
from renderer.readers.word.package import Relationship
from renderer.readers.word.styles import Look, Styles

_LINE_ENDS = re.compile(r"[\r\n]+")
_WRAPPERS = {f"{W}{name}" for name in ("smartTag", "customXml", "dir", "bdo", "rubyBase", "sdtContent")}
_DRAWN = {f"{W}{name}" for name in ("drawing", "pict", "object")}


@dataclass
class ParagraphText:
    """What stands in a paragraph.

    `boxes` hold the text boxes anchored in it, `pictures` their descriptions (empty where there is none), `notes`
    the (kind, id) of foot and end notes, `signs` words drawn behind the page. `bold` says that all words look bold, by
    themselves or by a style.
    """

    runs: list[Run] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    changed: bool = False
    hidden: bool = False
    commented: bool = False
    bold: bool = True

    @property
    def blank(self) -> bool:
        """Whether there are no words."""
        return all(run.blank for run in self.runs)


class ParagraphReader:
    """Reads the paragraphs of one part of a Word file, whose relationships tell where links lead."""

    def __init__(self, styles: Styles, relationships: dict[str, Relationship]) -> None:
        self._styles = styles
        self._relationships = relationships
        self._fields = Fields()
        self._text = ParagraphText()
        self._style = Look()
        self._links: list[str | None] = []
        self._held: list[Run] = []

    def read(self, paragraph: _Element) -> ParagraphText:
        """The paragraph's words and what else stands in it."""
        properties = paragraph.find(f"{W}pPr")
        self._text, self._fields, self._links, self._held = ParagraphText(), Fields(), [], []
        self._style = self._styles.look_of_paragraph(properties)
        self._children(paragraph)
        self._text.runs += self._held
        return self._text

    def _children(self, element: _Element) -> None:
        for child in element:
            self._inline(child)

    def _inline(self, element: _Element) -> None:
        tag = element.tag
        if tag == f"{W}r":
            self._run(element)
        elif tag in _WRAPPERS:
            self._children(element)
        elif tag in {f"{W}ins", f"{W}moveTo"}:
            self._text.changed = True
            self._children(element)
        elif tag in {f"{W}del", f"{W}moveFrom"}:
            self._text.changed = True
        elif tag == f"{W}sdt":
            for content in control_content(element):
                self._children(content)
        elif tag == f"{W}hyperlink":
            self._linked(address(element, self._relationships), element)
        elif tag == f"{W}fldSimple":
            self._linked(Fields.address(element.get(f"{W}instr", "")), element)
        elif tag in {f"{M}oMath", f"{M}oMathPara"}:
            self._add("".join(part.text or "" for part in element.iter(f"{M}t")), Look())

    def _linked(self, address: str | None, element: _Element) -> None:
        self._links.append(address)
        self._children(element)
        self._links.pop()

    def _run(self, run: _Element) -> None:
        look = self._styles.look_of_run(run.find(f"{W}rPr"), self._style)
        for element in run:
            self._run_content(element, look)

    def _run_content(self, element: _Element, look: Look) -> None:
        tag = element.tag
        if tag == f"{W}t":
            self._add(_LINE_ENDS.sub(" ", element.text or ""), look)
        elif tag in _DRAWN:
            self._drawn(element, look)
        elif tag == f"{W}fldChar":
            self._field(element, look)
        elif tag == f"{W}instrText":
            self._fields.instruct(element.text or "")
        elif tag == f"{W}sym":
            self._add(_sign(element), replace(look, font=None))
        elif tag in {f"{W}footnoteReference", f"{W}endnoteReference"}:
            self._text.notes.append((tag.removeprefix(W).removesuffix("Reference"), element.get(f"{W}id", "")))
        elif tag == f"{W}commentReference":
            self._text.commented = True
        elif tag == f"{W}ruby":
            for base in element.iterfind(f"{W}rubyBase"):
                self._children(base)
        else:
            self._add(character(element), look)

    def _field(self, element: _Element, look: Look) -> None:
        """Go past a field's mark; words in its instruction are held back until it is known that the field ends."""
        result = self._fields.turn(element)
        if not self._fields.in_instruction:
            self._held = []
        self._add(result, look)

    def _add(self, text: str, look: Look) -> None:
        if not text:
            return
        if look.hidden:
            self._text.hidden = self._text.hidden or bool(text.strip())
            return
        if is_symbol_font(look.font):
            text = "".join(sign(character, look.font) for character in text)
        self._text.bold = self._text.bold and bool(look.bold or not text.strip())
        bold = bool(look.bold) and not self._style.bold
        italic = bool(look.italic) and not self._style.italic
        address = next((link for link in reversed(self._links) if link), None) or self._fields.link
        runs = self._held if self._fields.in_instruction else self._text.runs
        runs.append(Run(text, bold, italic, address))

    def _drawn(self, element: _Element, look: Look) -> None:
        boxes = list(outermost_boxes(element))
        self._text.boxes += boxes
        self._text.signs += [path.get("string", "") for path in element.iter(f"{VML}textpath") if path.get("string")]
        pictured = (f"{DRAWING}blip", f"{VML}imagedata", f"{DRAWING}graphicData")
        if element.tag == f"{W}object" or (not boxes and holds(element, pictured)):
            described = picture_words(element)
            if is_sign(described):
                self._add(described, look)
            else:
                self._text.pictures.append(described)


def _sign(element: _Element) -> str:
    return "".join(sign(one, element.get(f"{W}font")) for one in symbol(element))


def drop_capital(paragraph: _Element) -> bool:
    """Whether the paragraph is only the large first letter of the next one."""
    return value(paragraph.find(f"{W}pPr"), "framePr", "dropCap") in {"drop", "margin"}
