"""The summary of what came back: every text, who decides between what, and files that Word and a browser open."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from renderer.errors import WrongCall
from renderer.findings import Place, warning
from renderer.journeys.case_files import folder_files
from renderer.journeys.returned.summarise import require_summary_name, summary_of, write_summary
from renderer.journeys.returned.take_back import TakenBack, take_back
from renderer.model.field import Field
from renderer.model.proposal import Comment, Conflict, Proposal
from tests.cli.program import EXAMPLE, run
from tests.ooxml import validate_docx
from tests.returned_drafts import returned_draft
from tests.word_checks import check_word_file

DAY = datetime.date(2018, 7, 6)
STATUS, SMILEY = (Field(2, "2.02", ("milepæle", "2", last)) for last in ("status", "smiley"))
TEXT = Field(None, "2.01", ("aftaletekst",))
GUIDE = Field(None, None, ("læsevejledning",))
SOURCE = Place("svar <1>.xlsx", sheet="Opfølgning", cell="G11")


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> TakenBack:
    """The example, and a draft of it that came back as it was sent."""
    came = tmp_path_factory.mktemp("svar") / "uændret.docx"
    came.write_bytes(returned_draft(EXAMPLE, {}))
    return take_back(folder_files(EXAMPLE), [came])


@pytest.fixture(scope="module")
def taken(nothing: TakenBack) -> TakenBack:
    """The example, with something of every kind that can come back."""
    proposals = (
        Proposal(SMILEY, "", "sur", ("Mette Holm",), "2018-07-05T10:02:00Z", SOURCE),
        Proposal(STATUS, "Syv har haft besøg.", "Otte har haft besøg:\n\n- to i maj\n- seks i juni", source=SOURCE),
        Proposal(TEXT, "Der købes ind & spares.", "", source=SOURCE),
    )
    two = tuple(Proposal(GUIDE, "En.", new, source=SOURCE) for new in ("To.", ""))
    conflict = Conflict(GUIDE, "To udkast er uenige.", "En.", "En.", two)
    comments = (
        Comment("Passer det?", "Bo Friis", "2018-07-05", STATUS, "otte", SOURCE, "Mette Holm", True),
        Comment("Godt arbejde.", "", "", None, "", SOURCE),
    )
    findings = (warning("tekst-ved-smiley", SOURCE, "Ved siden af smileyen står der noget.", "Skriv det i status."),)
    return replace(nothing, proposals=proposals, conflicts=(conflict,), comments=comments, findings=findings)


def write(taken: TakenBack, target: Path) -> Path:
    return write_summary(taken, [Path("svar <1>.xlsx"), Path("rettet.docx")], DAY, target)


@pytest.mark.slow
def test_the_word_file_is_valid(taken: TakenBack, tmp_path: Path) -> None:
    assert validate_docx([write(taken, tmp_path / "oversigt.docx")]) == []


def test_nothing_is_in_it_that_word_would_repair_and_it_is_the_same_every_time(
    taken: TakenBack, tmp_path: Path
) -> None:
    path = write(taken, tmp_path / "oversigt.docx")

    assert check_word_file(path) == []
    assert write(taken, tmp_path / "igen.DOCX").read_bytes() == path.read_bytes()


def test_the_page_has_every_text_under_its_heading(taken: TakenBack, tmp_path: Path) -> None:
    page = html.document_fromstring(write(taken, tmp_path / "oversigt.html").read_bytes())
    for style in page.iter("style"):
        style.text = ""
    words = " ".join("".join(map(str, page.itertext())).replace("\u00a0", " ").split())

    assert page.get("lang") == "da"
    assert page.findtext(".//title") == "Svar og rettelser, der er kommet tilbage – Aftale om budget 2018"
    assert [one.text for one in page.iter("h1", "h2")] == [
        "Svar og rettelser, der er kommet tilbage", "Konflikter, som skal afgøres", "Forslag", "Kommentarer",
        "Det, du skal være opmærksom på",
    ]  # fmt: skip
    assert [(one.text or "").replace("\u00a0", " ") for one in page.iter("h3")][:3] == [
        "Hele aftalen", "2.02 Flere køb gennem indkøbsaftalerne", "2.01 Den økonomiske strategi"
    ]  # fmt: skip
    for part in (
        "3 forslag, 1 konflikt og 2 kommentarer.",
        "Læst: svar <1>.xlsx samt rettet.docx.",
        "2. budgetopfølgning 2018: Ti institutioner har haft besøg af en indkøber.",
        "Smiley: nu ”sur”",
        "Fra: Mette Holm · 5. juli 2018 kl. 10.02 · svar <1>.xlsx Opfølgning!G11",
        "Aftaletekst (teksten er taget ud):",
        "Der købes ind & spares.",
        "Læsevejledning: To udkast er uenige.",
        "Sendt ud: En.",
        "I sagen: En.",
        "Svar 2: (ingen tekst)",
        "Om: »otte«",
        "Bo Friis: Passer det?",
        "Ukendt: Godt arbejde.",
        "Ved siden af smileyen står der noget. Skriv det i status.",
    ):
        assert part in words
    assert words.index("Smiley: nu") < words.index("Status:")
    known = {one.get("id") for one in page.iter("h2")}
    assert {one.get("aria-labelledby") for one in page.iter("section")} - {None} == known - {None}


def test_a_summary_of_nothing_says_so(nothing: TakenBack) -> None:
    found = summary_of(nothing, [], DAY)

    assert [part.anchor for part in found.parts] == ["advarsler"], "the draft is of an earlier follow-up"
    assert all(entry.heading for part in found.parts for entry in part.entries)
    assert summary_of(replace(nothing, findings=()), [], DAY).parts == ()
    assert found.opening[0] == "0 forslag, 0 konflikter og 0 kommentarer."


@pytest.mark.parametrize("name", ["oversigt.pdf", "oversigt", "oversigt.doc"])
def test_what_is_neither_word_nor_html_is_refused_before_anything_is_read(name: str) -> None:
    with pytest.raises(WrongCall, match="Word eller HTML"):
        require_summary_name(Path(name))


def test_the_command_saves_the_summary_and_changes_nothing(tmp_path: Path) -> None:
    came = returned_draft(EXAMPLE, {"Strategien ændrer ikke i sig selv": "Strategien ændrer ikke"})
    (tmp_path / "a.docx").write_bytes(came)
    before = {path.name: path.read_bytes() for path in EXAMPLE.iterdir()}
    done = run("take-back", EXAMPLE, "a.docx", "--summary", "oversigt.html", cwd=tmp_path)

    assert done.code == 0
    assert "Oversigten er gemt: oversigt.html" in done.out
    assert b"2.01" in (tmp_path / "oversigt.html").read_bytes()
    assert {path.name: path.read_bytes() for path in EXAMPLE.iterdir()} == before
