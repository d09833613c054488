"""Rules on years, dates and the letterhead."""

import pytest

from tests.checks.clean_case import FIRST, ROUND_1, ROUND_2, SECOND, Change, case_with, codes, said

GUIDE = "aftale/læsevejledning"


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (
            ("aftale/titel", "Aftale om budget 2017"),
            (
                "årstal-modsiger-aftalen | aftale.yaml, titel | "
                "Aftalens titel nævner 2017, men budgetåret er 2018. Ret det årstal, der er forkert."
            ),
        ),
        (
            (GUIDE, "Der følges op på Aftale om budget 2017."),
            (
                "årstal-modsiger-aftalen | aftale.yaml, læsevejledning | "
                "Læsevejledningen nævner 2017, men budgetåret er 2018. Ret det årstal, der er forkert."
            ),
        ),
        (
            ("aftale/læsevejledning_økonomi", "Økonomien vurderes pr. 31. december 2019."),
            (
                "årstal-modsiger-aftalen | aftale.yaml, læsevejledning_økonomi | "
                "Læsevejledningen nævner 2019, men budgetåret er 2018. Ret det årstal, der er forkert."
            ),
        ),
        (
            ("aftale/kapitler/0/titel", "Budget 2016 i balance"),
            (
                "årstal-modsiger-aftalen | aftale.yaml, kapitler › 1 › titel | "
                "Kapitlets titel nævner 2016, men budgetåret er 2018. Ret det årstal, der er forkert."
            ),
        ),
        (
            (f"{SECOND}/milepæle/2", "Fem er ansat senest den 1. juli 2017."),
            (
                "årstal-modsiger-aftalen | aftale.yaml, 5.10, milepæle › 2 | "
                "Milepælen nævner 2017, men budgetåret er 2018. Ret det årstal, der er forkert."
            ),
        ),
        (
            (f"{SECOND}/milepæle/4", "Ti er ansat pr. 31. december 2017."),
            (
                "årstal-modsiger-aftalen | aftale.yaml, 5.10, milepæle › 4 | "
                "Milepælen nævner 2017, men budgetåret er 2018. Ret det årstal, der er forkert."
            ),
        ),
        (
            (f"{FIRST}/milepæle/2", "Der følges op ved 2. budgetopfølgning 2017."),
            (
                "årstal-modsiger-aftalen | aftale.yaml, 5.1, milepæle › 2 | "
                "Milepælen nævner 2017, men budgetåret er 2018. Ret det årstal, der er forkert."
            ),
        ),
        (
            (f"{ROUND_2}/dato", "2017-07-04"),
            (
                "dato-uden-for-året | opfoelgning-2.yaml, dato | "
                "Anden opfølgning er dateret 4. juli 2017, men budgetåret er 2018. "
                "Ret datoen, eller ret budgetåret i aftalen."
            ),
        ),
        (
            (f"{ROUND_2}/dato", "2018-05-07"),
            (
                "dato-går-baglæns | opfoelgning-2.yaml, dato | "
                "Anden opfølgning er dateret 7. maj 2018, men første opfølgning er dateret 7. maj 2018. "
                "Ret den dato, der er forkert."
            ),
        ),
        (
            ("aftale/sagsid", "00.30.00-S00-9-19"),
            (
                "sagsid-efter-dokumentet | aftale.yaml, sagsid | "
                "Sagen 00.30.00-S00-9-19 er efter sit sagsid oprettet senere end udmøntningen, "
                "der er dateret 5. februar 2018. Ret sagsid eller datoen."
            ),
        ),
        (
            (f"{ROUND_1}/kontakt", None),
            (
                "kontakt-mangler | opfoelgning-1.yaml, kontakt | "
                "Brevhovedet i første opfølgning siger ikke, hvem der kan kontaktes. "
                "Skriv navn, telefon eller e-mail under kontakt."
            ),
        ),
        (
            (f"{ROUND_2}/kontakt/e-mail", "okonomi@balk"),
            (
                "e-mail-ugyldig | opfoelgning-2.yaml, kontakt › e-mail | "
                "»okonomi@balk« er ikke en e-mailadresse. Skriv adressen som navn@kommune.dk."
            ),
        ),
    ],
)
def test_what_is_found(change: Change, finding: str) -> None:
    findings = said(case_with(change))

    assert [each for each in findings if not each.startswith("dato-går") or each == finding] == [finding]


@pytest.mark.parametrize(
    "change",
    [
        ("aftale/titel", "Budgetaftale 2018-2021"),
        ("aftale/titel", "Budgetaftale 2017–2020"),
        ("aftale/titel", "Aftale om budget"),
        (GUIDE, "Strategien for 2014-2019 gælder stadig, og reformen er fra 2015."),
        (GUIDE, "Den politiske aftale 2018 og 1. budgetopfølgning 2018."),
        ("aftale/kapitler/0/titel", "Vision 2030"),
        ("aftale/kapitler/0/titel", "Budget 2018 - plads til investeringer"),
        (f"{FIRST}/titel", "Opfølgning på aftale om budget 2017"),
        (f"{FIRST}/aftaletekst", "Aftale om budget 2017 videreføres til 31. december 2017."),
        (f"{SECOND}/milepæle/2", "I december 2017 sendes forslaget i høring, og skolen er taget i brug juli 2019."),
        (f"{SECOND}/milepæle/2", "Regnskabet pr. 31. december 2017 er forelagt."),
        (f"{SECOND}/milepæle/4", "Pladserne er klar inden 1. august 2019."),
        (f"{FIRST}/milepæle/1", "Status for andet halvår 2017 er forelagt."),
        (f"{FIRST}/milepæle/2", "Målt fra januar 2015."),
        ("opfølgninger/0/dato", "2017-11-20"),
        (f"{ROUND_2}/dato", "2018-12-31"),
        ("aftale/sagsid", "00.30.00-S00-9-18"),
        ("aftale/sagsid", "00.30.00-S00-9-99"),
        ("aftale/sagsid", "00.30.00-S00-9-2018"),
        ("aftale/sagsid", "00.30.02G01-0022"),
        (f"{ROUND_1}/kontakt", "{navn: Ida Holm}"),
        (f"{ROUND_2}/kontakt/e-mail", "ida.holm-kjær@post.balk.dk"),
    ],
)
def test_what_is_in_order(change: Change) -> None:
    assert codes(change) == []


@pytest.mark.parametrize(
    ("number", "date", "found"),
    [
        (0, "2017-06-30", True), (0, "2017-07-01", False), (0, "2018-12-31", False), (0, "2019-01-01", True),
        (1, "2017-12-31", True), (1, "2018-01-01", False), (3, "2018-12-31", False), (3, "2019-01-01", True),
        (4, "2018-10-31", True), (4, "2018-11-01", False), (4, "2019-03-23", False), (4, "2020-01-01", True),
    ],
)  # fmt: skip
def test_the_season_of_each_followup(number: int, date: str, found: bool) -> None:
    alone = f"[{{opfølgning: {number}, dato: {date}, kontakt: {{navn: Ida}}}}]"

    assert ("dato-uden-for-året" in codes(("opfølgninger", alone))) == found


@pytest.mark.parametrize("period", ["første halvår 2017", "2. halvår 2017", "fjerde kvartal 2017", "4. kvartal 2016"])
def test_a_later_milestone_on_a_period_of_an_earlier_year(period: str) -> None:
    assert codes((f"{FIRST}/milepæle/2", f"Status for {period} er forelagt.")) == ["årstal-modsiger-aftalen"]


def test_a_case_id_without_documents_is_not_judged() -> None:
    assert codes(("aftale/sagsid", "00.30.00-S00-9-25"), ("opfølgninger", "[]")) == []


def test_four_digits_in_a_case_id_are_the_year() -> None:
    assert codes(("aftale/sagsid", "00.30.00-S00-9-2019")) == ["sagsid-efter-dokumentet"]
