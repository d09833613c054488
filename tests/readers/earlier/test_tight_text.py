"""Text layers without a single empty line: titles, chapters and paragraphs end where their words say so."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from renderer.edition.build import build_edition
from renderer.model.case import Case
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.plain.lines import read_lines
from renderer.readers.earlier.plain.paragraphs import is_tight
from renderer.readers.earlier.reading import EarlierReading
from tests.readers.earlier.plain_print import print_plain
from tests.readers.earlier.small_documents import codes
from tests.readers.earlier.test_printed_plain import printed_cases

FOLDER = Path(__file__).parent
LETTER = """Egedal Kommune
Anden opfølgning på Aftale om budget 2023
for Egedal Kommune
Læsevejledning
Her står, hvordan de smileyer skal læses, som centrene har givet i
løbet af året.
Definition af smileys på indsats
☺: Milepælen er nået
☹: Milepælen er ikke nået, og det er ikke længere til at nå den.
Der gives én smiley for økonomien i hvert delelement, og den gælder.
Definition af smileys på økonomi
☺: Budgettet holder
CENTER FOR ØKONOMI
Dato: 4. juli 2023
Sagsid: 00.30.00-S00-9-16
Side 1
5. Erhverv og Beskæftigelse
5.01. Turister hele året Drift Tid Smiley
Der skal komme flere turister, også når det
ikke er sommer.
Ansvarligt center: By, Erhverv og Miljø
Ansvarligt udvalg: Erhvervsudvalget
Væsentlig bidragsyder: Kultur
Museet holder åbent hele vinteren, og der er
guidede ture.
Byen får nye skilte.
Milepæl Skiltene er sat op. 1. budgetopfølgning 2023 ☺
Milepæl 2. budgetopfølgning 2023
Milepæl 3. budgetopfølgning 2023
Milepæl 31.12.2023
Økonomi Skiltene koster 0,3 mio. kr.
6. Kultur
6.01. Kor for alle Drift Tid Smiley
Alle skal kunne synge i kor.
Ansvarligt center: Kultur
Ansvarligt udvalg: Kulturudvalget
Væsentlig bidragsyder:
Milepæl Koret er begyndt. 1. budgetopfølgning 2023 ☹
Milepæl 2. budgetopfølgning 2023
Milepæl 3. budgetopfølgning 2023
Milepæl 31.12.2023
Økonomi ☺
"""


def chapters(reading: EarlierReading) -> list[tuple[str, str, list[tuple[str | None, str]]]]:
    return [
        (one["nummer"], one["titel"], [(item.get("nummer"), item["titel"]) for item in one.get("delelementer", [])])
        for one in reading.agreement["kapitler"]
    ]


def test_the_letter_and_its_guide() -> None:
    reading = read_earlier("x.txt", LETTER.encode())
    agreement = reading.agreement

    assert reading.findings == ()
    assert (agreement["titel"], reading.followup["opfølgning"]) == ("Aftale om budget 2023", "2")
    assert agreement["organisation"] == {"kommune": "Egedal Kommune", "afdeling": "Center for Økonomi"}
    assert agreement["smileyer"]["indsats"]["sur"] == "Milepælen er ikke nået, og det er ikke længere til at nå den."
    assert agreement["læsevejledning_økonomi"].startswith("Der gives én smiley")


def test_chapters_stand_right_above_their_first_items_and_right_below_finances() -> None:
    assert chapters(read_earlier("x.txt", LETTER.encode())) == [
        ("5", "Erhverv og Beskæftigelse", [("5.01", "Turister hele året")]),
        ("6", "Kultur", [("6.01", "Kor for alle")]),
    ]


def test_a_paragraph_ends_where_the_next_word_had_room() -> None:
    item = read_earlier("x.txt", LETTER.encode()).agreement["kapitler"][0]["delelementer"][0]

    assert item["bidragsydere"] == ["Kultur"]
    assert item["beskrivelse"] == ("Museet holder åbent hele vinteren, og der er guidede ture.\n\nByen får nye skilte.")
    assert item["økonomi"] == "Skiltene koster 0,3 mio. kr."


def test_a_status_behind_the_smiley_beside_it_belongs_to_the_finances() -> None:
    told = "Økonomi Skiltene koster 0,3 mio. kr. ☺\nStatus:\nSkiltene er betalt.\n6. Kultur"
    reading = read_earlier("x.txt", LETTER.replace("Økonomi Skiltene koster 0,3 mio. kr.\n6. Kultur", told).encode())

    assert chapters(reading)[1] == ("6", "Kultur", [("6.01", "Kor for alle")])
    assert "indledning" not in reading.agreement["kapitler"][1]
    assert reading.agreement["kapitler"][0]["delelementer"][0]["økonomi"] == "Skiltene koster 0,3 mio. kr."
    assert reading.followup["status"]["5.01"]["økonomi"] == {"smiley": "glad", "status": "Skiltene er betalt."}


@pytest.mark.parametrize(("label", "begins"), [("Status:", ""), ("Status pr. 30. april:", "Pr. 30. april: ")])
def test_a_status_begins_at_its_label_with_or_without_a_date(label: str, begins: str) -> None:
    told = f"Milepæl Skiltene er\nsat op.\n{label}\nDer mangler\nto skilte.\n1. budgetopfølgning 2023 ☺"
    text = LETTER.replace("Milepæl Skiltene er sat op. 1. budgetopfølgning 2023 ☺", told)
    reading = read_earlier("x.txt", text.encode())

    assert reading.agreement["kapitler"][0]["delelementer"][0]["milepæle"] == {"1": "Skiltene er sat op."}
    reported = reading.followup["status"]["5.01"]["milepæle"]["1"]
    assert reported == {"smiley": "glad", "status": f"{begins}Der mangler to skilte."}


@pytest.mark.parametrize("label", ["Milepæl {}:", "Milepæl nr. {}", "Milepæl nr. {}:", "Milepæl:"])
def test_labels_with_a_count_are_no_part_of_the_milestone(label: str) -> None:
    counts = iter("12341234")
    text = re.sub("^Milepæl(?= )", lambda _: label.format(next(counts)), LETTER, flags=re.MULTILINE)
    plain, counted = (read_earlier("x.txt", one.encode()) for one in (LETTER, text))

    assert counted.agreement == plain.agreement
    assert counted.followup == plain.followup
    assert codes(counted) == []


def test_words_in_the_smileys_place_are_read_and_letters_of_a_lost_font_are_told() -> None:
    words, letters = (
        read_earlier("x.txt", re.sub("2023 ☺", f"2023 {mark}", LETTER.replace("Økonomi ☺", f"Økonomi {mark}")).encode())
        for mark in ("Grøn", "J")
    )
    plain = read_earlier("x.txt", LETTER.encode())

    assert words.followup == plain.followup
    assert (codes(words), words.agreement) == ([], plain.agreement)
    assert (codes(letters), letters.agreement) == (["ukendt-smiley", "ukendt-smiley"], plain.agreement)


@pytest.mark.parametrize("finances", ["Grøn", "J", "Skiltene er betalt. Grøn", "Skiltene er betalt. J"])
def test_a_title_without_a_number_begins_behind_the_finances_above_it(finances: str) -> None:
    told = f"Økonomi {finances}\nKor for alle Drift"
    text = LETTER.replace("Økonomi Skiltene koster 0,3 mio. kr.\n6. Kultur\n6.01. Kor for alle Drift", told)

    assert chapters(read_earlier("x.txt", text.encode())) == [
        ("5", "Erhverv og Beskæftigelse", [("5.01", "Turister hele året"), (None, "Kor for alle")])
    ]


def test_a_milestone_that_begins_with_a_number_keeps_it() -> None:
    text = LETTER.replace("Milepæl Skiltene er sat op.", "Milepæl 3 skilte er sat op.")
    item = read_earlier("x.txt", text.encode()).agreement["kapitler"][0]["delelementer"][0]

    assert item["milepæle"] == {"1": "3 skilte er sat op."}


def test_a_foot_that_only_names_the_sender_is_known_by_standing_last_on_several_pages() -> None:
    foot = "Egedal Kommune, Økonomi og Styring"
    text = LETTER.replace("Side 1\n", f"{foot}\n\f").replace("guidede ture.\n", f"guidede ture.\n{foot}\n\f") + foot
    reading = read_earlier("x.txt", text.encode())

    assert chapters(reading) == chapters(read_earlier("x.txt", LETTER.encode()))
    assert foot not in str(reading.agreement) + str(reading.followup)
    assert codes(reading) == []


@pytest.mark.parametrize("name", ["unseen_whole.txt", "unseen_year_end.txt"])
def test_a_text_that_lost_its_empty_lines_keeps_items_milestones_and_smileys(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    tight = re.sub(r"\n[\s\f]*\n", "\n", text)
    before, after = (read_earlier(name, one.encode()) for one in (text, tight))

    assert not is_tight(read_lines(text))
    assert is_tight(read_lines(tight))
    assert skeleton(before) == skeleton(after)
    assert set(codes(after)) <= {*codes(before), "uklare-bidragsydere"}


def skeleton(reading: EarlierReading) -> Any:
    """Numbers of chapters and items, which milestones have a text, and every smiley."""
    items = [item for chapter in reading.agreement["kapitler"] for item in chapter["delelementer"]]
    smileys = {
        ref: {point: one.get("smiley") for point, one in status.get("milepæle", {}).items()}
        for ref, status in reading.followup["status"].items()
    }
    return [(item.get("nummer"), sorted(item.get("milepæle", {}))) for item in items], smileys


@settings(max_examples=60)
@given(printed_cases(), st.integers(1, 4))
def test_any_printed_case_keeps_them_too(case: Case, number: int) -> None:
    assume(case.followup(number) is not None)
    text = print_plain(build_edition(case, number), lambda: True)
    before, after = (read_earlier("x.txt", one.encode()) for one in (text, re.sub(r"\n[\s\f]*\n", "\n", text)))
    assume(before.agreement.get("kapitler") and before.followup.get("status"))

    assert before.agreement["titel"] == after.agreement["titel"]
    assert chapters(before) == chapters(after)
    assert skeleton(before) == skeleton(after)
