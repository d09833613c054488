"""Editions for the writers' tests, made from the samples and changed where a test needs another one."""

from functools import cache

from renderer.edition.build import build_edition
from renderer.edition.edition import Edition
from renderer.model.case import Case
from renderer.model.prose import Prose
from tests.samples import small_case


@cache
def small_edition(followup: int = 2, committee: str | None = None) -> Edition:
    """The small sample at a follow-up."""
    return build_edition(small_case(), followup, committee)


def with_words(edition: Edition) -> Edition:
    """The same edition with the word beside each smiley."""
    return edition.model_copy(update={"smiley_words": True})


def with_guide(prose: Prose) -> Edition:
    """The small edition whose reading guide is this text."""
    edition = small_edition()
    guide = edition.letter.guide.model_copy(update={"prose": prose})
    return edition.model_copy(update={"letter": edition.letter.model_copy(update={"guide": guide})})


def with_agreement_text(prose: Prose) -> Edition:
    """The small edition with one item, whose agreement text this is."""
    edition = small_edition()
    chapter = edition.chapters[0]
    item = chapter.items[0].model_copy(update={"agreement_text": prose})
    return edition.model_copy(update={"chapters": (chapter.model_copy(update={"items": (item,)}),)})


def without_items() -> Edition:
    """The edition of a committee that has nothing in the agreement."""
    data = small_case().model_dump(mode="json")
    data["aftale"]["udvalg"].append("Klima- og Naturudvalget")
    return build_edition(Case.model_validate(data), 2, "Klima- og Naturudvalget")
