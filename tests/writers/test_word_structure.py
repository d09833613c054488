"""The structure of Word files: sections, tables that repeat and keep their rows, running heads and feet, bookmarks."""

from itertools import pairwise

import pytest

from renderer.edition.draft import Draft
from renderer.model.markdown import parse_prose
from tests.writers.editions import small_edition, with_agreement_text, with_words
from tests.writers.word_parts import W, WordParts, text


@pytest.fixture(scope="module")
def parts() -> WordParts:
    return WordParts.of(small_edition())


def fields(parts: WordParts, kind: str) -> list[list[str]]:
    return [
        [text.strip() for e in parts.find(".//w:instrText", story) if (text := e.text)] for story in parts.stories(kind)
    ]


def test_the_letter_is_portrait_and_the_tables_are_landscape(parts: WordParts) -> None:
    sizes = parts.find("//w:sectPr/w:pgSz")

    assert [(size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) for size in sizes] == [
        ("11906", "16838", None),
        ("16838", "11906", "landscape"),
    ]
    assert parts.values("//w:sectPr/w:type") == ["nextPage", "nextPage"]


def test_heads_and_feet_are_real_and_say_what_the_layout_says(parts: WordParts) -> None:
    furniture = small_edition().furniture

    assert [text(head) for head in parts.stories("header")] == [
        "Ballerup Kommune",
        f"{furniture.head_left}\t{furniture.head_right}",
    ]
    assert [text(foot) for foot in parts.stories("footer")] == [
        "Side 1",
        f"{furniture.foot_left}\t- 2 -\t{furniture.foot_right}",
    ]
    assert fields(parts, "footer") == [["PAGE"], ["PAGE"]]
    assert len({name for name in parts.names if name.startswith(("word/header", "word/footer"))}) == 4


def test_the_tabs_of_heads_and_feet_fit_the_text_width(parts: WordParts) -> None:
    width = sum(map(int, parts.values("//w:tbl[1]/w:tblGrid/w:gridCol", "w")))

    for kind, expected in (("header", [width]), ("footer", [width // 2, width])):
        tabs = parts.values(".//w:tabs/w:tab", "pos", parts.stories(kind)[1])
        assert [int(position) for position in tabs] == expected


def test_the_letterhead_is_a_frame_in_the_margin_and_no_table(parts: WordParts) -> None:
    framed = parts.find("//w:p[w:pPr/w:framePr]")
    margins = parts.find("//w:sectPr/w:pgMar")[0]
    frame = parts.find("w:pPr/w:framePr", framed[0])[0]

    assert [text(paragraph) for paragraph in framed][:2] == ["ØKONOMI OG STYRING", "Dato: 6.\u00a0juli 2018"]
    assert len({str(sorted(e.attrib.items())) for e in parts.find("//w:framePr")}) == 1
    assert int(frame.get(f"{W}x", "0")) > 11906 - int(margins.get(f"{W}right", "0"))


def test_every_table_has_four_columns_of_the_layouts_shares(parts: WordParts) -> None:
    for table in parts.find("//w:tbl"):
        widths = [int(width) for width in parts.values("w:tblGrid/w:gridCol", "w", table)]
        assert [round(100 * width / sum(widths)) for width in widths] == [34, 38, 18, 10]
        assert {len(parts.find("w:tc", row)) for row in parts.find("w:tr", table)} == {4}
        for row in parts.find("w:tr", table):
            assert [int(width) for width in parts.values("w:tc/w:tcPr/w:tcW", "w", row)] == widths


def test_the_column_of_smileys_has_room_for_words() -> None:
    parts = WordParts.of(with_words(small_edition()))

    assert int(parts.values("//w:tbl[1]/w:tblGrid/w:gridCol[4]", "w")[0]) > 2000


def test_no_cell_is_merged_and_no_table_is_for_layout(parts: WordParts) -> None:
    assert parts.find("//w:gridSpan | //w:vMerge | //w:hMerge | //w:tc//w:tbl") == []
    assert len(parts.find("//w:tbl")) == len(list(small_edition().items()))


def test_only_the_heading_row_repeats(parts: WordParts) -> None:
    for table in parts.find("//w:tbl"):
        marked = [bool(parts.find("w:trPr/w:tblHeader", row)) for row in parts.find("w:tr", table)]
        assert marked == [True] + [False] * 6


def test_rows_are_not_split_unless_taller_than_a_page(parts: WordParts) -> None:
    splitting = [row for row in parts.find("//w:tr") if not parts.find("w:trPr/w:cantSplit", row)]

    # The sample's one long row stands in 6.1.
    assert [text(parts.find("../w:tr[1]/w:tc[1]", row)[0]) for row in splitting] == ["6.1. Frit valg på ældreområdet"]
    assert parts.find("w:trPr/w:tblHeader", splitting[0]) == []


@pytest.mark.parametrize(("sentences", "kept"), [(10, True), (25, True), (80, False), (2000, False)])
def test_a_row_may_be_split_when_its_text_does_not_fit_on_a_page(sentences: int, kept: bool) -> None:
    prose = parse_prose("Der oprettes en fælles pulje til lokale initiativer i hele kommunen. " * sentences)

    parts = WordParts.of(with_agreement_text(prose))

    assert bool(parts.find("//w:tr[2]/w:trPr/w:cantSplit")) is kept


def test_the_heading_row_stays_with_the_text_row(parts: WordParts) -> None:
    names, kept = parts.style_names(), set()
    for style in parts.find("//w:style[w:pPr/w:keepNext]", parts.tree("word/styles.xml")):
        kept.add(names[str(style.get(f"{W}styleId"))])

    styles = {names[style] for style in parts.values("//w:tr[1]//w:pStyle")}

    based = parts.values("//w:style[w:name/@w:val='Tabeltitel']/w:basedOn", root=parts.tree("word/styles.xml"))
    assert styles == {"Tabeltitel", "Tabelhoved"}
    assert [names[style] for style in based] == ["Tabelhoved"]
    assert {"heading 1", "heading 2", "heading 3", "Tabelhoved"} <= kept


def test_the_last_two_rows_stay_together(parts: WordParts) -> None:
    for table in parts.find("//w:tbl"):
        rows = parts.find("w:tr", table)
        assert all(parts.find("w:pPr/w:keepNext", p) for p in parts.find("w:tc[1]/w:p | w:tc[3]/w:p", rows[-2]))
        assert not parts.find(".//w:keepNext", rows[-1])


@pytest.mark.parametrize("draft", [None, Draft()], ids=["edition", "draft"])
def test_every_table_stands_below_a_heading_that_the_navigation_pane_lists(draft: Draft | None) -> None:
    parts = WordParts.of(small_edition(), draft)

    for table, item in zip(parts.find("//w:tbl"), small_edition().items(), strict=True):
        heading = table.getprevious()
        assert heading is not None
        assert [parts.style_names()[style] for style in parts.values("w:pPr/w:pStyle", root=heading)] == ["heading 3"]
        assert text(heading) == text(parts.find("w:tr[1]/w:tc[1]", table)[0]) == item.heading
        assert (following := table.getnext()) is None or following.tag == f"{W}p"
    assert not parts.find("//w:tc//w:pStyle[@w:val='Heading3']")


def test_every_table_has_a_title_and_a_description(parts: WordParts) -> None:
    captions = parts.values("//w:tblPr/w:tblCaption")

    assert captions == [item.heading for item in small_edition().items()]
    assert all("milepæle" in description for description in parts.values("//w:tblPr/w:tblDescription"))


def test_headings_form_an_outline_without_a_skipped_level(parts: WordParts) -> None:
    names = parts.style_names()
    outline = {}
    for style in parts.find("//w:style[w:pPr/w:outlineLvl]", parts.tree("word/styles.xml")):
        outline[names[str(style.get(f"{W}styleId"))]] = int(parts.values("w:pPr/w:outlineLvl", root=style)[0])
    outline["Definitionsoverskrift"] = outline["heading 3"]

    levels = [outline[style] for style, _ in parts.paragraphs() if style in outline]

    assert levels[0] == 0
    assert levels.count(0) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert levels.count(2) == len(list(small_edition().items())) + 2


def test_title_chapters_and_items_have_bookmarks(parts: WordParts) -> None:
    edition = small_edition()
    expected = ["titel"]
    for chapter in edition.chapters:
        expected += [chapter.anchor, *(item.anchor for item in chapter.items)]

    assert parts.values("//w:bookmarkStart", "name") == [anchor.replace("-", "_") for anchor in expected]
    assert len(set(parts.values("//w:bookmarkStart", "id"))) == len(expected)


def test_bookmarks_stay_apart_where_anchors_are_alike() -> None:
    edition = small_edition()
    anchors = ("5.1", "5-1", "a" * 60, "A" * 60, "æøå")
    chapter = edition.chapters[0]
    items = tuple(chapter.items[0].model_copy(update={"anchor": anchor}) for anchor in anchors)
    changed = edition.model_copy(update={"chapters": (chapter.model_copy(update={"items": items}),)})

    names = WordParts.of(changed).values("//w:bookmarkStart", "name")

    assert len(names) == len({name.lower() for name in names}) == 7
    assert all(len(name) <= 40 and name.replace("_", "").isalnum() and name[0].isalpha() for name in names)


def test_a_draft_has_the_same_structure() -> None:
    edition, draft = WordParts.of(small_edition()), WordParts.of(small_edition(), Draft())

    added = {"customXml/_rels/item1.xml.rels", "customXml/item1.xml", "customXml/itemProps1.xml"}
    stories = {name for name in (*edition.names, *draft.names) if name.startswith(("word/header", "word/footer"))}
    assert set(draft.names) - set(edition.names) - stories == {*added, "docProps/custom.xml"}
    assert set(edition.names) <= set(draft.names) | stories
    assert fields(edition, "footer") == fields(draft, "footer")
