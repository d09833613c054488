"""Paragraphs and lists that a conversion ran together into one line, taken apart where the traces still show.

Rules: three or more spaces were the end of a line, and so were two in the middle of a sentence before a capital;
two or more line breaks were an empty line; a bullet after a full stop, a colon or another bullet began an entry; a
colon at the end of an entry that another one follows belongs to the paragraph that introduces it; `Status:` after a
full stop began the status text.
"""

import re
from collections.abc import Iterator

from renderer.model.prose import Inline, plain_text
from renderer.readers.earlier.grammar.labels import STATUS_LABEL
from renderer.readers.earlier.text.slicing import Inlines, sliced

_FORMER_LINE_END = re.compile(r"[ \u00a0]{3,}|(?<=[\w)])[ \u00a0]{2}(?=[A-ZÆØÅ\"”])|(?:[ \u00a0]*\n[ \u00a0]*){2,}")
_STATUS = re.compile(rf"(?<=[.!?:])\s+(?={STATUS_LABEL}(?:\s|$))")
_BULLET = re.compile(r"(?:^|(?<=\s))[*•](?=\s+\S)")
_MAY_PRECEDE_BULLET = re.compile(r"(?:^|[.:;!?)*•]|\n)\s*$")
_LEAD_IN = re.compile(r"(?<=[.;!?])\s+(?=[A-ZÆØÅ][^.;!?*•]*:$)")


def restored(content: tuple[Inline, ...]) -> list[Inlines]:
    """The paragraphs and entries that one line holds; an entry keeps its bullet in front."""
    return [part for line in _parts(content, _FORMER_LINE_END) for part in _entries(line)]


def with_status_apart(content: Inlines) -> list[Inlines]:
    """A paragraph cut before `Status:`, where a sentence ends in front of it."""
    return _parts(content, _STATUS)


def _parts(content: Inlines, gap: re.Pattern[str]) -> list[Inlines]:
    text = plain_text(content)
    gaps = [(found.start(), found.end()) for found in gap.finditer(text)]
    starts = [0, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), len(text)]
    parts = (sliced(content, start, end) for start, end in zip(starts, ends, strict=True))
    return [part for part in parts if part]


def _entries(content: Inlines) -> list[Inlines]:
    text = plain_text(content)
    starts = _bullets(text)
    if not starts:
        return [content]
    cuts = [0, *(start for start in starts if start)]
    parts = [sliced(content, start, end) for start, end in zip(cuts, [*cuts[1:], None], strict=True)]
    return list(_with_lead_ins([part for part in parts if part]))


def _bullets(text: str) -> list[int]:
    """Where entries begin; the first bullet must stand where one may, the others follow it."""
    starts: list[int] = []
    for found in _BULLET.finditer(text):
        if starts or _MAY_PRECEDE_BULLET.search(text[: found.start()]):
            starts.append(found.start())
    return starts


def _with_lead_ins(parts: list[Inlines]) -> Iterator[Inlines]:
    for position, part in enumerate(parts):
        text = plain_text(part)
        lead_in = _LEAD_IN.search(text) if _BULLET.match(text) and position + 1 < len(parts) else None
        if lead_in:
            yield sliced(part, 0, lead_in.start())
            yield sliced(part, lead_in.end())
        else:
            yield part
