"""Rules on the figures of a signed agreement: its texts against its annexes, and its tables against themselves."""

import pytest

from tests.checks.clean_case import Change, said
from tests.checks.signed_case import (
    FIRST_CASE,
    FIRST_POINT,
    FIRST_ROW,
    SECOND_POINT,
    SECOND_ROW,
    THIRD_POINT,
    said_of,
)
from tests.samples import small_case

TEXT = f"{SECOND_POINT}/tekst"
WAIVE = "Taler teksten om andre midler, så accepter advarslen."
SUM_HINT = "Ret summen eller et af beløbene. Skyldes forskellen afrunding, så accepter advarslen."


def test_a_sound_agreement_and_none_at_all_have_no_findings() -> None:
    assert said_of() == []
    assert said(small_case()) == []


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (
            (TEXT, "Der afsættes 5,3 mio. kr. i 2020 til cykelstien."),
            (
                "beløb-forkert-afrundet | budgetaftale.yaml, 1.2, tekst | Teksten har 5,3 mio. kr. "
                "i 2020, men bilaget (anlæg) har 5.364 t.kr., og det afrundes til 5,4 mio. kr. "
                "Skriv 5,4 mio. kr. i teksten, eller ret beløbet i bilaget."
            ),
        ),
        (
            (TEXT, "Der afsættes 4 mio. kr. i 2020 til cykelstien."),
            (
                "beløb-modsiger-bilaget | budgetaftale.yaml, 1.2, tekst | Teksten har 4 mio. kr. i "
                "2020, men bilaget (anlæg) har 5.364 t.kr. i 2020. Ret det beløb, der er forkert."
            ),
        ),
        (
            (f"{THIRD_POINT}/tekst", "Der afsættes 0,5 mio. kr. årligt i 2019-2021."),
            (
                "beløb-kun-i-teksten | budgetaftale.yaml, 1.3, tekst | Teksten afsætter 0,5 mio. "
                "kr. i 2019-2021, men det står ikke i noget bilag. Tilføj beløbet i bilaget, eller "
                f"ret teksten. {WAIVE}"
            ),
        ),
        (
            (TEXT, "Der afsættes -5,364 mio. kr. i 2020 til cykelstien."),
            (
                "beløb-modsiger-bilaget | budgetaftale.yaml, 1.2, tekst | Teksten har -5,364 mio. kr. i "
                "2020, men bilaget (anlæg) har 5.364 t.kr. i 2020. Ret det beløb, der er forkert."
            ),
        ),
        (
            (TEXT, "Stien koster -5,364 mio. kr. i 2020."),
            (
                "beløb-kun-i-bilaget | budgetaftale.yaml, 1.2, anlæg › beløb | Bilaget har 5.364 "
                "t.kr. i 2020, men punktets tekst har -5,364 mio. kr. i 2020 med modsat fortegn. "
                "Er det en besparelse eller en indtægt, så sig det i teksten. Ellers ret fortegnet i bilaget."
            ),
        ),
        (
            (TEXT, "Cykelstien anlægges."),
            (
                "beløb-kun-i-bilaget | budgetaftale.yaml, 1.2, anlæg › beløb | Bilaget har 5.364 "
                "t.kr. i 2020, men det står ikke i punktets tekst. Ret det beløb, der er forkert. "
                f"{WAIVE}"
            ),
        ),
        (
            (TEXT, "Pengene fra sidste år fordeles med 4 mio. kr. i 2020."),
            (
                "beløb-kun-i-bilaget | budgetaftale.yaml, 1.2, anlæg › beløb | Bilaget har 5.364 "
                "t.kr. i 2020, men punktets tekst har 4 mio. kr. i 2020. Ret det beløb, der er "
                f"forkert. {WAIVE}"
            ),
        ),
        (
            (f"{THIRD_POINT}/tekst", "Lokalet koster 1,500 kr. om dagen."),
            (
                "beløb-uklart | budgetaftale.yaml, 1.3, tekst | Beløbet »1,500 kr.« er ikke klart: "
                "tallet kan læses på to måder. Skriv beløbet med punktum mellem tusinder og komma "
                "foran decimaler: 1.500 kr. eller 1,500 kr."
            ),
        ),
        (
            ("indledning/0/tekst", "Der er 3-2 mio. kr. i kassen."),
            (
                "beløb-uklart | budgetaftale.yaml, indledning | Beløbet »3-2 mio. kr.« er ikke "
                "klart: det første beløb er ikke mindre end det sidste. Skriv det mindste beløb "
                "først, fx 2-3 mio. kr."
            ),
        ),
        (
            (f"{THIRD_POINT}/tekst", "Der afsættes 0,5 mio. kr. i 2019-2021 og 0,7 mio. kr. i 2021-2022."),
            (
                "beløb-overlapper | budgetaftale.yaml, 1.3, tekst | »0,5 mio. kr.« og »0,7 mio. "
                "kr.« gælder begge 2021, og det er ikke klart, hvad der gælder. Skriv, hvor meget "
                "der er afsat i hvert år."
            ),
        ),
    ],
)
def test_texts_against_annexes(change: Change, finding: str) -> None:
    assert said_of(change) == [finding]


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (
            (f"{SECOND_ROW}/titel", "Skovlunde Hal"),
            (
                "række-under-anden-titel | budgetaftale.yaml, 1.2, anlæg › titel | Rækken 1.2 "
                "hedder »Skovlunde Hal«, men punktet hedder »Cykelsti langs åen«. Ret rækkens "
                "nummer eller en af titlerne."
            ),
        ),
        (
            (f"{SECOND_ROW}/titel", "Headspace"),
            (
                "række-under-anden-titel | budgetaftale.yaml, 1.2, anlæg › titel | Rækken 1.2 "
                "hedder »Headspace«, men punktet hedder »Cykelsti langs åen«. Mente du 1.3. "
                "Headspace?"
            ),
        ),
        (
            (f"{FIRST_CASE}/kode", "ØKU-02"),
            (
                "besparelse-to-gange | budgetaftale.yaml, ØKU-02, kode | Nummeret ØKU-02 bruges af "
                "flere besparelser: »Færre tryksager«, »Billigere el«. Giv hver besparelse sit eget "
                "nummer."
            ),
        ),
        (
            (f"{FIRST_CASE}/investering", "-0,50"),
            (
                "investering-med-minus | budgetaftale.yaml, ØKU-01, investering | "
                "Anlægsinvesteringen i ØKU-01 er -0,50 mio. kr., og den kan ikke være negativ. Slet "
                "minus foran beløbet."
            ),
        ),
        (
            (f"{FIRST_CASE}/beløb", '{2019: "0,40", 2020: "-0,40"}'),
            (
                "besparelse-uden-minus | budgetaftale.yaml, ØKU-01, beløb | Besparelsen ØKU-01 har "
                "0,40 mio. kr. i 2019 uden minus, og det læses som en udgift. Skriv minus foran, "
                "hvis det er en besparelse. Er det en udgift, så accepter advarslen."
            ),
        ),
        (
            ("bilag/0/grupper/0/sum", '{2019: "400"}'),
            (
                "sum-stemmer-ikke | budgetaftale.yaml, bilag › 1 › grupper › 1 › sum | Summen for "
                f"1. Fællesskaber er 400 t.kr. i 2019, men rækkerne giver 300 t.kr. {SUM_HINT}"
            ),
        ),
        (
            ("bilag/0/sum", '{2022: "200,001"}'),
            (
                "sum-stemmer-ikke | budgetaftale.yaml, bilag › 1 › sum | Summen for "
                "Driftsinvesteringer er 200,001 t.kr. i 2022, men rækkerne giver 200 t.kr. "
                f"{SUM_HINT}"
            ),
        ),
        (
            ("besparelser/grupper/0/sum", '{2020: "1,40"}'),
            (
                "sum-stemmer-ikke | budgetaftale.yaml, besparelser › grupper › 1 › sum | Summen for "
                "Økonomiudvalget er 1,40 mio. kr. i 2020, men rækkerne giver -1,40 mio. kr. "
                f"{SUM_HINT}"
            ),
        ),
        (
            ("besparelser/sum", '{2021: "-0,10"}'),
            (
                "sum-stemmer-ikke | budgetaftale.yaml, besparelser › sum | Summen for alle "
                f"besparelser er -0,10 mio. kr. i 2021, men rækkerne giver 0 mio. kr. {SUM_HINT}"
            ),
        ),
        (
            ("besparelser/grupper/0/investering_i_alt", "2,10"),
            (
                "investeringssum-stemmer-ikke | budgetaftale.yaml, besparelser › grupper › 1 › "
                "investering_i_alt | Summen af investeringer for Økonomiudvalget er 2,10 mio. kr., "
                f"men rækkerne giver 2,00 mio. kr. {SUM_HINT}"
            ),
        ),
        (
            ("besparelser/investering_i_alt", "2,10"),
            (
                "investeringssum-stemmer-ikke | budgetaftale.yaml, besparelser › investering_i_alt "
                "| Summen af investeringer for alle besparelser er 2,10 mio. kr., men rækkerne "
                f"giver 2,00 mio. kr. {SUM_HINT}"
            ),
        ),
        (
            (f"{SECOND_ROW}/beløb", '{2020: "5.364", 2023: "100"}'),
            (
                "beløb-uden-for-perioden | budgetaftale.yaml, 1.2, anlæg › beløb | Rækken 1.2 har "
                "beløb i 2023, men aftalen gælder 2019-2022. Ret årstallet eller aftalens periode."
            ),
        ),
    ],
)
def test_tables(change: Change, finding: str) -> None:
    assert finding in said_of(change)
    assert {said.split(" | ")[0] for said in said_of(change)} <= {
        finding.split(" | ", maxsplit=1)[0],
        "sum-stemmer-ikke",
        *_FOLLOWING,
    }


_FOLLOWING = ("beløb-kun-i-bilaget", "investeringssum-stemmer-ikke")


def test_a_row_without_a_point() -> None:
    found = said_of((f"{SECOND_ROW}/nummer", "1.7"), (TEXT, "Cykelstien anlægges."))

    assert found == [
        (
            "række-uden-punkt | budgetaftale.yaml, 1.7, anlæg | Bilaget har en række 1.7, »Cykelsti "
            "langs åen«, men aftalen har ikke et punkt 1.7. Mente du 1.2. Cykelsti langs åen?"
        )
    ]


def test_a_row_twice() -> None:
    row = {"nummer": "1.2", "titel": "Cykelsti langs åen", "beløb": {"2021": "100"}}
    found = said_of(
        ("bilag/1/grupper/0/rækker/+", row), (TEXT, "Der afsættes 5,4 mio. kr. i 2020 og 0,1 mio. kr. i 2021.")
    )

    assert found == [
        (
            "række-to-gange | budgetaftale.yaml, 1.2, anlæg | Bilaget (anlæg) har flere rækker med "
            "nummer 1.2. Slet den ene, eller ret dens nummer."
        )
    ]


@pytest.mark.parametrize(
    "title",
    ["Cykelsti langs åen", "Cykelstier - langs åen ved broen", "Stier og cykelsti", "Åen"],
)
def test_a_title_may_be_shortened_in_the_annex(title: str) -> None:
    assert said_of((f"{SECOND_ROW}/titel", title)) == []


def test_without_annexes_nothing_is_missing_from_them() -> None:
    assert said_of(("bilag", None)) == []


def test_a_row_that_another_amount_adds_up_to_is_sound() -> None:
    assert said_of((f"{FIRST_ROW}/beløb", '{2019: "300", 2020: "200", 2021: "200", 2022: "200"}')) == []
    assert said_of((f"{FIRST_POINT}/titel", "Bænke")) == []
