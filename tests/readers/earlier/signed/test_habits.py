"""The habits of other municipalities: how they name parties and years, and the same agreement in all formats."""

import io
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document

from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import EarlierReading, Fate
from renderer.readers.earlier.signed.agreeing import announces, read_agreeing
from renderer.readers.earlier.signed.capitals import written_out
from renderer.readers.earlier.signed.named_line import read_named_line
from renderer.readers.earlier.signed.recognise import is_agreement_title
from renderer.readers.earlier.signed.years import read_period
from tests.readers.earlier.signed.agreements import codes, points, signatories, signed
from tests.readers.earlier.signed.in_formats import Headings, as_pdf, as_word

FOLDER = Path(__file__).parent / "habits"
HEAD = "Budgetaftale 2026 for Solbjerg Kommune\n\nmellem Venstre, SF og Solbjerglisten"
# What is asked for wherever a document does not say it.
ASKED = {"sagsid-mangler", "periode-udledt"}


@dataclass(frozen=True)
class Expected:
    title: str
    period: str
    parties: tuple[str, ...]
    points: tuple[str | None, ...]
    chapters: tuple[str, ...]
    municipality: str | None = "Solbjerg Kommune"
    introduction: tuple[str | None, ...] = ()
    codes: frozenset[str] = frozenset()


SAMPLES = {
    "parties-with-persons": Expected(
        "Budgetaftale 2026-2029", "2026-2029",
        ("Socialdemokratiet", "Venstre", "Det Konservative Folkeparti"),
        ("1.1", "1.2"), ("Børn",), introduction=("Forord",),
    ),
    "parties-at-the-end": Expected(
        "Budgetforlig 2025-28", "2025-2028", ("Socialdemokratiet", "Venstre", "SF", "Solbjerglisten"),
        ("1.1", "1.2"), ("Børn",), introduction=("Indledning",),
    ),
    "title-with-parties": Expected(
        "Politisk aftale om budget 2022 og overslagsårene 2023-2025", "2022-2025",
        ("Venstre", "Dansk Folkeparti", "Liberal Alliance", "Det Konservative Folkeparti"),
        ("KF01", "KF02", "TM01"), ("Kultur og fritid", "Teknik og miljø"), municipality=None, introduction=(None,),
        codes=frozenset({"kommune-mangler"}),
    ),
    "parties-by-letter": Expected(
        "Budgetaftale 2024", "2024", ("A", "B", "F", "V", "Ø"), ("1.1", "1.2"), ("Skole og dagtilbud",),
    ),
    "all-in-capitals": Expected(
        "Budgetforlig 2027", "2027", ("Socialdemokratiet", "SF", "Enhedslisten", "Solbjerglisten"),
        ("1.1", "1.2"), ("ØKONOMIUDVALGET",), introduction=("FORORD",),
    ),
    "parties-in-the-introduction": Expected(
        "Aftale om Solbjerg Kommunes budget 2025-2028", "2025-2028",
        ("Socialdemokratiet", "Venstre", "SF", "Radikale Venstre"),
        ("1.1", "1.2"), ("Ældre",), introduction=("Indledning",),
    ),
    "dashes-with-persons": Expected(
        "Budgetaftale for 2023-2026", "2023-2026",
        ("Socialdemokratiet (A)", "Venstre (V)", "Dansk Folkeparti (O)"),
        ("S1", "S2"), ("Social",), introduction=("Indledning",),
    ),
    "one-level": Expected(
        "Budgetaftale 2026 Solbjerg Kommune", "2026", ("Socialdemokratiet", "Venstre", "Borgerlisten Solbjerg"),
        ("1", "2", "3"), ("Velfærd", "Anlæg"),
    ),
    "contents-without-pages": Expected(
        "Budgetaftale 2026", "2026", ("Socialdemokratiet", "SF", "Enhedslisten"),
        ("1.1", "1.2", "2.1"), ("Natur", "Veje"), introduction=("Indledning",),
    ),
    "budget-as-title": Expected(
        "Budget 2026 med overslagsårene 2027, 2028 og 2029", "2026-2029",
        ("Socialdemokratiet", "Moderaterne", "Venstre"), ("1.1", "1.2"), ("Natur",),
    ),
    "sentence-of-parties": Expected(
        "Flerårig budgetaftale 2024-27", "2024-2027",
        ("Det Konservative Folkeparti", "Liberal Alliance", "Alternativet", "Socialistisk Folkeparti",
         "Solbjerg Borgerliste"),
        ("1.1", "1.2"), ("Fjorden",), introduction=("Indledning",),
    ),
    "lines-close-together": Expected(
        "Budgetaftale 2028-31", "2028-2031", ("A - Socialdemokratiet", "V - Venstre", "Solbjerglisten"),
        ("VP/01", "VP/02", "KU/05"), ("Vej og park", "Kultur:"), introduction=("Forord",),
    ),
    "contents-without-a-heading": Expected(
        "Budgetaftale 2027", "2027",
        ("Socialdemokratiet", "Det Konservative Folkeparti", "Radikale Venstre", "Solbjerglisten"),
        ("1.1", "1.2", "2.1"), ("Natur", "Veje"), introduction=(None,),
    ),
}  # fmt: skip
FORMATS = ("parties-with-persons", "title-with-parties", "dashes-with-persons", "contents-without-pages")


def _text(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def _read(text: str) -> EarlierReading:
    return read_earlier("aftale.txt", text.encode())


def _found(reading: EarlierReading) -> Expected:
    agreement = signed(reading)
    return Expected(
        reading.agreement["titel"],
        str(agreement.period),
        agreement.party_names,
        tuple(point.number for point in agreement.points()),
        tuple(chapter.title for chapter in agreement.chapters),
        reading.agreement.get("organisation", {}).get("kommune"),
        tuple(section.heading for section in agreement.introduction),
        frozenset(codes(reading)) - ASKED,
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_each_habit_is_read_as_a_person_reads_it(name: str) -> None:
    reading = _read(_text(name))

    assert _found(reading) == SAMPLES[name]
    assert {line.fate for line in reading.accounting} <= {Fate.PLACED, Fate.FURNITURE}


@pytest.mark.parametrize("headings", Headings)
@pytest.mark.parametrize("name", FORMATS)
def test_word_and_pdf_say_the_same(name: str, headings: Headings) -> None:
    text = _text(name)

    assert _found(read_earlier("aftale.docx", as_word(text, headings))) == SAMPLES[name]
    assert _found(read_earlier("aftale.pdf", as_pdf(text, headings))) == SAMPLES[name]


def test_a_line_break_in_word_sets_a_heading_apart_from_its_text() -> None:
    for name in ("one-level", "title-with-parties", "parties-at-the-end"):
        document = Document()
        for words in re.split(
            r"\n\s*\n", re.sub(r"(?m)^((?:\d\.\d|\d\.|[KT][FM]\d\d) .*)\n+", r"\1\n", _text(name)).strip()
        ):
            document.add_paragraph(words)
        file = io.BytesIO()
        document.save(file)

        assert _found(read_earlier("aftale.docx", file.getvalue())) == SAMPLES[name]


def test_persons_on_the_front_page_are_signatories() -> None:
    assert signatories(_read(_text("parties-with-persons"))) == [
        ("Eva Lund", "Socialdemokratiet", None),
        ("Bo Krag", "Venstre", None),
        ("Rikke Holm", "Det Konservative Folkeparti", None),
    ]
    assert signatories(_read(_text("dashes-with-persons")))[0] == ("Eva Lund", "Socialdemokratiet (A)", "borgmester")


def test_a_sentence_that_says_more_stays_in_the_text() -> None:
    [section] = signed(_read(_text("parties-in-the-introduction"))).introduction

    assert section.text.plain.startswith("Et bredt flertal bestående af Socialdemokratiet, Venstre, SF og")


def test_parties_that_are_nowhere_are_told() -> None:
    text = _text("parties-at-the-end")
    reading = _read(text[: text.index("Parterne bag")])

    [finding] = [one for one in reading.findings if one.code == "parter-mangler"]
    assert finding.place.line == 1


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("årligt.", "årligt. 7.4 Nye cykler er der også råd til.", "overskrift-i-teksten", "7.4 Nye cykler"),
        ("årligt.", "årligt.\n\n2. Havnen ............ 7\n", "indholdsfortegnelse-i-teksten", "2. Havnen"),
        ("årligt.", "årligt. Skriv til xxx@solbjerg.dk.", "pladsholder", "xxx@solbjerg.dk"),
        ("årligt.", "årligt.\n\nENHEDSLISTEN\n\nDet er godt.", "parti-i-teksten", "ENHEDSLISTEN"),
        ("årligt.", "årligt.\n\n7\n", "sidetal-i-teksten", "7"),
    ],
)
def test_structure_inside_a_text_is_told_with_its_line(old: str, new: str, code: str, words: str) -> None:
    text = _text("parties-with-persons").replace(old, new)
    reading = _read(text)

    [finding] = [one for one in reading.findings if one.code == code]
    line = next(n for n, line in enumerate(text.split("\n"), 1) if words in line)
    assert finding.place.line == line
    assert next(one.fate for one in reading.accounting if one.line == line) is Fate.REPORTED


def test_an_address_that_nobody_has_filled_in_is_no_contact() -> None:
    reading = _read(_text("parties-with-persons").replace("Forord", "E-mail: navn@solbjerg.dk\n\nForord"))

    assert signed(reading).contact.email is None
    assert "pladsholder" in codes(reading)


@pytest.mark.parametrize(
    ("said", "parties"),
    [
        ("mellem\n- Venstre\n- SF", ("Venstre", "SF")),
        ("Aftaleparterne er:\nVenstre\nSF", ("Venstre", "SF")),
        ("Parter: Venstre / SF / Solbjerglisten", ("Venstre", "SF", "Solbjerglisten")),
        ("Bag aftalen står:\n\nvenstre\n\nradikale venstre", ("Venstre", "Radikale Venstre")),
        ("Bag aftalen står:\n- Venstre,\n- SF og\n- Solbjerglisten.", ("Venstre", "SF", "Solbjerglisten")),
        ("Bag aftalen står:\n1. Venstre\n2. SF", ("Venstre", "SF")),
        ("Bag aftalen står:\n(V) Venstre\n(F) SF", ("(V) Venstre", "(F) SF")),
        ("Vi, Venstre og SF, er enige om budgettet.", ("Venstre", "SF")),
        ("Listerne A, F og V indgår aftale om budgettet.", ("A", "F", "V")),
        ("Venstre, Radikale\nVenstre og SF har indgået følgende aftale:", ("Venstre", "Radikale Venstre", "SF")),
        ("Venstre og SF\n\nindgår hermed aftale om budgettet.", ("Venstre", "SF")),
    ],
)
def test_ways_to_name_the_parties(said: str, parties: tuple[str, ...]) -> None:
    text = _text("parties-at-the-end").replace("Indledning", f"{said}\n\nIndledning")
    reading = _read(text[: text.index("Parterne bag")])

    assert signed(reading).party_names == parties
    assert [section.heading for section in signed(reading).introduction][-1] == "Indledning"
    assert {line.fate for line in reading.accounting} <= {Fate.PLACED, Fate.FURNITURE}


def test_a_title_holds_no_parties() -> None:
    text = "Budgetaftale 2027 mellem Venstre, SF og Solbjerglisten for de unge i byen"
    reading = _read(_text("parties-at-the-end").replace("Budgetforlig 2025-28 for Solbjerg Kommune", text))

    assert reading.agreement.get("titel") != text


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("Aftalens indhold\n\n1. Børn side 2\n1.1 Flere pædagoger side 2\n1.2 Skolemad side 3", set()),
        ("Oversigt\n\n1. Børn ........\n1.1 Flere pædagoger ........\n1.2 Skolemad ........", set()),
        ("Indhold\n\n1. Børn .... ii\n1.1 Flere pædagoger .... ii\n1.2 Skolemad .... iii", set()),
        ("1. Børn\n1.1 Flere pædagoger\n1.2 Skolemad", set()),
        ("Indhold\n\n1. Børn .... 2\n1.1 Flere pædagoger .... 2\n1.3 Fødder .... 3", {"indhold-uden-overskrift"}),
        ("Indhold\n\n2 1. Børn\n2 1.1 Flere pædagoger", set()),
        ("Indhold\n\nSe bagest i aftalen.", {"indholdsfortegnelse-i-teksten"}),
    ],
)
def test_ways_to_print_the_contents(table: str, told: set[str]) -> None:
    text = _text("parties-at-the-end").replace("Indledning", f"{table}\n\nIndledning")
    reading = _read(text)

    assert [point.number for point in signed(reading).points()] == ["1.1", "1.2"]
    assert set(codes(reading)) - ASKED == told


_SERIES = ("SUND-1", "SUND-2", "BY-4")


@pytest.mark.parametrize(
    ("numbers", "read"),
    [
        (_SERIES, _SERIES),
        (("A1", "A2", "B1"), ("A1", "A2", "B1")),
        (("S 3", "S 4", "T 1"), ("S 3", "S 4", "T 1")),
        (("(Su01)", "(Su02)", "(By01)"), ("Su01", "Su02", "By01")),
        (("SU-2026-01", "SU-2026-02", "BY-2026-01"), ("SU-2026-01", "SU-2026-02", "BY-2026-01")),
        (("Forslag 1:", "Forslag 2:", "Forslag 3:"), ("1", "2", "3")),
        (("1)", "2)", "3)"), ("1", "2", "3")),
        (("1", "2", "3"), ("1", "2", "3")),
        (("1.A", "1.B", "2.A"), ("1.A", "1.B", "2.A")),
        (("1-1", "1-2", "2-1"), ("1-1", "1-2", "2-1")),
    ],
)
@pytest.mark.parametrize("close", [True, False])
def test_ways_to_number_the_points(numbers: tuple[str, ...], read: tuple[str, ...], *, close: bool) -> None:
    titles = ("Sunde måltider", "Bænke til alle", "Lygter på torvet")
    first, second, third = (
        f"{number} {title}\n\nDer afsættes 0,2 mio. kr. i 2026." for number, title in zip(numbers, titles, strict=True)
    )
    text = f"{HEAD}\n\nSundhed og velfærd\n\n{first}\n\n{second}\n\nBy og land\n\n{third}\n"
    reading = _read(re.sub(r"\n+", "\n", text) if close else text)

    assert points(reading) == list(zip(read, titles, strict=True))
    assert [chapter.title for chapter in signed(reading).chapters] == ["Sundhed og velfærd", "By og land"]
    assert {line.fate for line in reading.accounting} == {Fate.PLACED}


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Budgetaftale 2021-24", "2021-2024"),
        ("Aftale om budget 2021–2024", "2021-2024"),
        ("Budget 2022 og overslagsårene 2023-2025", "2022-2025"),
        ("Budget 2022 (med overslag 2023, 2024 og 2025)", "2022-2025"),
        ("Budgetårene 2023 til 2026", "2023-2026"),
        ("Budgetaftale 2024", None),
        ("Aftale af 2024-12-05", None),
    ],
)
def test_years_in_words(text: str, period: str | None) -> None:
    assert read_period(text) == period


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("indgået mellem Venstre, Solbjergs Venner og SF", ("Venstre", "Solbjergs Venner", "SF")),
        ("Bag aftalen står A, B og Ø.", ("A", "B", "Ø")),
        ("Parterne bag aftalen: SF og Enhedslisten", ("SF", "Enhedslisten")),
        ("AFTALE MELLEM VENSTRE, SOLBJERGS VENNER OG SF", ("Venstre", "Solbjergs Venner", "SF")),
        ("Samtlige partier (A, C og V) har indgået aftale", ("A", "C", "V")),
        ("Der er penge til Kultur, Fritid og Idræt", None),
    ],
)
def test_a_series_of_parties_in_a_sentence(text: str, names: tuple[str, ...] | None) -> None:
    found = read_agreeing(text)
    assert (found.names if found else None) == names


def test_words_that_say_more_than_who_agrees() -> None:
    more = read_agreeing("Venstre og SF har indgået aftale om budgettet, der giver flere cykler.")
    other = read_agreeing("Venstre og SF ønsker ikke aftalen.")
    assert more is not None
    assert other is not None
    assert (more.says_no_more, more.says_so) == (False, True)
    assert (other.says_no_more, other.says_so) == (False, False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mellem", True),
        ("Aftaleparter:", True),
        ("Følgende partier er enige om budgettet:", True),
        ("Partierne har følgende ønsker til skolerne:", False),
        ("Indledning", False),
    ],
)
def test_words_that_announce_parties(text: str, said: bool) -> None:
    assert announces(text) is said


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("BUDGETAFTALE FOR SOLBJERG 2024", "Budgetaftale for Solbjerg 2024"),
        ("LYNGE-BYRUP KOMMUNE", "Lynge-Byrup Kommune"),
        ("RADIKALE VENSTRE", "Radikale Venstre"),
        ("SF", "SF"),
        ("Budget 2024", "Budget 2024"),
    ],
)
def test_capitals_are_written_out(text: str, written: str) -> None:
    assert written_out(text) == written


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Eva Lund (A)", ("Eva Lund", "A", ())),
        ("Venstre v/ Bo Krag", ("Bo Krag", "Venstre", ())),
        ("For Venstre: Bo Krag", ("Bo Krag", "Venstre", ())),
        ("Borgmester Eva Lund (SF)", ("Eva Lund", "SF", ("Borgmester",))),
        ("Radikale Venstre Bo Krag", ("Bo Krag", "Radikale Venstre", ())),
        ("SF - Socialistisk Folkeparti", None),
        ("Solbjerg Kommune", None),
    ],
)
def test_a_line_with_name_and_party(line: str, found: tuple[str, str, tuple[str, ...]] | None) -> None:
    read = read_named_line(line)
    assert (read and (read[0].name, read[0].parties[0], read[0].offices)) == found


@pytest.mark.parametrize(
    "title",
    ["Solbjerg Kommunes budgetaftale for 2025", "Det brede budgetforlig 2026", "Endelig aftale om budget 2027-2030"],
)
def test_titles_of_agreements(title: str) -> None:
    assert is_agreement_title(title)
    assert not is_agreement_title(f"{title}.")
    assert not is_agreement_title(re.sub(r"\d{4}", "", title))
