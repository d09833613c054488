"""Plan: from the signed agreement to the skeleton of its follow-ups, without retyping and without overwriting."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from renderer import vocabulary
from renderer.casefolder.skeleton import with_items, with_open_lists
from renderer.casefolder.source_text import NotInsertable
from renderer.errors import UnknownChoice, WrongCall
from renderer.findings import Finding, Stopped, any_stops, error
from renderer.journeys.case_files import CaseFiles
from renderer.journeys.open_case import open_case
from renderer.journeys.planning.carried import Carried, take_over
from renderer.journeys.planning.carry_over import Offer, offers
from renderer.journeys.planning.outline import additions, open_lists, with_additions
from renderer.journeys.planning.tasks import Task, open_tasks
from renderer.model.agreement import Agreement
from renderer.model.case import Case
from renderer.model.item import Item
from renderer.model.signed.carriers import carriers
from renderer.model.signed.places import point_place
from renderer.model.signed.point import Point
from renderer.model.signed.signed_agreement import SignedAgreement
from renderer.readers.yaml.folder import read_case_folder

_FILE = vocabulary.AGREEMENT_FILE
_NOT_INSERTABLE = (
    f"{_FILE} er skrevet på en måde, så der ikke kan sættes delelementer ind, uden at andet bliver ændret.",
    "Skriv kapitler og delelementer på hver sine linjer med indrykning i stedet for i klammer.",
)


@dataclass(frozen=True)
class Planned:
    """What was put into the plan, what stood there, what is still open, and what an earlier year offers.

    `left_out` are the points that the agreement's data mark as not followed up; `without_point` are items that no
    point carries. `lists` are the keys of the agreement's own lists that have no name yet. `new` is
    the changed file, not yet written; empty where there is nothing to write.
    """

    created: tuple[Item, ...]
    existing: tuple[Item, ...]
    left_out: tuple[Point, ...]
    without_point: tuple[Item, ...]
    tasks: tuple[Task, ...]
    offers: tuple[Offer, ...] = ()
    carried: tuple[Carried, ...] = ()
    new: Mapping[str, bytes] = field(default_factory=dict)
    lists: tuple[str, ...] = ()


def plan(files: CaseFiles, previous: CaseFiles | None = None, carry_over: Mapping[str, str] | None = None) -> Planned:
    """Put an item into `aftale.yaml` for every point that is followed up and has none.

    `previous` are the files of an earlier agreement; `carry_over` says which of its items (by number or ref) a
    new item (by ref) takes description, centre and committee from. Raises `Stopped` for findings that stop,
    `UnknownChoice` where there is no signed agreement or an item is not found, and `WrongCall` where the file is in
    a form that nothing can be put into.
    """
    if carry_over and previous is None:
        raise WrongCall("--carry-over kræver --previous.", "Angiv også sagsmappen for den tidligere aftale.")
    case = open_case(files).case
    signed = _signed(case)
    earlier = _earlier(previous, case) if previous else None
    agreement = case.agreement
    before = files[_FILE].decode("utf-8")
    new = additions(agreement, signed)
    expected = with_additions(agreement, new)
    carried: tuple[Carried, ...] = ()
    try:
        text = with_open_lists(with_items(before, new), open_lists(agreement)) if new else before
        if earlier and carry_over:
            text, expected, carried = take_over(text, expected, earlier, carry_over)
    except NotInsertable as cause:
        raise WrongCall(*_NOT_INSERTABLE) from cause
    _hold(text, expected)
    carrying = {item.ref for point in signed.points() for item in carriers(agreement, signed, point)}
    known = {item.ref for item in agreement.items()}
    return Planned(
        created=tuple(item for item in expected.items() if item.ref not in known),
        existing=tuple(item for item in agreement.items() if item.ref in carrying),
        left_out=tuple(_left_out(agreement, signed)),
        without_point=tuple(item for item in agreement.items() if item.ref not in carrying),
        tasks=tuple(open_tasks(expected)),
        offers=offers(_undescribed(signed, expected), earlier) if earlier else (),
        carried=carried,
        new={_FILE: text.encode()} if text != before else {},
        lists=tuple(open_lists(expected)),
    )


def _left_out(agreement: Agreement, signed: SignedAgreement) -> Iterator[Point]:
    points = (point for point in signed.points() if not point.followed_up)
    return (point for point in points if not carriers(agreement, signed, point))


def _undescribed(signed: SignedAgreement, agreement: Agreement) -> Iterator[Point]:
    """The points that nobody has decided on yet."""
    items = ((point, carriers(agreement, signed, point)) for point in _followed_up(signed))
    return (point for point, carried in items if not any(item.description for item in carried))


def _followed_up(signed: SignedAgreement) -> Iterator[Point]:
    return (point for point in signed.points() if point.followed_up)


def _signed(case: Case) -> SignedAgreement:
    if case.signed is None:
        message = f"Sagen har ikke filen {vocabulary.SIGNED_FILE}, så der er ingen punkter at lave en plan af."
        raise UnknownChoice(message, "Hent den underskrevne aftale ind med import, eller skriv filen selv.")
    doubled = list(_doubled(case.signed))
    if doubled:
        raise Stopped(doubled, "Planen kan ikke lægges.", "Ret punkterne, og kør kommandoen igen.")
    return case.signed


def _doubled(signed: SignedAgreement) -> Iterator[Finding]:
    seen: set[str] = set()
    for point in _followed_up(signed):
        if point.ref in seen:
            message = f"Aftalen har flere punkter, som ville blive delelementet {point.ref}."
            hint = "Ret nummeret eller titlen, eller lad titlerne ende på »– del 1«, »– del 2« og så videre."
            yield error("punkt-to-gange", point_place(point), message, hint)
        seen.add(point.ref)


def _earlier(files: CaseFiles, case: Case) -> Case:
    reading = read_case_folder(files)
    if reading.case is None or any_stops(reading.findings):
        message = f"Den tidligere sag i {files.place} kan ikke læses."
        raise Stopped(reading.findings, message, "Ret den først; check viser, hvad der er galt.")
    if reading.case.agreement.budget_year >= case.agreement.budget_year:
        message = f"Sagen i {files.place} gælder budget {reading.case.agreement.budget_year}, som ikke er tidligere."
        raise WrongCall(message, "Angiv sagsmappen for et tidligere års aftale efter --previous.")
    return reading.case


def _hold(text: str, expected: Agreement) -> None:
    """The new text must say just what it should: nothing that stood there may have come to say something else."""
    reading = read_case_folder({_FILE: text.encode()})
    if reading.case is None or reading.case.agreement != expected:
        raise WrongCall(*_NOT_INSERTABLE)
