"""Words that are longer than a column: they break in it, whatever emphasis is inside, and read as they stand."""

from xml.etree.ElementTree import XML, tostring

import pypdfium2
import pytest
from weasyprint.formatting_structure.boxes import TextBox

from renderer.edition.edition import Edition
from renderer.model.markdown import parse_prose
from renderer.writers.continued import tables
from renderer.writers.long_words import let_long_words_break
from renderer.writers.pdf import write_pdf
from tests.writers import laid_out
from tests.writers.editions import with_agreement_text

FILE = "Tilsyn_med_dagtilbud_samlet_liste_{}_med_anbefalinger_og_svar_fra_lederne_endelig_udgave.xlsx"
PLACE = "\u200b"


def broken(page: str) -> str:
    root = XML(page)
    let_long_words_break(root)
    return tostring(root, encoding="unicode").replace(PLACE, "|")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>En ganske almindelig sætning om arbejdsmarkedsforanstaltninger og og/eller.</p>", None),
        ("<p>Skriv til en.lang.postkasse.for.tilsyn@dagtilbud.kommune.dk i dag</p>",
         "<p>Skriv til en.|lang.|postkasse.|for.|tilsyn@|dagtilbud.|kommune.|dk i dag</p>"),
        ("<p>Se tilsyn_<strong>2018</strong>_med_svar_fra_alle_lederne.xlsx</p>",
         "<p>Se tilsyn_<strong>|2018</strong>|_|med_|svar_|fra_|alle_|lederne.|xlsx</p>"),
        ("<p>Se <em>tilsyn</em> 2018 med svar fra <strong>alle</strong> ledere</p>", None),
        ("<ul><li>Tilsynsbesøgsrapporter</li><li>dagtilbudslederuddannelser</li></ul>", None),
        ("<p>Tilsynsbesøgsrapporter<br/>dagtilbudslederuddannelser</p>", None),
        ("<h2>Tilsyn_med_dagtilbud_samlet_liste_med_svar</h2>", None),
        ('<p class="letterhead"><span>E-mail:</span> tilsyn-og-kvalitet@kommune.dk</p>',
         '<p class="letterhead"><span>E-mail:</span> tilsyn-|og-|kvalitet@|kommune.|dk</p>'),
    ],
)  # fmt: skip
def test_only_long_words_get_places_to_break(page: str, expected: str | None) -> None:
    assert broken(page) == (expected or str(page).replace("<br/>", "<br />"))


def test_a_long_part_of_a_word_with_emphasis_may_break_anywhere() -> None:
    page = broken(f"<p>{'a' * 30}<em>{'b' * 3}</em></p>")

    assert page == f"<p>{'|'.join('a' * 30)}<em>|bbb</em></p>"


@pytest.mark.parametrize("mark", ["**juni2018**", "*juni2018*", "[juni2018](https://eksempel.dk/liste)", "juni2018"])
def test_a_long_word_stays_in_its_column_and_reads_as_it_stands(mark: str) -> None:
    edition = _with_text(f"Se {FILE.format(mark)} i mappen.")

    for page in laid_out.pages(edition)[1:]:
        for table in tables(page):
            for row in laid_out.body_rows(table):
                for cell in laid_out.cells(row):
                    texts = [box for box in cell.descendants(placeholders=True) if isinstance(box, TextBox)]
                    right = cell.position_x + cell.border_width()
                    assert all(text.position_x + text.width <= right for text in texts if text.text.strip())
    read = _read(edition)
    assert FILE.format("juni2018") in "".join(read.split())
    assert PLACE not in read


def _with_text(text: str) -> Edition:
    return with_agreement_text(parse_prose(text))


def _read(edition: Edition) -> str:
    """The text layer of the first column of the tables."""
    with pypdfium2.PdfDocument(write_pdf(edition)) as document:
        pages = list(document)[1:]
        return "".join(
            page.get_textpage().get_text_bounded(0, 0, page.get_width() * 0.38, page.get_height()) for page in pages
        )
