"""Sentences: words twice, and ends that are missing."""

import pytest

from renderer.checks.editorial.note import Line, Written
from renderer.checks.editorial.sentences import unended_sentences, words_twice
from renderer.model.markdown import parse_prose


@pytest.mark.parametrize(
    "text", ["Vi er er enige.", "Planen for for budgettet.", "Det er i\ni orden.", "Det det drejer sig om."]
)
def test_a_word_twice(text: str) -> None:
    assert len(list(words_twice(Written.of(text)))) == 1


@pytest.mark.parametrize(
    "text",
    ["Det er meget meget vigtigt.", "BFO'en en gang til.", "2 2", "Hus for hus, og, og.", "Den, den er.", "Ole Ole"],
)
def test_no_word_twice(text: str) -> None:
    assert list(words_twice(Written.of(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Parterne er enige om, at der skal spares, og",
        "Planen er klar, men",
        "Centret har besøgt ti virksomheder,",
        "Planen er vedtaget. Den bliver sendt til udvalget i løbet af maj",
        "* Planen er vedtaget og\n* sendt.\n* Der er en",
    ],
)
def test_a_sentence_that_nobody_ended(text: str) -> None:
    assert len(list(unended_sentences(Written.of(parse_prose(text))))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Planen er vedtaget",
        "Planen er vedtaget. Se også bilag 2",
        "Planen er vedtaget. Den bliver sendt til udvalget i løbet af maj.",
        "Planen er vedtaget. Den bliver sendt til udvalget i løbet af (maj).",
        "Parterne er enige om følgende punkter. De er alle lige vigtige for os:\n\n* At spare\n* Nye veje",
        "* Den første er klar. Den anden er sendt til udvalget i maj",
        "Udgifterne dækkes af puljen. ”Vi er alle sammen glade for den nye plan.”",
        "Alt dette skal der være styr på",
    ],
)
def test_a_text_that_ends(text: str) -> None:
    assert list(unended_sentences(Written.of(parse_prose(text)))) == []


def test_a_title_is_no_sentence() -> None:
    assert list(unended_sentences(Written((Line("Veje og"),), is_heading=True))) == []
