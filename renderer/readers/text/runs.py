"""Runs of words with their look, as Word and PDF know them, brought to the nested marks of `Prose`.

Both formats say of every run of characters how it looks; prose says which words stand under which mark. The
same look can be nested in several ways; the one written here is the one that Markdown reads back: the mark
that reaches farthest is the outermost, and emphasis stands outside strong where both reach equally far.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from renderer.model.prose import Emphasis, Inline, LineBreak, Link, Strong, Text
from renderer.model.tidying import plain_characters, tidy

SOFT_HYPHEN = "\u00ad"
_ZERO_WIDTH = "\u200b\u200c\u2060\ufeff"
_DROPPED = re.compile(f"[{SOFT_HYPHEN}{_ZERO_WIDTH}]")
_MARKS = ("href", "italic", "bold")


@dataclass(frozen=True)
class Run:
    """Characters with one look; a newline is a line that was ended on purpose. `href` is a link's address."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing but white space stands here."""
        return not self.text.strip()


def woven(runs: Sequence[Run]) -> tuple[Inline, ...]:
    """The words of the runs under their marks, tidied; empty when there are no words."""
    return tidy(_woven(_evened(runs), _MARKS))


def all_bold(runs: Sequence[Run]) -> bool:
    """Whether there are words, and all of them are bold."""
    words = [run for run in runs if not run.blank]
    return bool(words) and all(run.bold for run in words)


def plain(runs: Sequence[Run]) -> str:
    """The characters alone."""
    return "".join(run.text for run in runs)


def without_prefix(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    """The runs without their first `length` characters."""
    left: list[Run] = []
    for run in runs:
        cut = min(length, len(run.text))
        length -= cut
        if run.text[cut:]:
            left.append(replace(run, text=run.text[cut:]))
    return tuple(left)


def clean(text: str) -> str:
    """Plain characters, no soft hyphens and none without width."""
    return text if text.isascii() else plain_characters(_DROPPED.sub("", text))


def _evened(runs: Sequence[Run]) -> list[Run]:
    """White space takes the look that the words on both its sides share, so that marks do not fall apart."""
    evened: list[Run] = []
    for position, run in enumerate(runs):
        if run.blank:
            before = next((other for other in reversed(runs[:position]) if not other.blank), Run(""))
            after = next((other for other in runs[position + 1 :] if not other.blank), Run(""))
            href = before.href if before.href == after.href else None
            run = Run(run.text, before.bold and after.bold, before.italic and after.italic, href)  # noqa: PLW2901
        evened.append(run)
    return evened


def _woven(runs: Sequence[Run], marks: Sequence[str]) -> list[Inline]:
    inlines: list[Inline] = []
    position = 0
    while position < len(runs):
        reaches = {mark: _reach(runs, position, mark) for mark in marks}
        mark = max(marks, key=lambda mark: reaches[mark], default=None)
        if mark is None or not reaches[mark]:
            inlines += _unmarked(runs[position].text)
            position += 1
            continue
        inner = _woven(runs[position : position + reaches[mark]], [other for other in marks if other != mark])
        inlines.append(_marked(mark, runs[position], tuple(inner)))
        position += reaches[mark]
    return inlines


def _reach(runs: Sequence[Run], start: int, mark: str) -> int:
    """How many runs from `start` on stand under the same mark."""
    value = getattr(runs[start], mark)
    if not value:
        return 0
    end = start
    while end < len(runs) and getattr(runs[end], mark) == value:
        end += 1
    return end - start


def _marked(mark: str, run: Run, content: tuple[Inline, ...]) -> Inline:
    match mark:
        case "href":
            return Link(run.href or "", content)
        case "italic":
            return Emphasis(content)
        case _:
            return Strong(content)


def _unmarked(text: str) -> list[Inline]:
    inlines: list[Inline] = []
    for number, line in enumerate(clean(text).split("\n")):
        inlines += [LineBreak()] * (number > 0) + [Text(line)]
    return inlines
