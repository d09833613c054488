"""Sentences: a word written twice, and a sentence that nobody ended."""

import re
from collections.abc import Iterator

from renderer.checks.editorial.note import Line, Note, Written

_TWICE = re.compile(r"(?<![-'’´])\b([^\W\d_]+)[ \t\n]+\1\b(?![-'’])", re.IGNORECASE)
# Said twice on purpose.
_MEANT = frozenset({"bla", "ha", "hør", "ja", "jo", "meget", "mere", "nej", "så"})
_ENDS = frozenset(".!?:;…")
_CLOSING = " \t\n\"”“»«'’)]*_"
_STOP_INSIDE = re.compile(r"[^\W\d_]{3}[.!?] +[A-ZÆØÅ]")
_FEWEST_WORDS = 6
# What no sentence, and no line of a list, ends with.
_LEADS_ON = re.compile(r"(?:,|\b(?:og|eller|men|samt|at|som|fordi|hvis|når|den|det|en|et|der))$")


def words_twice(text: Written) -> Iterator[Note]:
    """The same word twice in a row."""
    for line in text.lines:
        for found in _TWICE.finditer(line.text):
            if found[1].casefold() not in _MEANT and not _is_name(found):
                yield Note(
                    f"Ordet »{found[1]}« står to gange efter hinanden.", "Slet det ene, hvis det ikke er meningen."
                )


def unended_sentences(text: Written) -> Iterator[Note]:
    """A text that ends in the middle of a sentence, or without the full stop that its other sentences have."""
    if text.is_heading or not text.lines:
        return
    *_, last = text.lines
    end = last.text.rstrip(_CLOSING)
    if _is_cut(end):
        yield Note(f"Teksten slutter midt i en sætning: »{_tail(end)}«.", "Skriv sætningen færdig.")
        return
    for line in text.lines:
        if not line.listed and _lacks_stop(line):
            yield Note(f"Sætningen, der slutter med »{_tail(line.text)}«, har intet punktum.", "Sæt punktum.")
            return


def _is_name(found: re.Match[str]) -> bool:
    first, second = found[0].split()[0], found[0].split()[-1]
    return first[0].isupper() and second[0].isupper()


def _is_cut(end: str) -> bool:
    return bool(_LEADS_ON.search(end)) and len(end.split()) > 1


def _lacks_stop(line: Line) -> bool:
    """Whether a line of several sentences ends its last one, a long one, with nothing."""
    end = line.text.rstrip(_CLOSING)
    if not end or end[-1] in _ENDS or not _STOP_INSIDE.search(line.text):
        return False
    last = re.split(r"(?<=[.!?])\s", end)[-1]
    return len(last.split()) >= _FEWEST_WORDS


def _tail(text: str) -> str:
    """The last words of a text."""
    return " ".join(text.split()[-4:])
