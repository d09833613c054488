"""The tables of figures and of signatures in Word, with heading rows that repeat.

Amounts stand on the decimal comma by indents from the right, which hold in every program; decimal tabs follow the
reader's own settings, and would align `23.000` on its point at an English desk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from renderer.edition.agreement.document import SignatureBlock
from renderer.edition.agreement.figure_table import FigureGroup, FigureLine, FigureTable
from renderer.writers.word_parts.ooxml import escape, paragraph, run
from renderer.writers.word_parts.word_file import WordFile

# Widths in twentieths of a point, for Verdana at 8.5 pt.
_YEAR, _OTHER, _CODE, _NOTE = 930, 1360, 1050, 1500
_LEAST_FOR_LABELS = 1500
# Rows of one line and of two, half and half.
_ROWS_OF_A_PAGE = 30
_DIGIT, _COMMA, _BESIDE = 108, 62, 150

_FIGURES = "Hver række har sine beløb år for år. En tom celle betyder, at der ikke er noget beløb."
_SIGNATURES = "Hvem der har skrevet under, og for hvilket parti."
_SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class _Cell:
    content: str
    span: int = 1


def fits_a_page(table: FigureTable) -> bool:
    """Whether its rows surely have room on one page below its heading; then no page parts them."""
    groups = table.groups
    rows = sum(bool(one.heading) + len(one.lines) + len(one.totals) for one in groups) + len(table.totals)
    return rows <= _ROWS_OF_A_PAGE


def figure_table(file: WordFile, table: FigureTable, width: int) -> str:
    """The table in a width in twentieths of a point, and the notes under it."""
    setter = _Figures(file, table, width)
    return "".join(setter.rows()) if table.has_rows else ""


def signature_table(file: WordFile, block: SignatureBlock, width: int) -> str:
    """The names with offices and parties; the table stays on one page with its heading."""
    columns = block.columns
    widths = [width // len(columns)] * len(columns)
    heads = [_Cell(paragraph(file.styles["Tabelhoved"], run(getattr(block.labels, one)))) for one in columns]
    rows = [_row(widths, heads, head=True)]
    last = len(block.signatures) - 1
    for position, each in enumerate(block.signatures):
        styles = ("Tabelmærke", *["Tabeltekst"] * (len(columns) - 1))
        cells = [
            _Cell(paragraph(file.styles[style], _words(getattr(each, one)), keep_next=position < last))
            for style, one in zip(styles, columns, strict=True)
        ]
        rows.append(_row(widths, cells))
    head = _head(file, "Delelement", block.heading.text, _SIGNATURES, widths)
    return f"{head}{''.join(rows)}</w:tbl>"


class _Figures:
    """Sets one table of figures."""

    def __init__(self, file: WordFile, table: FigureTable, width: int) -> None:
        self._styles, self._table, self._whole = file.styles, table, fits_a_page(table)
        year = max(_YEAR, table.year_characters * _DIGIT + _BESIDE)
        fixed = [year if column.is_year else _OTHER for column in table.columns]
        before, after = [_CODE] * bool(table.code_label), [_NOTE] * bool(table.note_label)
        room = width - _LEAST_FOR_LABELS - sum((*before, *after))
        if sum(fixed) > room:
            # Too many figures for the page: a row then takes two lines, and nothing is lost.
            fixed = [one * room // sum(fixed) for one in fixed]
        self._widths = [*before, width - sum((*before, *fixed, *after)), *fixed, *after]
        self._head = _head(file, "Beløbstabel", table.heading.text, _FIGURES, self._widths)

    def rows(self) -> Iterator[str]:
        """The table from its head to its end. A sum stands with the row above it, and what explains it below it."""
        table = self._table
        yield self._head
        yield self._heading_row()
        for group in table.groups:
            yield from self._group(group, with_whole=group is table.groups[-1] and bool(table.totals))
        yield from self._totals(table.totals, with_next=bool(table.calculated_notice) and not table.remarks)
        yield "</w:tbl>"

    def _group(self, group: FigureGroup, *, with_whole: bool) -> Iterator[str]:
        if group.heading:
            heading = paragraph(self._styles["Tabelgruppe"], run(group.heading))
            yield _row(self._widths, [_Cell(heading, self._table.width)])
        for line in group.lines:
            last = line is group.lines[-1]
            keep_next = self._whole or (last and (bool(group.totals) or with_whole))
            yield self._line(line, "Tabelpost", "Tabeltal", keep_next=keep_next)
        yield from self._totals(group.totals, with_next=self._whole or with_whole)

    def _totals(self, totals: Sequence[FigureLine], *, with_next: bool) -> Iterator[str]:
        for line in totals:
            yield self._line(line, "Tabelsum", "Tabelsum tal", keep_next=with_next or line is not totals[-1])

    def _heading_row(self) -> str:
        table, plain, figures = self._table, self._styles["Tabelhoved"], self._styles["Tabelhoved tal"]
        before = [paragraph(plain, run(label)) for label in (table.code_label, table.label_label) if label]
        after = [paragraph(plain, run(table.note_label))] if table.note_label else []
        years = [paragraph(figures, _words(column.label)) for column in table.columns]
        return _row(self._widths, [_Cell(one) for one in (*before, *years, *after)], head=True)

    def _line(self, line: FigureLine, words: str, figures: str, *, keep_next: bool) -> str:
        cells = list(self._labels(line, words, keep_next=keep_next))
        for column, cell in enumerate(line.cells):
            indent = self._indent(column, cell)
            cells.append(_Cell(paragraph(self._styles[figures], _words(cell), keep_next=keep_next, rest=indent)))
        if self._table.note_label:
            cells.append(_Cell(paragraph(self._styles["Tabelpost"], _words(line.note), keep_next=keep_next)))
        return _row(self._widths, cells)

    def _labels(self, line: FigureLine, words: str, *, keep_next: bool) -> Iterator[_Cell]:
        style = self._styles[words]
        if line.code:
            yield _Cell(paragraph(style, run(line.code), keep_next=keep_next))
        span = 2 if self._table.code_label and not line.code else 1
        yield _Cell(paragraph(style, _words(line.label), keep_next=keep_next), span)

    def _indent(self, column: int, cell: str) -> str:
        digits, comma = self._table.missing_decimals(column, cell)
        if not cell or not digits:
            return ""
        return f'<w:ind w:right="{digits * _DIGIT + comma * _COMMA}"/>'


def _words(text: str) -> str:
    """The words as runs; where a word may be parted stands Word's own soft hyphen."""
    return "<w:r><w:softHyphen/></w:r>".join(run(part) for part in text.split(_SOFT_HYPHEN)) if text else ""


def _head(file: WordFile, style: str, caption: str, description: str, widths: Sequence[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{file.styles[style]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/><w:tblCaption w:val="{escape(caption)}"/>'
        f'<w:tblDescription w:val="{description}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )


def _row(widths: Sequence[int], cells: Sequence[_Cell], *, head: bool = False) -> str:
    written, column = [], 0
    for cell in cells:
        width = sum(widths[column : column + cell.span])
        span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
        written.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{cell.content}</w:tc>')
        column += cell.span
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(written)}</w:tr>"
