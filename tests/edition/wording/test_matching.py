"""Matching two sequences: pairs are equal and rise, nothing affordable is missed, and long ones are no trap."""

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from renderer.edition.wording.matching import matches

short = st.lists(st.sampled_from("abcd"), max_size=12)


def longest_common(old: list[str], new: list[str]) -> int:
    """The length of a longest common subsequence, by the textbook."""
    best = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, a in enumerate(old):
        for j, b in enumerate(new):
            best[i + 1][j + 1] = best[i][j] + 1 if a == b else max(best[i][j + 1], best[i + 1][j])
    return best[-1][-1]


@given(short, short)
def test_as_many_as_can_be(old: list[str], new: list[str]) -> None:
    pairs = matches(old, new)
    assert len(pairs) == longest_common(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))


def test_long_sequences_that_differ_everywhere_still_meet_where_they_can() -> None:
    chance = random.Random(4)
    marks = [f"afsnit {number}" for number in range(400)]
    old = [word for mark in marks for word in (mark, *chance.choices("abcdefgh", k=6))]
    new = [word for mark in marks for word in (mark, *chance.choices("abcdefgh", k=6))]
    pairs = matches(old, new)
    assert all(old[i] == new[j] for i, j in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))
    assert {old[i] for i, _ in pairs} >= set(marks)
