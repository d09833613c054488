"""Words that a cell too narrow for them broke without a hyphen."""

from collections.abc import Sequence

from renderer.readers.earlier.pdf.page import Word
from renderer.readers.earlier.text.hyphens import LineJoiner


def is_broken(above: Sequence[Word], below: Sequence[Word], edge: float, joiner: LineJoiner) -> bool:
    """Whether the only word of a cell's line goes on in the line below; `edge` is how far the cell goes."""
    if len(above) != 1 or not below:
        return False
    head, tail = above[0], below[0]
    letter = (tail.right - tail.left) / len(tail.text)
    return head.right + letter > edge and joiner.is_one_word(head.text, tail.text)
