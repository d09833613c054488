"""An edition as a Word file, in the look of the template `styles/aftalerapport.docx`.

The final edition and the draft share this writer. Everything that staff may want to change (fonts, colours, spacing,
lists, margins) stands in the template; here stands only what belongs together and in which order.
"""

from renderer.edition.draft import Draft
from renderer.edition.edition import Edition
from renderer.resources import read_resource
from renderer.writers.word_parts.furniture import letter_section, table_section
from renderer.writers.word_parts.items import chapter_blocks
from renderer.writers.word_parts.letter import letter_paragraphs
from renderer.writers.word_parts.ooxml import paragraph
from renderer.writers.word_parts.properties import add_properties
from renderer.writers.word_parts.word_file import WordFile

TEMPLATE = "aftalerapport.docx"


def write_word(edition: Edition, draft: Draft | None = None, template: bytes | None = None) -> bytes:
    """The edition as a Word file (.docx); the same edition gives the same bytes.

    `draft` marks every page as a draft. `template` is a restyled copy of the program's own template.
    Raises `BrokenResource` where the template lacks a style, a list or a section.
    """
    file = WordFile(read_resource("styles", TEMPLATE) if template is None else template)
    end = file.styles["Afslutning"]
    body = (
        letter_paragraphs(file, edition),
        paragraph(end, rest=letter_section(file, edition, draft)),
        chapter_blocks(file, edition),
        paragraph(end),
        table_section(file, edition, draft),
    )
    add_properties(file, edition, draft)
    return file.finish("".join(body))
