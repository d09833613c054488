"""Rules on smileys: what fires, in which words, and what must stay silent."""

import pytest

from tests.checks.clean_case import FIRST, ROUND_1, ROUND_2, SECOND, Change, case_with, codes, said

REPORTED = f"{ROUND_2}/status/5.1"
SCALES = "aftale/smileyer"


def test_the_clean_case_has_no_findings() -> None:
    for followup in (None, 0, 1, 2, 3, 4):
        allowed = ["smiley-mangler"] * 2 if followup == 4 else []

        assert codes(followup=followup) == allowed


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (
            (f"{REPORTED}/milepæle/4", "{smiley: glad}"),
            (
                "smiley-før-tid | opfoelgning-2.yaml, 5.1, milepæle › 4 | "
                "Smileyen for 31.12.2018 er givet i anden opfølgning, før tidspunktet var kommet. "
                "Slet smileyen, eller flyt den til den opfølgning, hvor den skal gives."
            ),
        ),
        (
            ("opfølgninger/0/status", "{pulje: {økonomi: {smiley: glad}}}"),
            (
                "svar-i-udmøntningen | opfoelgning-0.yaml, pulje, økonomi | "
                "Her står en smiley, men udmøntningen har ingen. Det bliver ikke trykt og er intet svar. "
                "Slet det, eller flyt det til den opfølgning, hvor det skal meldes."
            ),
        ),
        (
            (f"{ROUND_2}/status/5.10", None),
            (
                "smiley-mangler | opfoelgning-2.yaml, 5.10, milepæle › 2 | "
                "Milepælen for 2. budgetopfølgning 2018 har ingen smiley, selv om tidspunktet er kommet. "
                "Giv milepælen en smiley: glad, mellemfornøjet eller sur."
            ),
        ),
        (
            (f"{SECOND}/milepæle/1", "En plan er lagt."),
            (
                "smiley-mangler | opfoelgning-1.yaml, 5.10, milepæle › 1 | "
                "Milepælen for 1. budgetopfølgning 2018 har ingen smiley, selv om tidspunktet er kommet. "
                "Giv milepælen en smiley: glad, mellemfornøjet eller sur."
            ),
        ),
        (
            (f"{REPORTED}/milepæle/1", "{status: Alle er nu besøgt.}"),
            (
                "smiley-falder-bort | opfoelgning-2.yaml, 5.1, milepæle › 1 | "
                "Smileyen fra første opfølgning falder bort, fordi anden opfølgning melder en status uden smiley. "
                "Gentag smileyen ved den nye status."
            ),
        ),
        (
            (f"{REPORTED}/økonomi", "{status: Der er brugt 2 mio. kr.}"),
            (
                "smiley-falder-bort | opfoelgning-2.yaml, 5.1, økonomi | "
                "Smileyen fra første opfølgning falder bort, fordi anden opfølgning melder en status uden smiley. "
                "Gentag smileyen ved den nye status."
            ),
        ),
        (
            (f"{ROUND_1}/status/5.10", "{milepæle: {1: {smiley: glad}}}"),
            (
                "smiley-uden-milepæl | opfoelgning-1.yaml, 5.10, milepæle › 1 | "
                "Der er givet en smiley, men der er ingen milepæl for 1. budgetopfølgning 2018. "
                "Slet smileyen, eller skriv milepælen i aftale.yaml."
            ),
        ),
        (
            (f"{REPORTED}/milepæle/2", "{smiley: mellemfornøjet}"),
            (
                "status-mangler | opfoelgning-2.yaml, 5.1, milepæle › 2 | "
                "Smileyen er mellemfornøjet, men ingen status forklarer hvorfor. "
                "Skriv en kort status om, hvad der mangler, og hvornår det ventes nået."
            ),
        ),
        (
            (f"{REPORTED}/økonomi", "{smiley: sur}"),
            (
                "status-mangler | opfoelgning-2.yaml, 5.1, økonomi | "
                "Smileyen er sur, men ingen status forklarer hvorfor. "
                "Skriv en kort status om, hvorfor pengene ikke passer, og hvor de i stedet skal komme fra."
            ),
        ),
        (
            (f"{REPORTED}/økonomi", "{smiley: mellemfornøjet, status: Der er usikkerhed om lejen.}"),
            (
                "smiley-uden-betydning | opfoelgning-2.yaml, 5.1, økonomi | "
                "Smileyen mellemfornøjet har ingen betydning i aftalens skala for økonomi. "
                "Brug glad eller sur, eller skriv betydningen under smileyer › økonomi i aftale.yaml."
            ),
        ),
        (
            (f"{SCALES}/indsats", "{}"),
            (
                "skala-mangler | aftale.yaml, smileyer › indsats | "
                "Aftalen siger ikke, hvad smileyerne for indsats betyder. "
                "Skriv betydningen af hver smiley, så den kan stå i læsevejledningen."
            ),
        ),
        (
            (f"{SECOND}/økonomi", "Der spares 175.000 kr. om året."),
            (
                "økonomi-uden-smiley | opfoelgning-2.yaml, 5.10, økonomi | "
                "Økonomien har ingen smiley, selv om andre delelementer har fået en. "
                "Giv økonomien en smiley: glad eller sur."
            ),
        ),
        (
            (f"{ROUND_2}/status", "{}"),
            (
                "opfølgning-uden-status | opfoelgning-2.yaml, status | "
                "Anden opfølgning melder ingen status på noget delelement. "
                "Skriv delelementernes smileyer og statustekster under status."
            ),
        ),
    ],
)
def test_what_is_found(change: Change, finding: str) -> None:
    assert said(case_with(change)) == [finding]


@pytest.mark.parametrize(
    "change",
    [
        (f"{REPORTED}/milepæle/4", "{status: Arbejdet er begyndt før tid.}"),
        (f"{REPORTED}/milepæle/3", "{status: Udgår efter aftale med udvalget.}"),
        (f"{REPORTED}/milepæle/1", "{smiley: mellemfornøjet, status: To mangler.}"),
        (f"{SECOND}/milepæle/3", "Alle ti er ansat."),
        (f"{SECOND}/økonomi", "Der er ikke afsat økonomi."),
        (f"{ROUND_2}/status/5.10/økonomi", "{smiley: glad}"),
        (f"{ROUND_2}/status/5.10/økonomi", "{status: Regnskabet er ikke lukket.}"),
        (f"{ROUND_1}/status/5.1/økonomi", "{smiley: sur, status: Der mangler 1 mio. kr.}"),
    ],
)
def test_what_is_in_order(change: Change) -> None:
    assert codes(change) == []


def test_a_report_that_a_newer_one_replaces_is_not_held_against_anyone() -> None:
    sad = (f"{ROUND_1}/status/5.1/milepæle/1", "{smiley: sur}")

    assert codes(sad) == []
    assert codes(sad, followup=1) == ["status-mangler"]


def test_only_the_asked_followup_and_those_before_it_are_looked_at() -> None:
    early = (f"{REPORTED}/milepæle/4", "{smiley: glad}")

    assert codes(early, followup=1) == []
    assert codes(early, followup=2) == ["smiley-før-tid"]


def test_an_imported_followup_alone_stands_for_the_earlier_ones() -> None:
    alone = [(f"{ROUND_2}/status/5.1", None), (ROUND_1, None), ("opfølgninger/0", None)]

    assert said(case_with(*alone))[0].startswith("smiley-mangler | opfoelgning-2.yaml, 5.1, milepæle › 1 |")


def test_every_checkpoint_that_has_passed_counts_at_the_end_of_the_year() -> None:
    last = (
        "opfølgninger/+",
        "{opfølgning: 4, dato: 2019-03-01, kontakt: {navn: Ida}, status: {pulje: {økonomi: {smiley: glad}}}}",
    )
    findings = said(case_with(last, (f"{FIRST}/milepæle/3", "Halvvejs.")))

    assert [finding.split(" | ")[1] for finding in findings] == [
        "opfoelgning-4.yaml, 5.1, milepæle › 3",
        "opfoelgning-4.yaml, 5.1, milepæle › 4",
        "opfoelgning-4.yaml, pulje, milepæle › 4",
    ]


def test_hints_name_only_the_smileys_in_use() -> None:
    two_levels = (f"{SCALES}/indsats/mellemfornøjet", None)
    unreported = (f"{ROUND_2}/status/5.10", None)
    still_used = (f"{REPORTED}/milepæle/2", "{smiley: glad}")

    (finding,) = said(case_with(two_levels, unreported, still_used))

    assert finding.endswith("Giv milepælen en smiley: glad eller sur.")


def test_a_missing_scale_is_said_once_and_not_for_every_smiley() -> None:
    assert codes((f"{SCALES}/økonomi", "{}"), (f"{REPORTED}/økonomi", "{smiley: glad}")) == ["skala-mangler"]


def test_a_case_without_followups_has_nothing_to_report() -> None:
    assert codes(("opfølgninger", "[]")) == []
