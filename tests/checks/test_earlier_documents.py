"""The real documents as an editor would read them: their slips are found, and nothing else is said.

Facts alone (numbers and codes) stand here, and the documents themselves are no part of the repository.
"""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from renderer.checks import run_checks
from renderer.findings import Finding
from renderer.model.case import Case
from renderer.readers.earlier.combine import combine
from renderer.readers.earlier.dispatch import read_earlier
from tests.repository import ROOT

ORIGINALS = ROOT.parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the originals are not part of the repository")


@cache
def findings(number: str) -> tuple[Finding, ...]:
    """What the checks say about one of the documents."""
    (path,) = Path(ORIGINALS).glob(f"{number}_*.txt")
    combined = combine([read_earlier(path.name, path.read_bytes())])
    return run_checks(Case.model_validate({"aftale": combined.agreement, "opfølgninger": combined.followups}))


def test_nothing_stops() -> None:
    assert [each for number in ("000", "002", "004") for each in findings(number) if each.stops] == []


def test_the_slips_of_2016() -> None:
    said = {(each.code, each.place.item, each.place.field) for each in findings("000")}
    usual = {"smiley-mangler", "smiley-uden-milepæl"}

    assert {each for each in said if each[0] not in usual} == {
        ("center-under-to-navne", "2.1", "ansvarligt_center"),
        ("milepæle-mangler", "skolemodernisering", "milepæle"),
        ("del-mangler", "4.7-del-2", "titel"),
        ("milepæl-gentaget", "5.1-del-2", "milepæle › 4"),
        ("aftaletekst-er-titlen", "6.10-del-2", "aftaletekst"),
        ("årstal-modsiger-aftalen", "7.4", "milepæle › 3"),
        ("afsnit-to-gange", "8.11", "milepæle › 2"),
        ("tekst-mangler", "udviklingspuljen-afskaffes", None),
        ("status-mangler", "4.1.2", "milepæle › 2"),
        ("smiley-før-tid", "6.7", "milepæle › 4"),
        ("økonomi-uden-smiley", "7.4", "økonomi"),
    }
    assert ("smiley-mangler", "4.8.2", "milepæle › 1") in said


def test_the_usual_of_2016() -> None:
    """Happy smileys where nothing was to be reached, and faces that came out of the conversion as two things."""
    counted = Counter(each.code for each in findings("000"))

    assert counted["smiley-uden-milepæl"] > 50
    assert counted["smiley-mangler"] > 40


@pytest.mark.parametrize("number", ["002", "004"])
def test_documents_without_slips(number: str) -> None:
    assert findings(number) == ()
