"""The signed agreement as a Word file, in the look of the template that editions are written in."""

from collections.abc import Iterator

from renderer.edition.agreement.document import AgreementDocument, Opening, Passage
from renderer.edition.agreement.figure_table import FigureTable
from renderer.model.prose import Prose
from renderer.model.signed.running_text import Quotation, RunningText
from renderer.resources import read_resource
from renderer.writers.agreement.word_contents import contents
from renderer.writers.agreement.word_headings import heading_paragraph
from renderer.writers.agreement.word_pages import AgreementPages, pages_of, text_section, title_section
from renderer.writers.agreement.word_tables import figure_table, fits_a_page, signature_table
from renderer.writers.word_parts.labelled import labelled
from renderer.writers.word_parts.ooxml import paragraph, run
from renderer.writers.word_parts.properties import add_properties
from renderer.writers.word_parts.prose import LETTER_PROSE, ProseStyles, prose_paragraphs
from renderer.writers.word_parts.template import TEMPLATE
from renderer.writers.word_parts.word_file import WordFile

_QUOTED = ProseStyles("Quote", "Quote", "Quote", "Quote")
_REMARK = ProseStyles("Tabelnote", "Tabelpunkt", "Tabelpunkt", "Tabelpunkt fortsat")
_ABOVE_TITLE = '<w:spacing w:before="1400"/>'
_ABOVE = '<w:spacing w:before="500"/>'


def write_agreement_word(agreement: AgreementDocument, template: bytes | None = None) -> bytes:
    """The agreement as a Word file (.docx); the same agreement gives the same bytes.

    `template` is a restyled copy of the program's own template. Raises as `write_word` does.
    """
    file = WordFile(read_resource("styles", TEMPLATE) if template is None else template)
    pages = pages_of(file)
    body = "".join(_blocks(file, agreement, pages))
    add_properties(file, agreement, None)
    return file.finish(body)


def _blocks(file: WordFile, agreement: AgreementDocument, pages: AgreementPages) -> Iterator[str]:
    end = file.styles["Afslutning"]
    yield from _front(file, agreement)
    yield paragraph(end, rest=title_section(file, agreement, pages))
    yield contents(file, agreement, pages.width)
    for position, (_, passages) in enumerate(agreement.parts()):
        yield from _part(file, passages, new_page=position == 0 and agreement.long_contents)
    yield from _signing(file, agreement, pages)
    for position, table in enumerate(agreement.tables):
        yield from _figures(file, table, pages, new_page=position == 0 or not fits_a_page(table))
    yield paragraph(end) + text_section(file, agreement, pages)


def _front(file: WordFile, agreement: AgreementDocument) -> Iterator[str]:
    styles, front = file.styles, agreement.letter
    frame = styles.frame("Brevhoved")
    if front.department:
        yield paragraph(styles["Brev afdeling"], run(front.department.upper()), rest=frame)
    for line in front.lines:
        yield paragraph(styles["Brevhoved"], labelled(file, line), rest=frame)
    title = file.bookmarks.around("titel", run(front.title))
    yield paragraph(styles["heading 1"], title, rest=_ABOVE_TITLE)
    if front.parties:
        yield paragraph(styles["Normal"], run(front.between), keep_next=True)
        yield paragraph(styles["Subtitle"], run(" ".join(front.parties)))
    lines = [text for text in (front.period, front.signed, front.revised) if text]
    for position, text in enumerate(lines):
        yield paragraph(styles["Normal"], run(text), rest="" if position else _ABOVE)


def _part(file: WordFile, passages: tuple[Passage, ...], *, new_page: bool) -> Iterator[str]:
    for position, passage in enumerate(passages):
        if passage.heading:
            yield heading_paragraph(file, passage.heading, new_page=new_page and position == 0)
        elif new_page and position == 0:
            yield paragraph(file.styles["Afslutning"], rest="<w:pageBreakBefore/>")
        if passage.opening:
            yield _opening(file, passage.opening)
        yield _running(file, passage.text)


def _opening(file: WordFile, opening: Opening) -> str:
    lead_in = opening.lead_in
    said = paragraph(file.styles["Normal"], run(lead_in), keep_next=bool(opening.quotation)) if lead_in else ""
    return said + prose_paragraphs(file, opening.quotation, _QUOTED, keep_next=True)


def _running(file: WordFile, text: RunningText) -> str:
    return "".join(_running_part(file, part) for part in text.parts)


def _running_part(file: WordFile, part: Prose | Quotation) -> str:
    if isinstance(part, Quotation):
        return prose_paragraphs(file, part.prose, _QUOTED)
    return prose_paragraphs(file, part, LETTER_PROSE)


def _signing(file: WordFile, agreement: AgreementDocument, pages: AgreementPages) -> Iterator[str]:
    if block := agreement.signing:
        yield heading_paragraph(file, block.heading)
        if block.line:
            yield paragraph(file.styles["Normal"], run(block.line), keep_next=True)
        yield signature_table(file, block, pages.width)
        yield paragraph(file.styles["Afslutning"])


def _figures(file: WordFile, table: FigureTable, pages: AgreementPages, *, new_page: bool) -> Iterator[str]:
    yield heading_paragraph(file, table.heading, new_page=new_page)
    yield figure_table(file, table, pages.width)
    for remark in table.remarks:
        yield prose_paragraphs(file, remark, _REMARK)
    if table.calculated_notice:
        yield paragraph(file.styles["Tabelnote"], run(table.calculated_notice))
    elif table.has_rows and not table.remarks:
        yield paragraph(file.styles["Afslutning"])
