"""A comparison as PDF, of the same grade for the archive as an edition, with its data attached."""

from renderer.edition.comparison import Comparison
from renderer.writers.archival.grade import Grade
from renderer.writers.html import comparison_page
from renderer.writers.pdf import print_pdf
from renderer.writers.printable import Printable

_SHEETS = ("edition.css", "pages.css", "print.css", "comparison.css")


def write_comparison_pdf(comparison: Comparison, grade: Grade = Grade.WITH_DATA) -> bytes:
    """The comparison as PDF/A and PDF/UA-1. Raises `RenderingError`."""
    return print_pdf(printable_comparison(comparison), grade)


def printable_comparison(comparison: Comparison) -> Printable:
    """The comparison as the PDF writer takes it."""
    return Printable(
        page=comparison_page(comparison),
        sheets=_SHEETS,
        data=comparison.as_json(),
        case_id=comparison.facts.case_id,
        date=comparison.facts.date,
        where=lambda character: _place(character, comparison),
    )


def _place(character: str, comparison: Comparison) -> str:
    for section in comparison.sections:
        for entry in section.entries:
            if character in entry.model_dump_json():
                return f"ved »{entry.heading}«"
    return "på første side"
