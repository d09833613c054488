"""What a comparison says is different: the rule of the newest smiley, corrections, amounts, items that come and go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renderer.edition.build import build_edition, round_committees
from renderer.edition.comparing.compare import compare_editions
from renderer.edition.comparison import AmountChange, Comparison, LineChange, SectionKind, SmileyChange, TextChange
from renderer.edition.edition import Edition
from renderer.journeys.compare import stated_amounts
from renderer.model.case import Case
from tests.cases import cases
from tests.compared import HAPPY, NEUTRAL, SAD, Data, case_with, compared, everything, report
from tests.edition.wording.shown import shown_pieces
from tests.samples import small_case

REF = "5.01"


def effort(number: int, smiley: str | None = None, status: str = "") -> dict[str, Data]:
    return {REF: {"milepæle": {str(number): report(smiley, status)}}}


def finances(smiley: str | None = None, status: str = "") -> dict[str, Data]:
    return {REF: {"økonomi": report(smiley, status)}}


def kinds(comparison: Comparison) -> list[SectionKind]:
    return [section.kind for section in comparison.sections]


def smileys(comparison: Comparison, kind: SectionKind) -> list[tuple[str | None, str | None]]:
    section = comparison.section(kind)
    assert section
    return [
        (change.old.face.smiley if change.old.face else None, change.new.face.smiley if change.new.face else None)
        for entry in section.entries
        for change in entry.changes
        if isinstance(change, SmileyChange)
    ]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (HAPPY, SAD, SectionKind.WORSE),
        (HAPPY, NEUTRAL, SectionKind.WORSE),
        (NEUTRAL, SAD, SectionKind.WORSE),
        (SAD, NEUTRAL, SectionKind.BETTER),
        (None, SAD, SectionKind.FIRST),
    ],
)
def test_the_newest_smiley_is_held_against_the_newest_before(first: str | None, second: str, kind: SectionKind) -> None:
    before = effort(1, first) if first else {}
    assert kinds(compared(before, effort(2, second))) == [kind]
    assert smileys(compared(before, effort(2, second)), kind) == [(first, second)]
    assert kinds(compared(finances(first) if first else {}, finances(second))) == [kind]


def test_the_same_smiley_at_the_next_checkpoint_is_no_news() -> None:
    comparison = compared(effort(1, HAPPY, "Alt er klar."), effort(2, HAPPY, "Ti er ansat."))
    assert comparison.sections == ()
    assert comparison.unchanged == 6
    assert comparison.opening == ("Ingen smileyer er ændret siden første opfølgning.",)
    assert comparison.unchanged_notice == (
        "Seks delelementer er vurderet som før og er ikke nævnt her."
        " De nye statustekster til milepælene står i anden opfølgning."
    )


def test_nothing_at_all_is_said_in_a_sentence() -> None:
    assert compared({}, {}).opening == ("Der er ingen forskel på første opfølgning og anden opfølgning.",)


def test_the_reason_stands_with_a_new_smiley() -> None:
    comparison = compared(effort(1, HAPPY), effort(2, SAD, "Ingen er ansat."))
    [entry] = comparison.sections[0].entries
    [change] = entry.changes
    assert (entry.heading, entry.centre) == ("5.01. Dialog med erhvervslivet", "Arbejdsmarked")
    assert isinstance(change, SmileyChange)
    assert change.status.plain == "Ingen er ansat."
    assert (change.old.time, change.new.time) == ("1.\u00a0budgetopfølgning 2018", "2.\u00a0budgetopfølgning 2018")


def test_a_correction_of_the_newest_smiley_is_a_development_and_is_told_once() -> None:
    comparison = compared(effort(1, HAPPY), effort(1, SAD))
    assert kinds(comparison) == [SectionKind.WORSE]


def test_an_earlier_smiley_that_was_corrected_is_a_correction() -> None:
    second = {REF: {"milepæle": {"1": report(NEUTRAL), "2": report(HAPPY)}}}
    comparison = compared(effort(1, HAPPY), second)
    assert kinds(comparison) == [SectionKind.CORRECTED]
    assert smileys(comparison, SectionKind.CORRECTED) == [(HAPPY, NEUTRAL)]


def test_a_smiley_that_was_taken_back_is_a_correction() -> None:
    comparison = compared(effort(1, HAPPY, "Klar."), effort(1, None, "Klar."))
    assert smileys(comparison, SectionKind.CORRECTED) == [(HAPPY, None)]
    comparison = compared(finances(HAPPY, "Holder."), finances(None, "Holder."))
    assert smileys(comparison, SectionKind.CORRECTED) == [(HAPPY, None)]


def test_changed_words_of_an_earlier_status() -> None:
    comparison = compared(effort(1, HAPPY, "Syv er ansat."), effort(1, HAPPY, "Ni er ansat."))
    section = comparison.section(SectionKind.CORRECTED)
    assert section
    [change] = section.entries[0].changes
    assert isinstance(change, TextChange)
    [paragraph] = change.shown.blocks
    assert paragraph.change == "kept"
    assert shown_pieces(paragraph.spaced) == "[-Syv-] {+Ni+} er ansat."  # type: ignore[union-attr]
    assert change.line == "Status ved 1.\u00a0budgetopfølgning 2018:"
    assert comparison.marking


def test_a_changed_status_on_finances() -> None:
    comparison = compared(finances(HAPPY, "Budgettet holder."), finances(HAPPY, "Budgettet holder næppe."))
    assert kinds(comparison) == [SectionKind.STATUS]
    assert comparison.opening[1] == "Én statustekst er ændret."


def test_a_status_that_came_with_a_new_smiley_is_told_there() -> None:
    assert kinds(compared(finances(HAPPY), finances(SAD, "Det holder ikke."))) == [SectionKind.WORSE]
    assert kinds(compared(finances(SAD, "Det holder ikke."), finances(HAPPY))) == [SectionKind.BETTER]


def test_amounts_that_are_others() -> None:
    first = finances(HAPPY, "Udgiften er 0,5 mio. kr. i 2018 og 0,25 mio. kr. i 2019.")
    comparison = compared(first, finances(HAPPY, "Udgiften er 0,75 mio. kr. i 2018 og 250.000 kr. i 2019."))
    assert kinds(comparison) == [SectionKind.AMOUNTS]
    [change] = comparison.sections[0].entries[0].changes
    assert isinstance(change, AmountChange)
    assert change.line.replace("\u00a0", " ") == "Status på økonomi: fra 0,5 mio. kr. til 0,75 mio. kr."


def test_an_amount_that_is_only_written_otherwise_is_a_changed_text() -> None:
    first, second = (finances(HAPPY, f"Udgiften er {words}") for words in ("0,5 mio. kr.", "500.000 kr."))
    assert kinds(compared(first, second)) == [SectionKind.STATUS]


def test_the_plan_is_where_the_first_comparison_begins() -> None:
    second = {**effort(1, HAPPY), "6.10": {"økonomi": report(SAD)}}
    comparison = compared(second, {}, old=0, new=1)
    assert kinds(comparison) == [SectionKind.FIRST]
    assert comparison.letter.title == "Ændringer siden udmøntningen"
    assert comparison.opening == ("Siden udmøntningen er to smileyer givet for første gang, og ingen andre er ændret.",)


def test_of_the_smileys_given_for_the_first_time_the_worst_stand_first() -> None:
    given = {"5.01": HAPPY, "5.08.1-del-1": NEUTRAL, "6.1": SAD, "6.10": HAPPY, "5.08.1-del-2": SAD}
    comparison = compared({}, {ref: {"økonomi": report(smiley)} for ref, smiley in given.items()})
    [section] = comparison.sections
    assert [entry.ref for entry in section.entries] == ["5.08.1-del-2", "6.1", "5.08.1-del-1", "5.01", "6.10"]


def test_what_got_worse_stands_first_and_every_kind_has_its_section() -> None:
    comparison = everything()
    # What is given up has its own tests, in tests/edition/test_changes.py.
    assert kinds(comparison) == [kind for kind in SectionKind if kind is not SectionKind.GIVEN_UP]
    assert comparison.opening == (
        "Siden første opfølgning er to smileyer blevet dårligere, én er blevet bedre, og to er givet for første gang.",
        (
            "Én statustekst er ændret, beløbene er ændret i ét delelement, tidligere opfølgninger er rettet i to"
            " delelementer, aftalen eller planen er ændret tre steder, ét delelement er kommet til, ét delelement er"
            " ikke længere med, og ét delelement er flyttet til et andet udvalg."
        ),
    )
    assert comparison.facts.title.startswith("Ændringer siden første opfølgning – Anden opfølgning på Aftale om")
    new, moved = comparison.section(SectionKind.NEW), comparison.section(SectionKind.MOVED)
    assert new is not None
    assert moved is not None
    assert [(entry.heading, entry.changes) for entry in new.entries] == [("Pulje til støjværn", ())]
    assert [change.line for change in moved.entries[0].changes if change.kind == "line"] == [
        "Ansvarligt udvalg: fra ”Kultur- og Fritidsudvalget” til ”Erhvervs- og Beskæftigelsesudvalget”"
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (["Ejendomme"], ["Ejendomme", "HR"], ("Ejendomme", "Ejendomme samt HR")),
        (["Ejendomme", "HR"], [], ("Ejendomme samt HR", "")),
        ([], ["Ejendomme"], ("", "Ejendomme")),
    ],
)
@pytest.mark.parametrize("form", ["altid", "efter behov"])
def test_other_contributors_are_told_whatever_their_line_is_called_and_where_it_is_left_out(
    form: str, old: list[str], new: list[str], words: tuple[str, str]
) -> None:
    def edition(names: list[str]) -> Edition:
        data = case_with({}, {}, bidragsyderlinje=form).model_dump(mode="json")
        data["aftale"]["kapitler"][0]["delelementer"][0]["bidragsydere"] = names
        return build_edition(Case.model_validate(data), 2)

    sections = compare_editions(edition(old), edition(new), stated_amounts).sections
    changes = [change for section in sections for entry in section.entries for change in entry.changes]

    assert changes == [LineChange(label="Væsentlig bidragsyder", old=words[0], new=words[1])]


def test_a_comparison_is_the_same_after_json() -> None:
    comparison = everything()
    assert Comparison.model_validate_json(comparison.as_json()) == comparison


@given(cases(), st.data())
def test_every_item_is_listed_or_counted(case: Case, data: st.DataObject) -> None:
    numbers = [followup.number for followup in case.followups]
    old, new = sorted((data.draw(st.sampled_from(numbers)), data.draw(st.sampled_from(numbers))))
    committee = data.draw(st.sampled_from(round_committees(case)))
    before, after = (build_edition(case, number, committee) for number in (old, new))

    comparison = compare_editions(before, after, stated_amounts)

    listed = {entry.ref for section in comparison.sections for entry in section.entries}
    assert len(listed) + comparison.unchanged == len(list(after.items()))
    assert Comparison.model_validate_json(comparison.as_json()) == comparison
    assert all(not paragraph.endswith("..") for paragraph in comparison.opening)
    if before == after:
        assert comparison.sections == ()


def test_editions_of_two_committees_are_not_compared() -> None:
    case = small_case()
    committee = round_committees(case)[1]
    with pytest.raises(ValueError, match="Facts"):
        compare_editions(build_edition(case, 1), build_edition(case, 2, committee), stated_amounts)
