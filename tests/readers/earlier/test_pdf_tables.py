"""Follow-ups as PDF in looks that no writer of ours has: the same rows, cells and paragraphs come out of all."""

import io

import pikepdf
import pytest

from renderer.readers.earlier.pdf.read import read_pdf
from renderer.readers.earlier.source import Cell, FurnitureLine, SourceDocument, TableRow
from renderer.readers.text.piece import Piece
from tests.readers.earlier.foreign_pages import CHAPTER, LETTER, LETTERHEAD, LOOKS, followup, page, printed_rows

GRID = LOOKS["gitter"]
# Where the page is drawn turned by so many quarters, and its sides are changed with it.
DRAWN_TURNED = {1: "0 1 -1 0 {height} 0", 2: "-1 0 0 -1 {width} {height}", 3: "0 -1 1 0 0 {width}"}
HEADS_AND_FEET = """
@page bred{
  @top-left{content:'Anden opfølgning på Aftale om budget 2018'} @top-right{content:'Den 4. juli 2018'}
  @bottom-left{content:'Ballerup Kommune'} @bottom-center{content:'- ' counter(page) ' -'}
  @bottom-right{content:'Sagsid: 00.30.00-S00-9-16'}
}
@page:first{@bottom-right{content:'Side 1'}}
"""


def rows(document: SourceDocument, *, repeated: bool = False) -> list[TableRow]:
    return [part for part in document.parts if isinstance(part, TableRow) and part.repeated == repeated]


def paragraphs(cell: Cell) -> tuple[str, ...]:
    """The paragraphs of a cell; one that was ended on purpose counts as one, since only its gap tells it."""
    return tuple(line for piece in cell.pieces for line in piece.prose.plain.split("\n"))


def cells(document: SourceDocument) -> list[tuple[tuple[str, ...], ...]]:
    return [tuple(paragraphs(cell) for cell in row.cells) for row in rows(document)]


def texts(document: SourceDocument) -> list[str]:
    return [part.prose.plain for part in document.parts if isinstance(part, Piece)]


@pytest.mark.parametrize("look", list(LOOKS))
def test_the_same_rows_come_out_of_every_look(look: str) -> None:
    document = read_pdf("opfølgning.pdf", followup(LOOKS[look]))

    assert cells(document) == printed_rows()
    assert texts(document) == [*LETTERHEAD, *LETTER, CHAPTER]


def test_a_word_that_a_narrow_cell_broke_is_whole() -> None:
    narrow = " th:nth-child(3){width:18mm!important} td{overflow-wrap:anywhere}"

    assert cells(read_pdf("opfølgning.pdf", followup(GRID + narrow))) == printed_rows()


def test_every_line_is_counted_once() -> None:
    document = read_pdf("opfølgning.pdf", followup(GRID))

    numbers = [number for part in document.parts for number in part.lines]
    of_cells = [
        number for row in rows(document) for cell in row.cells for piece in cell.pieces for number in piece.lines
    ]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert sorted(of_cells) == sorted(number for row in rows(document) for number in row.lines)


def test_a_heading_row_is_repeated_on_the_page_where_its_table_goes_on() -> None:
    document = read_pdf("opfølgning.pdf", followup(GRID))

    again = rows(document, repeated=True)
    assert {paragraphs(row.cells[0]) for row in again} == {("5.08.2. Samlet indgang til jobcentret",)}
    assert [row.cells[0].pieces[0].prose.plain for row in rows(document) if row.starts_table] == [
        row[0][0] for row in printed_rows()[::7]
    ]


def test_places_are_pages_and_lines() -> None:
    document = read_pdf("opfølgning.pdf", followup(GRID))

    places = [part.place for part in document.parts]
    assert {place.page for place in places} == {1, 2, 3, 4}
    assert [place.line for place in places if place.page == 1][:3] == [1, 2, 3]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_pages_that_a_viewer_turns(degrees: int) -> None:
    with pikepdf.open(io.BytesIO(followup(GRID))) as file:
        for one in file.pages:
            one.rotate(degrees, relative=True)
        document = read_pdf("drejet.pdf", saved(file))

    assert cells(document) == printed_rows()


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_pages_that_are_drawn_turned(quarters: int) -> None:
    with pikepdf.open(io.BytesIO(followup(GRID))) as file:
        for one in file.pages:
            width, height = (float(side) for side in one.mediabox[2:])
            matrix = DRAWN_TURNED[quarters].format(width=width, height=height)
            one.contents_add(file.make_stream(f"q {matrix} cm\n".encode()), prepend=True)
            one.contents_add(file.make_stream(b"\nQ"))
            if quarters % 2:
                one.mediabox = pikepdf.Array([0, 0, height, width])
        document = read_pdf("drejet.pdf", saved(file))

    assert cells(document) == printed_rows()


def test_heads_and_feet_are_furniture() -> None:
    document = read_pdf("opfølgning.pdf", followup(GRID + HEADS_AND_FEET))

    assert [part.text for part in document.parts if isinstance(part, FurnitureLine)] == [
        "Side 1",
        *(
            text
            for number in (2, 3, 4)
            for text in (
                "Anden opfølgning på Aftale om budget 2018 Den 4. juli 2018",
                f"Ballerup Kommune - {number} - Sagsid: 00.30.00-S00-9-16",
            )
        ),
    ]
    assert cells(document) == printed_rows()


def test_a_mark_across_the_page_is_furniture() -> None:
    mark = "<div style='position:absolute;top:90mm;left:40mm;transform:rotate(-40deg);font-size:50pt'>UDKAST</div>"

    document = read_pdf("udkast.pdf", page(f"{mark}<p>Teksten bag mærket.</p>"))

    assert [part.text for part in document.parts if isinstance(part, FurnitureLine)] == ["UDKAST"]
    assert texts(document) == ["Teksten bag mærket."]


def test_a_text_that_only_mentions_the_headings_is_no_table() -> None:
    document = read_pdf("tekst.pdf", page("<p>Kolonnerne hedder Tid og Smiley.</p><p>Økonomi</p><p>Milepæl</p>"))

    assert rows(document) == []
    assert len(texts(document)) == 3


def saved(file: pikepdf.Pdf) -> bytes:
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()
