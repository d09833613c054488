"""The words that a draft shows in its empty fields are never read as content."""

import datetime
import json

import pytest

from renderer.edition.build import build_edition
from renderer.edition.draft import draft_record
from renderer.findings import Place
from renderer.model.case import Case
from renderer.model.markdown import parse_prose
from renderer.model.prose import Prose, Text
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.grammar.item_data import text_and_status
from renderer.readers.text.piece import Piece
from renderer.vocabulary.draft_marks import CHOOSE_SMILEY, PLACEHOLDERS
from renderer.writers.word import write_draft
from tests.returned_drafts import exchanged
from tests.samples import small_case

SHOWN = (*PLACEHOLDERS.values(), CHOOSE_SMILEY)


def with_empty_fields() -> Case:
    """The small case, in which the first item of each chapter says nothing yet."""
    case = small_case()
    nothing = {"description": Prose(), "agreement_text": Prose(), "finances": Prose(), "milestones": {}}
    chapters = tuple(
        chapter.model_copy(update={"items": (chapter.items[0].model_copy(update=nothing), *chapter.items[1:])})
        for chapter in case.agreement.chapters
    )
    return case.model_copy(update={"agreement": case.agreement.model_copy(update={"chapters": chapters})})


@pytest.fixture(scope="module")
def draft() -> bytes:
    edition = build_edition(with_empty_fields(), 2, None)
    return write_draft(draft_record(edition, 1, datetime.date(2018, 7, 4), "0.1.0"))


def test_a_draft_without_its_fields_says_no_more_than_one_with_them(draft: bytes) -> None:
    """As one does that went through a PDF or Google Docs: the words of the empty fields are words like any other."""
    marked = read_earlier("udkast.docx", draft)
    plain = read_earlier("udkast.docx", exchanged(draft, {"<w:showingPlcHdr/>": ""}, everywhere=True))

    assert (plain.agreement, plain.followup) == (marked.agreement, marked.followup)
    assert {one.code for one in plain.findings} == {one.code for one in marked.findings}
    said = json.dumps([plain.agreement, plain.followup], ensure_ascii=False)
    assert [words for words in SHOWN if words in said] == []


@pytest.mark.parametrize("words", SHOWN)
def test_such_words_behind_a_label_in_the_same_line_say_nothing(words: str) -> None:
    text, status = text_and_status([Piece(parse_prose(f"Ti er ansat.\n\nStatus: {words}"), Place(), (1,))])

    assert ([len(text), status], text[0]) == ([1, []], parse_prose("Ti er ansat.").blocks[0])


def test_words_that_only_begin_like_them_are_kept() -> None:
    _, status = text_and_status([Piece(parse_prose("Status: Skriv status her, sagde udvalget."), Place(), (1,))])

    [said] = status
    assert said.content == (Text(text="Skriv status her, sagde udvalget."),)  # type: ignore[union-attr]
