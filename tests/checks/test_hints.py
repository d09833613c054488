"""Hints on how a case is written: each with its place, none that stops, each of them silenced by code and place."""

import pytest
import yaml
from hypothesis import given, settings

from renderer.checks import CHECKS, UNUSED_WAIVER, apply_waivers, run_checks
from renderer.findings import Finding, Severity
from renderer.model.case import Case, Waiver
from renderer.model.prose import Prose
from tests.cases import PLAIN, cases, large_case, small_case
from tests.checks.clean_case import FIRST, ROUND_1, ROUND_2, SECOND, UNNUMBERED, Change, case_with
from tests.checks.signed_case import SIGNED

TEXT = f"{FIRST}/aftaletekst"
STATUS = f"{ROUND_2}/status/5.1/milepæle/2/status"

HINTS = {code for code, check in CHECKS.items() if check.severity is Severity.HINT}


def hints(case: Case) -> list[Finding]:
    return [finding for finding in run_checks(case, hints=True) if finding.severity is Severity.HINT]


def hinted(*changes: Change) -> list[str]:
    return [f"{each.code} | {each.place} | {each.message} {each.hint}" for each in hints(case_with(*changes))]


def test_the_clean_case_and_the_samples_are_written_well() -> None:
    assert hinted() == []
    assert hints(small_case()) == []
    assert hints(large_case()) == []


def test_hints_are_looked_for_only_when_asked() -> None:
    assert run_checks(case_with((TEXT, "Planen er udrbejdet."))) == ()


def test_a_misspelt_word() -> None:
    assert hinted((TEXT, "Planen er udrbejdet i efteråret.")) == [
        "mulig-stavefejl | aftale.yaml, 5.1, aftaletekst | Ordet »udrbejdet« er ikke kendt. Mente du »udarbejdet«?"
    ]
    assert hinted((STATUS, "En evalueirng viser, at to er nået.")) == [
        (
            "mulig-stavefejl | opfoelgning-2.yaml, 5.1, milepæle › 2 | "
            "Ordet »evalueirng« er ikke kendt. Mente du »evaluering«?"
        )
    ]


def test_a_misspelt_word_in_a_title() -> None:
    assert hinted((f"{SECOND}/titel", "Flere fleksjobs til ledgie")) == [
        "mulig-stavefejl | aftale.yaml, 5.10, titel | Ordet »ledgie« er ikke kendt. Mente du »ledige«?"
    ]


def test_names_of_the_case_are_words() -> None:
    misspelt = ("aftale/organisation/afdeling", "Plannen")
    assert hinted((TEXT, "Plannen er sendt til udvalget.")) != []
    assert hinted((TEXT, "Plannen er sendt til udvalget."), misspelt) == []


def test_a_word_twice() -> None:
    assert hinted((TEXT, "Parterne er enige om om at spare.")) == [
        (
            "ord-to-gange | aftale.yaml, 5.1, aftaletekst | "
            "Ordet »om« står to gange efter hinanden. Slet det ene, hvis det ikke er meningen."
        )
    ]


def test_a_sentence_without_an_end() -> None:
    assert hinted((TEXT, "Parterne er enige om, at der skal spares, og")) == [
        (
            "sætning-uden-slutning | aftale.yaml, 5.1, aftaletekst | "
            "Teksten slutter midt i en sætning: »der skal spares, og«. Skriv sætningen færdig."
        )
    ]


def test_other_quotation_marks() -> None:
    assert hinted((TEXT, 'Projektet "Ren by" fortsætter i "fase 2".')) == [
        (
            "andre-anførselstegn | aftale.yaml, 5.1, aftaletekst | "
            'Teksten har lige anførselstegn ved »Projektet "Ren by" fortsætter«. Skriv ”…” om det citerede.'
        )
    ]


def test_a_hyphen_for_a_dash() -> None:
    assert hinted((TEXT, "Indsatsen - og den er stor - fortsætter.")) == [
        (
            "bindestreg-som-tankestreg | aftale.yaml, 5.1, aftaletekst | "
            "Der står en bindestreg som tankestreg ved »Indsatsen - og den er stor«. Skriv – med mellemrum om."
        )
    ]


def test_a_range_with_spaces() -> None:
    assert hinted((TEXT, "Det koster 1,1 - 5,8 mio. kr. om året.")) == [
        (
            "interval-med-mellemrum | aftale.yaml, 5.1, aftaletekst | "
            "Tallene ved »Det koster 1,1 - 5,8 mio. kr.« er et interval skrevet med mellemrum eller tankestreg. "
            "Skriv bindestreg uden mellemrum, som i 15-20 pct."
        )
    ]


def test_a_per_cent_sign() -> None:
    assert hinted((TEXT, "Fraværet er faldet 15 % i år.")) == [
        (
            "procenttegn-i-teksten | aftale.yaml, 5.1, aftaletekst | "
            "Teksten har tegnet % ved »er faldet 15 % i år.«. Skriv pct. som i resten af dokumentet."
        )
    ]


def test_a_space_before_a_full_stop() -> None:
    assert hinted((TEXT, "Planen er vedtaget .")) == [
        (
            "mellemrum-før-tegn | aftale.yaml, 5.1, aftaletekst | "
            "Der står et mellemrum før tegnet ved »Planen er vedtaget .«. Slet mellemrummet."
        )
    ]


def test_a_comma_without_a_space() -> None:
    assert hinted((TEXT, "Planen er udsat til juni,fordi naboerne klager.")) == [
        (
            "komma-uden-mellemrum | aftale.yaml, 5.1, aftaletekst | "
            "Der mangler et mellemrum efter kommaet ved »er udsat til juni,fordi naboerne klager.«. Sæt et mellemrum."
        )
    ]


def test_what_a_plan_lacks_is_told_once_until_the_first_followup() -> None:
    assert hinted((f"{FIRST}/beskrivelse", None), (f"{FIRST}/økonomi", None)) == []
    case = case_with((f"{FIRST}/beskrivelse", None), (f"{FIRST}/økonomi", None))
    plan = case.model_copy(update={"followups": tuple(one for one in case.followups if one.number == 0)})
    told = [f"{each.code} | {each.place} | {each.message} {each.hint}" for each in hints(plan)]
    assert told == [
        (
            "beskrivelse-mangler | aftale.yaml, 5.1, beskrivelse | "
            "2 delelementer har ingen beskrivelse: 5.1 og 5.10. Skriv, hvad centret vil gøre."
        ),
        (
            "økonomitekst-mangler | aftale.yaml, 5.1, økonomi | 2 delelementer har ingen tekst om økonomien: "
            "5.1 og pulje. Skriv, hvad der er afsat eller skal spares."
        ),
    ]


def test_of_many_items_the_first_are_named() -> None:
    case = large_case()
    empty = tuple(
        chapter.model_copy(
            update={"items": tuple(item.model_copy(update={"finances": Prose()}) for item in chapter.items)}
        )
        for chapter in case.agreement.chapters
    )
    plan = case.model_copy(update={"followups": (), "agreement": case.agreement.model_copy(update={"chapters": empty})})
    [said] = [one.message for one in hints(plan) if one.code == "økonomitekst-mangler"]
    count = sum(1 for _ in plan.agreement.items())
    assert said.startswith(f"{count} delelementer har ingen tekst om økonomien: ")
    assert said.endswith(f" og {count - 6} mere.")


def test_a_letterhead_without_its_first_line() -> None:
    assert hinted(("aftale/organisation/afdeling", None)) == [
        (
            "afdeling-mangler | aftale.yaml, organisation | Sagen siger ikke, hvilken afdeling der udsender "
            "dokumenterne, så brevhovedets første linje mangler. Skriv afdeling under organisation."
        )
    ]


def test_a_date_that_is_written_in_another_way_than_the_others() -> None:
    assert hinted((TEXT, "Planen sendes ud den 1/8 2018.")) == [
        (
            "datoer-på-flere-måder | aftale.yaml, 5.1, aftaletekst | "
            "Datoen »1/8 2018« er skrevet på en anden måde end de andre datoer. Skriv den som 1. marts 2018."
        )
    ]


def test_a_last_milestone_that_cannot_be_measured() -> None:
    assert hinted((f"{UNNUMBERED}/milepæle", "{3: Puljen er slået op., 4: Planen følges.}")) == [
        (
            "milepæl-uden-mål | aftale.yaml, pulje, milepæle › 4 | Den sidste milepæl kan ikke måles: "
            "»Planen følges.« siger ikke, hvornår den er nået. Skriv, hvad der skal være færdigt eller kunne tælles."
        )
    ]


@pytest.mark.parametrize(
    "milestone",
    ["Arbejdet pågår.", "Sagen er i proces.", "Indsatsen fortsætter løbende.", "Afhænger af masterplanen."],
)
def test_what_only_goes_on_is_no_last_milestone(milestone: str) -> None:
    assert len(hinted((f"{UNNUMBERED}/milepæle/4", milestone))) == 1
    # Something may well be going on at an earlier checkpoint.
    earlier = (f"{UNNUMBERED}/milepæle", f"{{2: {milestone}, 4: Puljen er brugt.}}")
    assert hinted(earlier) == []


@pytest.mark.parametrize(
    "milestone",
    [
        "Indsatsen er evalueret og fortsætter.",
        "Der følges op på sagerne hver måned.",
        "Ordningen fortsætter med mindst 20 pladser.",
        "Evalueringen foreligger.",
    ],
)
def test_what_can_be_measured_may_go_on(milestone: str) -> None:
    assert hinted((f"{UNNUMBERED}/milepæle/4", milestone)) == []


def test_a_status_that_was_copied_to_all_checkpoints() -> None:
    same = "{smiley: glad, status: Centret arbejder videre efter planen.}"
    first = (f"{ROUND_1}/status/5.1/milepæle/1", same)
    newer = (f"{ROUND_2}/status/5.1/milepæle", f"{{2: {same}}}")
    other = (f"{ROUND_2}/status/5.1/milepæle", "{2: {smiley: glad, status: Alle besøg er holdt.}}")

    assert hinted(first, newer) == [
        (
            "status-kopieret | opfoelgning-2.yaml, 5.1, milepæle › 2 | "
            "Statusteksten er den samme ved alle 2 tidspunkter: »Centret arbejder videre efter planen.«. "
            "Skriv, hvad der er sket siden sidst."
        )
    ]
    assert hinted(first, other) == []


def test_the_signed_agreement_is_read_too_but_not_what_it_quotes() -> None:
    signed = yaml.load(SIGNED, yaml.BaseLoader)
    signed["indledning"][0]["tekst"] = "Kommunen skal spare 3 % i 2019."
    signed["kapitler"][0]["citat"] = '"Vi er 100 % med"'
    signed["kapitler"][0]["punkter"][2]["tekst"] = "Parterne er enige om samarbjedet.\n\n> Vi er 100 % enige."

    assert hinted(("budgetaftale", signed)) == [
        "mulig-stavefejl | budgetaftale.yaml, 1.3, tekst | Ordet »samarbjedet« er ikke kendt. Mente du »samarbejdet«?",
        (
            "procenttegn-i-teksten | budgetaftale.yaml, indledning › 1 › tekst | "
            "Teksten har tegnet % ved »skal spare 3 % i 2019.«. Skriv pct. som i resten af dokumentet."
        ),
    ]


EVERY_HINT: dict[str, Change] = {
    "mulig-stavefejl": (TEXT, "Planen er udrbejdet."),
    "ord-to-gange": (TEXT, "Parterne er er enige."),
    "sætning-uden-slutning": (TEXT, "Parterne er enige om planen, men"),
    "andre-anførselstegn": (TEXT, "Projektet »Ren by« er i gang."),
    "bindestreg-som-tankestreg": (TEXT, "Indsatsen - den store - er i gang."),
    "interval-med-mellemrum": (TEXT, "Der er 15 - 20 pladser."),
    "procenttegn-i-teksten": (TEXT, "Målet er 5 %."),
    "mellemrum-før-tegn": (TEXT, "Planen er vedtaget , og den virker."),
    "komma-uden-mellemrum": (TEXT, "Planen er vedtaget,og den virker."),
    "datoer-på-flere-måder": (TEXT, "Planen gælder fra 01.08.2018."),
    "bidragsyder-uden-for-listerne": (f"{FIRST}/bidragsydere", "[Ældrerådet]"),
    "milepæl-uden-mål": (f"{FIRST}/milepæle/4", "Arbejdet pågår."),
    "status-kopieret": (
        f"{ROUND_2}/status/5.1/milepæle",
        "{1: {smiley: glad, status: Alt går efter planen nu.}, 2: {smiley: glad, status: Alt går efter planen nu.}}",
    ),
    "økonomi-fra-tidligere": (
        f"{ROUND_2}/status",
        {
            "5.1": {"milepæle": {"2": {"smiley": "glad"}}},
            "5.10": {"milepæle": {"2": {"smiley": "glad"}}, "økonomi": {"smiley": "glad"}},
        },
    ),
}


OF_NO_ONE_ITEM = {"beskrivelse-mangler", "økonomitekst-mangler", "afdeling-mangler"}
"""Hints on a plan as a whole, each with a test of its own."""


def test_every_hint_is_among_them() -> None:
    assert set(EVERY_HINT) == HINTS - OF_NO_ONE_ITEM


@pytest.mark.parametrize("code", EVERY_HINT)
def test_a_hint_is_silenced_by_code_and_place(code: str) -> None:
    (found,) = hints(case_with(EVERY_HINT[code]))
    assert found.code == code
    assert not found.stops

    for place, left in (
        (None, 0),
        (f"{found.place.item}", 0),
        (f"{found.place.item}, {found.place.field}", 0),
        ("x", 2),
    ):
        waived = case_with(EVERY_HINT[code]).model_copy(
            update={"waivers": (Waiver(code=code, place=place, reason="Sådan skriver vi."),)}
        )
        findings = apply_waivers(run_checks(waived, hints=True), waived, hints=True)
        assert len(findings) == left


def test_a_waiver_of_a_hint_is_unused_only_where_hints_were_looked_for() -> None:
    waiver = Waiver(code="ord-to-gange", place=None, reason="Vi synger.")
    case = case_with().model_copy(update={"waivers": (waiver,)})

    assert apply_waivers(run_checks(case), case) == ()
    (unused,) = apply_waivers(run_checks(case, hints=True), case, hints=True)
    assert unused.code == UNUSED_WAIVER
    assert unused.hint == "Slet undtagelsen, eller ret dens sted."


@settings(max_examples=40, deadline=None)
@given(cases(forms=PLAIN))
def test_any_case_can_be_looked_at(generated: Case) -> None:
    for followup in (None, 0, 2):
        found = [each for each in run_checks(generated, followup, hints=True) if each.code in HINTS]
        assert all(each.severity is Severity.HINT and each.place.file and each.message and each.hint for each in found)
        others = [each for each in run_checks(generated, followup, hints=True) if each.code not in HINTS]
        assert tuple(others) == run_checks(generated, followup)


FINANCES_1, FINANCES_2 = (f"{place}/status/5.1/økonomi" for place in (ROUND_1, ROUND_2))


def test_finances_that_this_round_did_not_report() -> None:
    others = (f"{ROUND_2}/status/5.10/økonomi", "{smiley: glad}")

    assert hinted((FINANCES_2, None), others) == [
        (
            "økonomi-fra-tidligere | opfoelgning-2.yaml, 5.1, økonomi | "
            "Økonomien er ikke meldt i anden opfølgning; smileyen er fra første. "
            "Spørg centret, om smileyen stadig gælder, og skriv svaret i opfoelgning-2.yaml."
        )
    ]


def test_a_round_without_any_finances_is_one_hint() -> None:
    assert hinted((FINANCES_2, None)) == [
        (
            "økonomi-fra-tidligere | opfoelgning-2.yaml, status | Økonomien er ikke meldt i anden opfølgning; "
            "alle smileyer for økonomi er fra tidligere opfølgninger. "
            "Spørg centrene, om smileyerne stadig gælder, og skriv svarene i opfoelgning-2.yaml."
        )
    ]


@pytest.mark.parametrize("change", [(f"{ROUND_2}/status", "{}"), (FINANCES_2, "{smiley: sur, status: Der mangler.}")])
def test_finances_of_an_earlier_round_are_nothing_to_ask_about(change: Change) -> None:
    assert [line for line in hinted(change) if line.startswith("økonomi-fra-tidligere")] == []


def test_finances_without_a_smiley_before_are_another_rules() -> None:
    assert hinted((FINANCES_1, None), (FINANCES_2, None)) == []


@pytest.mark.parametrize("period", ["april - maj", "mandag – fredag", "jan. - mar.", "maj–juni"])
def test_a_period_has_no_spaces_around_its_hyphen(period: str) -> None:
    (told,) = hinted((TEXT, f"Arbejdet ligger i {period} og bliver målt."))

    assert told.startswith("interval-med-mellemrum")
    assert told.endswith(
        f"Perioden ved »Arbejdet ligger i {period} og bliver« er skrevet med mellemrum eller tankestreg. "
        "Skriv bindestreg uden mellemrum, som i april-maj."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Det sker i april-maj.",
        "Perioden er 1. april - 3. maj.",
        "Det gælder fra april 2018 – maj 2019.",
        "Det sker i maj – og først da – for alvor.",
    ],
)
def test_periods_that_are_written_well(text: str) -> None:
    assert hinted((TEXT, text)) == []


def test_a_dash_behind_a_month_is_still_a_dash() -> None:
    (told,) = hinted((TEXT, "Det sker i maj - og først da - for alvor."))

    assert told.startswith("bindestreg-som-tankestreg")
