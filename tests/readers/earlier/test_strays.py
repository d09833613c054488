"""What looks like structure and ended inside a text is told with its line, in every format; running text is not."""

import pytest

from renderer.findings import Severity
from renderer.readers.earlier.dispatch import read_earlier
from renderer.readers.earlier.grammar.shapes import Shape, shapes
from renderer.readers.earlier.reading import EarlierReading, Fate
from tests.readers.earlier.small_documents import FINANCES, LETTER, ROWS, TEXTS, TITLE, codes, document, item, status
from tests.readers.earlier.word_files import paragraph, row, table, word_file

FACE = "\uf04a"
TEXT = f"""Anden opfølgning på Aftale om budget 2020 for Egedal Kommune

Dato: 4. juli 2020
Sagsid: 00.30.00-S00-3-19

Læsevejledning
Her står, hvordan smileyerne skal læses.

Definition af smileys på indsats:
{FACE}: Den er nået

\uf04b: Den er ikke nået, men målet kan nås

\uf04c: Den er ikke nået

Der gives én smiley for økonomien.

Definition af smileys på økonomi
{FACE}: Budgettet holder

\uf04c: Budgettet holder ikke

3. Byens rum

3.01. Bænke ved søen Drift Tid Smiley

Der skal stå flere bænke ved søen, så turen
rundt kan gøres af alle.

Ansvarligt center: Vej og Park

Ansvarligt udvalg: Teknikudvalget

Væsentlig bidragsyder:

Vej og Park finder stederne sammen med Ældrerådet.

Milepæl Stederne er valgt.

1. budgetopfølgning 2020 {FACE}

Milepæl Bænkene er købt hos en lokal smed

2. budgetopfølgning 2020 {FACE}

Milepæl Bænkene er sat op.

3. budgetopfølgning 2020

Milepæl Ældrerådet har prøvet turen.

31.12.2020
Økonomi Der er afsat 0,2 mio. kr. {FACE}

3.02. Lys på stien Drift Tid Smiley

Stien langs banen skal have lys.

Ansvarligt center: Vej og Park

Ansvarligt udvalg: Teknikudvalget

Væsentlig bidragsyder:

Lamperne følger dem, der går.

Milepæl Lamperne er valgt.

1. budgetopfølgning 2020 {FACE}

Milepæl Kablet er lagt.

2. budgetopfølgning 2020 {FACE}

Milepæl  3. budgetopfølgning 2020

Milepæl Lyset er tændt.

31.12.2020
Økonomi Der er ikke afsat penge.
"""


def read(text: str) -> EarlierReading:
    return read_earlier("opfoelgning.txt", text.encode())


def changed(old: str, new: str, count: int = -1) -> EarlierReading:
    assert old in TEXT
    return read(TEXT.replace(old, new, count))


def told(reading: EarlierReading) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.place.line) for finding in reading.findings]


def line(words: str, text: str = TEXT) -> int:
    """The number of the line that begins with these words."""
    return next(n for n, one in enumerate(text.split("\n"), start=1) if one.startswith(words))


def test_nothing_is_told_of_a_text_as_it_should_be() -> None:
    assert codes(read(TEXT)) == []


@pytest.mark.parametrize(
    ("words", "shape"),
    [
        ("Milepæl Bænkene er købt", Shape.LABEL), ("Økonomi Der er afsat penge", Shape.LABEL), ("Økonomi", Shape.LABEL),
        ("Økonomi 1,5 mio. kr.", Shape.LABEL), ("Den er valgt. Milepæl Kablet er lagt", Shape.LABEL),
        ("Den er valgt Milepæl Kablet er lagt", Shape.LABEL), ("i drift Økonomi Der er afsat", Shape.LABEL),
        ("Status: Den er valgt", Shape.LABEL), ("Status pr. 3. maj: Den er valgt", Shape.LABEL),
        ("og derfor Status: Den er valgt", Shape.LABEL), ("Ansvarligt fagområde: Vej", Shape.LABEL),
        ("Medansvarlig afdeling: Vej", Shape.LABEL), ("Øvrige bidragsydere: Vej", Shape.LABEL),
        ("1. halvår 2020", Shape.TIME), ("2. kvartal", Shape.TIME), ("Er købt. 31.12.2020", Shape.TIME),
        (f"er købt 2. budgetopfølgning 2020 {FACE}", Shape.TIME), ("Ultimo juni 2020", Shape.TIME),
        ("Efterår 2020 Igangsat", Shape.TIME), ("Q3 2020", Shape.TIME), ("1. maj 2020", Shape.TIME),
        ("er købt 31.12.2020 Økonomi Der", Shape.TIME), (FACE, Shape.SMILEY), (f"Er valgt {FACE}", Shape.SMILEY),
        ("☺ Er valgt", Shape.SMILEY), ("Sur", Shape.SMILEY), ("Grøn", Shape.SMILEY),
        ("3.02. Lys på stien", Shape.HEADING),
        ("Den står der. 3.02. Lys på stien", Shape.HEADING), ("3.02 Lys på stien", Shape.HEADING),
        ("Lys på stien Drift Tid Smiley", Shape.HEADING), ("Lys på stien ........ 7", Shape.CONTENTS),
        ("Lys på stien\t12", Shape.CONTENTS), ("Skriv til [email protected] i dag", Shape.PLACEHOLDER),
        ("Skriv til [e-mail]", Shape.PLACEHOLDER), ("xxx@egedal.dk", Shape.PLACEHOLDER),
        ("Egedal Kommune, Økonomi og Styring - 4 - Sagsid: 00.30.00-S00-3-19", Shape.FOOT),
    ],
)  # fmt: skip
def test_what_looks_like_structure(words: str, shape: Shape) -> None:
    assert shape in {one.shape for one in shapes(words)}


@pytest.mark.parametrize(
    "words",
    [
        "Økonomi og Styring vurderer, at", "Milepæle er de nødvendige skridt",
        "Ved 2. budgetopfølgning 2020 er den købt",
        "Den er købt senest 31. december 2020.", "pr. 1. maj 2020 er den købt", "Milepæl 1 er nået",
        "En glad smiley gives",
        "ses i sammenhæng med 3.02. og 3.03.", "jf. 3.02. Lys på stien er dyrt", "Center for Økonomi Personale og IT",
        "Statusmødet er holdt", "Status på indsats gives ved", "De ansvarlige centre: Vej og Park", "Afsluttet.",
        "Gul stribe",
        "Prisen er 3.02 kr.", "Se side 7 ... og 8", "Skriv til okonomi@egedal.dk", "mellem kl. 10.30. Derefter",
        "Økonomi, IT og Personale", "Økonomi- og Indkøbsudvalget", "Mål for 1. kvartal 2020.",
        "Den er købt i 2020. Den",
    ],
)  # fmt: skip
def test_running_text_is_no_structure(words: str) -> None:
    assert shapes(words) == []


def test_times_that_nobody_knows_are_each_told_with_their_lines() -> None:
    text = TEXT.replace("1. budgetopfølgning", "1. halvår").replace("2. budgetopfølgning", "2. halvår")
    reading = read(text)
    where = [n for n, one in enumerate(text.split("\n"), start=1) if "halvår 2020" in one]

    assert where == [finding.place.line for finding in reading.findings if finding.code == "tidspunkt-i-teksten"]
    assert [finding.place.item for finding in reading.findings if finding.code == "færre-milepæle"] == ["3.01", "3.02"]
    swallowed = [line("Milepæl Bænkene er k", text), line("Milepæl Bænkene er s", text), line("Milepæl Kablet", text)]
    assert [line for code, line in told(reading) if code == "etiket-i-teksten"] == [*swallowed, swallowed[-1] + 4]
    fates = {one.line: one.fate for one in reading.accounting}
    assert {fates[n] for n in where} == {Fate.REPORTED}


def test_labels_of_others_are_read_and_told_once() -> None:
    text = TEXT.replace("Milepæl ", "Delmål ").replace("Ansvarligt center:", "Ansvarlig forvaltning:")
    reading = read(text)
    expected = read(TEXT)

    assert (reading.agreement["kapitler"], reading.followup) == (expected.agreement["kapitler"], expected.followup)
    assert told(reading) == [
        ("anden-betegnelse", line("Ansvarlig forvaltning", text)), ("anden-betegnelse", line("Delmål", text))
    ]  # fmt: skip


def test_a_scale_in_words_is_told_where_it_is_explained_and_where_it_is_used() -> None:
    text = TEXT.replace(f"{FACE}:", "Afsluttet:").replace("\uf04b:", "I gang:").replace("\uf04c:", "Venter:")
    reading = read(text.replace(FACE, "Afsluttet"))
    explained = [n for n, one in enumerate(text.split("\n"), 1) if one.startswith(("Afsluttet:", "I gang:", "Venter:"))]

    assert [line for code, line in told(reading) if code == "ukendt-skala"] == explained
    assert "ingen-smileyer" in codes(reading)
    used = {n for n, one in enumerate(text.split("\n"), 1) if FACE in one}
    assert used <= {n for code, n in told(reading) if code in {"tidspunkt-i-teksten", "smiley-i-teksten"}}


def test_a_word_of_a_scale_that_is_explained_nowhere_is_told_where_no_smiley_is() -> None:
    text = "\n".join(one for one in TEXT.split("\n") if not one.startswith((FACE, "\uf04b", "\uf04c")))
    text = text.replace(f" {FACE}", "\nIgangsat")
    reading = read(text)

    where = [n for n, one in enumerate(text.split("\n"), 1) if one == "Igangsat"]
    assert [line for code, line in told(reading) if code == "smiley-i-teksten"] == where


def test_structure_in_the_cells_of_a_table_is_told_with_its_row() -> None:
    rows = (ROWS[0].replace("Ti er fundet.", "Ti er fundet. Milepæl Tyve er fundet. 3. kvartal 2020"), *ROWS[1:])
    reading = document(item(rows=rows))
    number = (LETTER.format(title=TITLE) + item(rows=rows)).split("\n").index(rows[0]) + 1

    assert set(told(reading)) == {("etiket-i-teksten", number), ("tidspunkt-i-teksten", number)}
    assert status(reading)["milepæle"] == {"1": {"smiley": "glad"}}


def test_a_second_status_and_a_second_centre_are_told() -> None:
    rows = (ROWS[0].replace("Ti er fundet.", "<p>Ti er fundet.</p><p>Status: Fem.</p><p>Status: Seks.</p>"), *ROWS[1:])
    texts = TEXTS.replace("<p>Der søges", "<p>Ansvarligt center: Skole</p><p>Der søges")
    reading = document(item(rows=rows, texts=texts))

    fields = [finding.place.field for finding in reading.findings if finding.code == "etiket-i-teksten"]
    assert sorted(fields, key=str) == ["beskrivelse", "milepæle › 1"]


def test_structure_in_a_word_file_is_told_with_its_paragraph() -> None:
    head = "".join(paragraph(words) for words in (TITLE, "Dato: 4. juli 2020", "Sagsid: 00.30.00-S00-3-19", "5. Job"))
    cells = [
        ("5.1. Flere læringspladser", "Drift", "Tid", "Smiley"),
        ("Vi vil.", "Ansvarligt center: Job", "", ""),
        *(("Milepæl", f"Trin {n}. Økonomi Der er sparet.", f"{n}. budgetopfølgning 2020", "☺") for n in (1, 2, 3)),
        ("Milepæl", "Nået", "31.12.2020", ""),
        ("Økonomi", "Neutral", "", "☺"),
    ]
    reading = read_earlier("opfoelgning.docx", word_file(head + table(*(row(*one) for one in cells))))
    found = [finding.place.paragraph for finding in reading.findings if finding.code == "etiket-i-teksten"]

    assert len(set(found)) == 3
    assert None not in found


def test_a_title_that_begins_with_a_row_s_label_stops() -> None:
    reading = document(item(heading="Økonomi Der er ikke afsat penge. Flere læringspladser\tDrift\tTid\tSmiley"))
    stops = [finding for finding in reading.findings if finding.severity is Severity.ERROR]

    assert [finding.code for finding in stops] == ["titel-begynder-med-etiket"]
    assert "»Økonomi«" in stops[0].message
    for heading in ("Økonomi og digitalisering\tDrift\tTid\tSmiley", "5.1. Økonomi\tDrift\tTid\tSmiley"):
        assert codes(document(item(heading=heading))) == []


def test_rows_that_an_item_usually_has_are_missed() -> None:
    reading = document(item(rows=ROWS[:2], finances=""))

    assert sorted(codes(reading)) == ["færre-milepæle", "økonomi-ikke-fundet"]
    message = next(finding.message for finding in reading.findings if finding.code == "færre-milepæle")
    assert "to rækker" in message


def test_a_follow_up_without_a_smiley_says_so_and_a_plan_does_not() -> None:
    rows = tuple(one.rstrip("☺") for one in ROWS)
    bare = item(rows=rows, finances=FINANCES.rstrip("☺"))

    assert codes(document(bare)) == ["ingen-smileyer"]
    assert codes(document(bare, title="Udmøntning af, og status på Aftale om budget 2020 for Egedal Kommune")) == []
