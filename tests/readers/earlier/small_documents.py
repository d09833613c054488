"""Small documents of municipalities that do not exist, to show one habit at a time."""

from typing import Any

from renderer.model.case import Case
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.reading import EarlierReading

LETTER = """Dato: 4. juli 2020

Kontakt: Ida Holm

Sagsid: 00.30.00-S00-3-19

# {title}

### Læsevejledning

Her står, hvordan smileyerne skal læses.

Definition af smileys på indsats:

☺: Nået

😐: Ikke helt nået

🙁: Ikke nået

Der gives én smiley for økonomien.

Definition af smileys på økonomi

☺: Holder

🙁: Holder ikke

## 5. Arbejde og Erhverv

"""
TITLE = "Anden opfølgning på Aftale om budget 2020 for Egedal Kommune"
HEADING = "5.1. Flere læringspladser\tDrift\tTid\tSmiley"
TEXTS = (
    "Vi vil have flere.\t<p>Ansvarligt center: Job</p><p>Ansvarligt udvalg: Jobudvalget</p>"
    "<p>Væsentlig bidragsyder:</p><p>Der søges bredt.</p>\t\t"
)
ROWS = (
    "Milepæl\tTi er fundet.\t1. budgetopfølgning 2020\t☺",
    "Milepæl\t\t2. budgetopfølgning 2020\t",
    "Milepæl\t\t3. budgetopfølgning 2020\t",
    "Milepæl\t\t31.12.2020\t",
)
FINANCES = "Økonomi\t\t\t☺"


def item(heading: str = HEADING, texts: str = TEXTS, rows: tuple[str, ...] = ROWS, finances: str = FINANCES) -> str:
    """The rows of one item."""
    return "\n".join([heading, texts, *rows, finances]) + "\n"


def document(*items: str, title: str = TITLE) -> EarlierReading:
    """The reading of a document with these items (or one usual item)."""
    return read_earlier("opfoelgning.md", (LETTER.format(title=title) + "".join(items or [item()])).encode())


def first_item(reading: EarlierReading) -> dict[str, Any]:
    """The data of the first item."""
    found: dict[str, Any] = reading.agreement["kapitler"][0]["delelementer"][0]
    return found


def status(reading: EarlierReading) -> dict[str, Any]:
    """What is reported of the first item."""
    found: dict[str, Any] = next(iter(reading.followup["status"].values()), {})
    return found


def codes(reading: EarlierReading) -> list[str]:
    """The codes of the findings in order."""
    return [finding.code for finding in reading.findings]


def case_of(reading: EarlierReading) -> Case:
    """The case of a reading that lacks nothing."""
    return Case.model_validate({"aftale": reading.agreement, "opfølgninger": [reading.followup]})
