"""Comments in a returned draft: what they say, who wrote them, and what they are anchored to.

Replies and whether a thread is done stand in a part of their own (MS-DOCX 2.5.4.2), which older programs leave out.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from renderer.findings import Finding, Place
from renderer.model.field import Field
from renderer.model.proposal import Comment
from renderer.readers.draft.notices import comment_on_several, comment_without_text
from renderer.readers.draft.seen import SeenParagraph, paragraphs_of
from renderer.readers.draft.span import Span, accepted_text
from renderer.readers.draft.story import Story
from renderer.readers.draft.surroundings import Range
from renderer.readers.text.runs import clean
from renderer.readers.word.names import W
from renderer.readers.word.package import WordPackage
from renderer.readers.word.styles import Styles

_ON = {"1", "true", "on"}

FieldOf = Callable[[SeenParagraph, str | None], Field | None]
"""The field that a place belongs to: by its paragraph, and the mark that is open there."""


ItemOf = Callable[[int], str | None]
"""The item in whose table a paragraph stands, by its number."""


@dataclass(frozen=True)
class _Said:
    """A comment as its own part has it; `paragraph_id` is how replies name it."""

    number: str
    text: str
    author: str
    when: str
    paragraph_id: str


def read_comments(
    package: WordPackage, styles: Styles, ranges: dict[str, Range], field_of: FieldOf, item_of: ItemOf
) -> tuple[tuple[Comment, ...], tuple[Finding, ...]]:
    """The comments in the order of their part, and findings on those that are about several fields."""
    said = list(_said(package, styles))
    threads = _threads(package)
    by_id = {one.paragraph_id: one for one in said if one.paragraph_id}
    comments: list[Comment] = []
    findings: list[Finding] = []
    for one in said:
        parent, done = threads.get(one.paragraph_id, ("", False))
        answered = by_id.get(parent)
        found = ranges.get(one.number)
        if answered and (found is None or not found.spans):
            found = ranges.get(answered.number, found)
        fields = list(_fields(found, field_of)) if found else []
        place = _place(package.name, found, item_of)
        if len(fields) > 1:
            findings.append(comment_on_several(place, tuple(str(field.place) for field in fields)))
        if not one.text:
            findings.append(comment_without_text(place, one.author))
        comments.append(
            Comment(
                text=one.text,
                author=one.author,
                when=one.when,
                about=fields[0] if fields else None,
                quote=_quote(found.spans) if found else "",
                source=place,
                replies_to=f"{answered.author}: {answered.text}" if answered else "",
                done=done,
            )
        )
    return tuple(comments), tuple(findings)


def _said(package: WordPackage, styles: Styles) -> Iterator[_Said]:
    root = package.related("comments")
    if root is None:
        return
    for element in root.iterfind(f"{W}comment"):
        blocks = Story(styles, {}, element).read()
        lines = (clean(accepted_text(paragraph.spans)).strip() for paragraph in paragraphs_of(blocks))
        ids = [_attribute(paragraph, "paraId") for paragraph in element.iter(f"{W}p")]
        yield _Said(
            number=element.get(f"{W}id", ""),
            text="\n".join(line for line in lines if line),
            author=" ".join(element.get(f"{W}author", "").split()),
            when=element.get(f"{W}date", "").strip(),
            paragraph_id=ids[-1] if ids else "",
        )


def _threads(package: WordPackage) -> dict[str, tuple[str, bool]]:
    """For each comment, by the id of its last paragraph: the one it answers, and whether it is done."""
    root = package.related("commentsExtended")
    if root is None:
        return {}
    return {
        _attribute(one, "paraId"): (_attribute(one, "paraIdParent"), _attribute(one, "done") in _ON) for one in root
    }


def _attribute(element: _Element, name: str) -> str:
    """An attribute whose namespace grew with Word's versions."""
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith(f"}}{name}")), "")


def _fields(found: Range, field_of: FieldOf) -> Iterator[Field]:
    """The fields that the range touches, in order, each once."""
    places = [(paragraph, span.owner) for paragraph, span in found.spans if span.text.strip()]
    if not places and found.paragraph is not None:
        places = [(found.paragraph, found.owner)]
    fields = (field_of(paragraph, owner) for paragraph, owner in places)
    yield from dict.fromkeys(field for field in fields if field)


def _quote(spans: list[tuple[SeenParagraph, Span]]) -> str:
    parts: list[str] = []
    last: SeenParagraph | None = None
    for paragraph, span in spans:
        if last is not None and paragraph is not last:
            parts.append(" ")
        last = paragraph
        parts.append(span.text if span.stays else "")
    return " ".join(clean("".join(parts)).split())


def _place(file: str, found: Range | None, item_of: ItemOf) -> Place:
    if found is None:
        return Place(file)
    paragraph = found.spans[0][0] if found.spans else found.paragraph
    if paragraph is None:
        return Place(file)
    return Place(file, paragraph=paragraph.number, item=item_of(paragraph.number))
