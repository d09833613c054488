"""A document as PDF: what WeasyPrint draws, finished for the archive.

The same document gives the same bytes: dates are the document's, fonts are ours, and nothing is fetched.
"""

import logging

from renderer.edition.edition import Edition
from renderer.errors import RenderingError
from renderer.writers.archival.grade import Grade
from renderer.writers.engine import load_engine
from renderer.writers.heard import listening
from renderer.writers.html import page_html
from renderer.writers.printable import Printable
from renderer.writers.provenance import Held
from renderer.writers.roomy_stack import with_room
from renderer.writers.unhurried_gc import unhurried_gc

load_engine()  # before the modules below import it

from renderer.writers.archival.archival_pdf import write_archival  # noqa: E402
from renderer.writers.layout import lay_out  # noqa: E402
from renderer.writers.quicker.remembered_lines import remembered_lines  # noqa: E402

_SHEETS = ("edition.css", "pages.css", "print.css")
_OVERVIEW_SHEETS = ("overview.css", "overview_print.css")


def write_pdf(edition: Edition, grade: Grade = Grade.WITH_DATA, held: Held | None = None) -> bytes:
    """The edition as PDF/A and PDF/UA-1; `held` is what a file of another version keeps. Raises as `print_pdf` does."""
    return print_pdf(printable(edition, held), grade)


def print_pdf(document: Printable, grade: Grade = Grade.WITH_DATA) -> bytes:
    """The document as PDF/A and PDF/UA-1. Raises `RenderingError`, also where WeasyPrint would only warn."""
    with listening() as heard, unhurried_gc(), remembered_lines():
        pdf = with_room(_drawn, document, grade)
    if heard:
        raise _refused(heard[0], document)
    return pdf


def _drawn(document: Printable, grade: Grade) -> bytes:
    return write_archival(lay_out(document, grade.value), document, grade)


def printable(edition: Edition, held: Held | None = None) -> Printable:
    """The edition as the PDF writer takes it."""
    return Printable(
        page=page_html(edition, held.made_by if held else ""),
        sheets=(*_SHEETS, *(_OVERVIEW_SHEETS if edition.overview else ())),
        data=held.data if held else edition.as_json(),
        case_id=edition.facts.case_id,
        date=edition.facts.date,
        where=lambda character: _place(character, edition),
    )


def _refused(record: logging.LogRecord, document: Printable) -> RenderingError:
    if record.msg.startswith(".notdef glyph") and isinstance(record.args, tuple):
        character, code = record.args
        place = document.where(str(character))
        return RenderingError(
            f"Tegnet »{character}« (U+{code:04X}) {place} findes ikke i programmets skrifter.",
            "Ret teksten, så tegnet ikke er med.",
        )
    return RenderingError(
        f"PDF-filen kan ikke dannes fejlfrit: {record.getMessage()}",
        "Installer Aftalerapport igen, eller meld fejlen med denne besked.",
    )


def _place(character: str, edition: Edition) -> str:
    """Where in the edition a character stands, as a reader would say it."""
    for item in edition.items():
        if character in item.model_dump_json():
            return f"i delelementet »{item.heading}«"
    for chapter in edition.chapters:
        if character in chapter.model_dump_json():
            return f"i kapitlet »{chapter.heading}«"
    return "på første side"
