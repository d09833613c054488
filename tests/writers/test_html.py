"""The HTML file: stands alone, says every word once, and shows text as text."""

import re
from xml.etree.ElementTree import XML, Element

import pytest

from renderer.edition.edition import Edition
from renderer.errors import BrokenResource, RenderingError
from renderer.model.prose import (
    BulletList,
    Emphasis,
    LineBreak,
    Link,
    ListEntry,
    NumberedList,
    Numbering,
    Paragraph,
    Prose,
    Strong,
    Text,
)
from renderer.writers import html
from renderer.writers.html import page_html, write_html
from renderer.writers.prose_html import prose_html
from tests.model.test_addresses import LEAD_NOWHERE
from tests.writers.editions import small_edition, with_agreement_text, with_guide, with_words

VOID = {"meta", "col", "br"}


def page(edition: Edition) -> Element:
    return XML(page_html(edition))


def text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def paragraph(*content: Text | Link | Emphasis | Strong | LineBreak) -> Prose:
    return Prose((Paragraph(content),))


def test_the_file_is_html_in_utf_8_and_danish() -> None:
    written = write_html(small_edition()).decode()

    assert written.startswith("<!DOCTYPE html>\n")
    assert '<html lang="da">' in written
    assert '<meta charset="utf-8" />' in written
    assert len(re.findall("</head>", written)) == 1


def test_nothing_is_fetched_from_anywhere() -> None:
    written = write_html(small_edition()).decode()
    sheets = "".join(re.findall(r"<style.*?</style>", written, re.DOTALL))

    assert set(re.findall(r"url\((.{5})", sheets)) == {"data:"}
    assert "@import" not in sheets
    assert not re.search(r"<(link|script|img|iframe|object|embed)\b", written)
    assert sheets.count("data:font/woff2;base64,") == 7


def test_only_void_elements_are_closed_in_their_tag() -> None:
    assert set(re.findall(r"<(\w+)[^>]*/>", page_html(small_edition()))) <= VOID
    assert not re.findall(r"<(?:meta|col|br)\b[^>]*[^/]>", page_html(small_edition()))


def test_headings_and_their_levels() -> None:
    edition = small_edition()
    root = page(edition)

    assert [text(heading) for heading in root.iter("h1")] == [edition.letter.title.replace("\u00a0", " ")]
    assert len(list(root.iter("h2"))) == 1 + len(edition.chapters)
    items = [element for element in root.iter("div") if element.get("role") == "heading"]
    assert [element.get("aria-level") for element in items] == ["3"] * len(list(edition.items()))
    assert [text(element) for element in items] == [" ".join(item.heading.split()) for item in edition.items()]


def test_anchors_are_unique() -> None:
    anchors = [element.get("id") for element in page(small_edition()).iter() if element.get("id")]

    assert len(anchors) == len(set(anchors)) > len(list(small_edition().items()))


def test_the_letterhead_reads_label_and_value() -> None:
    edition = small_edition()
    root = page(edition)
    [letterhead] = [element for element in root.iter("div") if element.get("class") == "letterhead"]

    lines = [text(line) for line in letterhead]

    assert lines[0] == "ØKONOMI OG STYRING"
    assert lines[1:] == [" ".join(f"{line.label}: {line.value}".split()) for line in edition.letter.lines]


def test_a_label_without_value_stands_alone() -> None:
    texts = [text(line) for line in page(small_edition()).iter("p")]

    assert "Væsentlig bidragsyder:" in texts


def test_a_smiley_alone_and_with_its_word() -> None:
    edition = small_edition()
    alone = [element for element in page(edition).iter("td") if element.get("class") == "smiley"]
    worded = [element for element in page(with_words(edition)).iter("td") if element.get("class") == "smiley"]
    rows = [row for item in edition.items() for row in item.rows]

    assert {text(cell) for cell in alone} == {"☺", "😐\ufe0e", "☹", ""}
    assert {text(cell) for cell in worded} == {"☺ Glad", "😐\ufe0e Mellemfornøjet", "☹ Sur", ""}
    for cells in (alone, worded):
        spoken = [cell[0].get("aria-label") for cell in cells]
        assert spoken == [row.face.spoken if row.face else row.not_given for row in rows]


def test_markup_in_a_text_is_shown_as_text() -> None:
    edition = with_agreement_text(paragraph(Text('<script>alert("x")</script> & </td></head>')))

    written = write_html(edition).decode()

    assert "<script" not in written
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; &lt;/td&gt;&lt;/head&gt;" in written


def test_prose_as_html() -> None:
    nested = ListEntry((Paragraph((Text("b"),)), BulletList((ListEntry((Paragraph((Text("c"),)),)),))))
    prose = Prose(
        (
            Paragraph((Text("a "), Strong((Text("s"),)), LineBreak(), Emphasis((Text("e"),)))),
            BulletList((nested,)),
            NumberedList((ListEntry((Paragraph((Text("d"),)),)),), Numbering.LETTER_PARENTHESIS, 3),
            NumberedList((ListEntry((Paragraph((Text("f"),)),)),)),
        )
    )

    assert prose_html(prose) == (
        "<p>a <strong>s</strong><br /><em>e</em></p>"
        "<ul><li><p>b</p><ul><li><p>c</p></li></ul></li></ul>"
        '<ol class="letter-parenthesis" start="3" style="counter-reset: list-item 2"><li><p>d</p></li></ol>'
        '<ol class="decimal-point"><li><p>f</p></li></ol>'
    )
    assert prose_html(Prose()) == ""


@pytest.mark.parametrize("href", ["https://ballerup.dk/a?b=1&c=2", "mailto:okonomi@balk.dk", "tel:44772000"])
def test_links_that_lead_somewhere(href: str) -> None:
    root = page(with_guide(paragraph(Link(href, (Text("her"),)))))

    assert next((link.get("href"), link.text) for link in root.iter("a")) == (href, "her")


@pytest.mark.parametrize("href", LEAD_NOWHERE)
def test_links_that_lead_nowhere_are_words(href: str) -> None:
    edition = with_guide(paragraph(Link(href, (Text("her"),))))

    assert f'href="{href}"' not in page_html(edition)
    assert "<p>her</p>" in page_html(edition)


def test_a_template_that_asks_for_something_unknown_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "read_resource", lambda _kind, _name: b"{{ edition.findes_ikke }}")
    html._environment.cache_clear()
    try:
        with pytest.raises(RenderingError, match="Skabelonen kan ikke bruges"):
            write_html(small_edition())
    finally:
        html._environment.cache_clear()


def test_a_missing_template_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_kind: str, name: str) -> bytes:
        raise BrokenResource(f"Programmets fil »{name}« mangler.")

    monkeypatch.setattr(html, "read_resource", missing)
    html._environment.cache_clear()
    try:
        with pytest.raises(BrokenResource, match=r"edition\.html"):
            write_html(small_edition())
    finally:
        html._environment.cache_clear()
