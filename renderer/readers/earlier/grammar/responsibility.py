"""Who answers for an item: centre, committee and contributors, and the description that follows them.

The labels may stand each on its own line, or run together with each other and with the description.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from renderer.findings import Place
from renderer.model.prose import Block, Paragraph, plain_text
from renderer.readers.earlier.grammar import labels, names
from renderer.readers.earlier.text.slicing import Inlines, sliced
from renderer.readers.text.piece import Piece

_LABELS = {"centre": labels.CENTRE, "committee": labels.COMMITTEE, "contributors": labels.CONTRIBUTORS}
_SENTENCE_END = re.compile(r"[.!?]$")


@dataclass
class Responsibility:
    """What the description cell says.

    `contributors` is the text behind its label, which may run on into the
    description; `own_line` says that the label began a line, so that nothing but names should follow.
    `labelled` says that it has the label of the centre or of the committee; `place` is that of the contributors'.
    """

    centre: str = ""
    committee: str = ""
    contributors: Inlines = ()
    own_line: bool = True
    labelled: bool = False
    place: Place | None = None
    before: list[Block] = field(default_factory=list)
    description: list[Block] = field(default_factory=list)

    @property
    def texts(self) -> list[Block]:
        """Where the next block of the description belongs: before the contributors' label, or behind it."""
        return self.description if self.place else self.before


@dataclass(frozen=True)
class Contributors:
    """The names, what of the text belongs to the description, and a Danish sentence where that is unclear."""

    names: tuple[str, ...] = ()
    description: Inlines = ()
    doubt: str = ""


def read_responsibility(pieces: Sequence[Piece]) -> Responsibility:
    """The labelled values of a description cell, and its remaining blocks."""
    found = Responsibility()
    seen: set[str] = set()
    for piece in pieces:
        for block in piece.prose.blocks:
            marks = _labels_in(block, seen) if isinstance(block, Paragraph) else []
            if isinstance(block, Paragraph) and marks:
                _take(found, block.content, marks, piece.place)
                seen.update(name for name, _, _ in marks)
            else:
                found.texts.append(block)
    return found


def holds_labels(piece: Piece) -> bool:
    """Whether a piece names a centre, a committee or contributors."""
    return any(pattern.search(piece.prose.plain) for pattern in _LABELS.values())


def resolve(found: Responsibility, known: Collection[str]) -> Contributors:
    """Part the contributors from each other and from the description that may follow them in the same line."""
    text = " ".join(plain_text(found.contributors).split())
    if not text:
        return Contributors()
    if found.own_line and not _SENTENCE_END.search(text):
        series = names.whole_series(text, known)
        return Contributors(series.names, doubt=_unclear_names(text) if series.unclear else "")
    led = names.leading_series(text, known)
    if led.names:
        return Contributors(led.names, _last_words(found.contributors, led.rest))
    if names.looks_like_names(text):
        series = names.whole_series(text, known)
        return Contributors(series.names, doubt=_unclear_names(text) if series.unclear else "")
    doubt = "" if _SENTENCE_END.search(text) and not names.may_begin_with_name(text) else _unclear_start(text)
    return Contributors((), found.contributors, doubt)


def certain_names(found: Responsibility, known: Collection[str]) -> tuple[str, ...]:
    """The contributors that this cell names beyond doubt, to recognise them elsewhere."""
    text = " ".join(plain_text(found.contributors).split())
    if not found.own_line or _SENTENCE_END.search(text):
        return ()
    series = names.whole_series(text, known)
    return () if series.unclear or series.assumed else series.names


def _labels_in(block: Paragraph, seen: set[str]) -> list[tuple[str, int, int]]:
    """The labels of a paragraph in order, each once: name, start and end."""
    text = plain_text(block.content)
    found = []
    for name, pattern in _LABELS.items():
        mark = pattern.search(text)
        if mark and name not in seen and (mark.start() == 0 or text[mark.start() - 1].isspace()):
            found.append((name, mark.start(), mark.end()))
    return sorted(found, key=lambda mark: mark[1])


def _take(found: Responsibility, content: Inlines, marks: list[tuple[str, int, int]], place: Place) -> None:
    text = plain_text(content)
    before = sliced(content, 0, marks[0][1])
    if before:
        found.texts.append(Paragraph(before))
    for number, (name, start, end) in enumerate(marks):
        limit = marks[number + 1][1] if number + 1 < len(marks) else len(text)
        line_end = text.find("\n", end, limit)
        stop = limit if line_end < 0 else line_end
        _keep(found, name, sliced(content, end, stop), place)
        if name == "contributors":
            found.own_line = start == 0 or text[:start].rstrip(" ").endswith("\n")
        after = sliced(content, stop, limit)
        if after:
            found.texts.append(Paragraph(after))


def _keep(found: Responsibility, name: str, value: Inlines, place: Place) -> None:
    words = " ".join(plain_text(value).split())
    if name == "contributors":
        found.contributors, found.place = value, place
        return
    found.labelled = True
    if name == "centre":
        found.centre = words
    else:
        found.committee = words


def _last_words(content: Inlines, rest: str) -> Inlines:
    """The end of a text, with its marks, whose words are `rest`."""
    text = plain_text(content)
    wanted = len("".join(rest.split()))
    position = len(text)
    while wanted:
        position -= 1
        wanted -= not text[position].isspace()
    return sliced(content, position)


def _unclear_names(text: str) -> str:
    return f"Det er uklart, hvor navnene skilles i »{text}«."


def _unclear_start(text: str) -> str:
    start = " ".join(text.split()[:8])
    return f"Det er uklart, om »{start} …« begynder med en bidragsyder; det hele er læst som beskrivelse."
