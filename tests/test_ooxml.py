"""The Word validators find what is wrong, and nothing where nothing is wrong."""

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml

from renderer.edition.draft import Draft
from tests import ooxml
from tests.ooxml import validate_docx
from tests.violation import ToolMissing
from tests.word_checks import RULES, check_word_file
from tests.writers.editions import small_edition
from tests.writers.word_parts import WordParts

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CONTENT = f"""
<w:body {NS}>
  <w:p>
    <w:bookmarkStart w:id="1" w:name="punkt_1"/>
    <w:r><w:t xml:space="preserve">Side </w:t></w:r>
    <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>
    <w:r><w:fldChar w:fldCharType="end"/></w:r>
    <w:bookmarkEnd w:id="1"/>
  </w:p>
  <w:p>
    <w:bookmarkStart w:id="2" w:name="punkt_2"/><w:r><w:t>Milepæl</w:t></w:r><w:bookmarkEnd w:id="2"/>
  </w:p>
  <w:sdt><w:sdtPr><w:tag w:val="felt"/><w:id w:val="11"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>
  <w:sdt><w:sdtPr><w:id w:val="12"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>
  <w:p>
    <w:ins w:id="21" w:author="Ida" w:date="2018-07-04T09:00:00Z"><w:r><w:t>ny</w:t></w:r></w:ins>
    <w:del w:id="22" w:author="Ida" w:date="2018-07-04T09:00:00Z"><w:r><w:delText>gammel</w:delText></w:r></w:del>
    <w:sdt><w:sdtPr><w:id w:val="13"/><w:dropDownList><w:listItem w:displayText="Glad" w:value="glad"/>
      <w:listItem w:displayText="Sur" w:value="sur"/></w:dropDownList></w:sdtPr>
      <w:sdtContent><w:r><w:t>Glad</w:t></w:r></w:sdtContent></w:sdt>
  </w:p>
</w:body>
"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A Word file with one of each thing that the rules look at."""
    document = Document()
    document.add_heading("Økonomi", level=1)
    document.add_paragraph("Første punkt", style="List Bullet")
    table = document.add_table(rows=2, cols=3, style="Table Grid")
    table.cell(0, 0).merge(table.cell(0, 1))
    document.sections[0].header.paragraphs[0].text = "Ballerup Kommune"
    final = document.element.body.sectPr
    for block in list(parse_xml(CONTENT)):
        final.addprevious(block)
    path = tmp_path / "god-æøå.docx"
    document.save(str(path))
    return path


def altered(path: Path, part: str, old: str, new: str) -> Path:
    """A copy where the first `old` in `part` reads `new`; an empty `part` leaves out the entry `old`."""
    copy = path.with_name("dårlig.docx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(copy, "w") as target:
        for entry in source.namelist():
            data = source.read(entry)
            if entry == part:
                assert old in data.decode(), f"{old} does not stand in {part}"
                data = data.decode().replace(old, new, 1).encode()
            if entry != old:
                target.writestr(entry, data)
    return copy


DOCUMENT = "word/document.xml"
TABLE_IN_CELL = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc>"
DAMAGE = {
    "unique_control_ids": [(DOCUMENT, '<w:id w:val="12"/>', '<w:id w:val="11"/>')],
    "named_controls": [
        (DOCUMENT, '<w:tag w:val="felt"/>', '<w:tag w:val=""/>'),
        (DOCUMENT, '<w:tag w:val="felt"/>', f'<w:tag w:val="{65 * "f"}"/>'),
    ],
    "filled_controls": [
        (DOCUMENT, "<w:sdtContent><w:p/></w:sdtContent>", "<w:sdtContent/>"),
        (DOCUMENT, "<w:sdtContent><w:p/></w:sdtContent>", ""),
        (DOCUMENT, 'w:displayText="Sur"', 'w:displayText="Glad"'),
        (DOCUMENT, 'w:value="sur"', 'w:value="glad"'),
    ],
    "whole_revisions": [
        (DOCUMENT, '<w:del w:id="22"', '<w:del w:id="21"'),
        (DOCUMENT, ' w:author="Ida"', ""),
        (DOCUMENT, ' w:date="2018-07-04T09:00:00Z"', ""),
        (DOCUMENT, "<w:delText>gammel</w:delText>", "<w:t>gammel</w:t>"),
        (DOCUMENT, "<w:t>ny</w:t>", "<w:delText>ny</w:delText>"),
    ],
    "whole_bookmarks": [
        (DOCUMENT, 'w:name="punkt_2"', 'w:name="Punkt_1"'),
        (DOCUMENT, '<w:bookmarkStart w:id="2"', '<w:bookmarkStart w:id="1"'),
        (DOCUMENT, '<w:bookmarkEnd w:id="2"/>', ""),
        (DOCUMENT, "punkt_2", "punkt_" + 40 * "2"),
    ],
    "cells_end_in_a_paragraph": [
        (DOCUMENT, "</w:tc>", TABLE_IN_CELL),
        (DOCUMENT, "<w:p/></w:tc>", "</w:tc>"),
    ],
    "rows_fill_the_grid": [(DOCUMENT, 'w:gridSpan w:val="2"', 'w:gridSpan w:val="3"')],
    "known_styles": [
        (DOCUMENT, 'w:pStyle w:val="Heading1"', 'w:pStyle w:val="Overskrift9"'),
        (DOCUMENT, 'w:pStyle w:val="Heading1"', 'w:pStyle w:val="TableGrid"'),
        ("word/styles.xml", '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Intet"/>'),
    ],
    "known_numberings": [("word/styles.xml", "<w:numId w:val=", '<w:numId w:val="999"/><w:numId w:val=')],
    "known_relationships": [
        ("word/_rels/document.xml.rels", 'Target="settings.xml"', 'Target="indstillinger.xml"'),
        (DOCUMENT, 'w:headerReference w:type="default" r:id="', 'w:headerReference w:type="default" r:id="x'),
        ("", "word/settings.xml", ""),
    ],
    "kept_spaces": [(DOCUMENT, ' xml:space="preserve">Side ', ">Side ")],
    "whole_fields": [
        (DOCUMENT, 'w:fldCharType="end"', 'w:fldCharType="separate"'),
        (DOCUMENT, '<w:fldChar w:fldCharType="begin"/>', ""),
    ],
}
CUSTOM_DAMAGE = [
    ("customXml/itemProps1.xml", "{", ""),
    ("customXml/_rels/item1.xml.rels", "itemProps1.xml", "item1.xml"),
    ("docProps/custom.xml", 'pid="3"', 'pid="2"'),
    ("docProps/custom.xml", 'pid="2"', 'pid="1"'),
    ("docProps/custom.xml", 'name="Sagsid"', 'name="UDKASTID"'),
    ("docProps/custom.xml", "D5CDD505", "D5CDD506"),
]


def test_a_good_file_breaks_none_of_our_rules(good: Path) -> None:
    assert check_word_file(good) == []


@pytest.mark.parametrize(
    ("rule", "part", "old", "new"),
    [(rule, *damage) for rule, damages in DAMAGE.items() for damage in damages],
)
def test_each_rule_finds_its_damage(good: Path, rule: str, part: str, old: str, new: str) -> None:
    found = check_word_file(altered(good, part, old, new))

    assert rule in {violation.rule for violation in found}, found


@pytest.mark.parametrize(("part", "old", "new"), CUSTOM_DAMAGE)
def test_damage_to_what_a_draft_carries_is_found(tmp_path: Path, part: str, old: str, new: str) -> None:
    path = tmp_path / "udkast.docx"
    path.write_bytes(WordParts.of(small_edition(), Draft()).data)

    assert check_word_file(path) == []
    assert "custom_parts" in {violation.rule for violation in check_word_file(altered(path, part, old, new))}


def test_a_header_without_a_paragraph_is_found(good: Path) -> None:
    document = Document(str(good))
    header = document.sections[0].header
    header._element.remove(header.paragraphs[0]._p)
    document.save(str(good))

    assert [violation.rule for violation in check_word_file(good)] == ["headers_hold_a_paragraph"]


@pytest.mark.filterwarnings("ignore:Duplicate name:UserWarning")
def test_a_name_that_stands_twice_in_the_archive_is_found(good: Path) -> None:
    with zipfile.ZipFile(good, "a") as archive:
        archive.writestr("word/document.xml", archive.read("word/document.xml"))

    assert [violation.rule for violation in check_word_file(good)] == ["one_entry_a_name"]


def test_two_drawings_with_one_id_are_found(good: Path) -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:docPr id="7" name="a"/></wp:inline></w:drawing></w:r>'
    )
    bad = altered(good, DOCUMENT, "<w:r><w:t>Milepæl", f"{drawing}{drawing}<w:r><w:t>Milepæl")

    assert [violation.rule for violation in check_word_file(bad)] == ["unique_drawing_ids"]


def test_every_rule_has_damage_that_it_finds() -> None:
    alone = {"headers_hold_a_paragraph", "one_entry_a_name", "unique_drawing_ids"}

    assert {rule.__name__ for rule in RULES} == set(DAMAGE) | alone | {"custom_parts"}


@pytest.mark.parametrize("content", [b"", b"Dette er ikke en Word-fil.", b"PK\x03\x04 og saa slut"])
def test_what_is_no_word_file_is_a_violation(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "tekst.docx"
    path.write_bytes(content)

    assert [violation.rule for violation in check_word_file(path)] == ["readable"]


@pytest.mark.slow
def test_a_good_file_passes_the_validator(good: Path) -> None:
    assert validate_docx([good]) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (DOCUMENT, "<w:r><w:t>Milepæl", "<w:r><w:ukendt/><w:t>Milepæl"),
        (DOCUMENT, '<w:pStyle w:val="Heading1"/>', '<w:jc w:val="left"/><w:pStyle w:val="Heading1"/>'),
        ("word/settings.xml", "<w:zoom", '<w:autoHyphenation w:val="maybe"/><w:zoom'),
        ("", "word/settings.xml", ""),
    ],
    ids=["unknown element", "wrong order", "wrong value", "missing part"],
)
def test_the_validator_finds_what_the_schema_forbids(good: Path, part: str, old: str, new: str) -> None:
    bad = altered(good, part, old, new)

    by_sdk = [violation for violation in validate_docx([good, bad]) if violation.standard != "word"]

    assert by_sdk
    assert {violation.file for violation in by_sdk} == {bad}


@pytest.mark.slow
def test_the_validator_does_not_pass_over_what_it_cannot_open(tmp_path: Path) -> None:
    path = tmp_path / "tekst.docx"
    path.write_text("Dette er ikke en Word-fil.")

    assert {violation.standard for violation in validate_docx([path])} == {"exception", "word"}


def test_nothing_to_validate_is_an_error_and_no_success() -> None:
    with pytest.raises(ValueError, match="nothing to validate"):
        validate_docx([])


def test_a_missing_validator_fails_and_says_what_to_do(good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ooxml, "VALIDATOR", good.with_name("ooxml-validator"))

    with pytest.raises(ToolMissing, match="make setup"):
        validate_docx([good])
