"""Cases that have no text in common, of several sizes: what a process keeps of one is of no use for the next."""

import json
from functools import cache
from typing import Any

from renderer.journeys.serving.uploaded_case import Upload
from tests.samples import Composer, large_case

_SIZES = (6, 12, 6, 24, 6, 12, 6, 48)
"""Items of one case after the other: mostly few, now and then many."""

_SYLLABLES = (
    "ba",
    "der",
    "fjor",
    "gla",
    "hus",
    "kni",
    "lund",
    "mar",
    "nes",
    "ril",
    "sko",
    "tåb",
    "vand",
    "ør",
    "æb",
    "å",
)


def other_case(number: int, items: int = 0) -> tuple[Upload, str]:
    """The case of this number, and the first of its committees; its names stand in no other.

    It has so many items, or (0) now few and now many.
    """
    composer = Composer(number + 1)
    case: dict[str, Any] = json.loads(_written(items or _SIZES[number % len(_SIZES)]))
    agreement = case["aftale"]
    agreement["organisation"]["kommune"] = f"{_name(number)} Kommune"
    agreement["sagsid"] = f"00.30.00-S00-{number + 1}-16"
    written = [item for chapter in agreement["kapitler"] for item in chapter["delelementer"]]
    for position, item in enumerate(written):
        place = _name(number * 100 + position)
        item["aftaletekst"] = f"{composer.agreement_text(position)}\n\nDet gælder {place} og {place.lower()}planen."
        item["beskrivelse"] = composer.paragraph(1 + position % 2)
    return Upload(json.dumps(case).encode()), agreement["udvalg"][0]


@cache
def _written(items: int) -> str:
    return large_case(items).model_dump_json(by_alias=True)


def _name(number: int) -> str:
    """A name that is no word, another for every number."""
    syllables = ""
    while number or not syllables:
        number, which = divmod(number, len(_SYLLABLES))
        syllables += _SYLLABLES[which]
    return f"{syllables}rup".capitalize()
