"""The archive in a process of its own: `python -m bench.archive_one issue|fill|verify FOLDER`.

`issue` renders the round in FOLDER/sag and records it, and tells the CPU seconds of each; `fill` lays 1,000 editions
of the same sizes in FOLDER/udgaver.db; `verify` recounts them and tells how many there are.
"""

import datetime
import itertools
import json
import resource
import sys
from dataclasses import replace
from pathlib import Path

from renderer.archive.archive import Archive
from renderer.archive.record import Issuing, NewEdition
from renderer.edition.edition import Edition
from renderer.journeys.case_files import folder_files
from renderer.journeys.issuing.issue import IssueOrder, issuing, ready_editions
from renderer.journeys.issuing.verify_archive import verify_archive
from renderer.journeys.rendering.make_round import make_round

EDITIONS = 1000
_AT = datetime.datetime(2018, 7, 4, 10, 30, tzinfo=datetime.UTC)
_ORDER = IssueOrder(followup=3, by="Anna Holm", whole_round=True, accept_all=True)


def cpu() -> float:
    """CPU seconds of this process and of those it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def issue_round(folder: Path) -> dict[str, float]:
    """Render a round and issue it."""
    with Archive(f"sqlite:///{folder}/en-runde.db") as archive:
        before = cpu()
        content = make_round(folder_files(folder / "sag"), _ORDER.rendering, lambda _done, _total: None, None)
        rendered = cpu()
        issued = archive.issue(ready_editions(content, _ORDER), issuing(_ORDER, _AT))
        return {"rendered": rendered - before, "recorded": cpu() - rendered, "editions": len(issued)}


def fill(folder: Path) -> dict[str, float]:
    """Lay down the round again and again, each time as another case's."""
    content = make_round(folder_files(folder / "sag"), _ORDER.rendering, lambda _done, _total: None, None)
    editions = ready_editions(content, _ORDER)
    size = 0
    with Archive(f"sqlite:///{folder}/udgaver.db") as archive:
        for number, one in zip(range(EDITIONS), itertools.cycle(editions), strict=False):
            new = _of_another_case(one, number)
            size += len(new.edition.as_json().encode()) + sum(len(file.content) for file in new.files)
            archive.issue([new], Issuing("Anna Holm", _AT, "Aftalerapport", ""))
    return {"editions": EDITIONS, "megabytes": size / 1e6}


def _of_another_case(one: NewEdition, number: int) -> NewEdition:
    """The same edition of another case: as large, other bytes throughout the archive."""
    edition = one.edition
    assert isinstance(edition, Edition)
    facts = edition.facts.model_copy(update={"case_id": f"00.30.00-S00-{number + 1}-16"})
    mark = f"\n{number}".encode()
    files = tuple(replace(file, content=file.content + mark) for file in one.files)
    return NewEdition(edition.model_copy(update={"facts": facts}), files, one.accepted)


def verify(folder: Path) -> dict[str, float]:
    """Recount everything."""
    with Archive(f"sqlite:///{folder}/udgaver.db") as archive:
        verified = verify_archive(archive)
    assert not verified.findings
    return {"editions": verified.editions}


if __name__ == "__main__":
    work = {"issue": issue_round, "fill": fill, "verify": verify}[sys.argv[1]]
    print(json.dumps(work(Path(sys.argv[2]))))
