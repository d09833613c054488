"""The signed agreement as PDF, of the same grade for the archive as an edition, with its data attached."""

from renderer.edition.agreement.document import AgreementDocument
from renderer.writers.archival.grade import Grade
from renderer.writers.html import agreement_page
from renderer.writers.pdf import print_pdf
from renderer.writers.printable import Printable
from renderer.writers.provenance import Held

_SHEETS = ("edition.css", "pages.css", "print.css", "agreement.css")


def write_agreement_pdf(
    agreement: AgreementDocument, grade: Grade = Grade.WITH_DATA, held: Held | None = None
) -> bytes:
    """The agreement as PDF/A and PDF/UA-1; `held` is as with an edition. Raises `RenderingError`."""
    return print_pdf(printable_agreement(agreement, held), grade)


def printable_agreement(agreement: AgreementDocument, held: Held | None = None) -> Printable:
    """The agreement as the PDF writer takes it."""
    return Printable(
        page=agreement_page(agreement, held.made_by if held else ""),
        sheets=_SHEETS,
        data=held.data if held else agreement.as_json(),
        case_id=agreement.facts.case_id,
        date=agreement.facts.date,
        where=lambda character: _place(character, agreement),
    )


def _place(character: str, agreement: AgreementDocument) -> str:
    last = "indledningen"
    for passage in agreement.passages:
        last = f"»{passage.heading.text}«" if passage.heading else last
        if character in passage.model_dump_json():
            return f"i {last}" if last == "indledningen" else f"under {last}"
    for table in agreement.tables:
        if character in table.model_dump_json():
            return f"i tabellen »{table.heading.text}«"
    return "på første side eller ved underskrifterne"
