"""The commands as the contract says: exit codes, what goes where, and the letter of the JSON."""

import json
import re
import shutil
from pathlib import Path

import pikepdf
import pytest

from tests.cli.program import EXAMPLE, run
from tests.repository import ROOT

COMMITTEE = "Erhvervs- og Beskæftigelsesudvalget"


@pytest.fixture
def case_folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "sag"))


def test_check_prints_findings_on_standard_error_and_says_fine() -> None:
    done = run("check", EXAMPLE)
    assert (done.code, done.out) == (0, "")
    assert "advarsler." in done.err or "advarsel." in done.err or "Sagen er i orden" in done.err


def test_check_json_is_the_contract() -> None:
    done = run("check", EXAMPLE, "--json")
    answer = json.loads(done.out)
    assert list(answer) == ["anmærkninger"]
    assert answer["anmærkninger"], "the example shows at least one warning"
    for finding in answer["anmærkninger"]:
        assert list(finding) == ["kode", "alvor", "sted", "tekst", "råd"]
        assert finding["alvor"] == "advarsel"
        assert ".yaml" in finding["sted"]
        assert "linje" in finding["sted"]


def test_strict_makes_warnings_stop() -> None:
    assert run("check", EXAMPLE, "--strict").code == 1


def test_an_error_stops_with_exit_code_1_and_nothing_is_written(case_folder: Path, tmp_path: Path) -> None:
    agreement = case_folder / "aftale.yaml"
    agreement.write_text(agreement.read_text().replace("budgetår: 2018", "budgetår: atten"))
    assert run("check", case_folder).code == 1
    done = run("render", case_folder, "--followup", "2", "-o", tmp_path / "ud")
    assert done.code == 1
    assert "»atten« er ikke et årstal." in done.err
    assert not (tmp_path / "ud").exists()


def test_a_followup_that_is_not_there_is_made_with_next(case_folder: Path, tmp_path: Path) -> None:
    for number in (2, 3, 4):
        (case_folder / f"opfoelgning-{number}.yaml").unlink()
    for followup, hint in (
        ("2", "Gør opfølgning 2 klar med kommandoen next."),
        ("4", "Gør først opfølgning 2 klar med kommandoen next."),
    ):
        done = run("render", case_folder, "--followup", followup, "-o", tmp_path / "ud")
        assert (done.code, done.err.splitlines()[-1]) == (2, f"  → Sagen har opfølgning 0 og 1. {hint}")
    (case_folder / "opfoelgning-0.yaml").unlink()
    assert "Opret filen opfoelgning-0.yaml." in run("status", case_folder, "--followup", "0").err


def test_an_error_hides_no_warning_of_what_can_be_read(case_folder: Path) -> None:
    def checked() -> tuple[set[str], str]:
        done = run("check", case_folder)
        assert done.code == 1
        return set(re.findall(r"^advarsel: .*$", done.err, re.MULTILINE)), done.err.splitlines()[-1]

    warnings = re.findall(r"^advarsel: .*$", run("check", case_folder).err, re.MULTILINE)
    agreement = case_folder / "aftale.yaml"
    text = agreement.read_text(encoding="utf-8")
    agreement.write_text(text.replace("ansvarligt_center: Arbejdsmarked\n", "ansvarligt_center: Arbejdmarked\n", 1))
    told, last = checked()
    assert set(warnings) <= told
    assert last.endswith("Der kan vise sig flere, når fejlene er rettet.")

    (case_folder / "opfoelgning-4.yaml").write_text("opfølgning: 4\n\tdato: 2019-03-01\n")
    assert set(warnings) <= checked()[0] | {line for line in warnings if "opfoelgning-4.yaml" in line}
    agreement.write_text(text.replace("budgetår: 2018", "budgetår: atten"))
    assert checked()[1] == "2 fejl og 0 advarsler. Der kan vise sig flere, når fejlene er rettet."


def test_status_json_is_the_contract() -> None:
    rows = json.loads(run("status", EXAMPLE, "--followup", "2", "--committee", COMMITTEE, "--json").out)
    assert len(rows) >= 9
    for row in rows:
        assert list(row) == [
            "ref", "nummer", "titel", "kapitel", "type", "ansvarligt_center", "ansvarligt_udvalg", "bidragsydere",
            "smileyer", "økonomi",
        ]  # fmt: skip
        assert row["ansvarligt_udvalg"] == COMMITTEE
        assert len(row["smileyer"]) == 4
        assert {*row["smileyer"], row["økonomi"]} <= {"glad", "mellemfornøjet", "sur", None}


def test_status_prints_a_table_without_colours_when_nobody_looks() -> None:
    done = run("status", EXAMPLE, "--followup", "2")
    assert done.code == 0
    assert "5.08.2" in done.out
    assert "\x1b[" not in done.out + done.err


def test_render_writes_the_editions_and_prints_their_names(tmp_path: Path) -> None:
    done = run("render", EXAMPLE, "--followup", "2", "--committee", COMMITTEE, "--format", "docx,html", "-o", tmp_path)
    assert done.code == 0, done.err
    names = [Path(line).name for line in done.out.splitlines()]
    stem = "aftale-om-budget-2018_2-opfoelgning_erhvervs-og-beskaeftigelsesudvalget"
    assert names == [f"{stem}.docx", f"{stem}.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == names


@pytest.mark.slow
def test_a_round_is_every_committee_and_the_whole(tmp_path: Path) -> None:
    done = run("render", EXAMPLE, "--followup", "3", "--all", "--json", "-o", tmp_path)
    answer = json.loads(done.out)
    assert done.code == 0, done.err
    assert list(answer) == ["filer", "anmærkninger"]
    names = {Path(path).name for path in answer["filer"]}
    assert names == {path.name for path in tmp_path.iterdir()}
    whole = "aftale-om-budget-2018_3-opfoelgning_hele-kommunen"
    assert {f"{whole}.pdf", f"{whole}.docx"} < names
    assert len(names) >= 6


def test_a_draft_is_called_one(tmp_path: Path) -> None:
    done = run("render", EXAMPLE, "--followup", "1", "--format", "docx", "--draft", "-o", tmp_path)
    assert done.code == 0, done.err
    assert [path.name for path in tmp_path.iterdir()] == [
        "aftale-om-budget-2018_1-opfoelgning_hele-kommunen_udkast.docx"
    ]


def test_schema_is_json_schema_with_danish_descriptions() -> None:
    schema = json.loads(run("schema").out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for record in schema["$defs"].values():
        for name, field in record.get("properties", {}).items():
            assert field.get("description"), f"{record['title']}: {name}"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["render", EXAMPLE, "-o", "ud"], "Kommandoen mangler --followup eller --agreement."),
        (["render", EXAMPLE, "--followup", "7", "-o", "ud"], "Skriv et tal fra 0 til 4."),
        (["render", EXAMPLE, "--followup", "2", "--format", "odt", "-o", "ud"], "Formatet »odt« findes ikke."),
        (["render", EXAMPLE, "--followup", "2", "--format", ",", "-o", "ud"], "Der er ikke valgt noget format."),
        (
            ["render", EXAMPLE, "--followup", "2", "--committee", "Økonomiudvalget", "--all", "-o", "ud"],
            "--committee og --all kan ikke bruges sammen.",
        ),
        (["render", EXAMPLE, "--followup", "2", "--committee", "Skoleudvalget", "-o", "ud"], "Skoleudvalget"),
        (["chek", EXAMPLE], "Kommandoen »chek« findes ikke. Mente du check?"),
        (["check", EXAMPLE, "--strikt"], "Valget --strikt findes ikke. Mente du --strict?"),
        (["check"], "Kommandoen mangler MAPPE: sagsmappen med aftale.yaml."),
        (["check"], "Skriv fx »aftalerapport check min-sag«, eller skriv »aftalerapport check --help«"),
        (["draft", "sag", "-o", "ud"], "Kommandoen mangler --followup: opfølgningens nummer; 0 er udmøntningen."),
        (["archive", "get", "2"], "Kommandoen mangler --output: mappen, som filerne skrives i."),
        (["archive", "get", "2"], "Skriv fx »aftalerapport archive get 2 -o hentet«"),
        (["xyzzy", EXAMPLE], "Kommandoen »xyzzy« findes ikke. ["),
        (["check", "a", "b"], "Der er skrevet for mange ord efter kommandoen."),
        (["check", "Kultur-", "og", "Fritid"], "Sæt anførselstegn om navne, der har mellemrum i sig"),
        (["check", f"{EXAMPLE}/aftale.yaml"], "er en fil og ikke en mappe."),
        (["check", "findes-ikke"], "Der er ingen mappe »findes-ikke«."),
        (["render", "findes-ikke", "--followup", "2", "-o", "ud"], "Der er ingen mappe »findes-ikke«."),
        (["check", "/"], "er ikke en sagsmappe"),
        (["import", "findes-ikke.txt", "-o", "ud"], "Filen »findes-ikke.txt« kan ikke læses."),
        (["import", "-o", "ud"], "Kommandoen mangler FIL...: tidligere dokumenter (PDF, Word eller tekst)"),
        (["import", "x.txt", "-o"], "Valget -o mangler en værdi."),
    ],
    ids=lambda value: " ".join(str(word).rsplit("/", 1)[-1] for word in value) if isinstance(value, list) else "",
)
def test_a_wrong_call_is_told_in_danish_with_exit_code_2(words: list[str], message: str, tmp_path: Path) -> None:
    done = run(*words, cwd=tmp_path)
    assert done.code == 2
    assert message in done.err
    assert "→" in done.err
    assert done.out == ""
    assert list(tmp_path.iterdir()) == []


def test_an_error_as_json_stands_on_standard_output(tmp_path: Path) -> None:
    done = run("check", tmp_path, "--json")
    assert done.code == 2
    assert list(json.loads(done.out)["fejl"]) == ["kode", "tekst", "råd"]


@pytest.mark.parametrize("command", ["import", "check", "status", "render", "schema"])
def test_every_command_has_danish_help(command: str) -> None:
    done = run(command, "--help")
    assert done.code == 0
    assert any(letter in done.out for letter in "æøå")


def test_the_program_tells_its_version_as_its_files_do() -> None:
    from renderer.writers.provenance import provenance

    told = run("--version").out.strip()
    assert told.startswith("Aftalerapport ")
    assert told.split("aftryk")[0] == provenance().split("aftryk")[0]


def test_a_pdf_can_be_made_without_its_data(tmp_path: Path) -> None:
    done = run(
        "render", EXAMPLE, "--followup", "1", "--committee", COMMITTEE, "--format", "pdf", "--no-data", "-o", tmp_path
    )
    assert done.code == 0, done.err
    path = next(tmp_path.iterdir())
    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == "2A"
    refused = run("extract", path)
    assert refused.code == 2
    assert "har ingen kildedata" in refused.err


def test_a_pdf_gives_back_its_data_and_proves_itself(tmp_path: Path) -> None:
    run("render", EXAMPLE, "--followup", "1", "--committee", COMMITTEE, "--format", "pdf", "-o", tmp_path)
    path = next(tmp_path.iterdir())
    assert json.loads(run("extract", path).out)["facts"]["committee"] == COMMITTEE
    done = run("verify", path)
    assert (done.code, done.out) == (0, "identisk\n")
    damaged = tmp_path / "ændret.pdf"
    content = bytearray(path.read_bytes())
    content[-400] ^= 1
    damaged.write_bytes(content)
    assert run("verify", damaged).code in {1, 2}


def test_of_another_version_only_a_file_that_is_proved_to_the_last_byte_is_fine(tmp_path: Path) -> None:
    from renderer.edition.edition import Edition
    from renderer.journeys.rendering.extract import extract
    from renderer.writers.pdf import write_pdf
    from renderer.writers.provenance import Held, provenance

    kept = ROOT / "tests" / "journeys" / "earlier_versions" / "edition-e8436bb979bdb369.pdf"
    document = extract(kept).document
    assert isinstance(document, Edition)
    other = provenance().partition("; aftryk")[0] + "; aftryk 0123456789abcdef)"
    made = tmp_path / "udgave.pdf"
    made.write_bytes(write_pdf(document, held=Held(other, document.as_json())))

    proved, unproved = run("verify", made, "--json"), run("verify", kept, "--json")

    same = {"resultat": "identisk (dannet af en anden version)", "anmærkninger": []}
    assert (proved.code, json.loads(proved.out)) == (0, same)
    said = json.loads(unproved.out)
    assert (unproved.code, said["resultat"]) == (1, "kan ikke bevises")
    assert {one["alvor"] for one in said["anmærkninger"]} == {"advarsel"}
