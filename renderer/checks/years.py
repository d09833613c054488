"""Years, dates and contact: one budget year throughout, and follow-ups in the order of the year."""

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise

from renderer import vocabulary
from renderer.checks.places import agreement_place, followup_place, milestone_place
from renderer.checks.view import Remark, View
from renderer.checks.wording import capital, followup_words
from renderer.edition.danish import long_date
from renderer.findings import Place
from renderer.model.agreement import Agreement
from renderer.model.checkpoint import Checkpoint

_YEAR = re.compile(r"(?<!\d)((?:19|20|21)\d\d)(?:\s?[-–/]\s?((?:19|20|21)\d\d))?(?!\d)")
_MONTH = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
# Words behind which the year can only be the agreement's own, in its title, its guide and its chapters' titles.
_OWN_YEAR = re.compile(
    r"(?:\bbudget(?:tet|året|aftalen?)?(?: for| til)?|\baftalen?|\bbudgetopfølgning|\b31\. december|\b31\.12\.) ?"
    r"((?:19|20|21)\d\d)\b",
    re.IGNORECASE,
)
# A milestone that is to be reached before its own year began was copied from the year before.
_DEADLINE = re.compile(
    rf"\b(?:inden|senest)(?: den| pr\.)? \d{{1,2}}\. (?:{_MONTH}) ((?:19|20|21)\d\d)\b|"
    r"\bbudgetopfølgning ((?:19|20|21)\d\d)\b",
    re.IGNORECASE,
)
# The first checkpoint may look back at the year before, for which the books were just closed.
_PERIOD = re.compile(
    r"(?:\b[1-4]\.|\b(?:første|andet|tredje|fjerde)) (?:halvår|kvartal) ((?:19|20|21)\d\d)\b", re.IGNORECASE
)
_YEAR_END = re.compile(r"\b31\. ?(?:december|12\.) ?((?:19|20|21)\d\d)\b", re.IGNORECASE)
_FAR = 20
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")


def contradicting_year(view: View) -> Iterator[Remark]:
    """A title, guide or milestone that names another year than the agreement's, where only its own makes sense."""
    agreement = view.agreement
    if not _covers(agreement.title, agreement.budget_year):
        years = " og ".join(dict.fromkeys(match[0] for match in _YEAR.finditer(agreement.title)))
        yield _contradiction(agreement, agreement_place(None, vocabulary.key("title")), "Aftalens titel", years)
    for place, what, text in _own_texts(agreement):
        for year in dict.fromkeys(_OWN_YEAR.findall(text)):
            if int(year) != agreement.budget_year:
                yield _contradiction(agreement, place, what, year)
    yield from _past_milestones(view)


def date_outside_year(view: View) -> Iterator[Remark]:
    """A follow-up dated where no follow-up of this budget year can be."""
    year = view.agreement.budget_year
    for followup in view.followups:
        first, last = _season(followup.number, year)
        if not first <= followup.date <= last:
            yield Remark(
                followup_place(followup.number, vocabulary.key("date")),
                f"{capital(followup_words(followup.number))} er dateret {long_date(followup.date)}, "
                f"men budgetåret er {year}.",
                "Ret datoen, eller ret budgetåret i aftalen.",
            )


def dates_go_backwards(view: View) -> Iterator[Remark]:
    """A follow-up that is not dated later than the one before it."""
    for earlier, later in pairwise(view.followups):
        if later.date <= earlier.date and later.number != earlier.number:
            yield Remark(
                followup_place(later.number, vocabulary.key("date")),
                f"{capital(followup_words(later.number))} er dateret {long_date(later.date)}, men "
                f"{followup_words(earlier.number)} er dateret {long_date(earlier.date)}.",
                "Ret den dato, der er forkert.",
            )


def case_opened_after_document(view: View) -> Iterator[Remark]:
    """A case id of a year that came after a document of the case."""
    for followup in view.followups[:1]:
        if _opened(view.agreement, followup.date.year) > followup.date.year:
            yield Remark(
                agreement_place(None, vocabulary.key("case_id")),
                f"Sagen {view.agreement.case_id} er efter sit sagsid oprettet senere end "
                f"{followup_words(followup.number)}, der er dateret {long_date(followup.date)}.",
                "Ret sagsid eller datoen.",
            )


def missing_contact(view: View) -> Iterator[Remark]:
    """A follow-up that does not say whom to ask."""
    for followup in view.followups:
        contact = followup.contact
        if not (contact.name or contact.phone or contact.email):
            yield Remark(
                followup_place(followup.number, vocabulary.key("contact")),
                f"Brevhovedet i {followup_words(followup.number)} siger ikke, hvem der kan kontaktes.",
                "Skriv navn, telefon eller e-mail under kontakt.",
            )


def broken_email(view: View) -> Iterator[Remark]:
    """An e-mail address that no mail can be sent to."""
    for followup in view.followups:
        email = followup.contact.email
        if email and not _EMAIL.fullmatch(email):
            yield Remark(
                followup_place(followup.number, vocabulary.key("contact"), vocabulary.key("email")),
                f"»{email}« er ikke en e-mailadresse.",
                "Skriv adressen som navn@kommune.dk.",
            )


def _opened(agreement: Agreement, near: int) -> int:
    """The year in which the case was opened, 0 where the case id does not say; two digits mean the year near by."""
    year = int(agreement.case_id.year or 0)
    century = near // 100 * 100 if 0 < year < 100 else 0
    return year + century - (100 if century and year + century > near + _FAR else 0)


def _contradiction(agreement: Agreement, place: Place, what: str, years: str) -> Remark:
    return Remark(
        place,
        f"{what} nævner {years}, men budgetåret er {agreement.budget_year}.",
        "Ret det årstal, der er forkert.",
    )


def _covers(title: str, year: int) -> bool:
    """Whether a title names no year, or this one, or a span of years with it."""
    spans = [(int(match[1]), int(match[2] or match[1])) for match in _YEAR.finditer(title)]
    return not spans or any(first <= year <= last for first, last in spans)


def _own_texts(agreement: Agreement) -> Iterator[tuple[Place, str, str]]:
    """Place, name in a sentence, and text of everything that speaks of the agreement itself."""
    for field in ("reading_guide", "finances_guide"):
        yield agreement_place(None, vocabulary.key(field)), "Læsevejledningen", getattr(agreement, field).plain
    for position, chapter in enumerate(agreement.chapters, 1):
        place = agreement_place(None, vocabulary.key("chapters"), position, vocabulary.key("title"))
        yield place, "Kapitlets titel", chapter.title


def _past_milestones(view: View) -> Iterator[Remark]:
    for item in view.items:
        for checkpoint, text in item.milestones.items():
            found = ["".join(match) for match in _DEADLINE.findall(text.plain)]
            found += _PERIOD.findall(text.plain) if checkpoint > Checkpoint.FIRST else []
            found += _YEAR_END.findall(text.plain) if checkpoint is Checkpoint.YEAR_END else []
            for year in dict.fromkeys(found):
                if int(year) < view.agreement.budget_year:
                    yield _contradiction(view.agreement, milestone_place(item, checkpoint), "Milepælen", year)


def _season(number: int, year: int) -> tuple[datetime.date, datetime.date]:
    """The first and last day on which a follow-up of a budget year can be dated.

    The plan is made from the summer before the budget year on, the last follow-up after the books are closed.
    """
    if number == 0:
        return datetime.date(year - 1, 7, 1), datetime.date(year, 12, 31)
    if number == Checkpoint.YEAR_END:
        return datetime.date(year, 11, 1), datetime.date(year + 1, 12, 31)
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
