"""How the pages look: sizes, columns, breaks, heads and feet, as the layout asks (LAYOUT)."""

import pytest
from weasyprint import Page

from renderer.edition.build import build_edition
from renderer.edition.edition import Edition
from renderer.model.prose import Paragraph, Prose, Text
from renderer.writers.continued import tables
from tests.samples import large_case, small_case
from tests.writers import laid_out
from tests.writers.editions import small_edition, with_agreement_text, with_words, without_items

TOLERANCE = 0.01


def prose(*paragraphs: str) -> Prose:
    return Prose(tuple(Paragraph((Text(paragraph),)) for paragraph in paragraphs))


@pytest.fixture(scope="module", params=["small", "large"])
def edition(request: pytest.FixtureRequest) -> Edition:
    return build_edition(small_case(), 4) if request.param == "small" else build_edition(large_case(40), 3)


@pytest.fixture(scope="module")
def pages(edition: Edition) -> list[Page]:
    return laid_out.pages(edition)


def test_a_portrait_letter_then_landscape_pages(pages: list[Page]) -> None:
    sizes = [
        (round(page.width / laid_out.PIXELS_PER_MM), round(page.height / laid_out.PIXELS_PER_MM)) for page in pages
    ]

    assert sizes[0] == (210, 297)
    assert set(sizes[1:]) == {(297, 210)}


def test_tables_are_exactly_as_wide_as_the_column(pages: list[Page]) -> None:
    for page in pages[1:]:
        body = laid_out.page_box(page)
        for table in tables(page):
            assert table.position_x == pytest.approx(body.content_box_x(), abs=TOLERANCE)
            assert table.border_width() == pytest.approx(body.width, abs=TOLERANCE)


def test_the_four_columns(pages: list[Page]) -> None:
    for page in pages[1:]:
        for table in tables(page):
            widths = [cell.border_width() for cell in laid_out.cells(laid_out.heading_row(table))]
            assert [round(100 * width / sum(widths)) for width in widths] == [34, 38, 18, 10]


def test_no_row_is_split_unless_it_is_taller_than_a_page(edition: Edition, pages: list[Page]) -> None:
    split = {row: on for row, on in laid_out.row_pages(pages).items() if len(on) > 1}
    long = [item for item in edition.items() if len(item.agreement_text.plain) > 1800]

    assert len(split) == len(long)
    for on in split.values():
        assert len(on) > 1
        # More than the rest of one page and the beginning of another: a page of its own would not have held it.
        assert on == list(range(on[0], on[-1] + 1))


def test_a_table_has_its_heading_row_on_every_page_marked_from_the_second_on(
    edition: Edition, pages: list[Page]
) -> None:
    headings = {"".join(item.heading.split()) for item in edition.items()}
    begun: set[object] = set()
    for page in pages:
        for table in tables(page):
            heading = laid_out.words(laid_out.cells(laid_out.heading_row(table))[0])
            assert heading.removesuffix("(fortsat)") in headings
            assert heading.endswith("(fortsat)") == (table.element in begun)
            begun.add(table.element)
    assert len(begun) == len(list(edition.items()))


def assert_words_stay_in_their_cells(pages: list[Page]) -> None:
    for page in pages:
        for table in tables(page):
            for row in (laid_out.heading_row(table), *laid_out.body_rows(table)):
                for cell in laid_out.cells(row):
                    right = cell.position_x + cell.border_width()
                    for box in cell.descendants(placeholders=True):
                        assert not hasattr(box, "text") or box.position_x + box.width <= right


def test_no_words_leave_their_cell(pages: list[Page]) -> None:
    assert_words_stay_in_their_cells(pages)


@pytest.mark.parametrize("text", ["Donaudampfschifffahrtsgesellschaft" * 5, "https://ballerup.dk/" + "a" * 90])
def test_neither_do_the_words_beside_smileys_nor_very_long_words(text: str) -> None:
    assert_words_stay_in_their_cells(laid_out.pages(with_words(with_agreement_text(prose(text)))))


def test_no_heading_row_ends_a_page_and_no_finances_row_begins_one_alone(pages: list[Page]) -> None:
    for page in pages:
        for table in tables(page):
            rows = laid_out.body_rows(table)
            assert rows
            assert laid_out.words(rows[0])[:7] != "Økonomi"


def test_a_chapter_heading_stands_with_its_first_table(edition: Edition, pages: list[Page]) -> None:
    headings = 0
    for page in pages[1:]:
        boxes = [
            box
            for box in laid_out.page_box(page).descendants()
            if box.element_tag == "h2" and hasattr(box, "children") and not box.is_leader
        ]
        tops = [table.position_y for table in tables(page)]
        for box in {box.element: box for box in boxes}.values():
            headings += 1
            assert max(tops) > box.position_y
    assert headings == len(edition.chapters)


def test_a_short_text_row_does_not_end_a_page() -> None:
    """Items that are a little higher than half a page put every kind of break to the test."""
    edition = build_edition(large_case(60), 3)
    short = [
        item.model_copy(update={"agreement_text": prose("Kort."), "description": Prose()}) for item in edition.items()
    ]
    chapter = edition.chapters[0].model_copy(update={"items": tuple(short)})
    pages = laid_out.pages(edition.model_copy(update={"chapters": (chapter,)}))

    ends = [laid_out.body_rows(list(tables(page))[-1])[-1] for page in pages[1:]]

    assert len(pages) > 10
    assert all(row.element.get("class") != "with-next" for row in ends)
    assert any(laid_out.words(row).startswith("Milepæl") for row in ends)


def test_a_row_wrongly_thought_lower_than_a_page_splits_and_its_low_neighbours_stay_whole() -> None:
    """Found by a generated case: a milestone of one line stood at a page's foot, and its label overleaf."""
    item = next(small_edition().items())
    finances = prose(*["Besparelsen er fundet."] * 31)
    split = 0
    for lines in range(10, 14):
        rows = [row.model_copy(update={"text": prose(*["Kort."] * 5), "status": Prose()}) for row in item.rows]
        rows[0] = rows[0].model_copy(update={"text": prose(*["Kort."] * lines)})
        rows[-1] = rows[-1].model_copy(update={"text": finances})
        chapter = small_edition().chapters[0]
        high = item.model_copy(update={"rows": tuple(rows)})
        edition = small_edition().model_copy(update={"chapters": (chapter.model_copy(update={"items": (high,)}),)})

        pages = [on for on in laid_out.row_pages(laid_out.pages(edition)).values() if len(on) > 1]

        assert len(pages) <= 1
        split += len(pages)
    assert split


def test_heads_and_feet_stand_on_one_line(edition: Edition, pages: list[Page]) -> None:
    for number, page in enumerate(pages[1:], 2):
        boxes = dict(laid_out.furniture(page))
        assert set(boxes) == {"@top-left", "@top-right", "@bottom-left", "@bottom-center", "@bottom-right"}
        for edge in ("@top", "@bottom"):
            lines = [laid_out.baselines(box) for place, box in boxes.items() if place.startswith(edge)]
            assert len(set.union(*lines)) == 1
        assert laid_out.words(boxes["@bottom-center"]) == f"-{number}-"


def test_the_letter_page_has_its_number_only(pages: list[Page]) -> None:
    [(place, box)] = laid_out.furniture(pages[0])

    assert (place, laid_out.words(box)) == ("@bottom-right", "Side1")


def test_a_long_reading_guide_runs_over_to_a_second_letter_page() -> None:
    edition = small_edition()
    guide = edition.letter.guide.model_copy(update={"prose": prose(*["Vejledningen er lang. " * 20] * 12)})
    letter = edition.letter.model_copy(update={"guide": guide})

    pages = laid_out.pages(edition.model_copy(update={"letter": letter}))

    assert [laid_out.words(box) for page in pages[:2] for _, box in laid_out.furniture(page)] == ["Side1", "Side2"]
    assert dict(laid_out.furniture(pages[2]))


def test_a_row_taller_than_a_page_begins_below_its_heading_and_breaks_between_lines() -> None:
    pages = laid_out.pages(with_agreement_text(prose("kommunens budget og dets mål " * 400)))

    by_row = laid_out.row_pages(pages)
    on = next(iter(by_row.values()))

    assert on[0] == 2
    assert len(on) >= 3
    for page in pages[1 : on[-1]]:
        [table] = tables(page)
        assert laid_out.heading_row(table)


def test_a_row_thought_tall_enough_for_a_page_that_is_not_gets_its_heading_back() -> None:
    """Wide letters make a row higher than its number of characters promises."""
    edition = with_agreement_text(prose(*["MMMMMM WWWWWW " * 20] * 5))

    pages = laid_out.pages(edition)

    assert all(laid_out.heading_row(table) for page in pages for table in tables(page))


def test_a_row_of_narrow_letters_that_fits_on_a_page_is_not_split() -> None:
    """Its number of characters promises more than a page."""
    edition = with_agreement_text(prose("til lille " * 220))
    chapter = edition.chapters[0]
    before = chapter.items[0].model_copy(update={"anchor": "kort", "agreement_text": prose("Kort.")})
    both = chapter.model_copy(update={"items": (before, *chapter.items)})

    pages = laid_out.pages(edition.model_copy(update={"chapters": (both,)}))

    assert {len(on) for on in laid_out.row_pages(pages).values()} == {1}


def test_an_edition_without_items_prints_its_notice() -> None:
    edition = without_items()

    pages = laid_out.pages(edition)

    assert len(pages) == 2
    assert "".join((edition.empty_notice or "?").split()) in laid_out.words(laid_out.page_box(pages[1]))
