"""The overview in Word: its tables with heading rows that repeat, and a chart above each table of counts."""

from collections.abc import Iterator, Sequence

from renderer.edition.edition import Edition
from renderer.edition.overview.blocks import (
    DASH,
    Count,
    CountLine,
    CountTable,
    GoneList,
    ItemList,
    Mark,
    Overview,
    Strip,
    Told,
)
from renderer.model.smiley import Smiley
from renderer.writers.overview.chart import chart_frame, chart_part
from renderer.writers.overview.sheet import chart_workbook
from renderer.writers.word_parts.bookmarks import bookmark_name
from renderer.writers.word_parts.ooxml import character_style, escape, paragraph, run
from renderer.writers.word_parts.smileys import CHARACTERS, SMILEY_FONT
from renderer.writers.word_parts.word_file import WordFile

_NUMBER, _SINCE, _MARK = 1290, 2600, 740
# In rows of one line, and in bold headings, whose weight would thicken the faces.
_SMALL_AND_PLAIN = '<w:b w:val="0"/><w:bCs w:val="0"/><w:sz w:val="18"/><w:szCs w:val="18"/>'
_APART = '<w:ind w:left="227"/>'
_TIGHT = '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>'
_CENTRED = '<w:jc w:val="center"/>'
# The styles of words and of numbers.
_LINE, _TOTAL = ("Tabelpost", "Tabeltal"), ("Tabelsum", "Tabelsum tal")
_COUNTS = "Hver række har antallet af smileyer af hver slags, først for indsats, så for økonomi."
_STRIP = "Hver række er et delelement med smileyerne for de fire milepæle og for økonomi."
_LISTED = "Hver række er et delelement med det ansvarlige center og de smileyer, det drejer sig om."
_GONE = "Hver række er et delelement, som er udgået, med tidspunktet og begrundelsen."
_GONE_SHARES = (30, 20, 16, 34)
_LIST_SHARES = {True: (32, 22, 10, 18, 18), False: (44, 26, 10, 20)}


def overview_blocks(file: WordFile, edition: Edition) -> str:
    """The overview as paragraphs and tables; empty where the edition has none."""
    return "".join(_Setter(file, edition, edition.overview).blocks()) if edition.overview else ""


class _Setter:
    def __init__(self, file: WordFile, edition: Edition, overview: Overview) -> None:
        self._file, self._edition, self._overview = file, edition, overview
        self._styles = file.styles
        self._width = file.table_page.width
        self._charts = 0

    def blocks(self) -> Iterator[str]:
        said, text = self._overview, self._styles["Kapiteltekst"]
        heading = self._file.bookmarks.around(said.anchor, run(said.heading))
        yield paragraph(self._styles["heading 2"], heading)
        for words in (said.note, *said.opening):
            yield paragraph(text, run(words))
        for table in said.counts:
            yield from self._counts(table)
        if said.over_time:
            yield from self._counts(said.over_time)
        yield from self._strip(said.strip)
        for listed in said.lists:
            yield from self._listed(listed)
        if said.gone:
            yield from self._gone(said.gone)
        yield paragraph(text, run(said.end), rest='<w:spacing w:before="240"/>')

    def _counts(self, table: CountTable) -> Iterator[str]:
        yield self._heading(table.anchor, table.heading)
        yield paragraph(self._styles["Kapiteltekst"], self._chart(table), keep_next=True)
        numbers = len(table.effort_marks) + len(table.finances_marks)
        since = _SINCE if table.since_label else 0
        widths = [self._width - numbers * _NUMBER - since, *[_NUMBER] * numbers, *([since] if since else [])]
        yield self._head("Beløbstabel", table.heading, _COUNTS, widths)
        yield self._row(widths, list(self._count_heads(table)), head=True)
        last = len(table.lines) - 1
        for position, line in enumerate(table.lines):
            keep_next = table.total is not None or position < last
            yield self._row(widths, list(self._count_cells(table, line, _LINE, keep_next=keep_next)))
        if table.total:
            yield self._row(widths, list(self._count_cells(table, table.total, _TOTAL, keep_next=False)))
        yield "</w:tbl>"

    def _count_heads(self, table: CountTable) -> Iterator[str]:
        plain, figures = self._styles["Tabelhoved"], self._styles["Tabelhoved tal"]
        yield paragraph(plain, run(table.label_label))
        for label, marks in ((table.effort_label, table.effort_marks), (table.finances_label, table.finances_marks)):
            for mark in marks:
                yield paragraph(figures, run(f"{label}\u00a0") + self._mark(mark))
        if table.since_label:
            yield paragraph(plain, run(table.since_label), rest=_APART)

    def _count_cells(
        self, table: CountTable, line: CountLine, styles: tuple[str, str], *, keep_next: bool
    ) -> Iterator[str]:
        plain, numbers = (self._styles[one] for one in styles)
        yield paragraph(plain, self._lead(line.anchor, line.label), keep_next=keep_next)
        for count, marks in ((line.effort, table.effort_marks), (line.finances, table.finances_marks)):
            for mark in marks:
                yield paragraph(numbers, run(_number(count, mark)), keep_next=keep_next)
        if table.since_label:
            yield paragraph(plain, run(line.since), keep_next=keep_next, rest=_APART)

    def _strip(self, strip: Strip) -> Iterator[str]:
        yield self._heading(strip.anchor, strip.heading)
        columns = len(strip.columns)
        widths = [self._width - columns * _MARK, *[_MARK] * columns]
        head = self._styles["Tabelhoved"]
        yield self._head("Beløbstabel", strip.heading, _STRIP, widths)
        labels = [paragraph(head, run(one.label), rest=_CENTRED) for one in strip.columns]
        yield self._row(widths, [paragraph(head, run(strip.label_label)), *labels], head=True)
        for group in strip.groups:
            yield self._row(
                [self._width], [paragraph(self._styles["Tabelgruppe"], run(group.heading))], span=columns + 1
            )
            for line in group.lines:
                marks = (*line.effort, line.finances)
                cells = [paragraph(self._styles["Tabelpost"], self._lead(line.anchor, line.heading), rest=_TIGHT)]
                cells += [
                    paragraph(self._styles["Tabelpost"], self._mark(one), rest=_TIGHT + _CENTRED) for one in marks
                ]
                yield self._row(widths, cells)
        yield "</w:tbl>"

    def _listed(self, listed: ItemList) -> Iterator[str]:
        yield self._heading(listed.anchor, listed.heading)
        if not listed.items:
            yield paragraph(self._styles["Kapiteltekst"], run(listed.empty))
            return
        widths = self._file.table_page.columns(_LIST_SHARES[listed.with_before])
        post = self._styles["Tabelpost"]
        yield self._head("Beløbstabel", listed.heading, _LISTED, widths)
        yield self._row(widths, [paragraph(self._styles["Tabelhoved"], run(one)) for one in listed.labels], head=True)
        for item in listed.items:
            told = (*([item.before] if item.before else []), item.now)
            contents = (
                self._lead(item.anchor, item.heading), run(item.centre), run(item.about), *map(self._told, told)
            )  # fmt: skip
            yield self._row(widths, [paragraph(post, content) for content in contents])
        yield "</w:tbl>"

    def _gone(self, gone: GoneList) -> Iterator[str]:
        yield self._heading(gone.anchor, gone.heading)
        widths, post = self._file.table_page.columns(_GONE_SHARES), self._styles["Tabelpost"]
        yield self._head("Beløbstabel", gone.heading, _GONE, widths)
        yield self._row(widths, [paragraph(self._styles["Tabelhoved"], run(one)) for one in gone.labels], head=True)
        for item in gone.items:
            contents = (self._lead(item.anchor, item.heading), *map(run, (item.centre, item.when, item.reason)))
            yield self._row(widths, [paragraph(post, content) for content in contents])
        yield "</w:tbl>"

    def _heading(self, anchor: str, words: str) -> str:
        return paragraph(self._styles["heading 3"], self._file.bookmarks.around(anchor, run(words)))

    def _lead(self, anchor: str | None, words: str) -> str:
        if not anchor:
            return run(words)
        look = character_style(self._styles["Hyperlink"])
        return f'<w:hyperlink w:anchor="{bookmark_name(anchor)}" w:history="1">{run(words, look)}</w:hyperlink>'

    def _told(self, said: Told) -> str:
        return self._mark(said.mark) + (run(f"\u00a0{said.time}") if said.time else "")

    def _mark(self, mark: Mark) -> str:
        if mark in (Mark.OPEN, Mark.NONE):
            return run(DASH) if mark is Mark.OPEN else ""
        smiley = Smiley(mark.value)
        style = character_style(self._styles[f"Smiley {smiley}"])
        return run(CHARACTERS[smiley], f"{style}{SMILEY_FONT}{_SMALL_AND_PLAIN}")

    def _chart(self, table: CountTable) -> str:
        self._charts += 1
        workbook = chart_workbook(self._edition.facts, self._overview, table)
        reference = self._file.add_chart(workbook, lambda numbers: chart_part(self._overview, table, numbers))
        return chart_frame(reference, self._charts, table)

    def _head(self, style: str, caption: str, description: str, widths: Sequence[int]) -> str:
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._styles[style]}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
            f' w:noVBand="1"/><w:tblCaption w:val="{escape(caption)}"/>'
            f'<w:tblDescription w:val="{description}"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        )

    @staticmethod
    def _row(widths: Sequence[int], cells: Sequence[str], *, head: bool = False, span: int = 1) -> str:
        spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        written = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}</w:tcPr>{content}</w:tc>'
            for width, content in zip(widths, cells, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{written}</w:tr>"


def _number(count: Count | None, mark: Mark) -> str:
    return str(count.of(mark)) if count else ""
