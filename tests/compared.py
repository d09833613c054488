"""Two editions that differ in every way that two editions of a case can, and what is said of it."""

from collections.abc import Mapping
from typing import Any

from renderer.edition.build import build_edition
from renderer.edition.comparing.compare import compare_editions
from renderer.edition.comparison import Comparison
from renderer.edition.edition import Edition
from renderer.journeys.compare import stated_amounts
from renderer.model.case import Case
from tests.samples import small_case

Data = dict[str, Any]

HAPPY, NEUTRAL, SAD = "glad", "mellemfornøjet", "sur"


def report(smiley: str | None = None, status: str = "") -> Data:
    """What is reported in one place."""
    return {**({"smiley": smiley} if smiley else {}), **({"status": status} if status else {})}


def case_with(first: Mapping[str, Data], second: Mapping[str, Data], **changes: Any) -> Case:
    """The small case with other reports at follow-ups 1 and 2: ref -> `{"milepæle": ..., "økonomi": ...}`.

    `changes` are values of the agreement's own keys.
    """
    data = small_case().model_dump(mode="json")
    data["aftale"] |= changes
    statuses = {1: dict(first), 2: dict(second)}
    data["opfølgninger"] = [
        {**one, "status": statuses.get(int(one["opfølgning"]), {})}
        for one in data["opfølgninger"]
        if int(one["opfølgning"]) < 3
    ]
    return Case.model_validate(data)


def compared(first: Mapping[str, Data], second: Mapping[str, Data], old: int = 1, new: int = 2) -> Comparison:
    """Follow-up 1 or 0 against 2 of the small case with these reports."""
    case = case_with(first, second)
    return compare_editions(build_edition(case, old), build_edition(case, new), stated_amounts)


def everything() -> Comparison:
    """A comparison with every section in it."""
    old, new = _old_edition(), _new_edition()
    return compare_editions(old, new, stated_amounts)


def _old_edition() -> Edition:
    first = {
        "5.01": {
            "milepæle": {"1": report(HAPPY, "Der er holdt to møder med virksomhederne, og et tredje er aftalt.")},
            "økonomi": report(HAPPY, "Udgiften bliver 0,5 mio. kr. i 2018, som budgetteret."),
        },
        "5.08.1-del-1": {"milepæle": {"1": report(SAD, "Kun 7 ud af 10 stillinger er besat.")}},
        "5.08.1-del-2": {
            "milepæle": {"1": report(NEUTRAL, "Kurset er udsat til efteråret.")},
            "økonomi": report(HAPPY, "Der er **ingen** merudgift; se [notatet](https://ballerup.dk/notat) fra maj."),
        },
    }
    return build_edition(case_with(first, {}), 1)


def _new_edition() -> Edition:
    first = {
        "5.08.1-del-1": {"milepæle": {"1": report(SAD, "Kun 7 ud af 10 stillinger er besat.")}},
        "5.01": {"milepæle": {"1": report(NEUTRAL, "Der er holdt ét møde med virksomhederne, og et er aftalt.")}},
    }
    second = {
        "5.01": {
            "milepæle": {"2": report(SAD, "Aftalen er ikke underskrevet, for to virksomheder har trukket sig.")},
            "økonomi": report(SAD, "Udgiften bliver 0,75 mio. kr. i 2018 og ikke som budgetteret."),
        },
        "5.08.1-del-1": {"milepæle": {"2": report(HAPPY)}},
        "5.08.1-del-2": {
            "milepæle": {"2": report(NEUTRAL, "Kurset holdes i oktober.")},
            "økonomi": report(HAPPY, "Der er en *lille* merudgift; se [notatet](https://ballerup.dk/juni) fra juni."),
        },
        "6.10": {"milepæle": {"2": report(SAD)}, "økonomi": report(HAPPY)},
    }
    data = case_with(first, second).model_dump(mode="json")
    business, care = data["aftale"]["kapitler"]
    business["delelementer"][1]["aftaletekst"] += "\n- Der åbnes en ny indgang for unge."
    business["delelementer"][2]["ansvarligt_center"] = "Arbejdsmarked"
    business["delelementer"][2]["beskrivelse"] = "Centret begynder forfra."
    pool = business["delelementer"].pop()
    business["delelementer"].append({**pool, "ref": "ny-pulje", "titel": "Pulje til støjværn"})
    care["delelementer"][0]["ansvarligt_udvalg"] = data["aftale"]["udvalg"][0]
    data["aftale"]["læsevejledning"] += " En sur smiley følges altid af en forklaring."
    return build_edition(Case.model_validate(data), 2)
