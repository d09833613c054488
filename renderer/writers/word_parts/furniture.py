"""What surrounds the text: running heads and feet with page numbers, and the properties of the two sections."""

from renderer.edition.draft import Draft
from renderer.edition.edition import Edition
from renderer.writers.word_parts.ooxml import TAB, field, paragraph, run
from renderer.writers.word_parts.word_file import WordFile


def first_section(file: WordFile, draft: Draft) -> str:
    """The section properties of a draft's first page: the mark above, nothing below."""
    return _section(file.add_header(_draft_mark(file, draft)), file.letter_page.xml)


def letter_section(file: WordFile, edition: Edition, draft: Draft | None) -> str:
    """The section properties of the letter: the municipality above, `Side 1` below."""
    head = _draft_mark(file, draft) + paragraph(file.styles["Brev kommune"], run(edition.letter.municipality))
    page = run(f"{edition.letter.page_label} ") + field("PAGE", "1")
    foot = paragraph(file.styles["Brevfod"], page)
    return _section(file.add_header(head) + file.add_footer(foot), file.letter_page.xml)


def table_section(file: WordFile, edition: Edition, draft: Draft | None) -> str:
    """The section properties of the tables: title and date above; sender, page and case id below."""
    furniture, width = edition.furniture, file.table_page.width
    right = f'<w:tab w:val="right" w:pos="{width}"/>'
    centre = f'<w:tab w:val="center" w:pos="{width // 2}"/>'
    head = run(furniture.head_left) + TAB + run(furniture.head_right)
    page = run("- ") + field("PAGE", "2") + run(" -")
    foot = run(furniture.foot_left) + TAB + page + TAB + run(furniture.foot_right)
    header = _draft_mark(file, draft) + paragraph(file.styles["header"], head, rest=f"<w:tabs>{right}</w:tabs>")
    footer = paragraph(file.styles["footer"], foot, rest=f"<w:tabs>{centre}{right}</w:tabs>")
    return _section(file.add_header(header) + file.add_footer(footer), file.table_page.xml)


def _draft_mark(file: WordFile, draft: Draft | None) -> str:
    return paragraph(file.styles["Udkast"], run(draft.text)) if draft else ""


def _section(references: str, page: str) -> str:
    return f'<w:sectPr>{references}<w:type w:val="nextPage"/>{page}</w:sectPr>'
