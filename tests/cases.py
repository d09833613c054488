"""Hypothesis strategies for whole cases, of every form that the model allows and the real documents show.

Every case is canonical: it equals itself after `model_dump(mode="json")` and back, and also after its statuses
and milestones without content are left out. The sample builders that involve no chance are in `samples.py`.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from hypothesis import strategies as st

from renderer.model.agreement import (
    Agreement,
    Chapter,
    CommitteeForm,
    ContributorsLine,
    Organisation,
    PlanForm,
    TitleForm,
    TypeLabel,
)
from renderer.model.case import Case, Waiver
from renderer.model.case_id import CaseId
from renderer.model.changes import GivenUp, Move, NewName, named_at
from renderer.model.checkpoint import Checkpoint
from renderer.model.deadline import Deadline
from renderer.model.followup import Contact, FollowUp, ItemStatus, Report
from renderer.model.item import BudgetType, Item, numbered_ref, title_ref
from renderer.model.prose import Prose
from renderer.model.smiley import SmileyScale, SmileyScales
from tests.samples import large_case, small_case
from tests.signed_agreements import signed_agreements
from tests.written_prose import ALL_FORMS, PLAIN, Forms, paragraphs, proses

__all__ = ["ALL_FORMS", "PLAIN", "Forms", "Shape", "cases", "large_case", "small_case"]

CENTRES = (
    "Arbejdsmarked", "By, Erhverv og Miljø", "HR og Organisationsudvikling", "Skoler, Institutioner og Kultur",
    "Økonomi og Styring", "Social og Sundhed", "Borgerservice", "Ejendomme", "Børne- og Ungerådgivningen",
)  # fmt: skip
COMMITTEES = (
    "Økonomiudvalget", "Erhvervs- og Beskæftigelsesudvalget", "Børne- og Skoleudvalget", "Teknik- og Miljøudvalget",
    "Social- og Sundhedsudvalget", "Kultur- og Fritidsudvalget",
)  # fmt: skip
CHAPTERS = (
    "Erhverv og Beskæftigelse", "Børn og Unge", "Kultur, Idræt og Fritid", "Miljø, Teknik og Byudvikling",
    "Social og Sundhed", "Ældre", "Økonomi, Effektivisering og Organisation",
)  # fmt: skip
TOPICS = (
    "Dialog med erhvervslivet", "Flere i fleksjob", "Åben Hal i Måløv", "Cykelsti langs Åparken", "Pulje til støjværn",
    "Investeringer i børne- og ungeområdet", "”Sammen om maden”", "Frit valg på ældreområdet", "Billigere indkøb",
    "Flere job i Ballerup Kommune - flere unge i uddannelse", "Forsøg med 4-dages uge", "It i dagtilbud (fase 2)",
    "Analyse af kommunens ejendomme, arealer og anlæg med henblik på at samle flere funktioner under ét tag",
    "Særlig indsats for ikke-vestlige kvinder", "Ø-bus", "Rådhus 2.0",
)  # fmt: skip
TYPES = (
    (BudgetType.OPERATING,), (BudgetType.CAPITAL,), (BudgetType.OPERATING, BudgetType.CAPITAL),
    (BudgetType.CAPITAL, BudgetType.OPERATING), (BudgetType.OTHER_FINANCING,),
    (BudgetType.OTHER_FINANCING, BudgetType.OPERATING),
)  # fmt: skip
CASE_IDS = ("00.30.00-S00-9-16", "00.30.00-S00-6-16", "00.30.02-G01-2-18", "00.30.00-S00-12-2017")
NAMES = ("Aase Ørum", "Bo Sørensen", "Éva Kjær-Müller", "Ida Holm")

_EFFORT = SmileyScale(
    happy="Milepælen er nået",
    neutral="Milepælen er ikke nået, men målet for året kan stadig nås",
    sad="Milepælen er ikke nået, og målet for året kan ikke nås",
)
_FINANCES = SmileyScale(happy="Budgettet holder", neutral="Der er usikkerhed", sad="Budgettet holder ikke")


@dataclass(frozen=True)
class Shape:
    """What the cases may hold; a test of a format that cannot carry something narrows it.

    `followups`: the numbers that may occur (some of them do; with `every_followup` all of them).
    `unused_names`: the lists of centres and committees also hold names that no item uses; without it they hold
    those in use alone, in the order in which they first occur (centre before contributors).
    `own_refs`: some items have another ref than the one that follows from number and title.
    `missing_facts`: types, centre, committee, contact, guides and meanings may be absent.
    `early_reports`: a follow-up may report checkpoints that have not come.
    `deadlines`: the agreement may name days, which no document carries. `overview`: it may ask for an overview.
    `signed`: the case may hold the signed agreement itself, which no follow-up document carries.
    `mid_year`: items may be given up or moved, and committees and centres renamed, in the middle of the year.
    """

    forms: Forms = ALL_FORMS
    followups: tuple[int, ...] = (0, 1, 2, 3, 4)
    every_followup: bool = False
    most_chapters: int = 3
    most_items: int = 3
    unnumbered_chapters: bool = True
    introductions: bool = True
    empty_chapters: bool = True
    unused_names: bool = True
    own_refs: bool = True
    missing_facts: bool = True
    early_reports: bool = True
    waivers: bool = True
    deadlines: bool = True
    overview: bool = True
    signed: bool = False
    mid_year: bool = False
    fixed: dict[str, Any] = field(default_factory=dict)
    """Fields of the agreement that are given and not drawn (by their English names)."""


@st.composite
def cases(draw: st.DrawFn, /, shape: Shape | None = None, **changes: Any) -> Case:
    """A case; `changes` are fields of `Shape`, so `cases(forms=PLAIN)` narrows the usual shape."""
    shape = replace(shape or Shape(), **changes)
    chapters = draw(_chapters(shape))
    agreement = draw(_agreements(shape, chapters))
    if shape.mid_year:
        agreement = draw(_changing(agreement))
    numbers = shape.followups if shape.every_followup else draw(_some(shape.followups))
    followups = tuple(draw(_followups(shape, agreement, number)) for number in numbers)
    signed = draw(st.one_of(st.none(), signed_agreements(shape.forms))) if shape.signed else None
    waivers = draw(_waivers(shape, agreement))
    return Case(agreement=agreement, signed=signed, followups=followups, waivers=waivers)


def _some(numbers: Sequence[int]) -> st.SearchStrategy[list[int]]:
    return st.lists(st.sampled_from(numbers), unique=True, min_size=min(1, len(numbers))).map(sorted)


def _emails(centres: Sequence[str]) -> st.SearchStrategy[dict[str, str]]:
    if not centres:
        return st.just({})
    known = st.sampled_from(("center@kommune.dk", "bente.holm@kommune.dk, leder@center.kommune.dk"))
    return st.dictionaries(st.sampled_from(centres), known, max_size=3)


@st.composite
def _agreements(draw: st.DrawFn, shape: Shape, chapters: tuple[Chapter, ...]) -> Agreement:
    items = [item for chapter in chapters for item in chapter.items]
    centres = [name for item in items for name in (item.centre, *item.contributors) if name]
    committees = [item.committee for item in items if item.committee]
    year = draw(st.integers(2012, 2031))
    named_centres = draw(_listed(shape, centres, CENTRES))
    drawn = {
        "title": draw(st.sampled_from((f"Aftale om budget {year}", f"Budgetaftale {year}-{year + 3}"))),
        "budget_year": year,
        "case_id": CaseId.parse(draw(st.sampled_from(CASE_IDS))),
        "organisation": draw(_organisations(shape)),
        "committees": draw(_listed(shape, committees, COMMITTEES)),
        "centres": named_centres,
        "centre_emails": draw(_emails(named_centres)) if shape.deadlines else {},
        "scales": draw(_scales(shape)),
        "reading_guide": draw(proses(shape.forms, empty=shape.missing_facts)),
        "finances_guide": draw(proses(shape.forms, empty=shape.missing_facts)),
        "title_form": draw(st.sampled_from(TitleForm)),
        "plan_form": draw(st.sampled_from(PlanForm)),
        "committee_form": draw(st.sampled_from(CommitteeForm)),
        "type_label": draw(st.sampled_from(TypeLabel)),
        "contributors_line": draw(st.sampled_from(ContributorsLine)),
        "smiley_words": draw(st.booleans()),
        "overview": draw(st.booleans()) if shape.overview else False,
        "deadlines": draw(_deadlines(year)) if shape.deadlines else {},
    }
    return Agreement(chapters=chapters, **{**drawn, **shape.fixed})


@st.composite
def _changing(draw: st.DrawFn, agreement: Agreement) -> Agreement:
    """The agreement with items that are given up or moved, and with names that are new, in the middle of the year."""
    lists = {"committees": (*agreement.committees, "Klimaudvalget"), "centres": (*agreement.centres, "Klima og Natur")}
    agreement = agreement.model_copy(update={key: tuple(dict.fromkeys(names)) for key, names in lists.items()})
    old = draw(st.lists(st.sampled_from((*agreement.committees, *agreement.centres)), unique=True, max_size=2))
    new_names = tuple(NewName(followup=draw(_ROUNDS), name=name, new_name=f"{name} og Idræt") for name in old)
    chapters = tuple(
        chapter.model_copy(update={"items": tuple(draw(_changing_item(item, new_names)) for item in chapter.items)})
        for chapter in agreement.chapters
    )
    return agreement.model_copy(update={"chapters": chapters, "new_names": new_names})


@st.composite
def _changing_item(draw: st.DrawFn, item: Item, new_names: tuple[NewName, ...]) -> Item:
    reasons = st.sampled_from(("Kommunalbestyrelsen har besluttet det.", "Puljen fra staten er faldet bort: 0,5 mio."))
    numbers = draw(st.lists(_ROUNDS, unique=True, max_size=2))
    to = st.sampled_from(((None, "Klimaudvalget"), ("Klima og Natur", None), ("Klima og Natur", "Klimaudvalget")))
    moves = []
    for number in sorted(numbers):
        centre, committee = (name and named_at(name, new_names, 0, number) for name in draw(to))
        reason = draw(st.one_of(st.none(), reasons))
        moves.append(Move(followup=number, centre=centre, committee=committee, reason=reason))
    given_up = GivenUp(followup=draw(_ROUNDS), reason=draw(reasons)) if draw(st.booleans()) else None
    return item.model_copy(update={"moves": tuple(moves), "given_up": given_up})


_ROUNDS = st.integers(1, 4)


def _deadlines(year: int) -> st.SearchStrategy[dict[int, Deadline]]:
    day = st.one_of(st.none(), st.dates(datetime.date(year, 1, 1), datetime.date(year, 12, 31)))
    both = st.builds(Deadline, reporting=day, meeting=day)
    return st.dictionaries(st.integers(0, 4), both, max_size=2)


def _organisations(shape: Shape) -> st.SearchStrategy[Organisation]:
    departments = ["Økonomi og Styring", "Center for Økonomi", *([None] if shape.missing_facts else [])]
    municipalities = ("Ballerup Kommune", "Næstved Kommune", "Aarhus Kommune")
    names = st.tuples(st.sampled_from(municipalities), st.sampled_from(departments))
    return names.map(lambda two: Organisation(municipality=two[0], department=two[1]))


@st.composite
def _listed(draw: st.DrawFn, shape: Shape, used: list[str], names: Sequence[str]) -> tuple[str, ...]:
    in_use = dict.fromkeys(used)
    if not shape.unused_names:
        return tuple(in_use)
    more = draw(st.lists(st.sampled_from(names), max_size=2))
    return tuple(draw(st.permutations(list(dict.fromkeys((*in_use, *more))))))


@st.composite
def _scales(draw: st.DrawFn, shape: Shape) -> SmileyScales:
    two_levels = {"neutral": None}
    effort = draw(st.sampled_from((_EFFORT, _EFFORT, _EFFORT.model_copy(update=two_levels))))
    finances = draw(st.sampled_from((_FINANCES, _FINANCES.model_copy(update=two_levels))))
    if shape.missing_facts and draw(st.integers(0, 7)) == 7:
        finances = SmileyScale()
    return SmileyScales(effort=effort, finances=finances)


@st.composite
def _chapters(draw: st.DrawFn, shape: Shape) -> tuple[Chapter, ...]:
    titles = draw(st.lists(st.sampled_from(CHAPTERS), unique=True, min_size=1, max_size=shape.most_chapters))
    topics = iter(draw(st.permutations(TOPICS)))
    chapters: list[Chapter] = []
    for number, title in enumerate(titles, draw(st.integers(1, 3))):
        numbered = not shape.unnumbered_chapters or draw(st.integers(0, 5)) < 5
        fewest = 0 if shape.empty_chapters and chapters else 1
        count = draw(st.integers(fewest, shape.most_items))
        heads = draw(_heads(number, [next(topics) for _ in range(count)])) if count else []
        chapters.append(
            Chapter(
                number=str(number) if numbered else None,
                title=title,
                introduction=draw(proses(shape.forms, empty=True)) if shape.introductions else Prose(),
                items=tuple(draw(_items(shape, number, topic)) for number, topic in heads),
            )
        )
    return tuple(chapters)


@st.composite
def _heads(draw: st.DrawFn, chapter: int, topics: list[str]) -> list[tuple[str | None, str]]:
    """Number and title of each item in a chapter: numbers of all forms in order, parts, then items without one."""
    padded, deep = draw(st.booleans()), draw(st.booleans())
    unnumbered = draw(st.integers(0, 1)) if len(topics) > 1 else 0
    heads: list[tuple[str | None, str]] = []
    position = draw(st.sampled_from((1, 1, 8, 9)))
    for topic in topics[: len(topics) - unnumbered]:
        number = f"{chapter}.{position:02d}" if padded else f"{chapter}.{position}"
        match draw(st.integers(0, 3)):
            case 3:
                heads += [(number, f"{topic} – del 1"), (number, f"{topic} – del 2")]
            case 2 if deep:
                heads += [(f"{number}.1", topic), (f"{number}.2", f"{topic} i Skovlunde")]
            case _:
                heads.append((number, topic))
        position += 1
    return heads + [(None, topic) for topic in topics[len(topics) - unnumbered :]]


@st.composite
def _items(draw: st.DrawFn, shape: Shape, number: str | None, title: str) -> Item:
    ref = numbered_ref(number, title) if number else title_ref(title)
    if shape.own_refs and draw(st.integers(0, 5)) == 5:
        ref = f"fast-{ref}"
    centre = draw(_maybe(shape, st.sampled_from(CENTRES)))
    others = st.sampled_from([name for name in CENTRES if name != centre])
    return Item(
        ref=ref,
        number=number,
        title=title,
        types=draw(_maybe(shape, st.sampled_from(TYPES))) or (),
        centre=centre,
        committee=draw(_maybe(shape, st.sampled_from(COMMITTEES))),
        contributors=tuple(draw(st.lists(others, unique=True, max_size=3))),
        agreement_text=draw(proses(shape.forms, empty=shape.missing_facts)),
        description=draw(proses(shape.forms, empty=shape.missing_facts)),
        milestones=draw(_milestones(shape.forms)),
        finances=draw(_cell_texts(shape.forms, empty=True)),
    )


def _maybe(shape: Shape, strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(strategy, strategy, strategy, st.none()) if shape.missing_facts else strategy


@cache
def _cell_texts(forms: Forms, *, empty: bool = False) -> st.SearchStrategy[Prose]:
    """Most texts of a milestone are one paragraph; some are more."""
    short = paragraphs(forms).map(lambda paragraph: Prose((paragraph,)))
    return st.one_of(short, short, proses(forms, empty=empty))


@cache
def _milestones(forms: Forms) -> st.SearchStrategy[dict[Checkpoint, Prose]]:
    return st.dictionaries(st.sampled_from(Checkpoint), _cell_texts(forms), max_size=4).map(_in_order)


def _in_order(by_checkpoint: dict[Checkpoint, Any]) -> dict[Checkpoint, Any]:
    return dict(sorted(by_checkpoint.items()))


@st.composite
def _followups(draw: st.DrawFn, shape: Shape, agreement: Agreement, number: int) -> FollowUp:
    month = (2, 5, 7, 11, 12)[number]
    contact = Contact(
        name=draw(_maybe(shape, st.sampled_from(NAMES))),
        phone=draw(_maybe(shape, st.sampled_from(("4024 1712", "+45 44 77 20 00")))),
        email=draw(_maybe(shape, st.just("okonomi@balk.dk"))),
    )
    last = Checkpoint.YEAR_END if shape.early_reports else Checkpoint(max(number, 1))
    reports = _statuses(shape.forms, agreement.scales, last)
    statuses = {item.ref: draw(reports) for item in agreement.items()} if number else {}
    return FollowUp(
        followup=number,
        date=datetime.date(agreement.budget_year, month, draw(st.integers(1, 28))),
        contact=contact,
        statuses={ref: status for ref, status in statuses.items() if status},
    )


@cache
def _statuses(forms: Forms, scales: SmileyScales, last: Checkpoint) -> st.SearchStrategy[ItemStatus]:
    reached = [checkpoint for checkpoint in Checkpoint if checkpoint <= last]
    given = _reports(forms, scales.effort).filter(bool)
    milestones = st.dictionaries(st.sampled_from(reached), given, max_size=len(reached)).map(_in_order)
    both = st.tuples(milestones, _reports(forms, scales.finances))
    return both.map(lambda two: ItemStatus(milestones=two[0], finances=two[1]))


@cache
def _reports(forms: Forms, scale: SmileyScale) -> st.SearchStrategy[Report]:
    """A smiley with or without a text, sometimes a text alone, or nothing."""
    smileys = st.sampled_from([None, *scale.levels])
    both = st.tuples(smileys, st.one_of(st.just(Prose()), _cell_texts(forms)))
    return both.map(lambda two: Report(smiley=two[0], status=two[1]))


@st.composite
def _waivers(draw: st.DrawFn, shape: Shape, agreement: Agreement) -> tuple[Waiver, ...]:
    refs = [item.ref for item in agreement.items()]
    if not shape.waivers or not refs:
        return ()
    places = st.sampled_from([None, *refs, f"{refs[0]}, milepæle › 2"])
    codes = st.sampled_from(("smiley-mangler", "status-mangler"))
    reasons = st.sampled_from(("Aftalt med centret.", "Står sådan i aftalen."))
    waivers = st.tuples(codes, places, reasons).map(lambda w: Waiver(code=w[0], place=w[1], reason=w[2]))
    return tuple(draw(st.lists(waivers, max_size=2)))
