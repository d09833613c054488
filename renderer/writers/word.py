"""An edition as a Word file, in the look of the template `styles/aftalerapport.docx`.

The final edition and the draft share this writer. Everything that staff may want to change (fonts, colours, spacing,
lists, margins) stands in the template; here stands only what belongs together and in which order.
"""

from renderer.edition.draft import Draft, DraftRecord
from renderer.edition.edition import Edition
from renderer.resources import read_resource
from renderer.writers.word_parts.draft_data import add_draft_data
from renderer.writers.word_parts.earlier import Earlier
from renderer.writers.word_parts.fields import Fields
from renderer.writers.word_parts.first_page import first_page
from renderer.writers.word_parts.furniture import first_section, letter_section, table_section
from renderer.writers.word_parts.items import chapter_blocks
from renderer.writers.word_parts.letter import letter_paragraphs
from renderer.writers.word_parts.ooxml import paragraph
from renderer.writers.word_parts.properties import add_properties
from renderer.writers.word_parts.redline import Redline
from renderer.writers.word_parts.template import TEMPLATE
from renderer.writers.word_parts.word_file import WordFile


def write_word(edition: Edition, template: bytes | None = None) -> bytes:
    """The edition as a Word file (.docx); the same edition gives the same bytes.

    `template` is a restyled copy of the program's own template.
    Raises `BrokenResource` where the template lacks a style, a list or a section.
    """
    file = _opened(template)
    return _written(file, edition, None)


def write_draft(record: DraftRecord, template: bytes | None = None, earlier: Edition | None = None) -> bytes:
    """The draft as a Word file (.docx) that can be corrected and read back; the same draft gives the same bytes.

    Every field is a content control with a tag, a name and a bookmark (`edition/draft_fields.py`); all else is
    locked, changes are tracked, and the file carries the record. What has changed since the `earlier` edition is
    marked in the fields as the sender's tracked changes; the record names that follow-up (`redline_from`).
    Takes a template and raises as `write_word` does.
    """
    file = _opened(template)
    add_draft_data(file, record)
    redline = Redline(record.sender, record.sent_at)
    return _written(file, record.edition, record.draft, Earlier(earlier, redline) if earlier else None)


def _opened(template: bytes | None) -> WordFile:
    return WordFile(read_resource("styles", TEMPLATE) if template is None else template)


def _written(file: WordFile, edition: Edition, draft: Draft | None, earlier: Earlier | None = None) -> bytes:
    fields = Fields(file, edition, marked=draft is not None, earlier=earlier)
    end = file.styles["Afslutning"]
    body = (
        *(_opening(file, edition, fields, draft) if draft else ()),
        letter_paragraphs(file, edition, fields),
        paragraph(end, rest=letter_section(file, edition, draft)),
        fields.locked(_overview(file, edition)),
        fields.locked(chapter_blocks(file, edition, fields)),
        paragraph(end),
        table_section(file, edition, draft),
    )
    add_properties(file, edition, draft)
    return file.finish("".join(body))


def _opening(file: WordFile, edition: Edition, fields: Fields, draft: Draft) -> tuple[str, str]:
    advice = fields.locked(first_page(file, edition, draft))
    return advice, paragraph(file.styles["Afslutning"], rest=first_section(file, draft))


def _overview(file: WordFile, edition: Edition) -> str:
    if edition.overview is None:
        return ""
    from renderer.writers.overview.word import overview_blocks  # its charts need the library for workbooks

    return overview_blocks(file, edition)
