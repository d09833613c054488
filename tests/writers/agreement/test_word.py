"""An agreement's Word file opens in Word, says what the document says, and has contents that Word makes anew."""

import itertools
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from renderer.edition.agreement.heading import HeadingKind
from renderer.model.signed.signed_agreement import SignedAgreement
from renderer.writers.agreement.word import write_agreement_word
from tests.libreoffice import convert, printed
from tests.ooxml import validate_docx
from tests.signed_agreements import signed_agreements
from tests.word_checks import check_word_file
from tests.writers.agreement.samples import SAMPLES, document, large, small
from tests.writers.word_parts import WordParts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return etree.fromstring(file.read("word/document.xml"))


def words(element: etree._Element | None) -> str:
    return "" if element is None else "".join(one.text or "" for one in element.iter(f"{W}t"))


def written(sample: str) -> bytes:
    return write_agreement_word(SAMPLES[sample]())


@pytest.mark.slow
def test_samples_are_valid(tmp_path: Path) -> None:
    paths = []
    for sample in SAMPLES:
        paths.append(tmp_path / f"{sample}.docx")
        paths[-1].write_bytes(written(sample))
    assert validate_docx(paths) == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_is_in_it_that_word_would_repair(sample: str, tmp_path: Path) -> None:
    path = tmp_path / "aftale.docx"
    path.write_bytes(written(sample))
    assert check_word_file(path) == []


@pytest.mark.slow
@pytest.mark.hypothesis
def test_generated_agreements_are_valid(tmp_path: Path) -> None:
    paths: list[Path] = []

    @settings(max_examples=40)
    @given(signed=signed_agreements())
    def write(signed: SignedAgreement) -> None:
        paths.append(tmp_path / f"{len(paths)}.docx")
        paths[-1].write_bytes(write_agreement_word(document(signed)))
        assert check_word_file(paths[-1]) == []

    write()
    assert validate_docx(paths) == []


def test_headings_stand_in_the_navigation_pane_on_their_levels() -> None:
    agreement = small()
    own = {"group": "Underkapitel", "inner": "Mellemoverskrift"}
    found = [(style, text) for style, text in WordParts(write_agreement_word(agreement)).paragraphs()]
    headed = [(style, text) for style, text in found if style.startswith("heading") or style in own.values()]

    assert headed == [("heading 1", agreement.letter.title)] + [
        (own.get(heading.kind.value, f"heading {heading.level}"), heading.text) for heading in agreement.headings()
    ]


def test_every_entry_of_the_contents_leads_to_its_heading() -> None:
    agreement = large()
    document_body = body(write_agreement_word(agreement))
    begins = {one.get(f"{W}name"): one.getparent() for one in document_body.iter(f"{W}bookmarkStart")}
    links = list(document_body.iter(f"{W}hyperlink"))

    assert [words(link) for link in links] == [heading.text for heading in agreement.contents()]
    assert [words(begins[link.get(f"{W}anchor")]) for link in links] == [words(link) for link in links]


def test_the_contents_are_a_field_that_word_makes_anew_when_it_is_asked_to() -> None:
    data = write_agreement_word(small())
    instructions = [(one.text or "").strip() for one in body(data).iter(f"{W}instrText")]
    with zipfile.ZipFile(BytesIO(data)) as file:
        settings_part = file.read("word/settings.xml")

    assert instructions[0] == r'TOC \o "2-4" \h \z'
    assert all(one.startswith("PAGEREF ") for one in instructions[1:])
    assert b"updateFields" not in settings_part
    assert not any(one.get(f"{W}dirty") for one in body(data).iter(f"{W}fldChar"))


def test_amounts_stand_on_the_comma() -> None:
    rows = [{"titel": "X", "beløb": {"2019": cell}} for cell in ("-0,025", "1,5", "2")]
    annex = {"type": "drift", "titel": "Tal", "enhed": "mio. kr.", "grupper": [{"rækker": rows}]}
    made = write_agreement_word(document(SignedAgreement.model_validate({"periode": "2019", "bilag": [annex]})))
    lacking = {
        words(one): int(indent.get(f"{W}right", "0"))
        for one in body(made).iter(f"{W}p")
        if (indent := one.find(f"{W}pPr/{W}ind")) is not None
    }
    digit = lacking["1,5"] // 2

    assert digit > 0
    assert 3 * digit < lacking["2"] < 4 * digit
    assert "-0,025" not in lacking


def test_tables_repeat_their_heading_row_and_keep_rows_whole() -> None:
    document_body = body(write_agreement_word(large()))
    tables = list(document_body.iter(f"{W}tbl"))

    assert len(tables) == 4
    for table in tables:
        rows = table.findall(f"{W}tr")
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_sum_stands_with_the_row_above_it_and_short_tables_on_one_page() -> None:
    # These styles keep a row with the one below it; the others are told to.
    by_style = {"Tabelgruppe", "Tabelhoved", "Tabelhovedtal"}

    def kept(row: etree._Element) -> bool:
        return all(
            one.find(f"{W}pPr/{W}keepNext") is not None
            or by_style & {style.get(f"{W}val") for style in one.findall(f"{W}pPr/{W}pStyle")}
            for one in row.iter(f"{W}p")
        )

    drift, *_ = [table for table in body(written("small")).iter(f"{W}tbl") if "23.000" in words(table)]
    assert [kept(row) for row in drift.findall(f"{W}tr")] == [True, True, True, True, True, False]

    for table in body(written("large")).iter(f"{W}tbl"):
        for row, below in itertools.pairwise(table.findall(f"{W}tr")):
            assert kept(row) or not words(below).startswith(("Sum", "I alt"))


def test_only_the_annexes_and_what_follows_long_contents_begin_a_page() -> None:
    def begins(sample: str) -> list[str]:
        found = body(written(sample)).iter(f"{W}p")
        return [words(one) for one in found if one.find(f"{W}pPr/{W}pageBreakBefore") is not None]

    assert begins("small") == ["Driftsinvesteringer"]
    assert begins("large")[:1] == [next(large().headings()).text]
    chapters = {heading.text for heading in large().headings() if heading.kind is HeadingKind.CHAPTER}
    assert not chapters & set(begins("large")[1:])


def test_an_address_is_in_no_language_so_that_word_does_not_part_it() -> None:
    run = next(one for one in body(written("small")).iter(f"{W}r") if "borgmester@example.dk" in words(one))

    assert words(run) == "borgmester@example.dk"
    assert [one.get(f"{W}val") for one in run.findall(f"{W}rPr/{W}lang")] == ["x-none"]


def test_the_same_agreement_gives_the_same_bytes() -> None:
    assert write_agreement_word(small()) == write_agreement_word(small())


@pytest.mark.slow
def test_libreoffice_prints_all_of_it_in_order(tmp_path: Path) -> None:
    agreement = small()
    path = tmp_path / "aftale.docx"
    path.write_bytes(write_agreement_word(agreement))
    plain = " ".join(printed(convert(path, tmp_path)))
    behind = plain.index("Oversigt over besparelser")
    for heading in agreement.headings():
        behind = plain.index(heading.text.replace("\u00a0", " "), behind + 1)

    assert "Karen Lindegaard borgmester Socialdemokratiet" in plain
    assert "Sum (beregnet) -0,025 -0,27 0,00" in plain
