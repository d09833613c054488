"""A comparison's Word file opens in Word, says what the comparison says, and marks changes in the text itself."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from renderer.edition.comparison import SectionKind
from renderer.writers.comparison.word import write_comparison_word
from tests.compared import HAPPY, compared, everything, report
from tests.ooxml import validate_docx
from tests.word_checks import check_word_file
from tests.writers.comparison.test_pdf import SAMPLES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(BytesIO(data)) as file:
        return etree.fromstring(file.read("word/document.xml"))


def words(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))


def lines(data: bytes) -> list[str]:
    """The words of every paragraph."""
    return [words(one) for one in body(data).iter(f"{W}p")]


@pytest.mark.slow
def test_samples_are_valid(tmp_path: Path) -> None:
    paths = []
    for number, sample in enumerate(SAMPLES.values()):
        paths.append(tmp_path / f"{number}.docx")
        paths[-1].write_bytes(write_comparison_word(sample()))
    assert validate_docx(paths) == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_nothing_is_in_it_that_word_would_repair(sample: str, tmp_path: Path) -> None:
    path = tmp_path / "liste.docx"
    path.write_bytes(write_comparison_word(SAMPLES[sample]()))
    assert check_word_file(path) == []


def test_it_says_what_the_comparison_says() -> None:
    comparison = everything()
    said = lines(write_comparison_word(comparison))
    assert [one for one in said if one in {section.heading for section in comparison.sections}] == [
        section.heading for section in comparison.sections
    ]
    entries = [entry for section in comparison.sections for entry in section.entries]
    assert all(entry.heading in said for entry in entries)
    assert all(change.line in said for entry in entries for change in entry.changes if change.kind != "smiley")
    assert "Økonomi: fra ☺\u00a0Glad til ☹\u00a0Sur" in said
    assert all(paragraph in said for paragraph in (*comparison.opening, comparison.marking))


def test_changed_words_are_marked_in_the_text() -> None:
    first, second = ({"5.01": {"økonomi": report(HAPPY, f"{words} er ansat.")}} for words in ("Syv", "Ni"))
    document = body(write_comparison_word(compared(first, second)))
    runs = {words(run): [etree.QName(one).localname for one in run.iter()] for run in document.iter(f"{W}r")}
    assert "strike" in runs["Syv"]
    assert {"b", "u"} <= set(runs["Ni"])
    assert not {"b", "u", "strike"} & set(runs[" er ansat."])
    assert any("[Syv] Ni er ansat." in line for line in lines(write_comparison_word(compared(first, second))))


def test_headings_make_the_navigation_pane() -> None:
    comparison = everything()
    document = body(write_comparison_word(comparison))
    styles = [one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for one in document.iter(f"{W}p")]  # type: ignore[union-attr]
    listed = [section for section in comparison.sections if section.kind is not SectionKind.FIRST]
    assert styles.count("Heading1") == 1
    assert styles.count("Heading2") == len(comparison.sections)
    assert styles.count("Heading3") == sum(len(section.entries) for section in listed)


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert write_comparison_word(everything()) == write_comparison_word(everything())
