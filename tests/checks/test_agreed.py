"""The plan's titles and agreement texts against the signed agreement of the same case."""

import json

import pytest

from renderer.checks import apply_waivers, run_checks
from renderer.model.case import Case
from renderer.model.signed.signed_agreement import SignedAgreement
from tests.checks.clean_case import FIRST, SECOND, UNNUMBERED, Change, case_with

_TITLE, _TEXT = "titel", "aftaletekst"
SPLIT = "aftale/kapitler/0/delelementer/+"
SIGNED_FIRST = "Parterne ønsker en tættere dialog med virksomhederne i kommunen."


def signed(*points: dict[str, object]) -> SignedAgreement:
    """A signed agreement with these points."""
    return SignedAgreement.model_validate(
        {"periode": "2018-2021", "kapitler": [{"nummer": "5", "titel": "Erhverv", "punkter": list(points)}]}
    )


def point(text: str, title: str = "Dialog med erhvervslivet", number: str | None = "5.1") -> dict[str, object]:
    """A point; the clean case's first item carries it on."""
    return {**({"nummer": number} if number else {}), "titel": title, "tekst": text}


def held(case: Case, *points: dict[str, object]) -> list[str]:
    """What is said of the agreed words when the case has a signed agreement of these points."""
    found = run_checks(case.model_copy(update={"signed": signed(*points)}))
    return [f"{one.code} | {one.place.item}: {one.message}" for one in found if one.code.endswith("-ændret")]


def test_a_number_that_has_become_another_is_told_with_both_texts() -> None:
    case = case_with((f"{FIRST}/{_TEXT}", "Ventetiden på et møde er højst 18 uger, også om sommeren."))

    assert held(case, point("Ventetiden på et møde er højst 8 uger, også om sommeren.")) == [
        (
            "aftaletekst-ændret | 5.1: Aftaleteksten er ændret: "
            "Der står »højst 18 uger«, men parterne har skrevet under på »højst 8 uger«."
        )
    ]


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("Skolen lukkes ikke.", "Skolen lukkes.", ("Der står »lukkes«, men parterne har skrevet under på "
         "»lukkes ikke«.")),
        ("Der bygges.", "Der bygges. Det sker inden for budgettets ramme.",
         "»Det sker inden for budgettets ramme.« står ikke i den underskrevne aftale."),
        ("Der bygges. Det sker inden for budgettets ramme.", "Der bygges.",
         "»Det sker inden for budgettets ramme.« fra den underskrevne aftale mangler."),
        ("Der spares 1,5 mio. kr.", "Der spares 15 mio. kr.",
         "Der står »spares 15 mio«, men parterne har skrevet under på »spares 1,5 mio«."),
    ],
)  # fmt: skip
def test_what_is_told_of_a_difference(was: str, now: str, told: str) -> None:
    assert held(case_with((f"{FIRST}/{_TEXT}", now)), point(was)) == [
        f"aftaletekst-ændret | 5.1: Aftaleteksten er ændret: {told}"
    ]


def test_many_differences_are_counted_and_the_first_are_named() -> None:
    was = " ".join(f"I uge {week} holder biblioteket åbent for alle, der vil læse." for week in range(1, 7))
    now = was.replace("åbent for", "lukket for")

    (told,) = held(case_with((f"{FIRST}/{_TEXT}", now)), point(was))
    assert told.count("»holder biblioteket lukket") + told.count("»biblioteket lukket for«") == 3
    assert told.endswith("Der er 3 forskelle til.")


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Vi bygger:\n\n- en skole,\n- en hal.", "Vi bygger:\n\n1. en skole,\n2. en hal."),
        ("Vi bygger en skole. Og en hal.", "Vi bygger\nen skole.\n\nOg en hal."),
        ("Det er “godt” – i 2019 – 2022.", "Det er ”godt” - i 2019-2022."),
        ("Det er *vigtigt* …", "Det er **vigtigt** ..."),
        ("> Citat af loven.\n\nSom det er.", "Citat af loven.\n\nSom det er."),
    ],
)
def test_what_the_layout_decides_is_no_difference(was: str, now: str) -> None:
    assert held(case_with((f"{FIRST}/{_TEXT}", json.dumps(now))), point(was)) == []


def test_a_text_that_is_missing_is_told_by_its_own_rule() -> None:
    assert held(case_with((f"{FIRST}/{_TEXT}", None)), point(SIGNED_FIRST)) == []


def test_an_item_without_a_point_and_a_point_without_an_item_have_nothing_to_be_held_against() -> None:
    assert held(case_with(), point("Der bygges en hal.", "Hal ved skolen", "5.7")) == []


def test_an_item_without_a_number_is_known_by_its_title() -> None:
    case = case_with((f"{UNNUMBERED}/ref", "pulje-til-nye-ideer"), (f"{UNNUMBERED}/{_TEXT}", "Puljen er på 2 mio. kr."))

    assert held(case, point("Puljen er på 3 mio. kr.", "Pulje til nye idéer", None)) == [
        (
            "aftaletekst-ændret | pulje-til-nye-ideer: Aftaleteksten er ændret: "
            "Der står »på 2 mio«, men parterne har skrevet under på »på 3 mio«."
        )
    ]


def test_a_title_is_agreed_too() -> None:
    case = case_with((f"{FIRST}/{_TITLE}", "Dialog med virksomhederne"))

    assert held(case, point(SIGNED_FIRST)) == [
        (
            "titel-ændret | 5.1: Titlen er ændret: Der står »med virksomhederne«, men parterne har skrevet under på "
            "»med erhvervslivet«."
        )
    ]


def parts(first: str, second: str) -> Case:
    """The clean case with its first item split in two."""
    two = {"nummer": "5.1", "titel": "Dialog med erhvervslivet – del 2", "type": "drift", "aftaletekst": second}
    changes: list[Change] = [(f"{FIRST}/{_TITLE}", "Dialog med erhvervslivet – del 1"), (f"{FIRST}/{_TEXT}", first)]
    return case_with(*changes, ("opfølgninger", "[]"), (SPLIT, two))


WHOLE = "Vi besøger virksomhederne hvert år. Der oprettes en fælles postkasse til spørgsmål."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (WHOLE, WHOLE),
        ("Vi besøger virksomhederne hvert år.", "Der oprettes en fælles postkasse til spørgsmål."),
        (WHOLE, "Der oprettes en fælles postkasse til spørgsmål."),
    ],
)
def test_the_parts_of_a_point_may_share_its_text_or_each_have_it(first: str, second: str) -> None:
    assert held(parts(first, second), point(WHOLE)) == []


def test_a_sentence_that_was_changed_in_one_part_is_held_against_the_one_it_was() -> None:
    case = parts("Vi besøger virksomhederne hvert tredje år.", "Der oprettes en fælles postkasse til spørgsmål.")

    assert held(case, point(WHOLE)) == [
        (
            "aftaletekst-ændret | 5.1-del-1: Aftaleteksten er ændret: "
            "Der står »hvert tredje år«, men parterne har skrevet under på »hvert år«."
        )
    ]


def test_a_sentence_that_no_part_has_is_told_once() -> None:
    case = parts("Vi besøger virksomhederne hvert år.", "Vi besøger virksomhederne hvert år.")

    assert held(case, point(WHOLE)) == [
        (
            "aftaletekst-ændret | 5.1-del-1: Delene har ikke hele aftaleteksten: "
            "»Der oprettes en fælles postkasse til spørgsmål.« fra den underskrevne aftale mangler."
        )
    ]


def test_a_part_with_a_sentence_of_its_own() -> None:
    case = parts(WHOLE, f"{WHOLE} Havnen får en ny kran inden jul.")

    assert held(case, point(WHOLE)) == [
        (
            "aftaletekst-ændret | 5.1-del-2: Aftaleteksten er ændret: "
            "»Havnen får en ny kran inden jul.« står ikke i den underskrevne aftale."
        )
    ]


def test_a_reason_accepts_it() -> None:
    case = case_with((f"{SECOND}/{_TEXT}", "Elleve flere borgere skal i fleksjob."))
    waiver = {"kode": "aftaletekst-ændret", "sted": "5.10", "begrundelse": "Rettet af byrådet den 3. maj."}
    given = Case.model_validate({**case.model_dump(by_alias=True), "undtagelser": [waiver]})
    both = given.model_copy(
        update={"signed": signed(point("Ti flere borgere skal i fleksjob.", "Flere i fleksjob", "5.10"))}
    )

    assert [one.code for one in run_checks(both)] == ["aftaletekst-ændret"]
    assert apply_waivers(run_checks(both), both) == ()
