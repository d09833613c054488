"""The PDF's structure says what the page says: the same parts, cells, words and order as the edition.

veraPDF sees none of this: it checks the grammar of the tags, not their sense.
"""

import itertools

import pytest

from renderer.edition.build import build_edition
from renderer.edition.edition import Edition
from renderer.writers.pdf import write_pdf
from tests.overviews import overview_edition
from tests.samples import large_case, small_case
from tests.writers.editions import with_words, without_items
from tests.writers.expected_overview import figures
from tests.writers.expected_tags import Expected, expected_document
from tests.writers.tagged_pdf import Element, TaggedPdf

A4_LANDSCAPE = (842, 596)
"""Points."""


def editions() -> dict[str, Edition]:
    small, large = small_case(), large_case(20)
    return {
        "plan": build_edition(small, 0),
        "second": build_edition(small, 2),
        "last": build_edition(small, 4),
        "committee": build_edition(small, 2, small.agreement.committees[0]),
        "large": build_edition(large, 3),
        "words": with_words(build_edition(small, 3)),
        "empty": without_items(),
        "overview": overview_edition(3),
        "first overview": overview_edition(1),
        "overview of a committee": overview_edition(2, small.agreement.committees[0]),
        "large overview": overview_edition(3, items=86),
    }


@pytest.fixture(scope="module", params=editions())
def edition(request: pytest.FixtureRequest) -> Edition:
    return editions()[request.param]


@pytest.fixture(scope="module")
def tagged(edition: Edition) -> TaggedPdf:
    return TaggedPdf(write_pdf(edition))


def seen(element: Element) -> Expected:
    """An element as `expected_tags` says it, neighbouring words joined."""
    kids: list[Expected | str] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(seen(kid))
        elif kids and isinstance(kids[-1], str):
            kids[-1] += kid
        elif kid:
            kids.append(kid)
    return element.role, kids


def differences(found: "Expected | str", wanted: "Expected | str", place: str = "") -> list[str]:
    """Where a structure is not the wanted one: the innermost parts that differ, each with the way to it."""
    if isinstance(found, str) or isinstance(wanted, str) or found[0] != wanted[0]:
        return [] if found == wanted else [f"{place}: {found!r} is not {wanted!r}"]
    if len(found[1]) != len(wanted[1]):
        return [f"{place}/{found[0]}: {found[1]!r} are not {wanted[1]!r}"]
    return [
        difference
        for number, (kid, other) in enumerate(zip(found[1], wanted[1], strict=True))
        for difference in differences(kid, other, f"{place}/{found[0]}[{number}]")
    ]


def test_the_structure_is_the_editions(edition: Edition, tagged: TaggedPdf) -> None:
    assert differences(seen(tagged.document), expected_document(edition)) == []


def test_everything_marked_hangs_in_the_tree_once(tagged: TaggedPdf) -> None:
    marked = [(number, mcid) for number, page in enumerate(tagged.pages) for mcid in page.marked]

    assert sorted(tagged.used) == sorted(marked)


def test_nothing_else_is_shown_but_page_furniture_and_repeated_headings(edition: Edition, tagged: TaggedPdf) -> None:
    headings = {"".join(item.heading.split()) for item in edition.items()} | overview_heads(edition)
    furniture = edition.furniture
    for number, page in enumerate(tagged.pages, 1):
        assert page.unmarked == ""
        subtypes: dict[str, list[str]] = {"/Header": [], "/Footer": [], "": []}
        for properties, words in page.artifacts:
            assert properties["/Type"] == "/Pagination"
            subtypes[properties.get("/Subtype", "")].append(words)
        if number == 1:
            assert subtypes == {"/Header": [], "/Footer": ["Side1"], "": []}
            continue
        heads = [furniture.head_left, furniture.head_right]
        feet = [furniture.foot_left, f"-{number}-", furniture.foot_right]
        assert "".join(subtypes["/Header"]) == "".join("".join(heads).split())
        assert "".join(subtypes["/Footer"]) == "".join("".join(feet).split())
        repeated = "".join(subtypes[""]).split("(fortsat)")
        assert repeated == [""] or repeated[0] in headings
        assert all(words.endswith(tuple(headings)) for words in repeated[:-1])


def overview_heads(edition: Edition) -> set[str]:
    """The first cells of the heading rows in the overview."""
    if edition.overview is None:
        return set()
    groups = [group.heading for group in edition.overview.strip.groups]
    labels = [listed.labels[0] for listed in edition.overview.lists]
    return {"".join(text.split()) for text in (*groups, *labels)}


def test_every_bar_says_what_it_shows_and_where_it_stands(edition: Edition, tagged: TaggedPdf) -> None:
    found = tagged.document.all("Figure")

    assert [one.text_of("/Alt") for one in found] == (figures(edition.overview) if edition.overview else [])
    for one in found:
        left, low, right, high = (float(edge) for edge in one.attribute("/BBox"))
        assert 0 < left < right < A4_LANDSCAPE[0]
        assert 0 < low < high < A4_LANDSCAPE[1]
        assert tagged.used.count(next(iter(tagged.contents_of(one.source)))) == 1


def test_every_cell_points_at_heading_cells_of_its_own_table(tagged: TaggedPdf) -> None:
    for table in tagged.document.all("Table"):
        headers = {cell.text_of("/ID"): cell for cell in table.all("TH")}
        assert None not in headers
        assert len(headers) == len(table.all("TH"))
        for cell in table.all("TD"):
            names = [str(name) for name in cell.attribute("/Headers")]
            assert names
            assert set(names) <= set(headers)
            assert next(headers[name].attribute("/Scope") for name in names) == "/Column"


def test_a_smiley_is_read_with_its_milestone_and_its_time() -> None:
    edition = build_edition(small_case(), 2)
    tagged = TaggedPdf(write_pdf(edition))
    item = next(edition.items())
    table = tagged.document.all("Table")[0]
    headers = {cell.text_of("/ID"): cell.words for cell in table.all("TH")}
    cell = table.all("TR")[2].all("TD")[-1]

    words = [headers[str(name)] for name in cell.attribute("/Headers")]

    assert words == ["".join(text.split()) for text in (item.smiley_label, item.rows[0].label, item.rows[0].time)]


def test_scopes_and_the_tree_of_ids(tagged: TaggedPdf) -> None:
    cells = tagged.document.all("TH")
    scopes = [str(cell.attribute("/Scope")) for cell in cells]
    names = list(tagged.root.IDTree.Names) if cells else []

    assert set(scopes) == ({"/Column", "/Row"} if cells else set())
    heads = [cell for head in tagged.document.all("THead") for cell in head.all("TH")]
    assert scopes.count("/Column") == len(heads)
    assert [str(name) for name in names[::2]] == sorted(str(cell.text_of("/ID")) for cell in cells)
    assert {element.ID for element in names[1::2]} == set(names[::2])


def test_a_smiley_says_its_word_and_meaning(edition: Edition, tagged: TaggedPdf) -> None:
    rows = [row for item in edition.items() for row in item.rows]
    tables = [table for table in tagged.document.all("Table") if table.all("H3")]
    cells = [element for table in tables for element in table.all("Span")]

    spoken = [cell.text_of("/ActualText") for cell in cells]

    assert spoken == [row.face.spoken if row.face else row.not_given for row in rows]


def test_every_part_has_its_way_back(tagged: TaggedPdf) -> None:
    numbers = tagged.root.ParentTree.Nums
    parents = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
    for number, page in enumerate(tagged.pdf.pages):
        assert page.obj.StructParents == number
        assert page.obj.Tabs == "/S"
        for mcid in tagged.pages[number].marked:
            element = parents[number][mcid]
            assert (number, mcid) in tagged.contents_of(element)
    for number in range(len(tagged.pages), int(tagged.root.ParentTreeNextKey)):
        assert parents[number].S == "/Link"


def test_headings_skip_no_level(tagged: TaggedPdf) -> None:
    levels = [int(element.role[1]) for element in tagged.document.walk() if element.role in ("H1", "H2", "H3")]

    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
