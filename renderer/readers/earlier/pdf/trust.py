"""Whether the tags of a PDF file tell its paragraphs; some programs tag every line as one."""

import itertools
from collections.abc import Iterable, Sequence

from renderer.readers.earlier.pdf.lines import Line

_SHARE_TAGGED = 0.95
_MOST_BROKEN = 0.2


def trusts_tags(columns: Iterable[Sequence[Line]]) -> bool:
    """Rule: nearly all lines are tagged, and few paragraphs end in the middle of a sentence."""
    lines = tagged = within = broken = 0
    for column in columns:
        lines += len(column)
        tagged += sum(line.tag is not None for line in column)
        for above, below in itertools.pairwise(column):
            if below.text[:1].islower() and above.text[-1:].isalpha() and above.page == below.page:
                within += 1
                broken += above.tag != below.tag
    return bool(lines) and tagged >= _SHARE_TAGGED * lines and broken <= _MOST_BROKEN * within
