"""A case as JSON is read as its case folder would be, and every finding leads to its value."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from renderer.casefolder.write import case_files
from renderer.journeys.open_case import all_findings
from renderer.model.case import Case
from renderer.readers.json.case import read_case_json
from renderer.readers.yaml.folder import read_case_folder
from tests.cases import cases
from tests.samples import small_case


def data() -> dict[str, Any]:
    written: dict[str, Any] = json.loads(small_case().model_dump_json(by_alias=True))
    return written


def found(content: object) -> list[tuple[str, str | None]]:
    text = content if isinstance(content, bytes) else json.dumps(content).encode()
    return [(finding.code, finding.place.pointer) for finding in all_findings(read_case_json(text))]


@given(cases(mid_year=True))
@settings(max_examples=25, deadline=None)
def test_a_case_is_the_same_as_from_its_folder(case: Case) -> None:
    reading = read_case_json(case.model_dump_json(by_alias=True).encode())
    folder = read_case_folder({name: text.encode() for name, text in case_files(case).items()})

    assert reading.case == folder.case
    assert [finding.code for finding in reading.findings] == [finding.code for finding in folder.findings]


def test_numbers_are_read_as_they_stand() -> None:
    given_data = data()
    given_data["aftale"]["kapitler"][0]["nummer"] = "NUMMER"
    given_data["aftale"]["budgetår"] = 2018
    text = json.dumps(given_data).replace('"NUMMER"', "5.10").encode()

    case = read_case_json(text).case

    assert case
    assert case.agreement.chapters[0].number == "5.10"
    assert case.agreement.budget_year == 2018


def test_a_huge_number_is_no_year() -> None:
    given_data = data()
    given_data["aftale"]["budgetår"] = "JETZT"
    text = json.dumps(given_data).replace('"JETZT"', "9" * 100_000).encode()

    assert ("ugyldigt-årstal", "/aftale/budgetår") in found(text)


@pytest.mark.parametrize(
    ("change", "code", "pointer"),
    [
        (lambda d: d["aftale"].update(budgetår="nitten"), "ugyldigt-årstal", "/aftale/budgetår"),
        (lambda d: d["aftale"].update(tiltel="x"), "ukendt-felt", "/aftale/tiltel"),
        (lambda d: d["aftale"]["kapitler"][1]["delelementer"][0].update(ansvarligt_center="Findes ikke"),
         "ukendt-center", "/aftale/kapitler/1/delelementer/0/ansvarligt_center"),
        (lambda d: d["opfølgninger"][2].update(dato="i går"), "ugyldig-dato", "/opfølgninger/2/dato"),
        (lambda d: d["opfølgninger"][2]["status"].update({"a/b~": {}}), "ukendt-delelement",
         "/opfølgninger/2/status/a~1b~0"),
        (lambda d: d["opfølgninger"].append(d["opfølgninger"][0]), "opfølgning-to-gange", "/opfølgninger/5"),
        (lambda d: d["opfølgninger"].append({"opfølgning": 7}), "ukendt-opfølgning", "/opfølgninger/5"),
        (lambda d: d["opfølgninger"].append([]), "felt-mangler", "/opfølgninger/5"),
        (lambda d: d.update(opfølgninger="ingen"), "forkert-form", "/opfølgninger"),
        (lambda d: d.update(undtagelser=[{"kode": "x"}]), "felt-mangler", "/undtagelser/0"),
        (lambda d: d["aftale"]["kapitler"][0].update(delelementer={"": ""}), "forkert-form",
         "/aftale/kapitler/0/delelementer"),
        (lambda d: d["aftale"].update(kapitler={"a": {"delelementer": [{"x": "y"}]}}), "forkert-form",
         "/aftale/kapitler"),
        (lambda d: d.update(andet=True), "ukendt-felt", "/andet"),
        (lambda d: d["aftale"].update(titel=True, sagsid=False), "ugyldigt-sagsid", "/aftale/sagsid"),
    ],
)  # fmt: skip
def test_a_finding_leads_to_its_value(change: Any, code: str, pointer: str) -> None:
    changed = data()
    change(changed)

    assert (code, pointer) in found(changed)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "ugyldig-json"),
        (b"{", "ugyldig-json"),
        (b'{"aftale": NaN}', "ugyldig-json"),
        (b"[" * 100_000, "for-dyb-indrykning"),
        (b'{"aftale": ' + b"[" * 60 + b"]" * 60 + b"}", "for-dyb-indrykning"),
        (b'{"aftale": 1, "aftale": 2}', "samme-felt-to-gange"),
        (b'{"aftale": {"titel": "\\ud800"}}', "ugyldigt-tegn"),
        (b'{"\\ud800": 1, "aftale": {}}', "ugyldigt-tegn"),
        (b"\xff\xfe{", "forkert-tegns\xc3\xa6t".encode("latin-1").decode()),
        (b"null", "felt-mangler"),
        (b"[]", "felt-mangler"),
        (b"{}", "felt-mangler"),
    ],
)
def test_what_is_no_case_is_told(content: bytes, code: str) -> None:
    assert code in [found_code for found_code, _ in found(content)]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["aftale", "opfølgninger", "opfølgning", "status", "kapitler", "x"]), inner)
    ),
    max_leaves=12,
)


@given(JSON)
@settings(max_examples=150, deadline=None)
def test_anything_is_read_or_refused_and_can_be_told(value: object) -> None:
    for finding in all_findings(read_case_json(json.dumps(value).encode())):
        assert str(finding.as_json()).encode()
        assert finding.place.pointer is not None
