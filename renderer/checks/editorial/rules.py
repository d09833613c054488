"""The editorial rules: for a text alone (`remarks_on`), and for every text of a case with its place.

`remarks_on` needs no case, so the cell of a workbook or a field of a draft can be looked at by itself.
"""

from collections.abc import Callable, Iterator

from renderer.checks.editorial import dates, marks, sentences, spelling
from renderer.checks.editorial.note import Note, Written
from renderer.checks.editorial.own_words import OwnWords
from renderer.checks.view import Remark, View
from renderer.model.prose import Prose

TextRule = Callable[[Written], Iterator[Note]]

SPELLING = "mulig-stavefejl"
"""The code of a misspelt word; the rule needs the own words of the case."""

TEXT_RULES: dict[str, TextRule] = {
    "ord-to-gange": sentences.words_twice,
    "sætning-uden-slutning": sentences.unended_sentences,
    "andre-anførselstegn": marks.quotation_marks,
    "bindestreg-som-tankestreg": marks.dashes,
    "interval-med-mellemrum": marks.spaced_ranges,
    "procenttegn-i-teksten": marks.per_cent_signs,
    "mellemrum-før-tegn": marks.spaces_before_stops,
    "komma-uden-mellemrum": marks.joined_by_comma,
    "datoer-på-flere-måder": dates.differing_dates,
}
"""What else can be said of a text alone, by the code that the table of checks gives it."""


def remarks_on(text: Prose | str, own: OwnWords = spelling.NO_OWN_WORDS) -> tuple[tuple[str, Note], ...]:
    """Everything to be said of how one text is written, each with its code.

    `own` are the words of the case it belongs to (`View.own_words`); without them, names are known by their capitals.
    Raises `BrokenResource` where the dictionary is missing.
    """
    written = Written.of(text)
    told = [(code, note) for code, rule in TEXT_RULES.items() for note in rule(written)]
    return (*((SPELLING, note) for note in spelling.misspelt(written, own)), *told)


def misspelt_words(view: View) -> Iterator[Remark]:
    """Words that the dictionary does not know and that resemble one that it does."""
    return _of_each(view, lambda text: spelling.misspelt(text, view.own_words))


def words_twice(view: View) -> Iterator[Remark]:
    """The same word twice in a row."""
    return _of_each(view, sentences.words_twice)


def unended_sentences(view: View) -> Iterator[Remark]:
    """A text that ends in the middle of a sentence, or without the full stop its other sentences have."""
    return _of_each(view, sentences.unended_sentences)


def quotation_marks(view: View) -> Iterator[Remark]:
    """Quotation marks other than those of the house style."""
    return _of_each(view, marks.quotation_marks)


def dashes(view: View) -> Iterator[Remark]:
    """Hyphens and long dashes where a dash with spaces is meant."""
    return _of_each(view, marks.dashes)


def spaced_ranges(view: View) -> Iterator[Remark]:
    """Ranges of numbers with spaces or a dash."""
    return _of_each(view, marks.spaced_ranges)


def per_cent_signs(view: View) -> Iterator[Remark]:
    """% for pct."""
    return _of_each(view, marks.per_cent_signs)


def spaces_before_stops(view: View) -> Iterator[Remark]:
    """A space before a full stop or its like."""
    return _of_each(view, marks.spaces_before_stops)


def joined_by_comma(view: View) -> Iterator[Remark]:
    """Words with a comma and no space between them."""
    return _of_each(view, marks.joined_by_comma)


def differing_dates(view: View) -> Iterator[Remark]:
    """Dates written in another way than most dates of the case."""
    return _of_each(view, lambda text: dates.differing_dates(text, view.usual_date))


def _of_each(view: View, rule: TextRule) -> Iterator[Remark]:
    for text in view.written:
        for note in rule(text.written):
            yield Remark(text.place, note.message, note.hint)
