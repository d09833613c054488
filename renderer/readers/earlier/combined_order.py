"""One order out of two: each document's printed order is kept, and what only one has is put in by its number."""

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"\d+")


def merged_order(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Both lists of refs or chapter numbers as one.

    A new one stands behind the one that it follows in its own document, and there before the first with a greater
    number; one without number stands behind those with one.
    """
    merged = list(old)
    floor = 0
    for ref in new:
        if ref in merged:
            floor = max(floor, merged.index(ref) + 1)
            continue
        position = _position(merged, ref, floor, set(new))
        merged.insert(position, ref)
        floor = position + 1
    return merged


def _position(merged: Sequence[str], ref: str, floor: int, fixed: set[str]) -> int:
    """The first place from `floor` on before a greater number, or before what follows in the ref's own document."""
    for position in range(floor, len(merged)):
        if merged[position] in fixed or _order(merged[position]) > _order(ref):
            return position
    return len(merged)


def _order(ref: str) -> tuple[bool, tuple[int, ...], str]:
    """Numbers before words, and numbers by their parts: 5.2, 5.10, 5.10-del-2, 6."""
    numbered = ref[:1].isdigit()
    return (not numbered, tuple(int(number) for number in _NUMBER.findall(ref)) if numbered else (), "")
