"""Fields -> XML, as Word writes it: runs split anywhere, with session ids, proofing marks and tracked changes."""

import copy
import random
from collections.abc import Iterator
from html import escape
from itertools import count, groupby

from lxml.etree import _Element

from tests.readers.draft.opened_draft import OpenedDraft, W, drop, node, nodes
from tests.word_editor.character import Character, Look
from tests.word_editor.opening import TypedField
from tests.word_editor.paragraph import TypedParagraph
from tests.word_editor.stamp import Stamp

_BETWEEN = (
    '<w:proofErr w:type="spellStart"/>',
    '<w:proofErr w:type="spellEnd"/>',
    '<w:proofErr w:type="gramStart"/>',
    '<w:bookmarkStart w:id="{}" w:name="_GoBack"/><w:bookmarkEnd w:id="{}"/>',
    '<w:permStart w:id="{}" w:edGrp="everyone"/><w:permEnd w:id="{}"/>',
)
_IN_RUN = ("<w:lastRenderedPageBreak/>", "<w:softHyphen/>", "")
_PROOFING = ("", "", "<w:noProof/>", '<w:lang w:val="da-DK"/>', '<w:noProof/><w:lang w:val="en-US"/>')


class Hand:
    """Writes fields into one draft."""

    def __init__(self, draft: OpenedDraft, chance: random.Random) -> None:
        self._draft, self._chance = draft, chance
        self._ids = count(100_000)
        self._links: dict[str, str] = {}

    def write(self, field: TypedField) -> None:
        """Put what was typed into the control."""
        content = field.control.find(f"{W}sdtContent")
        assert content is not None
        for child in list(content):
            content.remove(child)
        if field.prompting:
            content.append(self._prompting(field))
            return
        for prompt in list(field.control.iter(f"{W}showingPlcHdr")):
            drop(prompt)
        written = [self._paragraph(one) for one in field.paragraphs]
        self._bookmark(field, written)
        content.extend(written)

    def id(self) -> int:
        """A number that no change, comment or bookmark has yet."""
        return next(self._ids)

    def session(self) -> str:
        """A session id (`w:rsid…`)."""
        return f"00{self._chance.getrandbits(24):06X}"

    def _prompting(self, field: TypedField) -> _Element:
        properties = field.control.find(f"{W}sdtPr")
        assert properties is not None
        if properties.find(f"{W}showingPlcHdr") is None:
            properties.insert(3, node("<w:showingPlcHdr/>"))
        run = f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{escape(field.prompt)}</w:t></w:r>'
        paragraph = node(f"<w:p>{run}</w:p>")
        paragraph.insert(0, copy.deepcopy(field.paragraphs[0].properties))
        self._bookmark(field, [paragraph])
        return paragraph

    def _bookmark(self, field: TypedField, paragraphs: list[_Element]) -> None:
        """The bookmark where Word keeps it: around everything, or around what stood there before."""
        number, name = field.bookmark
        at = 1 if paragraphs[0].find(f"{W}pPr") is not None else 0
        paragraphs[0].insert(at, node(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'))
        last = paragraphs[-1] if self._chance.random() < 0.7 else paragraphs[0]
        place = len(last) if self._chance.random() < 0.7 else self._chance.randint(min(at + 1, len(last)), len(last))
        last.insert(place, node(f'<w:bookmarkEnd w:id="{number}"/>'))

    def _paragraph(self, paragraph: TypedParagraph) -> _Element:
        element = node(f'<w:p w:rsidR="{self.session()}" w:rsidRDefault="{self.session()}"/>')
        properties = copy.deepcopy(paragraph.properties)
        ends = ((paragraph.end_inserted, "ins"), (paragraph.end_deleted, "del"))
        marks = "".join(f"<w:{self._change(stamp, name)}/>" for stamp, name in ends if stamp)
        if marks:
            properties.append(node(f"<w:rPr>{marks}</w:rPr>"))
        if paragraph.reshaped:
            properties.append(node(f"<w:{self._change(paragraph.reshaped, 'pPrChange')}><w:pPr/></w:pPrChange>"))
        element.append(properties)
        element.extend(nodes("".join(self._pieces(paragraph.characters))))
        return element

    def _pieces(self, characters: list[Character]) -> Iterator[str]:
        for href, linked in groupby(characters, lambda one: one.look.href):
            pieces = "".join(self._changed(list(linked)))
            if href is None:
                yield pieces
            else:
                yield f'<w:hyperlink r:id="{self._link(href)}" w:history="1">{pieces}</w:hyperlink>'

    def _changed(self, characters: list[Character]) -> Iterator[str]:
        for (inserted, deleted), changed in groupby(characters, lambda one: (one.inserted, one.deleted)):
            runs = "".join(self._runs(list(changed), deleted))
            if deleted:
                runs = self._wrapped(runs, deleted, "moveFrom" if deleted.move else "del")
            if inserted:
                runs = self._wrapped(runs, inserted, "moveTo" if inserted.move else "ins")
            yield runs
            if self._chance.random() < 0.1:
                number = self.id()
                yield self._chance.choice(_BETWEEN).format(number, number)

    def _wrapped(self, runs: str, stamp: Stamp, name: str) -> str:
        wrapped = f"<w:{self._change(stamp, name)}>{runs}</w:{name}>"
        if not stamp.move:
            return wrapped
        number = self.id()
        said = f'w:author="{escape(stamp.author)}" w:date="{stamp.when}" w:name="{stamp.move}"'
        start = f'<w:{name}RangeStart w:id="{number}" {said}/>'
        return f'{start}{wrapped}<w:{name}RangeEnd w:id="{number}"/>'

    def _runs(self, characters: list[Character], deleted: Stamp | None) -> Iterator[str]:
        for (look, reformatted), alike in groupby(characters, lambda one: (one.look, one.reformatted)):
            text = "".join(one.text for one in alike)
            while text:
                cut = len(text) if self._chance.random() < 0.6 else self._chance.randint(1, len(text))
                yield self._run(text[:cut], look, reformatted, deleted)
                text = text[cut:]

    def _run(self, text: str, look: Look, reformatted: Stamp | None, deleted: Stamp | None) -> str:
        properties = look.kept
        properties += "<w:b/><w:bCs/>" if look.bold else ""
        properties += "<w:i/><w:iCs/>" if look.italic else ""
        properties += self._chance.choice(_PROOFING)
        if reformatted:
            properties += f"<w:{self._change(reformatted, 'rPrChange')}><w:rPr/></w:rPrChange>"
        element = "delText" if deleted and not deleted.move else "t"
        words = "<w:br/>".join(
            f'<w:{element} xml:space="preserve">{escape(part)}</w:{element}>' if part else ""
            for part in text.split("\n")
        )
        inside = self._chance.choice(_IN_RUN) if self._chance.random() < 0.1 else ""
        return f'<w:r w:rsidRPr="{self.session()}"><w:rPr>{properties}</w:rPr>{inside}{words}</w:r>'

    def _change(self, stamp: Stamp, name: str) -> str:
        date = f' w:date="{stamp.when}"' if stamp.when else ""
        return f'{name} w:id="{self.id()}" w:author="{escape(stamp.author)}"{date}'

    def _link(self, address: str) -> str:
        if address not in self._links:
            self._links[address] = self._draft.relate("hyperlink", escape(address), outside=True)
        return self._links[address]
