"""The overview of an edition: from its own items, and those of the follow-up before (what got worse: decision 0012)."""

from collections.abc import Iterator

from renderer import vocabulary
from renderer.edition import danish
from renderer.edition.comparing.developments import Development, developments
from renderer.edition.comparing.opening import number, opening, since
from renderer.edition.comparison import SectionKind
from renderer.edition.edition import Edition, RowKind
from renderer.edition.overview.blocks import GoneList, ItemList, ListKind, Mark, Overview
from renderer.edition.overview.counting import Counting, words
from renderer.edition.overview.gone import gone_items
from renderer.edition.overview.items import Developed, moved, sad, strip
from renderer.edition.titles import followup_name
from renderer.model.case import Case

_SMILEYS = {
    Mark.HAPPY: ("glad", "glade"),
    Mark.NEUTRAL: ("mellemfornøjet", "mellemfornøjede"),
    Mark.SAD: ("sur", "sure"),
}


def overview_of(case: Case, edition: Edition, previous: Edition | None) -> Overview | None:
    """The overview of an edition; `None` for a plan or an edition without items.

    `previous` is the edition of the follow-up before, for the same committee; `None` where there is none.
    """
    if edition.facts.followup == 0 or next(edition.counted_items(), None) is None:
        return None
    gone = gone_items(case, edition)
    case = case.at(edition.facts.followup)
    edition, previous, early = (
        edition.without_early_smileys(),
        previous.without_early_smileys() if previous else None,
        _early(edition),
    )
    developed = _developed(edition, previous) if previous else None
    moves = None if developed is None else {ref: [_move(one) for one in found] for ref, found in developed.items()}
    counting = Counting(case, edition, moves)
    marks = {*counting.effort_marks(), *counting.finances_marks(), Mark.OPEN, Mark.NONE}
    return Overview(
        anchor="overblik",
        heading=vocabulary.OVERVIEW,
        note=vocabulary.OVERVIEW_NOTE,
        opening=tuple(map(danish.tied, (*_opening(counting, developed, previous, gone), *early))),
        legend_label="Tegnforklaring",
        words=words(marks),
        counts=tuple(counting.tables()),
        strip=strip(edition, counting),
        development=counting.development(),
        lists=tuple(_lists(edition, developed, previous)),
        gone=gone,
        end=vocabulary.OVERVIEW_END,
    )


def _early(edition: Edition) -> tuple[str, ...]:
    """A sentence on the smileys that stand in the edition and are not counted; none where all of them are."""
    both = zip(edition.counted_items(), edition.without_early_smileys().counted_items(), strict=True)
    early = sum(one.face != other.face for was, now in both for one, other in zip(was.rows, now.rows, strict=True))
    if not early:
        return ()
    given = (
        "En smiley er givet, før dens" if early == 1 else f"{number(early).capitalize()} smileyer er givet, før deres"
    )
    return (f"{given} tidspunkt var kommet, og er ikke talt med.",)


def previous_followup(case: Case, followup: int) -> int | None:
    """The follow-up before one, or `None` where the case has none but the plan."""
    earlier = [one.number for one in case.followups if 0 < one.number < followup]
    return max(earlier, default=None)


def _developed(edition: Edition, previous: Edition) -> Developed:
    before = {item.ref: item for item in previous.items()}
    found: dict[str, list[Development]] = {}
    for item in edition.counted_items():
        if item.ref in before:
            found[item.ref] = list(developments(before[item.ref], item))
    return found


def _move(development: Development) -> tuple[RowKind, SectionKind]:
    return development.new.kind, development.section


def _opening(
    counting: Counting, developed: Developed | None, previous: Edition | None, gone: GoneList | None
) -> Iterator[str]:
    yield _given(counting)
    if developed is not None and previous is not None:
        kinds = [one.section for found in developed.values() for one in found]
        counts = {kind: kinds.count(kind) for kind in SectionKind}
        yield opening(previous.facts.followup, counting.followup, counts, new_reports=True)[0]
    if gone:
        count = len(gone.items)
        items = "delelement er" if count == 1 else "delelementer er"
        yield f"{number(count, neuter=True).capitalize()} {items} udgået og er ikke talt med."


def _given(counting: Counting) -> str:
    """How many smileys have been given for effort, and of which kind."""
    effort, until = counting.effort, followup_name(counting.followup).lower()
    given = effort.total - effort.open
    if not given:
        return f"Til og med {until} er der ikke givet smileyer for indsats."
    kinds = [f"{count} {_SMILEYS[mark][count != 1]}" for mark in _SMILEYS if (count := effort.of(mark))]
    smileys = "smiley" if given == 1 else "smileyer"
    said = f"Til og med {until} er der givet {given} {smileys} for indsats: {_series(kinds)}."
    if not effort.open:
        return said
    # In figures as the counts before it, and so not first in its sentence.
    return f"{said} Endnu er {effort.open} {'milepæl' if effort.open == 1 else 'milepæle'} ikke vurderet."


def _series(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} og {parts[-1]}" if len(parts) > 1 else parts[0]


def _lists(edition: Edition, developed: Developed | None, previous: Edition | None) -> Iterator[ItemList]:
    if developed is not None and previous is not None:
        then = since(previous.facts.followup)
        yield moved(edition, developed, ListKind.WORSE, then)
        yield moved(edition, developed, ListKind.BETTER, then)
    yield sad(edition)
