"""Habits of other municipalities, each in one place of a text that is otherwise as ours: read, or told."""

from typing import Any

import pytest

from renderer.checks import CHECKS, run_checks
from renderer.readers.earlier.reading import EarlierReading
from tests.readers.earlier.small_documents import HEADING, case_of, codes, document, item
from tests.readers.earlier.test_strays import FACE, TEXT, changed, line, read, told

MEANING = "Den er ikke nået, men målet kan nås"


def scale(reading: EarlierReading, kind: str = "indsats") -> dict[str, str]:
    return dict(reading.agreement["smileyer"][kind])


def items(reading: EarlierReading) -> list[dict[str, Any]]:
    return list(reading.agreement["kapitler"][0]["delelementer"])


@pytest.mark.parametrize(
    ("broken", "joined"),
    [
        ("Den er ikke nået, men\n\nmålet kan nås", MEANING),
        ("Den er ikke nået,\n\nmen målet kan nås", MEANING),
        ("Den er ikke nået, men må-\n\nlet kan nås", MEANING),
        ("Den er ikke nået i løn- \n\nog prisfremskrivning", None),
    ],
)  # fmt: skip
def test_a_meaning_goes_on_below_an_empty_line(broken: str, joined: str | None) -> None:
    reading = changed(MEANING, broken)
    usual = read(TEXT)

    assert scale(reading)["mellemfornøjet"] == (joined or "Den er ikke nået i løn- og prisfremskrivning")
    assert {**scale(reading), "mellemfornøjet": MEANING} == scale(usual)
    assert scale(reading, "økonomi") == scale(usual, "økonomi")
    assert reading.agreement["læsevejledning_økonomi"] == usual.agreement["læsevejledning_økonomi"]
    assert codes(reading) == []


def test_what_stands_above_the_heading_on_finances_is_a_meaning_of_effort() -> None:
    reading = changed(f"{MEANING}\n", f"{MEANING}\n\nBemærk, at en milepæl kan flyttes.\n")
    usual = read(TEXT)

    assert scale(reading) == scale(usual)
    assert scale(reading, "økonomi") == scale(usual, "økonomi")
    assert reading.agreement["læsevejledning"].endswith("Bemærk, at en milepæl kan flyttes.")
    assert reading.agreement["læsevejledning_økonomi"] == usual.agreement["læsevejledning_økonomi"]


def test_finances_right_above_a_title_are_no_part_of_it() -> None:
    reading = changed(f"mio. kr. {FACE}\n\n3.02. Lys på stien", "mio. kr.\nLys på stien")

    assert [(one.get("nummer"), one["titel"]) for one in items(reading)] == [
        ("3.01", "Bænke ved søen"), (None, "Lys på stien")
    ]  # fmt: skip
    assert items(reading)[0]["økonomi"] == "Der er afsat 0,2 mio. kr."
    assert codes(reading) == []


def test_a_title_without_its_full_stop_begins_with_its_number_too() -> None:
    reading = changed(f"mio. kr. {FACE}\n\n3.02. Lys på stien", "mio. kr. til bænke\nog borde\n3.02 Lys på stien")

    assert items(reading)[0]["økonomi"] == "Der er afsat 0,2 mio. kr. til bænke og borde"
    assert items(reading)[1]["titel"] == "Lys på stien"
    assert codes(reading) == ["nummer-uden-punktum"]


def test_a_title_that_nothing_parts_from_the_finances_is_told() -> None:
    text = TEXT.replace(f"mio. kr. {FACE}\n\n3.02. Lys på stien", "mio. kr. til\nBænke og Borde\nLys på stien")
    reading = read(text)

    assert [one["titel"] for one in items(reading)] == ["Bænke ved søen", "Lys på stien"]
    assert told(reading) == [("titel-i-tvivl", line("Lys på stien", text))]


@pytest.mark.parametrize(
    "titles",
    [
        ("5.1. Flere job - del 1 - voksne", "5.1. Flere job - del 2 - unge"), ("5.1. Job, del 1", "5.1. Job, del 2"),
        ("5.1. Job (del 1)", "5.1. Job (del 2)"),
    ],
)  # fmt: skip
def test_parts_are_told_apart_wherever_the_title_says_so(titles: tuple[str, str]) -> None:
    case = case_of(document(*(item(heading=f"{title}\tDrift\tTid\tSmiley") for title in titles)))

    assert [one.ref for one in case.agreement.items()] == ["5.1-del-1", "5.1-del-2"]
    assert [one.part for one in case.agreement.items()] == [1, 2]
    assert not {finding.code for finding in run_checks(case)} & {"nummer-to-gange", "fælles-nummer"}


def test_items_that_share_a_number_can_be_rendered_when_they_are_imported() -> None:
    reading = document(item(), item(heading=HEADING.replace("læringspladser", "praktikpladser")))
    findings = {finding.code: finding for finding in run_checks(case_of(reading))}

    assert codes(reading) == ["delelement-to-gange"]
    assert not findings["fælles-nummer"].stops
    assert not any(finding.stops for finding in findings.values())
    assert CHECKS["fælles-nummer"].finds
