"""Hard line breaks in an answer that was changed: a cell shows them as it shows paragraphs, so what was sent tells.

Lines that stand as they were sent, or were corrected one for one, keep what was between them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from renderer.edition.cell_text import cell_lines
from renderer.model.prose import Prose
from renderer.readers.text.runs import clean

_ALIKE = 0.5
"""The share of a line's characters that stand in the other, in order, where it is the same line corrected."""
_LONG = 200


@dataclass(frozen=True)
class Breaks:
    """The typed lines, counted from 0, that go on with the line before; not `sure` where new ones may do so, too."""

    lines: frozenset[int] = frozenset()
    sure: bool = True


def breaks_of(sent: Prose, typed: Sequence[str]) -> Breaks:
    """The hard line breaks among lines that were typed over a text that was sent out."""
    was = [(_words(text), goes_on) for text, goes_on in cell_lines(sent) if text.strip()]
    if not any(goes_on for _, goes_on in was):
        return Breaks()
    now = [(number, _words(text)) for number, text in enumerate(typed) if text.strip()]
    stands, doubtful = _paired([text for text, _ in was], [text for _, text in now])
    lines, sure = set(), True
    for at in (at for at, (_, goes_on) in enumerate(was) if goes_on):
        before, after = _before(at, was, stands), stands.get(at)
        sure = sure and not doubtful & {at - 1, at}
        if before is not None and after is not None:
            # A blank line between them was typed to part them.
            if after == before + 1 and now[after][0] == now[before][0] + 1:
                lines.add(now[after][0])
            sure = sure and after == before + 1
    return Breaks(frozenset(lines), sure)


def _before(at: int, was: Sequence[tuple[str, bool]], stands: Mapping[int, int]) -> int | None:
    """Where the nearest line before stands that belongs to the same paragraph; `None` where all of them are gone."""
    while was[at][1]:
        at -= 1
        if at in stands:
            return stands[at]
    return None


def _paired(was: Sequence[str], now: Sequence[str]) -> tuple[dict[int, int], set[int]]:
    """Where each line that was sent stands now; and those in whose place something else stands."""
    stands: dict[int, int] = {}
    doubtful: set[int] = set()
    for _, first, last, new_first, new_last in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if last - first != new_last - new_first:
            doubtful.update(range(first, last) if new_last > new_first else ())
            continue
        for old, new in zip(range(first, last), range(new_first, new_last), strict=True):
            if _alike(was[old], now[new]):
                stands[old] = new
            else:
                doubtful.add(old)
    return stands, doubtful


def _alike(old: str, new: str) -> bool:
    """Whether a line is the other with some of its words changed."""
    if old == new:
        return True
    # Letter by letter takes the square of the length.
    long = max(len(old), len(new)) > _LONG
    before, after = (old.split(), new.split()) if long else (list(old), list(new))
    return SequenceMatcher(None, before, after, autojunk=False).ratio() >= _ALIKE


def _words(line: str) -> str:
    return " ".join(clean(line).split())
