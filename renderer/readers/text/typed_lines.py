"""Text that somebody typed line by line, as in a cell: each line a paragraph, or an entry of a list by its mark."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from renderer.findings import Place
from renderer.model.prose import Prose
from renderer.readers.text.lists import Stood, pieces
from renderer.readers.text.marks import read_mark
from renderer.readers.text.runs import Run, all_bold, clean, plain, without_prefix

_STEP = 6.0
"""Points that a typed space is taken for, so that two of them are a step in."""
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]+)\)")
_NOWHERE = Place()


def typed_prose(runs: Sequence[Run], going_on: Collection[int] = ()) -> Prose:
    """The text of lines; words that all look alike are not marked by their look.

    `going_on` are the numbers of the lines, from 0, that go on with the line before behind a hard line break.
    """
    if all_bold(runs):
        runs = [replace(run, bold=False) for run in runs]
    if all(run.italic or run.blank for run in runs):
        runs = [replace(run, italic=False) for run in runs]
    found = pieces(_stood(line) for line in _together(runs, going_on) if plain(line).strip())
    return Prose(tuple(block for piece in found for block in piece.prose.blocks))


def typed_lines(runs: Sequence[Run]) -> list[str]:
    """The lines that were typed, blank ones too."""
    return [plain(line) for line in _lines(runs)]


def _together(runs: Sequence[Run], going_on: Collection[int]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for number, one in enumerate(_lines(runs)):
        if number in going_on:
            line = [*line, Run("\n"), *without_prefix(one, len(plain(one)) - len(plain(one).lstrip()))]
            continue
        yield line
        line = one
    yield line


def _lines(runs: Sequence[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        first, *rest = clean(run.text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        line.append(replace(run, text=first))
        for text in rest:
            yield line
            line = [replace(run, text=text)]
    yield line


def _stood(line: list[Run]) -> Stood:
    text = plain(line).expandtabs(4)
    indent = len(text) - len(text.lstrip())
    words = without_prefix(line, len(plain(line)) - len(plain(line).lstrip()))
    mark = read_mark(plain(words))
    at = indent * _STEP
    if mark is None:
        return Stood(tuple(_linked(words)), _NOWHERE, (), None, at, at)
    found, length = mark
    behind = tuple(_linked(without_prefix(words, length)))
    return Stood(behind, _NOWHERE, (), found, at, at + 2 * _STEP)


def _linked(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs with links typed as `[words](address)` known as such."""
    for run in runs:
        position = 0
        for found in _LINK.finditer(run.text):
            yield replace(run, text=run.text[position : found.start()])
            yield replace(run, text=found[1], href=found[2])
            position = found.end()
        yield replace(run, text=run.text[position:])
