"""The walk through the XML of a draft: once, in the order of the text, as paragraphs and tables.

Nothing is left out: deleted text stays as deleted, the prompt of a control as prompt, what is no text as an insert.
"""

from collections.abc import Iterator

from lxml.etree import _Element

from renderer.readers.draft.inline import InlineReader, Notes
from renderer.readers.draft.looks import Looks
from renderer.readers.draft.seen import SeenBlock, SeenCell, SeenParagraph, SeenRow, SeenTable
from renderer.readers.draft.span import Change
from renderer.readers.draft.surroundings import Surroundings, change_of
from renderer.readers.word.names import W, child_of, number
from renderer.readers.word.package import Relationship
from renderer.readers.word.styles import Styles

_P, _TABLE, _ROW, _CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
_CONTROL, _CONTENT = f"{W}sdt", f"{W}sdtContent"
_WRAPPERS = {f"{W}customXml", f"{W}smartTag"}
_CHANGES = {f"{W}{name}" for name in ("ins", "del", "moveTo", "moveFrom")}
_CHANGES_IN_PROPERTIES = {*_CHANGES, f"{W}cellIns", f"{W}cellDel"}
_CHUNK = f"{W}altChunk"
_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES = f"{W}pPr", f"{W}rPr"
_ROW_PROPERTIES, _CELL_PROPERTIES = f"{W}trPr", f"{W}tcPr"
_STOPS = {_P, _TABLE, _ROW, _CELL}
_MOST_COLUMNS = 63


class Story:
    """Reads the body, a head or a foot; `surroundings` know afterwards which marks and comments were met."""

    def __init__(
        self, styles: Styles, relationships: dict[str, Relationship], root: _Element, notes: Notes | None = None
    ) -> None:
        ends = (end.get(f"{W}id", "") for end in root.iter(f"{W}bookmarkEnd"))
        self.surroundings = Surroundings(frozenset(ends))
        self._root = root
        self._inline = InlineReader(Looks(styles), relationships, self.surroundings, self._boxes, notes or {})
        self._count = 0

    def read(self) -> list[SeenBlock]:
        """The paragraphs and tables of the whole."""
        return self._read(self._root)

    def _read(self, container: _Element) -> list[SeenBlock]:
        blocks: list[SeenBlock] = []
        for element in self._blocks(container):
            if element.tag == _P:
                blocks.append(self._paragraph(element))
            elif element.tag == _TABLE:
                blocks.append(self._table(element))
        return blocks

    def _blocks(self, container: _Element) -> Iterator[_Element]:
        """Paragraphs, tables, rows and cells; while one is in hand, what is open around it is open."""
        around = self.surroundings
        for child in container:
            tag = child.tag
            if tag in _STOPS:
                yield child
            elif tag == _CONTROL:
                prompts = around.enter_control(child)
                for content in child.iterfind(_CONTENT):
                    yield from self._blocks(content)
                around.leave_control(prompts=prompts)
            elif tag in _CHANGES:
                before, around.changes = around.changes, (*around.changes, change_of(child))
                yield from self._blocks(child)
                around.changes = before
            elif tag in _WRAPPERS:
                yield from self._blocks(child)
            elif tag == _CHUNK:
                self._inline.note_outside_paragraph("et indlejret dokument", "")
            else:
                self._inline.marker(child, None)

    def _paragraph(self, element: _Element) -> SeenParagraph:
        self._count += 1
        properties = child_of(element, _PARAGRAPH_PROPERTIES)
        changes = (*self.surroundings.changes, *_mark_changes(properties))
        paragraph = SeenParagraph(self._count, properties, self.surroundings.owner, mark_changes=changes)
        self._inline.read(element, paragraph)
        self.surroundings.end_paragraph()
        return paragraph

    def _table(self, element: _Element) -> SeenTable:
        table = SeenTable(self._count + 1, [], self.surroundings.owner)
        if table.owner is None:
            self.surroundings.forget_bookmarks()
        for row in self._blocks(element):
            if row.tag == _ROW:
                table.rows.append(self._row(row))
        return table

    def _row(self, element: _Element) -> SeenRow:
        row = SeenRow(
            self._count + 1, [], (*self.surroundings.changes, *_changes_in(child_of(element, _ROW_PROPERTIES)))
        )
        nested = self.surroundings.owner is not None
        for cell in self._blocks(element):
            if cell.tag == _CELL:
                row.cells.append(self._cell(cell))
                if not nested:
                    self.surroundings.forget_bookmarks()
        return row

    def _cell(self, element: _Element) -> SeenCell:
        properties = child_of(element, _CELL_PROPERTIES)
        span = min(max(number(properties, "gridSpan") or 1, 1), _MOST_COLUMNS)
        merged = child_of(properties, f"{W}vMerge")
        continues = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        return SeenCell(self._read(element), span, continues, _changes_in(properties))

    def _boxes(self, box: _Element) -> list[SeenParagraph]:
        """The paragraphs of a text box, in whose field it stands."""
        return [paragraph for element in self._blocks(box) if element.tag == _P for paragraph in [self._boxed(element)]]

    def _boxed(self, element: _Element) -> SeenParagraph:
        """A paragraph in a text box; it is counted with the paragraph that holds the box."""
        paragraph = SeenParagraph(self._count, child_of(element, _PARAGRAPH_PROPERTIES), self.surroundings.owner)
        self._inline.read(element, paragraph)
        return paragraph


def _mark_changes(properties: _Element | None) -> tuple[Change, ...]:
    """The changes of a paragraph's end, and of its own properties, such as the list it was put into."""
    if properties is None:
        return ()
    reshaped = properties.find(f"{W}pPrChange")
    return (*_changes_in(properties.find(f"{W}rPr")), *(() if reshaped is None else (change_of(reshaped),)))


def _changes_in(properties: _Element | None) -> tuple[Change, ...]:
    """The tracked changes that properties of a paragraph's end, a row or a cell name."""
    if properties is None or not len(properties):
        return ()
    return tuple(change_of(child) for child in properties if child.tag in _CHANGES_IN_PROPERTIES)
