"""Emoji that come back in a draft count like any other character: as a smiley, in a text and in a comment."""

from collections.abc import Callable

import pytest

from tests.readers.draft.opened_draft import OpenedDraft, changes, codes, node, only, paragraph, run
from tests.readers.draft.test_comments import anchor, commented, runs
from tests.readers.draft.test_smileys import MARK, STATUS, shown
from tests.word_emoji import WAYS, from_panel

TEXT = "felt_1_1_beskrivelse"


@pytest.mark.parametrize("put", WAYS)
@pytest.mark.parametrize(("sign", "smiley"), [("😐", "mellemfornøjet"), ("☹", "sur"), ("\U0001f641", "sur")])
def test_an_emoji_in_a_smileys_place_is_the_smiley(put: Callable[[str], str], sign: str, smiley: str) -> None:
    found = shown(put(sign)).read()

    assert changes(found)[STATUS][1] == smiley
    assert found.findings == ()


def test_an_emoji_that_took_the_place_of_the_list_is_the_smiley() -> None:
    draft = OpenedDraft()
    control = draft.control(MARK)
    control.addnext(node(from_panel("☹")))
    control.clear()

    assert changes(draft.read())[STATUS][1] == "sur"


@pytest.mark.parametrize("put", WAYS)
def test_an_emoji_in_a_text_stays_and_is_no_loss(put: Callable[[str], str]) -> None:
    draft = OpenedDraft()
    draft.write(TEXT, paragraph(run("Det går godt "), put("😊"), run(", siger centret.")))
    found = draft.read()

    assert only(found).new == "Det går godt 😊, siger centret."
    assert codes(found) == []


def test_the_signs_of_a_ticked_list_stay_as_they_stand() -> None:
    draft = OpenedDraft()
    draft.write(TEXT, paragraph(run("☑ Syv besøg, ☐ tre besøg → ⇒ ≥ ½ €")))

    assert only(draft.read()).new == "☑ Syv besøg, ☐ tre besøg → ⇒ ≥ ½ €"


def test_a_ligature_that_was_pasted_is_letters() -> None:
    draft = OpenedDraft()
    draft.write(TEXT, paragraph(run("Daglig a\ufb02æsning.")))

    assert only(draft.read()).new == "Daglig aflæsning."


def test_an_emoji_in_a_comment_stays() -> None:
    draft = OpenedDraft()
    first = runs(draft, TEXT)[0]
    anchor(first, first)
    (comment,) = commented(draft, f"Skal det være </w:t></w:r>{from_panel('😐')}<w:r><w:t> i stedet?").read().comments

    assert comment.text == "Skal det være 😐 i stedet?"
