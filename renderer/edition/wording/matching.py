"""Which elements of two sequences are the same, in order: a longest common subsequence where that is affordable.

E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), up to so many differences; beyond them the
elements that occur once on either side split the task (patience difference). Python's `difflib` takes the square of
the length, or drops what is frequent. Here the time is in proportion to the length, and the answer always the same.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

_MOST_DIFFERENCES = 300
_MOST_SPLITS = 6

_Pairs = list[tuple[int, int]]


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> _Pairs:
    """Pairs of positions with equal elements, both rising."""
    numbers: dict[Hashable, int] = {}
    before = [numbers.setdefault(element, len(numbers)) for element in old]
    after = [numbers.setdefault(element, len(numbers)) for element in new]
    return _matches(before, after, _MOST_SPLITS)


def _matches(old: list[int], new: list[int], splits: int) -> _Pairs:
    head = _common_head(old, new)
    tail = _common_head(old[head:][::-1], new[head:][::-1])
    ends = len(old) - tail, len(new) - tail
    middle = _of_middle(old[head : ends[0]], new[head : ends[1]], splits)
    return [
        *((position, position) for position in range(head)),
        *((head + i, head + j) for i, j in middle),
        *((ends[0] + position, ends[1] + position) for position in range(tail)),
    ]


def _common_head(old: list[int], new: list[int]) -> int:
    return next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))


def _of_middle(old: list[int], new: list[int], splits: int) -> _Pairs:
    if not set(old) & set(new):
        return []
    pairs = _fewest_differences(old, new)
    if pairs is not None:
        return pairs
    return list(_split(old, new, splits - 1)) if splits else []


def _fewest_differences(old: list[int], new: list[int]) -> _Pairs | None:
    """The pairs with the fewest differences around them; `None` where there are too many.

    `rows[d][i]` is how far in `old` one gets with d differences on the diagonal 2i - d.
    """
    rows: list[list[int]] = []
    goal = len(old) - len(new)
    for d in range(min(len(old) + len(new), _MOST_DIFFERENCES) + 1):
        starts = [_start(rows[-1], i) for i in range(d + 1)] if rows else [0]
        rows.append([_end(old, new, x, x - 2 * i + d) for i, x in enumerate(starts)])
        here, odd = divmod(goal + d, 2)
        if not odd and 0 <= here <= d and rows[d][here] >= len(old):
            return _traced(rows, here)
    return None


def _start(row: list[int], i: int) -> int:
    """Where a diagonal of the next row begins: behind one inserted or one deleted."""
    return row[i] if _is_inserted(row, i) else row[i - 1] + 1


def _is_inserted(row: list[int], i: int) -> bool:
    return i == 0 or (i < len(row) and row[i - 1] < row[i])


def _end(old: list[int], new: list[int], x: int, y: int) -> int:
    while x < len(old) and y < len(new) and old[x] == new[y]:
        x += 1
        y += 1
    return x


def _traced(rows: list[list[int]], here: int) -> _Pairs:
    pairs: _Pairs = []
    for d in range(len(rows) - 1, -1, -1):
        diagonal = 2 * here - d
        start = _start(rows[d - 1], here) if d else 0
        pairs.extend((x, x - diagonal) for x in range(rows[d][here] - 1, start - 1, -1))
        if d and not _is_inserted(rows[d - 1], here):
            here -= 1
    return pairs[::-1]


def _split(old: list[int], new: list[int], splits: int) -> Iterator[tuple[int, int]]:
    anchors = [(-1, -1), *_anchors(old, new), (len(old), len(new))]
    for (i, j), (next_i, next_j) in pairwise(anchors):
        if i >= 0:
            yield i, j
        if len(anchors) > 2:
            inner = _matches(old[i + 1 : next_i], new[j + 1 : next_j], splits)
            yield from ((i + 1 + a, j + 1 + b) for a, b in inner)


def _anchors(old: list[int], new: list[int]) -> _Pairs:
    """The longest rising sequence of elements that occur once in either sequence."""
    often_old, often_new = Counter(old), Counter(new)
    places = {element: j for j, element in enumerate(new) if often_new[element] == 1}
    unique = [(i, places[element]) for i, element in enumerate(old) if often_old[element] == 1 and element in places]
    ends: list[int] = []
    best: list[int] = []
    before: list[int] = []
    for position, (_, j) in enumerate(unique):
        length = bisect_left(ends, j)
        before.append(best[length - 1] if length else -1)
        ends[length : length + 1] = [j]
        best[length : length + 1] = [position]
    position = best[-1] if best else -1
    rising: _Pairs = []
    while position >= 0:
        rising.append(unique[position])
        position = before[position]
    return rising[::-1]
