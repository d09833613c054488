"""Words that the dictionary does not know and that resemble one that it does."""

from collections.abc import Iterator
from functools import lru_cache

from renderer.checks.editorial.edits import Slip
from renderer.checks.editorial.lexicon import LONGEST_WORD, danish
from renderer.checks.editorial.note import Note, Written
from renderer.checks.editorial.own_words import OwnWords
from renderer.checks.editorial.suggestion import Suggestion, shortest_compound, suggest, suggest_for_compound
from renderer.checks.editorial.words import Word

NO_OWN_WORDS = OwnWords()
_SHORTEST = 4
# The words of two municipalities' cases; a service reads many.
_WORDS_KEPT = 10_000
_FEWEST_FOREIGN = 4
_FOREIGN_SHARE = 3
# A name at the head of a sentence looks like any word: only a word that is nearly the same counts there.
_SUREST_OF_CAPITALISED = Slip.MISSING


def misspelt(text: Written, own: OwnWords = NO_OWN_WORDS) -> Iterator[Note]:
    """Each word of a text that was probably meant to be another one, once."""
    told: set[str] = set()
    for word in () if _is_foreign(text) else text.words:
        if word.text.casefold() not in told and (meant := _meant(word, own)):
            told.add(word.text.casefold())
            yield Note(f"Ordet »{word.text}« er ikke kendt.", f"Mente du »{meant}«?")


def _is_foreign(text: Written) -> bool:
    """Whether so much of the text is unknown that it is another language: nothing is misspelt Danish there."""
    unknown = sum(not _is_known(word.text.casefold()) for word in text.words)
    return unknown > _FEWEST_FOREIGN and unknown * _FOREIGN_SHARE > len(text.words)


@lru_cache(maxsize=_WORDS_KEPT)
def _is_known(word: str) -> bool:
    return len(word) < _SHORTEST or any(map(danish().knows, word.split("-")))


def _meant(word: Word, own: OwnWords) -> str | None:
    small = word.text.casefold()
    if len(small) < _SHORTEST or danish().has(small) or word.is_name or own.has_name(small):
        return None
    suggested = _of_hyphenated(small) if "-" in small else _of_word(small)
    if suggested is None or not _is_likely(word, suggested, own):
        return None
    return suggested.word.capitalize() if word.text[0].isupper() else suggested.word


def _is_likely(word: Word, suggested: Suggestion, own: OwnWords) -> bool:
    if word.text[0].isupper() and suggested.slip > _SUREST_OF_CAPITALISED:
        return False
    return suggested.slip is not Slip.OTHER or not own.uses_often(word.text.casefold())


@lru_cache(maxsize=_WORDS_KEPT)
def _of_word(word: str) -> Suggestion | None:
    """What a word (small letters) was probably meant to be; `None` for a known word or where nothing resembles it."""
    lexicon = danish()
    if not _SHORTEST <= len(word) <= LONGEST_WORD:
        return None
    if not lexicon.knows(word):
        return suggest(word, lexicon)
    if lexicon.has(word) or lexicon.has(word.capitalize()) or len(word) < shortest_compound(word, lexicon):
        return None
    return suggest_for_compound(word, lexicon)


def _of_hyphenated(word: str) -> Suggestion | None:
    """The same for words with hyphens: known as one word, or each part by itself."""
    lexicon = danish()
    *before, last = word.split("-")
    if lexicon.knows(word.replace("-", "")):
        return None
    parts = [None if lexicon.is_word_before_hyphen(part) else _of_word(part) for part in before]
    parts.append(_of_word(last) if last else None)
    wrong = next((n for n, part in enumerate(parts) if part), None)
    if wrong is None:
        return None
    found = parts[wrong]
    assert found
    whole = [*word.split("-")[:wrong], found.word, *word.split("-")[wrong + 1 :]]
    return Suggestion(found.slip, found.parts, "-".join(whole))
