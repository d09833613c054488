"""What is open at a place of the walk: content controls, bookmarks, tracked changes and the ranges of comments."""

from collections import Counter
from dataclasses import dataclass, field

from lxml.etree import _Element

from renderer.readers.draft.seen import SeenParagraph
from renderer.readers.draft.span import Change, Span
from renderer.readers.word.names import W, child_of, value
from renderer.vocabulary.draft_marks import MARK_PREFIX

_MARKS = f"{MARK_PREFIX}_"
_UNNAMED = "-"
_DELETIONS = {f"{W}del", f"{W}moveFrom", f"{W}cellDel"}


@dataclass(eq=False, slots=True)
class Range:
    """What a comment is anchored to: the spans in its range with their paragraphs, and where its sign stands."""

    spans: list[tuple[SeenParagraph, Span]] = field(default_factory=list)
    paragraph: SeenParagraph | None = None
    owner: str | None = None


def change_of(element: _Element) -> Change:
    """The tracked change that an element stands for."""
    author, when = element.get(f"{W}author", ""), element.get(f"{W}date", "")
    return Change(element.tag in _DELETIONS, " ".join(author.split()), when.strip())


class Surroundings:
    """What is open. `controls` and `bookmarks` count the marks of fields that have been met.

    `ended` are the ids of the bookmarks that end somewhere. LibreOffice 7.4 writes a field's bookmark twice where it
    spans paragraphs, the first of them without an end; and it puts an empty one into a control whose tag it drops.
    """

    def __init__(self, ended: frozenset[str] = frozenset()) -> None:
        self.controls: Counter[str] = Counter()
        self.bookmarks: Counter[str] = Counter()
        self.ranges: dict[str, Range] = {}
        self.owner: str | None = None
        self.changes: tuple[Change, ...] = ()
        self.prompts = 0
        self.open_ranges: dict[str, Range] = {}
        self._ended = ended
        self._controls: list[str | None] = []
        self._bookmarks: dict[str, str] = {}

    def enter_control(self, control: _Element) -> bool:
        """Go into a content control; gives whether it shows its prompt."""
        properties = child_of(control, f"{W}sdtPr")
        tag = value(properties, "tag") or ""
        mark = tag if tag.startswith(_MARKS) else None
        if mark:
            self.controls[mark] += 1
        elif not tag:
            mark = _UNNAMED
        prompts = child_of(properties, f"{W}showingPlcHdr") is not None
        self._controls.append(mark)
        self.prompts += prompts
        self._settle()
        return prompts

    def leave_control(self, *, prompts: bool) -> None:
        """Go out of the innermost control."""
        self._controls.pop()
        self.prompts -= prompts
        self._settle()

    def begin_bookmark(self, element: _Element) -> str:
        """Begin a bookmark; gives its name."""
        name = element.get(f"{W}name", "")
        if name.startswith(_MARKS):
            self.bookmarks[name] += 1
            self._bookmarks[element.get(f"{W}id", "")] = name
            if self._controls and self._controls[-1] == _UNNAMED:
                self._controls[-1] = name
            self._settle()
        return name

    def end_bookmark(self, element: _Element) -> None:
        """End a bookmark."""
        name = self._bookmarks.pop(element.get(f"{W}id", ""), None)
        if name:
            self._keep([one for one, other in self._bookmarks.items() if other != name])

    def end_paragraph(self) -> None:
        """End the bookmarks that have no end of their own."""
        if self._bookmarks:
            self._keep([one for one in self._bookmarks if one in self._ended])

    def forget_bookmarks(self) -> None:
        """End all bookmarks: a field's does not reach beyond its cell, even where its end was lost."""
        if self._bookmarks:
            self._bookmarks.clear()
            self._settle()

    def begin_range(self, element: _Element) -> None:
        """Begin what a comment is anchored to."""
        name = element.get(f"{W}id", "")
        self.open_ranges[name] = self.ranges.setdefault(name, Range())

    def end_range(self, element: _Element) -> None:
        """End what a comment is anchored to."""
        self.open_ranges.pop(element.get(f"{W}id", ""), None)

    def refer(self, element: _Element, paragraph: SeenParagraph) -> None:
        """Note where a comment's sign stands."""
        found = self.ranges.setdefault(element.get(f"{W}id", ""), Range())
        found.paragraph, found.owner = paragraph, self.owner

    def _keep(self, ids: list[str]) -> None:
        self._bookmarks = {one: self._bookmarks[one] for one in ids}
        self._settle()

    def _settle(self) -> None:
        innermost = next((mark for mark in reversed(self._controls) if mark and mark != _UNNAMED), None)
        self.owner = innermost or next(reversed(self._bookmarks.values()), None)
