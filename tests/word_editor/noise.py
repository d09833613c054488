"""What Word and mail programs change in a file without meaning anything by it."""

import io
import random
import zipfile

from lxml.etree import _Element

from renderer.model.prose import Numbering
from tests.readers.draft.opened_draft import W14, OpenedDraft, W, node
from tests.word_editor.hand import Hand

_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_NUMBERINGS: dict[Numbering | None, tuple[str, str]] = {
    None: ("bullet", "\uf0b7"),
    Numbering.DECIMAL_POINT: ("decimal", "%1."),
    Numbering.DECIMAL_PARENTHESIS: ("decimal", "%1)"),
    Numbering.LETTER_POINT: ("lowerLetter", "%1."),
    Numbering.LETTER_PARENTHESIS: ("lowerLetter", "%1)"),
}
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED)


def save_as_word(draft: OpenedDraft, hand: Hand, lists: dict[int, Numbering | None], *, tracks: bool) -> None:
    """What each saving in Word brings: its name, session ids, controls with more properties, lists of its own.

    `tracks` says whether changes are being tracked when the file is saved.
    """
    draft.saved_by("Microsoft Office Word")
    for paragraph in draft.document.iter(f"{W}p"):
        paragraph.set(f"{W}rsidRPr", hand.session())
        paragraph.set(f"{W14}paraId", f"{hand.id():08X}")
        paragraph.set(f"{W14}textId", "77777777")
    for control in draft.document.iter(f"{W}sdt"):
        _saved_control(control, hand)
    settings = draft.parts["word/settings.xml"].decode()
    if not tracks:
        settings = settings.replace("<w:trackRevisions/>", "")
    sessions = "".join(f'<w:rsid w:val="{hand.session()}"/>' for _ in range(5))
    more = f'<w:rsids><w:rsidRoot w:val="{hand.session()}"/>{sessions}</w:rsids><w:decimalSymbol w:val=","/>'
    draft.parts["word/settings.xml"] = settings.replace("</w:settings>", f"{more}</w:settings>").encode()
    _add_lists(draft, lists)


def packed(draft: OpenedDraft, chance: random.Random) -> bytes:
    """The file in another order and with another compression."""
    original = zipfile.ZipFile(io.BytesIO(draft.bytes()))
    names = original.namelist()
    chance.shuffle(names)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", chance.choice(_COMPRESSIONS)) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name, (2031, 3, 1, 8, 0, 0)), original.read(name), archive.compression)
    return packed.getvalue()


def _saved_control(control: _Element, hand: Hand) -> None:
    properties = control.find(f"{W}sdtPr")
    assert properties is not None
    number = properties.find(f"{W}id")
    if number is not None:
        number.set(f"{W}val", str(-hand.id()))
    properties.append(node('<w15:color w:val="5B9BD5"/>'))
    properties.append(node('<w15:appearance w15:val="boundingBox"/>'))
    properties.addnext(node("<w:sdtEndPr/>"))


def _add_lists(draft: OpenedDraft, lists: dict[int, Numbering | None]) -> None:
    """Definitions of lists, and the style that Word gives their entries."""
    if not lists:
        return
    numbering = draft.parts["word/numbering.xml"].decode()
    abstract = "".join(_abstract(number, kind) for number, kind in lists.items())
    instances = "".join(f'<w:num w:numId="{one}"><w:abstractNumId w:val="{one}"/></w:num>' for one in lists)
    at = numbering.index("<w:num ")
    numbering = numbering[:at] + abstract + numbering[at:].replace("</w:numbering>", f"{instances}</w:numbering>")
    draft.parts["word/numbering.xml"] = numbering.encode()
    style = (
        '<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>'
        '<w:basedOn w:val="Normal"/>'
        '<w:uiPriority w:val="34"/><w:qFormat/><w:pPr><w:ind w:left="720"/><w:contextualSpacing/></w:pPr></w:style>'
    )
    styles = draft.parts["word/styles.xml"].decode()
    if 'w:styleId="ListParagraph"' not in styles:
        draft.parts["word/styles.xml"] = styles.replace("</w:styles>", f"{style}</w:styles>").encode()


def _abstract(number: int, kind: Numbering | None) -> str:
    form, text = _NUMBERINGS[kind]
    font = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/></w:rPr>' if kind is None else ""
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>{font}</w:lvl>'
    )
    kinds = '<w:multiLevelType w:val="hybridMultilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{number}">{kinds}{level}</w:abstractNum>'
