"""A tree of texts -> plain data for the model, and a map of where every part of it stood."""

from dataclasses import dataclass, field

from renderer.readers.yaml.tree import Mapping, Node, Scalar

Path = tuple[str | int, ...]
Data = str | list["Data"] | dict[str, "Data"]


@dataclass(frozen=True)
class LocatedData:
    """Plain data (texts, lists and dicts) and the line of every path in it.

    An empty field is left out of the data, but not out of the lines.
    """

    data: Data
    lines: dict[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int | None:
        """The line of a path, or of the nearest part around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def located(root: Node) -> LocatedData:
    """Plain data of a tree. A field with nothing after its colon is an absent field, not an empty text."""
    lines: dict[Path, int] = {}
    data = _plain(root, (), root.line, lines)
    return LocatedData(data, lines)


def _plain(node: Node, path: Path, line: int, lines: dict[Path, int]) -> Data:
    lines[path] = line
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        lines.update({(*path, key.text): key.line for key, _ in node.entries})
        return {
            key.text: _plain(value, (*path, key.text), key.line, lines)
            for key, value in node.entries
            if not _absent(value)
        }
    return [_plain(entry, (*path, index), entry.line, lines) for index, entry in enumerate(node.entries)]


def _absent(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.text == ""
