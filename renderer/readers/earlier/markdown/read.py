"""Markdown conversions of earlier documents (tab-separated tables, HTML in the cells) -> `SourceDocument`."""

import re
from collections.abc import Sequence

from renderer.findings import Place
from renderer.model.markdown import parse_prose
from renderer.model.prose import BulletList, NumberedList, Paragraph, Prose, Strong
from renderer.readers.earlier.grammar.furniture import is_page_number
from renderer.readers.earlier.markdown import rows as markdown_rows
from renderer.readers.earlier.markdown.flat_cells import restored, with_status_apart
from renderer.readers.earlier.markdown.html_cells import html_flows
from renderer.readers.earlier.source import Cell, FurnitureLine, Part, SourceDocument, TableRow
from renderer.readers.earlier.text.decoding import decoded
from renderer.readers.earlier.text.listing import Flow, with_lists
from renderer.readers.text.piece import Piece

_HEADING = re.compile(r"^#{1,6}\s+\S", re.MULTILINE)
_BOLD_CELL = re.compile(r"\*\*([^*]+)\*\*")
_ELEMENT = re.compile(r"</?(?:p|b|ul|li|br)\b[^<>]*>", re.IGNORECASE)


def looks_like_markdown(text: str) -> bool:
    """Whether a text is a Markdown conversion: headings with `#`, rows with several tabs, or HTML elements."""
    rows = sum(line.count("\t") > 1 for line in text.split("\n"))
    return bool(rows or _HEADING.search(text) or _ELEMENT.search(text))


def read_markdown(name: str, content: bytes) -> SourceDocument:
    """Read a Markdown conversion. Raises `UnreadableFile` where the bytes are no text."""
    return markdown_document(name, decoded(name, content))


def markdown_document(name: str, text: str) -> SourceDocument:
    """The parts of a Markdown conversion; `name` is the file's name."""
    parts = [part for element in markdown_rows.elements(text) for part in _parts(name, element)]
    return SourceDocument(name, tuple(parts))


def _parts(name: str, element: markdown_rows.Element) -> Sequence[Part]:
    place = Place(file=name, line=element.lines[0])
    match element:
        case markdown_rows.Heading(text, level, lines):
            return [
                Piece(Prose((block,)), place, lines, level=level) for block in parse_prose(_unmarked(text)).blocks[:1]
            ] or [FurnitureLine("#" * level, place, lines)]
        case markdown_rows.Rule(text, lines):
            return [FurnitureLine(text, place, lines)]
        case markdown_rows.Row(cells=cells, lines=lines, starts_table=starts_table):
            return [TableRow(tuple(_cell(cell, place, lines) for cell in cells), place, lines, starts_table)]
        case markdown_rows.Text(source, lines):
            return _paragraphs(source, place, lines)


def _unmarked(heading: str) -> str:
    """A heading's words; what would be a list in running text is a number here."""
    plain = _BOLD_CELL.sub(r"\1", heading)
    return re.sub(r"^(\d+)([.)])(?=\s)", r"\1\\\2", plain)


def _paragraphs(source: str, place: Place, lines: tuple[int, ...]) -> list[Part]:
    if is_page_number(source.strip()):
        return [FurnitureLine(source.strip(), place, lines)]
    bold = _BOLD_CELL.fullmatch(source.strip())
    blocks = parse_prose(_unmarked(bold[1]) if bold else source).blocks
    if bold:
        return [Piece(Prose((block,)), place, lines, bold=True) for block in blocks[:1]]
    flows = [one for block in blocks for one in _flows_of(block, lines)]
    return [_piece(flows_block, place, flow_lines) for flows_block, flow_lines in flows] or [
        FurnitureLine(source.strip(), place, lines)
    ]


def _flows_of(
    block: Paragraph | BulletList | NumberedList, lines: tuple[int, ...]
) -> list[tuple[Paragraph | BulletList | NumberedList, tuple[int, ...]]]:
    if not isinstance(block, Paragraph):
        return [(block, lines)]
    return with_lists([Flow(part, lines) for part in restored(block.content)])


def _cell(cell: str, place: Place, lines: tuple[int, ...]) -> Cell:
    bold = _BOLD_CELL.fullmatch(cell)
    flows = html_flows(f"<b>{bold[1]}</b>" if bold else cell, lines)
    apart = [part for one in flows for part in _with_status_apart(one)]
    return Cell(tuple(_piece(block, place, block_lines) for block, block_lines in with_lists(apart)))


def _with_status_apart(one: Flow) -> list[Flow]:
    if one.depth:
        return [one]
    return [Flow(content, one.lines) for content in with_status_apart(one.content)]


def _piece(block: Paragraph | BulletList | NumberedList, place: Place, lines: tuple[int, ...]) -> Piece:
    bold = isinstance(block, Paragraph) and all(isinstance(inline, Strong) for inline in block.content)
    return Piece(Prose((block,)), place, lines, bold=bold)
