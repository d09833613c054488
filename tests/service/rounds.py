"""Many municipalities' rounds: small cases, each with a case id of its own, ordered straight into the queue."""

import datetime
import uuid
from typing import Any

from renderer.archive.archive import Archive
from renderer.archive.audit import audit
from renderer.archive.jobs import Job, Jobs
from renderer.archive.payload import moment
from renderer.journeys.jobs.work import announcing
from renderer.model.case import Case
from tests.samples import COMMITTEES, small_case


def a_municipality(number: int, items: int = 6) -> Case:
    """One municipality's case: six committees with an item each, so that a round is seven editions, fourteen files."""
    said: dict[str, Any] = small_case().model_dump(by_alias=True, mode="json")
    agreement = said["aftale"]
    agreement["organisation"]["kommune"] = f"Kommune {number}"
    agreement["sagsid"] = f"00.30.00-S00-{number}-16"
    agreement["udvalg"] = COMMITTEES
    every = [item for chapter in agreement["kapitler"] for item in chapter["delelementer"]]
    for item, committee in zip(every, COMMITTEES, strict=False):
        item["ansvarligt_udvalg"] = committee
        item["aftaletekst"] = item["beskrivelse"] = "Der nedsættes en arbejdsgruppe."
    assert len(every) >= items
    said["opfølgninger"] = said["opfølgninger"][:3]
    return Case.model_validate(said)


def order_rounds(archive: Archive, count: int, at: datetime.datetime) -> list[str]:
    """Order a round for each of so many municipalities; gives the jobs' numbers."""
    jobs, announce = Jobs(archive), announcing(archive.engine)
    order = {
        "followup": 2, "by": "Anna Holm", "committee": None, "whole_round": True, "reason": "", "accepted": {},
        "accept_all": True,
    }  # fmt: skip
    numbers = []
    for number in range(1, count + 1):
        content = a_municipality(number).model_dump_json(by_alias=True).encode()
        new = Job(str(uuid.uuid4()), 0, order, content, "", moment(at))
        jobs.add(new, 10_000, announce)
        numbers.append(new.id)
    return numbers


def everything_is_there_once(archive: Archive, numbers: list[str], committees: int = 7) -> None:
    """Every round is issued, whole and once, and the archive is as it should be."""
    jobs = Jobs(archive)
    results = [jobs.find(number) for number in numbers]
    issued = [one for job in results for one in (job.result or {}).get("udgaver", [])]
    assert [job.state.value for job in results] == ["færdig"] * len(numbers), [job.result for job in results]
    found = archive.find()
    assert sorted(issued) == [one.number for one in found] == list(range(1, committees * len(numbers) + 1))
    assert {one.version for one in found} == {1}
    assert sum(len(one.files) for one in found) == 2 * committees * len(numbers)
    assert audit(archive) == []
