"""The same agreement from Markdown, Word and PDF: real headings and real cells."""

from pathlib import Path

import pytest

from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import EarlierReading, Fate
from tests.libreoffice import convert
from tests.readers.earlier.signed.agreements import (
    FOLDER,
    amounts,
    codes,
    headings,
    literals,
    points,
    read,
    signatories,
    signed,
)
from tests.readers.earlier.signed.word_agreement import agreement
from tests.surroundings import TYPEFACES
from tests.writers.own_way import WholeHtml

POINTS = [("1.01", "Natteravne i Lillehavn"), ("1.03", "Flere lys på stierne"), ("2.01", "Ny mole")]
SIGNATORIES = [
    ("Eva Lund", "Socialdemokratiet", "borgmester"),
    ("Finn Juhl", "SF", None),
    ("Gry Holst", "Lillehavnlisten", None),
]


def test_markdown_with_numbers_of_three_parts_and_tables_between_bars() -> None:
    reading = read("soenderby.md")
    found = signed(reading)

    assert points(reading) == [
        ("1.1.1", "Nyt plejehjem i Sønderby"),
        ("1.1.2", "Flere hænder om aftenen"),
        ("1.2.1", "Faste hold"),
        ("2.1.1", "Nyt torv"),
    ]
    assert [[group.heading for group in chapter.groups] for chapter in found.chapters] == [
        ["1.1. Plejehjem", "1.2. Hjemmepleje"],
        ["2.1. Midtbyen"],
    ]
    assert found.chapters[0].quotation.plain == "”Vi skal kunne blive gamle i vores egen by”."
    assert list(headings(reading.signed["indledning"])) == [(0, "Indledning"), (1, "Økonomien i hovedtræk")]
    assert list(headings(reading.signed["afslutning"])) == [(0, "Afslutning")]
    assert [one.heading for one in next(found.points()).sections] == ["Baggrund"]
    assert [(name, party) for name, party, _ in signatories(reading)] == [
        ("Anna Krogh", "Socialdemokratiet"),
        ("Bo Lykke Hansen", "SF"),
        ("Carl Dam", "Enhedslisten"),
        ("Dorte Elkjær", "Nye Borgerlige"),
    ]


def test_markdown_annexes_with_a_sum_a_note_another_unit_and_a_cell_that_is_no_amount() -> None:
    reading = read("soenderby.md")
    drift, anlaeg = signed(reading).annexes

    assert amounts(drift) == {
        "1.1.1": {2021: "1.250", 2022: "2.500", 2023: "2.500"},
        "1.1.2": {2020: "2.000", 2021: "2.000"},
    }
    assert literals(drift.total) == {2020: "2.000", 2021: "3.250", 2022: "2.500", 2023: "2.500"}
    assert amounts(anlaeg) == {"2.1.1": {2020: "0,5", 2022: "12,25"}}
    assert anlaeg.unit.value == "mio. kr."
    assert [note.plain for note in anlaeg.notes] == ["Beløbene er i 2020-priser."]
    assert codes(reading) == ["kommune-mangler", "beløb-ikke-læst"]


def _expect_lillehavn(reading: EarlierReading) -> None:
    found = signed(reading)
    savings = found.savings
    assert savings is not None
    assert reading.agreement["titel"] == "Aftale om budget 2025-2028"
    assert points(reading) == POINTS
    assert signatories(reading) == SIGNATORIES
    assert list(headings(reading.signed["indledning"])) == [(0, "Indledning"), (1, "Rammen")]
    assert found.chapters[0].lead_in == "I visionen hedder det:"
    assert len(found.chapters[0].quotation.blocks) == 2
    assert amounts(found.annexes[0]) == {
        "1.01": {2025: "150", 2026: "150"},
        "1.03": {2026: "75", 2027: "75", 2028: "-20"},
    }
    assert [(case.code, case.title, literals(case.amounts)) for case in savings.cases()] == [
        ("TU-02", "Færre kørsler med affald", dict.fromkeys((2025, 2026, 2027, 2028), "-0,50")),
        ("TU-03B", "Fælles værksted", {2026: "-0,025", 2027: "-0,10", 2028: "-0,10"}),
    ]
    assert [case.investment.literal for case in savings.cases() if case.investment] == ["1,75"]
    assert [group.committee for group in savings.groups] == ["Teknikudvalget"]
    assert (str(found.date), str(found.revised), found.place) == ("2024-09-24", "2024-10-02", "Lillehavn")
    assert codes(reading) == ["kommune-udledt", "nummer-mangler"]
    assert {line.fate for line in reading.accounting} == {Fate.PLACED, Fate.FURNITURE}


def test_word_with_heading_styles_and_real_tables() -> None:
    _expect_lillehavn(read_earlier("aftale.docx", agreement()))


def test_word_whose_headings_are_bold_lines() -> None:
    reading = read_earlier("aftale.docx", agreement(heading_styles=False))

    assert points(reading) == POINTS
    assert [chapter.heading for chapter in signed(reading).chapters] == ["1. Tryghed", "2. Havnen"]
    assert list(headings(reading.signed["indledning"])) == [(0, "Indledning"), (0, "Rammen")]


@pytest.mark.slow
@pytest.mark.parametrize("typeface", TYPEFACES)
def test_a_pdf_whose_tables_are_told_by_where_their_words_stand(typeface: str, tmp_path: Path) -> None:
    source = tmp_path / "aftale.docx"
    source.write_bytes(agreement())
    out = tmp_path / "pdf"
    out.mkdir()

    _expect_lillehavn(read_earlier("aftale.pdf", convert(source, out, typeface=typeface).read_bytes()))


@pytest.mark.parametrize("variant", [None, "pdf/ua-1"])
def test_a_pdf_from_a_web_page_with_a_heading_row_of_three_lines(variant: str | None) -> None:
    page = FOLDER / "oesteraa.html"
    content = WholeHtml(string=page.read_text(encoding="utf-8")).write_pdf(pdf_variant=variant)
    reading = read_earlier("aftale.pdf", content)
    found = signed(reading)
    assert found.savings is not None

    assert points(reading) == [
        ("1.1", "Flere hænder på plejehjemmene i hele kommunen"),
        ("1.2", "Skolemad"),
        ("2.1", "Nyt torv"),
    ]
    assert signatories(reading) == [
        ("Ida Bruun", "Venstre", "borgmester"),
        ("Per Agger", "Alternativet", None),
        ("Rita Krag", "Socialdemokratiet", None),
    ]
    assert [amounts(annex) for annex in found.annexes] == [
        {"1.1": {2026: "4.500", 2027: "5.000", 2028: "5.000", 2029: "5.000"}, "1.2": {2028: "700"}},
        {"2.1": {2027: "12.000"}},
    ]
    assert [(case.title, literals(case.amounts)) for case in found.savings.cases()] == [
        (
            "Færre vikarer på plejehjem og i hjemmeplejen i hele kommunen",
            dict.fromkeys((2026, 2027, 2028, 2029), "-1,00"),
        ),
        ("Velfærdsteknologi", {2027: "-0,25", 2028: "-0,50", 2029: "-0,50"}),
    ]
    assert [case.investment.literal for case in found.savings.cases() if case.investment] == ["1,20"]
    assert codes(reading) == ["kommune-udledt"]


CONTENTS = (
    ("1. Velfærd", 1),
    ("1.1. Flere hænder på plejehjemmene i hele kommunen", 1),
    ("2. By", 2),
    ("2.1. Nyt torv", 2),
)


@pytest.mark.parametrize("above", ["Østerå, den 3. oktober 2025", "Revideret den 7. oktober 2025"])
def test_a_contents_page_below_a_date_with_its_page_numbers_far_to_the_right_is_no_signature_block(above: str) -> None:
    entries = "".join(f"<div class=two><div>{words}</div><div>{page}</div></div>" for words, page in CONTENTS)
    page = (FOLDER / "oesteraa.html").read_text(encoding="utf-8")
    page = page.replace("<h2>Indledning", f"<p>{above}</p><h2>Indholdsfortegnelse</h2>{entries}<h2>Indledning", 1)

    reading = read_earlier("aftale.pdf", WholeHtml(string=page).write_pdf())

    assert points(reading) == [
        ("1.1", "Flere hænder på plejehjemmene i hele kommunen"),
        ("1.2", "Skolemad"),
        ("2.1", "Nyt torv"),
    ]
    assert [name for name, _, _ in signatories(reading)] == ["Ida Bruun", "Per Agger", "Rita Krag"]
    assert codes(reading) == ["kommune-udledt"]
    assert {line.fate for line in reading.accounting} == {Fate.PLACED, Fate.FURNITURE}
