"""What Word writes twice, for itself and for other programs (ECMA-376 part 3, 10.2): settled before anybody reads.

Every part of a Word file is brought to one branch of each choice when it is parsed, so that no reader meets the
other. A character from the emoji panel, or one that `:)` was turned into, stands in Word's own branch as a symbol
with its code (MS-DOCX 2.6.4): it becomes a `w:sym`, which every reader knows.
"""

from lxml.etree import _Element

from renderer.readers.word.names import COMPATIBILITY, SYMBOL, M, W

_ALTERNATIVES = f"{COMPATIBILITY}AlternateContent"
_OF_WORD = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/")
_SAYS_SOMETHING = (
    *(f"{W}{name}" for name in ("t", "delText", "sym", "tab", "ptab", "br", "cr", "noBreakHyphen")),
    *(f"{W}{name}" for name in ("fldChar", "instrText", "footnoteReference", "endnoteReference")),
    *(f"{W}{name}" for name in ("drawing", "pict", "object")),
    f"{M}t",
)


def settle(root: _Element) -> None:
    """Leave one branch of every choice below the element, and write Word's emoji as symbols."""
    for symbol in list(root.iter(f"{SYMBOL}symEx")):
        symbol.tag = f"{W}sym"
        for name in ("font", "char"):
            symbol.set(f"{W}{name}", symbol.get(f"{SYMBOL}{name}", ""))
    # From the innermost outwards, so that what is moved is settled already.
    for alternatives in reversed(list(root.iter(_ALTERNATIVES))):
        _replace(alternatives, _chosen(alternatives))


def _replace(alternatives: _Element, branch: _Element | None) -> None:
    parent = alternatives.getparent()
    if parent is None:
        return
    at = parent.index(alternatives)
    parent[at : at + 1] = [] if branch is None else list(branch)


def _chosen(alternatives: _Element) -> _Element | None:
    """The branch that Word shows; another one where it says nothing that can be read and the other does."""
    branches = list(alternatives)
    telling = [branch for branch in branches if next(branch.iter(*_SAYS_SOMETHING), None) is not None]
    understood = [branch for branch in telling if _is_understood(branch)]
    return next(iter((*understood, *telling, *branches)), None)


def _is_understood(branch: _Element) -> bool:
    """Whether the branch asks for nothing but what Word itself has."""
    prefixes = branch.get("Requires", "").split()
    return all((branch.nsmap.get(prefix) or _OF_WORD[0]).startswith(_OF_WORD) for prefix in prefixes)
