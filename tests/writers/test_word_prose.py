"""Running text in Word: real lists, marks, links, and characters as they were written."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from lxml import etree

from renderer.model.markdown import parse_prose
from renderer.model.prose import (
    BulletList,
    Emphasis,
    Link,
    ListEntry,
    NumberedList,
    Numbering,
    Paragraph,
    Prose,
    Strong,
    Text,
)
from renderer.readers.earlier.word.read import read_word
from renderer.readers.text.piece import Piece
from renderer.writers.word import write_word
from tests.model.test_addresses import LEAD_NOWHERE
from tests.writers.editions import with_agreement_text, with_guide
from tests.writers.word_parts import Element, W, WordParts, text
from tests.written_prose import ALL_FORMS, proses


def paragraph(words: str) -> Paragraph:
    return Paragraph((Text(words),))


def bullets(*words: str) -> BulletList:
    return BulletList(tuple(ListEntry((paragraph(word),)) for word in words))


def entries(parts: WordParts) -> list[tuple[str, int, str]]:
    """Number of the list, level, and text of every entry."""
    return [
        (
            parts.values("w:pPr/w:numPr/w:numId", root=p)[0],
            int(parts.values("w:pPr/w:numPr/w:ilvl", root=p)[0]),
            text(p),
        )
        for p in parts.find("//w:p[w:pPr/w:numPr]")
        if text(p).startswith("punkt")
    ]


def definition(parts: WordParts, number: str, level: int) -> tuple[str, str, str | None]:
    """Format, mark and start of a list's level, as Word will count it."""
    numbering = parts.tree("word/numbering.xml")
    instance = parts.find(f"w:num[@w:numId='{number}']", numbering)[0]
    abstract = parts.values("w:abstractNumId", root=instance)[0]
    of_level = parts.find(f"w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']", numbering)[0]
    starts = parts.values(f"w:lvlOverride[@w:ilvl='{level}']/w:startOverride", root=instance)
    form, mark = parts.values("w:numFmt", root=of_level)[0], parts.values("w:lvlText", root=of_level)[0]
    return form, re.sub(r"%\d", "%", mark), starts[0] if starts else None


@pytest.mark.parametrize(
    ("numbering", "form", "mark"),
    [
        (Numbering.DECIMAL_POINT, "decimal", "%."),
        (Numbering.DECIMAL_PARENTHESIS, "decimal", "%)"),
        (Numbering.LETTER_POINT, "lowerLetter", "%."),
        (Numbering.LETTER_PARENTHESIS, "lowerLetter", "%)"),
    ],
)
@pytest.mark.parametrize("start", [1, 4])
def test_numbered_lists_count_as_they_were_written(numbering: Numbering, form: str, mark: str, start: int) -> None:
    points = tuple(ListEntry((paragraph(f"punkt {n}"),)) for n in range(3))

    parts = WordParts.of(with_guide(Prose((NumberedList(points, numbering, start),))))

    written = entries(parts)
    assert [words for _, _, words in written] == ["punkt 0", "punkt 1", "punkt 2"]
    assert len({number for number, _, _ in written}) == 1
    assert definition(parts, written[0][0], 0) == (form, mark, str(start))


def test_each_list_counts_by_itself() -> None:
    lists = [NumberedList((ListEntry((paragraph(f"punkt {n}"),)),)) for n in range(3)]
    between = [block for each in lists for block in (each, paragraph("Herefter:"))]

    parts = WordParts.of(with_guide(Prose(tuple(between))))

    assert len({number for number, _, _ in entries(parts)}) == 3


def test_lists_stand_in_each_other_at_their_own_level() -> None:
    inner = NumberedList((ListEntry((paragraph("punkt 1.1"), bullets("punkt 1.1.1"))),), Numbering.LETTER_PARENTHESIS)
    outer = BulletList((ListEntry((paragraph("punkt 1"), inner)), ListEntry((paragraph("punkt 2"),))))

    parts = WordParts.of(with_guide(Prose((outer,))))

    written = entries(parts)
    assert [(level, words) for _, level, words in written] == [
        (0, "punkt 1"),
        (1, "punkt 1.1"),
        (2, "punkt 1.1.1"),
        (0, "punkt 2"),
    ]
    assert written[0][0] == written[3][0]
    assert [definition(parts, number, level)[:2] for number, level, _ in written[:3]] == [
        ("bullet", "•"),
        ("lowerLetter", "%)"),
        ("bullet", "▪"),
    ]


def test_lists_deeper_than_word_counts_stay_on_the_deepest_level() -> None:
    nested = bullets("punkt bund")
    for depth in range(12):
        nested = BulletList((ListEntry((paragraph(f"punkt {depth}"), nested)),))

    levels = [level for _, level, _ in entries(WordParts.of(with_guide(Prose((nested,)))))]

    assert levels == [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8, 8]


def test_a_second_paragraph_of_an_entry_stands_under_its_text() -> None:
    entry = ListEntry((paragraph("punkt 1"), paragraph("Uddybning.")))

    parts = WordParts.of(with_guide(Prose((NumberedList((entry,)),))))

    further = next(p for p in parts.find("//w:p") if text(p) == "Uddybning.")
    assert parts.find("w:pPr/w:numPr", further) == []
    assert int(parts.values("w:pPr/w:ind", "left", further)[0]) > 0


def test_an_entry_that_begins_with_a_list_keeps_its_own_mark() -> None:
    outer = BulletList((ListEntry((bullets("punkt inderst"),)),))

    parts = WordParts.of(with_guide(Prose((outer,))))

    levels = parts.values("//w:p/w:pPr/w:numPr/w:ilvl")[:2]
    assert levels == ["0", "1"]


def test_more_lists_than_word_can_number_still_each_count_right() -> None:
    blocks = [block for n in range(1700) for block in (bullets(f"punkt {n}"), paragraph("Og:"))]
    numbered = NumberedList((ListEntry((paragraph("punkt sidst"),)),), start=3)

    parts = WordParts.of(with_guide(Prose((*blocks, numbered))))

    written = entries(parts)
    assert len(written) == 1701
    assert max(int(number) for number, _, _ in written) < 2046
    assert definition(parts, written[-2][0], 0)[0] == "bullet"
    assert definition(parts, written[-1][0], 0) == ("decimal", "%.", "3")


def look(run: Element) -> set[str]:
    marks = run.find(f"{W}rPr")
    return set() if marks is None else {str(mark.tag).removeprefix(W) for mark in marks}


def test_marks_are_bold_and_italic_in_the_order_of_the_schema() -> None:
    words = (Strong((Text("fed "), Emphasis((Text("begge"),)))), Emphasis((Strong((Text("omvendt"),)),)))

    parts = WordParts.of(with_guide(Prose((Paragraph(words),))))

    runs = {text(run): look(run) for run in parts.find("//w:r") if text(run) in {"fed ", "begge", "omvendt"}}
    assert runs == {"fed ": {"b", "bCs"}, "begge": {"b", "bCs", "i", "iCs"}, "omvendt": {"b", "bCs", "i", "iCs"}}
    for run in parts.find("//w:r[w:rPr/w:i][w:rPr/w:b]"):
        assert [str(mark.tag).removeprefix(W) for mark in run[0]] == ["b", "bCs", "i", "iCs"]


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://ballerup.dk/budget?a=1&b=2#x", "https://ballerup.dk/budget?a=1&b=2#x"),
        ("mailto:okonomi@balk.dk", "mailto:okonomi@balk.dk"),
        ("https://ballerup.dk/%C3%A6ldre", "https://ballerup.dk/%C3%A6ldre"),
        ("https://ballerup.dk/ældre og børn", "https://ballerup.dk/%C3%A6ldre%20og%20b%C3%B8rn"),
    ],
)
def test_a_link_leads_to_its_address(address: str, target: str) -> None:
    linked = Prose((Paragraph((Link(address, (Text("her"),)), Text(" og "), Link(address, (Text("der"),)))),))

    parts = WordParts.of(with_agreement_text(linked))

    relationships = parts.tree("word/_rels/document.xml.rels")
    external = {str(e.get("Id")): str(e.get("Target")) for e in relationships if e.get("TargetMode") == "External"}
    links = parts.find("//w:hyperlink")
    assert [text(link) for link in links] == ["her", "der"]
    assert external == {str(link.get(f"{{{parts.document.nsmap['r']}}}id")): target for link in links}


@pytest.mark.parametrize("address", LEAD_NOWHERE)
def test_a_link_that_may_not_lead_out_is_words(address: str) -> None:
    parts = WordParts.of(with_agreement_text(Prose((Paragraph((Link(address, (Text("bilaget"),)),)),))))

    assert parts.find("//w:hyperlink") == []
    assert "bilaget" in [words for _, words in parts.paragraphs()]


def test_line_breaks_and_spaces_that_must_not_break_are_kept() -> None:
    words = "0,5\u00a0mio.\u00a0kr.\\\nog  derefter § 16"

    parts = WordParts.of(with_guide(parse_prose(words)))

    assert "0,5\u00a0mio.\u00a0kr.\nog derefter § 16" in [words for _, words in parts.paragraphs()]


def test_smileys_in_a_text_stand_in_the_smiley_font() -> None:
    parts = WordParts.of(with_guide(parse_prose("Giv en ☺ eller en **☹** til alle.")))

    runs = {text(run): parts.find("w:rPr/w:rFonts", run) for run in parts.find("//w:p[contains(., 'Giv en')]/w:r")}
    assert [words for words, fonts in runs.items() if fonts] == ["☺", "☹"]
    assert "".join(runs) == "Giv en ☺ eller en ☹ til alle."


def test_characters_that_xml_cannot_hold_are_shown_as_unknown() -> None:
    parts = WordParts.of(with_guide(Prose((paragraph("a\x00b\x0bc\x1fd\ud800e\ufffef"),))))

    assert "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf" in [words for _, words in parts.paragraphs()]


@pytest.mark.parametrize("words", ["Ø" * 100_000, "Sætning nummer et. " * 5300])
def test_a_cell_may_hold_a_hundred_thousand_characters(words: str) -> None:
    parts = WordParts.of(with_agreement_text(Prose((paragraph(words),))))

    assert text(parts.find("//w:tr[2]/w:tc[1]")[0]) == words


@given(proses(replace(ALL_FORMS, tricky=False)))
def test_every_text_can_be_read_back(prose: Prose) -> None:
    written = write_word(with_guide(prose))
    etree.fromstring(WordParts(written).read("word/document.xml"))

    pieces = [part.prose.blocks for part in read_word("brev.docx", written).parts if isinstance(part, Piece)]

    texts = [block for blocks in pieces for block in blocks]
    start = texts.index(paragraph("Læsevejledning")) + 1
    assert tuple(texts[start : start + len(prose.blocks)]) == prose.blocks
