"""What `plan` answers: the items made, what is to be filled in by whom, and what an earlier agreement offers."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from renderer.journeys.planning.carried import Carried
from renderer.journeys.planning.carry_over import Offer, Past
from renderer.journeys.planning.plan import Planned
from renderer.journeys.planning.tasks import Task
from renderer.model.item import Item, types_text
from renderer.vocabulary import AGREEMENT_FILE, FIELD_SEPARATOR, key

_QUOTED = 100


def plan_json(planned: Planned, files: Iterable[Path]) -> dict[str, Any]:
    """The answer as `plan --json` prints it, with the files that were written."""
    return {
        "filer": [str(path) for path in files],
        "oprettet": [_item_json(item) for item in planned.created],
        "fandtes": [item.ref for item in planned.existing],
        "følges_ikke_op": [point.ref for point in planned.left_out],
        "uden_punkt": [item.ref for item in planned.without_point],
        "tomme_lister": list(planned.lists),
        "mangler": [task.as_json() for task in planned.tasks],
        "overført": [_carried_json(one) for one in planned.carried],
        "forslag": [_offer_json(offer) for offer in planned.offers],
    }


def plan_lines(planned: Planned) -> Iterator[str]:
    """The answer as lines for a person."""
    yield f"Nye delelementer: {len(planned.created)}."
    for item in planned.created:
        yield f"  {_named(item)}{f' ({types_text(item.types)})' if item.types else ''}"
    if planned.existing:
        yield f"Stod der allerede og er urørte: {_refs(planned.existing)}."
    if planned.left_out:
        yield f"Følges ikke op: {', '.join(point.ref for point in planned.left_out)}."
    if planned.without_point:
        yield f"Har ikke et punkt i aftalen: {_refs(planned.without_point)}."
    for one in planned.carried:
        yield from _carried_lines(one)
    if planned.offers:
        yield "Kan være en fortsættelse fra den tidligere aftale:"
        for offer in planned.offers:
            yield from _offer_lines(offer)
    if planned.tasks:
        yield "Skal udfyldes:"
        if planned.lists:
            yield f"  Øverst i {AGREEMENT_FILE}: {', '.join(planned.lists)}"
        for item, tasks in groupby(planned.tasks, key=lambda task: task.item):
            yield f"  {_named(item)}"
            yield from (f"    {task.who}: {_fields(task)}" for task in tasks)


def _refs(items: tuple[Item, ...]) -> str:
    return ", ".join(item.ref for item in items)


def _named(item: Item) -> str:
    return f"{item.ref} {item.title}" if item.number else f"{item.title} (ref {item.ref})"


def _fields(task: Task) -> str:
    """The fields in a row; milestones together: `beskrivelse, økonomi, milepæle 1, 2, 3, 4`."""
    milestones = key("milestones")
    plain = [field for field in task.fields if not field.startswith(milestones)]
    numbers = [field.rpartition(FIELD_SEPARATOR)[2] for field in task.fields if field.startswith(milestones)]
    return ", ".join([*plain, *([f"{milestones} {', '.join(numbers)}"] if numbers else [])])


def _carried_lines(one: Carried) -> Iterator[str]:
    taken = ", ".join(map(key, one.taken)) or "intet"
    yield f"Overført til {one.item.ref} fra {_named(one.earlier)}: {taken}."
    if one.left:
        fields = ", ".join(map(key, one.left))
        yield f"  Ikke overført: {fields}. Feltet er udfyldt, eller aftalen har ikke det udvalg."


def _offer_lines(offer: Offer) -> Iterator[str]:
    yield f"  {offer.point.ref}={offer.item.ref} ({offer.score} af 100): {offer.point.title} / {offer.item.title}"
    yield f"    grund: {', '.join(offer.reasons)}"
    for past in offer.history:
        words = " ".join(past.report.status.plain.split())
        shown = words if len(words) <= _QUOTED else f"{words[:_QUOTED]} …"
        yield f"    {_place(past)}: {': '.join(part for part in (_smiley(past), shown) if part)}"


def _place(past: Past) -> str:
    return f"milepæl {past.checkpoint.value}" if past.checkpoint else key("finances")


def _smiley(past: Past) -> str | None:
    return past.report.smiley.value if past.report.smiley else None


def _item_json(item: Item) -> dict[str, Any]:
    return {"ref": item.ref, "nummer": item.number, "titel": item.title, "type": types_text(item.types) or None}


def _carried_json(one: Carried) -> dict[str, Any]:
    return {
        "ref": one.item.ref,
        "fra": one.earlier.ref,
        "felter": list(map(key, one.taken)),
        "ikke_overført": list(map(key, one.left)),
    }


def _offer_json(offer: Offer) -> dict[str, Any]:
    return {
        "ref": offer.point.ref,
        "titel": offer.point.title,
        "fra": offer.item.ref,
        "fra_titel": offer.item.title,
        "score": offer.score,
        "fordi": list(offer.reasons),
        "historik": [
            {"sted": _place(past), "smiley": _smiley(past), "status": past.report.status.plain or None}
            for past in offer.history
        ],
    }
