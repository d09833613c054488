"""Items: headings, types, who answers for them, milestones with their status, finances, rows that go on."""

from dataclasses import replace

import pytest

from renderer.findings import Place, warning
from renderer.readers.earlier.grammar.document import understand
from renderer.readers.earlier.grammar.labels import read_time, read_types
from renderer.readers.earlier.grammar.names import leading_series, looks_like_names, whole_series
from renderer.readers.earlier.markdown.read import markdown_document
from renderer.readers.earlier.reading import Fate
from tests.readers.earlier.small_documents import (
    FINANCES,
    HEADING,
    LETTER,
    ROWS,
    TEXTS,
    TITLE,
    case_of,
    codes,
    document,
    first_item,
    item,
    status,
)

KNOWN = {"By, Erhverv og Miljø", "Ejendomme", "Social og Sundhed", "Skoler, Institutioner og Kultur"}  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("5.1. Flere læringspladser", "5.1", "Flere læringspladser"),
        ("5.10. Flere læringspladser – del 2", "5.10", "Flere læringspladser – del 2"),
        ("5.01.3. Flere læringspladser", "5.01.3", "Flere læringspladser"),
        ("<b>5.1. Flere</b><br>læringspladser", "5.1", "Flere læringspladser"),
        ("**5.1. Flere læringspladser**", "5.1", "Flere læringspladser"),
        ("TMU-04A. Flere læringspladser", "TMU-04A", "Flere læringspladser"),
        ("16 nye læringspladser", None, "16 nye læringspladser"),
        ("Flere læringspladser", None, "Flere læringspladser"),
    ],
)
def test_number_and_title(heading: str, number: str | None, title: str) -> None:
    reading = document(item(f"{heading}\tDrift\tTid\tSmiley"))

    assert first_item(reading).get("nummer") == number
    assert first_item(reading)["titel"] == title
    assert codes(reading) == []
    assert len(list(case_of(reading).agreement.items())) == 1


def test_a_number_without_full_stop_is_read_and_reported() -> None:
    reading = document(item("5.1 Flere læringspladser\tDrift\tTid\tSmiley"))

    assert first_item(reading)["nummer"] == "5.1"
    assert codes(reading) == ["nummer-uden-punktum"]
    assert reading.findings[0].place.item == "5.1"


def test_two_items_of_one_name_get_two_refs_and_a_finding() -> None:
    reading = document(item(), item())
    refs = [one.ref for one in case_of(reading).agreement.items()]

    assert refs == ["5.1", "5.1-2"]
    assert codes(reading) == ["delelement-to-gange"]
    assert set(reading.followup["status"]) == set(refs)


@pytest.mark.parametrize(
    ("label", "types", "form"),
    [
        ("Drift", "drift", "kort"),
        ("Anlæg og drift", "anlæg og drift", "kort"),
        ("Øvrig finansiering", "øvrig finansiering", "kort"),
        ("Kort beskrivelse af indsatsen (drift og anlæg)", "drift og anlæg", "lang"),
        ("Kort beskrivelse af indsatsen (øvrig finansiering)", "øvrig finansiering", "lang"),
        ("Kort beskrivelse af indsatsen (anlæg))", "anlæg", "lang"),
        ("Kort beskrivelse af indsatsen (Drift/Anlæg)", "drift og anlæg", "lang"),
        ("Kort beskrivelse af indsatsen", None, None),
    ],
)
def test_types(label: str, types: str | None, form: str | None) -> None:
    reading = document(item(f"5.1. Flere\t{label}\tTid\tSmiley"))

    assert first_item(reading).get("type") == types
    assert reading.agreement.get("typebetegnelse") == form
    assert codes(reading) == []


@pytest.mark.parametrize("label", ["Kort beskrivelse af indsatsen (service)", "Service", ""])
def test_a_type_nobody_knows_is_left_out_and_reported(label: str) -> None:
    reading = document(item(f"5.1. Flere\t{label}\tTid\tSmiley"))

    assert "type" not in first_item(reading)
    assert codes(reading) == ["ukendt-type"]


def test_words_for_types() -> None:
    assert read_types("øvrig  finansiering og drift") == "øvrig finansiering og drift"
    assert read_types("drift, drift") == "drift"
    assert read_types("drift eller service") is None


@pytest.mark.parametrize(
    ("text", "names", "unclear"),
    [
        ("Ejendomme", ("Ejendomme",), False),
        ("By, Erhverv og Miljø, Ejendomme samt Job", ("By, Erhverv og Miljø", "Ejendomme", "Job"), False),
        ("Ejendomme og Social og Sundhed", ("Ejendomme", "Social og Sundhed"), False),
        ("Job og Uddannelse samt Kultur", ("Job og Uddannelse", "Kultur"), False),
        ("Job og Uddannelse, Kultur samt Ejendomme", ("Job og Uddannelse", "Kultur", "Ejendomme"), False),
        ("Job, Ydelser, Kultur samt Ejendomme", ("Job", "Ydelser", "Kultur", "Ejendomme"), False),
        ("Park, Vej og Natur", ("Park, Vej og Natur",), False),
        ("Park, Vej og Natur samt Ejendomme", ("Park, Vej og Natur", "Ejendomme"), False),
        ("Park, Vej og Natur samt Børn, Unge og Skoler", ("Park, Vej og Natur", "Børn, Unge og Skoler"), False),
        ("Park, Vej, Natur og Vand", ("Park, Vej, Natur og Vand",), True),
        ("Park og Vej, Natur og Vand og Luft", ("Park og Vej", "Natur og Vand og Luft"), True),
        ("Park, Vej og Natur, Skov og Strand", ("Park, Vej og Natur", "Skov og Strand"), True),
        ("", (), False),
    ],
)  # fmt: skip
def test_names_in_a_row(text: str, names: tuple[str, ...], unclear: bool) -> None:
    series = whole_series(text, KNOWN)

    assert (series.names, series.unclear) == (names, unclear)


def test_names_that_run_on_into_a_sentence() -> None:
    assert leading_series("Ejendomme Der bygges nyt.", KNOWN).rest == "Der bygges nyt."
    assert leading_series("Social og Sundhed vurderer behovet.", KNOWN).names == ()
    assert leading_series("Ejendomme samt Social og Sundhed Der gik", KNOWN).rest == "Der gik"
    assert looks_like_names("Center for Job og Vækst")
    assert not looks_like_names("Der bygges nyt.")
    assert not looks_like_names("og Vækst")


def labelled(contributors: str) -> str:
    names = "Ansvarligt center: Job og Vækst Ansvarligt udvalg: Jobudvalget"
    return f"Vi vil.\t{names} Væsentlig bidragsyder: {contributors}\t\t"


@pytest.mark.parametrize(
    ("contributors", "names", "description", "found"),
    [
        ("", None, None, []),
        ("Job og Vækst", ["Job og Vækst"], None, []),
        ("Job og Vækst Der søges bredt.", ["Job og Vækst"], "Der søges bredt.", []),
        ("Der søges bredt.", None, "Der søges bredt.", []),
        ("Job og Vækst søger bredt.", None, "Job og Vækst søger bredt.", ["uklare-bidragsydere"]),
        ("Grønt Råd Der søges bredt.", None, "Grønt Råd Der søges bredt.", ["uklare-bidragsydere"]),
        ("Kultur", ["Kultur"], None, []),
    ],
)
def test_labels_that_run_together(
    contributors: str, names: list[str] | None, description: str | None, found: list[str]
) -> None:
    reading = document(item(texts=labelled(contributors)))

    assert first_item(reading).get("bidragsydere") == names
    assert first_item(reading).get("beskrivelse") == description
    assert first_item(reading)["ansvarligt_center"] == "Job og Vækst"
    assert codes(reading) == found


def test_labels_on_their_own_lines_with_several_spaces_between() -> None:
    labels = (
        "Ansvarligt center: Job",
        "Ansvarligt udvalg: Jobudvalget",
        "Væsentlig bidragsyder: Park og Vej",
        "Der søges.",
    )
    texts = f"Vi vil.\t<p>{(' ' * 12).join(labels)}</p>\t\t"
    reading = document(item(texts=texts))

    assert first_item(reading)["bidragsydere"] == ["Park og Vej"]
    assert first_item(reading)["beskrivelse"] == "Der søges."
    assert reading.agreement["centre"] == ["Job", "Park og Vej"]
    assert reading.agreement["udvalg"] == ["Jobudvalget"]


def test_a_description_in_front_of_the_labels_stays_in_front() -> None:
    texts = f"Vi vil.\t<p>Først dette.</p><p>{labelled('Der søges bredt.').split(chr(9))[1]}</p><p>Til sidst.</p>\t\t"
    reading = document(item(texts=texts))

    assert first_item(reading)["beskrivelse"] == "Først dette.\n\nDer søges bredt.\n\nTil sidst."


@pytest.mark.parametrize(
    ("cell", "text", "said"),
    [
        ("Ti er fundet.", "Ti er fundet.", None),
        ("<p>Ti er fundet.</p><p>Status:</p><p>Ni er fundet.</p>", "Ti er fundet.", "Ni er fundet."),
        ("<p>Ti er fundet.</p><p><b>Status:</b> Ni er fundet.</p>", "Ti er fundet.", "Ni er fundet."),
        ("<p>Status:</p><ul><li>• Ni</li><li>• Ti</li></ul>", None, "- Ni\n- Ti"),
        ("Ti er fundet. Status: Ni er fundet.", "Ti er fundet.", "Ni er fundet."),
        ("Status for arbejdet.", "Status for arbejdet.", None),
    ],
)
def test_milestones_and_their_status(cell: str, text: str | None, said: str | None) -> None:
    reading = document(item(rows=(f"Milepæl\t{cell}\t1. budgetopfølgning 2020\t☺", *ROWS[1:])))

    assert first_item(reading).get("milepæle", {}).get("1") == text
    assert status(reading)["milepæle"]["1"] == {"smiley": "glad", **({"status": said} if said else {})}
    assert codes(reading) == []


def test_finances_have_a_status_too() -> None:
    reading = document(item(finances="Økonomi\t<p>2 mio. kr.</p><p>Status:</p><p>Brugt.</p>\t\t🙁"))

    assert first_item(reading)["økonomi"] == "2 mio. kr."
    assert status(reading)["økonomi"] == {"smiley": "sur", "status": "Brugt."}


def test_words_in_the_time_cell_of_the_finances_row_are_told() -> None:
    reading = document(item(finances="Økonomi\t2 mio. kr.\tafventer\t☺"))

    assert first_item(reading)["økonomi"] == "2 mio. kr."
    [finding] = reading.findings
    assert (finding.code, finding.place.field) == ("tekst-i-tidsfeltet", "økonomi")
    assert "»afventer«" in finding.message


@pytest.mark.parametrize(
    ("time", "checkpoint", "year"),
    [
        ("1. budgetopfølgning 2020", 1, 2020),
        ("Tredje budgetopfølgning 2020", 3, 2020),
        ("31.12.2020", 4, 2020),
        ("31. december 2020", 4, 2020),
        ("2. budgetopfølgning", 2, None),
    ],
)
def test_times(time: str, checkpoint: int, year: int | None) -> None:
    read = read_time(time)

    assert read is not None
    assert (read[0].checkpoint, read[0].year, read[1]) == (checkpoint, year, "")
    assert read_time("ved årets udgang") is None


def test_times_that_cannot_be_right_are_reported_with_their_field() -> None:
    rows = (ROWS[0], "Milepæl\tTyve.\t2. budgetopfølgning 2019\t", "Milepæl\tTredive.\tsnart\t", ROWS[3])
    reading = document(item(rows=rows))

    assert first_item(reading)["milepæle"] == {"1": "Ti er fundet.", "2": "Tyve.", "3": "Tredive."}
    assert [(finding.code, finding.place.field) for finding in reading.findings] == [
        ("andet-årstal", "milepæle › 2"),
        ("ukendt-tidspunkt", "milepæle › 3"),
    ]


def test_a_second_milestone_for_the_same_time_takes_the_free_place_and_a_fifth_is_reported() -> None:
    rows = (ROWS[0], "Milepæl\tIgen.\t1. budgetopfølgning 2020\t", ROWS[2], ROWS[3], "Milepæl\tFemte.\t31.12.2020\t")
    reading = document(item(rows=rows))

    assert first_item(reading)["milepæle"] == {"1": "Ti er fundet.", "2": "Igen."}
    assert codes(reading) == ["milepæl-to-gange"] * 2
    assert "ikke læst" in reading.findings[1].message


def test_a_row_without_label_goes_on_with_the_row_above() -> None:
    rows = ("Milepæl\tTi er fundet i\t1. budgetopfølgning 2020\t☺", "\t2020 og frem.\t\t", *ROWS[1:])
    texts = f"{TEXTS}\nParterne vil også noget andet.\t\t\t\n\tOg mere til.\t\t"
    reading = document(item(texts=texts, rows=rows))

    assert first_item(reading)["milepæle"] == {"1": "Ti er fundet i 2020 og frem."}
    assert first_item(reading)["aftaletekst"] == "Vi vil have flere.\n\nParterne vil også noget andet."
    assert first_item(reading)["beskrivelse"] == "Der søges bredt.\n\nOg mere til."
    assert codes(reading) == []


def test_heading_rows_that_repeat_after_a_page_are_furniture() -> None:
    for again in (HEADING, HEADING.replace("\tDrift", " (fortsat)\tDrift")):
        reading = document(item(rows=(*ROWS[:2], again, *ROWS[2:])))

        assert len(reading.agreement["kapitler"][0]["delelementer"]) == 1
        assert codes(reading) == []


@pytest.mark.parametrize("mark", ["", "### ", "**"])
def test_a_line_over_a_table_that_says_what_its_heading_row_says_is_the_items(mark: str) -> None:
    line = f"\n{mark}5.2. Søer{mark if mark == '**' else ''}\n\n"
    reading = document(item(), line + item("5.2. Søer\tAnlæg\tTid\tSmiley"))

    (chapter,) = reading.agreement["kapitler"]
    assert [one["titel"] for one in chapter["delelementer"]] == ["Flere læringspladser", "Søer"]
    assert codes(reading) == []


def test_chapters_in_every_form_and_their_introductions() -> None:
    heads = ("## 6. Miljø", "**6. Miljø**", "6. Miljø\t\t\t", "6. Miljø")
    for head in heads:
        reading = document(item(), f"\n{head}\n\n" + item("6.1. Søer\tAnlæg\tTid\tSmiley"))
        assert [(one["nummer"], one["titel"]) for one in reading.agreement["kapitler"]] == [
            ("5", "Arbejde og Erhverv"),
            ("6", "Miljø"),
        ]
    reading = document(item(), "\n## Miljø\n\nKapitlet samler miljøet.\n\n" + item("Søer\tAnlæg\tTid\tSmiley"))
    assert reading.agreement["kapitler"][1]["indledning"] == "Kapitlet samler miljøet."
    assert "nummer" not in reading.agreement["kapitler"][1]


def test_running_heads_between_rows_are_furniture_and_other_lines_are_reported() -> None:
    between = (
        "\nAnden opfølgning på Aftale om budget 2020 for Egedal Kommune Den 4. juli 2020\n\n- 3 -\n\nUDKAST\n\n"
        "Egedal Kommune, Center for Økonomi - 3 - Sagsid: 00.30.00-S00-3-19\n\nHusk at ringe til Bo.\n\n"
    )
    reading = document(item(rows=(*ROWS[:2], between, *ROWS[2:])))

    assert codes(reading) == ["linje-ikke-placeret"]
    assert "Husk at ringe til Bo." in reading.findings[0].message
    assert sum(line.fate is Fate.REPORTED for line in reading.accounting) == 1
    assert FINANCES.startswith("Økonomi")
    assert status(reading)["økonomi"] == {"smiley": "glad"}


def test_what_a_reader_has_to_say_of_its_file_is_among_the_findings() -> None:
    note = warning("billede", Place("a.pdf", page=2), "Her står et billede.", "Se efter.")
    known = markdown_document("a.pdf", LETTER.format(title=TITLE) + item())

    assert understand(replace(known, notes=(note,))).findings == (note,)


@pytest.mark.parametrize(
    ("label", "read"),
    [
        ("Status pr. 30. april:", "Pr. 30. april: Ni er fundet."),
        ("<b>Status pr. 15. juni 2020:</b>", "Pr. 15. juni 2020: Ni er fundet."),
        ("STATUS:", "Ni er fundet."),
        ("Status:", "Ni er fundet."),
    ],
)
def test_a_status_is_told_from_the_milestone_also_by_a_label_with_a_date(label: str, read: str) -> None:
    row = f"Milepæl\t<p>Ti er fundet.</p><p>{label}</p><p>Ni er fundet.</p>\t1. budgetopfølgning 2020\t☺"
    reading = document(item(rows=(row, *ROWS[1:])))

    assert first_item(reading)["milepæle"] == {"1": "Ti er fundet."}
    assert status(reading)["milepæle"]["1"]["status"] == read
    assert codes(reading) == []


def test_a_dated_status_is_found_where_a_conversion_ran_the_lines_together() -> None:
    row = "Milepæl\tTi er fundet. Status pr. 30. april: Ni er fundet.\t1. budgetopfølgning 2020\t☺"
    reading = document(item(rows=(row, *ROWS[1:])))

    assert first_item(reading)["milepæle"] == {"1": "Ti er fundet."}
    assert status(reading)["milepæle"]["1"]["status"] == "Pr. 30. april: Ni er fundet."


def test_a_sentence_that_begins_with_the_word_status_is_no_label() -> None:
    row = "Milepæl\tStatus på forløbet: Den forelægges udvalget.\t1. budgetopfølgning 2020\t☺"

    assert first_item(document(item(rows=(row, *ROWS[1:]))))["milepæle"] == {
        "1": "Status på forløbet: Den forelægges udvalget."
    }


def test_rows_whose_labels_were_joined_into_one_cell_are_a_milestone_for_each_time() -> None:
    rows = (
        "Milepæl\tTi er fundet.\t1. budgetopfølgning 2020\t☺",
        "\tTyve er fundet.\t2. budgetopfølgning 2020\t😐",
        "\tDe sidste er i gang.\t\t",
        "\t\t3. budgetopfølgning 2020\t",
        "\tAlle er i gang.\t31.12.2020\t",
    )
    reading = document(item(rows=rows))

    assert first_item(reading)["milepæle"] == {
        "1": "Ti er fundet.",
        "2": "Tyve er fundet.\n\nDe sidste er i gang.",
        "4": "Alle er i gang.",
    }
    assert status(reading)["milepæle"] == {"1": {"smiley": "glad"}, "2": {"smiley": "mellemfornøjet"}}
    assert codes(reading) == []
