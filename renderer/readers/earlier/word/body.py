"""The body of a Word file in reading order: paragraphs and lists as pieces, tables row by row.

Text boxes and frames are read where they are anchored, before the paragraph that holds them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from renderer.model.prose import Paragraph, Prose, Text
from renderer.readers.earlier.source import Cell, FurnitureLine, Part, TableRow
from renderer.readers.earlier.word.legend import with_dot
from renderer.readers.earlier.word.notebook import Notebook
from renderer.readers.earlier.word.paragraph import ParagraphReader, drop_capital
from renderer.readers.earlier.word.tables import cells, columns, rows
from renderer.readers.text.lists import Stood, pieces
from renderer.readers.text.piece import Piece
from renderer.readers.text.runs import Run, clean, plain
from renderer.readers.word.contents import control_content, mark_is_deleted
from renderer.readers.word.names import W
from renderer.readers.word.numbering import Lists
from renderer.readers.word.standing import standing
from renderer.readers.word.styles import Styles

_WRAPPERS = {f"{W}{name}" for name in ("customXml", "ins", "moveTo", "smartTag")}


class _Break:
    """Between two paragraphs that are no neighbours in the text."""


@dataclass(frozen=True)
class BodyReader:
    """Reads a container of paragraphs and tables: the body, a cell, a text box, a head, a foot or a note."""

    paragraphs: ParagraphReader
    styles: Styles
    lists: Lists
    notebook: Notebook

    def read(self, container: _Element) -> list[Part]:
        """The container's parts in order."""
        parts: list[Part] = []
        neighbours: list[Stood] = []
        for found in self._flow(container):
            if isinstance(found, Stood):
                neighbours.append(found)
                continue
            parts += pieces(neighbours)
            neighbours = []
            if not isinstance(found, _Break):
                parts.append(found)
        return [*parts, *pieces(neighbours)]

    def _flow(self, container: _Element) -> Iterator[Stood | Part | _Break]:
        carried: tuple[Run, ...] = ()
        framed = False
        for element in _blocks(container):
            if element.tag == f"{W}tbl":
                yield from self._table(element)
                continue
            if framed != _is_framed(element):
                framed = not framed
                yield _Break()
            if drop_capital(element) or mark_is_deleted(element):
                self.notebook.count_paragraph()
                carried += tuple(self.paragraphs.read(element).runs)
                continue
            yield from self._paragraph(element, carried)
            carried = ()
        if carried:
            yield Stood(carried, self.notebook.place(), self.notebook.number(carried))

    def _paragraph(self, element: _Element, carried: tuple[Run, ...]) -> Iterator[Stood | Part | _Break]:
        self.notebook.count_paragraph()
        text = self.paragraphs.read(element)
        self.notebook.remember(text)
        for box in text.boxes:
            yield _Break()
            yield from self.read(box)
            yield _Break()
        for sign in text.signs:
            yield self._furniture((Run(sign),))
        runs = (*carried, *text.runs)
        properties = element.find(f"{W}pPr")
        label = with_dot(self.lists.label(properties), properties, runs)
        if all(run.blank for run in runs):
            return
        if self.styles.is_contents(properties):
            yield self._furniture(runs, listed=True)
        else:
            level = self.styles.level(properties)
            quoted = level is None and self.styles.is_quotation(properties)
            place, lines = self.notebook.place(), self.notebook.number(runs)
            stood = Stood(runs, place, lines, level=level, bold=text.bold, quoted=quoted)
            yield standing(stood, properties, label, self.styles)

    def _table(self, table: _Element) -> Iterator[TableRow | _Break]:
        yield _Break()
        gridded = [cells(table, row) for row in rows(table)]
        model = [cell.start for cell in max(gridded, key=len, default=[])]
        for number, found in enumerate(gridded):
            before = self.notebook.lines
            place = self.notebook.next_place()
            filled = [Cell()] * max(len(model), len(found))
            for cell, column in zip(found, columns([cell.start for cell in found], model), strict=True):
                filled[column] = Cell(tuple(_as_pieces(self.read(cell.element))))
            lines = tuple(range(before + 1, self.notebook.lines + 1))
            yield TableRow(tuple(filled), place, lines, starts_table=number == 0)

    def _furniture(self, runs: tuple[Run, ...], *, listed: bool = False) -> FurnitureLine:
        text = " ".join(clean(plain(runs)).split())
        return FurnitureLine(text, self.notebook.place(), self.notebook.number(runs), listed)


def _blocks(container: _Element) -> Iterator[_Element]:
    """The paragraphs and tables of a container, also those in content controls and tracked insertions."""
    for child in container:
        if child.tag in {f"{W}p", f"{W}tbl"}:
            yield child
        elif child.tag == f"{W}sdt":
            for content in control_content(child):
                yield from _blocks(content)
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


def _is_framed(paragraph: _Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}framePr") is not None


def _as_pieces(parts: Iterable[Part]) -> Iterator[Piece]:
    """What stands in a cell, as pieces: also the cells of a table in it, in their order."""
    for part in parts:
        match part:
            case Piece():
                yield part
            case TableRow():
                for cell in part.cells:
                    yield from cell.pieces
            case FurnitureLine():
                yield Piece(Prose((Paragraph((Text(part.text),)),)), part.place, part.lines)
