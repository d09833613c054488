"""The overview of a returned draft: locked as a whole, since it is counted from the items; what was changed in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from renderer.edition.edition import Edition
from renderer.findings import Finding, Place
from renderer.readers.draft.expected import comparable
from renderer.readers.draft.notices import fixed_changed, fixed_missing, text_outside
from renderer.readers.draft.seen import SeenBlock, SeenParagraph, paragraphs_of
from renderer.readers.draft.span import accepted_text, authors


@dataclass(frozen=True)
class _Line:
    """A line as it came back; `number` is its paragraph's."""

    text: str
    number: int
    authors: tuple[str, ...]


def split(blocks: Sequence[SeenBlock], edition: Edition) -> tuple[list[SeenBlock], list[SeenBlock]]:
    """The blocks without those of the overview, and those; the second is empty where it cannot be found."""
    if edition.overview is None:
        return list(blocks), []
    said = edition.overview
    opening = {comparable(said.heading), comparable(said.note)}
    end, chapters = comparable(said.end), {comparable(part.heading) for part in edition.chapters}
    texts = [_text(block) if isinstance(block, SeenParagraph) else "" for block in blocks]
    start = next((n for n, text in enumerate(texts) if text in opening), None)
    if start is None:
        return list(blocks), []
    stop = len(blocks)
    for n in range(start + 1, len(blocks)):
        if texts[n] == end or texts[n] in chapters:
            stop = n + (texts[n] == end)
            break
    return [*blocks[:start], *blocks[stop:]], list(blocks[start:stop])


def changes_of_overview(file: str, blocks: list[SeenBlock], edition: Edition) -> Iterator[Finding]:
    """What differs between the overview as it was sent and as it came back."""
    if edition.overview is None:
        return
    if not blocks:
        yield fixed_missing(Place(file), edition.overview.heading, ())
        return
    sent = [words for text in edition.overview.lines() if (words := comparable(text))]
    seen = [line for paragraph in paragraphs_of(blocks) if (line := _line(paragraph)).text]
    start = _alike(sent, [line.text for line in seen])
    end = _alike(sent[start:][::-1], [line.text for line in seen[start:]][::-1])
    before, after = sent[start : len(sent) - end], seen[start : len(seen) - end]
    matcher = SequenceMatcher(None, before, [line.text for line in after], autojunk=False)
    for kind, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        if kind == "equal":
            continue
        where = after[from_new] if from_new < len(after) else seen[-1]
        place = Place(file, paragraph=where.number)
        old, new = (" · ".join(lines) for lines in (before[from_old:to_old], _texts(after[from_new:to_new])))
        who = tuple(dict.fromkeys(name for line in after[from_new:to_new] for name in line.authors))
        if old and new:
            yield fixed_changed(place, old, new, who)
        elif old:
            yield fixed_missing(place, old, who)
        else:
            yield text_outside(place, new, who)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines are the same at the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (left, right) in pairs if left != right), min(len(one), len(other)))


def _texts(lines: Sequence[_Line]) -> list[str]:
    return [line.text for line in lines]


def _line(paragraph: SeenParagraph) -> _Line:
    changes = (change for span in paragraph.spans for change in span.changes)
    return _Line(_text(paragraph), paragraph.number, authors(changes))


def _text(paragraph: SeenParagraph) -> str:
    return comparable(accepted_text(paragraph.spans))
