"""What two PDF files show, page by page, so that it can be told where they differ."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pypdfium2


@dataclass(frozen=True)
class Page:
    """One page: what draws it (fonts and links lie elsewhere in the file), and its lines of text in drawing order."""

    drawn: bytes
    lines: tuple[str, ...]


def read_pages(content: bytes) -> tuple[Page, ...]:
    """The pages of a PDF; none where it cannot be read."""
    try:
        return tuple(_pages(content))
    except (pikepdf.PdfError, pypdfium2.PdfiumError, RuntimeError, ValueError):
        return ()


def page_count(content: bytes) -> int:
    """How many pages a PDF has; none where it cannot be read."""
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            return len(pdf.pages)
    except pikepdf.PdfError:
        return 0


def _pages(content: bytes) -> Iterator[Page]:
    texts = pypdfium2.PdfDocument(content)
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            for number, page in enumerate(pdf.pages):
                lines = texts[number].get_textpage().get_text_bounded().splitlines()
                yield Page(_drawn(page), tuple(line.strip() for line in lines if line.strip()))
    finally:
        texts.close()


def _drawn(page: pikepdf.Page) -> bytes:
    contents = page.obj.get("/Contents")
    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents] if contents is not None else []
    parts = [stream.read_bytes() for stream in streams if isinstance(stream, pikepdf.Stream)]
    box = [str(number) for number in page.mediabox]
    return b"\n".join([" ".join(box).encode(), *parts])
