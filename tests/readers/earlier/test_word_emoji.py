"""Emoji in earlier Word files are characters of the text, however Word has put them there."""

from collections.abc import Callable

import pytest

from renderer.model.markdown import write_prose
from renderer.readers.earlier.source import FurnitureLine
from renderer.readers.earlier.word.read import read_word
from renderer.readers.text.piece import Piece
from tests.readers.earlier.word_files import run, word_file
from tests.word_emoji import WAYS, as_picture, from_panel

OTHER_PROGRAM = (
    '<mc:AlternateContent xmlns:his="http://example.org/his"><mc:Choice Requires="his"><w:r><w:t>hans</w:t></w:r>'
    "</mc:Choice><mc:Fallback><w:r><w:t>alles</w:t></w:r></mc:Fallback></mc:AlternateContent>"
)
NESTED = (
    "<mc:AlternateContent><mc:Choice><w:r><mc:AlternateContent><mc:Choice><w:t>inderst</w:t></mc:Choice>"
    "<mc:Fallback><w:t>gammelt</w:t></mc:Fallback></mc:AlternateContent></w:r></mc:Choice>"
    "<mc:Fallback><w:r><w:t>ældre</w:t></w:r></mc:Fallback></mc:AlternateContent>"
)


def markdown(inside: str) -> str:
    document = read_word("opfølgning.docx", word_file(f"<w:p>{inside}</w:p>"))
    assert document.notes == ()
    return "\n\n".join(write_prose(part.prose) for part in document.parts if isinstance(part, Piece))


@pytest.mark.parametrize("put", WAYS)
@pytest.mark.parametrize("sign", ["☺", "😐", "☹", "✅"])
def test_an_emoji_is_a_character_of_the_text(put: Callable[[str], str], sign: str) -> None:
    assert markdown(run("Det går ") + put(sign) + run(", siger centret")) == f"Det går {sign}, siger centret"


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (OTHER_PROGRAM, "alles"),
        (NESTED, "inderst"),
        ('<w:r><w:sym w:font="Segoe UI Emoji" w:char="1F610"/></w:r>', "😐"),
        ('<w:r><w:sym w:font="Segoe UI Symbol" w:char="2611"/></w:r>', "☑"),
        (run("Nået: ") + '<w:r><w:sym w:font="Wingdings 2" w:char="F050"/></w:r>', "Nået: ✓"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>' + run(" Tre besøg"), "☐ Tre besøg"),
        ('<w:r><w:sym w:font="Wingdings" w:char="FFFFFF"/></w:r>' + run("kode"), "kode"),
        (run("☺\ufe0f \U0001f44d\U0001f3fd"), "☺ \U0001f44d"),
        (run("Målere med daglig a\ufb02æsning af \ufb01ltre"), "Målere med daglig aflæsning af filtre"),
    ],
)
def test_signs_and_branches_read_as_word_shows_them(inside: str, words: str) -> None:
    assert markdown(inside) == words


def test_heads_and_notes_have_them_too() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    note = f'<w:footnote w:id="2"><w:p>{run("Se ")}{from_panel("☺")}</w:p></w:footnote>'
    body = f'<w:p>{run("Tekst")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>{section}'
    parts = {"header1": f"<w:p>{from_panel('😐')}{run(' Status')}</w:p>", "footnotes": note}
    document = read_word("opfølgning.docx", word_file(body, parts=parts))
    furniture = [part.text for part in document.parts if isinstance(part, FurnitureLine)]

    assert furniture == ["😐 Status"]
    assert [part.prose.plain for part in document.parts if isinstance(part, Piece)] == ["Tekst", "Se ☺"]


def test_a_picture_that_is_no_sign_is_told() -> None:
    for described in ("En kurve", "", "☺☹"):
        picture = as_picture(described)
        document = read_word("opfølgning.docx", word_file(f"<w:p>{run('Se')}{picture}</w:p>"))

        assert [note.code for note in document.notes] == ["billede"]
