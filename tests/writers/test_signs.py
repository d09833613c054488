"""Signs of offices and letters of all names: printed, and read back from the page as they stand."""

import io
import shutil
import subprocess
import unicodedata
import zipfile
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from renderer.edition.edition import Edition
from renderer.model.markdown import parse_prose
from renderer.readers.text import signs as typed_signs
from renderer.resources import font_characters
from renderer.writers.html import page_html, write_html
from renderer.writers.pdf import print_pdf, printable
from renderer.writers.signs import has_signs
from renderer.writers.word import write_word
from tests.verapdf import validate_pdf
from tests.writers.editions import small_edition, with_agreement_text

OFFICE = "☐ ☑ ☒ ✓ ✔ ✗ ✘ → ⇒ • ≥ ≤ ½ € ⚠ ★ ① ✅ ❌ \U0001f44d \U0001f600 \U0001f609 \U0001f610 ☺ ☹"
TICKED = "☑ Syv besøg ☐ Tre besøg, **fed ☑** og *skrå \U0001f44d*"
NAMES = "Nguyễn Thị Ngọc Ánh, Ọlúwádámiláre, Ḿbemba og Đặng; thi, ngoc, mm, ss, nn, ee, uu"
SIGN_FAMILIES = {"Aftalerapport Signs", "Aftalerapport Circled", "Aftalerapport Emoji"}


def edition(text: str) -> Edition:
    return with_agreement_text(parse_prose(text))


def pdf(text: str) -> bytes:
    return print_pdf(printable(edition(text)))


def families(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as document:
        return {
            str(one.FontFamily)
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and "/FontFamily" in one
        }


def read_back(data: bytes) -> str:
    """The text layer as pdfium gives it, composed."""
    document = pypdfium2.PdfDocument(data)
    try:
        return unicodedata.normalize("NFC", " ".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


@cache
def letters() -> list[str]:
    """Every letter of the text fonts that stands for itself, ligatures left out, which a case never holds."""
    found = (one for one in sorted(font_characters("edition.css")) if unicodedata.category(one).startswith("L"))
    return [one for one in found if unicodedata.normalize("NFC", one) == one and not "\ufb00" <= one <= "\ufb06"]


@cache
def every_letter() -> tuple[list[str], bytes]:
    """Each letter within a word, in two weights, and the PDF of them."""
    words = [f"b{letter}b" for letter in letters()]
    lines = [" ".join(words[at : at + 40]) for at in range(0, len(words), 40)]
    return words, pdf("\n\n".join([*lines, *(f"**{line}**" for line in lines)]))


def test_the_fonts_have_the_signs_of_offices() -> None:
    held = font_characters("edition.css") | font_characters("signs.css")

    assert set(OFFICE) <= held
    assert {chr(code) for code in range(0x1F600, 0x1F650)} <= held


def test_what_a_sign_of_a_symbol_font_stands_for_can_be_printed() -> None:
    tables = (typed_signs._WINGDINGS, typed_signs._WINGDINGS_2, typed_signs._SYMBOL)
    written = {sign for table in tables for sign in table.values()}

    assert written <= font_characters("edition.css") | font_characters("signs.css")


@pytest.mark.parametrize("colours", ["\U0001f534\U0001f7e2", "\U0001f7e1", "\U0001f49a"])
def test_what_says_something_by_its_colour_alone_is_not_printed_without_it(colours: str) -> None:
    assert font_characters("signs.css").isdisjoint(colours)


def test_the_signs_are_printed_and_read_back() -> None:
    data = pdf(f"{TICKED}\n\n{OFFICE}")
    text = read_back(data)

    assert "☑ Syv besøg ☐ Tre besøg, fed ☑ og skrå \U0001f44d" in " ".join(text.split())
    assert set(OFFICE) <= set(text)
    assert families(data) >= SIGN_FAMILIES


def test_a_page_without_signs_has_none_of_their_fonts() -> None:
    without = small_edition()

    assert not has_signs(page_html(without))
    assert not has_signs(page_html(edition("Fra 3 → 5 ≥ 4 • ☺ og 😐")))
    assert families(print_pdf(printable(without))).isdisjoint(SIGN_FAMILIES)
    assert b"Aftalerapport Signs" not in write_html(without)
    assert b"Aftalerapport Signs" in write_html(edition(TICKED))


def test_word_has_the_signs_as_they_stand() -> None:
    with zipfile.ZipFile(io.BytesIO(write_word(edition(f"{TICKED}\n\n{OFFICE}")))) as package:
        written = package.read("word/document.xml").decode()

    assert all(sign in written for sign in OFFICE.split())


def test_every_letter_of_the_fonts_is_read_back_as_it_stands() -> None:
    words, data = every_letter()
    read = read_back(data).split()

    assert [word for word in words if read.count(word) < 2] == []


def test_names_are_read_back_as_they_stand() -> None:
    assert NAMES in " ".join(read_back(pdf(NAMES)).split())


def test_a_mark_and_its_letter_keep_their_own_characters() -> None:
    text = unicodedata.normalize("NFD", read_back(pdf("xg\u0303x xx\u0323x gx")))

    assert "gx" in text.split()
    assert [text.count(mark) for mark in "\u0303\u0323"] == [1, 1]


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed")
def test_pdftotext_and_the_standards_agree(tmp_path: Path) -> None:
    words, letters_pdf = every_letter()
    files = [tmp_path / "bogstaver.pdf", tmp_path / "tegn.pdf"]
    for file, data in zip(files, (letters_pdf, pdf(f"{NAMES}\n\n{TICKED}\n\n{OFFICE}")), strict=True):
        file.write_bytes(data)
    read = [
        subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, encoding="utf-8") for file in files
    ]

    assert set(words) <= set(unicodedata.normalize("NFC", read[0].stdout).split())
    assert "Nguyễn Thị Ngọc Ánh" in unicodedata.normalize("NFC", read[1].stdout)
    assert validate_pdf(files) == []
