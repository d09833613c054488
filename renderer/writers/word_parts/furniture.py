"""What surrounds the text: running heads and feet with page numbers, and the properties of the two sections."""

from renderer.edition.draft import Draft
from renderer.edition.edition import Edition, Furniture
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
    width = file.table_page.width
    header = _draft_mark(file, draft) + running_head(file, edition.furniture, width)
    footer = running_foot(file, edition.furniture, width, "2")
    return _section(file.add_header(header) + file.add_footer(footer), file.table_page.xml)


def running_head(file: WordFile, furniture: Furniture, width: int) -> str:
    """The paragraph of a head: title and date."""
    head = run(furniture.head_left) + TAB + run(furniture.head_right)
    return paragraph(file.styles["header"], head, rest=f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>')


def running_foot(file: WordFile, furniture: Furniture, width: int, shown: str) -> str:
    """The paragraph of a foot: sender, page and case id; `shown` stands where Word puts the page's number."""
    right = f'<w:tab w:val="right" w:pos="{width}"/>'
    centre = f'<w:tab w:val="center" w:pos="{width // 2}"/>'
    page = run("- ") + field("PAGE", shown) + run(" -")
    foot = run(furniture.foot_left) + TAB + page + TAB + run(furniture.foot_right)
    return paragraph(file.styles["footer"], foot, rest=f"<w:tabs>{centre}{right}</w:tabs>")


def _draft_mark(file: WordFile, draft: Draft | None) -> str:
    return paragraph(file.styles["Udkast"], run(draft.text)) if draft else ""


def _section(references: str, page: str) -> str:
    return f'<w:sectPr>{references}<w:type w:val="nextPage"/>{page}</w:sectPr>'
