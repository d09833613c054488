"""PDF files through pdfium: the one place that knows the library, and where all its errors end.

Pdfium is not safe for several threads at once; one reading at a time holds it.
"""

import ctypes
import threading
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from renderer.errors import UnreadableFile
from renderer.readers.earlier.pdf.drawing import Turn, drawn
from renderer.readers.earlier.pdf.glyphs import read_glyphs, reading_direction, turned_texts, words
from renderer.readers.earlier.pdf.links import read_links
from renderer.readers.earlier.pdf.page import Page, PdfFile
from renderer.readers.earlier.pdf.tags import Tags, read_tags

MOST_PAGES = 2000
_LOCK = threading.Lock()


def read_pages(name: str, content: bytes) -> PdfFile:
    """Read the words and lines of all pages. Raises `UnreadableFile` for what is no PDF, protected or broken."""
    if not content.strip():
        raise UnreadableFile(f"Filen »{name}« er tom.", "Vælg en anden fil, eller hent den igen.")
    if b"%PDF-" not in content[:1024]:
        raise UnreadableFile(f"Filen »{name}« er ikke en PDF-fil.", "Vælg et dokument, der er gemt som PDF.")
    tags = read_tags(content)
    with _LOCK:
        try:
            return _file(name, content, tags)
        except (pypdfium2.PdfiumError, ctypes.ArgumentError, ValueError, OverflowError) as error:
            raise _refusal(name, getattr(error, "err_code", None)) from error


def _file(name: str, content: bytes, tags: Tags) -> PdfFile:
    document = pypdfium2.PdfDocument(content)
    try:
        if len(document) > MOST_PAGES:
            hint = f"Del filen i flere med højst {MOST_PAGES} sider, og prøv igen."
            raise UnreadableFile(f"Filen »{name}« har flere end {MOST_PAGES} sider.", hint)
        pages = tuple(_pages(document, tags))
        metadata = document.get_metadata_dict()
    finally:
        document.close()
    if not any(page.words for page in pages):
        hint = "Bed afsenderen om filen i Word, eller om en PDF, hvor teksten kan markeres."
        raise UnreadableFile(f"Filen »{name}« er scannet: Den består af billeder og har ingen tekst.", hint)
    title = " ".join(metadata.get("Title", "").split()) or None
    creator = metadata.get("Creator") or None
    return PdfFile(pages, title, creator, tags.levels, tags.quoted, tags.contents, tags.tabled)


def _pages(document: pypdfium2.PdfDocument, tags: Tags) -> Iterator[Page]:
    for index in range(len(document)):
        page = document[index]
        try:
            text = page.get_textpage()
            try:
                yield _page(page, text, index, tags)
            finally:
                text.close()
        finally:
            page.close()


def _page(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, index: int, tags: Tags) -> Page:
    glyphs = read_glyphs(text, tags.of_page(index))
    quarters = reading_direction(glyphs)
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    turned = pdfium.FPDFPage_GetRotation(page) if quarters is None else quarters
    turn = Turn(turned, box.left, box.bottom, box.right, box.top)
    rules, pictures = drawn(page, turn)
    links = read_links(page, turn)
    return Page(
        number=index + 1,
        width=turn.width,
        height=turn.height,
        words=tuple(words(glyphs, turn, links)),
        rules=rules,
        turned=turned_texts(glyphs, turned),
        pictures=pictures,
    )


def _refusal(name: str, code: int | None) -> UnreadableFile:
    if code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
        hint = "Åbn den med adgangskoden, gem en kopi uden, og brug kopien."
        return UnreadableFile(f"Filen »{name}« er beskyttet med en adgangskode.", hint)
    hint = "Hent filen igen, eller bed afsenderen om en ny kopi."
    return UnreadableFile(f"Filen »{name}« er beskadiget og kan ikke læses.", hint)
