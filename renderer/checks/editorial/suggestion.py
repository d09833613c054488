"""The word that was probably meant: a known word one slip away, or two in a long word."""

from collections.abc import Iterator
from dataclasses import dataclass

from renderer.checks.editorial.edits import Edit, Slip, distance, edits, link_edits, slight_edits
from renderer.checks.editorial.lexicon import LONGEST_WORD, NO_PARTS, Lexicon

# The shorter a word, the more words it resembles.
_SHORTEST = {Slip.SLIGHT: 4, Slip.MISSING: 5, Slip.NEIGHBOUR: 6, Slip.OTHER: 7}
_SHORTEST_PART = {Slip.SLIGHT: 5, Slip.MISSING: 6, Slip.NEIGHBOUR: 7, Slip.OTHER: 99}
_SHORTEST_COMPOUND = 7
_SHORTEST_TWO_SLIPS = 9
_SAME_BEGINNING = 4
_COMPOUNDED = 2
_MOST_TWO_SLIPS = 3
_SAME_END = 2
# So many parts, short ones counting double, and a compound is improbable: `ar-rang-ment`.
_IMPROBABLE = 4
_FEWER_PARTS = 2


@dataclass(frozen=True)
class Suggestion:
    """A word that was probably meant, the slip it takes, and of how many words it is a compound (1: it is none)."""

    slip: Slip
    parts: int
    word: str

    @property
    def order(self) -> tuple[int, int, int, str]:
        """The smallest is the likeliest: a word of the dictionary rather than a compound, then the slighter slip.

        A letter is left out more often than one is put in, so of two words the longer is likelier.
        """
        return self.slip + _COMPOUNDED * (self.parts - 1), self.parts, -len(self.word), self.word


def suggest(word: str, lexicon: Lexicon) -> Suggestion | None:
    """What an unknown word (small letters) was probably meant to be, or `None` where nothing is near enough."""
    if len(word) > LONGEST_WORD:
        return None
    near = [*_spelt_out(word, lexicon), *_whole(word, lexicon), *_with_a_wrong_part(word, lexicon)]
    return min(near, key=_order) if near else _two_slips(word, lexicon)


def suggest_for_compound(word: str, lexicon: Lexicon) -> Suggestion | None:
    """What a compound that the dictionary does not have was probably meant to be.

    Danish makes words of words so freely that `seniorbofælleskab` is one, of kab; but a word that the dictionary has
    and that differs by the slightest of slips is more likely, and so is any near word where the parts are snippets.
    """
    if len(word) > LONGEST_WORD:
        return None
    parts = lexicon.parts(word)
    near = [Suggestion(Slip.SLIGHT, 1, other) for other in slight_edits(word) if lexicon.has(other)]
    near += [Suggestion(Slip.MISSING, 1, other) for other in _relinked(word, lexicon)]
    if not near and _IMPROBABLE <= parts < NO_PARTS:
        near = _instead_of_snippets(word, parts, lexicon)
    return min(near, key=_order, default=None)


def shortest_compound(word: str, lexicon: Lexicon) -> int:
    """How many letters a compound has at least in which a slip can be told: fewer where its parts are snippets."""
    return _SHORTEST[Slip.MISSING] if lexicon.parts(word) >= _IMPROBABLE else _SHORTEST_COMPOUND


def _instead_of_snippets(word: str, parts: int, lexicon: Lexicon) -> list[Suggestion]:
    others = [(other, slip) for other, slip in edits(word) if slip <= Slip.MISSING]
    near = [Suggestion(slip, 1, other) for other, slip in others if lexicon.has(other)]
    if not near:
        built = (_compound(slip, other, lexicon) for other, slip in others)
        near = [one for one in built if one.parts <= parts - _FEWER_PARTS]
    return near


def _order(suggestion: Suggestion) -> tuple[int, int, int, str]:
    return suggestion.order


def _relinked(word: str, lexicon: Lexicon) -> Iterator[str]:
    """Words that differ by an s or e between two words: `dagsinstitution`, `kvartalvis`."""
    for other, at in link_edits(word):
        splits = ((max(word, other, key=len), at + 1), (min(word, other, key=len), at))
        if lexicon.has(other) and any(one[:n] in lexicon.heads and lexicon.is_tail(one[n:]) for one, n in splits):
            yield other


def _spelt_out(word: str, lexicon: Lexicon) -> Iterator[Suggestion]:
    """The word with its own letters, where somebody had no Danish keyboard."""
    own = word.replace("aa", "å").replace("ae", "æ").replace("oe", "ø")
    if own != word and lexicon.knows(own):
        yield Suggestion(Slip.SLIGHT, 1, own)


def _whole(word: str, lexicon: Lexicon) -> Iterator[Suggestion]:
    for other, slip in edits(word):
        if len(word) >= _SHORTEST[slip] and lexicon.has(other):
            yield Suggestion(slip, 1, other)


def _with_a_wrong_part(word: str, lexicon: Lexicon) -> Iterator[Suggestion]:
    """Compounds in which one part is wrong and the others are known."""
    starts = [0, *(end for end in range(3, len(word) - 2) if _are_heads(word[:end], lexicon))]
    ends = [start for start in range(3, len(word) - 2) if lexicon.ends_compound(word[start:])]
    for start in starts:
        before = word[:start]
        for end in ends:
            if end - start >= min(_SHORTEST_PART.values()):
                for found, slip in _mended(word[start:end], lexicon.heads, linked=True):
                    yield _compound(slip, before + found + word[end:], lexicon)
        if before:
            for found, slip in _mended(word[start:], lexicon.tails, linked=False):
                yield _compound(slip, before + found, lexicon)


def _compound(slip: Slip, word: str, lexicon: Lexicon) -> Suggestion:
    return Suggestion(slip, max(lexicon.parts(word), 2), word)


def _mended(part: str, known: frozenset[str], linked: bool) -> Iterator[Edit]:
    if len(part) >= min(_SHORTEST_PART.values()):
        for other, slip in edits(part, linked):
            if len(part) >= _SHORTEST_PART[slip] and other in known:
                yield other, slip


def _are_heads(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.heads or any(
        word[:end] in lexicon.heads and word[end:] in lexicon.heads for end in range(3, len(word) - 2)
    )


def _two_slips(word: str, lexicon: Lexicon) -> Suggestion | None:
    """The words of the dictionary two slips away, where they are few; those with the same end, if any."""
    if len(word) < _SHORTEST_TWO_SLIPS:
        return None
    alike = lexicon.beginning_with(word[:_SAME_BEGINNING])
    near = sorted(other for other in alike if distance(word, other, 2) <= 2)
    near = [other for other in near if other[-_SAME_END:] == word[-_SAME_END:]] or near
    return Suggestion(Slip.OTHER, 1, "« eller »".join(near)) if 1 <= len(near) <= _MOST_TWO_SLIPS else None
