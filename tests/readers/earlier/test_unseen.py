"""Two documents of other municipalities, odd in every way that is still readable: words, headers, order, breaks."""

from pathlib import Path
from typing import Any

from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import EarlierReading
from tests.readers.earlier.small_documents import case_of

FOLDER = Path(__file__).parent


def read(name: str) -> EarlierReading:
    return read_earlier(name, (FOLDER / name).read_bytes())


def items(reading: EarlierReading) -> list[dict[str, Any]]:
    return [item for chapter in reading.agreement["kapitler"] for item in chapter["delelementer"]]


def test_a_conversion_with_words_beside_the_faces_items_without_numbers_and_broken_rows() -> None:
    reading = read("unseen_conversion.md")
    first, second = items(reading)

    assert reading.agreement["titel"] == "Budgetaftale 2021-2024"
    assert reading.agreement["budgetår"] == "2021"
    assert reading.agreement["organisation"] == {"kommune": "Næstved Kommune", "afdeling": "Center for Økonomi"}
    assert reading.agreement["udvalgsform"] == "område"
    assert reading.agreement["smileyer"]["indsats"] == {
        "glad": "Det går, som det skal",
        "mellemfornøjet": "Det halter",
        "sur": "Det går ikke",
    }
    assert reading.followup["dato"] == "2021-07-04"
    assert (first["titel"], first["type"]) == ("Ladestandere ved rådhuset", "øvrig finansiering")
    assert first["bidragsydere"] == ["Ejendomme", "Kultur og Borger"]
    assert second["milepæle"]["3"] == "Rejsegilde og indflytning."
    assert second["beskrivelse"] == "Byggeriet går i gang i maj."
    assert reading.followup["status"] == {
        "ladestandere-ved-raadhuset": {"milepæle": {"1": {"smiley": "glad", "status": "Udbuddet er i gang."}}},
        "anden-indsats-uden-nummer": {"milepæle": {"1": {"smiley": "sur"}}},
    }
    assert [finding.code for finding in reading.findings] == [
        "andet-årstal",
        "ukendt-smiley",
        "blandede-typebetegnelser",
        "ukendt-tidspunkt",
        "linje-ikke-placeret",
    ]
    assert case_of(reading).agreement.chapters[0].introduction.plain == "Kapitlet samler det grønne."


def test_a_text_layer_without_a_single_empty_line_between_its_rows() -> None:
    reading = read("unseen_text_layer.txt")
    first, second = items(reading)

    assert reading.agreement["organisation"] == {"kommune": "Holbæk Kommune", "afdeling": "Økonomistaben"}
    assert [(one["nummer"], one["titel"]) for one in reading.agreement["kapitler"]] == [("3", "Kultur")]
    assert first["titel"] == "Flere åbne scener i landsbyerne og bedre lys på stierne"
    assert first["type"] == "anlæg og drift"
    assert first["aftaletekst"] == "Vi ønsker flere scener. De skal ligge tæt på hallerne."
    assert first["ansvarligt_center"] == "Kultur, Fritid og Borgerservice"
    assert first["beskrivelse"] == "Scenerne bygges af lokale foreninger."
    assert first["milepæle"] == {
        "1": "Aftaler er indgået.",
        "2": "Første scene er bygget.",
        "4": "Alle scener er i brug.",
    }
    assert first["økonomi"] == "Der er brugt 2 mio. kr."
    assert (second["titel"], second["bidragsydere"]) == ("Korskole", ["Kultur, Fritid og Borgerservice"])
    assert reading.followup["status"] == {
        "3.01": {
            "milepæle": {
                "1": {"smiley": "glad"},
                "2": {"smiley": "sur", "status": "Den er forsinket."},
                "3": {"smiley": "sur"},
            },
            "økonomi": {"smiley": "glad"},
        }
    }
    assert [finding.code for finding in reading.findings] == ["blandede-typebetegnelser"]
    assert case_of(reading).followups[0].number == 4
