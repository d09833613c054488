"""The agreement's two kinds of pages in Word: the title page with its letterhead, and pages of one calm column."""

import re
from dataclasses import dataclass

from renderer.edition.agreement.document import AgreementDocument
from renderer.writers.word_parts.ooxml import TAB, field, paragraph, run
from renderer.writers.word_parts.page import Page
from renderer.writers.word_parts.word_file import WordFile

_TOP = 1500
_HEAD = 720


@dataclass(frozen=True)
class AgreementPages:
    """The paper of both; `width` is the column's, in twentieths of a point."""

    title: str
    text: str
    width: int


def pages_of(file: WordFile) -> AgreementPages:
    """The template's letter page, and the same paper with its left margin at both sides and nothing above the text."""
    title: Page = file.letter_page
    left, right = (_margin(title.xml, side) for side in ("left", "right"))
    text = title.xml
    for side, measure in (("right", left), ("top", _TOP), ("header", _HEAD)):
        text = _with_margin(text, side, measure)
    return AgreementPages(title.xml, text, title.width + right - left)


def title_section(file: WordFile, document: AgreementDocument, pages: AgreementPages) -> str:
    """The section properties of the title page: the municipality above, `Side 1` below."""
    head = paragraph(file.styles["Brev kommune"], run(document.letter.municipality))
    foot = paragraph(file.styles["Brevfod"], _page_number(document, "1"))
    return _section(file.add_header(head) + file.add_footer(foot), pages.title)


def text_section(file: WordFile, document: AgreementDocument, pages: AgreementPages) -> str:
    """The section properties of all other pages: title and case id above; sender and page below."""
    furniture = document.furniture
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{pages.width}"/></w:tabs>'
    head = run(furniture.head_left) + TAB + run(furniture.head_right)
    foot = run(furniture.foot_left) + TAB + _page_number(document, "2")
    header = file.add_header(paragraph(file.styles["header"], head, rest=tabs))
    footer = file.add_footer(paragraph(file.styles["footer"], foot, rest=tabs))
    return _section(header + footer, pages.text)


def _page_number(document: AgreementDocument, shown: str) -> str:
    return run(f"{document.letter.page_label} ") + field("PAGE", shown)


def _section(references: str, page: str) -> str:
    return f'<w:sectPr>{references}<w:type w:val="nextPage"/>{page}</w:sectPr>'


def _margin(xml: str, side: str) -> int:
    found = re.search(rf'<w:pgMar[^>]* w:{side}="(-?\d+)"', xml)
    return int(found[1]) if found else 0


def _with_margin(xml: str, side: str, measure: int) -> str:
    return re.sub(rf'(<w:pgMar[^>]* w:{side}=")-?\d+', rf"\g<1>{measure}", xml)
