"""Hypothesis strategies for case folders as people write them: every style of YAML that the reader takes, with remarks.

The data come from a case; how they are written is drawn: order and indentation, quotation marks and signs, braces,
comments and empty lines, the end of lines and the mark at the file's head.
"""

from dataclasses import dataclass
from typing import Any

import yaml
from hypothesis import strategies as st

from renderer.casefolder.write import case_files
from renderer.model.case import Case

_STR, _MAP = "tag:yaml.org,2002:str", "tag:yaml.org,2002:map"
_REMARKS = ("# husk at spørge centret", "#", "# aftalt: se mødet, den 3. maj {ja}", "# - ikke et punkt", "#'")
_TEXT_KEYS = {
    "titel", "navn", "læsevejledning", "læsevejledning_økonomi", "indledning", "aftaletekst", "beskrivelse", "økonomi",
    "1", "2", "3", "4", "status", "glad", "sur", "begrundelse", "kommune",
}  # fmt: skip
_FIRST_KEYS = ("titel", "opfølgning", "nummer", "undtagelser", "kode")

Data = dict[str, Any]


@dataclass(frozen=True)
class Habits:
    """What one file is written like throughout."""

    step: int
    sequence_step: int
    newline: str
    mark: bool
    final_newline: bool
    tidy: bool


_HABITS = st.builds(
    Habits,
    step=st.integers(2, 4),
    sequence_step=st.sampled_from((0, 2)),
    newline=st.sampled_from(("\n", "\n", "\r\n")),
    mark=st.booleans(),
    final_newline=st.booleans(),
    tidy=st.booleans(),
)


@st.composite
def folders(draw: st.DrawFn, case: Case) -> dict[str, bytes]:
    """The files of a case folder, each in a hand of its own."""
    return {name: draw(files(yaml.load(text, Loader=yaml.BaseLoader))) for name, text in case_files(case).items()}


@st.composite
def files(draw: st.DrawFn, data: Data) -> bytes:
    """One file with this content."""
    habits = draw(_HABITS)
    lines = draw(_groups(data, 0, habits))
    text = habits.newline.join(lines) + (habits.newline if habits.final_newline else "")
    return (("\ufeff" if habits.mark else "") + text).encode()


@st.composite
def _groups(draw: st.DrawFn, data: Data, column: int, habits: Habits) -> list[str]:
    """The lines of a group, one field a line."""
    lines: list[str] = []
    for key in _keys(draw, data):
        if lines:
            lines += draw(_between(column, habits))
        lines += draw(_entries(key, data[key], column, habits))
    return lines + (draw(_between(column, habits)) if lines else [])


def _keys(draw: st.DrawFn, data: Data) -> list[str]:
    if draw(st.integers(0, 3)):
        return list(data)
    first = [key for key in data if key in _FIRST_KEYS][:1]
    return first + draw(st.permutations([key for key in data if key not in first]))


@st.composite
def _between(draw: st.DrawFn, column: int, habits: Habits) -> list[str]:
    if habits.tidy or draw(st.integers(0, 5)) < 4:
        return []
    indent = " " * draw(st.sampled_from((column, column, column + habits.step, 0)))
    return draw(st.sampled_from(([""], [indent + draw(st.sampled_from(_REMARKS))], ["", indent + "# ny", ""])))


@st.composite
def _entries(draw: st.DrawFn, key: str, value: Any, column: int, habits: Habits) -> list[str]:
    head = " " * column + draw(_keys_written(key)) + ":"
    if isinstance(value, str):
        return draw(_texts(head, value, column, habits, key in _TEXT_KEYS))
    if isinstance(value, list):
        return draw(_lists(head, value, column, habits))
    if not value or (_small(value) and draw(st.integers(0, 2))):
        return [f"{head} {draw(_braces(value, column))}{draw(_remark(habits))}"]
    inner = column + habits.step
    return [head + draw(_remark(habits)), *draw(_groups(value, inner, habits))]


def _keys_written(key: str) -> st.SearchStrategy[str]:
    return st.sampled_from((key, key, key, f"'{key}'", f'"{key}"'))


@st.composite
def _lists(draw: st.DrawFn, head: str, value: list[Any], column: int, habits: Habits) -> list[str]:
    if all(isinstance(part, str) for part in value) and draw(st.booleans()):
        return [f"{head} [{', '.join(_scalar(part, None, flow=True) for part in value)}]{draw(_remark(habits))}"]
    lines = [head + draw(_remark(habits))]
    dash = column + habits.sequence_step
    for part in value:
        if isinstance(part, str):
            lines.append(" " * dash + "- " + _scalar(part, None))
        else:
            first, *rest = draw(_groups(part, dash + 2, habits))
            lines += [" " * dash + "- " + first[dash + 2 :], *rest]
    return lines


def _small(value: Data) -> bool:
    """Whether a group may stand in braces: no text of several lines in it, and not the whole of a case."""
    texts = [inner for inner in value.values() if isinstance(inner, str)]
    groups = [inner for inner in value.values() if isinstance(inner, dict)]
    return (
        len(texts) + len(groups) == len(value) and all("\n" not in text for text in texts) and all(map(_small, groups))
    )


@st.composite
def _braces(draw: st.DrawFn, value: Data, column: int) -> str:
    comma = draw(st.sampled_from((", ", ", ", ", ", ",", " , ", ",\n", ", # med\n")))
    parts = []
    for key, inner in value.items():
        quote = draw(st.sampled_from((None, None, "'", '"')))
        written = _scalar(inner, quote, flow=True) if isinstance(inner, str) else draw(_braces(inner, column))
        parts.append(f"{draw(_keys_written(key))}: {written}")
    edge = draw(st.sampled_from(("", "", " ")))
    return "{" + edge + comma.replace("\n", "\n" + " " * (column + 2)).join(parts) + edge + "}"


@st.composite
def _texts(draw: st.DrawFn, head: str, text: str, column: int, habits: Habits, long: bool) -> list[str]:
    style = draw(st.sampled_from((None, None, "'", '"', "|", "|", ">") if long else (None, None, "'", '"')))
    if style in ("|", ">"):
        chomping = draw(st.sampled_from(("", "", "-", "+")))
        lines = _styled(text.rstrip("\n") + "\n", style, habits.step)
        if lines[0] == f"x: {style}":
            remark = draw(_remark(habits))
            return [f"{head} {style}{chomping}{remark}", *_indented(lines[1:], column)]
    width = draw(st.sampled_from((40, 10_000)))
    first, *rest = _styled(text, style if style not in ("|", ">") else None, habits.step, width)
    broken = f"{head}\n{' ' * (column + habits.step)}" if draw(st.integers(0, 7)) == 7 and len(text) > 3 else f"{head} "
    lines = [broken + first.removeprefix("x: "), *_indented(rest, column)]
    return [line for one in [*lines[:-1], lines[-1] + draw(_remark(habits))] for line in one.split("\n")]


def _styled(text: str, style: str | None, step: int, width: int = 10_000) -> list[str]:
    node = yaml.MappingNode(_MAP, [(yaml.ScalarNode(_STR, "x"), yaml.ScalarNode(_STR, text, style=style))])
    written = yaml.serialize(node, Dumper=yaml.BaseDumper, allow_unicode=True, width=width, indent=step)
    return str(written).removesuffix("\n").split("\n")


def _indented(lines: list[str], column: int) -> list[str]:
    return [" " * column + line if line else "" for line in lines]


def _scalar(text: str, quote: str | None, flow: bool = False) -> str:
    node = yaml.MappingNode(
        _MAP, [(yaml.ScalarNode(_STR, "x"), yaml.ScalarNode(_STR, text, style=quote))], flow_style=flow
    )
    written = str(yaml.serialize(node, Dumper=yaml.BaseDumper, allow_unicode=True, width=10_000)).removesuffix("\n")
    return written[len("{x: ") : -1] if flow else written[len("x: ") :]


@st.composite
def _remark(draw: st.DrawFn, habits: Habits) -> str:
    if habits.tidy or draw(st.integers(0, 5)) < 5:
        return ""
    return draw(st.sampled_from((" ", "   "))) + draw(st.sampled_from(_REMARKS))
