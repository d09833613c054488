"""Paragraphs and list entries in a row -> blocks with real, nested lists.

Text that came through a conversion holds its list marks as letters: `* Nyt netværk`, `• Ny plan`, `o Seminar`,
`1) Udbud`, `a. Flytning`. Here they become lists again; a word that only looks like a mark stays a word.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from renderer.model.prose import (
    Block,
    BulletList,
    ListEntry,
    NumberedList,
    Numbering,
    Paragraph,
    Text,
    plain_text,
)
from renderer.model.tidying import tidy
from renderer.readers.earlier.text.slicing import Inlines, merged_lists, sliced
from renderer.readers.text.marks import Mark, read_mark

DEEPEST = 6
"""Lists nested deeper than this are read at this depth; no document has them, and every reader has a limit."""

# The order in which Word nests its bullets: a hollow one stands inside a filled one, a square inside a hollow one.
_RANKS = {"o": 1, "◦": 1, "▪": 2, "■": 2, "\uf0a7": 2}
_CAPITAL = re.compile(r"[A-ZÆØÅ0-9\"”»“(]")


@dataclass(frozen=True)
class Flow:
    """One paragraph of running text on its way to a block.

    `depth` is how many lists it stands in (0: none); `mark` is the mark of its list, `None` for a bullet that is
    not written in the text. `starts_list` marks the first entry of a list; `more` a further paragraph of an entry.
    `lines` are the input's lines it was made of.
    """

    content: Inlines
    lines: tuple[int, ...]
    depth: int = 0
    mark: Mark | None = None
    starts_list: bool = False
    more: bool = False

    @property
    def text(self) -> str:
        """The words alone."""
        return plain_text(self.content)


def flow(text: str, lines: tuple[int, ...]) -> Flow:
    """A paragraph of plain words."""
    return Flow(tidy((Text(text),)), lines)


def with_lists(flows: Sequence[Flow]) -> list[tuple[Block, tuple[int, ...]]]:
    """The blocks of a text in order, each with the lines it was made of."""
    marked = _nested_by_mark(_marked([one for one in flows if one.content]))
    built: list[tuple[Block, tuple[int, ...]]] = []
    position = 0
    while position < len(marked):
        if not marked[position].depth:
            built.append((Paragraph(marked[position].content), marked[position].lines))
            position += 1
            continue
        end = _end_of_lists(marked, position)
        lines = tuple(sorted({line for one in marked[position:end] for line in one.lines}))
        built += [(block, lines) for block in merged_lists(_lists(marked[position:end], 1))]
        position = end
    return built


def _end_of_lists(flows: Sequence[Flow], start: int) -> int:
    end = start
    while end < len(flows) and flows[end].depth:
        end += 1
    return end


def _marked(flows: Sequence[Flow]) -> list[Flow]:
    """Marks written as letters taken out of the text, where they really are marks."""
    marks = [read_mark(one.text) if not one.more else None for one in flows]
    result = []
    for position, (one, found) in enumerate(zip(flows, marks, strict=True)):
        if found and _is_mark(flows, marks, position):
            mark, length = found
            result.append(replace(one, content=sliced(one.content, length), depth=max(one.depth, 1), mark=mark))
        else:
            result.append(one)
    return [one for one in result if one.content]


def _is_mark(flows: Sequence[Flow], marks: Sequence[tuple[Mark, int] | None], position: int) -> bool:
    """Rules: a bullet always is one; a letter or number needs its neighbour, a dash or an `o` a neighbour or a list."""
    found = marks[position]
    assert found is not None
    mark, length = found
    if not flows[position].text[length:].strip():
        return False
    if mark.numbering is None:
        return not mark.doubtful or flows[position].depth > 0 or _beside_bullet(flows, marks, position)
    if mark.numbering is Numbering.DECIMAL_POINT and not _CAPITAL.match(flows[position].text[length:]):
        return False
    return _beside_neighbour(marks, position) and _counted_from_one(marks, position)


def _beside_bullet(flows: Sequence[Flow], marks: Sequence[tuple[Mark, int] | None], position: int) -> bool:
    if position and flows[position - 1].text.endswith(":"):
        return True
    beside = [marks[other] for other in (position - 1, position + 1) if 0 <= other < len(marks)]
    return any(other is not None and other[0].numbering is None for other in beside)


def _beside_neighbour(marks: Sequence[tuple[Mark, int] | None], position: int) -> bool:
    found = marks[position]
    assert found is not None
    before = marks[position - 1] if position else None
    after = marks[position + 1] if position + 1 < len(marks) else None
    follows = before is not None and found[0].follows(before[0])
    return follows or (after is not None and after[0].follows(found[0]))


def _counted_from_one(marks: Sequence[tuple[Mark, int] | None], position: int) -> bool:
    """Letters are a list only from `a` on: `d. 1. maj` and `f. eks.` begin sentences."""
    found = marks[position]
    assert found is not None
    while position and (before := marks[position - 1]) and found[0].follows(before[0]):
        position, found = position - 1, before
    assert found[0].numbering is not None
    return found[0].position == 1 or not found[0].numbering.lettered


def _nested_by_mark(flows: Sequence[Flow]) -> list[Flow]:
    """In one flat list, an entry with a hollow bullet belongs inside the entry with a filled one before it."""
    result: list[Flow] = []
    base: dict[int, int] = {}
    for one in flows:
        if not one.depth:
            base.clear()
            result.append(one)
            continue
        for deeper in [depth for depth in base if depth > one.depth]:
            del base[deeper]
        rank = _RANKS.get(one.mark.text, 0) if one.mark else 0
        first = rank if one.starts_list else base.setdefault(one.depth, rank)
        base[one.depth] = first
        result.append(replace(one, depth=min(one.depth + max(rank - first, 0), DEEPEST)))
    return result


def _lists(flows: Sequence[Flow], depth: int) -> list[Block]:
    """The lists at one depth; what stands deeper belongs to the entry before it."""
    groups: list[tuple[Flow, list[Flow]]] = []
    for one in flows:
        if groups and (one.depth > depth or one.more):
            groups[-1][1].append(one)
        else:
            groups.append((one, []))
    entries = [(head, _entry(head, inner, depth)) for head, inner in groups]
    return [block for run in _runs(entries) for block in _list(run)]


def _entry(head: Flow, inner: Sequence[Flow], depth: int) -> ListEntry:
    blocks: list[Block] = [Paragraph(head.content)]
    position = 0
    while position < len(inner):
        if inner[position].more and inner[position].depth <= depth:
            blocks.append(Paragraph(inner[position].content))
            position += 1
            continue
        end = position + 1
        while end < len(inner) and not (inner[end].more and inner[end].depth <= depth):
            end += 1
        blocks += _lists(inner[position:end], depth + 1)
        position = end
    return ListEntry(merged_lists(blocks))


def _runs(entries: list[tuple[Flow, ListEntry]]) -> Iterator[list[tuple[Flow, ListEntry]]]:
    """Entries that belong to one list: bullets, or marks that count on."""
    run: list[tuple[Flow, ListEntry]] = []
    for head, entry in entries:
        if run and not _same_list(run[-1][0], head):
            yield run
            run = []
        run.append((head, entry))
    if run:
        yield run


def _same_list(before: Flow, after: Flow) -> bool:
    numbering = after.mark.numbering if after.mark else None
    if numbering is None:
        return before.mark is None or before.mark.numbering is None
    assert after.mark is not None
    return before.mark is not None and after.mark.follows(before.mark)


def _list(run: list[tuple[Flow, ListEntry]]) -> list[Block]:
    entries = tuple(entry for _, entry in run)
    mark = run[0][0].mark
    if mark is None or mark.numbering is None:
        return [BulletList(entries)]
    if not mark.numbering.lettered:
        return [NumberedList(entries, mark.numbering, mark.position)]
    if len(entries) > 1 and mark.position == 1 and all(len(entry.blocks) == 1 for entry in entries):
        return [NumberedList(entries, mark.numbering)]
    return [BulletList(tuple(_with_mark_as_text(head, entry) for head, entry in run))]


def _with_mark_as_text(head: Flow, entry: ListEntry) -> ListEntry:
    """Markdown has lettered lists only of single paragraphs counted from `a`; other letters stay in the text."""
    assert head.mark is not None
    first = Paragraph(tidy((Text(f"{head.mark.text} "), *head.content)))
    return ListEntry((first, *entry.blocks[1:]))
