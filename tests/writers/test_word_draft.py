"""Drafts: every field is a control that says what it is, the rest is locked, and the file carries what was sent."""

import datetime
import hashlib
import os
import subprocess
import sys

import pytest
from hypothesis import given, settings

from renderer import vocabulary
from renderer.edition.build import build_edition
from renderer.edition.draft import Draft, DraftRecord, draft_record
from renderer.edition.draft_fields import DraftField, draft_fields
from renderer.edition.edition import Edition, Face
from renderer.model.case import Case
from renderer.model.field import FieldKind
from renderer.model.markdown import parse_prose
from renderer.model.smiley import Smiley
from renderer.vocabulary.draft_marks import FIXED_TAG, RECORD_NAMESPACE, RECORD_ROOT
from renderer.writers.word import write_draft, write_word
from tests.cases import cases
from tests.repository import ROOT
from tests.writers.editions import small_edition, with_guide, without_items
from tests.writers.test_word import lines
from tests.writers.test_word_template import altered, replaced
from tests.writers.word_parts import Element, W, WordParts, text

DRAFT = Draft(number=2, date=datetime.date(2018, 7, 4))
CHARACTERS = {"glad": "☺", "mellemfornøjet": "😐", "sur": "☹"}
WRITE_AND_HASH = (
    "import datetime, hashlib; from renderer.edition.draft import draft_record; from renderer.writers.word import"
    " write_draft; from tests.writers.editions import small_edition; print(hashlib.sha256(write_draft("
    "draft_record(small_edition(), 2, datetime.date(2018, 7, 4), '1.2.3'))).hexdigest())"
)


@pytest.fixture(scope="module")
def parts() -> WordParts:
    return WordParts.of(small_edition(), DRAFT)


def controls(parts: WordParts) -> list[Element]:
    """The controls of fields, in the document's order."""
    return parts.find(f"//w:sdt[w:sdtPr/w:tag/@w:val != '{FIXED_TAG}']")


def property_of(parts: WordParts, control: Element, name: str) -> str:
    (value,) = parts.values(f"w:sdtPr/w:{name}", root=control)
    return value


def is_empty(parts: WordParts, control: Element) -> bool:
    return bool(parts.find("w:sdtPr/w:showingPlcHdr", control))


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


def said(parts: WordParts, control: Element, field: DraftField) -> list[str] | str:
    """What a control says: its paragraphs, or the word of its smiley."""
    if field.kind is FieldKind.PROSE:
        return [] if is_empty(parts, control) else [plain(text(p)) for p in parts.find("w:sdtContent/w:p", control)]
    shown = text(parts.find("w:sdtContent", control)[0])
    return "" if is_empty(parts, control) else next(word for word, face in CHARACTERS.items() if shown[:1] == face)


def expected(field: DraftField) -> list[str] | str:
    if field.kind is FieldKind.SMILEY:
        return field.sent
    return [plain(line) for line in lines(parse_prose(field.sent))] if field.sent else []


def choices(parts: WordParts, control: Element) -> list[tuple[str, str]]:
    shown, value = (parts.values(".//w:listItem", name, control) for name in ("displayText", "value"))
    return list(zip(shown, value, strict=True))


def test_every_field_is_a_control_in_printed_order_that_says_what_was_sent(parts: WordParts) -> None:
    fields = draft_fields(small_edition())
    found = controls(parts)

    assert [property_of(parts, one, "tag") for one in found] == [field.mark for field in fields]
    assert [property_of(parts, one, "alias") for one in found] == [field.name for field in fields]
    for control, field in zip(found, fields, strict=True):
        assert said(parts, control, field) == expected(field)


@settings(max_examples=40)
@given(case=cases())
def test_any_draft_has_all_its_fields_and_no_other(case: Case) -> None:
    edition = build_edition(case, case.followups[-1].number)
    parts = WordParts.of(edition, DRAFT)
    found, fields = controls(parts), draft_fields(edition)

    assert [property_of(parts, one, "tag") for one in found] == [field.mark for field in fields]
    for control, field in zip(found, fields, strict=True):
        assert is_empty(parts, control) is (field.sent == "")
        if field.kind is FieldKind.SMILEY:
            assert said(parts, control, field) == field.sent


def test_every_field_has_a_bookmark_of_its_own_name_inside_its_paragraphs(parts: WordParts) -> None:
    for control in controls(parts):
        mark = property_of(parts, control, "tag")
        paragraphs = parts.find("w:sdtContent/w:p", control) or parts.find("ancestor::w:p", control)
        (start,) = parts.find(f"//w:bookmarkStart[@w:name='{mark}']")
        (end,) = parts.find(f"//w:bookmarkEnd[@w:id='{start.get(f'{W}id')}']")
        assert start.getparent() is paragraphs[0]
        assert end.getparent() is paragraphs[-1]
        assert start.getnext() is not end


def test_a_smiley_is_a_list_of_what_the_scale_means_and_a_way_to_take_it_away(parts: WordParts) -> None:
    milestone, finances = (
        next(one for one in controls(parts) if property_of(parts, one, "tag").endswith(end))
        for end in ("milepael_1_smiley", "oekonomi_smiley")
    )

    assert choices(parts, milestone) == [
        ("☺ Glad – Milepælen er nået", "glad"),
        ("😐 Mellemfornøjet – Milepælen er ikke nået helt, men målet for året kan stadig nås", "mellemfornøjet"),
        ("☹ Sur – Milepælen er ikke nået, og målet for året kan ikke nås", "sur"),
        ("Endnu ikke vurderet", "Endnu ikke vurderet"),
    ]
    assert [value for _, value in choices(parts, finances)] == ["glad", "sur", "Endnu ikke vurderet"]


def test_the_word_stands_beside_the_smiley_in_a_font_that_shows_both(parts: WordParts) -> None:
    given = [one for one in controls(parts) if parts.find("w:sdtPr/w:dropDownList", one) and not is_empty(parts, one)]

    assert {text(one) for one in given} == {"☺ Glad", "😐 Mellemfornøjet", "☹ Sur"}
    for control in given:
        (fonts,) = parts.find("w:sdtContent/w:r/w:rPr/w:rFonts", control)
        assert sorted(map(str, fonts.attrib.values())) == ["Aftalerapport Smiley", "eastAsia"]
        assert parts.find("w:sdtPr/w:rPr/w:rFonts", control)[0].attrib == fonts.attrib


def test_a_smiley_outside_the_scale_is_still_a_choice() -> None:
    edition = with_face(small_edition(), Face(smiley=Smiley.NEUTRAL, word="Mellemfornøjet", meaning=None))
    parts = WordParts.of(edition, DRAFT)

    finances = [one for one in controls(parts) if property_of(parts, one, "tag").endswith("oekonomi_smiley")]

    assert ("😐 Mellemfornøjet", "mellemfornøjet") in choices(parts, finances[0])
    assert ("😐 Mellemfornøjet", "mellemfornøjet") not in choices(parts, finances[-1])


def with_face(edition: Edition, face: Face) -> Edition:
    """The edition with this face at the finances of its first item."""
    chapter = edition.chapters[0]
    item = chapter.items[0]
    rows = (*item.rows[:-1], item.rows[-1].model_copy(update={"face": face}))
    items = (item.model_copy(update={"rows": rows}), *chapter.items[1:])
    return edition.model_copy(update={"chapters": (chapter.model_copy(update={"items": items}), *edition.chapters[1:])})


def test_an_empty_field_asks_for_what_belongs_there_and_says_that_it_is_no_text() -> None:
    parts = WordParts.of(small_edition(1), DRAFT)
    empty = [one for one in controls(parts) if is_empty(parts, one)]

    asked = {text(one) for one in empty}

    assert {"Skriv status her.", "Vælg smiley"} <= asked
    assert all(set(parts.values("w:sdtContent//w:rStyle", root=one)) == {"PlaceholderText"} for one in empty)


def test_everything_but_the_fields_is_locked(parts: WordParts) -> None:
    locked = f"ancestor::w:sdt[w:sdtPr/w:tag/@w:val='{FIXED_TAG}'][w:sdtPr/w:lock]"
    words = parts.find("//w:body//w:t")

    assert [text(word) for word in words if not parts.find(locked, word)] == []
    assert set(parts.values("//w:sdt[w:sdtPr/w:group]/w:sdtPr/w:lock")) == {"contentLocked"}
    assert {property_of(parts, one, "lock") for one in controls(parts)} == {"sdtLocked"}
    assert not parts.find("//w:documentProtection", parts.tree("word/settings.xml"))


def test_changes_are_tracked_in_a_draft_alone(parts: WordParts) -> None:
    names = [str(child.tag).removeprefix(W) for child in parts.tree("word/settings.xml")]

    assert names.count("trackRevisions") == 1
    assert names.index("embedTrueTypeFonts") < names.index("trackRevisions") < names.index("defaultTabStop")
    assert b"trackRevisions" not in WordParts.of(small_edition()).read("word/settings.xml")


@pytest.mark.parametrize("words", ["Almindelig tekst.", ']]> & < " \ufffe \uffff \x07 \\ufffe 𝔘 \u2028'])
def test_the_record_comes_out_as_it_went_in(words: str) -> None:
    record = draft_record(with_guide(parse_prose(words)), 2, datetime.date(2018, 7, 4), "1.2.3")

    root = WordParts(write_draft(record)).tree("customXml/item1.xml")

    assert root.tag == f"{{{RECORD_NAMESPACE}}}{RECORD_ROOT}"
    read = DraftRecord.model_validate_json(str(root.text))
    assert read == record
    assert read.intact


def test_the_properties_tell_which_draft_it_is() -> None:
    edition = small_edition(2, "Erhvervs- og Beskæftigelsesudvalget")
    record = draft_record(edition, 2, datetime.date(2018, 7, 4), "1.2.3")

    assert WordParts(write_draft(record)).custom_properties() == {
        "UdkastId": record.identity,
        "Sagsid": "00.30.00-S00-9-16",
        "Opfølgning": "2",
        "Udvalg": "Erhvervs- og Beskæftigelsesudvalget",
        "Udkastnummer": "2",
        "Udkastdato": "2018-07-04",
        "Teksternes kontrolsum": record.digest,
        "Programversion": "1.2.3",
    }
    assert "docProps/custom.xml" not in WordParts.of(edition).names


def test_the_first_page_tells_which_draft_it_is_and_whom_to_send_it_to(parts: WordParts) -> None:
    edition = small_edition()
    paragraphs = list(parts.paragraphs())
    advice = plain("\n".join(words for style, words in paragraphs if style.startswith("Vejledning")))
    contact = {line.label: plain(line.value) for line in edition.letter.lines}

    assert paragraphs[0] == ("Vejledningstitel", "Sådan retter du i udkastet")
    assert f"udkast nr. 2 fra den 4. juli 2018 til ”{edition.facts.title}”" in advice
    for label in (vocabulary.CONTACT_LABEL, vocabulary.EMAIL_LABEL, vocabulary.PHONE_LABEL):
        assert contact[label] in advice
    for word in ("smiley", "låst", "kommentar", "markerer", vocabulary.NOT_YET_GIVEN):
        assert word in advice


def test_without_a_contact_the_department_gets_it_back() -> None:
    edition = small_edition()
    bare = edition.model_copy(update={"letter": edition.letter.model_copy(update={"lines": ()})})

    advice = [words for style, words in WordParts.of(bare, DRAFT).paragraphs() if style == "Vejledningstekst"]

    assert advice[-1].endswith("send det til Økonomi og Styring.")


def test_every_milestone_has_a_place_for_its_status(parts: WordParts) -> None:
    items = list(small_edition().items())

    for table, item in zip(parts.find("//w:tbl"), items, strict=True):
        marks = [words for style, words in parts.paragraphs(table) if style == "Tabelstatus mærke"]
        assert marks == ["Status:"] * len(item.rows)


def test_a_draft_of_nothing_is_still_one() -> None:
    parts = WordParts.of(without_items(), DRAFT)

    assert [property_of(parts, one, "tag") for one in controls(parts)] == [
        "felt_laesevejledning",
        "felt_laesevejledning_oekonomi",
    ]


def test_long_names_are_shortened_in_front_so_that_the_fields_stay_apart() -> None:
    edition = small_edition()
    chapter = edition.chapters[0]
    item = chapter.items[0].model_copy(update={"ref": "et-meget-langt-navn-" * 6})
    chapters = (chapter.model_copy(update={"items": (item,)}),)
    parts = WordParts.of(edition.model_copy(update={"chapters": chapters}), DRAFT)

    names = [property_of(parts, one, "alias") for one in controls(parts)]

    assert len(names) == len(set(names))
    assert max(map(len, names)) == 64
    assert "… · milepæl 1 · status" in "".join(names)


def test_a_restyled_template_restyles_the_draft() -> None:
    template = altered(
        {
            "word/styles.xml": lambda xml: replaced("6B7479", "7A0044")(xml.replace('"Verdana"', '"Georgia"')),
            "word/document.xml": replaced(
                'w:right="850" w:bottom="1134" w:left="850"', 'w:right="1134" w:bottom="1134" w:left="1134"'
            ),
        }
    )

    parts, usual = WordParts.of(small_edition(), DRAFT, template), WordParts.of(small_edition(), DRAFT)

    assert b"7A0044" in parts.read("word/styles.xml")
    assert b"Verdana" not in parts.read("word/styles.xml")
    assert sum(map(int, parts.values("//w:tbl[1]/w:tblGrid/w:gridCol", "w"))) == 16838 - 2 * 1134
    assert list(parts.paragraphs()) == list(usual.paragraphs())
    assert [property_of(parts, one, "tag") for one in controls(parts)] == [
        property_of(usual, one, "tag") for one in controls(usual)
    ]


def test_a_draft_as_template_leaves_nothing_of_itself() -> None:
    template = WordParts.of(small_edition(1), DRAFT).data

    parts = WordParts(write_word(small_edition(), template))

    assert parts.names == WordParts.of(small_edition()).names
    assert not parts.find("//w:trackRevisions", parts.tree("word/settings.xml"))
    assert list(parts.paragraphs()) == list(WordParts.of(small_edition()).paragraphs())


def test_the_same_draft_gives_the_same_bytes_also_in_another_process() -> None:
    ours = WordParts.of(small_edition(), DRAFT).data
    done = subprocess.run(
        [sys.executable, "-c", WRITE_AND_HASH],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert ours == WordParts.of(small_edition(), DRAFT).data
    assert done.stdout.strip() == hashlib.sha256(ours).hexdigest()
