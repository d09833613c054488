"""A paragraph as tokens (words, signs, spaces, line breaks), each with the marks it stands in, and back again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from renderer.model.prose import Emphasis, Inline, LineBreak, Link, Strong, Text

# A number keeps its separators (`2.632,2`, `31.12.2018`), a word its hyphens and apostrophes; a sign stands alone.
_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*\w*|[^\W\d]\w*(?:[-’']\w+)*-?|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mark:
    """Emphasis, strong or a link around a token.

    `again` is true where a mark follows right upon its equal, so that the two stay two.
    """

    kind: type[Emphasis | Strong | Link]
    href: str = ""
    again: bool = False

    def around(self, content: tuple[Inline, ...]) -> Inline:
        """The content in this mark."""
        return Link(self.href, content) if self.kind is Link else self.kind(content)  # type: ignore[call-arg,arg-type]


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign, a run of spaces or a line break, in its marks, the outermost first."""

    leaf: Text | LineBreak
    marks: tuple[Mark, ...] = ()

    @property
    def text(self) -> str:
        """The characters; a line break is a newline."""
        return self.leaf.text if isinstance(self.leaf, Text) else "\n"

    @property
    def is_space(self) -> bool:
        """Whether it is only space; a line break, which the author set, is not."""
        return isinstance(self.leaf, Text) and self.leaf.text.isspace()

    @property
    def letters(self) -> int:
        """How many characters a word or a number has; 0 for signs, spaces and line breaks."""
        return len(self.text) if any(map(str.isalnum, self.text)) else 0


def tokens_of(content: tuple[Inline, ...], marks: tuple[Mark, ...] = ()) -> Iterator[Token]:
    """The tokens of a paragraph; `content_of` gives the same paragraph back."""
    previous: Mark | None = None
    for inline in content:
        mark = _mark(inline, previous)
        match inline:
            case Text(text):
                yield from line_tokens(text, marks)
            case LineBreak():
                yield Token(inline, marks)
            case Emphasis(inner) | Strong(inner) | Link(_, inner):
                assert mark is not None
                yield from tokens_of(inner, (*marks, mark))
        previous = mark


def line_tokens(text: str, marks: tuple[Mark, ...] = ()) -> Iterator[Token]:
    """The tokens of a text without marks of its own."""
    for found in _TOKEN.finditer(text):
        yield Token(Text(found[0]), marks)


def content_of(tokens: Iterable[Token], depth: int = 0) -> tuple[Inline, ...]:
    """The content that the tokens stand for, in its shortest form; `depth` marks are around it already."""
    content: list[Inline] = []
    for mark, group in groupby(tokens, key=lambda token: token.marks[depth] if len(token.marks) > depth else None):
        if mark is None:
            content.extend(_joined(token.leaf for token in group))
        else:
            content.append(mark.around(content_of(group, depth + 1)))
    return tuple(content)


def _mark(inline: Inline, previous: Mark | None) -> Mark | None:
    match inline:
        case Emphasis() | Strong():
            mark = Mark(type(inline))
        case Link(href, _):
            mark = Mark(Link, href)
        case _:
            return None
    return Mark(mark.kind, mark.href, again=True) if mark == previous else mark


def _joined(leaves: Iterable[Text | LineBreak]) -> Iterator[Inline]:
    for kind, group in groupby(leaves, key=type):
        if kind is Text:
            yield Text("".join(leaf.text for leaf in group if isinstance(leaf, Text)))
        else:
            yield from group
