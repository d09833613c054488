"""The tree of a case file's nodes as the parser gives it, read as the reader of case folders reads it.

Positions are those of the text as it stands; keys and texts are in composed letters, however they were written.
"""

import yaml

from renderer.model.tidying import composed, lines_as_seen


def node_tree(text: str) -> yaml.Node | None:
    """The root of a file that the reader has read without a finding that stops; `None` for an empty one."""
    root = yaml.compose(lines_as_seen(text), Loader=yaml.CSafeLoader)
    if root is not None and not text.isascii():
        _compose_letters(root)
    return root


def _compose_letters(node: yaml.Node) -> None:
    if isinstance(node, yaml.ScalarNode):
        node.value = composed(node.value)
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            _compose_letters(entry)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            _compose_letters(key)
            _compose_letters(value)
