"""Running text of the agreement as HTML: prose with block quotations between."""

from markupsafe import Markup

from renderer.model.signed.running_text import Quotation, RunningText
from renderer.writers.prose_html import prose_html

_QUOTATION = Markup("<blockquote>{}</blockquote>")


def running_html(text: RunningText) -> Markup:
    """The text as block elements; the empty text is the empty string."""
    return Markup("").join(
        _QUOTATION.format(prose_html(part.prose)) if isinstance(part, Quotation) else prose_html(part)
        for part in text.parts
    )
