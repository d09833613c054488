"""Accepted warnings are written into the case's own list, and nothing that stands there is touched."""

from pathlib import Path

import pytest

from renderer.archive.record import Acceptance
from renderer.errors import WrongCall
from renderer.journeys.case_files import CaseFiles, folder_files
from renderer.journeys.issuing.remember import remember, require_room
from renderer.journeys.open_case import open_case
from renderer.model.case import Waiver
from tests.readers.yaml.test_signs import AGREEMENT

CASE = AGREEMENT.replace("☃", "nyt").replace("\u2604", "mere")
WRITTEN = """\
# Set igennem den 3. maj.
undtagelser:
  - {kode: skala-mangler, begrundelse: Den kommer.}   # spørg Ida

  # Alle centre er hørt.
  - kode: læsevejledning-mangler
    begrundelse: |
      Den er på vej.
# Slut.
"""


def case(folder: Path, waivers: str | None) -> CaseFiles:
    """A small case with this list of waivers."""
    (folder / "aftale.yaml").write_text(CASE, encoding="utf-8")
    if waivers is not None:
        (folder / "tjek.yaml").write_text(waivers, encoding="utf-8")
    return folder_files(folder)


def accepted(code: str, place: str, reason: str = "") -> Acceptance:
    """What the archive recorded."""
    return Acceptance({"kode": code, "sted": place, "alvor": "advarsel", "tekst": "", "råd": ""}, "Ida Holm", reason)


GIVEN = (
    accepted("milepæle-mangler", "aftale.yaml linje 11, 5.1, milepæle"),
    accepted("type-mangler", "aftale.yaml linje 11, 5.1", "Den er begge dele: drift og anlæg."),
)
EXPECTED = (
    Waiver(code="milepæle-mangler", place="aftale.yaml, 5.1, milepæle", reason="Ingen endnu. (accepteret af Ida Holm)"),
    Waiver(
        code="type-mangler",
        place="aftale.yaml, 5.1",
        reason="Den er begge dele: drift og anlæg. (accepteret af Ida Holm)",
    ),
)


@pytest.mark.parametrize(
    "waivers",
    [None, "undtagelser:\n", "undtagelser: []\n", WRITTEN, WRITTEN.replace("\n", "\r\n")],
)
def test_they_are_put_last_and_every_line_that_stood_there_stands(waivers: str | None, tmp_path: Path) -> None:
    files = case(tmp_path, waivers)
    before = open_case(files).case.waivers

    assert remember(files, GIVEN, "Ingen endnu.") == [tmp_path / "tjek.yaml"]

    after = folder_files(tmp_path)
    assert open_case(after).case.waivers == (*before, *EXPECTED)
    kept = [line for line in (waivers or "").splitlines() if line != "undtagelser: []"]
    lines = after["tjek.yaml"].decode().splitlines()
    assert [line for line in lines if line in kept] == kept
    assert {one.code for one in open_case(after).findings}.isdisjoint({"milepæle-mangler", "type-mangler"})


def test_a_list_in_brackets_is_told_before_anything_is_done(tmp_path: Path) -> None:
    files = case(tmp_path, "undtagelser: [{kode: skala-mangler, begrundelse: Den kommer.}]\n")

    with pytest.raises(WrongCall, match="er skrevet på en måde"):
        require_room(files, "Ida Holm", ["Ingen endnu."])
    assert folder_files(tmp_path) == files


@pytest.mark.parametrize("reason", ["Kommer \u0007 snart.", "\ue000"])
def test_a_reason_that_cannot_stand_there_is_told_before_anything_is_done(reason: str, tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match=r"kan ikke stå i tjek\.yaml"):
        require_room(case(tmp_path, None), "Ida Holm", ["Ingen endnu.", reason])


def test_a_reason_of_several_lines_becomes_one(tmp_path: Path) -> None:
    files = case(tmp_path, None)
    require_room(files, "Ida Holm", ["Ingen\n endnu: »ja«."])

    remember(files, GIVEN[:1], "Ingen\n endnu: »ja«.")

    (waiver,) = open_case(folder_files(tmp_path)).case.waivers
    assert waiver.reason == "Ingen endnu: »ja«. (accepteret af Ida Holm)"


def test_nothing_accepted_writes_nothing(tmp_path: Path) -> None:
    assert remember(case(tmp_path, None), (), "Ingen.") == []
    assert not (tmp_path / "tjek.yaml").exists()
