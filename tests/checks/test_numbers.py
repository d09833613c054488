"""Rules on numbers, parts and refs."""

import pytest

from renderer.checks import CHECKS
from renderer.findings import Severity
from tests.checks.clean_case import FIRST, ROUND_2, SECOND, UNNUMBERED, Change, case_with, codes, said

ITEMS = "aftale/kapitler/0/delelementer"
LIKE_FIRST = "ansvarligt_center: Arbejdsmarked, ansvarligt_udvalg: Økonomiudvalget, type: drift, aftaletekst: Vi vil."
CHAPTER = (
    "{nummer: %s, titel: Børn, delelementer: [{nummer: %s, titel: Åben skole, milepæle: {4: Nået.}, "
    + LIKE_FIRST
    + "}]}"
)

AGAIN = "{opfølgning: 1, dato: 2018-05-07, kontakt: {navn: Ida}, status: {pulje: {økonomi: {smiley: glad}}}}"


def chapter(number: str, item: str) -> Change:
    """One more chapter with one item."""
    return "aftale/kapitler/+", CHAPTER % (number, item)


def titled(item: str, title: str) -> Change:
    return f"{item}/titel", title


def numbered(item: str, number: str) -> Change:
    return f"{item}/nummer", f"'{number}'"


def moved_status(ref: str) -> list[Change]:
    """The status of the second item under another ref, since its number changed."""
    return [(f"{ROUND_2}/status/{ref}", "{milepæle: {2: {smiley: glad}}}"), (f"{ROUND_2}/status/5.10", None)]


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        (
            [numbered(SECOND, "5.1"), (f"{SECOND}/ref", "fleksjob"), *moved_status("fleksjob")],
            ("fælles-nummer | aftale.yaml, fleksjob, nummer | "
            "Nummeret 5.1 bruges af flere delelementer: »Dialog med erhvervslivet« og »Flere i fleksjob«. "
            "Ret nummeret, eller lad titlerne ende på »– del 1«, »– del 2« og så videre."),
        ),
        (
            [numbered(SECOND, "5.1"), titled(SECOND, "Dialog – del 1"), *moved_status("5.1-del-1")],
            ("fælles-nummer | aftale.yaml, 5.1-del-1, nummer | "
            "Nummeret 5.1 bruges af flere delelementer: »Dialog med erhvervslivet« og »Dialog – del 1«. "
            "Ret nummeret, eller lad titlerne ende på »– del 1«, »– del 2« og så videre."),
        ),
        (
            [numbered(SECOND, "5.1"), ("opfølgninger", "[]")],
            ("nummer-to-gange | aftale.yaml, 5.1, nummer | "
            "Nummeret 5.1 bruges af flere delelementer: »Dialog med erhvervslivet« og »Flere i fleksjob«. "
            "Ret nummeret, eller lad titlerne ende på »– del 1«, »– del 2« og så videre."),
        ),
        (
            [(f"{UNNUMBERED}/ref", "'5.10'"), ("opfølgninger", "[]")],
            ("ref-to-gange | aftale.yaml, 5.10, ref | "
            "Kendetegnet 5.10 bruges af flere delelementer: »Flere i fleksjob« og »Pulje til nye idéer«. "
            "Giv hvert delelement sin egen ref."),
        ),
        (
            [(f"{ROUND_2}/status/5.01", "{økonomi: {smiley: glad}}")],
            "ukendt-delelement | opfoelgning-2.yaml, 5.01 | Aftalen har ikke et delelement »5.01«. Mente du »5.1«?",
        ),
        (
            [(f"{ROUND_2}/status/anden-pulje-helt", "{økonomi: {smiley: glad}}")],
            ("ukendt-delelement | opfoelgning-2.yaml, anden-pulje-helt | "
            "Aftalen har ikke et delelement »anden-pulje-helt«. "
            "Skriv delelementets ref, som den står i aftalen."),
        ),
        (
            [("opfølgninger/0", AGAIN)],
            ("opfølgning-to-gange | opfoelgning-1.yaml, opfølgning | "
            "Der er to opfølgninger med nummer 1. Ret nummeret i den ene, eller slet den."),
        ),
        (
            [titled(SECOND, "Flere i fleksjob – del 2"), *moved_status("5.10-del-2")],
            ("del-mangler | aftale.yaml, 5.10-del-2, titel | "
            "Delelementet er del 2 af 5.10, men der er ingen del 1. "
            "Ret titlen, eller tilføj den del, der mangler."),
        ),
        (
            [numbered(SECOND, "6.10"), *moved_status("6.10")],
            ("nummer-uden-for-kapitel | aftale.yaml, 6.10, nummer | "
            "Nummeret 6.10 hører ikke til kapitlet »5. Erhverv og Beskæftigelse«. "
            "Ret nummeret, eller flyt delelementet til sit kapitel."),
        ),
        (
            [numbered(SECOND, "5.0"), *moved_status("5.0")],
            ("ude-af-rækkefølge | aftale.yaml, 5.0, nummer | "
            "5.0 står efter 5.1. Flyt delelementet, så numrene står i rækkefølge."),
        ),
        (
            [(f"{SECOND}/nummer", None), (f"{SECOND}/ref", "fleks"), *moved_status("fleks"),
             numbered(UNNUMBERED, "5.11"), (f"{UNNUMBERED}/aftaletekst", "Puljen er for alle.")],
            ("ude-af-rækkefølge | aftale.yaml, fleks | "
            "Delelementet har intet nummer, men står før 5.11. Flyt det til slutningen af kapitlet."),
        ),
        (
            [chapter("3", "3.1")],
            ("kapitel-ude-af-rækkefølge | aftale.yaml, kapitler › 2 › nummer | "
            "Kapitel 3 står efter kapitel 5. Ret nummeret, eller flyt kapitlet, så numrene står i rækkefølge."),
        ),
        (
            [(f"{FIRST}/beskrivelse", "Se punkt 5.9.")],
            (
                "henvisning-til-ukendt-nummer | aftale.yaml, 5.1, beskrivelse | "
                "Teksten henviser til 5.9, men aftalen har intet delelement med det nummer. Ret henvisningen."
            ),
        ),
    ],
)  # fmt: skip
def test_what_is_found(changes: list[Change], finding: str) -> None:
    assert said(case_with(*changes)) == [finding]


@pytest.mark.parametrize("number", ["5.2", "5.02", "5.1.1", "5.1A", "5.99.9", "TMU-01", "5.01"])
def test_numbers_that_are_in_order(number: str) -> None:
    assert codes(numbered(SECOND, number), *moved_status(number)) == []


@pytest.mark.parametrize(("first", "second"), [("5.9", "5.10"), ("5.09", "5.10"), ("5.8.2", "5.8.10"), ("5", "5.10")])
def test_numbers_are_compared_part_by_part(first: str, second: str) -> None:
    findings = codes(
        numbered(FIRST, first), (f"{FIRST}/ref", "'5.1'"), numbered(SECOND, second), (f"{SECOND}/ref", "'5.10'")
    )

    assert findings == []


@pytest.mark.parametrize(("first", "second"), [("5.10", "5.9"), ("5.8.2", "5.8"), ("5.1B", "5.1A")])
def test_numbers_that_go_backwards(first: str, second: str) -> None:
    findings = codes(
        numbered(FIRST, first), (f"{FIRST}/ref", "'5.1'"), numbered(SECOND, second), (f"{SECOND}/ref", "'5.10'")
    )

    assert findings == ["ude-af-rækkefølge"]


def test_parts_share_a_number() -> None:
    parts = [titled(FIRST, "Dialog – del 1"), titled(SECOND, "Dialog – del 2"), numbered(SECOND, "5.1")]

    assert codes(*parts, (f"{FIRST}/ref", "'5.1'"), (f"{SECOND}/ref", "'5.10'")) == []


def test_parts_that_go_backwards() -> None:
    parts = [titled(FIRST, "Dialog – del 2"), titled(SECOND, "Dialog – del 1"), numbered(SECOND, "5.1")]
    (finding,) = said(case_with(*parts, (f"{FIRST}/ref", "'5.1'"), (f"{SECOND}/ref", "'5.10'")))

    assert finding.endswith("5.1 del 1 står efter 5.1 del 2. Flyt delelementet, så numrene står i rækkefølge.")


def test_the_first_part_may_stand_alone() -> None:
    assert codes(titled(SECOND, "Flere i fleksjob – del 1"), *moved_status("5.10-del-1")) == []


def test_the_same_part_twice_is_said_once() -> None:
    parts = [titled(FIRST, "Dialog – del 1"), titled(SECOND, "Dialog – del 1"), numbered(SECOND, "5.1")]
    statuses = [("opfølgninger", "[]")]

    assert codes(*parts, *statuses) == ["nummer-to-gange"]


@pytest.mark.parametrize(("number", "item"), [("6", "6.1"), ("6", "TMU-02"), ("10", "10.1"), ("6", "06.1")])
def test_chapters_in_order(number: str, item: str) -> None:
    assert codes(chapter(number, item)) == []


def test_a_chapter_without_a_number_takes_any_item() -> None:
    assert codes(("aftale/kapitler/0/nummer", None)) == []


def test_only_what_makes_a_document_wrong_stops() -> None:
    stopping = {code for code, check in CHECKS.items() if check.severity is Severity.ERROR}

    assert stopping == {"nummer-to-gange", "ref-to-gange", "ukendt-delelement", "opfølgning-to-gange"}


@pytest.mark.parametrize(
    "text",
    [
        "Se punkt 5.10 og delelement 5.1.",
        "Se afsnit 05.01.",
        "Se punkt 7.12, som et andet udvalg har.",
        "Se punkt 5.9 i aftalen for 2015.",
        "Se aftalen for 2015, punkt 5.9.",
        "Der er 5.9 meter fra punkt 5.",
    ],
)
def test_references_that_are_in_order(text: str) -> None:
    assert codes((f"{FIRST}/beskrivelse", text)) == []


def test_a_reference_to_a_number_with_items_below_it() -> None:
    assert codes(numbered(SECOND, "5.8.2"), *moved_status("5.8.2"), (f"{FIRST}/beskrivelse", "Se punkt 5.8.")) == []


def test_one_committees_part_may_refer_to_the_others() -> None:
    alone = [(f"{item}/ansvarligt_udvalg", "Økonomiudvalget") for item in (FIRST, SECOND, UNNUMBERED)]

    assert codes(*alone, ("aftale/udvalg", "[Økonomiudvalget]"), (f"{FIRST}/beskrivelse", "Se punkt 5.9.")) == []
