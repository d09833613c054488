"""Writes a laid-out document as a file for the archive."""

import hashlib

import pydyf
from weasyprint import Document

from renderer.writers.archival.compression import write_objects_once
from renderer.writers.archival.grade import Grade
from renderer.writers.archival.painted_page import PaintedPage
from renderer.writers.archival.reading_order import read_pages
from renderer.writers.archival.source_data import list_once, source_data
from renderer.writers.archival.table_headers import tie_headers
from renderer.writers.archival.tag_tree import write_tag_tree
from renderer.writers.archival.text_layer import plain_spaces
from renderer.writers.archival.xmp import ArchivalMetadata
from renderer.writers.printable import Printable
from renderer.writers.provenance import producer


def write_archival(document: Document, printable: Printable, grade: Grade) -> bytes:
    """The bytes of a laid-out document in the standards of `grade`."""
    pages = [PaintedPage(page) for page in document.pages]
    data = printable.data.encode()
    made_with = producer(document.metadata.generator)
    archival = Document(
        pages,
        ArchivalMetadata(document.metadata, printable.case_id, made_with),
        document.url_fetcher,
        document.font_config,
        document.color_profiles,
        document.output_intent,
    )

    def finish(_: Document, pdf: pydyf.PDF) -> None:
        pdf.info["Producer"] = pydyf.String(made_with)
        structure = read_pages(pages)
        tie_headers(structure)
        write_tag_tree(pdf, structure, pages)
        list_once(pdf)
        plain_spaces(pdf)
        write_objects_once(pdf)

    written: bytes = archival.write_pdf(
        finisher=finish,
        pdf_variant=grade.value,
        attachments=[source_data(printable.date, data)] if grade is Grade.WITH_DATA else None,
        pdf_identifier=hashlib.sha256(data).hexdigest()[:32].encode(),
    )
    return written
