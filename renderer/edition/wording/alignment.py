"""Which blocks of two texts belong together: equal ones first, then those between them that share their words."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from renderer.edition.wording.matching import matches
from renderer.edition.wording.tokens import line_tokens
from renderer.model.prose import Block, ListEntry, NumberedList, Prose

Part = TypeVar("Part", Block, ListEntry)

_LEAST_ALIKE = 0.35
_MOST_COMPARISONS = 2500


def aligned(old: Sequence[Part], new: Sequence[Part]) -> Iterator[tuple[Part | None, Part | None]]:
    """The parts of both in order, side by side where they are one part; `None` where the other has none."""
    i = j = 0
    for next_i, next_j in [*matches(old, new), (len(old), len(new))]:
        yield from _paired(old[i:next_i], new[j:next_j])
        if next_i < len(old):
            yield old[next_i], new[next_j]
        i, j = next_i + 1, next_j + 1


def _paired(old: Sequence[Part], new: Sequence[Part]) -> Iterator[tuple[Part | None, Part | None]]:
    if len(old) == len(new) == 1 and _same_kind(old[0], new[0]):
        yield old[0], new[0]
        return
    i = j = 0
    for next_i, next_j in [*_alike_in_order(old, new), (len(old), len(new))]:
        yield from ((part, None) for part in old[i:next_i])
        yield from ((None, part) for part in new[j:next_j])
        if next_i < len(old):
            yield old[next_i], new[next_j]
        i, j = next_i + 1, next_j + 1


def _alike_in_order(old: Sequence[Part], new: Sequence[Part]) -> list[tuple[int, int]]:
    """Pairs of positions that keep the order and are most alike in sum; in very long texts by position only."""
    words_old, words_new = [_words(part) for part in old], [_words(part) for part in new]

    def likeness(i: int, j: int) -> float:
        alike = _likeness(words_old[i], words_new[j]) if _same_kind(old[i], new[j]) else 0
        return alike if alike >= _LEAST_ALIKE else 0

    if len(old) * len(new) > _MOST_COMPARISONS:
        return [(i, i) for i in range(min(len(old), len(new))) if likeness(i, i)]
    return _best_pairs(len(old), len(new), likeness)


def _best_pairs(rows: int, columns: int, likeness: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """Dynamic programming from the end; `best[i][j]` is the greatest sum of the parts from i and j on."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    alike = [[likeness(i, j) for j in range(columns)] for i in range(rows)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = best[i + 1][j + 1] + alike[i][j] if alike[i][j] else 0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < rows and j < columns:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _same_kind(old: Block | ListEntry, new: Block | ListEntry) -> bool:
    """Whether one can have become the other: lists only where they are counted alike."""
    match old, new:
        case NumberedList(), NumberedList():
            return (old.numbering, old.start) == (new.numbering, new.start)
        case _:
            return type(old) is type(new)


def _likeness(old: Counter[str], new: Counter[str]) -> float:
    """The share of letters in words that both have, from 0 to 1."""
    total = _letters(old) + _letters(new)
    return 2 * _letters(old & new) / total if total else 0


def _letters(words: Counter[str]) -> int:
    return sum(len(word) * often for word, often in words.items())


def _words(part: Block | ListEntry) -> Counter[str]:
    blocks = part.blocks if isinstance(part, ListEntry) else (part,)
    return Counter(token.text.casefold() for token in line_tokens(Prose(blocks).plain) if token.letters)
