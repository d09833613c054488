"""The proof of an edited file: it says what it said, with the changes and nothing else, and keeps every remark."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import yaml

from renderer.casefolder.edit_plan import entries_of, only_given
from renderer.casefolder.edit_source import Source, is_absent
from renderer.model.markdown import parse_prose

_Data = Any
"""Texts, lists and dicts; `_New` where a plan puts a text."""


class _New(str):
    """A text that a plan puts somewhere: the file may wrap it."""


def proved(before: Source, after: Source, planned: list[tuple[yaml.MappingNode, Mapping[str, Any]]]) -> bool:
    """Whether the file says what it said before with the plans of these groups, and has the same comments."""
    if before.root is None or after.root is None:
        return False
    plans = {id(group): plan for group, plan in planned}
    said = _same(_plain(before.root, plans), _plain(after.root, {}))
    return said and Counter(before.all_comments()) == Counter(after.all_comments())


def _plain(node: yaml.Node, plans: Mapping[int, Mapping[str, Any]]) -> _Data:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(part, plans) for part in node.value]
    assert isinstance(node, yaml.MappingNode)
    data = {key.value: _plain(value, plans) for key, value in node.value if not is_absent(value)}
    plan = plans.get(id(node))
    return _without_empty(data if plan is None else _with(data, plan, node))


def _with(data: dict[str, _Data], plan: Mapping[str, Any], group: yaml.MappingNode) -> dict[str, _Data]:
    """The data of a group with a plan; the group knows by which name it calls a key."""
    entries = entries_of(group)
    for name, wanted in plan.items():
        key, value = entries.get(name, (yaml.ScalarNode("", name), None))
        if not isinstance(wanted, Mapping):
            data[key.value] = _new(wanted)
        elif isinstance(value, yaml.MappingNode):
            data[key.value] = _with(data.get(key.value, {}), wanted, value)
        else:
            data[key.value] = _new(only_given(wanted))
    return _without_empty(data)


def _new(wanted: Any) -> _Data:
    """What a plan puts where nothing was."""
    if isinstance(wanted, Mapping):
        return {key: _new(value) for key, value in wanted.items()}
    return None if wanted is None else _New(wanted)


def _without_empty(data: dict[str, _Data]) -> dict[str, _Data]:
    return {key: value for key, value in data.items() if value not in ({}, None)}


def _same(expected: _Data, found: _Data) -> bool:
    if isinstance(expected, _New):
        return isinstance(found, str) and parse_prose(expected) == parse_prose(found)
    if isinstance(expected, dict):
        return (
            isinstance(found, dict)
            and expected.keys() == found.keys()
            and all(_same(value, found[key]) for key, value in expected.items())
        )
    if isinstance(expected, list):
        return isinstance(found, list) and len(expected) == len(found) and all(map(_same, expected, found))
    # A text under | that ended its file without a line break has one when something comes after it.
    return isinstance(found, str) and expected.rstrip("\n") == found.rstrip("\n")
