"""Spaces at which the lines of a page do not break: those that this program ties, and those that every layout keeps.

The latter are of Unicode's line breaking (UAX 14, LB13 to LB15): no line begins with a closing bracket, an
exclamation mark, a question mark or a slash; none ends with an opening bracket; none parts a quotation mark from an
opening bracket behind it.
"""

import re

from renderer.edition.danish import NBSP, tied

_OPENING, _CLOSING, _QUOTATION = re.escape("([{„‚"), re.escape(")]}!?/"), re.escape("\"'”“»«’‘›‹")
_KEPT = re.compile(rf"(?<=[{_OPENING}]) | (?=[{_CLOSING}])|(?<=[{_QUOTATION}]) (?=[{_OPENING}])")


def kept_together(text: str) -> str:
    """The text with no-break spaces wherever a line does not break."""
    return _KEPT.sub(NBSP, tied(text))
