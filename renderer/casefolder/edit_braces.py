"""Changes inside groups in braces (`{smiley: glad}`): in their place, or as lines when they no longer fit there."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

import yaml

from renderer.casefolder.edit_plan import Order, Plan, Unfit, only_given, ranks_of, sorted_out
from renderer.casefolder.edit_source import Entry, Source, end_of, is_absent, start_of
from renderer.casefolder.edit_text import (
    Hand,
    block_lines,
    comfortable,
    entry_lines,
    fits,
    flow_entry,
    flow_text,
    inline,
)

_LONGEST_LINE = 100
_DOUBLE = '"'


def edit_braces(source: Source, group: yaml.MappingNode, plan: Plan, order: Order, depth: int) -> None:
    """Splice the changes of a group in braces into the source, without a new line."""
    gone, changed, new = sorted_out(group, plan)
    for entry, wanted in changed:
        _change(source, entry, wanted, order, depth)
    _remove(source, group, gone)
    going = {id(key) for key, _ in gone}
    left = [entry for entry in group.value if id(entry[0]) not in going]
    keys = order(depth)
    placed = ranks_of(left, keys)
    ranks = [rank for rank, _ in placed]
    quote = _DOUBLE if group.value and group.value[0][0].style == _DOUBLE else None
    for key in sorted(new, key=keys.index):
        written = flow_entry(key, new[key], quote)
        before = bisect_left(ranks, keys.index(key))
        if before:
            at = _end(source, placed[before - 1][1])
            source.splice(at, at, f", {written}")
        elif left:
            source.splice(start_of(left[0][0]), start_of(left[0][0]), f"{written}, ")
        elif group.value:
            at = _end(source, group.value[-1])
            source.splice(at, at, f", {written}")
        else:
            raise Unfit


def _end(source: Source, entry: Entry) -> int:
    return max(end_of(entry[1]), source.colon(entry) + 1 if is_absent(entry[1]) else 0)


def _change(source: Source, entry: Entry, wanted: Any, order: Order, depth: int) -> None:
    value = entry[1]
    if isinstance(wanted, Mapping) and isinstance(value, yaml.MappingNode) and value.value:
        edit_braces(source, value, wanted, order, depth + 1)
        return
    if not _holds(value, wanted):
        raise Unfit
    quote = value.style if isinstance(value, yaml.ScalarNode) and value.style in ("'", _DOUBLE) else None
    apart = "" if source.text[start_of(value) - 1 : start_of(value)].isspace() else " "
    source.splice(start_of(value), end_of(value), apart + flow_text(only_given(wanted), quote))


def _holds(value: yaml.Node, wanted: Any) -> bool:
    """Whether a value is of the kind that is to stand there."""
    if isinstance(wanted, str):
        return isinstance(value, yaml.ScalarNode)
    return is_absent(value) or isinstance(value, yaml.MappingNode)


def _remove(source: Source, group: yaml.MappingNode, gone: list[Entry]) -> None:
    """Take entries away with the comma that divides them from those that stay."""
    going = {id(key) for key, _ in gone}
    all_gone = len(going) == len(group.value)
    stays = False
    for place, entry in enumerate(group.value):
        key, value = entry
        if id(key) not in going:
            stays = True
            continue
        start, end = start_of(key), _end(source, entry)
        if stays:
            start = _end(source, group.value[place - 1])
        elif place + 1 < len(group.value):
            end = start_of(group.value[place + 1][0])
        if all_gone or source.comments(start, end, (key, value)):
            # To the reader a key with nothing behind it is no field.
            start, end = start_of(value), end_of(value)
        source.splice(start, end, "")


def reads_well(source: Source, group: yaml.MappingNode, plan: Plan, order: Order, depth: int) -> bool:
    """Whether the changes may stand in the braces, or cannot stand anywhere else."""
    if source.line_end(start_of(group)) < end_of(group):
        return True
    trial = Source(source.text, source.root)
    edit_braces(trial, group, plan, order, depth)
    end = source.line_end(end_of(group)) - source.line_start(start_of(group))
    longer = sum(len(splice.text) - (splice.end - splice.start) for splice in trial.splices)
    return comfortable(only_given(plan) or "") and end + longer <= _LONGEST_LINE


def braced_lines(
    source: Source, group: yaml.MappingNode, plan: Plan, order: Order, hand: Hand, column: int, depth: int
) -> list[str]:
    """The lines of a group that stood in braces, with its changes; what does not change keeps its own words."""
    gone, changed, new = sorted_out(group, plan)
    going = {id(key) for key, _ in gone}
    change = {id(entry[0]): wanted for entry, wanted in changed}
    keys = order(depth)
    placed = {id(entry[0]): rank for rank, entry in ranks_of(group.value, keys)}
    waiting = sorted(new, key=keys.index)
    lines: list[str] = []
    for entry in group.value:
        key, value = entry
        while waiting and id(key) in placed and keys.index(waiting[0]) < placed[id(key)]:
            first = waiting.pop(0)
            lines += entry_lines(first, new[first], column, hand)
        if id(key) in change:
            lines += _changed_lines(source, entry, change[id(key)], order, hand, column, depth)
        elif id(key) not in going:
            lines.append(f"{_head(source, key, column)} {source.text[start_of(value) : end_of(value)]}".rstrip(" "))
    return [*lines, *(line for key in waiting for line in entry_lines(key, new[key], column, hand))]


def _head(source: Source, key: yaml.Node, column: int) -> str:
    return " " * column + source.text[start_of(key) : end_of(key)] + ":"


def _changed_lines(
    source: Source, entry: Entry, wanted: Any, order: Order, hand: Hand, column: int, depth: int
) -> list[str]:
    key, value = entry
    head = _head(source, key, column)
    if isinstance(wanted, str):
        if fits(wanted, column):
            return [f"{head} {inline(wanted)}"]
        return [f"{head} |", *block_lines(wanted, column + hand.step)]
    if isinstance(value, yaml.MappingNode) and value.value:
        return [head, *braced_lines(source, value, wanted, order, hand, column + hand.step, depth + 1)]
    given = only_given(wanted)
    return [head, *(line for one, new in given.items() for line in entry_lines(one, new, column + hand.step, hand))]
