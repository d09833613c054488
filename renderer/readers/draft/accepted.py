"""Paragraphs as they are when all changes are accepted: one whose end was deleted goes on in the next one.

The joined paragraph has the properties of the last of them, as in Word, where the end of a paragraph holds them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from lxml.etree import _Element

from renderer.readers.draft.seen import Insert, SeenBlock, SeenParagraph
from renderer.readers.draft.span import Change, Span, accepted_text
from renderer.readers.text.runs import clean
from renderer.readers.word.numbering import Label, Lists


@dataclass(frozen=True, eq=False)
class Accepted:
    """One paragraph, or the part of one that belongs together.

    `number` is that of the first paragraph it was made of; `owner` is the field open where it begins, if it has no
    spans; `changes` are all tracked changes in it, deleted text, looks and ends of paragraphs included.
    """

    number: int
    properties: _Element | None
    spans: tuple[Span, ...]
    inserts: tuple[Insert, ...] = ()
    changes: tuple[Change, ...] = ()
    owner: str | None = None
    label: Label | None = None
    sources: tuple[SeenParagraph, ...] = field(default=())

    @cached_property
    def text(self) -> str:
        """The accepted characters, cleaned, in one line."""
        return " ".join(clean(accepted_text(self.spans)).split())

    def part(self, spans: Iterable[Span], inserts: Iterable[Insert]) -> "Accepted":
        """The same paragraph with some of what stands in it."""
        kept = tuple(spans)
        changes = (*(change for span in kept for change in span.history), *self._mark_changes())
        return replace(self, spans=kept, inserts=tuple(inserts), changes=changes)

    def _mark_changes(self) -> Iterator[Change]:
        for source in self.sources:
            yield from source.mark_changes


def accepted(blocks: Iterable[SeenBlock], lists: Lists) -> Iterator[Accepted]:
    """The paragraphs among the blocks as accepted, in order; a table ends the paragraph before it."""
    waiting: list[SeenParagraph] = []
    for block in blocks:
        if isinstance(block, SeenParagraph):
            waiting.append(block)
            if any(change.deleted for change in block.mark_changes):
                continue
        if waiting:
            yield _joined(waiting, lists)
            waiting = []
    if waiting:
        yield _joined(waiting, lists)


def _joined(paragraphs: list[SeenParagraph], lists: Lists) -> Accepted:
    spans = tuple(span for paragraph in paragraphs for span in paragraph.spans)
    inserts = tuple(insert for paragraph in paragraphs for insert in paragraph.inserts)
    marks = (change for paragraph in paragraphs for change in paragraph.mark_changes)
    last = paragraphs[-1]
    return Accepted(
        number=paragraphs[0].number,
        properties=last.properties,
        spans=spans,
        inserts=inserts,
        changes=(*(change for span in spans for change in span.history), *marks),
        owner=paragraphs[0].owner,
        label=lists.label(last.properties),
        sources=tuple(paragraphs),
    )
