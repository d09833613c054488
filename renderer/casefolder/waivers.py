"""Accepted warnings put into `tjek.yaml`: every line and comment that stands there stays as it was."""

from collections.abc import Sequence

import yaml

from renderer import vocabulary
from renderer.casefolder.emit import emit
from renderer.casefolder.source_text import SourceText, child
from renderer.model.case import Waiver


def with_waivers(text: str, new: Sequence[Waiver]) -> str:
    """The text of the file (empty where there is none) with more waivers last. Raises `NotInsertable`."""
    key = vocabulary.key("waivers")
    entries = [waiver.model_dump(mode="json", exclude_none=True) for waiver in new]
    if not text:
        return emit({key: entries})
    source = SourceText.of(text)
    value = child(source.root, key)
    last = len(value.value) - 1 if isinstance(value, yaml.SequenceNode) else -1
    source.add_entries(source.root, key, {last: entries})
    return source.text()
