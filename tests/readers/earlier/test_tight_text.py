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
