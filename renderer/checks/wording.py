"""Words that several rules use in their sentences, and the form in which two texts are held to be the same."""

import re
from collections.abc import Iterable, Sequence

from renderer.edition.build import checkpoint_time
from renderer.model.checkpoint import Checkpoint

_FOLLOWUPS = ("udmøntningen", "første opfølgning", "anden opfølgning", "tredje opfølgning", "fjerde opfølgning")
_NO_WORD = re.compile(r"[\W_]+")
_QUOTED_WORDS = 6
_NAMED = 6


def followup_words(number: int) -> str:
    """`udmøntningen`, `første opfølgning` ... inside a sentence."""
    return _FOLLOWUPS[number]


def capital(sentence: str) -> str:
    """The sentence with a capital at its head."""
    return sentence[:1].upper() + sentence[1:]


def time_words(checkpoint: Checkpoint, year: int) -> str:
    """`2. budgetopfølgning 2018` or `31.12.2018`."""
    return checkpoint_time(checkpoint, year)


def either(words: Iterable[str]) -> str:
    """`glad, mellemfornøjet eller sur`."""
    *head, last = words
    return f"{', '.join(head)} eller {last}" if head else last


def listed_some(names: Sequence[str]) -> str:
    """`a, b og c`, and of many the first ones and how many more: `a, b, c og 4 mere`."""
    shown = names if len(names) <= _NAMED + 1 else [*names[:_NAMED], f"{len(names) - _NAMED} mere"]
    *head, last = shown
    return f"{', '.join(head)} og {last}" if head else last


def quoted(text: str) -> str:
    """The first words of a text in quotation marks, to be found again by them."""
    words = text.split()
    return f"»{' '.join(words[:_QUOTED_WORDS])}{' …' if len(words) > _QUOTED_WORDS else ''}«"


def same_words(text: str) -> str:
    """The words of a text in small letters, without punctuation: equal for texts that say the same."""
    return _NO_WORD.sub(" ", text.casefold()).strip()


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(same_words(text).split())
