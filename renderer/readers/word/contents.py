"""What the elements of a Word file hold, as Word shows it: branches, controls, text boxes and single characters."""

from collections.abc import Iterator

from lxml.etree import _Element

from renderer.readers.word.names import COMPATIBILITY, DRAWING, W


def chosen_branch(alternatives: _Element) -> Iterator[_Element]:
    """The contents that Word shows; the other branch says the same for older programs."""
    for branch in list(alternatives)[:1]:
        yield from branch


def control_content(control: _Element) -> Iterator[_Element]:
    """What a content control holds; nothing while it only shows its prompt (ECMA-376-1, 17.5.2.39)."""
    if control.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
        yield from control.iterfind(f"{W}sdtContent")


def outermost_boxes(element: _Element) -> Iterator[_Element]:
    """The contents of the text boxes in a drawing, those in other text boxes left out; each once."""
    for child in element:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag == f"{COMPATIBILITY}AlternateContent":
            for branch in list(child)[:1]:
                yield from outermost_boxes(branch)
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


def mark_is_deleted(paragraph: _Element) -> bool:
    """Whether the paragraph's end was deleted with tracked changes, so that the next one goes on in it."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    return properties is not None and properties.find(f"{W}del") is not None
