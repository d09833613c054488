"""Cases are checked and rendered for other systems, as the command line would."""

import hashlib
import io
import json
import zipfile

import pikepdf
import pytest

from renderer.edition.build import build_edition, round_committees
from renderer.journeys.case_workbook import case_workbook
from renderer.writers.pdf import write_pdf
from renderer.writers.provenance import Held, provenance
from tests.samples import small_case
from tests.service.cases import case, without_a_status, wrong_case, zipped_case
from tests.service.running import Client

PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return write_pdf(build_edition(small_case(), 2))


def test_a_case_without_errors_is_fine(client: Client) -> None:
    answer = client.post("/v1/check", json=case())

    assert answer.status_code == 200, answer.text
    assert answer.json() == {"anmærkninger": []}


def test_warnings_are_told_and_do_not_stop(client: Client) -> None:
    answer = client.post("/v1/check", json=without_a_status())

    assert answer.status_code == 200
    assert {one["alvor"] for one in answer.json()["anmærkninger"]} == {"advarsel"}
    assert all(one["pointer"].startswith("/opfølgninger/") for one in answer.json()["anmærkninger"])


@pytest.mark.parametrize("path", ["/v1/check", "/v1/render?followup=2"])
def test_errors_are_a_problem_with_every_finding_and_its_pointer(client: Client, path: str) -> None:
    answer = client.post(path, json=wrong_case())

    assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)
    said = answer.json()
    assert (said["status"], said["type"]) == (422, "urn:aftalerapport:anmærkninger-stopper")
    assert [(one["kode"], one["pointer"]) for one in said["anmærkninger"]] == [("ugyldigt-årstal", "/aftale/budgetår")]


def test_one_document_is_the_file_itself(client: Client, pdf: bytes) -> None:
    answer = client.post("/v1/render?followup=2", json=case())

    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.content == pdf
    assert "2-opfoelgning_hele-kommunen.pdf" in answer.headers["content-disposition"]


def test_a_zipped_folder_gives_the_same_document(client: Client, pdf: bytes) -> None:
    answer = client.post("/v1/render?followup=2", files={"case": ("sag.zip", zipped_case())})

    assert answer.content == pdf


def test_several_documents_are_a_zip_with_a_manifest(client: Client, pdf: bytes) -> None:
    answer = client.post("/v1/render?followup=2&format=pdf,html&all=true", json=case())

    assert answer.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files.pop("manifest.json"))
    assert len(files) == 2 * len(round_committees(small_case()))
    assert pdf in files.values()
    assert {one["navn"]: one["sha256"] for one in manifest["filer"]} == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items()
    }


def test_the_tag_stands_for_data_and_templates(client: Client) -> None:
    first = client.post("/v1/render?followup=2", json=case())
    tag = first.headers["etag"]

    again = client.post("/v1/render?followup=2", json=case(), headers={"If-None-Match": tag})
    other = client.post("/v1/render?followup=1", json=case(), headers={"If-None-Match": tag})

    assert (again.status_code, again.headers["etag"]) == (412, tag)
    assert (other.status_code, other.headers["etag"] == tag) == (200, False)


def test_what_is_asked_for_must_exist(client: Client) -> None:
    for query in ("followup=2&format=odt", "followup=2&format=", "followup=2&committee=X&all=true",
                  "followup=2&committee=Findes%20ikke", "followup=9", "followup=x", "", "all=x"):  # fmt: skip
        answer = client.post(f"/v1/render?{query}", json=case())
        assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM), query
        assert answer.json()["detail"]


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        (b"", "application/json", 400),
        (b"{", "application/json", 422),
        (b"[" * 200_000, "application/json", 422),
        (b"PK\x03\x04 no zip", "application/json", 400),
        (b"<x/>", "application/xml", 415),
        (b"--x", "multipart/form-data", 400),
        (b"--x--\r\n", "multipart/form-data; boundary=x", 422),
    ],
)
def test_what_is_no_case_is_refused_in_danish(client: Client, content: bytes, media_type: str, status: int) -> None:
    answer = client.post("/v1/check", content=content, headers={"Content-Type": media_type})

    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM), answer.text


def test_a_workbook_gives_the_same_document(client: Client, pdf: bytes) -> None:
    answer = client.post("/v1/render?followup=2", files={"case": ("sag.xlsx", case_workbook(small_case()))})

    assert answer.content == pdf


def test_a_workbook_without_a_case_is_refused(client: Client) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    answer = client.post("/v1/check", files={"case": ("sag.xlsx", target.getvalue())})

    assert (answer.status_code, answer.headers["content-type"]) == (400, PROBLEM)
    assert "sag.xlsx" in answer.json()["detail"]


def test_a_file_is_verified(client: Client, pdf: bytes) -> None:
    answer = client.post("/v1/verify", content=pdf, headers={"Content-Type": "application/pdf"})
    assert answer.json() == {"resultat": "identisk", "udgaver": [], "anmærkninger": []}

    assert client.post("/v1/verify", files={"file": ("a.pdf", pdf)}).json()["resultat"] == "identisk"
    assert client.post("/v1/verify", content=b"nej").status_code == 400


def test_a_file_of_another_version_is_verified_behind_the_walls(client: Client) -> None:
    edition = build_edition(small_case(), 2)
    other = provenance().partition("; aftryk")[0] + "; aftryk 0123456789abcdef)"
    made = write_pdf(edition, held=Held(other, edition.as_json()))
    saved, changed = io.BytesIO(), io.BytesIO()
    with pikepdf.open(io.BytesIO(made)) as pdf:
        pdf.save(saved, deterministic_id=True)
        pdf.pages[0].contents_add(pikepdf.Stream(pdf, b"0 0 40 40 re f"))
        pdf.save(changed, deterministic_id=True)

    same = client.post("/v1/verify", files={"file": ("a.pdf", made)}).json()
    assert same == {"resultat": "identisk (dannet af en anden version)", "udgaver": [], "anmærkninger": []}
    packed = client.post("/v1/verify", files={"file": ("a.pdf", saved.getvalue())}).json()
    assert (packed["resultat"], [one["kode"] for one in packed["anmærkninger"]]) == ("samme indhold", ["anden-version"])
    drawn = client.post("/v1/verify", files={"file": ("a.pdf", changed.getvalue())}).json()
    assert drawn["resultat"] == "kan ikke bevises"
    assert [one["kode"] for one in drawn["anmærkninger"]] == ["anden-version", "side-kan-ikke-bevises"]


def test_an_address_that_is_not_there_is_a_problem(client: Client) -> None:
    assert client.get("/v1/nothing").json()["title"] == "Findes ikke"
    assert client.get("/v1/render").status_code == 405


def test_a_document_sent_as_a_case_is_told_from_a_text_in_another_encoding(client: Client, pdf: bytes) -> None:
    document = client.post("/v1/check", files={"case": ("udgave.pdf", pdf)}).json()
    text = client.post("/v1/check", files={"case": ("sag.json", '{"sag": "ø"}'.encode("latin-1"))}).json()

    assert "hverken JSON, en zippet sagsmappe eller et regneark" in str(document)
    assert "Teksten er ikke UTF-8" in str(text)


def test_a_followup_that_cannot_be_is_told_which_can(client: Client) -> None:
    answer = client.post("/v1/render?followup=9&format=pdf", json=case())

    assert answer.json()["anmærkninger"][0]["råd"] == "Skriv et tal fra 0 til 4; 0 er udmøntningen."
