"""Nothing of YAML's own typing leaks in: a scalar is the text that stands there, and odd files are findings."""

import pytest

from renderer.findings import Finding
from renderer.model.case import Case
from renderer.readers.yaml.data import located
from renderer.readers.yaml.folder import CaseReading, read_case_folder
from renderer.readers.yaml.tree import read_tree

AGREEMENT = """\
titel: Aftale om budget 2018
budgetår: 2018
sagsid: 00.30.00-S00-9-16
organisation: {kommune: Ballerup Kommune}
kapitler:
  - nummer: 5
    titel: nej
    delelementer:
      - nummer: 5.10
        titel: 1_000
        type: drift
        milepæle: {1: 2018-07-04, 2: "0x1F", 3: ~, 4: 1e3}
"""


def read(**files: str | bytes) -> CaseReading:
    named = {name.replace("_", "-") + ".yaml": content for name, content in files.items()}
    return read_case_folder({name: text.encode() if isinstance(text, str) else text for name, text in named.items()})


def only(reading: CaseReading) -> Finding:
    assert reading.case is None
    assert len(reading.findings) == 1, reading.findings
    return reading.findings[0]


@pytest.mark.parametrize(
    "word",
    ["5.10", "nej", "2018-07-04", "1_000", "0x1F", "~", "null", "yes", "1e3", ".inf", "12:30:45", "0o14", "true"],
)
def test_a_plain_scalar_is_the_text_that_stands_there(word: str) -> None:
    root, findings = read_tree("aftale.yaml", f"titel: {word}\n".encode())
    assert root is not None
    assert located(root).data == {"titel": word}
    assert findings == []


def test_values_that_yaml_would_type_stay_words_in_the_case() -> None:
    case = read(aftale=AGREEMENT).case
    assert case is not None
    item = next(case.agreement.items())
    assert (item.number, item.title, case.agreement.chapters[0].title) == ("5.10", "1_000", "nej")
    assert [text.plain for text in item.milestones.values()] == ["2018-07-04", "0x1F", "~", "1e3"]


def test_item_numbers_that_look_alike_as_decimals_stay_different() -> None:
    twice = AGREEMENT + "      - {nummer: 5.1, titel: To, type: anlæg}\n"
    case = read(aftale=twice).case
    assert case is not None
    assert [item.ref for item in case.agreement.items()] == ["5.10", "5.1"]


def test_a_field_with_nothing_after_its_colon_is_absent() -> None:
    case = read(aftale=AGREEMENT + "        aftaletekst:\n        bidragsydere:\n").case
    assert case is not None
    assert not next(case.agreement.items()).agreement_text


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"titel: &anker Aftale\n", "anker", 1),
        (b"a: 1\ntitel: *anker\n", "anker", 2),
        (b"a: 1\ntitel: !!int 3\n", "mærke", 2),
        (b"a: 1\ntitel: !egen 3\n", "mærke", 2),
        (b"a: 1\n---\nb: 2\n", "flere-dokumenter", 2),
        (b"a:\n\tb: 1\n", "ugyldig-yaml", 2),
        (b"a: b: c\n", "ugyldig-yaml", 1),
        (b"a: 'b\n", "ugyldig-yaml", 1),
        (b"a: @b\n", "ugyldig-yaml", 1),
        (b"a:\n  b: 1\n c: 2\n", "ugyldig-yaml", 3),
        (b"a: \x07\n", "ugyldig-yaml", 1),
        (b"", "tom-fil", None),
        (b"# kun en bem\xc3\xa6rkning\n", "tom-fil", None),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binær-fil", None),
        ("titel: Måløv\n".encode("latin-1"), "forkert-tegnsæt", 1),
        ("titel: Måløv\n".encode("utf-16"), "binær-fil", None),
        (b"[" * 1000, "for-dyb-indrykning", 1),
        (b"? [a, b]\n: c\n", "ugyldig-nøgle", 1),
    ],
)
def test_an_odd_file_is_one_finding_with_its_line(content: bytes, code: str, line: int | None) -> None:
    finding = only(read(aftale=content))
    assert (finding.code, finding.place.file, finding.place.line) == (code, "aftale.yaml", line)
    assert finding.message
    assert finding.hint


def test_a_key_that_stands_twice_is_reported_with_both_lines() -> None:
    finding = only(read(aftale=AGREEMENT + "titel: Aftale om budget 2019\n"))
    assert finding.code == "samme-felt-to-gange"
    assert finding.message == "Feltet »titel« står to gange; første gang på linje 1."
    assert finding.place.line == 13


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    content = b"\xef\xbb\xbf" + AGREEMENT.replace("\n", "\r\n").encode()
    assert read(aftale=content).case == read(aftale=AGREEMENT).case
    assert isinstance(read(aftale=content).case, Case)
