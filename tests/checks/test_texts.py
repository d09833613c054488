"""Rules on texts: what is missing, and what stands twice."""

import pytest

from tests.checks.clean_case import FIRST, ROUND_2, SECOND, UNNUMBERED, Change, case_with, codes, said

TEXT = f"{FIRST}/aftaletekst"
STATUS = f"{ROUND_2}/status/5.1/milepæle/2"
FOLLOWED = "Status på fravær og udgifter til vikarer."
LONG = (
    "Alle forslag fra de tre arbejdsgrupper er samlet i en plan, og planen er drøftet med skolerne, de frivillige og "
    "de virksomheder, som vil være med"
)


def text(*paragraphs: str) -> str:
    """A text of several paragraphs as one YAML value."""
    return '"' + "\\n\\n".join(paragraphs) + '"'


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (
            (TEXT, text(FOLLOWED, "Andet.", FOLLOWED.replace("vær og", "vær, og"))),
            ("afsnit-to-gange | aftale.yaml, 5.1, aftaletekst | "
            "Afsnittet »Status på fravær og udgifter til …« står to gange. Slet gentagelsen."),
        ),
        (
            (f"{FIRST}/milepæle/2", text(*["- Planen er lagt for hele året"] * 3)),
            ("afsnit-to-gange | aftale.yaml, 5.1, milepæle › 2 | "
            "Afsnittet »Planen er lagt for hele året« står 3 gange. Slet gentagelsen."),
        ),
        (
            ("aftale/læsevejledning", text("Her står, hvordan det læses.", "Her står, hvordan det læses.")),
            ("afsnit-to-gange | aftale.yaml, læsevejledning | "
            "Afsnittet »Her står, hvordan det læses.« står to gange. Slet gentagelsen."),
        ),
        (
            ("aftale/kapitler/0/indledning", text(*["Om erhverv og om beskæftigelse."] * 2)),
            ("afsnit-to-gange | aftale.yaml, kapitler › 1 › indledning | "
            "Afsnittet »Om erhverv og om beskæftigelse.« står to gange. Slet gentagelsen."),
        ),
        (
            (STATUS, "{smiley: sur, status: Yderligere 15 virksomheder er besøgt inden 1. juli 2018}"),
            ("status-gentager-milepæl | opfoelgning-2.yaml, 5.1, milepæle › 2 | "
            "Status gentager milepælen: »Yderligere 15 virksomheder er besøgt inden …«. "
            "Skriv, hvad der er sket, eller slet statusteksten."),
        ),
        (
            (f"{ROUND_2}/status/5.1/økonomi",
             "{smiley: glad, status: 'Der er afsat 0,5 mio. kr. i 2018 og 1 mio. kr. i 2019.'}"),
            ("status-gentager-milepæl | opfoelgning-2.yaml, 5.1, økonomi | "
            "Status gentager linjen om økonomi: »Der er afsat 0,5 mio. kr. …«. "
            "Skriv, hvad der er sket, eller slet statusteksten."),
        ),
        (
            (f"{FIRST}/beskrivelse", text("Parterne ønsker en tættere dialog med virksomhederne i kommunen.", "Mere.")),
            ("beskrivelse-gentager-aftaletekst | aftale.yaml, 5.1, beskrivelse | "
            "Beskrivelsen gentager aftaleteksten: »Parterne ønsker en tættere dialog med …«. "
            "Slet afsnittet det ene sted."),
        ),
        (
            (f"{SECOND}/milepæle", f"{{2: 'Kort.', 3: '{LONG}.', 4: '{LONG.replace(',', '')}'}}"),
            ("milepæl-gentaget | aftale.yaml, 5.10, milepæle › 4 | "
            "Milepæl 4 er den samme tekst som milepæl 3. "
            "Skriv, hvad der skal være nået ved hvert af de to tidspunkter."),
        ),
        (
            (TEXT, "5.1. Dialog med Erhvervslivet"),
            ("aftaletekst-er-titlen | aftale.yaml, 5.1, aftaletekst | "
            "Aftaleteksten er kun delelementets titel. "
            "Skriv det, parterne har aftalt, eller slet teksten."),
        ),
        (
            (TEXT, None),
            ("tekst-mangler | aftale.yaml, 5.1, aftaletekst | "
            "Delelementet har ingen aftaletekst. Skriv det, parterne har aftalt."),
        ),
        (
            (f"{UNNUMBERED}/beskrivelse", None),
            ("tekst-mangler | aftale.yaml, pulje | "
            "Delelementet har hverken aftaletekst eller beskrivelse. Skriv en kort beskrivelse af indsatsen."),
        ),
        (
            (f"{UNNUMBERED}/milepæle", None),
            ("milepæle-mangler | aftale.yaml, pulje, milepæle | "
            "Delelementet har ingen milepæle. Skriv mindst én milepæl, så der kan følges op på delelementet."),
        ),
        (
            (f"{SECOND}/type", None),
            ("type-mangler | aftale.yaml, 5.10, type | "
            "Delelementet har ingen type. Skriv drift, anlæg eller øvrig finansiering."),
        ),
        (
            (f"{FIRST}/milepæle/1", text("De første er besøgt.", "Status: Kun tre.")),
            ("statusord-i-teksten | aftale.yaml, 5.1, milepæle › 1 | "
            "Teksten har selv ordet »Status:«, som dokumentet skriver foran en statustekst. "
            "Flyt det, der er meldt, til opfølgningens status."),
        ),
        (
            (STATUS, "{smiley: sur, status: 'status : To er udskudt.'}"),
            ("statusord-i-teksten | opfoelgning-2.yaml, 5.1, milepæle › 2 | "
            "Teksten har selv ordet »Status:«, som dokumentet skriver foran en statustekst. Slet ordet."),
        ),
        (
            ("aftale/læsevejledning", None),
            ("læsevejledning-mangler | aftale.yaml, læsevejledning | "
            "Aftalen har ingen læsevejledning. "
            "Skriv, hvordan dokumentet skal læses, og hvad en milepæl er."),
        ),
        (
            ("aftale/kapitler/+", "{nummer: 6, titel: Børn}"),
            ("kapitel-uden-delelementer | aftale.yaml, kapitler › 2 | "
            "Kapitlet »6. Børn« har ingen delelementer. Tilføj delelementerne, eller slet kapitlet."),
        ),
    ],
)  # fmt: skip
def test_what_is_found(change: Change, finding: str) -> None:
    assert said(case_with(change)) == [finding]


@pytest.mark.parametrize(
    "change",
    [
        (TEXT, text("Planen følges.", "- Lager", "- Planen følges.", "- Værksted")),
        (TEXT, text("Der spares 1 mio. kr. i 2018.", "Der spares 2 mio. kr. i 2018.")),
        (TEXT, text("Dialog med erhvervslivet", "Parterne ønsker mere dialog.")),
        (TEXT, "Dialog med erhvervslivet og dets naboer."),
        (STATUS, "{smiley: sur, status: Er nået.}"),
        (STATUS, "{smiley: sur, status: Status er uændret.}"),
        (f"{SECOND}/milepæle", "{2: Fem er ansat., 3: Fem er ansat., 4: Fem er ansat.}"),
        (f"{FIRST}/beskrivelse", None),
        (f"{UNNUMBERED}/aftaletekst", "Puljen er aftalt."),
        (f"{FIRST}/milepæle", "{1: Besøgt., 2: 'Statusmøde: afholdt.'}"),
    ],
)
def test_what_is_in_order(change: Change) -> None:
    assert codes(change) == []


def test_the_title_of_a_part_is_no_agreement_text() -> None:
    changes = [
        (f"{SECOND}/titel", "Flere i fleksjob - del 1"),
        (f"{SECOND}/ref", "'5.10'"),
        (f"{SECOND}/aftaletekst", "Flere i fleksjob"),
    ]

    assert codes(*changes) == ["aftaletekst-er-titlen"]


def test_an_agreement_without_chapters() -> None:
    empty = case_with(("aftale/kapitler", "[]"), ("opfølgninger", "[]"))

    assert said(empty) == [
        (
            "kapitel-uden-delelementer | aftale.yaml, kapitler | "
            "Aftalen har ingen kapitler. Skriv aftalens kapitler og delelementer."
        )
    ]


def test_a_replaced_status_is_not_looked_at() -> None:
    repeated = ("opfølgninger/1/status/5.1/milepæle/1", "{smiley: sur, status: De første 15 virksomheder er besøgt.}")

    assert codes(repeated) == []
    assert codes(repeated, followup=1) == ["status-gentager-milepæl"]


def test_a_link_that_may_not_lead_out_is_told_once_in_each_text() -> None:
    links = "Se [det](smb://server/drev) og [det](smb://server/drev) og [siden](https://ballerup.dk)."

    for place in (TEXT, f"{STATUS}/status", "aftale/læsevejledning"):
        [told] = [one for one in said(case_with((place, text(links)))) if one.startswith("henvisning-uden-adresse | ")]
        assert "»smb://server/drev« bliver trykt som almindelige ord" in told
