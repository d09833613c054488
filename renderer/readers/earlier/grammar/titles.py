"""The title of a follow-up in all its printed forms, taken apart.

Udmøntning af, og status på <aftale> [for <kommune>]                 the plan, follow-up 0
Anden opfølgning på <aftale> for <kommune eller udvalg>              one sentence
Fjerde og sidste opfølgning på <aftale> på <udvalgs> område          a committee by its area
Udmøntning af <aftale> for <udvalgs> ansvarsområde                   the plan, or a title whose subtitle follows
1. budgetopfølgning 2015 / Den politiske aftale for budget 2015       the oldest
Udmøntning af <aftale> / Tredje opfølgning for <...>                 title and subtitle
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from renderer.edition.danish import genitive
from renderer.model.agreement import CommitteeForm, PlanForm, TitleForm
from renderer.vocabulary import LAST_FOLLOWUP

_ORDINALS = {"første": 1, "anden": 2, "andet": 2, "tredje": 3, "fjerde": 4, "1.": 1, "2.": 2, "3.": 3, "4.": 4}
_ORDINALS |= dict.fromkeys(("sidste", "endelig", "endelige", "afsluttende"), LAST_FOLLOWUP)
_ORDINAL = rf"(?P<ordinal>{'|'.join(re.escape(word) for word in _ORDINALS)})\s+(?:og\s+sidste\s+)?"
_NAME = rf"{_ORDINAL}opfølgning"
_BUDGET_FOLLOWUP = rf"{_ORDINAL}budgetopfølgning(?:\s+\d{{4}})?"
_ONE = re.compile(rf"{_ORDINAL}(?:budget)?opfølgning\s+på\s+(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_PLAN = re.compile(r"Udmøntning\s+af\s*,?\s+og\s+(?:første\s+)?status\s+på\s+(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_IMPLEMENTATION = re.compile(r"Udmøntning\s+af\s+(?P<rest>.+)", re.IGNORECASE | re.DOTALL)
_SUBTITLE = re.compile(rf"{_NAME}(?P<rest>\s+(?:for|på)\s+.+)?", re.IGNORECASE | re.DOTALL)
_INNER_SUBTITLE = re.compile(
    rf"(?<!\s)(?:(?:\s+[–-])?\s+(?={_NAME}\s+(?:for|på)\s)|\s+[–-]\s+(?=\S+ opfølgning$))", re.IGNORECASE
)
_BEGINNING = re.compile(rf"{_ORDINAL}(?:budget)?opfølgning\b|Udmøntning\s+af\b", re.IGNORECASE)
_AREA = re.compile(
    r"(?<!\s)\s+(?:på|for|inden\s+for|under)\s+(?P<name>\S.{0,300}?)(?<!\s)\s+(?P<form>(?:ansvars)?område)$",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?<!\s)\s+for\s+(?=\S)")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_BUDGET_YEAR = re.compile(r"budget\w*\s+((?:19|20|21)\d\d)", re.IGNORECASE)
_COMMITTEE = re.compile(r"udvalg(?:et)?\b|komité", re.IGNORECASE)
_MUNICIPALITY = re.compile(r"(?:kommune|region\w*)$", re.IGNORECASE)
_LONGEST = 45
_AGREEMENT = (
    r"(?:(?:Budgetaftale|Aftale\s+om\s+budget\w*|Budgetforlig|(?:Den\s+)?politiske?\s+aftale\s+(?:for|om|til)\s+budget\w*)"
    r"\s+(?:for\s+)?\d{4}.*)"
)
AGREEMENT = re.compile(_AGREEMENT, re.IGNORECASE | re.DOTALL)
_BY_BUDGET = re.compile(rf"{_BUDGET_FOLLOWUP}(?:\s*[–-])?\s+(?P<rest>{_AGREEMENT})", re.IGNORECASE | re.DOTALL)
BUDGET_FOLLOWUP = re.compile(_BUDGET_FOLLOWUP, re.IGNORECASE)
"""`1. budgetopfølgning 2015` alone: a title, where the agreement's stands below it."""


@dataclass(frozen=True)
class Scope:
    """Whom a document is for: the municipality or one committee; both `None` where the title does not say."""

    municipality: str | None = None
    committee: str | None = None
    committee_form: CommitteeForm | None = None


@dataclass(frozen=True)
class Title:
    """A title taken apart; `followup` and `form` are `None` where the title leaves them open."""

    agreement: str
    followup: int | None
    form: TitleForm | None
    scope: Scope
    plan_form: PlanForm | None = None


def read_title(text: str, committees: Collection[str] = (), municipality: str | None = None) -> Title | None:
    """Take a title (with its subtitle, if that stands in the same line) apart; `None` when it is no such title."""
    text = " ".join(text.split())
    if text.endswith(".") or len(text.split()) > _LONGEST:
        return None
    if found := _PLAN.fullmatch(text):
        agreement, scope = _with_scope(found["rest"], committees, municipality)
        return Title(agreement, 0, None, scope, PlanForm.WITH_STATUS)
    if found := _ONE.fullmatch(text) or _BY_BUDGET.fullmatch(text):
        agreement, scope = _with_scope(found["rest"], committees, municipality)
        return Title(agreement, _ORDINALS[found["ordinal"].lower()], TitleForm.ONE, scope)
    if found := _IMPLEMENTATION.fullmatch(text):
        inner = _INNER_SUBTITLE.search(found["rest"])
        if inner:
            title = Title(found["rest"][: inner.start()], None, None, Scope())
            return with_subtitle(title, found["rest"][inner.end() :], committees, municipality)
        agreement, scope = _with_scope(found["rest"], committees, municipality)
        return Title(agreement, None, TitleForm.WITH_SUBTITLE, scope)
    return None


def begins_title(text: str) -> bool:
    """Whether a line begins as a title does, whatever its other lines say."""
    return bool(_BEGINNING.match(text.lstrip()))


def with_subtitle(
    title: Title, subtitle: str, committees: Collection[str] = (), municipality: str | None = None
) -> Title | None:
    """The title completed by a subtitle such as `Tredje opfølgning for Ballerup Kommune`, or `None`."""
    found = _SUBTITLE.fullmatch(" ".join(subtitle.split()))
    if not found:
        return None
    _, scope = _with_scope(found["rest"] or "", committees, municipality)
    said = scope if found["rest"] else title.scope
    return Title(title.agreement, _ORDINALS[found["ordinal"].lower()], TitleForm.WITH_SUBTITLE, said)


def as_plan(title: Title) -> Title:
    """`Udmøntning af <aftale>`, which no subtitle followed, as the title of the plan."""
    return replace(title, followup=0, form=None, plan_form=PlanForm.PLAIN)


def budget_year(agreement: str) -> str | None:
    """The year of the budget that an agreement's title names, or `None`."""
    found = _BUDGET_YEAR.search(agreement)
    years = _YEAR.findall(agreement)
    return found[1] if found else years[0] if years else None


def _with_scope(text: str, committees: Collection[str], municipality: str | None) -> tuple[str, Scope]:
    """The agreement's title and the scope that ends it.

    Rules: a name that the document knows; else what follows the last year; else a municipality's or a committee's form.
    """
    for committee in sorted(committees, key=len, reverse=True):
        for ending, form in (
            (f" for {committee}", CommitteeForm.FOR),
            (f" på {genitive(committee)} område", CommitteeForm.AREA),
            (f" for {genitive(committee)} ansvarsområde", CommitteeForm.RESPONSIBILITY),
        ):
            if text.casefold().endswith(ending.casefold()):
                return text[: -len(ending)].strip(), Scope(committee=committee, committee_form=form)
    if municipality and text.endswith(f" for {municipality}"):
        return text.removesuffix(f" for {municipality}"), Scope(municipality=municipality)
    years = list(_YEAR.finditer(text))
    start = years[-1].end() if years else 0
    if area := _AREA.search(text, start):
        form = CommitteeForm(area["form"].lower())
        return text[: area.start()], Scope(committee=_nominative(area["name"]), committee_form=form)
    for found in _FOR.finditer(text, start):
        scope = _by_form(text[found.end() :])
        if scope:
            return text[: found.start()], scope
    return text.strip(), Scope()


def _by_form(name: str) -> Scope | None:
    if _MUNICIPALITY.search(name):
        return Scope(municipality=name)
    if _COMMITTEE.search(name):
        return Scope(committee=name, committee_form=CommitteeForm.FOR)
    return None


def _nominative(owner: str) -> str:
    """`Økonomiudvalgets` -> `Økonomiudvalget`; the name before the owner's ending."""
    return re.sub(r"(?:[’'`]s?|s)$", "", owner)
