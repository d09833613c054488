"""`new`: a case from nothing, by options or by asking; nothing that is there is touched."""

import json
from pathlib import Path

import pytest

from renderer.cli.new import _ask
from renderer.journeys.planning.new_case import ASKED, new_case
from renderer.readers.yaml.folder import read_case_folder
from tests.cli.program import EXAMPLE, run

NEEDED = ("--year", "2019", "--case-id", "00.30.00-S00-4-18", "--municipality", "Ballerup Kommune")
TYPED = ("19", "2019", "", "", "00.30.00-S00-4-18", "Ballerup Kommune", "", "Økonomiudvalget; Kulturudvalget", "")


def test_what_it_writes_passes_check(tmp_path: Path) -> None:
    names = ("--committee", "Økonomiudvalget", "--committee", "Kulturudvalget", "--center", "By, Erhverv og Miljø")
    made = run("new", "ny/sag", *NEEDED, *names, "--json", cwd=tmp_path)

    assert (made.code, json.loads(made.out)) == (0, {"filer": ["ny/sag/aftale.yaml"]})
    assert run("check", "ny/sag", cwd=tmp_path).code == 0
    case = read_case_folder({"aftale.yaml": (tmp_path / "ny/sag/aftale.yaml").read_bytes()}).case
    assert case is not None
    assert (case.agreement.title, case.agreement.budget_year) == ("Aftale om budget 2019", 2019)
    assert case.agreement.committees == ("Økonomiudvalget", "Kulturudvalget")
    assert case.agreement.centres == ("By, Erhverv og Miljø",)
    assert len(case.agreement.scales.effort.levels) == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ny",), "Kommandoen mangler --year, --case-id, --municipality."),
        (("ny", *NEEDED[:4]), "Kommandoen mangler --municipality."),
        (("ny", "--year", "19", *NEEDED[2:]), "»19« er ikke et årstal."),
        ((str(EXAMPLE), *NEEDED), "har allerede filen aftale.yaml, og den bliver ikke overskrevet."),
    ],
)
def test_what_is_lacking_or_there_already_is_told_and_nothing_written(
    tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    answer = run("new", *words, cwd=tmp_path)

    assert answer.code == 2
    assert told in answer.err
    assert list(tmp_path.iterdir()) == []


def test_it_asks_until_an_answer_can_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(TYPED)
    monkeypatch.setattr("builtins.input", lambda: next(typed))
    answers = dict.fromkeys(ASKED, "")
    _ask(answers)

    assert "»19« er ikke et årstal. Skriv årstallet med fire cifre" in capsys.readouterr().out
    (path,) = new_case(tmp_path / "ny", answers)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("titel: Aftale om budget 2019\nbudgetår: 2019\nsagsid: 00.30.00-S00-4-18\n")
    assert "  - Økonomiudvalget\n  - Kulturudvalget\n" in text
