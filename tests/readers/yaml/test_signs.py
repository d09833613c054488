"""Signs that no font of the program has are told wherever they stand, and a page is never refused for another."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from renderer.edition import printed_signs
from renderer.edition.build import build_edition
from renderer.edition.printed_signs import unprintable
from renderer.errors import RenderingError
from renderer.findings import Finding, Place
from renderer.journeys.returned.unprintable_answers import printable_answers
from renderer.model.field import Field
from renderer.model.markdown import parse_prose
from renderer.model.proposal import Proposal
from renderer.readers.json.case import read_case_json
from renderer.readers.yaml.folder import read_case_folder
from renderer.resources import resource_folder
from renderer.writers.pdf import write_pdf
from tests.cases import small_case

SNOW, COMET = "☃", "\u2604"
AGREEMENT = """\
titel: Aftale om budget 2018
budgetår: 2018
sagsid: 00.30.00-S00-9-16
organisation: {kommune: Ballerup Kommune}
udvalg: [Økonomiudvalget]
centre: [Vej og Park]
kapitler:
  - nummer: 5
    titel: Veje ☃
    delelementer:
      - nummer: 5.1
        titel: Flere bænke
        ansvarligt_center: Vej og Park
        ansvarligt_udvalg: Økonomiudvalget
        beskrivelse: |
          Bænkene er [bestilt](https://eksempel.dk/☃).

          Der kommer ☃ og \u2604.
"""
FOLLOWUP = """\
opfølgning: 1
dato: 2018-05-07
kontakt:
  navn: Ida ☃ Holm
status:
  5.1:
    milepæle:
      1: {smiley: glad, status: Tre bænke ☃}
"""
SIGNED = """\
periode: 2018-2021
kapitler:
  - nummer: 5
    titel: Veje
    punkter:
      - nummer: 5.1
        titel: Flere bænke
        tekst: Parterne ☃ er enige.
"""


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    """Place and message of the findings about signs."""
    return [(str(one.place), one.message) for one in findings if one.code == "tegn-uden-skrift"]


def test_every_text_that_is_printed_is_looked_at_and_each_sign_named() -> None:
    waivers = "undtagelser:\n  - kode: status-mangler\n    begrundelse: Det ☃ sner.\n"
    texts = {"aftale": AGREEMENT, "budgetaftale": SIGNED, "opfoelgning-1": FOLLOWUP, "tjek": waivers}
    reading = read_case_folder({f"{name}.yaml": text.encode() for name, text in texts.items()})

    snow = "Tegnet »☃« (U+2603) findes ikke i programmets skrifter, så teksten ikke kan trykkes."
    both = "Tegnene »☃« (U+2603) og »\u2604« (U+2604) findes ikke i programmets skrifter, så teksten ikke kan trykkes."
    assert told(reading.findings) == [
        ("aftale.yaml linje 9, kapitler › 1 › titel", snow),
        ("aftale.yaml linje 15, 5.1, beskrivelse", both),
        ("budgetaftale.yaml linje 8, 5.1, tekst", snow),
        ("opfoelgning-1.yaml linje 4, kontakt › navn", snow),
        ("opfoelgning-1.yaml linje 8, 5.1, milepæle › 1 › status", snow),
    ]
    assert reading.case is None


def test_an_address_behind_a_link_is_not_printed() -> None:
    text = AGREEMENT.replace("Veje ☃", "Veje").replace("          Der kommer ☃ og \u2604.\n", "")

    assert told(read_case_folder({"aftale.yaml": text.encode()}).findings) == []


def test_a_case_that_another_system_sends_is_held_to_the_same() -> None:
    sent = '{"aftale": {"titel": "Aftale ☃", "budgetår": "2018"}}'

    assert [place for place, _ in told(read_case_json(sent.encode()).findings)] == ["aftale.yaml, titel"]


@pytest.mark.parametrize("text", ["Søren Åkjær – »ja«", "Nguye\u0302\u0303n Thi\u0323", "15 \u2009m²", "✓\ufe0f", "😐"])
def test_what_can_be_printed(text: str) -> None:
    assert unprintable(text) == ()


def test_an_answer_that_cannot_be_printed_is_told_at_its_cell_and_left_out_with_its_smiley() -> None:
    status, smiley = (Field(1, "5.1", ("milepæle", "1", one)) for one in ("status", "smiley"))
    other = Proposal(Field(1, "5.1", ("økonomi", "smiley")), "", "glad")
    cell = Place("svar.xlsx", sheet="Status", cell="H6")
    given = (Proposal(status, "", "Sne ☃", source=cell), Proposal(smiley, "", "sur"), other)

    fit, (found,) = printable_answers(given)

    assert fit == (other,)
    assert (str(found.place), found.stops) == ("svar.xlsx Status!H6", True)


def test_every_font_that_is_delivered_counts() -> None:
    delivered = [TTFont(BytesIO(path.read_bytes())) for path in resource_folder("fonts").glob("*.ttf")]

    assert {chr(code) for font in delivered for code in font.getBestCmap()} == printed_signs.printed_signs()


def test_the_quick_answer_is_the_fonts_own() -> None:
    quick = [chr(code) for code in range(0x2100) if printed_signs._ALWAYS.fullmatch(chr(code)) and chr(code) > " "]

    assert set(quick) - {"\xa0"} <= printed_signs.printed_signs()


@pytest.mark.parametrize(
    "text",
    ["☃", "ↀ", "**\u20c0**", "***\u20c0\u2183***", "1\ufe0f\u20e3", "中", "😐 🙂", "✓ ⇒ ½ €", "x\u0302\ufe00", "ﬁn"],
)
def test_a_page_is_refused_for_no_other_sign_than_those_told(text: str) -> None:
    case = small_case()
    chapter = case.agreement.chapters[0]
    item = chapter.items[0].model_copy(update={"description": parse_prose(f"Vi skriver {text} her.")})
    chapters = (chapter.model_copy(update={"items": (item, *chapter.items[1:])}), *case.agreement.chapters[1:])
    changed = case.model_copy(update={"agreement": case.agreement.model_copy(update={"chapters": chapters})})
    edition = build_edition(changed, 1, None)

    if unprintable(text):
        with pytest.raises(RenderingError):
            write_pdf(edition)
    else:
        assert write_pdf(edition).startswith(b"%PDF")
