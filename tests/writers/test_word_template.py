"""The Word template: built from its parts, restyled by people in Word, broken by accident."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from renderer.errors import BrokenResource
from renderer.resources import read_resource
from renderer.writers.word import write_word
from renderer.writers.word_parts.template import TEMPLATE
from tests.repository import ROOT
from tests.word_checks import check_word_file
from tests.writers.editions import small_edition
from tests.writers.word_parts import WordParts

Change = Callable[[str], str]


def altered(changes: dict[str, Change], without: str = "") -> bytes:
    """The template with some of its parts changed, compressed as Word does it."""
    changed = BytesIO()
    original = BytesIO(read_resource("styles", TEMPLATE))
    with zipfile.ZipFile(original) as source, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name != without:
                data = source.read(name).decode()
                target.writestr(name, changes.get(name, str)(data))
    return changed.getvalue()


def replaced(old: str, new: str) -> Change:
    def change(xml: str) -> str:
        assert old in xml
        return xml.replace(old, new)

    return change


def danish_ids(xml: str) -> str:
    """What a Danish Word makes of the ids of styles when it saves; their names stay."""
    names = {"Heading1": "Overskrift1", "Heading2": "Overskrift2", "Heading3": "Overskrift3", "Header": "Sidehoved"}
    names |= {"Footer": "Sidefod", "ListBullet": "Opstilling-punkttegn", "Tabeltekst": "Tabeltekst0"}
    reference = r'(w:styleId|w:(?:basedOn|next|pStyle) w:val)="(\w+)"'
    return re.sub(reference, lambda match: f'{match[1]}="{names.get(match[2], match[2])}"', xml)


def other_numbers(xml: str) -> str:
    """Lists under other numbers, as Word may give them when it saves."""
    return re.sub(r'((?:abstractNumId|numId)(?: w:val)?)="(\d+)"', lambda m: f'{m[1]}="{int(m[2]) + 40}"', xml)


def one_section(xml: str) -> str:
    return re.sub("<w:sectPr>.*?</w:sectPr>", "", xml, count=1)


def test_the_template_is_what_its_parts_make(tmp_path: Path) -> None:
    script = ROOT / "styles" / "build_word_template.py"
    for name in ("første.docx", "anden.docx"):
        subprocess.run([sys.executable, str(script), str(tmp_path / name)], check=True, cwd=tmp_path)

    made = (tmp_path / "første.docx").read_bytes()

    assert made == (tmp_path / "anden.docx").read_bytes()
    assert made == read_resource("styles", TEMPLATE), "run `python styles/build_word_template.py`"


def test_the_template_shows_every_style_that_people_may_change() -> None:
    parts = WordParts(read_resource("styles", TEMPLATE))
    names = parts.style_names()
    offered = parts.find("//w:style[w:qFormat]", parts.tree("word/styles.xml"))

    shown = {names[style] for style in parts.values("//w:pStyle | //w:rStyle | //w:tblStyle")}

    assert shown == {parts.values("w:name", root=style)[0] for style in offered}


def test_every_style_that_is_used_is_offered_to_people() -> None:
    parts = WordParts.of(small_edition())
    offered = {
        parts.values("w:name", root=style)[0]
        for style in parts.find("//w:style[w:qFormat]", parts.tree("word/styles.xml"))
    }

    assert {style for style, _ in parts.paragraphs()} - offered == {"Afslutning"}


def test_a_restyled_template_restyles_the_document() -> None:
    template = altered(
        {
            "word/styles.xml": lambda xml: replaced("00587A", "7A0044")(xml.replace('"Verdana"', '"Georgia"')),
            "word/document.xml": replaced(
                'w:right="850" w:bottom="1134" w:left="850"', 'w:right="1134" w:bottom="1134" w:left="1134"'
            ),
            "word/numbering.xml": replaced("•", "–"),
        }
    )

    parts = WordParts.of(small_edition(), template=template)

    styles = parts.read("word/styles.xml")
    assert b"7A0044" in styles
    assert b"Georgia" in styles
    assert b"00587A" not in styles
    assert "–" in parts.read("word/numbering.xml").decode()
    assert parts.values("//w:sectPr[2]/w:pgMar | //w:body/w:sectPr/w:pgMar", "left") == ["1134"]
    width = 16838 - 2 * 1134
    assert sum(map(int, parts.values("//w:tbl[1]/w:tblGrid/w:gridCol", "w"))) == width
    assert parts.values(".//w:tabs/w:tab", "pos", parts.stories("header")[1]) == [str(width)]


def test_a_moved_letterhead_moves() -> None:
    template = altered({"word/styles.xml": replaced('w:x="7937"', 'w:x="8200"')})

    parts = WordParts.of(small_edition(), template=template)

    assert set(parts.values("//w:framePr", "x")) == {"8200"}


def test_the_text_of_the_template_is_not_used() -> None:
    template = altered({"word/document.xml": replaced("Dette er skabelonen", "Hemmeligt")})

    assert write_word(small_edition(), template=template) == write_word(small_edition())


def test_a_template_saved_by_a_danish_word_makes_the_same_document(tmp_path: Path) -> None:
    renamed = {"word/styles.xml": lambda xml: other_numbers(danish_ids(xml)), "word/document.xml": danish_ids}
    template = altered({**renamed, "word/numbering.xml": other_numbers})

    parts, usual = WordParts.of(small_edition(), template=template), WordParts.of(small_edition())

    assert list(parts.paragraphs()) == list(usual.paragraphs())
    assert "Overskrift3" in parts.values("//w:p/w:pPr/w:pStyle")
    path = tmp_path / "dansk.docx"
    path.write_bytes(parts.data)
    assert check_word_file(path) == []


def test_heads_and_properties_that_word_adds_to_the_template_do_not_stand_twice() -> None:
    as_template = write_word(small_edition(1))

    parts, usual = WordParts.of(small_edition(), template=as_template), WordParts.of(small_edition())

    assert parts.names == usual.names
    assert parts.read("docProps/core.xml") == usual.read("docProps/core.xml")
    assert list(parts.paragraphs()) == list(usual.paragraphs())


@pytest.mark.parametrize(
    ("template", "message"),
    [
        (b"", "kan ikke læses"),
        (b"Dette er ingen Word-fil.", "kan ikke læses"),
        (altered({}, without="word/styles.xml"), "kan ikke læses"),
        (altered({}, without="word/numbering.xml"), "kan ikke læses"),
        (altered({"word/document.xml": lambda xml: xml[:200]}), "kan ikke læses"),
        (altered({"word/fontTable.xml": lambda xml: xml[:200]}), "kan ikke læses"),
        (altered({"[Content_Types].xml": replaced("document.main", "template.main")}), "kan ikke læses"),
        (altered({"word/styles.xml": replaced('w:val="Tabeltekst"', 'w:val="Min tekst"')}), "»Tabeltekst«"),
        (altered({"word/styles.xml": replaced('w:val="Brevhoved"', 'w:val="Hoved"')}), "»Brevhoved«"),
        (altered({"word/numbering.xml": replaced("Punkter", "Prikker")}), "»Punkter«"),
        (altered({"word/document.xml": one_section}), "to sektioner"),
        (altered({"word/document.xml": lambda xml: re.sub("<w:pgMar[^>]*>", "", xml)}), "papirformat"),
    ],
)  # fmt: skip
def test_a_broken_template_is_refused_in_danish(template: bytes, message: str) -> None:
    with pytest.raises(BrokenResource, match=message) as refused:
        write_word(small_edition(), template=template)

    assert refused.value.hint
