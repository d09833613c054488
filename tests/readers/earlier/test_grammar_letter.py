"""The first page: titles in all their forms, letterheads, reading guides, who issued the document."""

import pytest

from renderer.model.agreement import CommitteeForm, PlanForm, TitleForm
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.grammar.letterhead import labelled_lines, page_head_date, read_case_id, read_date
from renderer.readers.earlier.grammar.titles import Scope, Title, budget_year, read_title
from tests.readers.earlier.small_documents import LETTER, TITLE, case_of, codes, document, item

ALL = Scope(municipality="Egedal Kommune")
ONE = Scope(committee="Økonomiudvalget", committee_form=CommitteeForm.FOR)
AREA = Scope(committee="Økonomiudvalget", committee_form=CommitteeForm.AREA)
RESPONSIBILITY = Scope(committee="Økonomiudvalget", committee_form=CommitteeForm.RESPONSIBILITY)
SUBTITLED = TitleForm.WITH_SUBTITLE
STATUS = PlanForm.WITH_STATUS

PLAN = "Udmøntning af, og status på Aftale om budget 2017"


def titled(
    agreement: str,
    followup: int | None,
    scope: Scope = ALL,
    form: TitleForm | None = TitleForm.ONE,
    plan_form: PlanForm | None = None,
) -> Title:
    return Title(agreement, followup, form, scope, plan_form)


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        (PLAN, titled("Aftale om budget 2017", 0, Scope(), None, STATUS)),
        (f"{PLAN} for Egedal Kommune", titled("Aftale om budget 2017", 0, ALL, None, STATUS)),
        (
            f"{PLAN} for Økonomiudvalgets ansvarsområde",
            titled("Aftale om budget 2017", 0, RESPONSIBILITY, None, STATUS),
        ),
        ("Første opfølgning på Aftale om budget 2018 for Egedal Kommune", titled("Aftale om budget 2018", 1)),
        ("Anden opfølgning på Aftale om budget 2018 for Økonomiudvalget", titled("Aftale om budget 2018", 2, ONE)),
        (
            "Tredje opfølgning på Budgetaftale 2020-2023 på Økonomiudvalgets område",
            titled("Budgetaftale 2020-2023", 3, AREA),
        ),
        ("Fjerde og sidste opfølgning på Budgetaftale 2020 for Økonomiudvalget", titled("Budgetaftale 2020", 4, ONE)),
        ("2. opfølgning på Aftale for budget 2019", titled("Aftale for budget 2019", 2, Scope())),
        ("Endelig opfølgning på Aftale om budget 2019 for Økonomiudvalget", titled("Aftale om budget 2019", 4, ONE)),
        (
            "Første opfølgning på Aftale om budget 2018 inden for Økonomiudvalgets område",
            titled("Aftale om budget 2018", 1, AREA),
        ),
        (
            "2. budgetopfølgning 2015 – Den politiske aftale for budget 2015",
            titled("Den politiske aftale for budget 2015", 2, Scope()),
        ),
        ("Udmøntning af Aftale om budget 2016", titled("Aftale om budget 2016", None, Scope(), SUBTITLED)),
        (
            "Udmøntning af Aftale om budget 2018 for Økonomiudvalgets ansvarsområde",
            titled("Aftale om budget 2018", None, RESPONSIBILITY, SUBTITLED),
        ),
        (
            "Udmøntning af Aftale om budget 2016 – Tredje opfølgning for Egedal Kommune",
            titled("Aftale om budget 2016", 3, ALL, SUBTITLED),
        ),
        (
            "Udmøntning af Aftale om budget 2016 – Tredje opfølgning",
            titled("Aftale om budget 2016", 3, Scope(), SUBTITLED),
        ),
        ("2. budgetopfølgning 2015", None),
        ("Aftale om budget 2019", None),
        ("Anden opfølgning på aftalen viser, at de fleste milepæle er nået.", None),
    ],
)
def test_a_title_is_taken_apart(printed: str, title: Title | None) -> None:
    assert read_title(printed) == title


def test_a_known_committee_is_the_scope_whatever_its_name_is_like() -> None:
    title = read_title("Anden opfølgning på Aftale om budget 2018 for Kultur for Alle", ["Kultur for Alle"])

    assert title is not None
    assert title.scope == Scope(committee="Kultur for Alle", committee_form=CommitteeForm.FOR)
    assert title.agreement == "Aftale om budget 2018"


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Aftale om budget 2018", "2018"),
        ("Budgetaftale 2020-2023", "2020"),
        ("Forlig af 2017 om budget 2018", "2018"),
        ("Aftalen", None),
    ],
)
def test_the_year_is_the_budgets(title: str, year: str | None) -> None:
    assert budget_year(title) == year


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("4. juli 2018", "2018-07-04"),
        ("15 november 2016", "2016-11-15"),
        ("04-07-2021", "2021-07-04"),
        ("31. februar 2018", None),
        ("i maj", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    read = read_date(text)

    assert (read[0] if read else None) == date
    assert page_head_date(f"Anden opfølgning Den {text}") == (date if date and "-0" not in text else None)


def test_labels_may_share_a_line_and_values_keep_their_words() -> None:
    found = labelled_lines("Tlf. dir.: 4477 2000 E-mail: a@b.dk Sagsnr.: 00.30.00-S00-9-16 Side 1")

    assert [(one.field, one.value) for one in found] == [
        ("phone", "4477 2000"),
        ("email", "a@b.dk"),
        ("case_id", "00.30.00-S00-9-16 Side 1"),
    ]
    assert labelled_lines("Se brevet. Kontakt: Ida Holm") == []
    assert read_case_id("00.30.00-S00-9-16 Side 1") == ("00.30.00-S00-9-16", "Side 1")
    assert read_case_id("2018-1234") is None


def test_the_whole_letter() -> None:
    reading = document()

    assert reading.findings == ()
    assert {name: reading.agreement[name] for name in ("titel", "budgetår", "sagsid", "organisation", "smileyer")} == {
        "titel": "Aftale om budget 2020",
        "budgetår": "2020",
        "sagsid": "00.30.00-S00-3-19",
        "organisation": {"kommune": "Egedal Kommune"},
        "smileyer": {
            "indsats": {"glad": "Nået", "mellemfornøjet": "Ikke helt nået", "sur": "Ikke nået"},
            "økonomi": {"glad": "Holder", "sur": "Holder ikke"},
        },
    }
    assert reading.agreement["læsevejledning"] == "Her står, hvordan smileyerne skal læses."
    assert reading.agreement["læsevejledning_økonomi"] == "Der gives én smiley for økonomien."
    assert reading.followup["kontakt"] == {"navn": "Ida Holm"}
    assert case_of(reading).followups[0].number == 2


def test_a_title_broken_over_two_paragraphs_and_a_missing_second_heading() -> None:
    text = LETTER.format(title=TITLE.removesuffix(" Egedal Kommune")).replace(
        "### Læsevejledning", "Egedal Kommune\n\n### Læsevejledning"
    )
    reading = read_earlier("x.md", (text.replace("Definition af smileys på økonomi\n\n", "") + item()).encode())

    assert reading.agreement["organisation"] == {"kommune": "Egedal Kommune"}
    assert reading.agreement["smileyer"]["økonomi"] == {"glad": "Holder", "sur": "Holder ikke"}
    assert codes(reading) == []


@pytest.mark.parametrize(
    ("without", "code", "field"),
    [
        ("Dato: 4. juli 2020", "dato-mangler", "dato"),
        ("Sagsid: 00.30.00-S00-3-19", "sagsid-mangler", "sagsid"),
        (TITLE, "titel-mangler", None),
    ],
)
def test_what_a_case_must_have_and_the_document_lacks_is_an_error(without: str, code: str, field: str | None) -> None:
    text = (LETTER.format(title=TITLE) + item()).replace(without, "")
    reading = read_earlier("x.md", text.encode())
    stopping = {finding.code: finding for finding in reading.findings if finding.stops}

    assert code in stopping
    assert stopping[code].place.field == field
    assert stopping[code].hint


def test_a_document_without_title_keeps_what_was_reported() -> None:
    reading = document(title="Noget helt andet")

    assert "titel-mangler" in codes(reading)
    assert reading.agreement["budgetår"] == "2020"
    assert reading.followup["status"] == {"5.1": {"milepæle": {"1": {"smiley": "glad"}}, "økonomi": {"smiley": "glad"}}}


def test_the_municipality_is_concluded_only_from_a_clear_majority() -> None:
    clear = item(
        texts="Egedal Kommune vil have flere i Egedal Kommune end i Furesø Kommune, mener Egedal Kommune.\t\t\t"
    )
    unclear = item(texts="Egedal Kommune vil have flere end Furesø Kommune.\t\t\t")
    title = TITLE.replace(" for Egedal Kommune", "")

    concluded = document(clear, title=title)
    assert concluded.agreement["organisation"] == {"kommune": "Egedal Kommune"}
    assert "kommune-udledt" in codes(concluded)
    assert "kommune-mangler" in codes(document(unclear, title=title))


def test_page_feet_say_who_issued_a_committees_edition() -> None:
    text = LETTER.format(title="Anden opfølgning på Aftale om budget 2020 på Jobudvalgets område") + item()
    foot = "Egedal Kommune, Center for Økonomi - 2 - Sagsid: 00.30.00-S00-3-19\n\nØKONOMI OG TAL\n\n"
    reading = read_earlier("x.md", (foot + text).encode())

    assert reading.agreement["organisation"] == {"kommune": "Egedal Kommune", "afdeling": "Økonomi og Tal"}
    assert reading.agreement["udvalgsform"] == "område"
    assert codes(reading) == []


def test_words_of_the_letterhead_that_cannot_be_kept_are_reported() -> None:
    text = (LETTER.format(title=TITLE) + item()).replace("Dato: 4. juli 2020", "Dato: 4. juli 2020 (udkast)")
    reading = read_earlier("x.md", text.encode())

    assert codes(reading) == ["brevhoved-ikke-forstået"]
    assert "(udkast)" in reading.findings[0].message
    assert reading.followup["dato"] == "2020-07-04"


@pytest.mark.parametrize("ending", [" Den 4. juli 2020", ""])
def test_a_running_head_that_names_another_year_is_reported_once(ending: str) -> None:
    head = f"\n\n{TITLE.replace('2020', '2019')} Den 4. juli 2020\n\n"
    reading = document(item() + head, item("5.2. Kurser\tDrift\tTid\tSmiley") + head + (TITLE + ending) + "\n")

    assert codes(reading) == ["andet-årstal-i-sidehoved"]
    assert "2019" in reading.findings[0].message
    assert reading.agreement["budgetår"] == "2020"
