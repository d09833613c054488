"""What stands in a paragraph of a draft: runs as spans, and what is no text as inserts."""

import re
from collections.abc import Callable, Mapping

from lxml.etree import _Element

from renderer.readers.draft.looks import Looks, RunLook
from renderer.readers.draft.seen import Insert, SeenParagraph
from renderer.readers.draft.span import Span
from renderer.readers.draft.surroundings import Surroundings, change_of
from renderer.readers.text.faces import UNICODE_OF_WINGDINGS
from renderer.readers.text.signs import is_symbol_font, sign
from renderer.readers.word.contents import character, holds, is_sign, outermost_boxes, picture_words, symbol
from renderer.readers.word.fields import Fields
from renderer.readers.word.hyperlinks import address
from renderer.readers.word.names import DRAWING, VML, M, W
from renderer.readers.word.package import Relationship
from renderer.readers.word.styles import Look

PICTURE, BOX, NOTE, EQUATION = "et billede", "en tekstboks", "en fodnote", "en ligning"
COMPUTED, SYMBOL, HIDDEN, OBJECT = "et felt, som Word beregner", "et symbol", "skjult tekst", "et indlejret objekt"

_BOOKMARK_START = f"{W}bookmarkStart"
_BOOKMARK_END = f"{W}bookmarkEnd"
_COMMENT_RANGE_START = f"{W}commentRangeStart"
_COMMENT_RANGE_END = f"{W}commentRangeEnd"
_R = f"{W}r"
_SDT = f"{W}sdt"
_HYPERLINK = f"{W}hyperlink"
_FLD_SIMPLE = f"{W}fldSimple"
_FLD_CHAR = f"{W}fldChar"
_INSTR_TEXT = f"{W}instrText"
_SYM = f"{W}sym"
_COMMENT_REFERENCE = f"{W}commentReference"
_RUBY = f"{W}ruby"
_OBJECT = f"{W}object"
_RUN_PROPERTIES = f"{W}rPr"
_PARAGRAPH_PROPERTIES = f"{W}pPr"
_LINE_ENDS = re.compile(r"[\r\n]+")
_WRAPPERS = {f"{W}{name}" for name in ("smartTag", "customXml", "dir", "bdo", "rubyBase", "sdtContent")}
_CHANGES = {f"{W}{name}" for name in ("ins", "del", "moveTo", "moveFrom")}
_DRAWN = {f"{W}{name}" for name in ("drawing", "pict", "object")}
_NOTES = {f"{W}footnoteReference", f"{W}endnoteReference"}
_TEXT = {f"{W}t", f"{W}delText"}
_EQUATIONS = {f"{M}oMath", f"{M}oMathPara"}
_FACE = re.compile(f"[{''.join(UNICODE_OF_WINGDINGS)}]")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_PLAIN = RunLook()


Notes = Mapping[tuple[str, str], str]
"""The words of the foot and end notes, by the tag and the id of what refers to them."""


class InlineReader:
    """Reads paragraphs; `boxes` gives the paragraphs of a text box."""

    def __init__(
        self,
        looks: Looks,
        relationships: dict[str, Relationship],
        surroundings: Surroundings,
        boxes: Callable[[_Element], list[SeenParagraph]],
        notes: Notes,
    ) -> None:
        self._notes = notes
        self._looks = looks
        self._relationships = relationships
        self._around = surroundings
        self._boxes = boxes
        self._paragraph = SeenParagraph(0, None, None)
        self._style = Look()
        self._links: list[str | None] = []
        self._fields = Fields()

    def read(self, element: _Element, paragraph: SeenParagraph) -> None:
        """Fill the paragraph with what stands in the element."""
        outer = self._paragraph, self._style, self._links, self._fields
        self._paragraph, self._links, self._fields = paragraph, [], Fields()
        self._style = self._looks.of_paragraph(paragraph.properties)
        for child in element:
            if child.tag != _PARAGRAPH_PROPERTIES:
                self._inline(child)
        self._paragraph, self._style, self._links, self._fields = outer

    def note_outside_paragraph(self, kind: str, words: str) -> None:
        """Note something that stands between paragraphs with the paragraph before it."""
        self._insert(kind, words)

    def marker(self, element: _Element, paragraph: SeenParagraph | None) -> None:
        """Take in the beginning or end of a bookmark or a comment's range; everything else is passed by."""
        tag = element.tag
        if tag == _BOOKMARK_START:
            name = self._around.begin_bookmark(element)
            if paragraph is not None:
                paragraph.anchors.append(name)
        elif tag == _BOOKMARK_END:
            self._around.end_bookmark(element)
        elif tag == _COMMENT_RANGE_START:
            self._around.begin_range(element)
        elif tag == _COMMENT_RANGE_END:
            self._around.end_range(element)

    def _inline(self, element: _Element) -> None:
        tag = element.tag
        if tag == _R:
            self._run(element)
        elif tag in _CHANGES:
            before = self._around.changes
            self._around.changes = (*before, change_of(element))
            self._children(element)
            self._around.changes = before
        elif tag == _SDT:
            prompts = self._around.enter_control(element)
            for content in element.iterfind(f"{W}sdtContent"):
                self._children(content)
            self._around.leave_control(prompts=prompts)
        elif tag in _WRAPPERS:
            self._children(element)
        elif tag == _HYPERLINK:
            self._linked(address(element, self._relationships), element)
        elif tag == _FLD_SIMPLE:
            self._computed(element.get(f"{W}instr", ""))
            self._linked(Fields.address(element.get(f"{W}instr", "")), element)
        elif tag in _EQUATIONS:
            words = "".join(part.text or "" for part in element.iter(f"{M}t"))
            self._insert(EQUATION, words)
            self._add(words, _PLAIN)
        else:
            self.marker(element, self._paragraph)

    def _children(self, element: _Element) -> None:
        for child in element:
            self._inline(child)

    def _linked(self, address: str | None, element: _Element) -> None:
        self._links.append(address)
        self._children(element)
        self._links.pop()

    def _run(self, run: _Element) -> None:
        look = self._looks.of_run(run, self._style)
        for element in run:
            if element.tag == _RUN_PROPERTIES:
                continue
            if element.tag in _TEXT:
                self._add(_LINE_ENDS.sub(" ", element.text or ""), look)
            else:
                self._run_content(element, look)

    def _run_content(self, element: _Element, look: RunLook) -> None:
        tag = element.tag
        if tag in _DRAWN:
            self._drawn(element, look)
        elif tag == _FLD_CHAR:
            self._add(self._fields.turn(element), look)
        elif tag == _INSTR_TEXT:
            self._computed(element.text or "")
            self._fields.instruct(element.text or "")
        elif tag == _SYM:
            self._symbol(element, look)
        elif tag in _NOTES:
            self._insert(NOTE, self._notes.get((str(tag), element.get(f"{W}id", "")), ""))
        elif tag == _COMMENT_REFERENCE:
            self._around.refer(element, self._paragraph)
        elif tag == _RUBY:
            for base in element.iterfind(f"{W}rubyBase"):
                self._children(base)
        else:
            self._add(character(element), look)

    def _computed(self, instruction: str) -> None:
        words = instruction.strip()
        if words and not words.upper().startswith("HYPERLINK"):
            self._insert(COMPUTED, words)

    def _symbol(self, element: _Element, look: RunLook) -> None:
        code = symbol(element)
        text = "".join(sign(one, element.get(f"{W}font")) for one in code)
        if text != code or _PRIVATE_USE.fullmatch(code):
            self._insert(SYMBOL, _with_faces(text))
        self._add(text, look, signs=False)

    def _add(self, text: str, look: RunLook, *, signs: bool = True) -> None:
        if not text or self._fields.in_instruction:
            return
        if look.hidden:
            if text.strip():
                self._insert(HIDDEN, text)
            return
        if signs and is_symbol_font(look.font):
            written = "".join(sign(character, look.font) for character in text)
            if written != text:
                self._insert(SYMBOL, _with_faces(written))
            text = written
        text = _with_faces(text)
        around = self._around
        address = next((link for link in reversed(self._links) if link), None) or self._fields.link
        span = Span(
            text, look.bold, look.italic, address, around.changes, around.owner,
            around.prompts > 0 or look.prompt, () if address else look.losses,
            None if address else look.colour, look.size, look.restyled,
        )  # fmt: skip
        self._paragraph.spans.append(span)
        for found in around.open_ranges.values():
            found.spans.append((self._paragraph, span))

    def _drawn(self, element: _Element, look: RunLook) -> None:
        boxes = list(outermost_boxes(element))
        for box in boxes:
            paragraphs = self._boxes(box)
            words = " ".join(span.text for paragraph in paragraphs for span in paragraph.spans)
            self._insert(BOX, " ".join(words.split()))
        pictured = (f"{DRAWING}blip", f"{VML}imagedata", f"{DRAWING}graphicData")
        if element.tag == _OBJECT:
            self._insert(OBJECT, "")
        elif not boxes and holds(element, pictured):
            described = picture_words(element)
            if is_sign(described):
                self._add(described, look)
            else:
                self._insert(PICTURE, described)

    def _insert(self, kind: str, words: str) -> None:
        self._paragraph.inserts.append(Insert(kind, words, self._around.owner, self._around.changes))


def _with_faces(text: str) -> str:
    """The text with the faces of Wingdings as those of Unicode."""
    return _FACE.sub(lambda found: UNICODE_OF_WINGDINGS[found[0]], text)
