"""Word files say what the edition says: the same words in the same order."""

import datetime

from renderer.edition.draft import Draft
from renderer.edition.edition import Definition, Edition, Face, LabelledLine
from renderer.model.markdown import parse_prose
from renderer.model.prose import Prose
from tests.writers.editions import small_edition, with_guide, with_words, without_items
from tests.writers.word_parts import WordParts, text

TABLE_STYLES = ("Tabel", "heading 3")


def spoken(line: LabelledLine) -> str:
    return f"{line.label}: {line.value}" if line.value else f"{line.label}:"


def lines(prose: Prose) -> list[str]:
    """The paragraphs of a text whose lists stand without their marks, as Word holds them."""
    marks = ("• ", "◦ ", "1. ", "2. ", "3. ", "a) ", "b) ", "c) ")
    stripped = (line.strip() for line in prose.plain.split("\n"))
    return [
        line[len(mark) :] if (mark := line[:2] if line[:2] in marks else line[:3]) in marks else line
        for line in stripped
    ]


def meanings(characters: str, definition: Definition) -> list[str]:
    return [f"{face}:\t{said.meaning}" for face, said in zip(characters, definition.faces, strict=True)]


def faces(edition: Edition) -> list[list[str]]:
    return [[row.face.smiley if row.face else "" for row in item.rows] for item in edition.items()]


def test_the_letter_stands_in_the_order_of_the_layout() -> None:
    edition = small_edition()
    guide = edition.letter.guide

    written = [words for style, words in WordParts.of(edition).paragraphs() if not style.startswith(TABLE_STYLES)]

    defined = [*meanings("☺😐☹", guide.effort), *meanings("☺☹", guide.finances)]
    expected = [
        "ØKONOMI OG STYRING",
        *(spoken(line) for line in edition.letter.lines),
        edition.letter.title,
        "Læsevejledning",
        *lines(guide.prose),
        "Definition af smileys på indsats",
        *defined[:3],
        *lines(guide.finances_prose),
        "Definition af smileys på økonomi",
        *defined[3:],
    ]
    assert written[: len(expected)] == expected


def test_every_table_says_what_its_item_says() -> None:
    edition = small_edition()
    parts = WordParts.of(edition)

    for table, item in zip(parts.find("//w:tbl"), edition.items(), strict=True):
        rows = [
            [[text(p) for p in parts.find("w:p", cell)] for cell in parts.find("w:tc", row)]
            for row in parts.find("w:tr", table)
        ]
        heading, agreed, *reports = rows
        assert heading == [[item.heading], [item.type_label], ["Tid"], ["Smiley"]]
        assert agreed[0] == lines(item.agreement_text)
        assert agreed[1] == [*map(spoken, item.responsibility), *lines(item.description)]
        assert agreed[2:] == [[""], [""]]
        for (label, told, time, face), row in zip(reports, item.rows, strict=True):
            assert label == [row.label]
            assert told == [*lines(row.text), *(["Status:", *lines(row.status)] if row.status else [])]
            assert time == [row.time]
            assert bool(face[0]) == bool(row.face)


def test_all_four_milestones_are_printed_also_without_text() -> None:
    parts = WordParts.of(small_edition(0))

    labels = [[text(cell) for cell in parts.find("w:tr/w:tc[1]", table)][2:] for table in parts.find("//w:tbl")]

    assert labels == [["Milepæl"] * 4 + ["Økonomi"]] * len(list(small_edition(0).items()))
    assert "" in [text(cell) for cell in parts.find("//w:tr/w:tc[2]")]


def test_smileys_are_the_characters_that_programs_read() -> None:
    edition = small_edition(4)
    characters = {"": "", "glad": "☺", "mellemfornøjet": "😐", "sur": "☹"}
    parts = WordParts.of(edition)

    written = [
        [text(cell) for cell in parts.find("w:tr[position() > 2]/w:tc[4]", table)] for table in parts.find("//w:tbl")
    ]

    assert written == [[characters[face] for face in item] for item in faces(edition)]
    assert {face for item in faces(edition) for face in item} == set(characters)


def test_the_word_stands_beside_the_smiley_where_asked_for() -> None:
    parts = WordParts.of(with_words(small_edition(4)))

    words = {text(cell) for cell in parts.find("//w:tr[position() > 2]/w:tc[4]")}

    assert words == {"", "☺\u00a0Glad", "😐\u00a0Mellemfornøjet", "☹\u00a0Sur"}
    assert "😐\u00a0Mellemfornøjet:\tMilepælen er ikke nået helt" in "".join(words for _, words in parts.paragraphs())


def test_a_smiley_without_a_meaning_is_still_defined_by_its_face() -> None:
    edition = small_edition()
    effort = edition.letter.guide.effort
    bare = tuple(Face(smiley=face.smiley, word=face.word, meaning=None) for face in effort.faces)
    guide = edition.letter.guide.model_copy(update={"effort": effort.model_copy(update={"faces": bare})})
    letter = edition.letter.model_copy(update={"guide": guide})

    written = [words for _, words in WordParts.of(edition.model_copy(update={"letter": letter})).paragraphs()]

    assert written.count("☺:") == 1


def test_an_empty_guide_leaves_no_heading() -> None:
    edition = with_guide(Prose())
    guide = edition.letter.guide
    empty = {
        "effort": guide.effort.model_copy(update={"faces": ()}),
        "finances": guide.finances.model_copy(update={"faces": ()}),
    }
    bare = guide.model_copy(update={**empty, "finances_prose": Prose()})
    letter = edition.letter.model_copy(update={"guide": bare, "subtitle": "Tredje opfølgning", "department": None})

    written = list(WordParts.of(edition.model_copy(update={"letter": letter})).paragraphs())

    assert [style for style, _ in written[:8]] == [*["Brevhoved"] * 5, "heading 1", "Subtitle", "Afslutning"]
    assert not any("Læsevejledning" in words or "Definition" in words for _, words in written)


def test_chapters_have_headings_and_introductions() -> None:
    parts = WordParts.of(small_edition())
    styles = [(style, words) for style, words in parts.paragraphs() if style in {"heading 2", "Kapiteltekst"}]

    assert styles == [
        ("heading 2", "Læsevejledning"),
        ("heading 2", "5. Erhverv og Beskæftigelse"),
        ("heading 2", "6. Social og Sundhed"),
        ("Kapiteltekst", "Kapitlet handler om det, der er fælles for alle borgere; se bilaget."),
    ]


def test_an_edition_without_items_says_so() -> None:
    parts = WordParts.of(without_items())

    assert parts.find("//w:tbl") == []
    assert ("Kapiteltekst", "Der er ingen delelementer på udvalgets område i denne aftale.") in list(parts.paragraphs())
    assert len(parts.find("//w:sectPr")) == 2


def test_a_draft_says_so_on_every_page_and_in_its_title() -> None:
    draft = Draft(number=2, date=datetime.date(2018, 7, 4))

    parts = WordParts.of(small_edition(), draft)

    heads = [list(parts.paragraphs(head)) for head in parts.stories("header")]
    assert [head[0] for head in heads] == [("Udkast", "UDKAST · nr.\u00a02 · 4.\u00a0juli 2018")] * 3
    assert b"<dc:title>UDKAST: Anden opf" in parts.read("docProps/core.xml")
    assert b"<cp:contentStatus>Udkast<" in parts.read("docProps/core.xml")


def test_only_a_draft_says_that_it_is_one() -> None:
    edition = WordParts.of(small_edition())

    assert not any(b"UDKAST" in edition.read(name) for name in edition.names)


def test_text_that_looks_like_xml_is_text() -> None:
    tricky = "<w:p/> & \"citat\" 'x' ]]> &amp; <script>"

    assert tricky in [words for _, words in WordParts.of(with_guide(parse_prose(tricky))).paragraphs()]
