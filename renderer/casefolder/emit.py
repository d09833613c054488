"""Plain data -> YAML as a person writes it (PyYAML's emitter with every scalar untyped)."""

import re
import textwrap
from dataclasses import dataclass
from typing import Any

import yaml

from renderer.model.markdown import parse_prose

_WIDTH = 96
_LINE = re.compile(r"(\s*)((?:[-*]|\d{1,9}[.)]|[a-z][.)])\s+)?(.*)")
_NOTE_MARK = "\ue000"
# A dash or number inside a text must not come to stand first in a line, where it would begin a list.
_LIST_MARK_INSIDE = re.compile(r" (?=(?:[-+*•]|\d{1,9}[.)]|[a-z][.)])(?: |$))")
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


def emit(data: dict[str, Any]) -> str:
    """The YAML text of nested dicts, lists, texts and notes."""
    comments: list[str] = []
    text = yaml.serialize(
        _node(data, comments, 0), Dumper=_Dumper, allow_unicode=True, width=10_000, encoding=None, line_break="\n"
    )
    return re.sub(rf"\"?{_NOTE_MARK}(\d+)\"?", lambda mark: f"# {comments[int(mark[1])]}", str(text))


def _node(data: Any, comments: list[str], depth: int) -> yaml.Node:
    if isinstance(data, dict):
        entries = [(_node(str(key), comments, depth), _node(value, comments, depth + 1)) for key, value in data.items()]
        return yaml.MappingNode(_MAP, entries, flow_style=False)
    if isinstance(data, list):
        return yaml.SequenceNode(_SEQ, [_node(entry, comments, depth + 1) for entry in data], flow_style=False)
    if isinstance(data, Note):
        comments.append(data.comment)
        return yaml.ScalarNode(_STR, f"{_NOTE_MARK}{len(comments) - 1}")
    return _scalar(str(data), depth)


def _scalar(text: str, depth: int) -> yaml.ScalarNode:
    width = max(_WIDTH - 2 * depth, 40)
    if "\n" not in text and len(text) <= width:
        return yaml.ScalarNode(_STR, text)
    return yaml.ScalarNode(_STR, wrapped(text, width) + "\n", style="|")


def wrapped(markdown: str, width: int) -> str:
    """The same text in lines of at most `width` characters, where wrapping does not change what it says."""
    lines = "\n".join(_wrapped_line(line, width) for line in markdown.split("\n"))
    return lines if parse_prose(lines) == parse_prose(markdown) else markdown


def _wrapped_line(line: str, width: int) -> str:
    match = _LINE.fullmatch(line)
    indent, mark, text = match.groups() if match else ("", None, line)
    prefix = indent + (mark or "")
    filled = textwrap.fill(
        _LIST_MARK_INSIDE.sub(_GLUE, text),
        width,
        initial_indent=prefix,
        subsequent_indent=" " * len(prefix),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return filled.replace(_GLUE, " ") or prefix.rstrip()
