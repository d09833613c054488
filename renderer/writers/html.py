"""An edition as HTML: the page for the web, which stands alone, and the page that the PDF is drawn from.

The templates in `templates/` get one object, `edition`, `comparison`, `agreement` or `summary`, with autoescape and
`StrictUndefined`; they load only each other. Running text becomes HTML in `prose_html.py`, where mypy sees that no kind
of block is forgotten.
"""

from functools import cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError

from renderer import vocabulary
from renderer.edition import register
from renderer.edition.agreement.document import AgreementDocument
from renderer.edition.comparison import Comparison
from renderer.edition.edition import Edition
from renderer.edition.return_summary import ReturnSummary
from renderer.errors import RenderingError
from renderer.model.smiley import Smiley
from renderer.resources import read_resource
from renderer.writers.agreement.column_widths import column_widths
from renderer.writers.agreement.running_html import running_html
from renderer.writers.comparison.changed_html import changed_html
from renderer.writers.overview.bars import PATTERNS, bar, swatch
from renderer.writers.prose_html import prose_html
from renderer.writers.provenance import provenance
from renderer.writers.row_breaks import row_classes

_CHARACTERS = {
    Smiley.HAPPY: vocabulary.HAPPY_FACE,
    # Without the selector U+FE0E, Pango and browsers take U+1F610 from an emoji font; it leaves no trace in a PDF.
    Smiley.NEUTRAL: f"{vocabulary.NEUTRAL_FACE}\ufe0e",
    Smiley.SAD: vocabulary.SAD_FACE,
}


def write_html(edition: Edition) -> bytes:
    """The edition as one HTML file in UTF-8 that needs no other: styles and fonts are in it.

    Raises `RenderingError`.
    """
    from renderer.writers.web_style import stylesheets  # takes longer to load than a PDF's page to fill

    page = page_html(edition)
    styles = stylesheets(page, with_overview=edition.overview is not None)
    return page.replace("</head>", f"{styles}</head>", 1).encode()


def page_html(edition: Edition, made_by: str = "") -> str:
    """The edition as HTML without styles; `made_by` is what it says it was made with: this program, where empty.

    Raises `RenderingError` where a template does not fit the edition.
    """
    return _filled("edition.html", made_by, edition=edition)


def comparison_page(comparison: Comparison) -> str:
    """The comparison as HTML without styles. Raises as `page_html` does."""
    return _filled("comparison.html", comparison=comparison)


def write_summary_html(summary: ReturnSummary) -> bytes:
    """The summary of what came back as one HTML file in UTF-8 that needs no other. Raises as `page_html` does."""
    from renderer.writers.web_style import stylesheets

    page = _filled("returned.html", summary=summary)
    return page.replace("</head>", f"{stylesheets(page, more=('changes.css',))}</head>", 1).encode()


def agreement_page(agreement: AgreementDocument, made_by: str = "") -> str:
    """The signed agreement as HTML without styles. `made_by` and what it raises are as with `page_html`."""
    return _filled("agreement.html", made_by, agreement=agreement)


def _filled(template: str, made_by: str = "", **document: object) -> str:
    try:
        return _environment().get_template(template).render(generator=made_by or provenance(), **document)
    except TemplateError as cause:
        raise RenderingError(
            f"Skabelonen kan ikke bruges: {cause}",
            "Installer Aftalerapport igen, eller ret skabelonen i mappen »templates«.",
        ) from cause


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FunctionLoader(lambda name: read_resource("templates", name).decode()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "prose": prose_html,
        "changed": changed_html,
        "running": running_html,
        "widths": column_widths,
        "row_classes": row_classes,
        "character": _CHARACTERS.__getitem__,
        "author": register.author,
        "subject": register.subject,
        "keywords": register.keywords,
        "timestamp": register.moment,
        "bar": bar,
        "swatch": swatch,
        "pattern_words": PATTERNS.__getitem__,
    }
    return environment
