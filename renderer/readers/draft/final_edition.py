"""A finished edition that is given as if it were a draft.

Its title is that of the case, but it has no fields and no record: read as a draft that lost everything, each text
that was corrected in the case since would be proposed away. A draft bears marks of its own, of which no known
program drops all: fields, the first page that says what to do, `UDKAST` above every page, and the words that stand
in empty fields.
"""

from collections.abc import Collection

from lxml.etree import _Element

from renderer.errors import UnreadableFile
from renderer.readers.draft.edges import edge_paragraphs
from renderer.readers.draft.expected import comparable
from renderer.readers.draft.span import accepted_text
from renderer.readers.word.package import WordPackage
from renderer.readers.word.styles import Styles
from renderer.vocabulary import DRAFT_LABEL
from renderer.vocabulary.draft_marks import CHOOSE_SMILEY, MARK_PREFIX, PLACEHOLDERS

_EMPTY = frozenset(map(comparable, (*PLACEHOLDERS.values(), CHOOSE_SMILEY)))


def refuse_final_edition(
    package: WordPackage, styles: Styles, body: _Element, texts: Collection[str], marks: Collection[str]
) -> None:
    """Raise `UnreadableFile` where a file that says nothing of itself bears no mark of a draft.

    `texts` are its paragraphs, comparable; `marks` the names of its controls and bookmarks.
    """
    if any(mark.startswith(f"{MARK_PREFIX}_") for mark in marks) or not _EMPTY.isdisjoint(texts):
        return
    if any(accepted_text(one.spans).startswith(DRAFT_LABEL) for _, one in edge_paragraphs(package, styles, body)):
        return
    raise UnreadableFile(
        f"Filen »{package.name}« er den endelige udgave og ikke et udkast.",
        "Dan et udkast med kommandoen draft, og ret i det. Skal teksterne i filen læses, som de står, så læs den ind"
        " i en ny mappe med kommandoen import.",
    )
