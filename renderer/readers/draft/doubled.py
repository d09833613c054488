"""Texts in which old and new stand together: what is left where the marks of tracked changes were lost.

A word that was replaced then stands beside its successor without a space (`20162017`), or a whole sentence does
(`… er ansat.Ni er ansat.`). Words that were only added stand apart, as people type them.
"""

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")
_SHORTEST = 3


def looks_doubled(old: str, new: str) -> bool:
    """Whether the new text holds everything of the old, and something of it grew together with what is new."""
    if not old or len(new) <= len(old):
        return False
    before, after = _WORD.findall(old), _WORD.findall(new)
    for kind, i, end_i, j, end_j in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "delete":
            return False
        if kind == "replace" and not _grown(" ".join(before[i:end_i]), " ".join(after[j:end_j])):
            return False
    known = set(before)
    return any(_is_grown_word(word, known) for word in after if word not in known)


def _grown(old: str, new: str) -> bool:
    position = 0
    for character in new:
        position += position < len(old) and character == old[position]
    return position == len(old)


def _is_grown_word(word: str, known: set[str]) -> bool:
    """Whether a word that was sent is its beginning or its end, and what is left looks like a word of its own."""
    for cut in range(1, len(word)):
        first, last = word[:cut], word[cut:]
        if (first in known and _is_new(first, last)) or (last in known and _is_new(last, first)):
            return True
    return False


def _is_new(sent: str, added: str) -> bool:
    long_enough = len(sent) >= _SHORTEST or (sent[-1:].isdigit() and added[:1].isdigit())
    return long_enough and added[:1].isalnum() and len(added) > 1
