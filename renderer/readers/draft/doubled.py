"""Texts in which old and new stand together: what is left where the marks of tracked changes were lost.

A word that was replaced then stands beside its successor without a space (`20162017`), or a whole sentence does
(`… er ansat.Ni er ansat.`). Words that were only added stand apart, as people type them, or are endings.
"""

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")
_ENDING = re.compile(r"(?:e|en|er|ene|erne|et|ens|ets|ernes|s|n|ne|nes|t|te|ede|des|r|re|ste|st)[.,;:]?", re.IGNORECASE)


def looks_doubled(old: str, new: str) -> bool:
    """Whether the new text holds everything of the old, and a word of it grew together with what is new."""
    if not old or len(new) <= len(old):
        return False
    before, after = _WORD.findall(old), _WORD.findall(new)
    grown = False
    for kind, i, end_i, j, end_j in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "delete":
            return False
        if kind == "replace":
            was, now = " ".join(before[i:end_i]), " ".join(after[j:end_j])
            if not _holds(now, was):
                return False
            grown = grown or _is_grown(was, now)
    return grown


def _holds(text: str, letters: str) -> bool:
    """Whether all letters of the one stand in the other, in order."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _is_grown(was: str, now: str) -> bool:
    """Whether something that is no ending was set right behind the old words, or right before them."""
    behind = now[len(was) :] if now.startswith(was) else ""
    ahead = now[: -len(was)] if now.endswith(was) else ""
    if behind[:1].isalnum() and len(behind) > 1:
        return not _ENDING.fullmatch(behind)
    return len(ahead) > 1 and not ahead[-1:].isspace() and (ahead[-1:].isalnum() or ahead[-1:] == ".")
