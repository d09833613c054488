"""Paragraphs as they were meant: what a document runs together or breaks is put right before anything is understood.

A line of a paragraph that is a heading with a number, an entry of the contents, or stands for itself on the front page
becomes a piece of its own; a sentence that was broken into several paragraphs becomes one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from renderer.model.prose import LineBreak, NumberedList, Paragraph, Prose, Text
from renderer.model.tidying import tidy
from renderer.readers.earlier.signed.agreeing import series_goes_on
from renderer.readers.earlier.signed.contents import possible_contents
from renderer.readers.earlier.signed.front_lines import beginnings
from renderer.readers.earlier.signed.headed import has_form_of_heading, numbered_pieces
from renderer.readers.earlier.signed.numbered import begins_series, has_form_of_title, point_depth
from renderer.readers.earlier.source import Part, SourceDocument
from renderer.readers.earlier.text.slicing import sliced
from renderer.readers.text.piece import Piece

# A line's end; the entries of a table of contents may have lost theirs.
_LINE_END = re.compile(r"\n|(?:(?<![.…_·])[.…_·]{3,}|(?<!\s\.)(?:\s\.){3,})\s*\d{1,3}\s+(?=\S)")
_LEADERS = re.compile(r"(?:(?<![.…_·])[.…_·]{3,}|(?<!\s\.)(?:\s\.){3,})\s*\d{1,3}(?!\S)")
_OPEN = re.compile(r"[^.:;!?\"”»)]$")
_SENTENCE_END = re.compile(r"[.!?\"”»)]$")
_WIDEST, _FULL = 120, 0.93


def as_meant(document: SourceDocument) -> SourceDocument:
    """The document with its paragraphs as they were meant; all of its words stay, in their order."""
    return replace(document, parts=tuple(_Apart(_together(document.parts)).parts()))


def _together(parts: Sequence[Part]) -> list[Part]:
    """The parts with the paragraphs that a broken sentence takes made one."""
    width = max((len(part.prose.plain) for part in parts if isinstance(part, Piece) and _is_line(part)), default=0)
    found: list[Part] = []
    for part in parts:
        above = found[-1] if found else None
        if isinstance(above, Piece) and isinstance(part, Piece) and _goes_on(above, part, width):
            found[-1] = _joined(above, part)
        else:
            found.append(part)
    return found


def _is_line(piece: Piece) -> bool:
    return _is_plain(piece) and "\n" not in piece.prose.plain


def _is_plain(piece: Piece) -> bool:
    """Whether a piece is a paragraph that nothing marks as anything else."""
    [block, *others] = piece.prose.blocks
    return isinstance(block, Paragraph) and not others and piece.level is None and not (piece.bold or piece.quoted)


def _goes_on(above: Piece, below: Piece, width: int) -> bool:
    if not (_is_line(above) and _is_line(below)):
        return False
    words, more = above.prose.plain.strip(), below.prose.plain.strip()
    full = width <= _WIDEST and len(words) + len(more.split(maxsplit=1)[0]) >= _FULL * width
    return (full and more[:1].islower() and bool(_OPEN.search(words))) or series_goes_on(words, more)


def _joined(above: Piece, below: Piece) -> Piece:
    [first], [second] = above.prose.blocks, below.prose.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    block = Paragraph(tidy((*first.content, Text(" "), *second.content)))
    return replace(above, prose=Prose((block,)), lines=(*above.lines, *below.lines))


@dataclass(frozen=True)
class _Line:
    """A line that may be a piece of its own: where it begins in the part at a position, and what it would be."""

    position: int
    start: int
    piece: Piece

    @property
    def text(self) -> str:
        return self.piece.prose.plain.strip()


class _Apart:
    """Takes lines out of paragraphs: tries to have every line apart, and keeps those that stand alone then."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._try([_unbroken(part) for part in parts])
        if not self._numbered:
            self._try([_with_titles_apart(part) for part in self._parts])

    def _try(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._lines = [
            line for n, part in enumerate(self._parts) if isinstance(part, Piece) for line in _lines(n, part)
        ]
        self._contents = possible_contents([line.text for line in self._lines])
        rest = [n for n in range(len(self._lines)) if n not in self._contents]
        found = numbered_pieces([self._lines[n].piece for n in rest])
        self._numbered = {rest[n]: numbered for n, numbered in found.items()}

    def parts(self) -> Iterator[Part]:
        """The parts in order."""
        begun = {*self._entries(), *self._headings(), *self._fronts()}
        starts: dict[int, list[int]] = {}
        for n in sorted(begun):
            starts.setdefault(self._lines[n].position, []).append(self._lines[n].start)
        for position, part in enumerate(self._parts):
            cuts = [start for start in starts.get(position, []) if start]
            yield from _cut(part, cuts) if cuts and isinstance(part, Piece) else [part]

    def _entries(self) -> Iterator[int]:
        for n in self._contents:
            yield from self._with_next(n)

    def _headings(self) -> Iterator[int]:
        """The lines of points, of chapters right above them, and what stands below both."""
        depth = point_depth(self._numbered.values())
        has_chapters = any(one.depth < depth for one in self._numbered.values())
        last = None
        for n, one in self._numbered.items():
            if one.depth >= depth or n + 1 in self._numbered:
                yield from self._with_next(n)
            if one.depth < depth:
                continue
            if not has_chapters and begins_series(one, last) and self._may_head(n - 1):
                yield n - 1
            last = one

    def _with_next(self, n: int) -> Iterator[int]:
        yield n
        if n + 1 < len(self._lines) and not self._lines[n + 1].text[:1].islower():
            yield n + 1

    def _may_head(self, n: int) -> bool:
        """Whether a line below the end of a sentence has the form of a heading."""
        below_an_end = n > 0 and bool(_SENTENCE_END.search(self._lines[n - 1].text))
        return below_an_end and has_form_of_heading(self._lines[n].text)

    def _fronts(self) -> set[int]:
        front = min(self._numbered, default=0)
        return beginnings([line.text for line in self._lines[:front]])


def _unbroken(part: Part) -> Part:
    """A heading on one line, and entries of the contents that count like a list as a paragraph."""
    if not isinstance(part, Piece):
        return part
    if not isinstance(part.prose.blocks[0], Paragraph):
        return _as_paragraph(part) if _LEADERS.search(part.prose.plain) else part
    if part.level is None:
        return part
    words = (Text(" ") if isinstance(one, LineBreak) else one for one in part.prose.blocks[0].content)
    return replace(part, prose=Prose((Paragraph(tidy(words)), *part.prose.blocks[1:])))


def _with_titles_apart(part: Part) -> Part:
    """A list as a paragraph where all its entries are a title with a sentence below it: they are no entries."""
    if not isinstance(part, Piece) or not isinstance(part.prose.blocks[0], NumberedList):
        return part
    entries = [Prose(entry.blocks).plain.split("\n") for entry in part.prose.blocks[0].entries]
    titled = all(
        len(lines) > 1 and has_form_of_title(lines[0]) and _SENTENCE_END.search(lines[-1]) for lines in entries
    )
    return _as_paragraph(part) if titled else part


def _as_paragraph(piece: Piece) -> Piece:
    words = [(Text(line), LineBreak()) for line in piece.prose.plain.split("\n")]
    return replace(piece, prose=Prose((Paragraph(tidy(one for pair in words for one in pair)),)))


def _lines(position: int, piece: Piece) -> list[_Line]:
    if not _is_plain(piece):
        return [_Line(position, 0, piece)]
    text = piece.prose.plain
    ends = [found.end() for found in _LINE_END.finditer(text)]
    cut = _cut(piece, ends)
    return [_Line(position, start, one) for start, one in zip((0, *ends), cut, strict=True)]


def _cut(piece: Piece, starts: Sequence[int]) -> list[Piece]:
    """A paragraph cut at positions in its words; each part knows its lines where they can be told."""
    [block] = piece.prose.blocks
    assert isinstance(block, Paragraph)
    text = piece.prose.plain
    bounds = list(pairwise((0, *starts, len(text))))
    return [
        replace(piece, prose=Prose((Paragraph(sliced(block.content, start, end)),)), lines=lines)
        for (start, end), lines in zip(bounds, _numbers(piece, bounds), strict=True)
    ]


def _numbers(piece: Piece, bounds: Sequence[tuple[int, int]]) -> list[tuple[int, ...]]:
    text = piece.prose.plain
    if len(bounds) == len(piece.lines):
        return [(number,) for number in piece.lines]
    if text.count("\n") + 1 != len(piece.lines):
        return [piece.lines] * len(bounds)
    counted = [(text.count("\n", 0, start), text.count("\n", 0, end - 1) + 1) for start, end in bounds]
    return [piece.lines[first:last] for first, last in counted]
