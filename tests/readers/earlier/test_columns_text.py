"""Tables whose columns stand side by side in a text, as `pdftotext -layout` writes them, are read cell by cell."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from renderer.edition.build import build_edition
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.plain.columns import are_in_columns, in_reading_order
from renderer.readers.earlier.reading import EarlierReading
from renderer.writers.pdf import write_pdf
from tests.readers.earlier.small_documents import codes
from tests.samples import large_case, small_case

TEXT = """\
Anden opfølgning på                                 CENTER FOR ØKONOMI
                                                    Dato: 4. juli 2023
Aftale om budget 2023 for                           Sagsid: 00.30.00-S00-9-16

Egedal Kommune
Læsevejledning
Her står, hvordan de smileyer skal læses, som centrene har givet.

Definition af smileys på indsats
☺: Milepælen er nået
☹: Milepælen er ikke nået
Der gives én smiley for økonomien.
                                                                              Side 1
\fAnden opfølgning på Aftale om budget 2023 for Egedal Kommune                                  Den 4. juli 2023

5. Erhverv og Beskæftigelse

 5.01. Turister hele året, også      Drift og anlæg                           Tid                      Smiley
 når det ikke er sommer

 Der skal komme flere                Ansvarligt center: By, Erhverv og Miljø
 turister.                           Ansvarligt udvalg: Erhvervsudvalget
                                     Væsentlig bidragsyder: Kultur
 De skal blive i byen i
 flere dage.                         Museet holder åbent hele vinteren.

 Milepæl                             Skiltene er sat op.                      1. budgetopfølgning 2023 ☺

 Milepæl                             Museet har nye åbningstider, som         2. budgetopfølgning 2023 ☹
                                     er aftalt med de frivillige, og
Egedal Kommune, Center for Økonomi                 - 2 -                          Sagsid: 00.30.00-S00-9-16
\fAnden opfølgning på Aftale om budget 2023 for Egedal Kommune                                  Den 4. juli 2023

 5.01. Turister hele året, også      Drift og anlæg                           Tid                      Smiley
 når det ikke er sommer (fortsat)

                                     som gælder fra maj.
                                     Status:
                                     Aftalen mangler.
 Milepæl                                                                      3. budgetopfølgning 2023

 Milepæl                                                                      31.12.2023

 Økonomi                             Der er brugt 2 mio. kr.                                           ☺

6. Kultur

 6.01. Kor                           Drift                                    Tid                      Smiley

 Alle kan synge.                     Ansvarligt center: Kultur
                                     Ansvarligt udvalg: Kulturudvalget

 Milepæl                             Koret er begyndt.                        1. budgetopfølgning 2023 ☺

 Økonomi
"""


def items(reading: EarlierReading) -> list[dict[str, Any]]:
    return [item for chapter in reading.agreement["kapitler"] for item in chapter["delelementer"]]


def test_letterhead_chapters_and_cells() -> None:
    reading = read_earlier("x.txt", TEXT.encode())
    first, second = items(reading)

    assert codes(reading) == ["færre-milepæle"]
    assert (reading.agreement["titel"], reading.followup["dato"]) == ("Aftale om budget 2023", "2023-07-04")
    assert reading.agreement["organisation"] == {"kommune": "Egedal Kommune", "afdeling": "Center for Økonomi"}
    assert reading.agreement["læsevejledning_økonomi"] == "Der gives én smiley for økonomien."
    assert [one["titel"] for one in reading.agreement["kapitler"]] == ["Erhverv og Beskæftigelse", "Kultur"]
    assert (first["titel"], first["type"]) == ("Turister hele året, også når det ikke er sommer", "drift og anlæg")
    assert first["aftaletekst"] == "Der skal komme flere turister.\n\nDe skal blive i byen i flere dage."
    assert first["bidragsydere"] == ["Kultur"]
    assert first["beskrivelse"] == "Museet holder åbent hele vinteren."
    assert first["økonomi"] == "Der er brugt 2 mio. kr."
    assert (second["titel"], second["ansvarligt_center"]) == ("Kor", "Kultur")


def test_a_row_goes_on_below_the_heading_row_that_repeats_on_a_new_page() -> None:
    reading = read_earlier("x.txt", TEXT.encode())

    assert items(reading)[0]["milepæle"] == {
        "1": "Skiltene er sat op.",
        "2": "Museet har nye åbningstider, som er aftalt med de frivillige, og som gælder fra maj.",
    }
    assert reading.followup["status"] == {
        "5.01": {
            "milepæle": {"1": {"smiley": "glad"}, "2": {"smiley": "sur", "status": "Aftalen mangler."}},
            "økonomi": {"smiley": "glad"},
        },
        "6.01": {"milepæle": {"1": {"smiley": "glad"}}},
    }


def test_every_word_keeps_the_line_that_it_stood_in() -> None:
    lines = TEXT.split("\n")
    ordered = in_reading_order(lines)

    for number, words in ordered:
        assert set(words.split()) <= set(lines[number - 1].split())
    assert sorted(word for _, words in ordered for word in words.split()) == sorted(TEXT.split())


NARROW = """\
Anden opfølgning på Aftale om budget 2023 for Egedal Kommune
Dato: 4. juli 2023
Sagsid: 00.30.00-S00-9-16

Egedal Kommune, Budget og Tal
\f3. Børn
3.01. Legepladser ved     Kort beskrivelse af       Tid                      Smiley
dagplejen                 indsatsen (anlæg)
Mange lege-               Ansvarligt center: Børn
Egedal Kommune, Budget og Tal
\f
pladser er slidte.        Ansvarligt udvalg: Børneudvalget
                          De værste skiftes først.
Milepæl 1:                Alle er gennemgået.       1. budgetopfølgning 2023 ☺
                          Status:
                          Gennemgangen er
Egedal Kommune, Budget og Tal
\f                          afsluttet.
Økonomi:                  Pengene er brugt.                                  ☺
Egedal Kommune, Budget og Tal
\f3.02. Kor                                           Tid                      Smiley
Alle kan synge.           Ansvarligt center: Kultur
                          Ansvarligt udvalg: Kulturudvalget
Milepæl 1:                Koret er begyndt.         1. budgetopfølgning 2023 ☺
Økonomi:
"""


def test_narrow_columns_with_a_broken_or_missing_type_and_a_foot_that_names_the_sender() -> None:
    reading = read_earlier("x.txt", NARROW.encode())
    first, second = items(reading)

    assert sorted(codes(reading)) == ["færre-milepæle", "færre-milepæle", "ukendt-type"]
    assert [one["titel"] for one in reading.agreement["kapitler"]] == ["Børn"]
    assert (first["titel"], first["type"]) == ("Legepladser ved dagplejen", "anlæg")
    assert (first["ansvarligt_center"], first["aftaletekst"]) == ("Børn", "Mange legepladser er slidte.")
    assert (first["milepæle"], first["økonomi"]) == ({"1": "Alle er gennemgået."}, "Pengene er brugt.")
    assert (second["ansvarligt_udvalg"], second["aftaletekst"]) == ("Kulturudvalget", "Alle kan synge.")
    assert reading.followup["status"]["3.01"]["milepæle"]["1"]["status"] == "Gennemgangen er afsluttet."
    assert reading.followup["status"]["3.02"] == {"milepæle": {"1": {"smiley": "glad"}}}


def test_a_text_in_reading_order_is_left_alone() -> None:
    assert are_in_columns(TEXT.split("\n"))
    assert not are_in_columns([" ".join(line.split()) for line in TEXT.split("\n")])


def test_a_line_that_reaches_close_to_the_letterhead_keeps_its_last_letter() -> None:
    beside = "Aftalen om budgettet gælder for hele kommunen i år"
    lines = [f"{beside}  Dato: 4. juli 2023", "", *TEXT.split("\n")[20:]]

    assert beside in [words for _, words in in_reading_order(lines)]


def test_a_line_of_many_spaces_is_looked_through_once() -> None:
    assert not are_in_columns([f"a{' ' * 300_000}b", f"{'a  ' * 100_000}b"])


BY_COLUMN = """\
Anden opfølgning på Aftale om budget 2023 for Egedal Kommune

5. Erhverv

5.01. Turister hele året

Drift

Ansvarligt center: By, Erhverv og Miljø
Ansvarligt udvalg: Erhvervsudvalget

Tid
Smiley

Milepæl

1. budgetopfølgning 2023

Økonomi

☺

5.02. Kor

Drift

Alle skal kunne synge med, hvis de vil.

Tid
Smiley

Milepæl

1. budgetopfølgning 2023

☹
"""


def test_a_text_written_column_by_column_is_refused_rather_than_guessed_at() -> None:
    reading = read_earlier("x.txt", BY_COLUMN.encode())
    refused = [finding for finding in reading.findings if finding.code == "rækkefølge-tabt"]

    assert [finding.stops for finding in refused] == [True]
    assert "2 af 2 overskriftsrækker" in refused[0].message
    assert refused[0].place.line == 9


@pytest.mark.slow
@pytest.mark.parametrize("number", [0, 2])
@pytest.mark.parametrize("case", [small_case(), large_case()], ids=["small", "large"])
def test_our_own_pages_say_the_same_as_text_in_columns(tmp_path: Path, case: Any, number: int) -> None:
    page = tmp_path / "x.pdf"
    page.write_bytes(write_pdf(build_edition(case, number)))
    text = subprocess.run(["pdftotext", "-layout", page, "-"], capture_output=True, check=True).stdout
    before, after = read_earlier("x.pdf", page.read_bytes()), read_earlier("x.txt", text)

    assert in_words(before.agreement) == in_words(after.agreement)
    assert in_words(before.followup) == in_words(after.followup)


def in_words(data: Any) -> Any:
    """The data without its marks and the ends of its paragraphs, which a text does not hold."""
    if isinstance(data, dict):
        return {name: in_words(value) for name, value in data.items()}
    if isinstance(data, list):
        return [in_words(value) for value in data]
    return re.sub(r"[\W_]*\(https?:[^)]*\)|[\W_]+", "", data) if isinstance(data, str) else data
