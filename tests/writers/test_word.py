"""Word files: what the edition says stands there, in order; the same bytes every time."""

from io import BytesIO

from docx import Document

from renderer.edition.build import build_edition
from renderer.writers.word import write_word
from tests.samples import small_case


def test_every_item_has_a_table_of_its_own() -> None:
    edition = build_edition(small_case(), 2)

    tables = Document(BytesIO(write_word(edition))).tables

    assert [table.cell(0, 0).text for table in tables] == [item.heading for item in edition.items()]
