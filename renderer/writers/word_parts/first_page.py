"""The first page of a draft: what to do with it (`edition/draft_advice.py`)."""

from collections.abc import Iterator

from renderer.edition.draft import Draft
from renderer.edition.draft_advice import advice
from renderer.edition.edition import Edition
from renderer.writers.word_parts.ooxml import character_style, paragraph, run
from renderer.writers.word_parts.word_file import WordFile


def first_page(file: WordFile, edition: Edition, draft: Draft) -> str:
    """The paragraphs of the page."""
    return "".join(_paragraphs(file, edition, draft))


def _paragraphs(file: WordFile, edition: Edition, draft: Draft) -> Iterator[str]:
    text, heading = file.styles["Vejledningstekst"], file.styles["Vejledningsoverskrift"]
    said = advice(edition, draft)
    yield paragraph(file.styles["Vejledningstitel"], run(said.title))
    yield paragraph(text, run(said.opening))
    for title, words in said.sections:
        yield paragraph(heading, run(title))
        yield paragraph(text, run(words))
    yield paragraph(heading, run(said.back))
    receiver = run(said.receiver, character_style(file.styles["Strong"])) + run(f"{said.reached}.")
    yield paragraph(text, run(f"{said.save} ") + receiver)
    if said.due:
        yield paragraph(text, run(said.due, character_style(file.styles["Strong"])))
