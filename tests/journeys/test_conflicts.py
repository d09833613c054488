"""What came back is a proposal, done already, or a conflict; nothing is decided that a person must decide."""

import datetime
from dataclasses import replace
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from renderer.findings import Place, Severity, warning
from renderer.journeys.returned.conflicts import weigh
from renderer.model.field import Field, fields_of_item, shown
from renderer.model.proposal import DraftOrigin, Proposal, Returned
from tests.samples import small_case

CASE = small_case()
ITEM = next(CASE.agreement.items())
STATUS = Field(2, ITEM.ref, ("økonomi", "status"))
SMILEY = Field(2, ITEM.ref, ("økonomi", "smiley"))
TEXT = Field(None, ITEM.ref, ("beskrivelse",))
ORIGIN = DraftOrigin("0123456789ab", str(CASE.agreement.case_id), 2, ITEM.committee, 1, datetime.date(2018, 7, 4))
CASE_TO_2 = CASE.model_copy(update={"followups": CASE.followups[:3]})


def now(field: Field) -> str:
    return shown(CASE_TO_2, field) or ""


def proposal(field: Field, new: str, old: str | None = None, name: str = "a.docx", who: str = "Mette Holm") -> Proposal:
    return Proposal(field, now(field) if old is None else old, new, (who,), "2018-07-05T10:00:00Z", Place(name))


def returned(*proposals: Proposal, origin: DraftOrigin = ORIGIN) -> Returned:
    return Returned(origin, proposals)


def test_a_change_of_what_the_case_still_says_is_a_proposal() -> None:
    weighed = weigh(CASE_TO_2, [returned(proposal(TEXT, "Nyt."))])

    assert [(one.field, one.old, one.new) for one in weighed.proposals] == [(TEXT, now(TEXT), "Nyt.")]
    assert (weighed.conflicts, weighed.findings, weighed.done) == ((), (), 0)


def test_a_change_that_the_case_has_already_is_done() -> None:
    weighed = weigh(CASE_TO_2, [returned(proposal(TEXT, now(TEXT).replace(" ", "  "), old="Gammelt."))])

    assert (weighed.proposals, weighed.conflicts, weighed.done) == ((), (), 1)


def test_the_same_change_from_two_files_is_one_proposal_with_both_sources_and_names() -> None:
    other = replace(proposal(TEXT, "Nyt.", name="b.docx", who="Bo Friis"), when="2018-07-06T08:00:00Z")
    (one,) = weigh(CASE_TO_2, [returned(proposal(TEXT, "Nyt.")), returned(other)]).proposals

    assert one.as_json()["kilde"] == "a.docx; b.docx"
    assert one.as_json()["hvem"] == "Mette Holm, Bo Friis"
    assert one.when == "2018-07-06T08:00:00Z"


def test_two_files_with_different_texts_are_a_conflict_with_all_of_them() -> None:
    files = [returned(proposal(TEXT, "Nyt.")), returned(proposal(TEXT, "Andet.", name="b.docx"))]
    (conflict,) = weigh(CASE_TO_2, files).conflicts

    assert {one.new for one in conflict.proposals} == {"Nyt.", "Andet."}
    assert (conflict.sent, conflict.current) == (now(TEXT), now(TEXT))


def test_a_case_that_has_changed_since_is_a_conflict_with_three_texts() -> None:
    (conflict,) = weigh(CASE_TO_2, [returned(proposal(TEXT, "Nyt.", old="Sendt."))]).conflicts

    assert (conflict.sent, conflict.current, conflict.proposals[0].new) == ("Sendt.", now(TEXT), "Nyt.")
    assert "siden filen blev sendt" in conflict.reason


def test_a_later_draft_may_go_on_from_what_an_earlier_one_brought() -> None:
    earlier = proposal(TEXT, now(TEXT), old="Det oprindelige.")
    later = proposal(TEXT, "Endnu bedre.", name="b.docx")
    weighed = weigh(CASE_TO_2, [returned(earlier), returned(later)])

    assert [one.new for one in weighed.proposals] == ["Endnu bedre."]
    assert weighed.conflicts == ()


def test_a_draft_of_another_case_brings_nothing() -> None:
    foreign = returned(proposal(TEXT, "Nyt."), origin=replace(ORIGIN, case_id="00.30.00-S00-1-17"))
    weighed = weigh(CASE_TO_2, [foreign, returned(proposal(SMILEY, "sur"))])

    assert [one.field for one in weighed.proposals] == [SMILEY]
    assert [(one.code, one.severity) for one in weighed.findings] == [("udkast-fra-anden-sag", Severity.ERROR)]
    assert "a.docx" in str(weighed.findings[0].place)


def test_a_draft_of_a_followup_that_the_case_lacks_brings_nothing() -> None:
    weighed = weigh(CASE_TO_2, [returned(proposal(TEXT, "Nyt."), origin=replace(ORIGIN, followup=3))])

    assert weighed.proposals == ()
    assert [one.code for one in weighed.findings] == ["udkast-uden-opfølgning"]


def test_a_draft_of_a_followup_that_was_followed_by_another_is_told() -> None:
    weighed = weigh(CASE, [returned(proposal(TEXT, "Nyt."))])

    assert [(one.code, one.severity) for one in weighed.findings] == [
        ("udkast-fra-tidligere-opfølgning", Severity.WARNING)
    ]
    assert len(weighed.proposals) == 1


def test_a_field_that_moved_to_another_committee_is_a_conflict() -> None:
    other = replace(ORIGIN, committee="Ældreudvalget")
    (conflict,) = weigh(CASE_TO_2, [returned(proposal(TEXT, "Nyt."), origin=other)]).conflicts

    assert "andet udvalg" in conflict.reason


def test_a_field_that_is_gone_is_told_with_its_place() -> None:
    gone = Proposal(Field(None, "9.99", ("beskrivelse",)), "Gammelt.", "Nyt.", source=Place("a.docx"))
    weighed = weigh(CASE_TO_2, [returned(gone)])

    assert weighed.proposals == ()
    assert [(one.code, one.place.item) for one in weighed.findings] == [("rettelse-uden-sted", "9.99")]


def test_a_text_in_which_old_and_new_stand_together_is_left_to_a_person() -> None:
    place = Place("a.docx", item=ITEM.ref, field=TEXT.place.field)
    doubt = warning("gammel-og-ny-tekst", place, "Her ser den gamle og den nye tekst ud til at stå sammen.")
    file = Returned(ORIGIN, (proposal(TEXT, "Gammelt nyt."), proposal(SMILEY, "sur")), findings=(doubt,))
    weighed = weigh(CASE_TO_2, [file])

    assert [one.field for one in weighed.conflicts] == [TEXT]
    assert [one.field for one in weighed.proposals] == [SMILEY]


FIELDS = [field for item in CASE.agreement.items() for field in fields_of_item(item, 2)]
NEW = st.sampled_from(("Nyt.", "Andet.", "", None))


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from(FIELDS), NEW, st.sampled_from((None, "Sendt."))), max_size=4), max_size=3
    )
)
def test_nothing_is_lost_and_the_order_of_files_decides_nothing(
    files: list[list[tuple[Field, str | None, str | None]]],
) -> None:
    """Every change ends as a proposal, a conflict or done, exactly one of them for a field, whatever comes first."""
    whole = replace(ORIGIN, committee=None)
    read = [
        returned(
            *(
                proposal(field, now(field) if new is None else new, old, f"{number}.docx")
                for field, new, old in dict.fromkeys(changes)
            ),
            origin=whole,
        )
        for number, changes in enumerate(files)
    ]
    changed = {field for changes in files for field, _, _ in changes}
    outcomes = {
        (
            tuple((one.field, one.new) for one in weighed.proposals),
            tuple((one.field, one.reason, frozenset(p.new for p in one.proposals)) for one in weighed.conflicts),
            weighed.done,
        )
        for order in permutations(read)
        for weighed in [weigh(CASE_TO_2, order)]
    }

    assert len(outcomes) == 1
    (proposals, conflicts, done) = outcomes.pop()
    decided = [field for field, _ in proposals] + [field for field, _, _ in conflicts]
    assert len(decided) == len(set(decided)) == len(changed) - done
    assert set(decided) <= changed
    for field, new in proposals:
        assert new in {text for changes in files for one, text, _ in changes if one == field}
