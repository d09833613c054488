"""What a correction looks like in the file: as the person would have written it whose file it is."""

from typing import Any

import pytest
from ruamel.yaml import YAML

from renderer.casefolder.edit import edited
from renderer.findings import Stopped
from renderer.model.case import Case
from renderer.model.field import Field
from renderer.readers.yaml.folder import read_case_folder

AGREEMENT = """\
titel: Aftale om budget 2018
budgetår: 2018
sagsid: 00.30.00-S00-9-16
organisation: {kommune: Ballerup Kommune}
kapitler:
  - titel: Erhverv
    delelementer:
      - nummer: 5.1
        titel: Fleksjob   # den nye
        milepæle: {1: Ti er ansat., 2: Tyve er ansat.}
        økonomi: Neutral.
      - nummer: 5.10
        titel: Tolkning
"""
FOLLOWUP = """\
opfølgning: 2
dato: 2018-07-04
status:
  5.1:
    milepæle:
      # talt i maj
      1: {smiley: glad}   # set efter
      2:
        status: Syv er ansat.   # oplyst af centret
    # herefter økonomien
    økonomi: {smiley: glad}
"""
LONG = "Centret har ansat syv, og tre mere er på vej; de sidste stillinger bliver slået op efter sommerferien 2018."
LONG_BLOCK = """\
          Centret har ansat syv, og tre mere er på vej; de sidste stillinger bliver slået op
          efter sommerferien 2018.
"""
MILESTONE_1, MILESTONE_2, FINANCES = ("milepæle", "1"), ("milepæle", "2"), ("økonomi",)


def files(followup: str = FOLLOWUP, agreement: str = AGREEMENT) -> dict[str, bytes]:
    first = "opfølgning: 1\ndato: 2018-05-02\nstatus:\n  5.10:\n    økonomi: {smiley: sur, status: Det er dyrt.}\n"
    texts = {"aftale.yaml": agreement, "opfoelgning-1.yaml": first, "opfoelgning-2.yaml": followup}
    return {name: text.encode() for name, text in texts.items()}


def read(folder: dict[str, bytes]) -> Case:
    reading = read_case_folder(folder)
    assert reading.case is not None, reading.findings
    return reading.case


def corrected(changes: dict[Field, str], followup: str = FOLLOWUP, agreement: str = AGREEMENT) -> dict[str, str]:
    folder = files(followup, agreement)
    return {name: content.decode() for name, content in edited(folder, changes, read(folder)).items()}


def status(*path: str, ref: str = "5.1") -> Field:
    return Field(2, ref, (*path, "status"))


def smiley(*path: str, ref: str = "5.1") -> Field:
    return Field(2, ref, (*path, "smiley"))


CASES: dict[str, tuple[dict[Field, str], str, str]] = {
    "a word in braces": (
        {smiley(*FINANCES): "sur"},
        "    økonomi: {smiley: glad}\n",
        "    økonomi: {smiley: sur}\n",
    ),
    "a short text into braces": (
        {status(*FINANCES): "Budgettet holder."},
        "    økonomi: {smiley: glad}\n",
        "    økonomi: {smiley: glad, status: Budgettet holder.}\n",
    ),
    "a long text opens the braces, and the remark stays": (
        {status(*MILESTONE_1): LONG},
        "      1: {smiley: glad}   # set efter\n",
        "      1:   # set efter\n        smiley: glad\n        status: |\n"
        + LONG_BLOCK,
    ),
    "a text on its line keeps the remark behind it": (
        {status(*MILESTONE_2): "Otte er ansat: det går."},
        "        status: Syv er ansat.   # oplyst af centret\n",
        "        status: 'Otte er ansat: det går.'   # oplyst af centret\n",
    ),
    "a text of several lines leaves its line, the remark does not": (
        {status(*MILESTONE_2): "- Otte er ansat.\n- To er på vej."},
        "        status: Syv er ansat.   # oplyst af centret\n",
        "        status: |   # oplyst af centret\n          - Otte er ansat.\n          - To er på vej.\n",
    ),
    "a missing smiley comes before the status": (
        {smiley(*MILESTONE_2): "sur"},
        "        status: Syv er ansat.   # oplyst af centret\n",
        "        smiley: sur\n        status: Syv er ansat.   # oplyst af centret\n",
    ),
    "a report that is emptied goes with its key, its remark stays": (
        {status(*MILESTONE_2): ""},
        "      2:\n        status: Syv er ansat.   # oplyst af centret\n",
        "      # oplyst af centret\n",
    ),
    "a new report of a milestone comes in its order": (
        {status("milepæle", "3"): "Begyndt."},
        "   # oplyst af centret\n",
        "   # oplyst af centret\n      3: {status: Begyndt.}\n",
    ),
    "a new milestone comes after one whose last line goes": (
        {status(*MILESTONE_2): "", smiley(*MILESTONE_2): "sur", status("milepæle", "3"): "Begyndt."},
        "        status: Syv er ansat.   # oplyst af centret\n",
        "        smiley: sur\n        # oplyst af centret\n      3: {status: Begyndt.}\n",
    ),
    "a report that another follow-up began is written whole": (
        {status(*FINANCES, ref="5.10"): "Det er blevet billigere."},
        "    økonomi: {smiley: glad}\n",
        "    økonomi: {smiley: glad}\n  5.10:\n    økonomi: {smiley: sur, status: Det er blevet billigere.}\n",
    ),
    "an item without reports comes in the agreement's order": (
        {status(*MILESTONE_1, ref="5.10"): LONG},
        "    økonomi: {smiley: glad}\n",
        "    økonomi: {smiley: glad}\n  5.10:\n    milepæle:\n      1:\n        status: |\n"
        + LONG_BLOCK,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "before", "after"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_correction_stands_as_a_person_would_write_it(
    changes: dict[Field, str], before: str, after: str, newline: str
) -> None:
    assert FOLLOWUP.count(before) == 1
    new = corrected(changes, FOLLOWUP.replace("\n", newline))

    assert new == {"opfoelgning-2.yaml": FOLLOWUP.replace(before, after).replace("\n", newline)}


def test_a_followup_without_any_status_gets_one() -> None:
    bare = "opfølgning: 2\ndato: 2018-07-04"
    new = corrected({smiley(*MILESTONE_1): "glad"}, bare)

    assert new["opfoelgning-2.yaml"] == f"{bare}\nstatus:\n  5.1:\n    milepæle:\n      1:\n        smiley: glad"


def test_a_field_that_waits_for_its_value_keeps_the_question() -> None:
    asked = FOLLOWUP.replace("        status: Syv", "        smiley:  # mellemfornøjet eller sur?\n        status: Syv")
    new = corrected({smiley(*MILESTONE_2): "sur"}, asked)

    assert "        smiley: sur  # mellemfornøjet eller sur?\n" in new["opfoelgning-2.yaml"]


def test_quotation_marks_stay_and_words_of_a_json_file_get_them() -> None:
    quoted = FOLLOWUP.replace("Syv er ansat.", '"Syv er ansat."')
    json = '{"opfølgning": "2", "dato": "2018-07-04", "status": {"5.1": {"økonomi": {"smiley":"glad"}}}}\n'

    assert '"Otte."   # oplyst' in corrected({status(*MILESTONE_2): "Otte."}, quoted)["opfoelgning-2.yaml"]
    new = corrected({status(*FINANCES): "To\n\nafsnit"}, json)["opfoelgning-2.yaml"]
    assert new == json.replace('"glad"', '"glad", "status": "To\\n\\nafsnit"')


def test_what_the_plan_says_is_corrected_in_the_agreement() -> None:
    changes = {
        Field(None, "5.1", ("milepæle", "2")): "Tredive er ansat.",
        Field(None, "5.10", ("beskrivelse",)): "Centret køber ind.",
        Field(None, None, ("læsevejledning",)): "Læs med.",
    }
    new = corrected(changes)["aftale.yaml"]

    expected = AGREEMENT.replace("Tyve", "Tredive") + "        beskrivelse: Centret køber ind.\n"
    assert new == expected.replace("kapitler:", "læsevejledning: Læs med.\nkapitler:")


def test_what_would_let_an_earlier_report_show_is_refused() -> None:
    with pytest.raises(Stopped) as stopped:
        corrected({smiley(*FINANCES, ref="5.10"): "", status(*FINANCES, ref="5.10"): ""})

    assert [finding.code for finding in stopped.value.findings] == ["kan-ikke-slettes"]
    assert "opfølgning 1" in stopped.value.findings[0].message


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        (Field(3, "5.1", ("økonomi", "smiley")), "sur", "opfølgningsfil-mangler"),
        (Field(2, "5.2", ("økonomi", "smiley")), "sur", "rettelse-uden-sted"),
        (Field(2, "5.1", ("økonomi", "smiley")), "rasende", "ukendt-værdi"),
        (Field(2, "5.1", ("økonomi", "status")), "\x07", "ugyldigt-tegn"),
    ],
)
def test_what_has_no_place_is_refused_with_a_finding(field: Field, text: str, code: str) -> None:
    with pytest.raises(Stopped) as stopped:
        corrected({field: text, status(*MILESTONE_2): "Otte."})

    assert [finding.code for finding in stopped.value.findings] == [code]


def test_an_unchanged_text_changes_no_file() -> None:
    assert corrected({status(*MILESTONE_2): "Syv  er\nansat.", status("milepæle", "4"): ""}) == {}


def test_another_reader_of_yaml_finds_the_same_data_and_remarks() -> None:
    """ruamel.yaml, which follows a newer version of YAML and knows where a comment belongs, is the second opinion."""
    changes = {field: text for case in list(CASES.values())[:5] for field, text in case[0].items()}
    new = corrected(changes)["opfoelgning-2.yaml"]

    reader = YAML(typ="base", pure=True)
    data: Any = reader.load(new)
    assert data["status"]["5.1"]["økonomi"] == {"smiley": "sur", "status": "Budgettet holder."}
    assert data["status"]["5.1"]["milepæle"]["2"]["status"].split("\n")[0] == "- Otte er ansat."
    again = YAML()
    kept = again.load(new)
    assert kept["status"][5.1]["milepæle"].ca.items


@pytest.mark.parametrize("field", [status(*MILESTONE_2), status(*MILESTONE_1), status(*FINANCES)])
def test_a_remark_below_a_text_never_becomes_part_of_it(field: Field) -> None:
    remark = "\n\n            # dybt inde\n"
    for line in FOLLOWUP.splitlines(keepends=True)[6:]:
        with_remark = FOLLOWUP.replace(line, line.removesuffix("\n") + remark)
        new = corrected({field: f"- {LONG}\n- {LONG}"}, with_remark)["opfoelgning-2.yaml"]

        assert new.count("            # dybt inde\n") == 1


def test_a_key_stays_when_the_remark_below_it_would_become_part_of_the_text_above() -> None:
    text = "        økonomi: >\n          Neutral.\n"
    milestones = "        milepæle:\n          1: Ti er ansat.\n          # aftalt i maj\n"
    before = "        milepæle: {1: Ti er ansat., 2: Tyve er ansat.}\n        økonomi: Neutral.\n"
    agreement = AGREEMENT.replace(before, text)
    field = Field(None, "5.1", MILESTONE_1)

    new = corrected({field: ""}, agreement=agreement.replace(text, text + milestones))["aftale.yaml"]

    assert new == agreement.replace(text, text + "        milepæle:\n          # aftalt i maj\n")
