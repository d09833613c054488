"""Running text on the pages of PDF files: paragraphs, lists, marks, links, broken words, symbols, and how fast."""

import pytest

from renderer.model.markdown import write_prose
from renderer.readers.earlier.pdf.read import read_pdf
from renderer.readers.earlier.source import SourceDocument
from renderer.readers.text.piece import Piece
from tests.readers.earlier.foreign_pages import TEXT_FONT, TEXTS, page

NARROW = "p,ul,ol{width:70mm;margin:0 0 2mm}"
LONG = " ".join(TEXTS)
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def read(body: str, css: str = NARROW) -> SourceDocument:
    return read_pdf("tekst.pdf", page(body, css))


def pieces(document: SourceDocument) -> list[Piece]:
    return [part for part in document.parts if isinstance(part, Piece)]


def markdown(body: str, css: str = NARROW) -> str:
    return "\n\n".join(write_prose(piece.prose) for piece in pieces(read(body, css)))


def test_lines_are_joined_to_paragraphs() -> None:
    assert markdown("".join(f"<p>{text}</p>" for text in TEXTS)) == "\n\n".join(TEXTS)


def test_paragraphs_without_a_gap_are_told_by_their_last_lines() -> None:
    assert markdown(f"<p>{TEXTS[0]}<br>{TEXTS[2]}</p>") == f"{TEXTS[0]}\\\n{TEXTS[2]}"


def test_paragraphs_go_on_over_a_page() -> None:
    filler = "<div style='height:236mm'></div>"

    document = read(f"<p>Først.</p>{filler}<p>{LONG}</p><p>Sidst.</p>")

    assert [piece.prose.plain for piece in pieces(document)] == ["Først.", LONG, "Sidst."]
    assert len({part.place.page for part in document.parts}) == 2


def test_headings_are_told_by_the_size_of_their_letters() -> None:
    body = f"<h1>Anden opfølgning på Aftale om budget 2018</h1><h2>5. Erhverv</h2><p><b>Indsats</b></p><p>{LONG}</p>"

    assert [(piece.level, piece.bold) for piece in pieces(read(body))] == [
        (1, True),
        (2, True),
        (None, True),
        (None, False),
    ]


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("<p>Meget <b>vigtigt</b> nok</p>", "Meget **vigtigt** nok"),
        ("<p>Meget <i>kursivt</i>.</p>", "Meget *kursivt*."),
        ("<p>Se <a href='https://ballerup.dk/bilag'>bilaget om unge</a>.</p>", "Se [bilaget om unge](https://ballerup.dk/bilag)."),
        ("<p>Se <a href='#punkt'>punktet</a>.</p><p id=punkt>Punkt</p>", "Se punktet.\n\nPunkt"),
        ("<p>37 m<sup>2</sup> gulv</p>", "37 m2 gulv"),
        ("<p>Børne- og Skoleudvalget</p>", "Børne- og Skoleudvalget"),
    ],
)  # fmt: skip
def test_marks_inside_a_line(body: str, written: str) -> None:
    assert markdown(body) == written


def test_lists_by_their_marks_and_indentation() -> None:
    body = (
        "<p>Der arbejdes med:</p>"
        f"<ul><li>{TEXTS[0]}<li>praktik<ul><li>hos private<li>{TEXTS[1]}</ul><li>job</ul>"
        f"<p>I denne rækkefølge:</p><ol start=3><li>samtale<li>{TEXTS[2]}"
        "<ol style='list-style-type: lower-alpha'><li>kort<li>godt</ol><li>job</ol>"
        "<p>Til sidst.</p>"
    )

    assert markdown(body) == (
        "Der arbejdes med:\n\n"
        f"- {TEXTS[0]}\n- praktik\n  - hos private\n  - {TEXTS[1]}\n- job\n\n"
        "I denne rækkefølge:\n\n"
        f"3. samtale\n\n4. {TEXTS[2]}\n\n   a. kort\n   b. godt\n\n5. job\n\n"
        "Til sidst."
    )


def test_marks_that_were_typed() -> None:
    body = f"<p>* {TEXTS[0]}</p><p>* praktik</p><p>– så vidt muligt</p><p>1) samtale</p><p>2) job</p>"

    assert [type(piece.prose.blocks[0]).__name__ for piece in pieces(read(body))] == ["BulletList", "NumberedList"]


@pytest.mark.parametrize("words", ["1. oktober begynder", "2. klassetrin", "– uden ekstra udgifter –", "a. m. b. a."])
def test_a_line_may_begin_with_what_looks_like_a_mark(words: str) -> None:
    filled = "Vejledningen af de unge i hele kommunen og deres forældre"

    for width in range(40, 90, 3):
        body = f"<p style='width:{width}mm'>{filled} {words} {filled.lower()}.</p>"
        assert markdown(body, "") == f"{filled} {words} {filled.lower()}."


@pytest.mark.parametrize("width", [38, 45, 52, 60])
def test_words_broken_by_the_layout_are_whole_again(width: int) -> None:
    text = (
        "Beskæftigelsesindsatsen for ikke-vestlige kvinder og Børne- og Skoleudvalgets ungdomsuddannelser"
        " koordineres af virksomhedskonsulenterne i 2018-2020."
    )

    assert markdown(f"<p>{text}</p><p>{text}</p>", f"p{{width:{width}mm;hyphens:auto}}") == f"{text}\n\n{text}"


def test_letters_of_wingdings_are_signs() -> None:
    css = f"@font-face{{font-family:Wingdings;src:url({TEXT_FONT})}} u{{font-family:Wingdings}}"
    body = "<p><u>J</u>: nået</p><p><u>K</u>: delvist</p><p><u>L</u>: ikke nået</p><p><u>ü</u> klar</p>"

    assert markdown(body, css) == "\uf04a: nået\n\n\uf04b: delvist\n\n\uf04c: ikke nået\n\n- klar"


def test_pictures_are_told_unless_they_stand_on_every_page() -> None:
    pixel = f"data:image/png;base64,{PIXEL}"
    logo = f"@page{{@top-left{{content:url({pixel});width:40pt;height:40pt}}}}"

    document = read(
        f"<p>Tekst</p><img src='{pixel}' style='width:30pt;height:30pt'><p style='break-before:page'>Mere</p>", logo
    )

    assert [(note.code, note.place.page) for note in document.notes] == [("billede", 1)]


def test_the_title_of_the_file_is_its_metadata() -> None:
    document = read("<title>Anden opfølgning</title><p>Tekst</p>")

    assert document.title == "Anden opfølgning"
    assert not document.own_layout
