"""What came back is a proposal, done already, or a conflict; nothing is decided that a person must decide."""

import datetime
from dataclasses import replace
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from renderer.findings import Place, Severity, warning
from renderer.journeys.returned.answers import together
from renderer.journeys.returned.conflicts import Weighed, weigh
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.field import Field, fields_of_item, shown
from renderer.model.followup import ItemStatus, Report
from renderer.model.markdown import parse_prose
from renderer.model.proposal import DraftOrigin, Proposal, Returned
from renderer.model.smiley import Smiley
from tests.samples import small_case

CASE = small_case()
ITEM = next(CASE.agreement.items())
STATUS = Field(2, ITEM.ref, ("økonomi", "status"))
SMILEY = Field(2, ITEM.ref, ("økonomi", "smiley"))
POINT_SMILEY, POINT_STATUS = (Field(2, ITEM.ref, ("milepæle", "2", one)) for one in ("smiley", "status"))
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


def both(smiley: str, status: str, sent: tuple[str, str] = ("", ""), name: str = "a.xlsx") -> Returned:
    """A file that came back with a smiley and a status; what it left as it was sent is no proposal of its own."""
    pairs = {POINT_SMILEY: (sent[0], smiley), POINT_STATUS: (sent[1], status)}
    one, other = POINT_SMILEY, POINT_STATUS
    proposals = (
        Proposal(field, *pairs[field], source=Place(name), beside=pairs[other if field == one else one])
        for field in pairs
        if pairs[field][0] != pairs[field][1]
    )
    return Returned(replace(ORIGIN, committee=None), tuple(proposals), file=name)


def open_case(smiley: str = "", status: str = "") -> Case:
    """The case in its second follow-up, in which one milestone has been reported so far, or not."""
    report = Report(smiley=Smiley(smiley) if smiley else None, status=parse_prose(status))
    second = CASE.followups[2]
    kept = {ref: one for ref, one in second.statuses.items() if ref != ITEM.ref}
    second = second.model_copy(update={"statuses": {**kept, ITEM.ref: ItemStatus(milestones={Checkpoint(2): report})}})
    return CASE.model_copy(update={"followups": (*CASE.followups[:2], second)})


def of_pair(weighed: Weighed) -> tuple[list[tuple[str, str]], list[tuple[str, list[str]]]]:
    told = {POINT_SMILEY: "smiley", POINT_STATUS: "status"}
    conflicts = [(told[one.field], [p.new for p in one.proposals]) for one in weighed.conflicts]
    return [(told[one.field], one.new) for one in weighed.proposals], conflicts


def test_two_answers_are_in_conflict_whole_and_never_mixed() -> None:
    """A happy smiley without words and a sad one with its reason: the reason belongs to the sad one."""
    weighed = weigh(open_case(), [both("glad", ""), both("sur", "Lejemålet er opsagt.", name="b.xlsx")])

    assert of_pair(weighed) == ([], [("smiley", ["glad", "sur"]), ("status", ["", "Lejemålet er opsagt."])])


def test_an_answer_is_in_conflict_where_the_case_got_another_one_meanwhile() -> None:
    now_happy = open_case("glad")
    late = both("sur", "Lejemålet er opsagt.")
    words_only = both("", "Lejemålet er opsagt.")

    assert of_pair(weigh(now_happy, [late])) == ([], [("smiley", ["sur"]), ("status", ["Lejemålet er opsagt."])])
    assert of_pair(weigh(now_happy, [words_only])) == ([], [("smiley", [""]), ("status", ["Lejemålet er opsagt."])])


def test_words_and_a_smiley_from_two_files_are_not_put_together() -> None:
    sent = ("mellemfornøjet", "Syv er ansat.")
    case = open_case(*sent)
    weighed = weigh(case, [both("sur", sent[1], sent), both(sent[0], "Otte er ansat.", sent, "b.xlsx")])

    assert of_pair(weighed)[0] == []
    assert {name for name, _ in of_pair(weighed)[1]} == {"smiley", "status"}


def test_an_answer_that_says_all_of_another_and_more_is_no_conflict() -> None:
    weighed = weigh(open_case(), [both("sur", ""), both("sur", "Lejemålet er opsagt.", name="b.xlsx")])

    assert of_pair(weighed) == ([("smiley", "sur"), ("status", "Lejemålet er opsagt.")], [])
    assert weighed.proposals[0].sources == "b.xlsx; a.xlsx"


def test_an_answer_of_which_the_case_has_a_part_already_is_a_proposal_of_the_rest() -> None:
    weighed = weigh(open_case("sur"), [both("sur", "Lejemålet er opsagt.")])

    assert of_pair(weighed) == ([("status", "Lejemålet er opsagt.")], [])
    assert weighed.done == 1


def test_a_smiley_that_cannot_be_read_holds_its_status_up() -> None:
    place = Place("a.docx", item=ITEM.ref, field=POINT_SMILEY.place.field)
    unread = replace(both("", "Syv er ansat."), findings=(warning("ukendt-smiley", place, "»delvis« er ikke kendt."),))
    weighed = weigh(open_case(), [unread])

    assert weighed.proposals == ()
    assert "kan ikke læses" in weighed.conflicts[0].reason


def test_a_plan_takes_no_answers_and_says_so() -> None:
    fields = [Field(0, ITEM.ref, ("milepæle", "1", one)) for one in ("smiley", "status")]
    file = Returned(replace(ORIGIN, followup=0), tuple(proposal(one, "glad", "") for one in fields))
    weighed = weigh(CASE.model_copy(update={"followups": CASE.followups[:1]}), [file])

    assert (weighed.proposals, weighed.conflicts) == ((), ())
    assert [(one.code, one.place.item, one.place.field) for one in weighed.findings] == [
        ("svar-til-udmøntningen", ITEM.ref, "milepæle › 1 › smiley"),
        ("svar-til-udmøntningen", ITEM.ref, "milepæle › 1 › status"),
    ]


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
                one
                for field, new, old in dict.fromkeys(changes)
                for one in [proposal(field, now(field) if new is None else new, old, f"{number}.docx")]
                if one.old != one.new
            ),
            origin=whole,
        )
        for number, changes in enumerate(files)
    ]
    changed = {one.field for file in read for one in file.proposals}
    related = {field for one in changed for field in together(one)}
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
    assert len(decided) == len(set(decided))
    assert set(decided) <= related
    assert len(changed - set(decided)) == done
    for field, new in proposals:
        assert new in {one.new for file in read for one in file.proposals if one.field == field}
    answers = {together(field) for field, _ in proposals}, {together(field) for field, _, _ in conflicts}
    assert not answers[0] & answers[1]
