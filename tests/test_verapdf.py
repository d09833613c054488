"""The PDF validator finds what is wrong, and nothing where nothing is wrong."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests import verapdf
from tests.verapdf import validate_pdf
from tests.violation import ToolMissing
from tests.writers.own_way import WholeHtml

PAGE = '<html lang="da"><title>Prøve</title><body><h1>Økonomi</h1><p>Ærlige tal på én side.</p></body></html>'


def written(path: Path, variant: str | None) -> Path:
    """A one-page PDF that says it follows the standard of WeasyPrint's name `variant`."""
    path.write_bytes(WholeHtml(string=PAGE).write_pdf(pdf_variant=variant))
    return path


@pytest.mark.slow
def test_conforming_files_have_no_violations(tmp_path: Path) -> None:
    archive = written(tmp_path / "arkiv-æøå.pdf", "pdf/a-3a")
    accessible = written(tmp_path / "tilgængelig.pdf", "pdf/ua-1")

    assert validate_pdf([archive], ["3a"]) == []
    assert validate_pdf([accessible], ["ua1"]) == []


@pytest.mark.slow
def test_each_broken_rule_is_named_with_file_and_profile(tmp_path: Path) -> None:
    archive = written(tmp_path / "arkiv.pdf", "pdf/a-3a")
    plain = written(tmp_path / "almindelig.pdf", None)

    found = validate_pdf([archive, plain], ["3a", "ua1"])

    rules = {(violation.file, violation.standard, violation.rule) for violation in found}
    assert {rule for rule in rules if rule[0] == archive} == {(archive, "ua1", "5-1")}
    assert {(plain, "3a", "6.6.2.1-1"), (plain, "3a", "6.7.3.3-1"), (plain, "ua1", "7.1-11")} <= rules
    colours = next(violation for violation in found if violation.rule == "6.2.4.3-2")
    assert colours.count > 1
    assert "DeviceRGB" in colours.message


@pytest.mark.slow
@pytest.mark.parametrize(
    ("key", "rule"),
    [("/OutputIntents", "6.2.4.3-2"), ("/StructTreeRoot", "6.7.3.3-1"), ("/Metadata", "6.6.2.1-1")],
)
def test_what_is_taken_out_of_a_conforming_file_is_missed(tmp_path: Path, key: str, rule: str) -> None:
    good = written(tmp_path / "god.pdf", "pdf/a-3a")
    bad = tmp_path / "dårlig.pdf"
    with pikepdf.open(BytesIO(good.read_bytes())) as pdf:
        del pdf.Root[key]
        pdf.save(bad)

    assert rule in {violation.rule for violation in validate_pdf([bad], ["3a"])}


@pytest.mark.slow
def test_what_is_no_pdf_is_a_violation_and_not_passed_over(tmp_path: Path) -> None:
    text = tmp_path / "tekst.pdf"
    text.write_text("Dette er ikke en PDF.")
    absent = tmp_path / "findes-ikke.pdf"

    found = validate_pdf([text, absent], ["3a"])

    assert [(violation.file, violation.rule) for violation in found] == [
        (text, "unreadable"),
        (absent, "unreadable"),
    ]


@pytest.mark.slow
def test_an_unknown_profile_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="unknown profile: 3x"):
        validate_pdf([written(tmp_path / "a.pdf", None)], ["3x"])


def test_nothing_to_validate_is_an_error_and_no_success() -> None:
    with pytest.raises(ValueError, match="nothing to validate"):
        validate_pdf([])
    with pytest.raises(ValueError, match="nothing to validate"):
        validate_pdf([Path("a.pdf")], [])


def test_a_missing_tool_fails_and_names_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as machine:
        machine.setattr(verapdf, "JAXB", tmp_path / "jaxb-runtime.jar")
        with pytest.raises(ToolMissing, match="install libjaxb-java"):
            validate_pdf([tmp_path / "a.pdf"])
    with monkeypatch.context() as machine:
        machine.setenv("PATH", str(tmp_path))
        with pytest.raises(ToolMissing, match="install default-jdk-headless"):
            validate_pdf([tmp_path / "a.pdf"])
