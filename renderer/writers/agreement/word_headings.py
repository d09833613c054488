"""Headings in Word: real heading styles for what the contents list, styles of their own for what they do not.

The contents take the built-in headings 2 to 4; the styles of sub-headings stand on their levels in the navigation pane.
"""

from renderer.edition.agreement.heading import Heading, HeadingKind
from renderer.writers.word_parts.ooxml import paragraph, run
from renderer.writers.word_parts.word_file import WordFile

LISTED_LEVELS = (2, 4)
"""The built-in headings that the contents take."""

_OWN_STYLES = {HeadingKind.GROUP: "Underkapitel", HeadingKind.INNER: "Mellemoverskrift"}

_ABOVE_PART = '<w:spacing w:before="520"/>'


def heading_paragraph(file: WordFile, heading: Heading, *, new_page: bool = False) -> str:
    """The paragraph of a heading, with the bookmark that the contents lead to."""
    words = file.bookmarks.around(heading.anchor, run(heading.text))
    own = _OWN_STYLES.get(heading.kind)
    level = f'<w:outlineLvl w:val="{heading.level - 1}"/>' if own or heading.level > LISTED_LEVELS[1] else ""
    style = file.styles[own or f"heading {listed_level(heading)}"]
    above = _ABOVE_PART if heading.is_highest else ""
    return paragraph(style, words, rest=("<w:pageBreakBefore/>" if new_page else above) + level)


def listed_level(heading: Heading) -> int:
    """The level of the built-in heading that it is set in; deeper ones look and are listed like the deepest."""
    return min(heading.level, LISTED_LEVELS[1])


def bookmark(heading: Heading) -> str:
    """The name of a heading's bookmark: anchors are unique, short and plain, so nothing else changes."""
    return heading.anchor.replace("-", "_")
