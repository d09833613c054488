"""Matched words as stretches that are kept or changed, cut where a reader would cut them.

A longest common subsequence keeps every `og` that happens to stand in both texts. So a short common stretch between
two changes becomes part of them (the semantic clean-up of diff-match-patch, on words), an insertion is moved to the
beginning of a sentence where the words allow it, and a text of which next to nothing is kept is changed as a whole.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from renderer.edition.wording.matching import matches
from renderer.edition.wording.tokens import Token
from renderer.model.prose import LineBreak

_FEW_LETTERS = 4
_FEW_WORDS = 3
_OUTWEIGHED = 3
_FARTHEST = 30
_LEAST_KEPT = 0.2


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or sign and the spaces before it; `word` is None only for spaces at a text's end."""

    spaces: tuple[Token, ...]
    word: Token | None

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Everything in order."""
        return self.spaces if self.word is None else (*self.spaces, self.word)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Units that are kept (the same words in both texts, though spaces may differ) or changed."""

    kept: bool
    old: tuple[Unit, ...]
    new: tuple[Unit, ...]

    def __add__(self, other: "Stretch") -> "Stretch":
        return Stretch(self.kept and other.kept, self.old + other.old, self.new + other.new)

    @property
    def letters(self) -> int:
        """The letters of the longer side."""
        return max(_letters(self.old), _letters(self.new))


def stretches_of(old: Iterable[Token], new: Iterable[Token]) -> tuple[Stretch, ...]:
    """Kept and changed stretches in turn; their units are those of the two texts, none left out."""
    before, after = tuple(_units(old)), tuple(_units(new))
    matched = list(_matched(before, after))
    read = _without_fragments(_moved(matched))
    kept = sum(stretch.letters for stretch in read if stretch.kept)
    whole = Stretch(False, before, after)
    return (whole,) if before and after and kept < _LEAST_KEPT * whole.letters else tuple(read)


def _units(tokens: Iterable[Token]) -> Iterator[Unit]:
    spaces: list[Token] = []
    for token in tokens:
        if token.is_space:
            spaces.append(token)
        else:
            yield Unit(tuple(spaces), token)
            spaces.clear()
    if spaces:
        yield Unit(tuple(spaces), None)


def _matched(old: tuple[Unit, ...], new: tuple[Unit, ...]) -> Iterator[Stretch]:
    pairs = matches([unit.word for unit in old], [unit.word for unit in new])
    i = j = position = 0
    while position < len(pairs):
        start = end = position
        while end < len(pairs) and (pairs[end][0] - pairs[start][0], pairs[end][1] - pairs[start][1]) == (
            end - start,
            end - start,
        ):
            end += 1
        next_i, next_j = pairs[start]
        if next_i > i or next_j > j:
            yield Stretch(False, old[i:next_i], new[j:next_j])
        i, j, position = next_i + end - start, next_j + end - start, end
        yield Stretch(True, old[next_i:i], new[next_j:j])
    if i < len(old) or j < len(new):
        yield Stretch(False, old[i:], new[j:])


def _moved(stretches: list[Stretch]) -> list[Stretch]:
    """The same with every mere insertion or deletion where it reads best."""
    moved = list(stretches)
    for position in range(1, len(moved) - 1):
        change = moved[position]
        if not change.kept and not (change.old and change.new):
            moved[position - 1 : position + 2] = _best_place(*moved[position - 1 : position + 2])
    return [stretch for stretch in moved if stretch.old or stretch.new]


def _best_place(before: Stretch, change: Stretch, after: Stretch) -> tuple[Stretch, Stretch, Stretch]:
    places = [(before, change, after)]
    while len(places) < _FARTHEST and (earlier := _one_earlier(*places[0])):
        places.insert(0, earlier)
    while len(places) < _FARTHEST and (later := _one_later(*places[-1])):
        places.append(later)
    return max(places, key=lambda place: _reads(place[0], place[1]))


def _one_earlier(before: Stretch, change: Stretch, after: Stretch) -> tuple[Stretch, Stretch, Stretch] | None:
    side = change.old or change.new
    if not before.old or before.old[-1] != side[-1] or before.new[-1] != side[-1]:
        return None
    moved = (side[-1],)
    return _shortened(before, slice(0, -1)), _turned(change, (*moved, *side[:-1])), Stretch(True, moved, moved) + after


def _one_later(before: Stretch, change: Stretch, after: Stretch) -> tuple[Stretch, Stretch, Stretch] | None:
    side = change.old or change.new
    if not after.old or after.old[0] != side[0] or after.new[0] != side[0]:
        return None
    moved = (side[0],)
    return before + Stretch(True, moved, moved), _turned(change, (*side[1:], *moved)), _shortened(after, slice(1, None))


def _shortened(stretch: Stretch, part: slice) -> Stretch:
    return replace(stretch, old=stretch.old[part], new=stretch.new[part])


def _turned(change: Stretch, side: tuple[Unit, ...]) -> Stretch:
    return replace(change, old=side) if change.old else replace(change, new=side)


def _reads(before: Stretch, change: Stretch) -> int:
    """How well a change stands: both its ends at the end of a sentence are best."""
    return _ending(before.new) + _ending(change.old or change.new)


def _ending(units: Sequence[Unit]) -> int:
    if not units or units[-1].word is None or isinstance(units[-1].word.leaf, LineBreak):
        return 2
    text = units[-1].word.text
    return 2 if text in ".!?:" else 1 if text in ",;" else 0


def _without_fragments(stretches: Iterable[Stretch]) -> list[Stretch]:
    read: list[Stretch] = []
    for stretch in stretches:
        taken = stretch if stretch.kept or not read or read[-1].kept else read.pop() + stretch
        while not taken.kept and len(read) > 1 and _is_fragment(read[-2], read[-1], taken):
            between = read.pop()
            taken = read.pop() + between + taken
        read.append(taken)
    return read


def _is_fragment(left: Stretch, kept: Stretch, right: Stretch) -> bool:
    """Whether a kept stretch says too little to stand alone between these two changes."""
    if left.kept or not kept.kept or any(_is_break(unit) for unit in kept.new):
        return False
    words = [unit.word for unit in kept.new if unit.word and unit.word.letters]
    letters = sum(word.letters for word in words)
    if len(words) <= 1 and letters <= _FEW_LETTERS and not any(word.text.isdigit() for word in words):
        return True
    return len(words) <= _FEW_WORDS and letters * _OUTWEIGHED <= min(left.letters, right.letters)


def _is_break(unit: Unit) -> bool:
    return unit.word is not None and isinstance(unit.word.leaf, LineBreak)


def _letters(units: Iterable[Unit]) -> int:
    return sum(unit.word.letters for unit in units if unit.word)
