"""Running text as HTML: paragraphs, lists and the marks inside a line."""

from markupsafe import Markup, escape

from renderer.model.addresses import leads_out
from renderer.model.prose import (
    Block,
    BulletList,
    Emphasis,
    Inline,
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

_LIST_STYLES = {
    Numbering.DECIMAL_POINT: "decimal-point",
    Numbering.DECIMAL_PARENTHESIS: "decimal-parenthesis",
    Numbering.LETTER_POINT: "letter-point",
    Numbering.LETTER_PARENTHESIS: "letter-parenthesis",
}


def prose_html(prose: Prose) -> Markup:
    """The text as block elements; the empty text is the empty string."""
    return Markup("").join(_block(block) for block in prose.blocks)


def _block(block: Block) -> Markup:
    match block:
        case Paragraph(content):
            return Markup("<p>{}</p>").format(inlines_html(content))
        case BulletList(entries):
            return list_html(None, 1, _entries(entries))
        case NumberedList(entries, numbering, start):
            return list_html(numbering, start, _entries(entries))


def list_html(numbering: Numbering | None, start: int, entries: Markup) -> Markup:
    """A list around its entries; without a numbering it has bullets."""
    if numbering is None:
        return Markup("<ul>{}</ul>").format(entries)
    return Markup('<ol class="{}"{}>{}</ol>').format(_LIST_STYLES[numbering], _start(start), entries)


def _start(start: int) -> Markup:
    """Where a list does not begin with 1; WeasyPrint takes it from the style only, not from `start`."""
    attributes = Markup(' start="{}" style="counter-reset: list-item {}"')
    return Markup("") if start == 1 else attributes.format(start, start - 1)


def _entries(entries: tuple[ListEntry, ...]) -> Markup:
    blocks = (Markup("").join(_block(block) for block in entry.blocks) for entry in entries)
    return Markup("").join(Markup("<li>{}</li>").format(block) for block in blocks)


def inlines_html(content: tuple[Inline, ...]) -> Markup:
    """The words of a paragraph with their marks."""
    return Markup("").join(_inline(inline) for inline in content)


def _inline(inline: Inline) -> Markup:
    match inline:
        case Text(text):
            return escape(text)
        case LineBreak():
            return Markup("<br />")
        case Emphasis(content):
            return Markup("<em>{}</em>").format(inlines_html(content))
        case Strong(content):
            return Markup("<strong>{}</strong>").format(inlines_html(content))
        case Link(href, content):
            return _link(href, inlines_html(content))


def _link(href: str, words: Markup) -> Markup:
    """A link, or the words alone where a document may not lead there."""
    return Markup('<a href="{}">{}</a>').format(href, words) if leads_out(href) else words
