"""The XML of a draft -> the fields that can be typed in."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from renderer.edition.draft_fields import DraftField
from renderer.model.field import FieldKind
from renderer.model.markdown import parse_prose
from renderer.model.prose import Paragraph, Prose, Text
from tests.readers.draft.opened_draft import OpenedDraft, R, W
from tests.word_editor.character import Character, Look, typed
from tests.word_editor.paragraph import TypedParagraph
from tests.word_editor.shape import TypedBlock, leaves, shaped
from tests.word_editor.stamp import Stamp

_LOOKED_AT = {f"{W}{name}" for name in ("b", "bCs", "i", "iCs", "rPrChange")}
_CHANGES = {f"{W}ins", f"{W}del"}


@dataclass(eq=False)
class TypedField:
    """A field of running text in its control.

    `prompting` says that it shows its prompt; `prompt` is the words of Word's own prompt, where a control was emptied;
    `closed` that nothing more is to be written in it.
    """

    about: DraftField
    control: _Element
    blocks: list[TypedBlock]
    prompting: bool
    prompt: str = ""
    closed: bool = False
    bookmark: tuple[str, str] = field(default=("", ""))

    @property
    def paragraphs(self) -> list[TypedParagraph]:
        """All its paragraphs."""
        return list(leaves(self.blocks))

    @property
    def stamps(self) -> set[Stamp]:
        """Every change in it that is still open."""
        return {stamp for paragraph in self.paragraphs for stamp in paragraph.stamps}


def open_field(draft: OpenedDraft, about: DraftField) -> TypedField | None:
    """A field as the draft has it; `None` where its sender has marked that paragraphs came or went."""
    assert about.field.kind is FieldKind.PROSE
    control = draft.control(about.mark)
    if any(one.find(f"{W}rPr") is not None for one in control.iter(f"{W}pPr")):
        return None
    prompting = control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    targets = _targets(draft)
    paragraphs = [_paragraph(one, targets, prompting=prompting) for one in draft.paragraphs(about.mark)]
    sent = parse_prose(about.sent) if about.sent else Prose((Paragraph((Text(""),)),))
    start = next(control.iter(f"{W}bookmarkStart"))
    bookmark = str(start.get(f"{W}id")), str(start.get(f"{W}name"))
    blocks = shaped(sent, paragraphs)
    return TypedField(about, control, blocks, prompting, bookmark=bookmark) if blocks else None


def _targets(draft: OpenedDraft) -> dict[str, str]:
    rels = etree.fromstring(draft.parts["word/_rels/document.xml.rels"])
    return {str(one.get("Id")): str(one.get("Target")) for one in rels}


def _paragraph(element: _Element, targets: dict[str, str], *, prompting: bool) -> TypedParagraph:
    properties = element.find(f"{W}pPr")
    assert properties is not None
    characters = [] if prompting else list(_characters(element, targets, None, (None, None)))
    return TypedParagraph(copy.deepcopy(properties), characters)


def _characters(
    element: _Element, targets: dict[str, str], href: str | None, changes: tuple[Stamp | None, Stamp | None]
) -> Iterator[Character]:
    for child in element:
        if child.tag == f"{W}r":
            yield from _run(child, href, changes)
        elif child.tag == f"{W}hyperlink":
            yield from _characters(child, targets, targets[str(child.get(f"{R}id"))], changes)
        elif child.tag in _CHANGES:
            stamp = Stamp(str(child.get(f"{W}author")), str(child.get(f"{W}date")))
            inner = (stamp, changes[1]) if child.tag == f"{W}ins" else (changes[0], stamp)
            yield from _characters(child, targets, href, inner)


def _run(element: _Element, href: str | None, changes: tuple[Stamp | None, Stamp | None]) -> Iterator[Character]:
    properties = element.find(f"{W}rPr")
    look = _look(properties, href)
    for child in element:
        text = "\n" if child.tag == f"{W}br" else child.text if child.tag in {f"{W}t", f"{W}delText"} else ""
        for one in typed(text or "", look):
            yield one._replace(inserted=changes[0], deleted=changes[1])


def _look(properties: _Element | None, href: str | None) -> Look:
    if properties is None:
        return Look(href=href)
    kept = "".join(_xml(one) for one in properties if one.tag not in _LOOKED_AT)
    return Look(properties.find(f"{W}b") is not None, properties.find(f"{W}i") is not None, href, kept)


def _xml(element: _Element) -> str:
    """An element without the declarations of names that everything here has."""
    attributes = "".join(f' w:{etree.QName(key).localname}="{value!s}"' for key, value in element.attrib.items())
    return f"<w:{etree.QName(element).localname}{attributes}/>"
