"""Broken case folders, made from the good example: each ends in findings with places, and no file is written."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renderer.findings import Stopped
from renderer.journeys.case_files import folder_files
from renderer.journeys.rendering.render_order import RenderOrder
from renderer.journeys.rendering.render_round import render_round
from tests.bad_input.breakers import Breaker, breakers
from tests.examples import examples
from tests.opened_folders import check_folder
from tests.repository import ROOT

GOOD = {path.name: path.read_text() for path in (ROOT / "examples" / "budget-2018").glob("*.yaml")}
SIGNED = {"budgetaftale.yaml": (ROOT / "examples" / "budget-2019" / "budgetaftale.yaml").read_text()}
MANY = settings(max_examples=examples(100, 300), deadline=None, suppress_health_check=list(HealthCheck))


def laid_out(folder: str, files: dict[str, bytes]) -> Path:
    case = Path(folder) / "sag"
    case.mkdir()
    for name, content in files.items():
        (case / name).write_bytes(content)
    return case


@MANY
@given(breakers, st.data())
def test_a_broken_folder_ends_in_findings_and_no_file(breaker: Breaker, data: st.DataObject) -> None:
    files = dict(GOOD)
    code = breaker(files, lambda options: data.draw(st.sampled_from(options)))
    with tempfile.TemporaryDirectory() as folder:
        case = laid_out(folder, {name: text.encode() for name, text in files.items()})
        with pytest.raises(Stopped) as caught:
            render_round(folder_files(case), RenderOrder(2, formats=("html",)), Path(folder) / "ud")
        assert not (Path(folder) / "ud").exists()
    found = [finding for finding in caught.value.findings if finding.code == code]
    assert found, (code, caught.value.findings)
    for finding in found:
        assert finding.stops
        assert finding.place.file in GOOD
        assert finding.place.line is not None or code == "tom-fil"
        assert finding.message
        assert finding.hint


@MANY
@given(st.sampled_from(sorted(GOOD | SIGNED)), st.data())
def test_a_file_with_random_damage_is_read_or_refused_in_danish(name: str, data: st.DataObject) -> None:
    content = bytearray((GOOD | SIGNED)[name].encode())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        length = data.draw(st.integers(0, 40))
        content[start : start + length] = data.draw(
            st.binary(max_size=12) | st.sampled_from([b"\t", b": ", b"'", b"\n"])
        )
    with tempfile.TemporaryDirectory() as folder:
        files = {other: text.encode() for other, text in (GOOD | SIGNED).items()}
        case = laid_out(folder, {**files, name: bytes(content)})
        findings = check_folder(case)
    assert all(finding.message and finding.place.file for finding in findings)
