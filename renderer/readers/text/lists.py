"""Paragraphs with marks and indentations, as Word and PDF know them, put together to pieces with nested lists.

A paragraph with a mark is an entry of a list; how deep follows from where its mark stands. A paragraph without
a mark that stands as far in as the text of an entry belongs to that entry.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from renderer.findings import Place
from renderer.model.prose import Block, BulletList, LineBreak, ListEntry, NumberedList, Paragraph, Prose, Text
from renderer.model.tidying import tidy
from renderer.readers.text.marks import Mark
from renderer.readers.text.piece import Piece
from renderer.readers.text.runs import Run, all_bold, woven

_NEAR = 2.0


@dataclass(frozen=True)
class Stood:
    """A paragraph as it stood: where its mark and its text begin, in points from the left of its column.

    `runs` hold the words without the mark. `ladder` is a list of Word's own and the step in it, which says more
    than the indentation does; `None` where there is none. `level` is 1 to 6 for a heading. `bold` says that all
    its words are bold by the paragraph's style, which is no emphasis; `hangs` that its lines are set in
    behind the mark; `quoted` that the document marks it as a quotation.
    """

    runs: tuple[Run, ...]
    place: Place
    lines: tuple[int, ...]
    mark: Mark | None = None
    mark_at: float = 0.0
    text_at: float = 0.0
    ladder: tuple[str, int] | None = None
    level: int | None = None
    bold: bool = False
    hangs: bool = False
    quoted: bool = False

    @property
    def words(self) -> tuple[Run, ...]:
        """The runs with the mark in front, as they stood."""
        if not self.mark:
            return self.runs
        first = self.runs[0] if self.runs else Run("")
        return (Run(f"{self.mark.text} ", first.bold, first.italic, first.href), *self.runs)


@dataclass
class _OpenList:
    first: Stood
    last: Stood
    entries: list[list["Block | _OpenList"]] = field(default_factory=list)

    def closed(self) -> Block:
        entries = tuple(ListEntry(tuple(_closed(block) for block in entry)) for entry in self.entries)
        mark = self.first.mark
        if mark is None or mark.numbering is None:
            return BulletList(entries)
        return NumberedList(entries, mark.numbering, mark.position)


def pieces(paragraphs: Iterable[Stood]) -> tuple[Piece, ...]:
    """Paragraphs and lists, one piece each, in order; paragraphs without words are left out."""
    found: list[Piece] = []
    open_lists: list[_OpenList] = []
    members: list[Stood] = []
    for stood in _with_settled_marks([one for one in paragraphs if any(not run.blank for run in one.words)]):
        if _joins(stood, open_lists):
            members.append(stood)
            continue
        found += _list_piece(open_lists, members)
        open_lists, members = [], []
        if stood.mark:
            open_lists, members = [_opened(stood)], [stood]
        else:
            found += _paragraph_piece(stood)
    return (*found, *_list_piece(open_lists, members))


def _with_settled_marks(paragraphs: Sequence[Stood]) -> Iterator[Stood]:
    """Doubtful marks are marks when something speaks for them: a step in, or the neighbour's number."""
    before: Stood | None = None
    for position, stood in enumerate(paragraphs):
        settled = stood
        if stood.mark and stood.mark.doubtful and not _is_entry(stood, before, paragraphs[position + 1 :]):
            settled = replace(stood, runs=stood.words, mark=None, text_at=stood.mark_at)
        yield settled
        before = settled if settled.mark or not before or _leaves(settled, before) else before


def _is_entry(stood: Stood, before: Stood | None, after: Sequence[Stood]) -> bool:
    mark = stood.mark
    if not mark or not mark.doubtful or stood.mark_at > _NEAR:
        return True
    if before and before.mark and (mark.follows(before.mark) or (mark.numbering is None and mark.text == "o")):
        return True
    following = next((one for one in after if one.mark and abs(one.mark_at - stood.mark_at) < _NEAR), None)
    alike = following is not None and following.mark is not None and following.mark.follows(mark)
    return stood.hangs or alike or (mark.numbering is None and mark.text != "o")


def _leaves(stood: Stood, listed: Stood) -> bool:
    return stood.text_at < listed.text_at - _NEAR


def _joins(stood: Stood, open_lists: list[_OpenList]) -> bool:
    """Put the paragraph into the lists that are open; `False` when it stands outside them all."""
    if not open_lists or stood.level is not None or stood.quoted != open_lists[0].first.quoted:
        return False
    if stood.mark:
        return _joins_as_entry(stood, open_lists)
    depth = next((n for n in range(len(open_lists), 0, -1) if not _leaves(stood, open_lists[n - 1].last)), 0)
    if not depth:
        return False
    del open_lists[depth:]
    open_lists[-1].entries[-1].append(Paragraph(woven(stood.runs)))
    return True


def _joins_as_entry(stood: Stood, open_lists: list[_OpenList]) -> bool:
    depth = len(open_lists)
    while depth > 1 and _depth_against(stood, open_lists[depth - 1], open_lists[: depth - 1]) < 0:
        depth -= 1
    against = _depth_against(stood, open_lists[depth - 1], open_lists[: depth - 1])
    if against < 0 or (against == 0 and depth == 1 and not _continues(stood, open_lists[0])):
        return False
    del open_lists[depth:]
    if against == 0 and _continues(stood, open_lists[-1]):
        open_lists[-1].entries.append([Paragraph(woven(stood.runs))])
        open_lists[-1].last = stood
        return True
    if against == 0:
        open_lists.pop()
    opened = _opened(stood)
    open_lists[-1].entries[-1].append(opened)
    open_lists.append(opened)
    return True


def _depth_against(stood: Stood, listed: _OpenList, outer: Sequence[_OpenList]) -> int:
    """-1, 0 or 1: whether the entry stands farther out than the list, in it, or farther in."""
    if stood.ladder and listed.last.ladder and stood.ladder[0] == listed.last.ladder[0]:
        return _sign(stood.ladder[1] - listed.last.ladder[1])
    away = stood.mark_at - listed.last.mark_at
    if abs(away) >= _NEAR:
        return _sign(away)
    if _continues(stood, listed) or stood.ladder or listed.last.ladder or stood.mark_at > _NEAR:
        return 0
    # Marks typed without any indentation: another bullet is a step in, unless a list farther out has it.
    is_bullet = stood.mark is not None and stood.mark.numbering is None
    return 1 if is_bullet and not any(_continues(stood, one) for one in outer) else -1


def _continues(stood: Stood, listed: _OpenList) -> bool:
    mark, last = stood.mark, listed.last.mark
    if not mark or not last:
        return False
    if mark.numbering is None and stood.ladder:
        return last.numbering is None
    return mark.follows(last)


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _opened(stood: Stood) -> _OpenList:
    return _OpenList(stood, stood, [[Paragraph(woven(stood.runs))]])


def _closed(block: "Block | _OpenList") -> Block:
    return block.closed() if isinstance(block, _OpenList) else block


def _list_piece(open_lists: Sequence[_OpenList], members: Sequence[Stood]) -> Iterator[Piece]:
    if open_lists:
        lines = tuple(line for stood in members for line in stood.lines)
        bold = all(_is_bold(stood) for stood in members)
        quoted = members[0].quoted
        yield Piece(Prose((open_lists[0].closed(),)), members[0].place, lines, bold=bold, quoted=quoted)


def _paragraph_piece(stood: Stood) -> Iterator[Piece]:
    content = woven(stood.runs)
    if stood.level is not None:
        content = tuple(Text(" ") if isinstance(inline, LineBreak) else inline for inline in content)
        content = tidy(content)
    if content:
        prose = Prose((Paragraph(content),))
        yield Piece(prose, stood.place, stood.lines, stood.level, _is_bold(stood), stood.quoted)


def _is_bold(stood: Stood) -> bool:
    return stood.bold or all_bold(stood.runs)
