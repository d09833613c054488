"""Items that are given up or moved, and names that are new: what each edition prints, and for whom."""

import pytest

from renderer.edition.build import build_edition, round_committees
from renderer.edition.comparing.compare import compare_editions
from renderer.edition.comparing.departures import departures, under_names_of
from renderer.edition.comparison import Change, Comparison, SectionKind, SmileyChange
from renderer.edition.danish import NBSP
from renderer.edition.edition import Edition
from renderer.edition.overview.numbers import as_data
from renderer.errors import UnknownChoice
from renderer.journeys.compare import stated_amounts
from renderer.model.case import Case
from renderer.model.followup import FollowUp
from tests.model.test_changes import CHILDREN, CLIMATE, TECHNICAL, agreement

REASON = "Staten giver ikke længere tilskud til cykelbiblioteket."
AFTER_ELECTION = "Udvalget for børn har fået ansvaret for skolevejene."


def a_case(*, changed: bool = True, **data: object) -> Case:
    """Items of one committee: the first is given up in 2, the second moved in 3, when the committee is renamed."""
    given_up = {"udgået": {"opfølgning": "2", "begrundelse": REASON}} if changed else {}
    to = {"ansvarligt_center": "Ejendomme", "ansvarligt_udvalg": CHILDREN}
    moved = {"flyttet": {"opfølgning": "3", **to, "begrundelse": AFTER_ELECTION}} if changed else {}
    names = [
        {"opfølgning": "3", "navn": TECHNICAL, "nyt_navn": CLIMATE},
        {"opfølgning": "3", "navn": "By og Miljø", "nyt_navn": "Klima og By"},
    ]
    common = {
        "ansvarligt_center": "By og Miljø",
        "ansvarligt_udvalg": TECHNICAL,
        "aftaletekst": "Flere skal cykle.",
        "milepæle": {"1": "Udbuddet er sendt ud.", "2": "Der er valgt en leverandør.", "3": "Stien er bygget."},
        "økonomi": "Der er afsat 0,5 mio. kr.",
    }
    return Case(
        agreement=agreement(
            {**common, "nummer": "4.1", "titel": "Cykelbibliotek", **given_up},
            {**common, "nummer": "4.2", "titel": "Sikre skoleveje", **moved},
            {**common, "nummer": "4.3", "titel": "Belysning på stierne"},
            nye_navne=names if changed else [],
            **data,
        ),
        followups=tuple(FollowUp.model_validate(followup(number)) for number in range(5)),
    )


def followup(number: int) -> dict[str, object]:
    reached = {str(point): {"smiley": "glad"} for point in (1, 2, 3) if point == number}
    items = ("4.2", "4.3") if number > 1 else ("4.1", "4.2", "4.3")
    statuses = {ref: {"milepæle": reached, "økonomi": {"smiley": "glad"}} for ref in items} if reached else {}
    return {"opfølgning": str(number), "dato": f"2018-{2 * number + 1:02}-15", "status": statuses}


def refs(edition: Edition) -> list[str]:
    return [item.ref for item in edition.items()]


def loose(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("committee", [None, TECHNICAL])
def test_editions_before_a_change_are_to_the_byte_what_they_were(number: int, committee: str | None) -> None:
    before, after = (build_edition(a_case(changed=changed), number, committee) for changed in (False, True))
    assert after.as_json() == before.as_json()


def test_an_item_that_is_given_up_is_printed_once_more_with_its_reason() -> None:
    item = next(build_edition(a_case(), 2, TECHNICAL).items())

    (notice,) = item.notices
    assert (loose(notice.label), loose(notice.text)) == ("Udgået i anden opfølgning", REASON)
    assert item.given_up
    assert [row.face.smiley.value if row.face else row.not_given for row in item.rows[:3]] == [
        "glad",
        *["Vurderes ikke, for delelementet er udgået"] * 2,
    ]
    assert [refs(build_edition(a_case(), number)) for number in (1, 2, 3, 4)] == [
        ["4.1", "4.2", "4.3"], ["4.1", "4.2", "4.3"], ["4.2", "4.3"], ["4.2", "4.3"],
    ]  # fmt: skip


def test_a_moved_item_stands_in_the_new_committees_edition_and_the_old_one_says_where_it_is() -> None:
    case = a_case()
    assert refs(build_edition(case, 2, TECHNICAL)) == ["4.1", "4.2", "4.3"]

    new = build_edition(case, 3, CHILDREN)
    (notice,) = next(new.items()).notices
    assert loose(notice.label) == "Flyttet i tredje opfølgning"
    assert loose(notice.text) == (f"Fra {CLIMATE} til {CHILDREN} og fra Klima og By til Ejendomme. {AFTER_ELECTION}")
    old = build_edition(case, 3, CLIMATE)
    (gone,) = old.chapters[0].departed
    assert refs(old) == ["4.3"]
    assert loose(gone.line) == (f"4.2. Sikre skoleveje: flyttet i tredje opfølgning til {CHILDREN}. {AFTER_ELECTION}")
    assert [chapter.departed for chapter in build_edition(case, 3).chapters] == [()]
    assert [chapter.departed for chapter in build_edition(case, 4, CLIMATE).chapters] == [()]
    assert next(build_edition(case, 4, CHILDREN).items()).notices == ()


def test_a_round_has_the_committees_of_its_followup() -> None:
    case = a_case()

    assert round_committees(case, 2) == [None, TECHNICAL]
    assert round_committees(case, 3) == [None, CLIMATE, CHILDREN]
    for number, name in ((2, CLIMATE), (3, TECHNICAL)):
        with pytest.raises(UnknownChoice, match=name):
            build_edition(case, number, name)


def test_an_overview_counts_what_is_given_up_apart() -> None:
    case = a_case(overblik="ja")
    second, third = (build_edition(case, number, None).overview for number in (2, 3))
    assert second
    assert third

    assert [line.ref for group in second.strip.groups for line in group.lines] == ["4.2", "4.3"]
    assert second.counts[0].lines[0].effort.happy == 4
    assert "Ét delelement er udgået og er ikke talt med." in map(loose, second.opening)
    for overview, anchor in ((second, "delelement-1-1"), (third, None)):
        assert overview.gone
        assert overview.gone.heading == "Udgået: 1"
        (gone,) = overview.gone.items
        assert (gone.ref, gone.anchor, gone.followup) == ("4.1", anchor, 2)
    assert as_data(third)["udgåede"] == [
        {
            "ref": "4.1",
            "titel": "4.1. Cykelbibliotek",
            "ansvarligt_center": "Klima og By",
            "opfølgning": 2,
            "begrundelse": REASON,
        }
    ]
    first = build_edition(case, 1).overview
    assert first
    assert "udgåede" not in as_data(first)
    # What was another committee's until now has developed like the rest.
    moved = build_edition(case, 3, CHILDREN).overview
    assert moved
    assert moved.counts[0].lines[0].since == "uændret"


def compared(case: Case, old: int, new: int, committee: str | None = None) -> Comparison:
    editions = build_edition(case, old, committee, new), build_edition(case, new, committee)
    return compare_editions(*editions, stated_amounts, departures(case, old, new))


def listed(comparison: Comparison, kind: SectionKind) -> list[tuple[str | None, list[str]]]:
    section = comparison.section(kind)
    return [(one.ref, [line_of(change) for change in one.changes]) for one in section.entries] if section else []


def line_of(change: Change) -> str:
    assert not isinstance(change, SmileyChange)
    return loose(change.line)


def test_a_comparison_says_what_was_given_up_and_what_was_moved() -> None:
    comparison = compared(a_case(), 1, 3)

    assert listed(comparison, SectionKind.GIVEN_UP) == [("4.1", [f"Udgået i anden opfølgning: {REASON}"])]
    assert listed(comparison, SectionKind.MOVED) == [("4.2", [f"Ansvarligt udvalg: fra ”{CLIMATE}” til ”{CHILDREN}”"])]
    assert comparison.section(SectionKind.ENDED) is None
    assert "ét delelement er udgået" in loose(comparison.opening[1]).lower()
    assert listed(compared(a_case(), 1, 2), SectionKind.GIVEN_UP)
    assert listed(compared(a_case(), 2, 3), SectionKind.GIVEN_UP) == []


def test_a_new_name_is_no_change_and_a_committees_comparison_says_what_came_and_went() -> None:
    case = a_case()
    away, come = compared(case, 2, 3, CLIMATE), compared(case, 2, 3, CHILDREN)

    for comparison in (away, come):
        assert listed(comparison, SectionKind.MOVED) == [
            ("4.2", [f"Ansvarligt udvalg: fra ”{CLIMATE}” til ”{CHILDREN}”"])
        ]
        assert comparison.section(SectionKind.NEW) is None
        assert comparison.section(SectionKind.ENDED) is None
    assert listed(away, SectionKind.PLAN) == []


def test_an_issued_edition_is_compared_under_the_names_of_today() -> None:
    case = a_case()
    issued = build_edition(case, 2, TECHNICAL)

    assert under_names_of(case, issued, 3) == build_edition(case, 2, TECHNICAL).model_copy(
        update={
            "facts": issued.facts.model_copy(update={"committee": CLIMATE}),
            "chapters": build_edition(case, 2, CLIMATE, 3).chapters,
        }
    )


def test_an_edition_with_changes_is_the_same_after_json() -> None:
    for number in range(5):
        for committee in round_committees(a_case(), number):
            edition = build_edition(a_case(overblik="ja"), number, committee)
            assert Edition.model_validate_json(edition.as_json()) == edition
