"""Tables, text boxes, heads, feet and notes of Word files, and what an editor is told of."""

import pytest

from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.source import Cell, FurnitureLine, SourceDocument, TableRow
from renderer.readers.earlier.word.read import read_word
from renderer.readers.text.piece import Piece
from tests.readers.earlier.word_files import (
    cell,
    control,
    paragraph,
    row,
    run,
    table,
    word_file,
)

SECTION = '<w:sectPr><w:headerReference w:type="{kind}" r:id="header1"/>{more}</w:sectPr>'
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Billede 1" descr="{}"/><a:graphic>'
    '<a:graphicData uri="picture"><pic:pic><pic:blipFill><a:blip/></pic:blipFill></pic:pic></a:graphicData>'
    "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def read(body: str, **parts: object) -> SourceDocument:
    return read_word("opfølgning.docx", word_file(body, **parts))  # type: ignore[arg-type]


def words(cell: Cell) -> str:
    return " / ".join(piece.prose.plain for piece in cell.pieces)


def grid(document: SourceDocument) -> list[list[str]]:
    return [[words(cell) for cell in part.cells] for part in document.parts if isinstance(part, TableRow)]


def texts(document: SourceDocument) -> list[str]:
    return [part.prose.plain for part in document.parts if isinstance(part, Piece)]


def furniture(document: SourceDocument) -> list[str]:
    return [part.text for part in document.parts if isinstance(part, FurnitureLine)]


def codes(document: SourceDocument) -> list[str]:
    return [note.code for note in document.notes]


def test_a_table_row_by_row() -> None:
    body = paragraph("Før") + table(row("5.01. Titel", "Drift", "Tid", "Smiley"), row("Milepæl", "", "31.12.2018", "☺"))

    document = read(body + paragraph("Efter"))

    assert grid(document) == [["5.01. Titel", "Drift", "Tid", "Smiley"], ["Milepæl", "", "31.12.2018", "☺"]]
    assert [part.starts_table for part in document.parts if isinstance(part, TableRow)] == [True, False]
    assert texts(document) == ["Før", "Efter"]


def test_lines_and_places_of_rows() -> None:
    body = table(row("a", "b", "c", "d"), row("e", "", "", paragraph("f") + paragraph("g")))

    rows = [part for part in read(body).parts if isinstance(part, TableRow)]

    assert [part.lines for part in rows] == [(1, 2, 3, 4), (5, 6, 7)]
    assert [part.place.paragraph for part in rows] == [1, 5]


def test_joined_cells_keep_their_columns() -> None:
    wide = cell("Neutral i 2018", '<w:gridSpan w:val="2"/>')
    body = table(row("5.01. Titel", "Drift", "Tid", "Smiley"), row("Økonomi", wide, "☺"))

    assert grid(read(body))[1] == ["Økonomi", "Neutral i 2018", "", "☺"]


def test_columns_that_were_dragged_row_by_row_are_the_same_columns() -> None:
    spans = [("5.01. Titel", 2), ("Drift", 1), ("Tid", 2), ("Smiley", 2)]
    heading = row(*(cell(text, f'<w:gridSpan w:val="{span}"/>') for text, span in spans))
    milestone = row(
        *(cell(text, f'<w:gridSpan w:val="{span}"/>') for text, span in zip("abcd", (1, 3, 1, 2), strict=True))
    )
    body = table(heading, milestone, widths=(4000, 200, 4000, 100, 2000, 700, 700))

    assert [len(cells) for cells in grid(read(body))] == [4, 4]


def test_cells_joined_downwards_stay_empty_below() -> None:
    first, below = cell("Milepæl", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    body = table(row(first, "a", "b", "c"), row(below, "d", "e", "f"))

    assert grid(read(body)) == [["Milepæl", "a", "b", "c"], ["", "d", "e", "f"]]


def test_rows_and_cells_in_content_controls() -> None:
    in_control = f"<w:tr>{control(cell('a'))}{cell(control(paragraph('b')))}{cell('c')}{cell('d')}</w:tr>"
    body = table(control(in_control), row("e", "f", "g", "h"))

    assert grid(read(body)) == [["a", "b", "c", "d"], ["e", "f", "g", "h"]]


def test_rows_deleted_with_tracked_changes_are_left_out() -> None:
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('væk')}{cell('')}{cell('')}{cell('')}</w:tr>"

    assert grid(read(table(row("a", "b", "c", "d"), gone))) == [["a", "b", "c", "d"]]


def test_a_table_in_a_cell_is_read_in_its_place() -> None:
    inner = table(row("x", "y"), widths=(1, 1)) + paragraph("til sidst")

    assert grid(read(table(row("a", inner, "c", "d"))))[0] == ["a", "x / y / til sidst", "c", "d"]


def test_a_table_in_a_content_control() -> None:
    assert grid(read(control(table(row("a", "b", "c", "d"))))) == [["a", "b", "c", "d"]]


@pytest.mark.parametrize("old", [False, True])
def test_a_letterhead_in_a_text_box_is_read_once(old: bool) -> None:
    inside = f"<w:txbxContent>{paragraph('Dato: 4. juli 2018')}{paragraph('Kontakt: Ida Holm')}</w:txbxContent>"
    shape = (
        "<w:drawing><wp:anchor><a:graphic><a:graphicData uri='http://x/wordprocessingShape'>"
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    picture = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    both = (
        f"<mc:AlternateContent><mc:Choice>{shape}</mc:Choice><mc:Fallback>{picture}</mc:Fallback></mc:AlternateContent>"
    )

    document = read(f"<w:p><w:r>{picture if old else both}</w:r>{run('Anden opfølgning')}</w:p>")

    assert texts(document) == ["Dato: 4. juli 2018", "Kontakt: Ida Holm", "Anden opfølgning"]
    assert codes(document) == []


def test_paragraphs_in_a_frame_stand_apart_from_the_text() -> None:
    frame = '<w:framePr w:w="2000" w:hAnchor="page"/>'
    body = paragraph("1. Dato", frame) + paragraph("2. Kontakt")

    assert texts(read(body)) == ["1. Dato", "2. Kontakt"]


def test_heads_and_feet_are_furniture_and_come_once() -> None:
    section = SECTION.format(kind="default", more='<w:footerReference w:type="default" r:id="footer1"/>')
    body = f"<w:p><w:pPr>{section}</w:pPr></w:p>{paragraph('Tekst')}{section}"

    document = read(body, parts={"header1": paragraph("Anden opfølgning"), "footer1": paragraph("Side 1")})

    assert furniture(document) == ["Anden opfølgning", "Side 1"]
    assert texts(document) == ["Tekst"]
    assert [part.place.field for part in document.parts] == ["sidehoved", None, "sidefod"]


@pytest.mark.parametrize(("title_page", "expected"), [(True, ["Sagsid: 1"]), (False, [])])
def test_the_head_of_a_first_page_of_its_own_is_a_letterhead(title_page: bool, expected: list[str]) -> None:
    section = SECTION.format(kind="first", more="<w:titlePg/>" if title_page else "")

    assert texts(read(section, parts={"header1": paragraph("Sagsid: 1")})) == expected


def test_a_head_may_hold_a_table() -> None:
    section = SECTION.format(kind="default", more="")

    document = read(section, parts={"header1": table(row("Opfølgning", "Den 4. juli 2018"), widths=(1, 1))})

    assert furniture(document) == ["Opfølgning", "Den 4. juli 2018"]


def test_notes_are_kept_at_the_end() -> None:
    note = '<w:footnote w:id="2">{}</w:footnote><w:footnote w:id="3"/>'.format(paragraph("Se bilag 4."))
    body = f"<w:p>{run('Byggeriet er i gang')}<w:r><w:footnoteReference w:id='2'/></w:r></w:p>{paragraph('Slut')}"

    document = read(body, parts={"footnotes": note})

    assert texts(document) == ["Byggeriet er i gang", "Slut", "Se bilag 4."]
    assert document.parts[-1].place.field == "fodnote 1"


def test_pictures_are_told_with_their_place_and_description() -> None:
    document = read(paragraph("Milepæl") + PICTURE.format("Glad smiley") + PICTURE.format(""))

    assert [(note.place.paragraph, note.message) for note in document.notes] == [
        (2, "Her står et billede (»Glad smiley«), som ikke kan læses."),
        (3, "Her står et billede, som ikke kan læses."),
    ]


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        (f"<w:ins>{run('ny')}</w:ins>", "sporede-ændringer"),
        ("<w:del/>", "sporede-ændringer"),
        (run("skjult", "<w:vanish/>"), "skjult-tekst"),
        ('<w:r><w:commentReference w:id="1"/></w:r>', "kommentarer"),
    ],
)
def test_what_the_text_does_not_show_is_told(inside: str, code: str) -> None:
    document = read(f"<w:p>{run('Tekst')}{inside}</w:p>")

    assert codes(document) == [code]
    assert all(note.hint and not note.stops for note in document.notes)


def test_the_editor_is_told_of_it() -> None:
    content = word_file(paragraph("Tekst") + PICTURE.format(""))

    assert "billede" in [finding.code for finding in read_earlier("opfølgning.docx", content).findings]


def test_a_plain_document_has_nothing_to_tell() -> None:
    assert codes(read(paragraph("Tekst"))) == []


def test_strict_files_are_read_like_others() -> None:
    content = word_file(paragraph("Tekst")).replace(b"x", b"x")
    import io
    import zipfile

    old = zipfile.ZipFile(io.BytesIO(content))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            text = text.replace(
                "http://schemas.openxmlformats.org/wordprocessingml/2006", "http://purl.oclc.org/ooxml/wordprocessingml"
            )
            text = text.replace(
                "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"
            )
            new.writestr(name, text)

    assert texts(read_word("strengt.docx", stream.getvalue())) == ["Tekst"]
