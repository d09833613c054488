"""A YAML file as text whose parts can be exchanged: where every node stands, and the splices that change it.

Nothing here emits a document: what no splice covers is the text that stood there, character for character.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import yaml

from renderer.casefolder.node_tree import node_tree

_BOM = "\ufeff"
# What libyaml takes for the end of a line (YAML 1.1, 4.2).
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_COMMENT = re.compile("#[^\n\r\x85\u2028\u2029]*")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")
_BLOCK_STYLES = ("|", ">")

Entry = tuple[yaml.ScalarNode, yaml.Node]


@dataclass(frozen=True)
class Splice:
    """The characters from `start` up to `end`, and what comes in their place."""

    start: int
    end: int
    text: str


@dataclass
class Source:
    """A file's text without its byte order mark, its tree, and the splices so far."""

    text: str
    root: yaml.Node | None
    mark: str = ""
    splices: list[Splice] = field(default_factory=list)
    gone: list[Splice] = field(default_factory=list)

    def __post_init__(self) -> None:
        breaks = [found.span() for found in _BREAK.finditer(self.text)]
        self._ends = [start for start, _ in breaks]
        self._starts = [0, *(end for _, end in breaks)]
        first = _BREAK.search(self.text)
        self.newline = first[0] if first and first[0] in ("\n", "\r\n", "\r") else "\n"

    def splice(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of another; an empty span inserts."""
        if self.text[start:end] != text:
            self.splices.append(Splice(start, end, text))

    def take_lines(self, start: int, end: int, kept: str) -> None:
        """Take whole lines away, all but `kept`; what is inserted among them comes in their place."""
        self.gone.append(Splice(start, end, kept))
        self.splice(start, end, kept)

    def line_start(self, index: int) -> int:
        """Where the line of a character begins."""
        return self._starts[bisect_right(self._starts, index) - 1]

    def line_end(self, index: int) -> int:
        """Where the line of a character ends, before its break."""
        line = bisect_right(self._starts, index) - 1
        return self._ends[line] if line < len(self._ends) else len(self.text)

    def next_line(self, index: int) -> int:
        """Where the line after the one of a character begins; the end of the text after the last."""
        line = bisect_right(self._starts, index)
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def lines_after(self, index: int) -> Iterator[tuple[int, str]]:
        """The lines below the one of a character, each with where it begins."""
        start, before = self.next_line(index), self.line_end(index)
        while start > before:
            yield start, self.text[start : self.line_end(start)]
            start, before = self.next_line(start), self.line_end(start)

    def lines_before(self, index: int) -> Iterator[tuple[int, str]]:
        """The lines above the one of a character, the nearest first, each with where it begins."""
        line = bisect_right(self._starts, index) - 2
        while line >= 0:
            yield self._starts[line], self.text[self._starts[line] : self._ends[line]]
            line -= 1

    def colon(self, entry: Entry) -> int:
        """Where the colon of an entry stands."""
        return self.text.index(":", end_of(entry[0]))

    def content_end(self, entry: Entry) -> int:
        """Where the last word of an entry's value ends; behind its colon when it has none."""
        value = entry[1]
        if is_block_scalar(value):
            span = self.text[start_of(value) : end_of(value)]
            return start_of(value) + len(span.rstrip())
        if isinstance(value, yaml.CollectionNode) and not value.flow_style and value.value:
            last = value.value[-1]
            return self.content_end(last) if isinstance(last, tuple) else self.content_end((entry[0], last))
        return max(end_of(value), self.colon(entry) + 1)

    def header(self, value: yaml.Node) -> int:
        """Where the sign of a block scalar ends, its indicators included."""
        found = _BLOCK_HEADER.match(self.text, start_of(value))
        assert found is not None
        return found.end()

    def comments(self, start: int, end: int, nodes: Iterable[yaml.Node]) -> list[str]:
        """Every comment of a part of the text, without its sign's white space; `nodes` hold all scalars of the part."""
        found: list[str] = []
        position = start
        for covered, after in (span for node in nodes for span in self._scalars(node)):
            if covered >= position:
                found += _COMMENT.findall(self.text, position, covered)
                position = after
        return found + _COMMENT.findall(self.text, position, max(position, end))

    def all_comments(self) -> list[str]:
        """Every comment of the file, in order."""
        return self.comments(0, len(self.text), [self.root] if self.root else [])

    def _scalars(self, node: yaml.Node) -> Iterator[tuple[int, int]]:
        if isinstance(node, yaml.ScalarNode):
            # The line of a block scalar's sign may end in a comment.
            start = self.line_end(start_of(node)) if is_block_scalar(node) else start_of(node)
            yield start, max(start, end_of(node))
        elif isinstance(node, yaml.CollectionNode):
            for part in node.value:
                for inner in part if isinstance(part, tuple) else (part,):
                    yield from self._scalars(inner)

    def spliced(self) -> str:
        """The text with every splice in its place, in the order they were made where they meet."""
        parts: list[str] = []
        position = 0
        for splice in sorted(map(self._beside_gone, self.splices), key=lambda one: (one.start, one.end)):
            if splice.start < position:
                raise OverlappingSplices
            parts += (self.text[position : splice.start], splice.text)
            position = splice.end
        return "".join((*parts, self.text[position:]))

    def _beside_gone(self, splice: Splice) -> Splice:
        """Lines that are to come after, or before, one that goes: an insertion that begins, or ends, with a break."""
        around = (one for one in self.gone if one.start < splice.start == splice.end < one.end)
        gone = next(around, None)
        if gone is None:
            return splice
        lines = splice.text.removeprefix(self.newline)
        return Splice(gone.end, gone.end, splice.text if lines == splice.text else lines + self.newline)

    def content(self) -> bytes:
        """The file's new bytes."""
        return (self.mark + self.spliced()).encode()


class OverlappingSplices(Exception):
    """Two changes of one file want the same characters."""


def read_source(content: bytes) -> Source:
    """The source of a file that the reader of case folders has read without a finding that stops."""
    text = content.decode()
    mark = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    return Source(text, node_tree(text), mark)


def start_of(node: yaml.Node) -> int:
    """Where a node begins, counted in characters."""
    return int(node.start_mark.index)


def end_of(node: yaml.Node) -> int:
    """Where a node ends, counted in characters; of a block scalar: behind its last empty line."""
    return int(node.end_mark.index)


def column_of(node: yaml.Node) -> int:
    """How many characters stand before a node in its line."""
    return int(node.start_mark.column)


def is_block_scalar(node: yaml.Node) -> bool:
    """Whether a node is a text under `|` or `>`."""
    return isinstance(node, yaml.ScalarNode) and node.style in _BLOCK_STYLES


def is_absent(node: yaml.Node) -> bool:
    """Whether nothing stands there: a field without a value is no field."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value == ""
