"""A YAML file as a person wrote it, to which something is added while every other line stays as it was.

Only files that our reader takes are given here, so they have no anchors and one document. Positions count from 0, as
the parser's marks do. Whoever adds text reads the result again and holds that it says what it should.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from renderer.casefolder.emit import Note, emit
from renderer.casefolder.node_tree import node_tree

_BYTE_ORDER_MARK = "\ufeff"
_PLAIN_IN_FLOW = re.compile(r"[\w(][\w .()/–-]*")


class NotInsertable(Exception):
    """The file is written in a form that nothing can be put into (lists in brackets)."""


@dataclass
class SourceText:
    """The lines of a file, its nodes, and what is to be added: `insertions` stand before their line."""

    lines: list[str]
    root: yaml.MappingNode
    line_end: str
    start: str
    insertions: dict[int, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> "SourceText":
        """The file's text; a byte order mark and the kind of line ends are kept."""
        start = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
        line_end = "\r\n" if "\r\n" in text else "\n"
        body = text.removeprefix(start).replace("\r\n", "\n")
        root = node_tree(body)
        if not isinstance(root, yaml.MappingNode) or root.flow_style:
            raise NotInsertable
        return cls(body.removesuffix("\n").split("\n"), root, line_end, start)

    def text(self) -> str:
        """The file with everything that was added."""
        told = [line for number, line in self._numbered() for line in (*self.insertions.get(number, ()), line)]
        told += self.insertions.get(len(self.lines), [])
        return self.start + "".join(f"{line}{self.line_end}" for line in told)

    def _numbered(self) -> list[tuple[int, str]]:
        return list(enumerate(self.lines))

    def add_entries(self, owner: yaml.MappingNode, key: str, entries: Mapping[int, Sequence[Any]]) -> None:
        """Put entries into the list under a key, each after the entry at its position (-1: as the first ones)."""
        key_node, value = _field(owner, key)
        if key_node is None or value is None:
            self._add_field(owner, {key: [entry for _, some in sorted(entries.items()) for entry in some]})
        elif _is_empty(value):
            self._fill(key_node, value, entries)
        elif isinstance(value, yaml.SequenceNode) and not value.flow_style:
            for position, some in entries.items():
                after = key_node.start_mark.line if position < 0 else self.last_line(value.value[position])
                self._insert(after + 1, list(some), value.start_mark.column)
        else:
            raise NotInsertable

    def add_name(self, key: str, name: str, before: str) -> None:
        """Put a name last on a list of names of the whole file, also on one in brackets.

        Where there is no such list, it is begun before another field, or at the end where that is missing too.
        """
        key_node, value = _field(self.root, key)
        next_key, _ = _field(self.root, before)
        if key_node is None and next_key is not None:
            self._insert(next_key.start_mark.line, {key: [name]}, self.root.start_mark.column)
            return
        if not isinstance(value, yaml.SequenceNode) or not value.flow_style or not value.value:
            last = len(value.value) - 1 if isinstance(value, yaml.SequenceNode) else -1
            self.add_entries(self.root, key, {last: [name]})
            return
        mark = value.value[-1].end_mark
        written = name if _PLAIN_IN_FLOW.fullmatch(name) else "'" + name.replace("'", "''") + "'"
        line = self.lines[mark.line]
        self.lines[mark.line] = f"{line[: mark.column]}, {written}{line[mark.column :]}"

    def add_open_field(self, key: str, comment: str, before: str) -> None:
        """Put an empty field of the whole file before another one, with a comment on what is to stand there."""
        next_key, _ = _field(self.root, before)
        if next_key is not None:
            self._insert(next_key.start_mark.line, {key: Note(comment)}, self.root.start_mark.column)

    def set_fields(self, owner: yaml.MappingNode, fields: Mapping[str, Any], comment: str) -> None:
        """Fill in fields that are empty or absent, each under a comment; one that says something stays."""
        if owner.flow_style:
            raise NotInsertable
        for key, new in fields.items():
            key_node, value = _field(owner, key)
            if key_node is None or value is None:
                self._add_field(owner, {key: new}, comment)
            elif _is_empty(value):
                mark = key_node.start_mark
                head = self.lines[mark.line][: mark.column]
                first, *rest = _emitted({key: new}, mark.column)
                self.lines[mark.line] = head + first.lstrip(" ")
                self.insertions.setdefault(mark.line + 1, [])[:0] = rest
                if not head.strip():
                    self.insertions.setdefault(mark.line, []).append(f"{head}# {comment}")

    def last_line(self, node: yaml.Node) -> int:
        """The last line on which something of a node stands; comments and empty lines behind it are not its own."""
        if isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
            last = node.value[-1]
            return max(self.last_line(part) for part in (last if isinstance(last, tuple) else (last,)))
        mark = node.end_mark
        line = mark.line if mark.column else mark.line - 1
        while line > node.start_mark.line and not self.lines[min(line, len(self.lines) - 1)].strip():
            line -= 1
        return max(line, node.start_mark.line)

    def _add_field(self, owner: yaml.MappingNode, fields: dict[str, Any], comment: str = "") -> None:
        if owner.flow_style:
            raise NotInsertable
        column = owner.start_mark.column
        self._insert(self.last_line(owner) + 1, fields, column, comment)

    def _fill(self, key_node: yaml.Node, value: yaml.Node, entries: Mapping[int, Sequence[Any]]) -> None:
        start, end = value.start_mark, value.end_mark
        if start.line == end.line and isinstance(value, yaml.SequenceNode):
            line = self.lines[start.line]
            self.lines[start.line] = (line[: start.column].rstrip() + line[end.column :]).rstrip()
        column = key_node.start_mark.column + 2
        self._insert(key_node.start_mark.line + 1, [entry for some in entries.values() for entry in some], column)

    def _insert(self, line: int, data: Any, column: int, comment: str = "") -> None:
        told = [" " * column + f"# {comment}"] if comment else []
        self.insertions.setdefault(line, []).extend([*told, *_emitted(data, column)])


def _field(owner: yaml.MappingNode, key: str) -> tuple[yaml.ScalarNode | None, yaml.Node | None]:
    return next(((name, value) for name, value in owner.value if name.value == key), (None, None))


def child(owner: yaml.MappingNode, key: str) -> yaml.Node | None:
    """What stands under a key, or `None`."""
    return _field(owner, key)[1]


def entries_of(owner: yaml.MappingNode, key: str) -> list[yaml.MappingNode]:
    """The groups of fields in the list under a key; none where there is no such list."""
    value = child(owner, key)
    found = value.value if isinstance(value, yaml.SequenceNode) else []
    return [entry for entry in found if isinstance(entry, yaml.MappingNode)]


def _is_empty(value: yaml.Node) -> bool:
    if isinstance(value, yaml.ScalarNode):
        return not value.style and value.value == ""
    return not value.value


def _emitted(data: Any, column: int) -> list[str]:
    lines = emit(data, depth=column // 2).removesuffix("\n").split("\n")
    return [" " * column + line if line else "" for line in lines]
