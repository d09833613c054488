"""From a case to an edition: which items, which reports, and every word as it is printed."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from renderer import vocabulary
from renderer.edition import danish
from renderer.edition.edition import (
    ChapterPart,
    Definition,
    Edition,
    Face,
    Facts,
    Furniture,
    ItemTable,
    LabelledLine,
    Letter,
    Notice,
    ReadingGuide,
    Row,
    RowKind,
)
from renderer.edition.notices import Notices
from renderer.edition.overview.build import overview_of, previous_followup
from renderer.edition.titles import EditionTitle, edition_title, item_heading
from renderer.edition.typesetting import typeset
from renderer.errors import UnknownChoice
from renderer.model.agreement import Agreement, ContributorsLine, TypeLabel
from renderer.model.case import Case
from renderer.model.checkpoint import Checkpoint
from renderer.model.fixed_word import listed
from renderer.model.followup import FollowUp, Report
from renderer.model.item import Item, types_text
from renderer.model.prose import Prose
from renderer.model.smiley import Smiley, SmileyScale


@dataclass(frozen=True)
class _Whose:
    """Whose items an edition has: a committee's, a centre's, or everybody's where both are `None`."""

    committee: str | None
    centre: str | None = None

    @property
    def everybody(self) -> bool:
        return self.committee is None and self.centre is None

    def has(self, item: Item) -> bool:
        return self.committee in (None, item.committee) and self.centre in (None, item.centre)


_NO_ITEMS = "Der er ingen delelementer på udvalgets område i denne aftale."


def build_edition(case: Case, followup: int, committee: str | None = None, names_of: int | None = None) -> Edition:
    """Cut a case to one follow-up and one committee (`None` is the whole municipality).

    `names_of` is a later follow-up with which the edition is to be compared: committees and centres are named as they
    are then, `committee` too. Raises `UnknownChoice` where the case has no such follow-up or committee.
    """
    edition = _without_overview(case, followup, committee, names_of)
    return with_overview(case, edition) if case.agreement.overview else edition


def centre_edition(case: Case, followup: int, centre: str) -> Edition:
    """A case cut to one follow-up and the items of one centre, as a draft of them is sent to it; without an overview.

    Raises `UnknownChoice` where the case has no such follow-up, or the centre no items then.
    """
    return _without_overview(case, followup, None, centre=centre)


def with_overview(case: Case, edition: Edition) -> Edition:
    """The edition of a case with its overview, whether or not the agreement asks for one; a plan has none."""
    number = edition.facts.followup
    before = previous_followup(case, number)
    # Every item of it counts: one that is this committee's now may have been another's.
    previous = _without_overview(case, before, None, number) if before else None
    overview = overview_of(case, edition, previous)
    return edition.model_copy(update={"overview": overview}) if overview else edition


def _without_overview(
    case: Case, followup: int, committee: str | None, names_of: int | None = None, centre: str | None = None
) -> Edition:
    notices, case = Notices(case, followup, names_of), case.at(followup, names_of)
    agreement = case.agreement
    report = case.followup(followup) or _no_followup(case, followup)
    if committee is not None:
        committee = listed_committee(agreement, committee)
    if centre is not None:
        centre = _listed_centre(agreement, centre)
    title = edition_title(agreement, followup, committee, centre)
    whose = _Whose(committee, centre)
    chapters = tuple(
        part
        for position in range(len(agreement.chapters))
        if (part := _chapter(case, position, followup, whose, notices))
    )
    return Edition(
        facts=_facts(agreement, report, whose, title),
        letter=_letter(agreement, report, title),
        furniture=_furniture(agreement, report, title),
        chapters=chapters,
        smiley_words=agreement.smiley_words,
        empty_notice=None if any(part.items or part.departed for part in chapters) else _NO_ITEMS,
    )


def round_committees(case: Case, followup: int | None = None) -> list[str | None]:
    """The editions of a round: the whole municipality, then every committee that has items, in listed order.

    Committees as they are at the follow-up; `None` is the agreement as it was signed.
    """
    agreement = case.agreement if followup is None else case.agreement.at(followup)
    busy = {item.committee for item in agreement.items()}
    return [None, *(committee for committee in agreement.committees if committee in busy)]


def _no_followup(case: Case, number: int) -> FollowUp:
    numbers = [str(followup.number) for followup in case.followups]
    known = f"Sagen har opfølgning {danish.series(numbers)}." if numbers else "Sagen har ingen opfølgninger endnu."
    raise UnknownChoice(
        f"Sagen har ikke opfølgning {number}.", f"{known} Tilføj filen {vocabulary.followup_file(number)}."
    )


def listed_committee(agreement: Agreement, committee: str) -> str:
    """A committee by the name that the agreement has for it, whichever letters were typed small or capital.

    Raises `UnknownChoice`, naming the agreement's committees, where it does not have this one.
    """
    found = listed(committee, agreement.committees)
    if found is None:
        known = ", ".join(sorted(agreement.committees, key=danish.alphabetical))
        hint = f"Vælg et af udvalgene: {known}." if known else "Aftalen har ingen udvalg."
        raise UnknownChoice(f"Sagen har ikke udvalget »{committee}«.", hint)
    return found


def _listed_centre(agreement: Agreement, centre: str) -> str:
    """A centre that has items, by the name that the items have for it. Raises `UnknownChoice`, naming them."""
    busy = sorted({item.centre for item in agreement.items() if item.centre}, key=danish.alphabetical)
    found = listed(centre, busy)
    if found is None:
        hint = f"Vælg et af centrene: {', '.join(busy)}." if busy else "Skriv først de ansvarlige centre i planen."
        raise UnknownChoice(f"Centret »{centre}« har ingen delelementer i sagen.", hint)
    return found


def _facts(agreement: Agreement, followup: FollowUp, whose: _Whose, title: EditionTitle) -> Facts:
    return Facts(
        agreement_title=agreement.title,
        budget_year=agreement.budget_year,
        followup=followup.number,
        committee=whose.committee,
        centre=whose.centre,
        municipality=agreement.organisation.municipality,
        department=agreement.organisation.department,
        case_id=str(agreement.case_id),
        date=followup.date,
        title=title.full,
    )


def _letter(agreement: Agreement, followup: FollowUp, title: EditionTitle) -> Letter:
    contact = followup.contact
    lines = (
        (vocabulary.DATE_LABEL, danish.long_date(followup.date)),
        (vocabulary.PHONE_LABEL, contact.phone),
        (vocabulary.EMAIL_LABEL, contact.email),
        (vocabulary.CONTACT_LABEL, contact.name),
        (vocabulary.CASE_ID_LABEL, str(agreement.case_id)),
    )
    return Letter(
        municipality=agreement.organisation.municipality,
        department=agreement.organisation.department,
        lines=tuple(LabelledLine(label=label, value=danish.tied(value)) for label, value in lines if value),
        page_label="Side",
        title=_kept_whole(agreement.organisation.municipality, danish.tied(title.title)),
        subtitle=danish.tied(title.subtitle) if title.subtitle else None,
        guide=_guide(agreement),
    )


def _kept_whole(name: str, title: str) -> str:
    """The title with a no-break space within the name, so that `Kommune` does not stand alone on a line."""
    return title.replace(name, name.replace(" ", danish.NBSP))


def _guide(agreement: Agreement) -> ReadingGuide:
    scales = agreement.scales
    return ReadingGuide(
        heading=vocabulary.READING_GUIDE,
        prose=typeset(agreement.reading_guide),
        effort=_definition(vocabulary.EFFORT_DEFINITION, scales.effort),
        finances_prose=typeset(agreement.finances_guide),
        finances=_definition(vocabulary.FINANCES_DEFINITION, scales.finances),
    )


def _definition(heading: str, scale: SmileyScale) -> Definition:
    return Definition(heading=heading, faces=tuple(_face(scale, smiley) for smiley in scale.levels))


def _face(scale: SmileyScale, smiley: Smiley) -> Face:
    meaning = scale.meaning(smiley)
    word = smiley.value.capitalize()
    return Face(smiley=smiley, word=word, meaning=danish.tied(meaning) if meaning else None)


def _furniture(agreement: Agreement, followup: FollowUp, title: EditionTitle) -> Furniture:
    organisation = agreement.organisation
    sender = (organisation.municipality, organisation.department)
    return Furniture(
        head_left=danish.tied(title.full),
        head_right=danish.tied(f"Den {danish.long_date(followup.date)}"),
        foot_left=", ".join(name for name in sender if name),
        foot_right=danish.tied(f"{vocabulary.CASE_ID_LABEL}: {agreement.case_id}"),
    )


def _chapter(case: Case, position: int, followup: int, whose: _Whose, notices: Notices) -> ChapterPart | None:
    chapter = case.agreement.chapters[position]
    items = tuple(filter(whose.has, chapter.items))
    departed = notices.departed(chapter.items, whose.committee)
    if not items and not departed and (not whose.everybody or not chapter.introduction):
        return None
    return ChapterPart(
        anchor=f"kapitel-{position + 1}",
        heading=danish.tied(chapter.heading),
        introduction=typeset(chapter.introduction),
        items=tuple(
            _item(case, item, followup, f"delelement-{position + 1}-{number}", notices.of(item))
            for number, item in enumerate(items, 1)
        ),
        departed=departed,
    )


def _item(case: Case, item: Item, followup: int, anchor: str, notices: tuple[Notice, ...]) -> ItemTable:
    return ItemTable(
        ref=item.ref,
        anchor=anchor,
        heading=danish.tied(item_heading(item)),
        type_label=_type_label(case.agreement, item),
        time_label=vocabulary.TIME_LABEL,
        smiley_label=vocabulary.SMILEY_LABEL,
        agreement_text=typeset(item.agreement_text),
        responsibility=responsibility(case.agreement, item),
        description=typeset(item.description),
        rows=tuple(_rows(case, item, followup)),
        notices=notices,
    )


def _rows(case: Case, item: Item, followup: int) -> Iterator[Row]:
    rows = (*(_milestone(case, item, point, followup) for point in Checkpoint), _finances(case, item, followup))
    # Nobody will give the smileys that are missing on an item that is given up.
    no_longer = {"not_given": vocabulary.NO_LONGER_GIVEN}
    return (row.model_copy(update=no_longer) if item.given_up else row for row in rows)


def _type_label(agreement: Agreement, item: Item) -> str:
    types = types_text(item.types)
    if agreement.type_label is TypeLabel.SHORT and types:
        return types[0].upper() + types[1:]
    return f"{vocabulary.LONG_TYPE_LABEL} ({types})" if types else vocabulary.LONG_TYPE_LABEL


def responsibility(agreement: Agreement, item: Item) -> tuple[LabelledLine, ...]:
    """Who answers for an item, line by line."""
    several = len(item.contributors) > 1
    lines = [
        (vocabulary.CENTRE_LABEL, item.centre or ""),
        (vocabulary.COMMITTEE_LABEL, item.committee or ""),
    ]
    if item.contributors or agreement.contributors_line is ContributorsLine.ALWAYS:
        label = vocabulary.CONTRIBUTORS_LABEL if several else vocabulary.CONTRIBUTOR_LABEL
        lines.append((label, danish.series(item.contributors)))
    return tuple(LabelledLine(label=label, value=value) for label, value in lines)


def _milestone(case: Case, item: Item, checkpoint: Checkpoint, followup: int) -> Row:
    return _row(
        RowKind.MILESTONE,
        vocabulary.MILESTONE_LABEL,
        item.milestone(checkpoint),
        case.report(item, checkpoint, followup),
        case.agreement.scales.effort,
        checkpoint=checkpoint,
        time=danish.tied(checkpoint_time(checkpoint, case.agreement.budget_year)),
    )


def _finances(case: Case, item: Item, followup: int) -> Row:
    return _row(
        RowKind.FINANCES,
        vocabulary.FINANCES_LABEL,
        item.finances,
        case.finances_report(item, followup),
        case.agreement.scales.finances,
    )


def _row(
    kind: RowKind,
    label: str,
    text: Prose,
    report: Report | None,
    scale: SmileyScale,
    checkpoint: int | None = None,
    time: str = "",
) -> Row:
    return Row(
        kind=kind,
        checkpoint=checkpoint,
        label=label,
        text=typeset(text),
        status_label=vocabulary.STATUS_LABEL,
        status=typeset(report.status if report else Prose()),
        time=time,
        face=_face(scale, report.smiley) if report and report.smiley else None,
        not_given=vocabulary.NOT_YET_GIVEN,
    )


def checkpoint_time(checkpoint: Checkpoint, year: int) -> str:
    """The words of the time column: `2. budgetopfølgning 2018`, and `31.12.2018` for the year's end."""
    if checkpoint is Checkpoint.YEAR_END:
        return danish.column_date(datetime.date(year, 12, 31))
    return f"{checkpoint.value}. budgetopfølgning {year}"
