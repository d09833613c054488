"""How far the lines of a PDF file stand apart inside paragraphs, which tells where the next paragraph begins."""

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Sequence

from renderer.readers.earlier.pdf.lines import Line

_CLOSEST, _CLOSE, _FARTHEST, _USUAL = 0.9, 1.6, 2.2, 1.2

_Form = tuple[bool, float]


class Pitches:
    """The usual pitch of each form of text: in tables and outside, by the size of its letters.

    A line that begins with a small letter goes on in the paragraph above it, as a rule; without such lines the
    closest ones count, unless they stand so far apart that each may be a paragraph of its own.
    """

    def __init__(self, free: Iterable[Sequence[Line]], tabled: Iterable[Sequence[Line]]) -> None:
        self._sure: dict[_Form, Counter[float]] = {}
        self._others: dict[_Form, Counter[float]] = {}
        for is_tabled, columns in ((False, free), (True, tabled)):
            for lines in columns:
                self._count(lines, is_tabled)
        self._known: dict[_Form, float] = {}

    def of(self, line: Line, *, is_tabled: bool) -> float:
        """How far apart the lines of a paragraph like this line's stand, in sizes of their letters."""
        form = (is_tabled, line.size)
        if form not in self._known:
            others = Counter({pitch: n for pitch, n in self._others.get(form, Counter()).items() if pitch < _CLOSE})
            every = sum(self._sure.values(), Counter())
            found = (_least(counter) for counter in (self._sure.get(form, Counter()), others, every))
            self._known[form] = next((pitch for pitch in found if pitch), _USUAL)
        return self._known[form]

    def _count(self, lines: Sequence[Line], is_tabled: bool) -> None:
        for above, below in itertools.pairwise(lines):
            pitch = round((below.baseline - above.baseline) / above.size, 2)
            alike = above.page == below.page and math.isclose(above.size, below.size, rel_tol=0.05)
            if alike and _CLOSEST < pitch < _FARTHEST:
                counters = self._sure if below.text[0].islower() else self._others
                counters.setdefault((is_tabled, above.size), Counter())[pitch] += 1


def _least(pitches: Counter[float]) -> float | None:
    """The least of the pitches that are met often."""
    often = max(pitches.values(), default=0) / 3
    return min((pitch for pitch, count in pitches.items() if count >= often), default=None)
