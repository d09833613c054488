"""How returned changes read on a terminal."""

from dataclasses import replace

import pytest

from renderer.cli.taken_text import comment_text, conflict_text, proposal_text
from renderer.edition.field_subject import subject_of
from renderer.findings import Place, error
from renderer.journeys.case_files import folder_files
from renderer.journeys.returned.reading_order import smiley_first
from renderer.journeys.returned.summarise import counts_line
from renderer.journeys.returned.take_back import TakenBack, take_back
from renderer.model.field import Field
from renderer.model.proposal import Comment, Conflict, Proposal
from tests.cases import small_case
from tests.cli.program import EXAMPLE
from tests.returned_drafts import returned_draft

STATUS = Field(2, "2.02", ("milepæle", "2", "status"))
SMILEY = Field(2, "2.02", ("milepæle", "2", "smiley"))
ABOUT = (
    "  2.02 Flere køb gennem indkøbsaftalerne, 2. budgetopfølgning 2018 (Ti "
    "institutioner har haft besøg af en indkøber.)"
)
SOURCE = Place("retur.docx", paragraph=111, item="2.02", field="milepæle › 2 › status")


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> TakenBack:
    """The example, and a draft of it that came back as it was sent."""
    came = tmp_path_factory.mktemp("svar") / "uændret.docx"
    came.write_bytes(returned_draft(EXAMPLE, {}))
    return take_back(folder_files(EXAMPLE), [came])


def printed(taken: TakenBack, proposal: Proposal) -> list[str]:
    return proposal_text(taken, proposal).plain.splitlines()


def test_a_proposal_says_place_words_people_moment_and_files(nothing: TakenBack) -> None:
    other = Place("kopi.docx", paragraph=7)
    who = ("Mette Holm", "Bo Friis")
    proposal = Proposal(
        STATUS, "Syv har haft besøg.", "Otte har haft besøg.", who, "2018-07-05T10:02:00Z", SOURCE, (other,)
    )

    assert printed(nothing, proposal) == [
        "opfoelgning-2.yaml linje 23, 2.02, milepæle › 2 › status",
        ABOUT,
        "  før: [-Syv-] har haft besøg.",
        "  nu:  {+Otte+} har haft besøg.",
        "  Mette Holm, Bo Friis · 5. juli 2018 kl. 10.02 · retur.docx afsnit 111 · kopi.docx afsnit 7",
    ]


def test_lists_and_paragraphs_stand_under_each_other(nothing: TakenBack) -> None:
    proposal = Proposal(STATUS, "Der er:\n\n- en\n- to", "Der er nu:\n\n- en\n- tre\n\nSlut.", source=SOURCE)

    assert printed(nothing, proposal)[2:] == [
        "  før: Der er:",
        "       - en",
        "       - [-to-]",
        "  nu:  Der er {+nu+}:",
        "       - en",
        "       - {+tre+}",
        "       {+Slut.+}",
        "  retur.docx afsnit 111",
    ]


@pytest.mark.parametrize(("old", "new"), [("", "Nyt."), ("Gammelt.", "")])
def test_a_text_that_came_or_went_is_shown_whole(nothing: TakenBack, old: str, new: str) -> None:
    lines = printed(nothing, Proposal(STATUS, old, new, source=SOURCE))

    assert lines[2:4] == [f"  før: {old or '(ingen tekst)'}", f"  nu:  {new or '(ingen tekst)'}"]


def test_a_smiley_is_its_word(nothing: TakenBack) -> None:
    assert printed(nothing, Proposal(SMILEY, "mellemfornøjet", "glad"))[2:4] == ["  før: mellemfornøjet", "  nu:  glad"]
    assert printed(nothing, Proposal(SMILEY, "", "glad"))[2] == "  før: (ingen smiley)"


def test_a_conflict_has_all_texts_by_their_numbers(nothing: TakenBack) -> None:
    one, two = (Proposal(STATUS, "Syv.", new, source=SOURCE) for new in ("Otte.", "Ni."))
    text = conflict_text(nothing, Conflict(STATUS, "To udkast er uenige.", "Syv.", "Syv.", (one, two))).plain

    assert text.startswith("konflikt: opfoelgning-2.yaml linje 23, 2.02")
    for line in (
        "  To udkast er uenige.",
        "  sendt:   Syv.",
        "  i sagen: Syv.",
        "  svar 1:  {+Otte.+}",
        "  svar 2:  {+Ni.+}",
    ):
        assert f"{line}\n" in text


def test_a_comment_says_what_it_is_about_and_what_it_answers(nothing: TakenBack) -> None:
    comment = Comment(
        "Passer det?", "Bo Friis", "2018-07-05T10:02:00Z", STATUS, "tre er planlagt", SOURCE, "Mette Holm", True
    )
    lines = comment_text(nothing, comment).plain.splitlines()

    assert lines == [
        "kommentar: opfoelgning-2.yaml linje 23, 2.02, milepæle › 2 › status",
        ABOUT,
        "  om »tre er planlagt«",
        "  Bo Friis: Passer det?",
        "  5. juli 2018 kl. 10.02 · svar på Mette Holm · afsluttet · retur.docx afsnit 111",
    ]
    assert comment_text(nothing, replace(comment, about=None, quote="")).plain.startswith(
        "kommentar: retur.docx afsnit 111"
    )


def test_the_last_line_counts_in_danish(nothing: TakenBack) -> None:
    assert counts_line(nothing) == "0 forslag, 0 konflikter og 0 kommentarer."
    unread = (error("svar-ukendt-smiley", SOURCE, "»OK« er ikke en smiley.", ""),)
    assert counts_line(replace(nothing, findings=unread)).endswith("0 kommentarer og 1 fejl, som står øverst.")
    assert counts_line(replace(nothing, done=1)).endswith(" 1 rettelse står allerede i sagen.")


def test_a_smiley_stands_before_its_status(nothing: TakenBack) -> None:
    elsewhere = Field(2, "5.01", ("milepæle", "2", "status"))
    found = [Proposal(field, "", "glad") for field in (STATUS, elsewhere, SMILEY)]

    assert [one.field for one in smiley_first(found)] == [SMILEY, STATUS, elsewhere]


def test_a_field_says_what_it_is_about() -> None:
    case = small_case()
    item = next(case.agreement.items())
    named = f"{item.number} {item.title}"

    assert subject_of(case, Field(2, item.ref, ("økonomi", "smiley"))).line.startswith(f"{named}, økonomi")
    assert subject_of(case, Field(None, item.ref, ("aftaletekst",))).line == named
    assert subject_of(case, Field(None, item.ref, ("milepæle", "4"))).line == f"{named}, 31.12.2018"
    assert subject_of(case, Field(2, "9.99", ("milepæle", "2", "status"))).line == "9.99, 2. budgetopfølgning 2018"
    assert subject_of(case, Field(None, None, ("læsevejledning",))).line == ""
