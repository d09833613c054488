"""An agreement of a municipality that does not exist, as a Word file with heading styles and real tables."""

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Cm

YEARS = ("2025", "2026", "2027", "2028")
OPERATING = (
    ("1. Tryghed", "", "", "", ""),
    ("1.01 Natteravne i Lillehavn", "150", "150", "", ""),
    ("1.03 Flere lys på stierne", "", "75", "75", "-20"),
    ("I alt", "150", "225", "75", "-20"),
)
SAVINGS = (
    ("Teknikudvalget", "", "", "", "", "", ""),
    ("TU-02", "Færre kørsler med\naffald", "-0,50", "-0,50", "-0,50", "-0,50", ""),
    ("TU-03B", "Fælles værksted", "", "-0,025", "-0,10", "-0,10", "1,75"),
)


def agreement(heading_styles: bool = True) -> bytes:
    """The file; without heading styles its headings are bold lines."""
    document = Document()
    _front(document)
    _text(document, heading_styles)
    _signatures(document)
    _table(document, "DRIFT Driftsændringer", ("(1.000 kr.)", *YEARS), OPERATING)
    _table(
        document,
        "Oversigt over besparelser (mio. kr.)",
        ("Nr.", "Indsats", *YEARS, "Anlæg"),
        SAVINGS,
    )
    document.add_paragraph("Besparelserne er opgjort i faste priser.")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _front(document: WordDocument) -> None:
    document.add_paragraph("Aftale om budget 2025-2028", style="Title")
    document.add_paragraph("mellem")
    document.add_paragraph("Socialdemokratiet, SF og Lillehavnlisten")
    document.add_paragraph("Dato: 24. september 2024")
    document.add_paragraph("Sagsid: 00.30.00-S00-11-24")
    document.add_paragraph("Revideret den 2. oktober 2024")
    document.add_paragraph("Indholdsfortegnelse")
    for entry, page in (("1. Tryghed", 2), ("1.01 Natteravne i Lillehavn", 2), ("1.03 Flere lys på stierne", 3)):
        document.add_paragraph(f"{entry}\t{page}")


def _text(document: WordDocument, heading_styles: bool) -> None:
    def heading(text: str, level: int) -> None:
        if heading_styles:
            document.add_heading(text, level)
        else:
            document.add_paragraph().add_run(text).bold = True

    heading("Indledning", 1)
    document.add_paragraph("Lillehavn Kommune skal være et trygt sted. Lillehavn Kommune har råd til det.")
    heading("Rammen", 2)
    document.add_paragraph("Vi holder rammen. Det gør vi ved at:")
    document.add_paragraph("spare på kørslen", style="List Bullet")
    document.add_paragraph("låne mindre", style="List Bullet")
    heading("1. Tryghed", 1)
    document.add_paragraph("I visionen hedder det:")
    document.add_paragraph("»Alle skal kunne gå trygt hjem.")
    document.add_paragraph("Det gælder også om natten«.")
    heading("1.01 Natteravne i Lillehavn", 2)
    document.add_paragraph("Der afsættes 150.000 kr. i 2025 og 2026 til natteravnene.")
    heading("1.03 Flere lys på stierne", 2)
    document.add_paragraph("Stien til havnen får lys, jf. punkt 1.01.")
    heading("2. Havnen", 1)
    heading("2.01 Ny mole", 2)
    document.add_paragraph("Molen undersøges i 2025.")


def _signatures(document: WordDocument) -> None:
    document.add_paragraph("Lillehavn, den 24. september 2024")
    table = document.add_table(rows=2, cols=2)
    cells = (("Eva Lund\nborgmester\nSocialdemokratiet", "Finn Juhl\nSF"), ("Gry Holst\nLillehavnlisten", ""))
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _table(document: WordDocument, title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    document.add_page_break()  # type: ignore[no-untyped-call]
    document.add_paragraph(title, style="Heading 1")
    table = document.add_table(rows=0, cols=len(head))
    table.autofit = False
    for texts in (head, *rows):
        cells = table.add_row().cells
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text
        if not any(texts[1:]):
            cells[0].merge(cells[-1])
    labels = len(head) - len(YEARS) - (1 if len(head) > len(YEARS) + 1 else 0)
    widths = [Cm(2), Cm(5)][-labels:] + [Cm(1.8)] * (len(head) - labels)
    for column, width in zip(table.columns, widths, strict=True):
        for cell in column.cells:
            cell.width = width
