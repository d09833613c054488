"""Smileys: given at the right time, for something, with an explanation and a meaning."""

import re
from collections.abc import Iterator

from renderer import vocabulary
from renderer.checks.places import agreement_place, followup_place, report_place
from renderer.checks.view import GivenReport, Remark, View
from renderer.checks.wording import capital, either, followup_words, time_words
from renderer.model.checkpoint import Checkpoint
from renderer.model.followup import ItemStatus, in_time
from renderer.model.item import Item
from renderer.model.smiley import Smiley, SmileyScale

_AMOUNT = re.compile(r"\d\s*(?:mio\.?|mia\.?|kr\b)", re.IGNORECASE)
_MILESTONE_LATE = "Skriv en kort status om, hvad der mangler, og hvornår det ventes nået."
_MONEY_SHORT = "Skriv en kort status om, hvorfor pengene ikke passer, og hvor de i stedet skal komme fra."


def smiley_before_its_time(view: View) -> Iterator[Remark]:
    """A smiley for a checkpoint that had not come: it is no answer, whenever the document is made."""
    for given in view.given:
        if given.report.smiley and not given.in_time:
            yield Remark(
                given.place,
                f"Smileyen for {_what(view, given)} er givet i {followup_words(given.followup)}, "
                "før tidspunktet var kommet.",
                "Slet smileyen, eller flyt den til den opfølgning, hvor den skal gives.",
            )


def reports_in_plan(view: View) -> Iterator[Remark]:
    """A smiley or a status in the file of the plan, which has none."""
    plan = view.case.followup(0)
    statuses = plan.statuses if plan else {}
    for item in view.items:
        status = statuses.get(item.ref, ItemStatus())
        for point in (*Checkpoint, None):
            if report := status.report(point):
                yield Remark(
                    report_place(0, item, point),
                    f"Her står {'en smiley' if report.smiley else 'en status'}, men udmøntningen har ingen. "
                    "Det bliver ikke trykt og er intet svar.",
                    "Slet det, eller flyt det til den opfølgning, hvor det skal meldes.",
                )


def missing_smiley(view: View) -> Iterator[Remark]:
    """A milestone without a smiley although its checkpoint has passed."""
    reporting = {followup.number for followup in view.followups if followup.statuses}
    words = either(view.agreement.scales.effort.levels or tuple(Smiley))
    for item, checkpoint in _reached_milestones(view):
        given = view.report_of.get((item.ref, checkpoint))
        followup = given.followup if given and given.in_time else view.reporting_file(checkpoint)
        if followup in reporting and not _has_smiley(given) and not _earlier_smiley(view, item, checkpoint):
            time = time_words(checkpoint, view.agreement.budget_year)
            yield Remark(
                report_place(followup, item, checkpoint),
                f"Milepælen for {time} har ingen smiley, selv om tidspunktet er kommet.",
                f"Giv milepælen en smiley: {words}.",
            )


def lost_smiley(view: View) -> Iterator[Remark]:
    """A newer report without a smiley, behind which an earlier smiley disappears from the document."""
    for given in view.reports:
        earlier = _earlier_smiley(view, given.item, given.checkpoint)
        if earlier is not None and not given.report.smiley:
            yield Remark(
                given.place,
                f"Smileyen fra {followup_words(earlier)} falder bort, fordi {followup_words(given.followup)} "
                "melder en status uden smiley.",
                "Gentag smileyen ved den nye status.",
            )


def smiley_without_milestone(view: View) -> Iterator[Remark]:
    """A smiley where no milestone was set."""
    for given in view.reports:
        if given.report.smiley and given.checkpoint and not given.item.milestone(given.checkpoint):
            yield Remark(
                given.place,
                f"Der er givet en smiley, men der er ingen milepæl for {_what(view, given)}.",
                f"Slet smileyen, eller skriv milepælen i {vocabulary.AGREEMENT_FILE}.",
            )


def missing_status(view: View) -> Iterator[Remark]:
    """A smiley that is not happy, and no status that says why."""
    for given in view.reports:
        smiley = given.report.smiley
        if smiley and smiley is not Smiley.HAPPY and not given.report.status and not given.item.given_up:
            yield Remark(
                given.place,
                f"Smileyen er {smiley.value}, men ingen status forklarer hvorfor.",
                _MILESTONE_LATE if given.checkpoint else _MONEY_SHORT,
            )


def smiley_without_meaning(view: View) -> Iterator[Remark]:
    """A smiley that the agreement's scale does not use; a scale without any is another rule's."""
    for given in view.reports:
        key, scale = _scale(view, given.checkpoint)
        smiley = given.report.smiley
        if smiley and scale.levels and smiley not in scale.levels:
            path = vocabulary.field_path(vocabulary.key("scales"), key)
            yield Remark(
                given.place,
                f"Smileyen {smiley.value} har ingen betydning i aftalens skala for {key}.",
                f"Brug {either(scale.levels)}, eller skriv betydningen under {path} i {vocabulary.AGREEMENT_FILE}.",
            )


def missing_scale(view: View) -> Iterator[Remark]:
    """An agreement that does not say what its smileys mean."""
    for checkpoint in (Checkpoint.FIRST, None):
        key, scale = _scale(view, checkpoint)
        if not scale.levels:
            yield Remark(
                agreement_place(None, vocabulary.key("scales"), key),
                f"Aftalen siger ikke, hvad smileyerne for {key} betyder.",
                "Skriv betydningen af hver smiley, så den kan stå i læsevejledningen.",
            )


def finances_without_smiley(view: View) -> Iterator[Remark]:
    """Finances that name an amount and got no smiley, in a follow-up that gave others theirs."""
    newest = max(
        (given.followup for given in view.reports if given.checkpoint is None and given.report.smiley), default=0
    )
    for item in view.asked if newest else ():
        given = view.report_of.get((item.ref, None))
        is_lost = _earlier_smiley(view, item, None) is not None
        if _AMOUNT.search(item.finances.plain) and not _has_smiley(given) and not is_lost:
            yield Remark(
                report_place(newest, item, None),
                "Økonomien har ingen smiley, selv om andre delelementer har fået en.",
                f"Giv økonomien en smiley: {either(view.agreement.scales.finances.levels or tuple(Smiley))}.",
            )


def finances_of_earlier(view: View) -> Iterator[Remark]:
    """A smiley for finances that the newest follow-up prints, and an earlier one gave.

    One remark for the whole follow-up where it reports no finances at all; none where it reports nothing yet. See
    docs/decisions/0006.
    """
    newest = next((each for each in view.followups if each.number == view.up_to and each.statuses), None)
    carried = [given for given in view.reports if given.checkpoint is None and given.followup < view.up_to]
    old = [given for given in carried if given.report.smiley and not given.item.given_up]
    if newest is None or not old:
        return
    words, file = followup_words(newest.number), vocabulary.followup_file(newest.number)
    if not any(status.finances for status in newest.statuses.values()):
        yield Remark(
            followup_place(newest.number, vocabulary.key("statuses")),
            f"Økonomien er ikke meldt i {words}; alle smileyer for økonomi er fra tidligere opfølgninger.",
            f"Spørg centrene, om smileyerne stadig gælder, og skriv svarene i {file}.",
        )
        return
    for given in old:
        yield Remark(
            report_place(newest.number, given.item, None),
            f"Økonomien er ikke meldt i {words}; smileyen er fra {_short_words(given.followup)}.",
            f"Spørg centret, om smileyen stadig gælder, og skriv svaret i {file}.",
        )


def _short_words(number: int) -> str:
    """`første` for the first follow-up, where the word »opfølgning« was said before."""
    return followup_words(number).removesuffix(" opfølgning")


def followup_without_reports(view: View) -> Iterator[Remark]:
    """A follow-up that reports nothing at all."""
    for followup in view.followups:
        if followup.number and not followup.statuses and view.items:
            yield Remark(
                followup_place(followup.number, vocabulary.key("statuses")),
                f"{capital(followup_words(followup.number))} melder ingen status på noget delelement.",
                "Skriv delelementernes smileyer og statustekster under status.",
            )


def _reached_milestones(view: View) -> Iterator[tuple[Item, Checkpoint]]:
    for item in view.asked:
        for checkpoint in item.milestones:
            if checkpoint <= view.up_to:
                yield item, checkpoint


def _earlier_smiley(view: View, item: Item, checkpoint: Checkpoint | None) -> int | None:
    """The newest follow-up that gave a smiley which a newer report without one hides."""
    given = view.report_of.get((item.ref, checkpoint))
    if given is None or given.report.smiley:
        return None
    reports = view.all_reports(item)
    earlier = [
        number for point, number, report in reports if point == checkpoint and report.smiley and in_time(number, point)
    ]
    return max(earlier, default=None)


def _has_smiley(given: GivenReport | None) -> bool:
    return given is not None and given.report.smiley is not None


def _scale(view: View, checkpoint: Checkpoint | None) -> tuple[str, SmileyScale]:
    scales = view.agreement.scales
    if checkpoint is None:
        return vocabulary.key("finances"), scales.finances
    return vocabulary.key("effort"), scales.effort


def _what(view: View, given: GivenReport) -> str:
    return time_words(given.checkpoint, view.agreement.budget_year) if given.checkpoint else "økonomi"
