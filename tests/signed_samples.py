"""Signed agreements without chance: a small one with everything in it, and one as large as the real ones."""

from typing import Any

from renderer.model.signed.signed_agreement import SignedAgreement
from tests.samples import COMMITTEES, Composer

_TITLES = (
    "Byen vokser sammen", "Plads til nye tanker", "Skoler for alle", "Grønne veje", "Virksomheder og job",
    "Kommunen som arbejdsplads",
)  # fmt: skip
_PARTIES = ("Socialdemokratiet", "Venstre", "Dansk Folkeparti", "Enhedslisten", "Det Konservative Folkeparti")
_TOPICS = [
    "Ny sundhedsplan", "Flere bænke i parken", "Rådhusets tag", "Cykelsti langs åen", "Pulje til støjværn", "Åben Hal",
    "Mad til ældre – ude og hjemme", "Samarbejde mellem kultur, skole, klub og dagtilbud om fælles dage i alle bydele",
]  # fmt: skip
_YEARS = (2019, 2020, 2021, 2022)


def small_signed() -> SignedAgreement:
    """Two chapters and five points, with quotations, sub-headings, sections, points without number, stated sums."""
    rows = {"nummer": "1.5", "titel": "Voksne med handicap", "beløb": {"2019": "23.000", "2020": "23.000"}}
    return SignedAgreement.model_validate(
        {
            "titel": "Budgetaftale 2019-2022",
            "periode": "2019-2022",
            "sted": "Ballerup",
            "dato": "2018-10-08",
            "revideret": "2018-10-12",
            "afsender": "Borgmesteren",
            "kontakt": {"e-mail": "borgmester@example.dk"},
            "indledning": [_introduction()],
            "kapitler": _small_chapters(),
            "afslutning": [{"overskrift": "Opfølgning", "tekst": "Parterne mødes til foråret."}],
            "underskrifter": [
                {"navn": "Karen Lindegaard", "parti": "Socialdemokratiet", "hverv": "borgmester"},
                {"navn": "Bo Ørum", "parti": "Socialdemokratiet"},
                {"navn": "Ida Kjær", "parti": "Venstre"},
                {"navn": "Aase Holm", "parti": "Borgerlisten i Ørby"},
                {"navn": "Éva Müller"},
            ],
            "bilag": [
                _small_annex("drift", "Driftsinvesteringer", [rows], {"2019": "23.000", "2020": "23.000"}),
                _small_annex("anlæg", "Anlægsinvesteringer", [{**rows, "beløb": {"2021": "-100", "2022": "0"}}], {}),
            ],
            "besparelser": _small_savings(),
        }
    )


def _introduction() -> dict[str, Any]:
    economy = "I strategien står der:\n\n> ”Orden i kassen.\n>\n> Hvert år.”\n\nDet gælder stadig."
    aims = "Aftalen har to mål:\n\n1. Gælden falder.\n2. Servicen består."
    return {"overskrift": "Indledning", "tekst": aims, "afsnit": [{"overskrift": "Økonomi", "tekst": economy}]}


def _small_chapters() -> list[dict[str, Any]]:
    hall = {"nummer": "1.14", "titel": "Åben Hal", "tekst": "Hallen åbner.\n\n> ”For alle.”"}
    hall["afsnit"] = [{"overskrift": "Baggrund", "tekst": "Hallen er fra 1974."}]  # type: ignore[assignment]
    return [
        {
            "nummer": "1",
            "titel": "Byen vokser sammen",
            "citatindledning": "I visionen står der:",
            "citat": "”Byen er for alle.\n\nOgså de nye.”",
            "tekst": "Kapitlet samler det, der handler om borgerne.",
            "punkter": [
                {"nummer": "1.5", "titel": "Voksne med handicap", "tekst": "Der afsættes 23 mio. kr. i 2019 og 2020."},
                {"nummer": "1.6", "titel": "Støberiet", "tekst": "Parterne følger flytningen.", "opfølges": "nej"},
            ],
            "grupper": [{"overskrift": "Fællesskaber", "tekst": "Om at mødes.", "punkter": [hall]}],
        },
        {
            "titel": "Andre aftaler",
            "punkter": [{"nummer": "2.01", "titel": "Ø-bus"}, {"titel": "Pulje til nye idéer", "tekst": "En pulje."}],
        },
    ]


def _small_annex(kind: str, title: str, rows: list[dict[str, Any]], total: dict[str, str]) -> dict[str, Any]:
    groups = [
        {"nummer": "1", "titel": "Byen vokser sammen", "rækker": rows, "sum": total},
        {"titel": "Andre aftaler"},
    ]
    return {"type": kind, "titel": title, "grupper": groups, "sum": total}


def _small_savings() -> dict[str, Any]:
    cases = [
        {"kode": "TMU-07", "titel": "Nye lamper", "beløb": {"2020": "-0,27", "2021": "0,00"}, "investering": "1,70"},
        {"kode": "KFU-04A", "titel": "Ture", "beløb": {"2019": "-0,025"}, "note": "Først fra sommeren."},
    ]
    return {
        "titel": "Oversigt over besparelser",
        "grupper": [{"ansvarligt_udvalg": "Teknik- og Miljøudvalget", "cases": cases, "investering_i_alt": "1,70"}],
        "noter": ["Numrene er dem, casene havde i forslaget."],
    }


def large_signed() -> SignedAgreement:
    """Six chapters, 92 points, 26 and 22 rows, 43 savings cases, 8 signatories: as large as a real agreement."""
    composer = Composer(3)
    counts = (22, 7, 22, 24, 7, 10)
    chapters = [_large_chapter(composer, number, count) for number, count in enumerate(counts, 1)]
    return SignedAgreement.model_validate(
        {
            "periode": "2019-2022",
            "sted": "Ballerup",
            "dato": "2018-10-08",
            "afsender": "Borgmesteren",
            "indledning": [_introduction()],
            "kapitler": chapters,
            "underskrifter": [
                {"navn": f"{first} {last}", "parti": _PARTIES[(position + shift) % len(_PARTIES)]}
                for shift, last in enumerate(("Ørum", "Kjær"))
                for position, first in enumerate(("Karen", "Bo", "Ida", "Aase"))
            ],
            "bilag": [
                _large_annex("drift", "Driftsinvesteringer", chapters, 26, step=3),
                _large_annex("anlæg", "Anlægsinvesteringer", chapters, 22, step=4),
            ],
            "besparelser": _large_savings(composer, 43),
        }
    )


def _large_chapter(composer: Composer, number: int, count: int) -> dict[str, Any]:
    points = [
        {
            "nummer": f"{number}.{position}",
            "titel": composer.pick(_TOPICS),
            "tekst": composer.agreement_text(number + position),
        }
        for position in range(1, count + 1)
    ]
    cut = count // 2
    return {
        "nummer": str(number),
        "titel": _TITLES[number - 1],
        "citatindledning": "I visionen står der:",
        "citat": f"”{composer.paragraph(2)}\n\n{composer.paragraph(1)}”",
        "punkter": points[:cut],
        "grupper": [{"overskrift": "Fællesskaber", "punkter": points[cut:]}],
    }


def _large_annex(kind: str, title: str, chapters: list[dict[str, Any]], count: int, step: int) -> dict[str, Any]:
    every = [
        (chapter, point) for chapter in chapters for point in (*chapter["punkter"], *chapter["grupper"][0]["punkter"])
    ]
    chosen = [point["nummer"] for _, point in every[::step]][:count]
    chosen += [point["nummer"] for _, point in every if point["nummer"] not in chosen][: count - len(chosen)]
    groups = [
        {
            "nummer": chapter["nummer"],
            "titel": chapter["titel"],
            "rækker": [
                _large_row(point, len(kind)) for one, point in every if one is chapter and point["nummer"] in chosen
            ],
        }
        for chapter in chapters
    ]
    return {"type": kind, "titel": title, "grupper": groups}


def _large_row(point: dict[str, Any], shift: int) -> dict[str, Any]:
    size = int(point["nummer"].replace(".", "")) * 50 + shift
    cells = {str(year): f"{size * 1000 + year:,}".replace(",", ".")[:-4] for year in _YEARS if (size + year) % 3}
    return {"nummer": point["nummer"], "titel": point["titel"], "beløb": cells}


def _large_savings(composer: Composer, count: int) -> dict[str, Any]:
    size = -(-count // len(COMMITTEES))
    codes = [(name, n) for name in COMMITTEES for n in range(1, size + 1)][:count]
    groups = [
        {
            "ansvarligt_udvalg": name,
            "cases": [_large_case(composer, name, n) for one, n in codes if one == name],
        }
        for name in COMMITTEES
    ]
    return {"titel": "Oversigt over besparelser i budget 2019", "grupper": groups}


def _large_case(composer: Composer, committee: str, number: int) -> dict[str, Any]:
    cells = {str(year): f"-0,{(number * 7 + year) % 90:02d}" for year in _YEARS if (number + year) % 4}
    investment = {"investering": f"{number},50"} if number % 5 == 0 else {}
    return {"kode": f"{committee[0]}MU-{number:02d}", "titel": composer.pick(_TOPICS), "beløb": cells, **investment}
