"""A small agreement, written as text, in the other formats; a heading looks like one or not."""

import html
import io
import re
from collections.abc import Iterator
from enum import StrEnum

from docx import Document

from tests.writers.own_way import WholeHtml

_NUMBERED = re.compile(r"(?:[A-ZÆØÅ]{0,3}-?\d+[.\d]*|Kapitel \d+\.?) \S.*")
_BULLET = re.compile(r"^[-–•*] +")
_BROKEN = 50
_STYLE = "body { font: 11pt sans-serif } h1, h2 { font-size: 13pt; margin: 16pt 0 8pt } p, li { margin: 0 0 12pt }"


class Headings(StrEnum):
    """How a document shows its headings."""

    STYLED = "styled"
    BOLD = "bold"
    PLAIN = "plain"


def paragraphs(text: str) -> Iterator[tuple[str, bool]]:
    """The paragraphs of a text with whether each is a heading: alone and short, or with a number."""
    blocks = [block.split("\n") for block in re.split(r"\n\s*\n", text.strip("\n"))]
    for block in blocks:
        open_lines: list[str] = []
        for line in block:
            goes_on = open_lines and len(open_lines[-1]) > _BROKEN and not re.search(r"[.:]$|\d$", open_lines[-1])
            if open_lines and not (goes_on and not _BULLET.match(line)):
                yield from _paragraph(open_lines, alone=False)
                open_lines = []
            open_lines.append(line)
        yield from _paragraph(open_lines, alone=len(block) == 1)


def as_word(text: str, headings: Headings) -> bytes:
    """The text as a Word file."""
    document = Document()
    for words, is_heading in paragraphs(text):
        if is_heading and headings is Headings.STYLED:
            document.add_heading(words, _level(words))
        elif _BULLET.match(words):
            document.add_paragraph(_BULLET.sub("", words), style="List Bullet")
        else:
            document.add_paragraph().add_run(words).bold = (is_heading and headings is Headings.BOLD) or None
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_pdf(text: str, headings: Headings) -> bytes:
    """The text as a PDF file, with tags where its headings are styled."""
    body = "".join(_element(words, is_heading, headings) for words, is_heading in paragraphs(text))
    page = f'<html lang="da"><head><title>Aftale</title><style>{_STYLE}</style></head><body>{body}</body></html>'
    variant = "pdf/ua-1" if headings is Headings.STYLED else None
    made: bytes = WholeHtml(string=page).write_pdf(pdf_variant=variant)
    return made


def _paragraph(lines: list[str], *, alone: bool) -> Iterator[tuple[str, bool]]:
    words = " ".join(" ".join(lines).split())
    numbered = bool(_NUMBERED.fullmatch(words)) and not words.endswith(".")
    unnumbered = alone and words[:1].isupper() and not re.search(r"[.:,\d]$|\bog\b.*,|Kommune$", words)
    yield words, numbered or (unnumbered and not words.isupper() and len(words.split()) < 5)


def _level(words: str) -> int:
    return 2 if re.match(r"\d+\.\d|[A-ZÆØÅ]+-?\d", words) else 1


def _element(words: str, is_heading: bool, headings: Headings) -> str:
    shown = html.escape(_BULLET.sub("", words))
    if _BULLET.match(words):
        return f"<ul><li>{shown}</li></ul>"
    if is_heading and headings is Headings.STYLED:
        return f"<h{_level(words)}>{shown}</h{_level(words)}>"
    return f"<p>{f'<b>{shown}</b>' if is_heading and headings is Headings.BOLD else shown}</p>"
