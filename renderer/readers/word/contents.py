"""What the elements of a Word file hold, as Word shows it: controls, text boxes and single characters."""

import re
import unicodedata
from collections.abc import Iterator

from lxml.etree import _Element

from renderer.readers.word.names import DRAWING, PLACEMENT, W

_LAST_CHARACTER = 0x10FFFF
_BESIDE_A_SIGN = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")


def control_content(control: _Element) -> Iterator[_Element]:
    """What a content control holds; nothing while it only shows its prompt (ECMA-376-1, 17.5.2.39)."""
    if control.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
        yield from control.iterfind(f"{W}sdtContent")


def outermost_boxes(element: _Element) -> Iterator[_Element]:
    """The contents of the text boxes in a drawing, those in other text boxes left out; each once."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        else:
            yield from outermost_boxes(child)


def holds(element: _Element, tags: tuple[str, ...]) -> bool:
    """Whether one of these elements stands in it that is no drawn shape."""
    shapes = "wordprocessingShape", "wordprocessingGroup", "wordprocessingCanvas"
    for found in element.iter(*tags):
        if found.tag != f"{DRAWING}graphicData" or not found.get("uri", "").endswith(shapes):
            return True
    return False


def character(element: _Element) -> str:
    """The character that an element of a run stands for; none for what is no character."""
    tag = element.tag
    if tag in {f"{W}tab", f"{W}ptab"}:
        return "\t"
    if tag == f"{W}cr" or (tag == f"{W}br" and element.get(f"{W}type", "textWrapping") == "textWrapping"):
        return "\n"
    return "-" if tag == f"{W}noBreakHyphen" else ""


def symbol(element: _Element) -> str:
    """The character of a `w:sym`, as its font's code says; none where that is no character."""
    code = element.get(f"{W}char", "")
    number = int(code, 16) if re.fullmatch(r"[0-9A-Fa-f]{2,6}", code) else 0
    return chr(number) if 0 < number <= _LAST_CHARACTER and not 0xD800 <= number <= 0xDFFF else ""


def picture_words(drawing: _Element) -> str:
    """What a picture is described with; nothing where it is not."""
    described = drawing.find(f".//{PLACEMENT}docPr")
    return described.get("descr", "").strip() if described is not None else ""


def is_sign(description: str) -> bool:
    """Whether a picture's description is one sign, as Teams and Outlook give an emoji that is pasted as a picture."""
    base = "".join(one for one in description if not _BESIDE_A_SIGN.match(one))
    return len(base) == 1 and unicodedata.category(base) == "So"


def mark_is_deleted(paragraph: _Element) -> bool:
    """Whether the paragraph's end was deleted with tracked changes, so that the next one goes on in it."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    return properties is not None and properties.find(f"{W}del") is not None
