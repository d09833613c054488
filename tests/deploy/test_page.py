"""What the operator's page says of limits, numbers and folders is so. Its commands were run on a new machine."""

import re

from renderer.archive.job_rows import JobState
from renderer.journeys.serving.service_settings import PREFIX, ServiceSettings
from renderer.service.metrics import Metrics
from tests.deploy.test_units import COMMAND, SERVICE, unit
from tests.repository import ROOT, project

PAGE = (ROOT / "docs" / "drift.md").read_text(encoding="utf-8")


def test_every_limit_stands_on_the_page_with_the_value_that_holds() -> None:
    default = ServiceSettings("")
    said = dict(re.findall(rf"^\| `{PREFIX}(\w+)` \| (\d+) \|", PAGE, flags=re.MULTILINE))
    limits = {name for name, value in vars(default).items() if type(value) is int and name != "port"}

    assert said == {name.upper(): str(getattr(default, name)) for name in limits}


def test_the_numbers_that_the_page_names_are_those_that_monitoring_reads() -> None:
    metrics = Metrics(lambda: 0, lambda: dict.fromkeys(JobState, 0))
    kinds = re.findall(r"^# TYPE (\w+) (?:counter|gauge|histogram)$", metrics.text().decode(), flags=re.MULTILINE)
    named = set(re.findall(r"`(aftalerapport_\w+)`", PAGE))

    assert named == {kind for kind in kinds if not kind.endswith("_created")}


def test_the_page_installs_the_version_that_this_is_where_the_unit_looks_for_it() -> None:
    version = project()["project"]["version"]
    program = unit(SERVICE)["ExecStart"][0].split()[0]

    assert set(re.findall(r"/srv/aftalerapport-([\d.]+\d)", PAGE)) == {version}
    assert f"ln -sfn /srv/aftalerapport-{version} /srv/aftalerapport\n" in PAGE
    assert program.startswith("/srv/aftalerapport/")
    assert program in COMMAND.read_text(encoding="utf-8")
