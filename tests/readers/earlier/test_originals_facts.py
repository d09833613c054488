"""The real documents: every title, type, name and smiley is read as a person reads it."""

from typing import Any

import pytest

from renderer.model.case import Case
from renderer.model.item import numbered_ref, title_ref
from tests.readers.earlier.originals import FOLLOWUPS, Fact, content, facts, items, needs_originals, reading

pytestmark = needs_originals
LETTERS = {"glad": "g", "mellemfornøjet": "m", "sur": "s", None: "-"}


def printed(seed: str) -> list[Fact]:
    """The reading of a document in the form of the facts."""
    read = reading(seed)
    open_places = {(ref, path) for _, ref, path in read.notes}
    found = []
    for chapter in read.agreement["kapitler"]:
        for item in chapter["delelementer"]:
            number = item.get("nummer", "")
            ref = item.get("ref") or numbered_ref(number, item["titel"])
            status: dict[str, Any] = read.followup.get("status", {}).get(ref, {})
            paths = [*((f"milepæle › {n}", status.get("milepæle", {}).get(str(n), {})) for n in range(1, 5))]
            paths.append(("økonomi", status.get("økonomi", {})))
            smileys = "".join(
                "?" if (ref, f"{path} › smiley") in open_places else LETTERS[report.get("smiley")]
                for path, report in paths
            )
            names = (item.get("type", ""), item.get("ansvarligt_center", ""), item.get("ansvarligt_udvalg", ""))
            contributors = tuple(item.get("bidragsydere", ()))
            found.append(Fact(chapter["nummer"], number, item["titel"], *names, contributors, smileys))
    return found


@pytest.mark.parametrize("seed", FOLLOWUPS)
def test_every_fact_is_read(seed: str) -> None:
    assert printed(seed) == facts(seed)


@pytest.mark.parametrize(("seed", "chapters", "count"), [("000", 7, 86), ("002", 1, 9), ("004", 1, 9)])
def test_chapters_items_and_milestones_are_all_there(seed: str, chapters: int, count: int) -> None:
    read = reading(seed)
    milestones = {where for line in read.accounting for where in line.where.split("; ") if ", milepæl " in where}

    assert len(read.agreement["kapitler"]) == chapters
    assert len(items(read.agreement)) == count
    assert len(milestones) == 4 * count


@pytest.mark.parametrize("seed", FOLLOWUPS)
def test_the_data_is_a_case(seed: str) -> None:
    read = reading(seed)
    case = Case.model_validate({"aftale": read.agreement, "opfølgninger": [read.followup]})

    assert len(list(case.agreement.items())) == len(facts(seed))
    assert not [finding for finding in read.findings if finding.stops]


@pytest.mark.parametrize(
    ("seed", "agreement", "followup"),
    [
        (
            "000",
            {
                "titel": "Aftale om budget 2016",
                "budgetår": "2016",
                "sagsid": "00.30.00-S00-4-14",
                "organisation": {"kommune": "Ballerup Kommune"},
                "titelform": "undertitel",
                "typebetegnelse": "lang",
            },
            {"opfølgning": "3", "dato": "2016-11-15", "kontakt": {"telefon": "2054 6419", "e-mail": "okonomi@balk.dk"}},
        ),
        (
            "002",
            {"titel": "Aftale om budget 2017", "sagsid": "00.30.00-S00-6-16", "typebetegnelse": "lang"},
            {"opfølgning": "0", "dato": "2017-02-09", "kontakt": {"telefon": "2054 6419", "e-mail": "Jonk@balk.dk"}},
        ),
        (
            "004",
            {
                "titel": "Aftale om budget 2018",
                "sagsid": "00.30.00-S00-9-16",
                "organisation": {"kommune": "Ballerup Kommune", "afdeling": "Økonomi og Styring"},
                "titelform": "samlet",
                "udvalgsform": "for",
                "typebetegnelse": "kort",
            },
            {"opfølgning": "2", "dato": "2018-07-04", "kontakt": {"telefon": "4024 1712", "e-mail": "okonomi@balk.dk"}},
        ),
    ],
)
def test_the_letter_is_read(seed: str, agreement: dict[str, Any], followup: dict[str, Any]) -> None:
    read = reading(seed)
    contact = {name: value for name, value in read.followup["kontakt"].items() if name != "navn"}

    assert {name: read.agreement[name] for name in agreement} == agreement
    assert {**{name: read.followup[name] for name in followup}, "kontakt": contact} == followup
    assert read.followup["kontakt"]["navn"]


@pytest.mark.parametrize(("seed", "effort"), [("000", 3), ("002", 3), ("004", 3)])
def test_smileys_are_defined_best_first(seed: str, effort: int) -> None:
    scales = reading(seed).agreement["smileyer"]

    assert list(scales["indsats"]) == ["glad", "mellemfornøjet", "sur"][:effort]
    assert list(scales["økonomi"]) == ["glad", "sur"]
    assert reading(seed).agreement["læsevejledning"]
    assert reading(seed).agreement["læsevejledning_økonomi"]


def test_every_face_with_two_meanings_is_reported_with_its_line() -> None:
    text = content("000").decode().split("\n")
    rows = {n for n, line in enumerate(text, start=1) if "\t" in line and "\u2639" in line}
    found = [finding for finding in reading("000").findings if finding.code == "tvetydig-smiley"]

    assert {finding.place.line for finding in found} == rows
    assert len(found) == len(rows) == sum(fact.smileys.count("?") for fact in facts("000"))
    assert all(finding.place.item and finding.place.field and finding.hint for finding in found)


def test_a_number_without_its_full_stop_is_a_finding() -> None:
    found = [finding for finding in reading("000").findings if finding.code == "nummer-uden-punktum"]

    assert [(finding.place.item, finding.place.field) for finding in found] == [("4.8.7", "nummer")]


@pytest.mark.parametrize(("seed", "ref"), [("000", title_ref("Skolemodernisering")), ("002", "5.11-del-2")])
def test_items_without_number_and_parts_have_refs_of_their_own(seed: str, ref: str) -> None:
    case = Case.model_validate({"aftale": reading(seed).agreement, "opfølgninger": [reading(seed).followup]})

    assert ref in {item.ref for item in case.agreement.items()}
