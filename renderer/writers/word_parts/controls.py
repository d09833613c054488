"""Content controls: the places of a draft that may be written in, and the group that locks what is around them.

The order inside `w:sdtPr` is the schema's (ISO/IEC 29500-1, 17.5.2.38). The lock of a field keeps the control itself;
what it holds is free. A group with its content locked leaves the controls inside it open, and needs no protection of
the document, so spelling, comments and tracked changes go on working there.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from renderer.edition.draft_fields import NAME_SEPARATOR
from renderer.vocabulary.draft_marks import FIXED_TAG
from renderer.writers.word_parts.bookmarks import Bookmarks
from renderer.writers.word_parts.ooxml import escape

_FIXED_NAME = "Låst tekst"
# Word takes no more in a tag or a title, and calls a file with more than that damaged.
_LONGEST_NAME = 64
_END_OF_PROPERTIES = "</w:pPr>"
_END_OF_PARAGRAPH = "</w:p>"


@dataclass(frozen=True)
class Choice:
    """One line of a drop-down list: what it shows, and the value it stands for."""

    shown: str
    value: str


class Controls:
    """The content controls of one document, numbered in their order."""

    def __init__(self, bookmarks: Bookmarks) -> None:
        self._bookmarks = bookmarks
        self._last = 0

    def around_paragraphs(self, mark: str, name: str, paragraphs: str, *, placeholder: bool = False) -> str:
        """A control for rich text around whole paragraphs, whose content carries a bookmark of the same name."""
        kind = f"{_SHOWS_PLACEHOLDER if placeholder else ''}<w:richText/>"
        head, properties, rest = paragraphs.partition(_END_OF_PROPERTIES)
        inner = self._bookmarks.around(mark, rest.removesuffix(_END_OF_PARAGRAPH))
        return self._control(mark, name, kind, f"{head}{properties}{inner}{_END_OF_PARAGRAPH}")

    def choice(
        self, mark: str, name: str, look: str, choices: Iterable[Choice], runs: str, *, placeholder: bool = False
    ) -> str:
        """A drop-down list inside a paragraph, with a bookmark of the same name; `look` is what is chosen set in."""
        items = "".join(
            f'<w:listItem w:displayText="{escape(choice.shown)}" w:value="{escape(choice.value)}"/>'
            for choice in choices
        )
        kind = f"{_SHOWS_PLACEHOLDER if placeholder else ''}<w:dropDownList>{items}</w:dropDownList>"
        control = self._control(mark, name, kind, runs, f"<w:rPr>{look}</w:rPr>")
        return self._bookmarks.around(mark, control)

    def locked(self, blocks: str) -> str:
        """A group around blocks: what is in it cannot be changed, except in the controls it holds."""
        lock = '<w:lock w:val="contentLocked"/><w:group/>'
        return f"<w:sdt><w:sdtPr>{self._named(FIXED_TAG, _FIXED_NAME)}{lock}</w:sdtPr>{_content(blocks)}</w:sdt>"

    def locked_words(self, runs: str) -> str:
        """A control around words of a paragraph, none of which can be changed or taken away."""
        lock = '<w:lock w:val="sdtContentLocked"/><w:richText/>'
        return f"<w:sdt><w:sdtPr>{self._named(FIXED_TAG, _FIXED_NAME)}{lock}</w:sdtPr>{_content(runs)}</w:sdt>"

    def _control(self, mark: str, name: str, kind: str, content: str, look: str = "") -> str:
        lock = '<w:lock w:val="sdtLocked"/>'
        return f"<w:sdt><w:sdtPr>{look}{self._named(mark, name)}{lock}{kind}</w:sdtPr>{_content(content)}</w:sdt>"

    def _named(self, mark: str, name: str) -> str:
        self._last += 1
        tag = f'<w:tag w:val="{escape(mark)}"/>'
        return f'<w:alias w:val="{escape(_shortened(name))}"/>{tag}<w:id w:val="{self._last}"/>'


_SHOWS_PLACEHOLDER = "<w:showingPlcHdr/>"


def _shortened(name: str) -> str:
    """A name that Word takes: of a long one the end, which tells the fields of an item apart, stays whole."""
    if len(name) <= _LONGEST_NAME:
        return name
    item, separator, rest = name.partition(NAME_SEPARATOR)
    end = f"…{separator}{rest}"
    return f"{item[: _LONGEST_NAME - len(end)]}{end}"


def _content(xml: str) -> str:
    return f"<w:sdtContent>{xml}</w:sdtContent>"
