"""PDF files of earlier follow-ups, brought to a `SourceDocument` by where their words stand on the page.

Heads and feet are set aside, the letterhead is read apart from the letter, the tables' columns and rows follow from
their headings, labels and lines; a row that a page's end cut is one row again.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from renderer.findings import Finding, Place, warning
from renderer.readers.earlier.pdf import furniture as pdf_furniture
from renderer.readers.earlier.pdf import letterhead as pdf_letterhead
from renderer.readers.earlier.pdf.bands import Kind, bands
from renderer.readers.earlier.pdf.file import read_pages
from renderer.readers.earlier.pdf.free_text import FreeText, FreeTexts
from renderer.readers.earlier.pdf.grid import Layout, layouts
from renderer.readers.earlier.pdf.lines import Line, rows
from renderer.readers.earlier.pdf.page import Box, Page, PdfFile, Word
from renderer.readers.earlier.pdf.paragraphs import Column, Setting, column_pieces
from renderer.readers.earlier.pdf.pitch import Pitches
from renderer.readers.earlier.pdf.rows import GriddedRow, MakeLine, TableRows, cells_of
from renderer.readers.earlier.pdf.trust import trusts_tags
from renderer.readers.earlier.signed.contents import is_contents_heading
from renderer.readers.earlier.signed.pdf_tables import FigureRow, FigureTables
from renderer.readers.earlier.source import FurnitureLine, Part, SourceDocument
from renderer.readers.earlier.text.hyphens import LineJoiner

OWN_CREATOR = "Aftalerapport"
_SAME_WIDTH = 1.0
_SMALLEST_PICTURE = 8.0

_Row = Sequence[Word]


def read_pdf(name: str, content: bytes) -> SourceDocument:
    """Read a PDF file. Raises `UnreadableFile` where it is none, or is protected, damaged or scanned."""
    file = read_pages(name, content)
    return _Reading(name, file).document()


class _Reading:
    """One reading of a file: its parts in order as they are found, and the lines counted so far."""

    def __init__(self, name: str, file: PdfFile) -> None:
        self._name = name
        self._file = file
        self._own = (file.creator or "").startswith(OWN_CREATOR)
        self._found: list[FreeText | GriddedRow | FigureRow | FurnitureLine] = []
        self._widths: dict[int, float] = {page.number: page.width for page in file.pages}
        self._tables = TableRows()
        self._figures: FigureTables | None = None
        self._text: FreeText | None = None
        self._lines = 0
        self._lines_of_page: Counter[int] = Counter()

    def document(self) -> SourceDocument:
        """The whole file as a source document."""
        parted = pdf_furniture.parted(self._file.pages, self._file.levels)
        found = layouts([(page, kept) for page, kept, _ in parted])
        # A file without a single table of items is no follow-up: its tables are those of an agreement.
        self._figures = None if any(layout.grid for layout in found) else FigureTables(self._own_tables())
        for (page, shown, furniture), layout in zip(parted, found, strict=True):
            kept, listed = self._without_contents(shown)
            for text in (*map(pdf_furniture.row_text, furniture), *page.turned):
                self._set_aside(page, text)
            for row in listed:
                self._set_aside(page, pdf_furniture.row_text(row), listed=True)
            self._page(page, kept, layout)
        parts = tuple(self._parts())
        return SourceDocument(self._name, parts, self._file.title, self._own, tuple(self._notes()))

    def _set_aside(self, page: Page, text: str, *, listed: bool = False) -> None:
        place = self._next_place(page)
        self._found.append(FurnitureLine(text, place, (self._lines,), listed))

    def _own_tables(self) -> frozenset[int] | None:
        """The tagged blocks in tables of a file of ours; `None` for any other, whose tags need not tell."""
        return frozenset(self._file.tabled) if self._own and self._file.tabled else None

    def _without_contents(self, shown: Sequence[_Row]) -> tuple[list[_Row], list[_Row]]:
        """The lines of a page without those that are tagged as the table of contents, and those."""
        listed = [row for row in shown if all(word.tag in self._file.contents for word in row)]
        if listed:
            listed += [row for row in shown if is_contents_heading(pdf_furniture.row_text(row))]
        return [row for row in shown if not any(row is one for one in listed)], listed

    def _page(self, page: Page, kept: Sequence[_Row], layout: Layout) -> None:
        tables = self._tables
        if not layout.anchors and not tables.is_open:
            head, kept = pdf_letterhead.parted(page, kept)
            self._take_text(page, [word for row in head for word in row], aside=True)
        cut = bands(page, kept, layout, in_table=tables.is_open, finished=tables.is_finished)
        for number, band in enumerate(cut):
            if band.kind is Kind.FREE or layout.grid is None:
                tables.close()
                self._take_free(page, band.words)
                continue
            row = tables.take(band, layout.grid, self._line_maker(page), first_on_page=number == 0)
            self._text = None
            if row is not None:
                self._found.append(row)

    def _take_free(self, page: Page, words: Sequence[Word]) -> None:
        """Running text, and in an agreement its tables of figures and columns of signatures."""
        if self._figures is None:
            self._take_text(page, words)
            return
        for found in self._figures.take(rows(words), page.rules, self._line_maker(page)):
            if isinstance(found, FigureRow):
                self._found.append(found)
                self._text = None
            else:
                self._take_text(page, found)

    def _take_text(self, page: Page, words: Sequence[Word], *, aside: bool = False) -> None:
        if not words:
            return
        text = self._text
        if text is None or aside or abs(text.width - page.width) > _SAME_WIDTH:
            text = FreeText(page.width, aside)
            self._found.append(text)
        make_line = self._line_maker(page)
        text.lines += [make_line(row) for row in rows(words)]
        self._text = None if aside else text

    def _line_maker(self, page: Page) -> MakeLine:
        def make_line(words: tuple[Word, ...]) -> Line:
            place = self._next_place(page)
            return Line(words, place, self._lines)

        return make_line

    def _next_place(self, page: Page) -> Place:
        self._lines += 1
        self._lines_of_page[page.number] += 1
        return Place(self._name, page=page.number, line=self._lines_of_page[page.number])

    def _parts(self) -> Iterator[Part]:
        gridded = [found for found in self._found if isinstance(found, GriddedRow)]
        texts = [found for found in self._found if isinstance(found, FreeText)]
        cells = cells_of(gridded)
        tabled = [(self._widths[line.page], line) for lines in cells for line in lines]
        edges = FreeTexts(texts, tabled)
        setting = self._setting([text.lines for text in texts], cells)
        for found in self._found:
            match found:
                case FurnitureLine():
                    yield found
                case GriddedRow():
                    yield found.finished(setting)
                case FigureRow():
                    yield found.finished(setting.joiner)
                case FreeText(aside=True):
                    for lines in pdf_letterhead.labelled_groups(found.lines):
                        right = max(line.right for line in found.lines)
                        yield from column_pieces(Column(lines, lines[0].left, right), setting)
                case FreeText():
                    yield from column_pieces(edges.column(found), setting)

    def _setting(self, free: Sequence[Sequence[Line]], tabled: Sequence[Sequence[Line]]) -> Setting:
        columns = [*free, *tabled]
        return Setting(
            pitches=Pitches(free, tabled),
            joiner=LineJoiner([line.text for lines in columns for line in lines]),
            levels=self._file.levels,
            quoted=self._file.quoted,
            tagged=trusts_tags(columns),
            unbroken=self._own,
        )

    def _notes(self) -> Iterator[Finding]:
        """Pictures that stand on one page only; what stands on several is a logo."""
        places = Counter(_rounded(box) for page in self._file.pages for box in page.pictures)
        for page in self._file.pages:
            for box in page.pictures:
                if places[_rounded(box)] == 1 and min(box.width, box.height) >= _SMALLEST_PICTURE:
                    hint = "Viser det en smiley eller en tekst, så skriv den i sagen bagefter."
                    place = Place(self._name, page=page.number)
                    yield warning("billede", place, "Her står et billede, som ikke kan læses.", hint)


def _rounded(box: Box) -> tuple[int, int, int, int]:
    return round(box.left), round(box.top), round(box.right), round(box.bottom)
