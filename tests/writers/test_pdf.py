"""The PDF file: our fonts only, whole words, bookmarks, and errors where WeasyPrint would only warn."""

import gc
import logging
import re
import unicodedata
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from renderer.edition.edition import Edition
from renderer.errors import BrokenResource, RenderingError
from renderer.model.prose import Link, Paragraph, Prose, Text
from renderer.resources import Kind, read_resource
from renderer.writers import packaged, print_style
from renderer.writers.heard import listening
from renderer.writers.packaged import BASE, PackagedFiles
from renderer.writers.pdf import write_pdf
from renderer.writers.unhurried_gc import unhurried_gc
from tests.writers.editions import small_edition, with_agreement_text, with_guide


def one(text: str) -> Prose:
    return Prose((Paragraph((Text(text),)),))


def words(pdf: bytes) -> set[str]:
    """The words of the text layer; pdfium ends a line's hyphen with U+FFFE."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    return set(re.findall(r"[^\W\d_]+", text.replace("\ufffe", "- ")))


def test_every_font_is_ours_embedded_and_readable() -> None:
    with pikepdf.open(BytesIO(write_pdf(small_edition(4)))) as pdf:
        fonts = [font for page in pdf.pages for font in page.resources.Font.values()]
        names = {str(font.BaseFont).split("+", 1)[1] for font in fonts}

        assert names <= {
            "Aftalerapport-Text",
            "Aftalerapport-Text-Bold",
            "Aftalerapport-Text-Semi-Bold",
            "Aftalerapport-Text-Italic",
            "Aftalerapport-Text-Bold-Italic",
            "Aftalerapport-Symbols",
            "Aftalerapport-Smiley",
        }
        assert "Aftalerapport-Smiley" in names
        for font in fonts:
            [descendant] = font.DescendantFonts
            assert "/FontFile2" in descendant.FontDescriptor
            assert "/ToUnicode" in font


def test_the_text_layer_has_whole_words_and_no_private_characters() -> None:
    edition = small_edition()
    pdf = write_pdf(edition)
    wanted = {word for prose in edition.prose() for word in re.findall(r"(?<![-\w])[^\W\d_]+(?![-\w])", prose.plain)}
    with pypdfium2.PdfDocument(pdf) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)

    assert wanted - words(pdf) == set()
    assert not [character for character in text if unicodedata.category(character) == "Co"]
    assert "\u00ad" not in text
    assert {"☺", "☹"} <= set(text)


def test_bookmarks_are_the_headings_once_each() -> None:
    edition = small_edition(4)
    with pikepdf.open(BytesIO(write_pdf(edition))) as pdf, pdf.open_outline() as outline:
        [title] = outline.root
        chapters = title.children
        items = [[item.title for item in chapter.children] for chapter in chapters[1:]]

    assert title.title == edition.letter.title
    assert chapters[0].title == edition.letter.guide.heading
    assert [chapter.title for chapter in chapters[1:]] == [chapter.heading for chapter in edition.chapters]
    assert items == [[item.heading for item in chapter.items] for chapter in edition.chapters]


def test_an_item_can_be_linked_to_by_its_anchor() -> None:
    edition = small_edition()
    with pikepdf.open(BytesIO(write_pdf(edition))) as pdf:
        names = {str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]}

    assert {item.anchor for item in edition.items()} | {chapter.anchor for chapter in edition.chapters} == names


def test_a_link_works_and_says_where_it_leads() -> None:
    address = "https://ballerup.dk/budget?år=2018"
    edition = with_guide(Prose((Paragraph((Link(address, (Text("et langt link " * 12),)),)),)))

    with pikepdf.open(BytesIO(write_pdf(edition))) as pdf:
        notes = list(pdf.pages[0].Annots)

    assert len(notes) > 1
    assert {str(note.A.URI) for note in notes} == {"https://ballerup.dk/budget?%C3%A5r=2018"}
    assert all(note.Contents for note in notes)


def test_nothing_is_transparent() -> None:
    with pikepdf.open(BytesIO(write_pdf(small_edition()))) as pdf:
        for page in pdf.pages:
            assert "/Group" not in page
            for state in page.resources.get("/ExtGState", {}).values():
                assert {float(value) for _, value in state.items()} == {1.0}
            assert not page.resources.get("/Shading", {})
            assert not page.resources.get("/Pattern", {})


@pytest.mark.parametrize("text", ["en enhjørning \U0001f984", "שלום", "漢字"])
def test_a_character_that_no_font_of_ours_has_is_an_error_with_its_place(text: str) -> None:
    with pytest.raises(RenderingError, match=r"i delelementet »5\.01\. .*« findes ikke i programmets skrifter"):
        write_pdf(with_agreement_text(one(text)))


def test_the_place_of_such_a_character_on_the_first_page() -> None:
    with pytest.raises(RenderingError, match="på første side findes ikke"):
        write_pdf(with_guide(one("\U0001f984")))


def test_symbols_and_foreign_names_can_be_printed() -> None:
    assert write_pdf(with_agreement_text(one("≤ ≥ → ½ € § “Øresund” Müller Łódź Ærø ☺ ☹")))


def test_a_heading_higher_than_a_page_is_an_error() -> None:
    edition = small_edition()
    chapter = edition.chapters[0]
    item = chapter.items[0].model_copy(update={"heading": "Meget lang titel " * 200})
    chapters = (chapter.model_copy(update={"items": (item,)}),)

    with pytest.raises(RenderingError, match="er for lang til en side"):
        write_pdf(edition.model_copy(update={"chapters": chapters}))


@pytest.fixture
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if nothing had been drawn yet: fonts are taken in once."""
    monkeypatch.setattr(print_style, "_kept", type(print_style._kept)())


@pytest.mark.usefixtures("nothing_kept")
def test_a_missing_font_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def without_bold(kind: Kind, name: str) -> bytes:
        if name == "NotoSans-Bold.ttf":
            raise BrokenResource("Programmets fil »fonts/NotoSans-Bold.ttf« mangler.")
        return read_resource(kind, name)

    monkeypatch.setattr(packaged, "read_resource", without_bold)

    with pytest.raises(BrokenResource, match=r"NotoSans-Bold\.ttf"):
        write_pdf(small_edition())


@pytest.mark.usefixtures("nothing_kept")
def test_a_broken_font_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(kind: Kind, name: str) -> bytes:
        return b"not a font" if name == "NotoSans-Regular.ttf" else read_resource(kind, name)

    monkeypatch.setattr(packaged, "read_resource", broken)

    with pytest.raises(RenderingError):
        write_pdf(small_edition())


@pytest.mark.parametrize(
    "address",
    [
        "https://ballerup.dk/logo.png",
        "file:///etc/passwd",
        "data:text/css,p{}",
        f"{BASE}fonts/../pyproject.toml",
        f"{BASE}fonts/..",
        f"{BASE}fonts/a/b",
        f"{BASE}templates/edition.html",
        f"{BASE}fonts/",
        "styles/edition.css",
    ],
)
def test_nothing_but_packaged_styles_and_fonts_can_be_fetched(address: str) -> None:
    files = PackagedFiles()

    with pytest.raises(BrokenResource):
        files.fetch(address)
    assert isinstance(files.failure, BrokenResource)


def test_a_packaged_file_can_be_fetched() -> None:
    response = PackagedFiles().fetch(f"{BASE}styles/edition.css")

    assert response.read() == read_resource("styles", "edition.css")
    assert response.content_type == "text/css"


def test_only_warnings_inside_the_block_are_heard() -> None:
    logger = logging.getLogger("weasyprint")
    with listening() as heard:
        logger.info("intet")
        logger.warning("noget")
    logger.warning("senere")

    assert [record.getMessage() for record in heard] == ["noget"]
    assert not [handler for handler in logger.handlers if type(handler).__name__ == "_Ear"]


def test_garbage_collection_is_as_before_afterwards() -> None:
    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    with unhurried_gc():
        assert gc.get_threshold() != before
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == frozen


def test_an_edition_is_untouched_by_being_written() -> None:
    edition: Edition = small_edition()
    before = edition.as_json()
    write_pdf(edition)

    assert edition.as_json() == before
