"""The overview counts what the edition prints, and says what got worse as the comparison does."""

import pytest
from hypothesis import given, settings

from renderer.edition.build import build_edition
from renderer.edition.comparing.compare import compare_editions
from renderer.edition.comparison import SectionKind, SmileyChange
from renderer.edition.edition import Edition, RowKind
from renderer.edition.overview.blocks import Count, ItemList, ListKind, Mark
from renderer.edition.overview.build import previous_followup
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import ItemStatus, Report
from renderer.model.smiley import Smiley
from tests.cases import cases
from tests.overviews import asking, overview_edition, overview_in
from tests.samples import large_case, small_case


def listed(edition: Edition, kind: ListKind) -> ItemList | None:
    return next((one for one in overview_in(edition).lists if one.kind is kind), None)


def faces(edition: Edition, kind: RowKind) -> list[Smiley]:
    return [row.face.smiley for item in edition.counted_items() for row in item.rows if row.kind is kind and row.face]


def counted(count: Count) -> dict[Smiley, int]:
    return {Smiley.HAPPY: count.happy, Smiley.NEUTRAL: count.neutral, Smiley.SAD: count.sad}


@pytest.mark.parametrize("followup", [1, 2, 3, 4])
def test_every_smiley_is_counted_once_in_each_table(followup: int) -> None:
    edition = overview_edition(followup)
    for table in overview_in(edition).counts:
        effort = sum((line.effort for line in table.lines), Count())
        finances = sum((line.finances or Count() for line in table.lines), Count())

        assert table.total is not None
        assert (effort, finances) == (table.total.effort, table.total.finances)
        assert counted(effort) == {one: faces(edition, RowKind.MILESTONE).count(one) for one in Smiley}
        assert counted(finances) == {one: faces(edition, RowKind.FINANCES).count(one) for one in Smiley}


def test_the_development_has_a_line_for_each_checkpoint_that_has_come() -> None:
    edition = overview_edition(3)
    lines = overview_in(edition).development.lines

    assert [line.label for line in lines] == [row.time for row in next(edition.items()).rows[:3]]
    assert sum((line.effort for line in lines), Count()) == overview_in(edition).counts[0].total.effort  # type: ignore[union-attr]


def test_finances_are_those_of_each_followup_and_unknown_without_one() -> None:
    case = small_case()
    alone = asking(case.model_copy(update={"followups": case.followups[3:]}))
    lines = overview_in(build_edition(alone, 3)).development.lines

    assert [line.finances is None for line in lines] == [True, True, False]


@pytest.mark.parametrize("followup", [2, 3, 4])
def test_what_got_worse_is_what_the_comparison_says(followup: int) -> None:
    case = asking(large_case(20)) if followup < 4 else asking(small_case())
    edition = build_edition(case, followup)
    comparison = compare_editions(build_edition(case, followup - 1), edition, lambda _line: ())
    for kind, section in ((ListKind.WORSE, SectionKind.WORSE), (ListKind.BETTER, SectionKind.BETTER)):
        found = comparison.section(section)
        changes = [
            (entry.ref, change.label, change.new.time)
            for entry in (found.entries if found else ())
            for change in entry.changes
            if isinstance(change, SmileyChange)
        ]
        wanted = listed(edition, kind)

        assert wanted is not None
        assert [(item.ref, item.about, item.now.time) for item in wanted.items] == changes


def test_sad_items_are_those_whose_newest_smiley_is_sad() -> None:
    edition = overview_edition(3)
    sad = listed(edition, ListKind.SAD)
    newest = {
        (item.ref, kind): [row.face.smiley for row in item.rows if row.kind is kind and row.face][-1:]
        for item in edition.items()
        for kind in RowKind
    }

    assert sad is not None
    assert {item.now.mark for item in sad.items} == {Mark.SAD}
    assert len(sad.items) == list(newest.values()).count([Smiley.SAD])


def test_the_first_followup_is_held_against_nothing() -> None:
    overview = overview_in(overview_edition(1))

    assert [one.kind for one in overview.lists] == [ListKind.SAD]
    assert {table.since_label for table in overview.counts} == {""}


def test_one_moment_alone_is_no_development() -> None:
    assert overview_in(overview_edition(1)).over_time is None
    assert overview_in(overview_edition(2)).over_time == overview_in(overview_edition(2)).development


@pytest.mark.parametrize("waiting", [0, 1])
def test_the_legend_explains_only_what_is_seen(waiting: int) -> None:
    said = overview_in(overview_edition(3))
    line = said.counts[0].lines[0].model_copy(update={"effort": Count(happy=1, open=waiting), "finances": None})
    table = said.counts[0].model_copy(update={"lines": (line,), "total": None})
    alone = said.model_copy(update={"counts": (table,), "development": table})

    assert (Mark.OPEN in {word.mark for word in alone.legend}) is bool(waiting)


@pytest.mark.parametrize("followup", [2, 3, 4])
def test_what_moved_is_told_for_effort_and_for_finances(followup: int) -> None:
    said = overview_in(overview_edition(followup))
    whole = said.counts[0].total
    assert whole is not None
    for kind, finances, both in (
        (ListKind.WORSE, whole.finances_worse, whole.worse),
        (ListKind.BETTER, whole.finances_better, whole.better),
    ):
        about = [item.about for one in said.lists if one.kind is kind for item in one.items]
        assert (about.count("Økonomi"), len(about)) == (finances, both)


def test_a_committee_has_no_table_of_committees() -> None:
    edition = overview_edition(2, "Erhvervs- og Beskæftigelsesudvalget")

    assert [table.label_label for table in overview_in(edition).counts] == ["Kapitel"]


def test_a_plan_has_no_overview() -> None:
    assert overview_edition(0).overview is None


def test_only_who_asks_gets_an_overview_and_other_editions_are_as_before() -> None:
    edition = build_edition(small_case(), 3)

    assert edition.overview is None
    assert '"overview"' not in edition.as_json()
    assert overview_edition(3).model_copy(update={"overview": None}).as_json() == edition.as_json()


@settings(max_examples=60)
@given(case=cases(fixed={"overview": True}, mid_year=True))
def test_every_case_has_an_overview_that_round_trips_and_adds_up(case: Case) -> None:
    for followup in case.followups:
        edition = build_edition(case, followup.number)
        assert Edition.model_validate_json(edition.as_json()) == edition
        if edition.overview is None:
            assert followup.number == 0 or not list(edition.counted_items())
            continue
        anchors = [line.anchor for group in edition.overview.strip.groups for line in group.lines]
        assert anchors == [item.anchor for item in edition.counted_items()]
        assert all(line for line in (edition.overview.heading, edition.overview.note, edition.overview.end))
        for table in edition.overview.counts:
            total = sum((line.effort for line in table.lines), Count())
            assert total.total - total.open == len(faces(edition.without_early_smileys(), RowKind.MILESTONE))
        gone = edition.overview.gone.items if edition.overview.gone else ()
        assert [item.ref for item in gone] == [item.ref for item in case.given_up(followup.number)]


def test_a_smiley_from_before_its_time_is_printed_and_not_counted() -> None:
    case = small_case()
    early = Report(smiley=Smiley.HAPPY)
    ref = next(case.agreement.items()).ref
    first = case.followups[1].model_copy(update={"statuses": {ref: ItemStatus(milestones={Checkpoint(3): early})}})
    agreement = case.agreement.model_copy(update={"overview": True})
    edition = build_edition(case.model_copy(update={"agreement": agreement, "followups": (first,)}), 1)
    said = overview_in(edition)

    assert len(faces(edition, RowKind.MILESTONE)) == 1
    assert said.opening[-1].replace("\u00a0", " ") == (
        "En smiley er givet, før dens tidspunkt var kommet, og er ikke talt med."
    )
    assert sum((line.effort for line in said.counts[0].lines), Count()).happy == 0
    assert {mark for group in said.strip.groups for line in group.lines for mark in line.effort} <= {
        Mark.OPEN,
        Mark.NONE,
    }


def test_the_followup_before_need_not_be_the_one_with_the_number_before() -> None:
    case = small_case()
    gap = case.model_copy(update={"followups": (*case.followups[:2], case.followups[3])})

    assert previous_followup(gap, 3) == 1
    assert previous_followup(gap, 1) is None
