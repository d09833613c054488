"""What stands in a smiley's place is understood where it is certain, and told where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.model.smiley import Smiley
from renderer.readers.text.smiley_cell import Doubt, read_smiley_cell
from tests.readers.draft.opened_draft import OpenedDraft, changes, codes, node, only, run

MARK = "felt_1_1_milepael_1_smiley"
STATUS = ("5.01", "milepæle", "1", "smiley")
MEANINGS = {
    Smiley.HAPPY: "Milepælen er nået",
    Smiley.NEUTRAL: "Milepælen er ikke nået helt",
    Smiley.SAD: "Milepælen er ikke nået",
}


def shown(*runs: str) -> OpenedDraft:
    """A draft in which a smiley's place shows these runs."""
    draft = OpenedDraft()
    content = draft.content(MARK)
    for child in list(content):
        content.remove(child)
    content.extend(node(one) for one in runs)
    draft.answered(MARK)
    return draft


@pytest.mark.parametrize(
    ("text", "smiley"),
    [
        ("☺ Glad – Milepælen er nået", "glad"),
        ("😐 Mellemfornøjet – Milepælen er ikke nået helt", "mellemfornøjet"),
        ("☹ Sur – Milepælen er ikke nået", "sur"),
        ("☹ Sur", "sur"),
        ("☹\ufe0f", "sur"),
        ("SUR", "sur"),
        ("Sur.", "sur"),
        ("sur smiley", "sur"),
        (":-(", "sur"),
        (":(", "sur"),
        (":-)", "glad"),
        (":-|", "mellemfornøjet"),
        ("\U0001f642", "glad"),
        ("\U0001f60a", "glad"),
        ("\U0001f641", "sur"),
        ("grøn", "glad"),
        ("Gul", "mellemfornøjet"),
        ("rød", "sur"),
        ("\U0001f534", "sur"),
        ("Milepælen er ikke nået", "sur"),
        ("", ""),
        ("–", ""),
        ("Endnu ikke vurderet", ""),
        ("Vælg smiley", ""),
        ("Mellem", "mellemfornøjet"),
        ("mellem fornøjet", "mellemfornøjet"),
    ],
)
def test_a_certain_smiley_is_understood(text: str, smiley: str) -> None:
    reading = read_smiley_cell(text, MEANINGS, "")

    assert (reading.value, reading.doubt, reading.beside) == (smiley, None, "")


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("forsinket", Doubt.UNKNOWN),
        ("ok", Doubt.UNKNOWN),
        ("ja", Doubt.UNKNOWN),
        ("mellem glad og sur", Doubt.UNKNOWN),
        ("grøn (ikke holdt)", Doubt.UNKNOWN),
        ("grøn (?)", Doubt.UNKNOWN),
        ("rød (var grøn)", Doubt.UNKNOWN),
        ("n/a", Doubt.NOT_RELEVANT),
        ("N/A", Doubt.NOT_RELEVANT),
        ("n.a.", Doubt.NOT_RELEVANT),
        ("ikke relevant", Doubt.NOT_RELEVANT),
        ("ikke glad", Doubt.UNKNOWN),
        ("glad nok", Doubt.UNKNOWN),
        ("surt show", Doubt.UNKNOWN),
        ("3", Doubt.UNKNOWN),
        ("☺☹", Doubt.SEVERAL),
        ("☺ Sur", Doubt.SEVERAL),
        ("grøn/gul", Doubt.UNKNOWN),
        ("grøn gul", Doubt.SEVERAL),
        ("☺ Milepælen er ikke nået helt", Doubt.SEVERAL),
    ],
)
def test_what_is_not_certain_is_not_guessed(text: str, doubt: Doubt) -> None:
    reading = read_smiley_cell(text, MEANINGS, "glad")

    assert (reading.value, reading.doubt) == (None, doubt)
    assert reading.beside == text


@pytest.mark.parametrize(
    ("text", "smiley", "note"),
    [
        ("Grøn (holder)", "glad", "holder"),
        ("mellem (på vej).", "mellemfornøjet", "på vej"),
        ("Sur (to stillinger mangler)", "sur", "to stillinger mangler"),
    ],
)
def test_a_note_in_brackets_behind_the_word_is_told_beside_it(text: str, smiley: str, note: str) -> None:
    reading = read_smiley_cell(text, MEANINGS, "")

    assert (reading.value, reading.doubt, reading.beside) == (smiley, None, note)


def test_text_beside_a_face_is_kept_apart() -> None:
    reading = read_smiley_cell("☺ men forsinket", MEANINGS, "")

    assert (reading.value, reading.beside) == ("glad", "men forsinket")


def test_a_smiley_outside_the_scale_is_told_unless_it_was_sent() -> None:
    two = {Smiley.HAPPY: "Budgettet holder", Smiley.SAD: "Budgettet holder ikke"}

    assert read_smiley_cell("😐", two, "").doubt is Doubt.NOT_IN_SCALE
    assert read_smiley_cell("😐", two, "mellemfornøjet").value == "mellemfornøjet"
    assert read_smiley_cell("☹ Sur – Budgettet holder ikke", two, "").value == "sur"


@given(st.text(max_size=40))
def test_any_text_is_read_without_failing(text: str) -> None:
    reading = read_smiley_cell(text, MEANINGS, "")

    assert reading.value in {None, "", *(smiley.value for smiley in Smiley)}
    assert (reading.value is None) == (reading.doubt is not None)


def test_a_choice_from_the_list_is_proposed() -> None:
    found = shown(run("☹ Sur – Milepælen er ikke nået, og målet for året kan ikke nås")).read()

    assert only(found).new == "sur"
    assert changes(found)[STATUS][1] == "sur"
    assert found.findings == ()


def test_a_smiley_taken_away_is_proposed_as_none() -> None:
    assert only(shown(run("Endnu ikke vurderet")).read()).new == ""


@pytest.mark.parametrize(
    "xml",
    [
        '<w:r><w:sym w:font="Wingdings" w:char="F04C"/></w:r>',
        '<w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>L</w:t></w:r>',
        "<w:r><w:t>\uf04c</w:t></w:r>",
    ],
)
def test_the_faces_of_wingdings_are_understood(xml: str) -> None:
    found = shown(xml).read()

    assert only(found).new == "sur"
    assert found.findings == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [("afventer", "ukendt-smiley"), ("☺ ☹", "flere-smileyer"), ("☹ men forsinket", "tekst-i-smileyfelt")],
)
def test_text_in_a_smileys_place_is_told_with_its_place(text: str, code: str) -> None:
    found = shown(run(text)).read()
    (finding,) = found.findings

    assert finding.code == code
    assert (finding.place.item, finding.place.field) == ("5.01", "milepæle › 1 › smiley")
    assert [proposal.new for proposal in found.proposals] == (["sur"] if text.startswith("☹") else [])


def test_a_second_smiley_beside_the_control_is_told() -> None:
    draft = OpenedDraft()
    draft.control(MARK).addnext(node(run("☹")))

    assert codes(draft.read()) == ["flere-smileyer"]


def test_a_picture_in_a_smileys_place_takes_no_smiley_away() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="p"><a:blip/></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
    found = shown(picture).read()

    assert found.proposals == ()
    assert codes(found) == ["indsat-indhold"]
