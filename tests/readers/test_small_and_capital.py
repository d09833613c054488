"""Fixed words and names are known in small and capital letters, and mean what the list has."""

import pytest

from renderer.edition.build import build_edition
from renderer.errors import UnknownChoice
from renderer.journeys.case_files import folder_files
from renderer.journeys.status import gone, status_rows
from renderer.model.agreement import CommitteeForm, PlanForm, TitleForm, TypeLabel
from renderer.model.case import Case
from renderer.model.fixed_word import listed
from renderer.model.item import BudgetType
from renderer.model.smiley import Smiley
from renderer.readers.yaml.folder import read_case_folder
from tests.cli.program import EXAMPLE

AGREEMENT = """\
titel: Aftale om budget 2018
budgetår: 2018
sagsid: 00.30.00-S00-9-16
organisation: {kommune: Ballerup Kommune}
udvalg: [Økonomiudvalget, Teknik- og Miljøudvalget]
centre: [Arbejdsmarked, "By, Erhverv og Miljø"]
titelform: Undertitel
udmøntningsform: Uden status
udvalgsform: Ansvarsområde
typebetegnelse: LANG
smileyord: Ja
overblik: Nej
kapitler:
  - titel: Veje
    delelementer:
      - nummer: 1.01
        titel: Nye cykelstier
        type: Anlæg og Drift
        ansvarligt_center: by, erhverv og miljø
        ansvarligt_udvalg: teknik- og Miljøudvalget
        flyttet: {opfølgning: 3, ansvarligt_center: arbejdsmarked, ansvarligt_udvalg: økonomiudvalget}
"""
REPORT = """\
opfølgning: 1
dato: 4. maj 2018
status:
  1.01:
    milepæle:
      1: {smiley: Glad}
    økonomi: {smiley: MELLEMFORNØJET, status: Udbuddet er udskudt til efteråret.}
"""


def read(agreement: str = AGREEMENT) -> Case:
    reading = read_case_folder({"aftale.yaml": agreement.encode(), "opfoelgning-1.yaml": REPORT.encode()})
    assert reading.case is not None, [str(finding.place) + finding.message for finding in reading.findings]
    return reading.case


def test_words_of_lists_are_known_with_capital_letters() -> None:
    case = read()
    agreement, (item,) = case.agreement, case.agreement.items()

    assert (agreement.title_form, agreement.plan_form) == (TitleForm.WITH_SUBTITLE, PlanForm.PLAIN)
    assert (agreement.committee_form, agreement.type_label) == (CommitteeForm.RESPONSIBILITY, TypeLabel.LONG)
    assert (agreement.smiley_words, agreement.overview) == (True, False)
    assert item.types == (BudgetType.CAPITAL, BudgetType.OPERATING)
    assert case.followups[0].statuses["1.01"].milestones[1].smiley is Smiley.HAPPY  # type: ignore[index]
    assert case.followups[0].statuses["1.01"].finances.smiley is Smiley.NEUTRAL


def test_names_are_those_of_the_lists() -> None:
    case = read()
    (item,) = case.agreement.items()

    assert (item.centre, item.committee) == ("By, Erhverv og Miljø", "Teknik- og Miljøudvalget")
    assert (item.moves[0].centre, item.moves[0].committee) == ("Arbejdsmarked", "Økonomiudvalget")


def test_a_committee_may_be_asked_for_in_small_letters() -> None:
    case = read()

    assert build_edition(case, 1, "teknik- og miljøudvalget") == build_edition(case, 1, "Teknik- og Miljøudvalget")
    assert build_edition(case, 1, "TEKNIK- OG MILJØUDVALGET").facts.committee == "Teknik- og Miljøudvalget"
    assert len(status_rows(case, 1, "teknik- og miljøudvalget")) == 1
    assert gone(case, 1, "teknik- og miljøudvalget") == []
    with pytest.raises(UnknownChoice, match="teknik og miljø"):
        build_edition(case, 1, "teknik og miljø")


def test_a_new_name_finds_the_old_one_whatever_its_letters() -> None:
    renamed = "nye_navne: [{opfølgning: 2, navn: økonomiudvalget, nyt_navn: Finansudvalget}]\n"
    case = read(AGREEMENT.replace("økonomiudvalget}", "finansudvalget}") + renamed)

    assert case.agreement.at(4).committees == ("Finansudvalget", "Teknik- og Miljøudvalget")
    assert next(case.agreement.at(4).items()).committee == "Finansudvalget"


def test_a_name_that_is_new_in_its_letters_only_stays_as_it_is_written() -> None:
    renamed = "nye_navne: [{opfølgning: 2, navn: Økonomiudvalget, nyt_navn: ØkonomiUdvalget}]\n"
    files = {"aftale.yaml": (AGREEMENT + renamed).encode()}

    found = [finding.code for finding in read_case_folder(files).findings]
    assert "ukendt-udvalg" in found, "which of the two the item's move means is not known"


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("økonomiudvalget", ["Økonomiudvalget"], "Økonomiudvalget"),
        ("A", ["a", "A"], "A"),
        ("aB", ["ab", "AB"], None),
        ("ab ", ["AB"], "AB"),
        ("abc", ["AB"], None),
    ],
)
def test_a_name_of_a_list(text: str, names: list[str], found: str | None) -> None:
    assert listed(text, names) == found


def test_the_example_says_the_same_with_capital_letters() -> None:
    files = dict(folder_files(EXAMPLE))
    plain = read_case_folder(files).case
    for name, content in files.items():
        text = content.decode()
        for word in ("glad", "sur", "mellemfornøjet", "drift", "anlæg"):
            text = text.replace(f"smiley: {word}", f"smiley: {word.capitalize()}")
            text = text.replace(f"type: {word}", f"type: {word.capitalize()}")
        files[name] = text.encode()

    assert files != dict(folder_files(EXAMPLE))
    assert read_case_folder(files).case == plain
