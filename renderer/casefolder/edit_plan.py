"""What is to change in one file, as a tree of Danish keys, and how its keys are found among those of the file.

In a plan a text is a field's new value, `None` takes the field away, and a plan goes deeper. What a plan does not name
is not touched.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import yaml

from renderer import vocabulary
from renderer.casefolder.edit_source import Entry, is_absent
from renderer.model.tidying import tidy_line

Plan = Mapping[str, Any]
"""Danish keys to `str`, `None` or a deeper `Plan`."""

Order = Callable[[int], Sequence[str]]
"""The keys of a group in their order, by how deep the group lies in the plan."""


class Unfit(Exception):
    """The file is written in a way that leaves no sure place for a change."""


def names(key: yaml.Node) -> tuple[str, ...]:
    """What a key may stand for: the model takes its English name and any white space too."""
    english = vocabulary.KEYS.get(key.value)
    return (key.value, tidy_line(key.value), *([english] if english else []))


def entries_of(group: yaml.MappingNode) -> dict[str, Entry]:
    """The entries of a group by every name they have; a name that stands there goes before one that is meant."""
    found = {entry[0].value: entry for entry in group.value}
    for entry in group.value:
        for name in names(entry[0]):
            found.setdefault(name, entry)
    return found


def ranks_of(entries: Iterable[Entry], keys: Sequence[str]) -> list[tuple[int, Entry]]:
    """The entries that the order knows, each with its place in it, the first place first."""
    rank = {name: place for place, name in enumerate(keys)}
    placed = [(next((rank[name] for name in names(entry[0]) if name in rank), None), entry) for entry in entries]
    return sorted(((place, entry) for place, entry in placed if place is not None), key=lambda one: one[0])


def only_given(wanted: Any) -> Any:
    """A plan without what takes fields away; `None` when nothing is left."""
    if not isinstance(wanted, Mapping):
        return wanted
    given = {key: value for key, inner in wanted.items() if (value := only_given(inner)) is not None}
    return given or None


def is_emptied(value: yaml.Node, wanted: Any) -> bool:
    """Whether nothing is left of a value after a plan."""
    if not isinstance(wanted, Mapping):
        return wanted is None
    if only_given(wanted) is not None or not isinstance(value, yaml.MappingNode):
        return False
    entries = entries_of(value)
    planned = {id(entries[key][0]): inner for key, inner in wanted.items() if key in entries}
    return bool(value.value) and all(
        is_absent(part) or (id(key) in planned and is_emptied(part, planned[id(key)])) for key, part in value.value
    )


def sorted_out(group: yaml.MappingNode, plan: Plan) -> tuple[list[Entry], list[tuple[Entry, Any]], dict[str, Any]]:
    """A plan for one group: the entries that go, those that change and how, and the keys that come."""
    entries = entries_of(group)
    gone: list[Entry] = []
    changed: list[tuple[Entry, Any]] = []
    new: dict[str, Any] = {}
    for key, wanted in plan.items():
        entry = entries.get(key)
        if entry is None:
            if given := only_given(wanted):
                new[key] = given
        elif is_emptied(entry[1], wanted):
            gone.append(entry)
        elif wanted is not None and not (is_absent(entry[1]) and only_given(wanted) is None):
            changed.append((entry, wanted))
    return gone, changed, new
