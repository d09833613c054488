"""Hypothesis strategies for signed agreements, in every form that the model allows: other numbers, parties, years.

Every agreement is canonical: it equals itself after `model_dump(mode="json")` and back.
"""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from renderer.model.amount import Amount, Unit
from renderer.model.followup import Contact
from renderer.model.item import BudgetType
from renderer.model.prose import Prose
from renderer.model.signed.annex import Annex, AnnexGroup, FigureRow
from renderer.model.signed.chapter import PointGroup, SignedChapter
from renderer.model.signed.period import Period
from renderer.model.signed.point import Point
from renderer.model.signed.running_text import Part, Quotation, RunningText
from renderer.model.signed.savings import SavingsCase, SavingsGroup, SavingsOverview
from renderer.model.signed.section import Section
from renderer.model.signed.signatory import Signatory
from renderer.model.signed.signed_agreement import SignedAgreement
from tests.written_prose import ALL_FORMS, Forms, proses

CHAPTERS = ("Byen vokser sammen", "Plads til nye tanker", "Skoler for alle", "Grønne veje", "Virksomheder og job")
POINTS = (
    "Ny sundhedsplan", "Flere bænke i parken", "Rådhusets tag", "Cykelsti langs åen", "Pulje til støjværn", "Åben Hal",
    "Voksne med handicap", "Samarbejde mellem kultur, skole, klub og dagtilbud om fælles dage i alle byens dele",
    "Headspace", "It i dagtilbud (fase 2)", "Ø-bus", "Mad til ældre – ude og hjemme",
)  # fmt: skip
HEADINGS = ("Indledning", "Økonomi", "Aftalen kort", "Fællesskaber", "Værdighed/alle aldre", "Den økonomiske strategi")
PARTIES = ("Socialdemokratiet", "Venstre", "SF - Socialistisk Folkeparti", "Borgerlisten i Ørby", "Enhedslisten")
NAMES = ("Aase Ørum", "Bo Sørensen", "Éva Kjær-Müller", "Ida Holm")
COMMITTEES = ("Teknik- og Miljøudvalget", "Økonomiudvalget", "Kultur- og Fritidsudvalget")
CODES = ("TMU-01", "KFU-04A", "KFU-04B", "ØKU-10", "B 7", "12")


@st.composite
def signed_agreements(draw: st.DrawFn, forms: Forms = ALL_FORMS) -> SignedAgreement:
    """An agreement over one to four years."""
    first = draw(st.integers(2012, 2031))
    period = Period(first, first + draw(st.integers(0, 3)))
    chapters = draw(_chapters(forms))
    points = [point for chapter in chapters for point in chapter.all_points()]
    signatories = draw(st.lists(_signatories(), max_size=4))
    return SignedAgreement(
        title=draw(st.one_of(st.none(), st.just(f"Budgetaftale {period}"))),
        period=period,
        place=draw(st.sampled_from((None, "Ballerup"))),
        date=draw(st.one_of(st.none(), st.dates(datetime.date(2011, 1, 1), datetime.date(2031, 1, 1)))),
        revised=draw(st.one_of(st.none(), st.dates(datetime.date(2011, 1, 1), datetime.date(2031, 1, 1)))),
        sender=draw(st.sampled_from((None, "Borgmesteren"))),
        contact=Contact(email=draw(st.sampled_from((None, "borgmester@example.dk")))),
        parties=tuple(draw(st.lists(st.sampled_from(PARTIES), unique=True, max_size=3))),
        introduction=draw(_section_lists(forms, 2)),
        chapters=chapters,
        closing=draw(_section_lists(forms, 1)),
        signatories=tuple(signatories),
        annexes=draw(_annexes(chapters, points, period)),
        savings=draw(st.one_of(st.none(), _savings(forms, period))),
    )


@cache
def running_texts(forms: Forms = ALL_FORMS) -> st.SearchStrategy[RunningText]:
    """Prose and quotations in turn; often the empty text, seldom more than one quotation."""
    quotations = proses(forms).map(Quotation)
    parts = st.lists(st.one_of(proses(forms), quotations, quotations), max_size=4)
    return st.one_of(st.just(RunningText()), parts.map(_canonical))


def _canonical(parts: Sequence[Part]) -> RunningText:
    """Without a second part of prose right after the first: they would be one."""
    kept: list[Part] = []
    for part in parts:
        if not (kept and isinstance(part, Prose) and isinstance(kept[-1], Prose)):
            kept.append(part)
    return RunningText(tuple(kept))


@cache
def _section_lists(forms: Forms, depth: int) -> st.SearchStrategy[tuple[Section, ...]]:
    return st.lists(_sections(forms, depth), max_size=2).map(tuple)


@st.composite
def _sections(draw: st.DrawFn, forms: Forms, depth: int) -> Section:
    return Section(
        heading=draw(st.one_of(st.none(), st.sampled_from(HEADINGS))),
        text=draw(running_texts(forms)),
        sections=draw(_section_lists(forms, depth - 1)) if depth > 1 else (),
    )


@st.composite
def _chapters(draw: st.DrawFn, forms: Forms) -> tuple[SignedChapter, ...]:
    titles = draw(st.lists(st.sampled_from(CHAPTERS), unique=True, max_size=3))
    form = draw(st.sampled_from(("{}.{}", "{}.{:02d}", "{}.1.{}")))
    numbered = draw(st.integers(0, 5)) < 5
    chapters: list[SignedChapter] = []
    for number, title in enumerate(titles, 1):
        names = draw(st.lists(st.sampled_from(POINTS), unique=True, max_size=4))
        heads = [(form.format(number, position) if numbered else None, name) for position, name in enumerate(names, 9)]
        points = [draw(_points(forms, *head)) for head in heads]
        cut = draw(st.integers(0, len(points)))
        chapters.append(
            SignedChapter(
                number=str(number) if numbered else None,
                title=title,
                lead_in=draw(st.sampled_from((None, "I visionen står der:"))),
                quotation=draw(proses(forms, empty=True)),
                text=draw(running_texts(forms)),
                points=tuple(points[:cut]),
                groups=draw(_groups(forms, tuple(points[cut:]))),
            )
        )
    return tuple(chapters)


@st.composite
def _groups(draw: st.DrawFn, forms: Forms, points: tuple[Point, ...]) -> tuple[PointGroup, ...]:
    if not points and draw(st.booleans()):
        return ()
    return (PointGroup(heading=draw(st.sampled_from(HEADINGS)), text=draw(running_texts(forms)), points=points),)


@st.composite
def _points(draw: st.DrawFn, forms: Forms, number: str | None, title: str) -> Point:
    return Point(
        number=number,
        title=title,
        text=draw(running_texts(forms)),
        sections=draw(_section_lists(forms, 1)),
        followed_up=draw(st.integers(0, 3)) < 3,
    )


@st.composite
def _signatories(draw: st.DrawFn) -> Signatory:
    return Signatory(
        name=draw(st.sampled_from(NAMES)),
        party=draw(st.one_of(st.none(), st.sampled_from(PARTIES))),
        office=draw(st.sampled_from((None, "borgmester"))),
    )


def _amounts(unit: Unit) -> st.SearchStrategy[Amount]:
    numbers = st.tuples(st.integers(-99_999, 99_999), st.integers(0, min(unit.finest, 3)))
    return numbers.map(lambda two: Amount(Decimal(two[0]).scaleb(-two[1]), unit))


def _figures(unit: Unit, period: Period) -> st.SearchStrategy[dict[int, Amount]]:
    years = st.sampled_from([*period.years, period.last + 1])
    return st.dictionaries(years, _amounts(unit), max_size=4).map(lambda figures: dict(sorted(figures.items())))


@st.composite
def _annexes(
    draw: st.DrawFn, chapters: Sequence[SignedChapter], points: Sequence[Point], period: Period
) -> tuple[Annex, ...]:
    types = draw(st.lists(st.sampled_from(BudgetType), unique=True, max_size=2))
    annexes: list[Annex] = []
    for kind in types:
        unit = draw(st.sampled_from((Unit.THOUSANDS, Unit.THOUSANDS, Unit.MILLIONS, Unit.KRONER)))
        groups = [draw(_annex_groups(unit, period, chapter)) for chapter in chapters]
        if draw(st.booleans()):
            rows = [draw(_rows(unit, period, point)) for point in points]
            groups = [AnnexGroup(rows=tuple(rows))]
        total = draw(_figures(unit, period))
        annexes.append(Annex(budget_type=kind, title=f"Bilag om {kind}", unit=unit, groups=tuple(groups), total=total))
    return tuple(annexes)


@st.composite
def _annex_groups(draw: st.DrawFn, unit: Unit, period: Period, chapter: SignedChapter) -> AnnexGroup:
    having = [point for point in chapter.all_points() if draw(st.booleans())]
    return AnnexGroup(
        number=chapter.number,
        title=chapter.title,
        rows=tuple(draw(_rows(unit, period, point)) for point in having),
        total=draw(_figures(unit, period)),
    )


@st.composite
def _rows(draw: st.DrawFn, unit: Unit, period: Period, point: Point) -> FigureRow:
    return FigureRow(
        number=point.number,
        title=draw(st.sampled_from((point.title, f"{point.title} i Skovlunde"))),
        amounts=draw(_figures(unit, period)),
        note=draw(st.sampled_from((None, "Heraf 50 fra puljen"))),
    )


@st.composite
def _savings(draw: st.DrawFn, forms: Forms, period: Period) -> SavingsOverview:
    unit = draw(st.sampled_from((Unit.MILLIONS, Unit.MILLIONS, Unit.THOUSANDS)))
    optional = st.one_of(st.none(), _amounts(unit))
    committees = draw(st.lists(st.sampled_from(COMMITTEES), unique=True, max_size=3))
    return SavingsOverview(
        title="Oversigt over besparelser",
        unit=unit,
        groups=tuple(
            SavingsGroup(
                committee=committee,
                cases=tuple(draw(st.lists(_savings_cases(unit, period), max_size=3))),
                total=draw(_figures(unit, period)),
                investment_total=draw(optional),
            )
            for committee in committees
        ),
        total=draw(_figures(unit, period)),
        investment_total=draw(optional),
        notes=tuple(draw(st.lists(proses(forms), max_size=1))),
    )


@st.composite
def _savings_cases(draw: st.DrawFn, unit: Unit, period: Period) -> SavingsCase:
    drawn: dict[str, Any] = {
        "code": draw(st.sampled_from(CODES)),
        "title": draw(st.sampled_from(POINTS)),
        "amounts": draw(_figures(unit, period)),
        "investment": draw(st.one_of(st.none(), _amounts(unit))),
        "note": draw(st.sampled_from((None, "Først fra sommeren"))),
    }
    return SavingsCase(**drawn)
