"""The Word file as a whole: language, properties, settings, the embedded font, and the same bytes every time."""

import hashlib
import os
import subprocess
import sys
import zipfile
from io import BytesIO

import pytest
from docx import Document
from fontTools.ttLib import TTFont

from renderer.resources import read_resource
from renderer.writers.word import write_word
from tests.repository import ROOT
from tests.writers.editions import small_edition
from tests.writers.word_parts import W, WordParts

SETTINGS_OF_HYPHENATION = ["autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps"]
WRITE_AND_HASH = (
    "import hashlib; from renderer.writers.word import write_word; from tests.writers.editions import small_edition;"
    " print(hashlib.sha256(write_word(small_edition())).hexdigest())"
)


@pytest.fixture(scope="module")
def parts() -> WordParts:
    return WordParts.of(small_edition())


def test_the_language_is_danish_everywhere(parts: WordParts) -> None:
    styles = parts.tree("word/styles.xml")

    assert parts.values("w:docDefaults/w:rPrDefault/w:rPr/w:lang", root=styles) == ["da-DK"]
    assert b"<dc:language>da-DK</dc:language>" in parts.read("docProps/core.xml")
    assert parts.values("//w:themeFontLang", root=parts.tree("word/settings.xml")) == ["da-DK"]
    assert not any(b"en-US" in parts.read(name) for name in parts.names)


def test_the_properties_say_what_the_document_is() -> None:
    edition = small_edition(2, "Erhvervs- og Beskæftigelsesudvalget")

    core = Document(BytesIO(write_word(edition))).core_properties

    assert core.title == edition.facts.title
    assert core.subject == "Aftale om budget 2018, Sagsid 00.30.00-S00-9-16"
    assert core.author == core.last_modified_by == "Ballerup Kommune, Økonomi og Styring"
    assert core.keywords.split(", ") == [
        "Aftale om budget 2018",
        "00.30.00-S00-9-16",
        "KLE 00.30.00",
        "2. opfølgning",
        edition.facts.committee,
    ]
    assert core.created == core.modified
    assert core.created is not None
    assert core.created.date() == edition.facts.date
    assert core.revision == 1


def test_nothing_says_which_library_made_the_file(parts: WordParts) -> None:
    assert not any(b"python" in parts.read(name).lower() for name in parts.names)
    assert b"<Application>Aftalerapport</Application>" in parts.read("docProps/app.xml")


def test_a_municipality_without_departments_is_the_author_itself() -> None:
    edition = small_edition()
    facts = edition.facts.model_copy(update={"department": None})

    core = Document(BytesIO(write_word(edition.model_copy(update={"facts": facts})))).core_properties

    assert core.author == "Ballerup Kommune"


def test_words_are_hyphenated_and_the_file_opens_in_no_compatibility_mode(parts: WordParts) -> None:
    settings = parts.tree("word/settings.xml")
    names = [str(child.tag).removeprefix(W) for child in settings]
    mode = parts.find("//w:compatSetting[@w:name='compatibilityMode']", settings)[0]

    assert [name for name in names if name in SETTINGS_OF_HYPHENATION] == SETTINGS_OF_HYPHENATION
    assert mode.get(f"{W}val") == "15"
    assert "embedTrueTypeFonts" in names


def test_headings_have_our_own_look(parts: WordParts) -> None:
    styles = parts.tree("word/styles.xml")

    assert not any("Theme" in str(key) for element in styles.iter() for key in element.attrib)
    for name in ("Title", "heading 1", "heading 2", "heading 3", "List Bullet", "Hyperlink"):
        assert len(parts.find(f"//w:style[w:name/@w:val='{name}']", styles)) == 1
    blue = {"0563C1", "2E74B5", "2F5496", "1F3763", "0000FF"}
    assert blue.isdisjoint(parts.values("//w:color", root=styles))


def test_the_faces_have_colours_that_can_be_read(parts: WordParts) -> None:
    colours = {}
    for style in parts.find("//w:style[starts-with(w:name/@w:val, 'Smiley ')]", parts.tree("word/styles.xml")):
        colours[parts.values("w:name", root=style)[0]] = parts.values("w:rPr/w:color", root=style)[0]

    assert colours == {"Smiley glad": "1E7B34", "Smiley mellemfornøjet": "8A6100", "Smiley sur": "B3261E"}


def test_the_smiley_font_is_embedded_and_whole(parts: WordParts) -> None:
    entry = parts.find("//w:font[@w:name='Aftalerapport Smiley']", parts.tree("word/fontTable.xml"))[0]
    key = parts.values("w:embedRegular", "fontKey", entry)[0]
    data = bytearray(parts.read("word/fonts/smiley.odttf"))
    mask = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1]
    for index in range(32):
        data[index] ^= mask[index % 16]

    assert bytes(data) == read_resource("fonts", "AftalerapportSmiley.ttf")
    assert {0x263A, 0x1F610, 0x2639} <= set(TTFont(BytesIO(bytes(data))).getBestCmap())


def test_every_smiley_stands_in_the_smiley_font(parts: WordParts) -> None:
    glyphs = [run for run in parts.find("//w:r") if set("".join(map(str, run.itertext()))) & set("☺😐☹")]

    assert glyphs
    for run in glyphs:
        fonts = parts.find("w:rPr/w:rFonts", run)[0]
        assert set(fonts.attrib.values()) == {"Aftalerapport Smiley"}


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert write_word(small_edition()) == write_word(small_edition())


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Europe/Copenhagen", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8"},
    ],
)
def test_another_process_gives_the_same_bytes(surroundings: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WRITE_AND_HASH],
        cwd=ROOT,
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == hashlib.sha256(write_word(small_edition())).hexdigest()


def test_the_archive_is_in_order_and_has_no_clock() -> None:
    with zipfile.ZipFile(BytesIO(write_word(small_edition()))) as archive:
        entries = archive.infolist()

    assert [entry.filename for entry in entries[:2]] == ["[Content_Types].xml", "_rels/.rels"]
    assert [entry.filename for entry in entries[2:]] == sorted(entry.filename for entry in entries[2:])
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
