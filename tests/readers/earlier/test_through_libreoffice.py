"""Word files and the PDF files that LibreOffice makes of them say the same: typed by hand, or written by us."""

from pathlib import Path

import pytest

from renderer.edition.build import build_edition
from renderer.model.case import Case
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.pdf.read import read_pdf
from renderer.readers.earlier.source import Cell, SourceDocument, TableRow
from renderer.readers.earlier.word.read import read_word
from renderer.readers.text.piece import Piece
from renderer.writers.word import write_word
from tests.libreoffice import convert
from tests.readers.earlier.as_printed import as_printed, differences, read_again
from tests.readers.earlier.foreign_pages import CHAPTER, LETTER, LETTERHEAD, printed_rows
from tests.readers.earlier.foreign_word import typed_followup
from tests.samples import small_case

FACES = str.maketrans({"☺": "\uf04a", "☹": "\uf04c"})
Rows = list[tuple[tuple[str, ...], ...]]


def as_pdf(content: bytes, folder: Path) -> bytes:
    """A Word file as LibreOffice prints it."""
    path = folder / "opfølgning.docx"
    path.write_bytes(content)
    return convert(path, folder).read_bytes()


def paragraphs(cell: Cell) -> tuple[str, ...]:
    return tuple(line for piece in cell.pieces for line in piece.prose.plain.split("\n"))


def cells(document: SourceDocument) -> Rows:
    rows = [part for part in document.parts if isinstance(part, TableRow) and not part.repeated]
    return [tuple(paragraphs(cell) for cell in row.cells) for row in rows]


def texts(document: SourceDocument) -> list[str]:
    return [part.prose.plain for part in document.parts if isinstance(part, Piece)]


def with_wingdings(rows: Rows) -> Rows:
    return [tuple(tuple(text.translate(FACES) for text in cell) for cell in row) for row in rows]


def test_a_typed_followup_is_read_from_word() -> None:
    document = read_word("opfølgning.docx", typed_followup())

    assert cells(document) == with_wingdings(printed_rows())
    assert texts(document) == [text.translate(FACES) for text in (*LETTERHEAD, *LETTER, CHAPTER)]


@pytest.mark.slow
def test_a_typed_followup_is_read_from_pdf(tmp_path: Path) -> None:
    document = read_pdf("opfølgning.pdf", as_pdf(typed_followup(), tmp_path))

    assert cells(document) == with_wingdings(printed_rows())
    assert texts(document) == [text.translate(FACES) for text in (*LETTERHEAD, *LETTER, CHAPTER)]


@pytest.mark.slow
@pytest.mark.parametrize("number", [0, 2, 4])
def test_our_word_files_come_back_from_libreoffice(number: int, tmp_path: Path) -> None:
    case = small_case()
    printed = as_pdf(write_word(build_edition(case, number)), tmp_path)

    reading = read_earlier("opfølgning.pdf", printed)

    # LibreOffice ends the address of a server with a slash.
    printed_case = (
        as_printed(case, number).model_dump_json(exclude_defaults=True).replace("ballerup.dk)", "ballerup.dk/)")
    )
    assert differences(Case.model_validate_json(printed_case), read_again(reading)) == []
