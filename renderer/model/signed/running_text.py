"""The running text of a signed agreement: prose with block quotations between.

Only this document quotes at length, so a quotation is a part beside prose and no block inside it: what follow-ups
are made of stays as it is (docs/decisions, "Quotations are parts of a running text"). In the data file every line of
a quotation begins with `>`, as in CommonMark (spec 0.31, 5.1), but at the very start of the line and on each one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from renderer.model.markdown import parse_prose, write_prose
from renderer.model.prose import Prose
from renderer.model.values import printable

_QUOTED = ">"
_QUOTE_MARK = re.compile(r"^>[ \t]?", re.MULTILINE)
_LOOKS_QUOTED = re.compile(r"^>", re.MULTILINE)
_LINE_START = re.compile(r"^", re.MULTILINE)


@dataclass(frozen=True)
class Quotation:
    """Words that the agreement quotes, with the quotation marks they are printed with; never empty."""

    prose: Prose


Part = Prose | Quotation


@dataclass(frozen=True)
class RunningText:
    """Prose and quotations in printed order; the empty text has no parts and is false.

    Canonical: no part is empty, and two parts of prose never follow each other.
    """

    parts: tuple[Part, ...] = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        """Pydantic checks the type only; reading and writing are `RunningTextField's work`."""
        return core_schema.is_instance_schema(cls)

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def plain(self) -> str:
        """The words alone: one line a paragraph, lists with their marks."""
        return "\n".join(_prose_of(part).plain for part in self.parts)

    @property
    def prose(self) -> Prose:
        """The same words where there are no block quotations: a quotation's paragraphs stand among the others."""
        return joined(_prose_of(part) for part in self.parts)


def joined(proses: Iterable[Prose]) -> Prose:
    """Texts one after the other as one text; lists that meet become one, as they are on paper."""
    texts = [prose for prose in proses if prose]
    return texts[0] if len(texts) == 1 else parse_prose("\n\n".join(map(write_prose, texts)))


def _prose_of(part: Part) -> Prose:
    return part.prose if isinstance(part, Quotation) else part


def parse_running_text(source: str) -> RunningText:
    """Read the small Markdown with quotations; never fails, as `parse_prose` never does."""
    return RunningText(tuple(_parts(source)))


def _parts(source: str) -> Iterator[Part]:
    for quoted, text in _pieces(source):
        prose = parse_prose(text)
        if prose:
            yield Quotation(prose) if quoted else prose


def _pieces(source: str) -> Iterator[tuple[bool, str]]:
    """Neighbouring lines of one kind; a quotation without words is no more than an empty line."""
    lines = [(line.startswith(_QUOTED), line) for line in source.split("\n")]
    runs = [(quoted, "\n".join(line for _, line in run)) for quoted, run in groupby(lines, key=_is_quoted)]
    told = [_without_marks(text) if quoted else (False, text) for quoted, text in runs]
    for quoted, same in groupby(told, key=_is_quoted):
        texts = [text for _, text in same]
        yield from ((True, text) for text in texts) if quoted else [(False, "\n".join(texts))]


def _is_quoted(piece: tuple[bool, str]) -> bool:
    return piece[0]


def _without_marks(quoted: str) -> tuple[bool, str]:
    text = _QUOTE_MARK.sub("", quoted)
    return (True, text) if parse_prose(text) else (False, "")


def write_running_text(text: RunningText) -> str:
    """The Markdown of a text without a final newline; `parse_running_text` gives the same text back."""
    return "\n\n".join(_written(part) for part in text.parts)


def _written(part: Part) -> str:
    if isinstance(part, Quotation):
        return _LINE_START.sub("> ", write_prose(part.prose)).replace("> \n", ">\n")
    return _LOOKS_QUOTED.sub(r"\>", write_prose(part))


def _running_text(value: Any) -> RunningText:
    return value if isinstance(value, RunningText) else parse_running_text(printable(value))


def _prose(value: Any) -> Prose:
    return value if isinstance(value, Prose) else parse_running_text(printable(value)).prose


def _write_as_prose(prose: Prose) -> str:
    return write_running_text(RunningText((prose,) if prose else ()))


_MARKDOWN = WithJsonSchema({"type": "string", "contentMediaType": "text/markdown"})

RunningTextField = Annotated[
    RunningText, BeforeValidator(_running_text), PlainSerializer(write_running_text, return_type=str), _MARKDOWN
]
"""A running text, written as the small Markdown with lines of `>` for quotations."""

UnquotedText = Annotated[Prose, BeforeValidator(_prose), PlainSerializer(_write_as_prose, return_type=str), _MARKDOWN]
"""Prose of the same file, read by the same rules; `>` before its lines says nothing and is left out."""
