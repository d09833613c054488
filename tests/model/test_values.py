"""The single values: what they take, and with which Danish words they refuse the rest."""

import datetime
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from renderer.model.case_id import CaseId, CaseIdText
from renderer.model.values import Date, ItemNumber, Line, ProseText, Year, YesNo


def refusal(kind: Any, value: Any) -> tuple[str, str, str]:
    """Code, message and hint with which a value is refused."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    (problem,) = caught.value.errors()
    return problem["type"], problem["msg"], problem["ctx"]["hint"]


def read(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


def written(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).dump_python(read(kind, value), mode="json")


@pytest.mark.parametrize(
    "number",
    [
        "5.1",
        "5.01",
        "5.10",
        "5.08.2",
        "1.1.1",
        "10",
        "TMU-01",
        "KFU-04A",
        "ØKU-01",
        "4A",
        "1a",
        "1.A",
        "1-2",
        "BI/01",
        "S 3",
        "S_3",
        "Su01",
        "BI-2026-01",
        "BØRN06",
        "BI01a",
    ],
)
def test_a_number_stays_as_it_is_printed(number: str) -> None:
    assert read(ItemNumber, number) == number
    assert read(ItemNumber, f" {number}. ") == number


@pytest.mark.parametrize("number", ["5,1,2", "5..1", "5.1..", ".5", "fem", "5.1 2", "٥.١", "1234"])
def test_what_is_no_number(number: str) -> None:
    assert refusal(ItemNumber, number) == (
        "ugyldigt-nummer",
        f"»{number}« er ikke et nummer.",
        "Skriv tal adskilt af punktum, fx 5.08.2, eller en kode, fx BI01, eller slet feltet uden nummer.",
    )


def test_a_number_that_a_spreadsheet_took_for_one_says_so() -> None:
    assert "(2.10 bliver 2,1)" in refusal(ItemNumber, "2,1")[2]


@pytest.mark.parametrize("number", [5.1, 5, None, True, ["5"]])
def test_a_number_is_a_text(number: object) -> None:
    assert refusal(ItemNumber, number)[0] == "ikke-tekst"


@pytest.mark.parametrize("year", ["2018", 2018])
def test_a_year(year: object) -> None:
    assert read(Year, year) == 2018


@pytest.mark.parametrize("year", ["18", "20180", "1899", "2018.0", "２０１８", 18, 2018.0, True, None, "årstal"])
def test_what_is_no_year(year: object) -> None:
    code, message, hint = refusal(Year, year)

    assert (code, message) == ("ugyldigt-årstal", f"»{year}« er ikke et årstal.")
    assert hint == "Skriv årstallet med fire cifre, fx 2018."


def test_a_date_is_read_as_typed_and_written_as_iso() -> None:
    assert read(Date, "2018-07-04") == datetime.date(2018, 7, 4)
    assert written(Date, "2018-07-04") == "2018-07-04"
    assert written(Date, "4. juli 2018") == written(Date, "04-07-2018") == "2018-07-04"


@pytest.mark.parametrize("date", ["juli 2018", "2018-07-04T00:00", "", "i går", 20180704])
def test_what_is_no_date(date: object) -> None:
    assert refusal(Date, date) == (
        "ugyldig-dato",
        f"»{date}« er ikke en dato.",
        "Skriv datoen som fx 2018-07-04, 04-07-2018 eller 4. juli 2018.",
    )


def test_yes_and_no() -> None:
    assert (read(YesNo, "ja"), read(YesNo, "nej")) == (True, False)
    assert (read(YesNo, "Ja"), read(YesNo, " NEJ ")) == (True, False)
    assert (written(YesNo, "ja"), written(YesNo, "nej")) == ("ja", "nej")


@pytest.mark.parametrize("word", ["yes", "true", "j", "", "1", 1, None, {}])
def test_neither_yes_nor_no(word: object) -> None:
    assert refusal(YesNo, word)[0] == "hverken-ja-eller-nej"


def test_a_line_has_single_spaces_and_composed_letters() -> None:
    assert read(Line, "  By,\n\tErhverv \u00a0 og\u2009Milj\u00f8 ") == "By, Erhverv og Miljø"
    assert read(Line, "A\u030adalen") == "Ådalen"
    assert read(Line, "første\u2028anden") == "første anden"


@pytest.mark.parametrize("line", ["", "  ", "\n", "\u00a0"])
def test_an_empty_line(line: str) -> None:
    assert refusal(Line, line) == ("tom-tekst", "Feltet er tomt.", "Skriv en tekst, eller slet feltet.")


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u200b", "\u202e", "\u00ad", "\ufeff", "\uf04a", "\uffff", "\ud800"],
)
@pytest.mark.parametrize("kind", [Line, ProseText])
def test_what_cannot_be_printed_is_refused(kind: Any, character: str) -> None:
    assert refusal(kind, f"Tekst{character}er") == (
        "ugyldigt-tegn",
        f"Teksten har et tegn, som ikke kan trykkes: U+{ord(character):04X}.",
        "Slet tegnet, eller skriv teksten igen uden at kopiere den.",
    )


@pytest.mark.parametrize("text", ["½ m² ≥ 3 °C – ”æøå” é ☺ 😐 … €", "kr. 1.000,-", "{felt} {{x}} %s"])
def test_what_can_be_printed_is_kept(text: str) -> None:
    assert read(Line, text) == text
    assert written(ProseText, text) == text


@pytest.mark.parametrize("text", ["{0}", "{hint}", "{message}", "{{x}}"])
def test_braces_in_a_refused_value_are_shown(text: str) -> None:
    assert refusal(ItemNumber, text)[1] == f"»{text}« er ikke et nummer."


def test_case_id_and_its_parts() -> None:
    assert CaseId.parse(" 00.30.00-S00-9-16 ") == CaseId("00.30.00-S00-9-16", "00.30.00", "S00", 9, "16")
    assert written(CaseIdText, "00.30.00-S00-9-16") == "00.30.00-S00-9-16"


@pytest.mark.parametrize(
    ("text", "serial", "year"),
    [("00.30.02G01-0022", 22, None), ("00.30.00-S00-12-2017", 12, "2017"), ("27.00.00-Ø50-123456-09", 123456, "09")],
)
def test_case_ids_of_other_municipalities(text: str, serial: int, year: str | None) -> None:
    case_id = CaseId.parse(text)

    assert (str(case_id), case_id.serial, case_id.year) == (text, serial, year)


@pytest.mark.parametrize("text", ["", "00.30.00", "0.30.00-S00-9-16", "00.30.00-S0-9-16", "00.30.00-S00-9-1", "sagen"])
def test_what_is_no_case_id(text: str) -> None:
    assert refusal(CaseIdText, text) == (
        "ugyldigt-sagsid",
        f"»{text}« er ikke et sagsid.",
        "Skriv sagsid som i sagssystemet, fx 00.30.00-S00-9-16.",
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Daglig a\ufb02æsning af \ufb01ltre", "Daglig aflæsning af filtre"),
        ("O\ufb03ce og a\ufb00ald, dri\ufb05", "Office og affald, drist"),
        ("Det går ☺\ufe0f", "Det går ☺"),
        ("😐\ufe0e", "😐"),
        ("\U0001f44d\U0001f3fd til planen", "\U0001f44d til planen"),
        ("Pa\u030a ræd", "På ræd"),
    ],
)
def test_a_text_has_one_form_however_it_was_pasted(typed: str, kept: str) -> None:
    assert (read(Line, typed), written(ProseText, typed)) == (kept, kept)
