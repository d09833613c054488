"""Files that are no readable Word document: each ends in a Danish sentence with a way out, and in nothing else."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.errors import UnreadableFile
from renderer.readers.earlier.word.read import read_word
from tests.readers.earlier.word_files import listed, paragraph, row, table, unzipped, word_file, zipped

GOOD = word_file(paragraph("Læsevejledning") + table(row("a", "b", "c", "d")) + listed("punkt", 1))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
MAIN = "application/vnd.openxmlformats-officedocument.{}.main+xml"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


def changed(**parts: str) -> bytes:
    """The good file with other contents in some parts, by their name before the first full stop."""
    return zipped({name: parts.get(name.rsplit("/")[-1].split(".")[0], text) for name, text in unzipped(GOOD).items()})


def without(part: str) -> bytes:
    return zipped({name: text for name, text in unzipped(GOOD).items() if name != part})


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "er tom"),
        (b" \n", "er tom"),
        (b"Kommunen vil ...", "er ikke et Word-dokument"),
        (b"%PDF-1.7", "er ikke et Word-dokument"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "er ikke et Word-dokument"),
        (OLE, "ældre Word-format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
        (word_file("", main_type=MACROS), "makroer"),
        (word_file("", main_type=MAIN.format("spreadsheetml.sheet")), "Excel"),
        (word_file("", main_type=MAIN.format("presentationml.presentation")), "PowerPoint"),
        (GOOD[: len(GOOD) // 2], "beskadiget"),
        (without("word/document.xml"), "beskadiget"),
        (without("_rels/.rels"), "er ikke et Word-dokument"),
        (without("[Content_Types].xml"), "er ikke et Word-dokument"),
        (changed(document="<w:document"), "beskadiget"),
        (changed(document=""), "beskadiget"),
        (changed(document="<a/>"), "er ikke et Word-dokument"),
        (changed(styles="<oops>"), "beskadiget"),
        (changed(document=BOMB + "<a>&b;</a>"), "ikke hører til"),
        (changed(document=OUTSIDE + "<a>&a;</a>"), "ikke hører til"),
        (changed(document="<a>" * 5000), "beskadiget"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(content: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_word("gammel.docx", content)

    assert "»gammel.docx«" in refusal.value.message
    assert says in refusal.value.message
    assert refusal.value.hint.endswith(".")


def test_an_external_entity_in_utf_16_is_found_too() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in unzipped(GOOD).items():
            utf_16 = name == "word/document.xml"
            archive.writestr(name, f"{OUTSIDE}<a>&a;</a>".encode("utf-16") if utf_16 else text)

    with pytest.raises(UnreadableFile):
        read_word("skjult.docx", stream.getvalue())


def test_a_file_that_unpacks_to_far_too_much_is_refused() -> None:
    bomb = changed(document="<a>" + " " * 70_000_000 + "</a>")

    assert len(bomb) < 200_000
    with pytest.raises(UnreadableFile, match="for stor"):
        read_word("stor.docx", bomb)


def refused(content: bytes) -> UnreadableFile | None:
    """Why a file is refused; `None` where it is read."""
    try:
        read_word("beskadiget.docx", content)
    except UnreadableFile as refusal:
        return refusal
    return None


@given(st.data())
def test_a_damaged_file_is_read_or_refused_but_nothing_else(data: st.DataObject) -> None:
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    refusal = refused(bytes(content[: data.draw(st.integers(0, len(content)))]))

    assert refusal is None or refusal.hint


@given(st.data())
def test_any_damage_to_the_xml_is_read_or_refused_but_nothing_else(data: st.DataObject) -> None:
    files = unzipped(GOOD)
    name = data.draw(st.sampled_from(sorted(files)))
    text = files[name]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    put = data.draw(st.sampled_from(["", '"', "<", "&", "9" * 30, "-1", "</w:p>", "\x00", "<w:p>", "å"]))
    refusal = refused(zipped({**files, name: text[:start] + put + text[end:]}))

    assert refusal is None or refusal.hint
