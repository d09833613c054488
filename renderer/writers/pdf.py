"""An edition as PDF: what WeasyPrint draws, with our own fonts and styles and nothing else.

The same edition gives the same bytes: dates are the edition's, fonts are ours, and nothing is fetched.
"""

import logging

from weasyprint import CSS, HTML

from renderer.edition.edition import Edition
from renderer.errors import RenderingError
from renderer.resources import read_resource
from renderer.writers.heard import listening
from renderer.writers.html import page_html
from renderer.writers.own_fonts import OwnFonts
from renderer.writers.packaged import BASE, PackagedFiles

_SHEETS = ("edition.css", "print.css")


def write_pdf(edition: Edition) -> bytes:
    """The edition as PDF. Raises `RenderingError`, also where WeasyPrint would only warn."""
    files = PackagedFiles()
    with listening() as heard:
        fonts = OwnFonts()
        sheets = [
            CSS(
                string=read_resource("styles", name).decode(),
                base_url=f"{BASE}styles/{name}",
                font_config=fonts,
                url_fetcher=files,
            )
            for name in _SHEETS
        ]
        page = HTML(string=page_html(edition), url_fetcher=files)
        pdf: bytes = page.write_pdf(font_config=fonts, stylesheets=sheets, pdf_variant="pdf/a-3a")
    if files.failure:
        raise files.failure
    if heard:
        raise _refused(heard[0])
    return pdf


def _refused(record: logging.LogRecord) -> RenderingError:
    if record.msg.startswith(".notdef glyph") and isinstance(record.args, tuple):
        character, code = record.args
        return RenderingError(
            f"Tegnet »{character}« (U+{code:04X}) findes ikke i programmets skrifter.",
            "Ret teksten, så tegnet ikke er med.",
        )
    return RenderingError(
        f"PDF-filen kan ikke dannes fejlfrit: {record.getMessage()}",
        "Installér Aftalerapport igen, eller meld fejlen med denne besked.",
    )
