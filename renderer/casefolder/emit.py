"""Plain data -> YAML as a person writes it (PyYAML's emitter with every scalar untyped)."""

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from renderer.model.markdown import parse_prose

_WIDTH = 96
_LINE = re.compile(r"()(\s*)((?:[-*]|\d{1,9}[.)]|[a-z][.)])\s+)?(.*)")
# The sign of a quotation stands on each of its lines.
_QUOTED_LINE = re.compile(r"(> )" + _LINE.pattern[2:])
_NOTE_MARK = "\ue000"
# A dash, number or > inside a text must not come to stand first in a line, where it would begin a list or quotation.
_LIST_MARK_INSIDE = re.compile(r" (?=(?:[-+*•]|\d{1,9}[.)]|[a-z][.)])(?: |$)|>)")
_GLUE = "\ue001"
_STR = "tag:yaml.org,2002:str"
_SEQ = "tag:yaml.org,2002:seq"
_MAP = "tag:yaml.org,2002:map"


@dataclass(frozen=True)
class Note:
    """A field without a value, and the comment that stands in its place."""

    comment: str


class _Dumper(yaml.BaseDumper):
    """Lists are indented under their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent always, whatever PyYAML proposes for lists."""
        super().increase_indent(flow, False)


Reads = Callable[[str], object]
"""How the texts of a file are read: two texts are the same when this gives equals."""


def emit(data: Any, reads: Reads = parse_prose, depth: int = 0) -> str:
    """The YAML text of nested dicts, lists, texts and notes.

    `reads` is how its long texts will be read; `depth` is how many levels further in the text is to stand.
    """
    emitter = _Emitter(reads)
    text = yaml.serialize(
        emitter.node(data, depth), Dumper=_Dumper, allow_unicode=True, width=10_000, encoding=None, line_break="\n"
    )
    return re.sub(rf"\"?{_NOTE_MARK}(\d+)\"?", lambda mark: f"# {emitter.comments[int(mark[1])]}", str(text))


@dataclass
class _Emitter:
    """Turns data into YAML's nodes; the comments of notes are put in when everything stands."""

    reads: Reads
    comments: list[str] = field(default_factory=list)

    def node(self, data: Any, depth: int) -> yaml.Node:
        if isinstance(data, dict):
            entries = [(self.node(str(key), depth), self.node(value, depth + 1)) for key, value in data.items()]
            return yaml.MappingNode(_MAP, entries, flow_style=False)
        if isinstance(data, list):
            return yaml.SequenceNode(_SEQ, [self.node(entry, depth + 1) for entry in data], flow_style=False)
        if isinstance(data, Note):
            self.comments.append(data.comment)
            return yaml.ScalarNode(_STR, f"{_NOTE_MARK}{len(self.comments) - 1}")
        return self._scalar(str(data), depth)

    def _scalar(self, text: str, depth: int) -> yaml.ScalarNode:
        width = max(_WIDTH - 2 * depth, 40)
        if "\n" not in text and len(text) <= width:
            return yaml.ScalarNode(_STR, text)
        return yaml.ScalarNode(_STR, wrapped(text, width, self.reads) + "\n", style="|")


def wrapped(markdown: str, width: int, reads: Reads = parse_prose) -> str:
    """The same text in lines of at most `width` characters, where wrapping does not change what it says."""
    said = reads(markdown)
    for form in (_QUOTED_LINE, _LINE):
        lines = "\n".join(_wrapped_line(line, width, form) for line in markdown.split("\n"))
        if reads(lines) == said:
            return lines
    return markdown


def _wrapped_line(line: str, width: int, form: re.Pattern[str]) -> str:
    match = form.fullmatch(line) or _LINE.fullmatch(line)
    quote, indent, mark, text = match.groups() if match else ("", "", None, line)
    prefix = quote + indent + (mark or "")
    filled = textwrap.fill(
        _LIST_MARK_INSIDE.sub(_GLUE, text),
        width,
        initial_indent=prefix,
        subsequent_indent=quote + " " * (len(prefix) - len(quote)),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return filled.replace(_GLUE, " ") or prefix.rstrip()
