"""The tables: chapters, and for each item a heading row that repeats, its text row and its five rows."""

from collections.abc import Iterator
from math import ceil

from renderer.edition.edition import ChapterPart, Edition, ItemTable, Notice, Row
from renderer.writers.word_parts.fields import Fields
from renderer.writers.word_parts.fitting import Fitting
from renderer.writers.word_parts.labelled import labelled
from renderer.writers.word_parts.ooxml import character_style, escape, paragraph, run
from renderer.writers.word_parts.prose import CELL_PROSE, CHAPTER_PROSE, STATUS_PROSE, prose_paragraphs
from renderer.writers.word_parts.word_file import WordFile

# Shares of the width: text, description and status, time, smiley (LAYOUT: about 34/38/18/10 per cent).
_SHARES = (34, 38, 18, 10)
_SHARES_WITH_WORDS = (32, 37, 17, 14)
# The word Status above what is reported, and what stands there while nothing is.
_STATUS_LINES = 2
# Fewer than a line of the second column has.
_NOTICE_CHARACTERS = 40
_TABLE_DESCRIPTION = (
    "Først det, parterne har aftalt, og hvem der har ansvaret. Derefter delelementets fire milepæle og dets økonomi"
    " med tidspunkt, status og smiley."
)


def chapter_blocks(file: WordFile, edition: Edition, fields: Fields) -> str:
    """Everything after the letter."""
    tables = _Tables(file, fields)
    blocks = [xml for chapter in edition.chapters for xml in tables.chapter(chapter)]
    if edition.empty_notice:
        blocks.append(paragraph(file.styles["Kapiteltekst"], run(edition.empty_notice)))
    return "".join(blocks)


class _Tables:
    def __init__(self, file: WordFile, fields: Fields) -> None:
        self._file = file
        self._fields = fields
        self._widths = file.table_page.columns(_SHARES_WITH_WORDS if fields.with_words else _SHARES)
        self._fitting = Fitting(file.table_page.height, self._widths)
        self._head = self._table_head()
        self._empty = paragraph(file.styles["Tabeltekst"])

    def chapter(self, chapter: ChapterPart) -> Iterator[str]:
        file = self._file
        heading = file.bookmarks.around(chapter.anchor, run(chapter.heading))
        yield paragraph(file.styles["heading 2"], heading)
        yield prose_paragraphs(file, chapter.introduction, CHAPTER_PROSE)
        for item in chapter.items:
            title = file.bookmarks.around(item.anchor, run(item.heading))
            yield paragraph(file.styles["heading 3"], title)
            yield self._table(item)
        for one in chapter.departed:
            heading = run(f"{one.heading}:", character_style(file.styles["Mærkat"]))
            yield paragraph(file.styles["Kapiteltekst"], heading + run(f" {one.text}"))

    def _table_head(self) -> str:
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in self._widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._file.styles["Delelement"]}"/>'
            f'<w:tblW w:w="{sum(self._widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
            ' w:noVBand="1"/><w:tblCaption w:val="{caption}"/>'
            f'<w:tblDescription w:val="{_TABLE_DESCRIPTION}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        )

    def _table(self, item: ItemTable) -> str:
        head = self._head.replace("{caption}", escape(item.heading))
        text_row = self._text_row(item)
        last = len(item.rows) - 1
        rows = "".join(self._row(row, keep_next=number == last) for number, row in enumerate(item.rows, 1))
        return f"{head}{self._heading_row(item)}{text_row}{rows}</w:tbl>"

    def _heading_row(self, item: ItemTable) -> str:
        styles, labels = self._file.styles, (item.type_label, item.time_label, item.smiley_label)
        cells = [paragraph(styles["Tabeltitel"], run(item.heading))]
        cells += [paragraph(styles["Tabelhoved"], run(label)) for label in labels]
        return self._cells(cells, "<w:cantSplit/><w:tblHeader/>")

    def _text_row(self, item: ItemTable) -> str:
        agreed = self._fields.text(item.agreement_text, CELL_PROSE)
        style = self._file.styles["Tabelansvar"]
        planned = "".join(self._notice(notice) for notice in item.notices)
        planned += "".join(paragraph(style, labelled(self._file, line)) for line in item.responsibility)
        planned += self._fields.text(item.description, CELL_PROSE)
        lines = len(item.responsibility) + sum(map(_notice_lines, item.notices))
        fits = self._fitting.fits((item.agreement_text,), (item.description,), lines)
        return self._cells([agreed, planned, "", ""], "<w:cantSplit/>" if fits else "")

    def _notice(self, notice: Notice) -> str:
        styles = self._file.styles
        label = paragraph(styles["Tabelstatus mærke"], run(f"{notice.label}:"))
        return label + paragraph(styles["Tabelstatus"], run(notice.text))

    def _row(self, row: Row, *, keep_next: bool) -> str:
        fields, styles = self._fields, self._file.styles
        text = fields.text(row.text, CELL_PROSE, keep_next=keep_next)
        status = fields.text(row.status, STATUS_PROSE, keep_next=keep_next) if fields.reports else ""
        if status:
            text += paragraph(styles["Tabelstatus mærke"], run(f"{row.status_label}:")) + status
        face = fields.smiley(row) if fields.reports else ""
        cells = [
            paragraph(styles["Tabelmærke"], run(row.label), keep_next=keep_next),
            text,
            paragraph(styles["Tabeltid"], run(row.time) if row.time else "", keep_next=keep_next),
            paragraph(styles["Tabelsmiley"], face, keep_next=keep_next),
        ]
        fits = self._fitting.fits((), (row.text, row.status), lines=_STATUS_LINES if status else 0)
        return self._cells(cells, "<w:cantSplit/>" if fits else "")

    def _cells(self, contents: list[str], properties: str) -> str:
        cells = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content or self._empty}</w:tc>'
            for width, content in zip(self._widths, contents, strict=True)
        )
        row_properties = f"<w:trPr>{properties}</w:trPr>" if properties else ""
        return f"<w:tr>{row_properties}{''.join(cells)}</w:tr>"


def _notice_lines(notice: Notice) -> int:
    return 1 + ceil(len(notice.text) / _NOTICE_CHARACTERS)
