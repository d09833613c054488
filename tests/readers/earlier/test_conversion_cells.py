"""Cells of Markdown conversions: HTML, paragraphs run together, lists with their marks written as letters."""

import pytest

from renderer.model.markdown import write_prose
from renderer.model.prose import Prose
from renderer.readers.earlier.markdown.read import markdown_document
from renderer.readers.earlier.source import TableRow
from renderer.readers.earlier.text.slicing import merged_lists
from renderer.readers.text.piece import Piece


def cell(content: str) -> str:
    """The Markdown of a cell that stands in a row."""
    document = markdown_document("x.md", f"Milepæl\t{content}\t31.12.2020\t")
    row = document.parts[0]
    assert isinstance(row, TableRow)
    assert row.lines == (1,)
    return write_prose(Prose(merged_lists([block for piece in row.cells[1].pieces for block in piece.prose.blocks])))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Ti er ansat.", "Ti er ansat."),
        ("<p>Ti er ansat.</p> <p>Flere kommer.</p>", "Ti er ansat.\n\nFlere kommer."),
        ("Ti er ansat.            Flere kommer.", "Ti er ansat.\n\nFlere kommer."),
        ("Ti er ansat.  Flere kommer.", "Ti er ansat. Flere kommer."),
        ("Ejendomme  Bygningen tegnes.", "Ejendomme\n\nBygningen tegnes."),
        ("<p>Linje et<br>linje to</p>", "Linje et\\\nlinje to"),
        ("<p>Linje et<br><br>linje to</p>", "Linje et\n\nlinje to"),
        ("<b>Fed</b> og <em>kursiv</em> &amp; 5 &lt; 6", "**Fed** og *kursiv* & 5 < 6"),
        ("Under 5 < 6 pct. af <de unge>", "Under 5 < 6 pct. af <de unge>"),
        ('Se <a href="https://ballerup.dk">bilaget</a>.', "Se [bilaget](https://ballerup.dk)."),
        ("<p>* Første punkt</p><p>* Andet punkt</p>", "- Første punkt\n- Andet punkt"),
        ("I 2020: * Køb 2 mio. kr. * Salg 1 mio. kr.", "I 2020:\n\n- Køb 2 mio. kr.\n- Salg 1 mio. kr."),
        (
            "I 2020: * Køb 2 mio. kr. * Salg 1 mio. kr. I 2021: * Køb 3 mio. kr.",
            "I 2020:\n\n- Køb 2 mio. kr.\n- Salg 1 mio. kr.\n\nI 2021:\n\n- Køb 3 mio. kr.",
        ),
        ("Prisen er 5 * 3 kr.", "Prisen er 5 * 3 kr."),
        (
            "<ul><li>• Plan<ul><li>o Udkast</li><li>o Høring</li></ul></li><li>• Byggeri</li></ul>",
            "- Plan\n  - Udkast\n  - Høring\n- Byggeri",
        ),
        (
            "<ul><li>• Plan</li><li>o Udkast</li><li>o Høring</li><li>• Byggeri</li></ul>",
            "- Plan\n  - Udkast\n  - Høring\n- Byggeri",
        ),
        ("<ul><li>Uden mærke</li><li>Heller ikke</li></ul>", "- Uden mærke\n- Heller ikke"),
        ("<p>a. Flytning.</p><p>b. Ombygning.</p>", "a. Flytning.\nb. Ombygning."),
        ("<p>1) Plan</p><p>2) Udbud</p>", "1) Plan\n2) Udbud"),
        ("<p>1. Plan            2. Udbud            3. Byggeri</p>", "1. Plan\n2. Udbud\n3. Byggeri"),
        ("<ol start='3'><li>Plan</li><li>Udbud</li></ol>", "3. Plan\n4. Udbud"),
        ("<p>2. halvår udføres:</p><p>1. halvår bygges.</p><p>2. halvår ryddes.</p>", None),
        ("<p>Nyt: <ul><li>• A</li></ul></p><p>Slut.</p>", "Nyt:\n\n- A\n\nSlut."),
        ("Nået. Status: Ti er ansat.", "Nået.\n\nStatus: Ti er ansat."),
        ("Status for indsatsen er drøftet.", "Status for indsatsen er drøftet."),
        ("</ul></p><li>løst punkt", "- løst punkt"),
        ("", ""),
    ],
)
def test_a_cell_is_read(content: str, expected: str | None) -> None:
    if expected is None:  # ordinals that begin sentences are no list
        expected = "2\\. halvår udføres:\n\n1\\. halvår bygges.\n\n2\\. halvår ryddes."

    assert cell(content) == expected


def rows(text: str) -> list[list[str]]:
    document = markdown_document("x.md", text)
    return [
        [" ".join(piece.prose.plain for piece in one.pieces) for one in part.cells]
        for part in document.parts
        if isinstance(part, TableRow)
    ]


def test_a_row_broken_by_a_page_is_one_row() -> None:
    broken = "Milepæl\tPlanen er lagt\n\nog vedtaget.\t1. budgetopfølgning 2020\t☺\nØkonomi\t\t\t☺"

    assert rows(broken)[0] == ["Milepæl", "Planen er lagt og vedtaget.", "1. budgetopfølgning 2020", "☺"]


def test_a_row_whose_last_cells_are_empty_stays_a_row() -> None:
    stripped = "Milepæl\tPlanen er lagt.\t1. budgetopfølgning 2020\nØkonomi\n\nEn ny tekst."

    assert rows(stripped) == [["Milepæl", "Planen er lagt.", "1. budgetopfølgning 2020"], ["Økonomi"]]


def test_rows_between_bars_are_rows_too() -> None:
    assert rows("| Titel | Drift | Tid | Smiley |\n|---|---|---|---|\n| Tekst | | | |") == [
        ["Titel", "Drift", "Tid", "Smiley"],
        ["Tekst", "", "", ""],
    ]


def test_headings_bold_lines_and_lists_outside_tables() -> None:
    pieces = markdown_document("x.md", "# Titel\n\n**5. Kapitel**\n\n- et\n  - to\n- tre\n\n2018. var et år").parts

    assert [
        (piece.lines, piece.level, piece.bold, piece.prose.plain) for piece in pieces if isinstance(piece, Piece)
    ] == [
        ((1,), 1, False, "Titel"),
        ((3,), None, True, "5. Kapitel"),
        ((5, 6), None, False, "• et\n  • to"),
        ((7,), None, False, "• tre"),
        ((9,), None, False, "2018. var et år"),
    ]
