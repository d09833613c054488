"""How new values are written into a case file: as a person would have written them among their neighbours."""

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from renderer.casefolder.emit import wrapped

_LINE_LENGTH = 96
_NARROWEST = 40
_STR = "tag:yaml.org,2002:str"
_MAP = "tag:yaml.org,2002:map"
_NAME = "x"

Value = str | Mapping[str, "Value"]


@dataclass(frozen=True)
class Hand:
    """How a file is written: its line break, the width of a step of indentation, whether `{...}` is in use.

    `keep_keys`: a field that goes leaves its key with nothing behind it.
    """

    newline: str = "\n"
    step: int = 2
    braces: bool = False
    keep_keys: bool = False


def fits(text: str, column: int) -> bool:
    """Whether a text stands well behind a key at this column."""
    return "\n" not in text and len(text) <= _width(column)


def _width(column: int) -> int:
    return max(_LINE_LENGTH - column, _NARROWEST)


def inline(text: str, quote: str | None = None, flow: bool = False) -> str:
    """The text as a scalar on one line, in quotation marks where YAML needs them or `quote` asks for them."""
    value = yaml.ScalarNode(_STR, text, style='"' if "\n" in text else quote)
    node = yaml.MappingNode(_MAP, [(yaml.ScalarNode(_STR, _NAME), value)], flow_style=flow)
    written = yaml.serialize(node, Dumper=yaml.BaseDumper, allow_unicode=True, width=len(text) * 8 + 100)
    line = str(written).removesuffix("\n")
    return line.removeprefix("{").removesuffix("}").removeprefix(f"{_NAME}: ") if flow else line[len(_NAME) + 2 :]


def is_plain(text: str, flow: bool = False) -> bool:
    """Whether the text can stand without quotation marks."""
    return inline(text, flow=flow) == text


def block_lines(text: str, indent: int) -> list[str]:
    """The lines of a text under `|`, wrapped at a readable width."""
    lines = wrapped(text, _width(indent)).split("\n")
    return [" " * indent + line if line else "" for line in lines]


def entry_lines(key: str, value: Value, column: int, hand: Hand) -> list[str]:
    """The lines of a key and its value in a block; groups of short values in braces where the file uses them."""
    head = " " * column + inline(key) + ":"
    if isinstance(value, str):
        if fits(value, column):
            return [f"{head} {inline(value)}"]
        return [f"{head} |", *block_lines(value, column + hand.step)]
    if hand.braces and all(isinstance(inner, str) for inner in value.values()):
        braced = flow_text(value)
        if comfortable(value) and fits(braced, column):
            return [f"{head} {braced}"]
    return [head, *(line for one, inner in value.items() for line in entry_lines(one, inner, column + hand.step, hand))]


def comfortable(value: Value) -> bool:
    """Whether a value reads well inside braces: no text of it needs quotation marks there."""
    if isinstance(value, str):
        return "\n" not in value and is_plain(value, flow=True)
    return all(comfortable(inner) for inner in value.values())


def flow_entry(key: str, value: Value, quote: str | None = None) -> str:
    """A key and its value inside braces."""
    return f"{inline(key, quote, flow=True)}: {flow_text(value, quote)}"


def flow_text(value: Value, quote: str | None = None) -> str:
    """A value on one line inside braces."""
    if isinstance(value, str):
        return inline(value, quote, flow=True)
    return "{" + ", ".join(flow_entry(key, inner, quote) for key, inner in value.items()) + "}"
