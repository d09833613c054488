"""Lists as Word numbers them: each list of the text is an instance of its own, so that each counts from its start."""

from collections.abc import Iterator
from typing import Literal

from lxml import etree

from renderer.errors import BrokenResource
from renderer.model.prose import BulletList, NumberedList, Numbering
from renderer.writers.word_parts.ooxml import NAMESPACES, qualified

Kind = Literal["bullets"] | Numbering

_NAMES: dict[Kind, str] = {
    "bullets": "Punkter",
    Numbering.DECIMAL_POINT: "Tal med punktum",
    Numbering.DECIMAL_PARENTHESIS: "Tal med parentes",
    Numbering.LETTER_POINT: "Bogstaver med punktum",
    Numbering.LETTER_PARENTHESIS: "Bogstaver med parentes",
}
_DEEPEST_LEVEL = 8
# Word's binary core counts list instances to 2,046 ([MS-DOC] 2.6.2, sprmPIlfo); beyond this number, bullets share one.
_OWN_INSTANCES = 1500


class Lists:
    """The lists of one document, on top of those that the template defines."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._abstract = dict(_abstract_lists(root))
        used = [int(number.get(qualified("numId"), "0")) for number in root.iterchildren(qualified("num"))]
        self._first = self._next = max(used, default=0) + 1
        self._made: list[str] = []
        self._shared_bullets: int | None = None

    def instance(self, block: BulletList | NumberedList, level: int) -> int:
        """A new instance for a list that stands at a level (from 0); gives its number."""
        if isinstance(block, NumberedList):
            return self._new(block.numbering, level, block.start)
        if self._next - self._first < _OWN_INSTANCES:
            return self._new("bullets", level)
        if self._shared_bullets is None:
            self._shared_bullets = self._new("bullets", level)
        return self._shared_bullets

    def properties(self, instance: int, level: int) -> str:
        """The XML inside `w:pPr` that makes a paragraph an entry."""
        return f'<w:numPr><w:ilvl w:val="{min(level, _DEEPEST_LEVEL)}"/><w:numId w:val="{instance}"/></w:numPr>'

    def indent(self, block: BulletList | NumberedList, level: int) -> str:
        """The XML inside `w:pPr` that sets a further paragraph of an entry under the entry's text."""
        left = self._definition(_kind(block)).indents[min(level, _DEEPEST_LEVEL)]
        return f'<w:ind w:left="{left}" w:firstLine="0"/>'

    def write(self) -> None:
        """Put the new instances into the numbering part, after its own."""
        if not self._made:
            return
        fresh = etree.fromstring(f"<w:numbering {NAMESPACES}>{''.join(self._made)}</w:numbering>")
        instances = self._root.findall(qualified("num")) or self._root.findall(qualified("abstractNum"))
        place = self._root.index(instances[-1]) + 1
        self._root[place:place] = list(fresh)

    def _new(self, kind: Kind, level: int, start: int | None = None) -> int:
        number, self._next = self._next, self._next + 1
        override = (
            f'<w:lvlOverride w:ilvl="{min(level, _DEEPEST_LEVEL)}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            if start is not None
            else ""
        )
        abstract = f'<w:abstractNumId w:val="{self._definition(kind).id}"/>'
        self._made.append(f'<w:num w:numId="{number}">{abstract}{override}</w:num>')
        return number

    def _definition(self, kind: Kind) -> "_Definition":
        try:
            return self._abstract[_NAMES[kind]]
        except KeyError:
            raise BrokenResource(
                f"Wordskabelonen mangler listen »{_NAMES[kind]}«.",
                "Hent den oprindelige skabelon frem, og ret den igen uden at slette lister.",
            ) from None


class _Definition:
    """An abstract list of the template: its id and the left indent of each level in twentieths of a point."""

    def __init__(self, element: etree._Element) -> None:
        self.id = str(element.get(qualified("abstractNumId")))
        indents = [ind.get(qualified("left"), "0") for ind in element.iter(qualified("ind"))]
        self.indents = indents + indents[-1:] * (_DEEPEST_LEVEL + 1 - len(indents))


def _abstract_lists(root: etree._Element) -> Iterator[tuple[str, _Definition]]:
    for element in root.iterchildren(qualified("abstractNum")):
        name = element.find(qualified("name"))
        if name is not None:
            yield str(name.get(qualified("val"))), _Definition(element)


def _kind(block: BulletList | NumberedList) -> Kind:
    return block.numbering if isinstance(block, NumberedList) else "bullets"
