"""Samples without chance: a small case with everything in it, and a large one with as many items as wanted.

Benchmarks and the tests of writers build on them; the same arguments give the same case.
"""

import datetime
from collections.abc import Iterator
from typing import Any

from renderer.model.case import Case

CENTRES = [
    "Arbejdsmarked", "By, Erhverv og Miljø", "HR og Organisationsudvikling", "Skoler, Institutioner og Kultur",
    "Økonomi og Styring", "Social og Sundhed", "Ejendomme",
]  # fmt: skip
COMMITTEES = [
    "Økonomiudvalget", "Erhvervs- og Beskæftigelsesudvalget", "Børne- og Skoleudvalget", "Teknik- og Miljøudvalget",
    "Social- og Sundhedsudvalget", "Kultur- og Fritidsudvalget",
]  # fmt: skip
CHAPTERS = [
    "Økonomi og Organisation", "Børn og Unge", "Kultur og Fritid", "Miljø og Teknik", "Erhverv og Beskæftigelse",
    "Social og Sundhed", "Ældre",
]  # fmt: skip
TYPES = ["drift", "anlæg", "drift", "anlæg og drift", "øvrig finansiering", "drift"]
SMILEYS = ["glad", "glad", "mellemfornøjet", "glad", "sur"]

_OPENINGS = [
    "Parterne er enige om, at", "Der afsættes midler, så", "Kommunalbestyrelsen ønsker, at",
    "Det er et mål for budgetåret, at", "Udvalget har besluttet, at",
    "Målet er, at", "Et led i omstillingen er, at", "Det er besluttet, at",
    "En analyse har vist, at", "Naboerne oplever, at",
]  # fmt: skip
_ACTORS = [
    "skolerne", "plejehjemmene i Måløv og Skovlunde", "de lokale foreninger", "jobcentret", "sundhedsplejen",
    "kommunens 12 dagtilbud", "virksomhederne i Lautrup", "byens unge", "ældrerådet", "driftsafdelingen",
    "den nye fremtidsgruppe", "frivillige og pårørende", "rådgiverne",
]  # fmt: skip
_ACTIONS = [
    "arbejder tættere sammen om forebyggelse", "får bedre rammer for hverdagens opgaver", "tager nye redskaber i brug",
    "gennemgår deres aftaler og udgifter til rengøring", "prøver en anden måde at mødes på", "deler erfaringer",
    "samler undervisning, træning og rådgivning ét sted", "nedbringer sygefraværet med 1,5 dage pr. medarbejder",
    "forbereder byggeriet af 40 boliger", "giver børnefamilierne hurtigere svar", "sparer på energi og vand",
]  # fmt: skip
_ADDITIONS = [
    "inden for en ramme på 0,5 mio. kr.", "uden at serviceniveauet falder", "jf. § 16 i vedtægten", "fra 1. oktober",
    "til gavn for borgere i alle aldre", "svarende til 25,5 pct. af udgifterne", "med blik for ikke-vestlige unge",
    "så 18 ud af 25 pladser er i brug", "mens resten følger året efter", "som beskrevet i bilaget ”Rum til alle”",
    "hvilket giver en besparelse på 175.000 kr.", "og evaluerer indsatsen ved årets udgang",
]  # fmt: skip
_MILESTONES = [
    "Der er nedsat en arbejdsgruppe", "Udbuddet er sendt ud", "Udvalget har fået forelagt en plan",
    "Byggeriet er i gang", "Halvdelen af pladserne er besat",
    "Kontrakten er underskrevet", "Kurserne er afholdt", "Evalueringen er drøftet",
]  # fmt: skip
_STATUSES = [
    "Arbejdet går som planlagt", "Opstarten blev to måneder forsinket på grund af fugt i bygningen",
    "Kun 7 ud af 10 stillinger er besat, og der er slået tre nye op", "Rådgiveren afleverer først efter sommerferien",
    "Der mangler en myndighedsgodkendelse", "Målet er nået før tid, og erfaringerne deles med de øvrige centre",
]  # fmt: skip
_TOPICS = [
    "Samlet indgang for borgerne", "Flere i fleksjob", "Cykelsti langs Åparken", "Tidlig indsats i dagtilbud",
    "Billigere indkøb", "Åben Hal i Måløv", "Frit valg på ældreområdet", "Støjværn ved Ring 4", "Digital post",
    "Særlig indsats for unge", "Renovering af svømmehallen", "Nye rammer for frivillige", "Sund mad på plejehjemmene",
    "Analyse af kommunens arealer og ejendomme med henblik på at samle flere funktioner under ét tag",
]  # fmt: skip


def ended(words: str) -> str:
    """The words with one full stop."""
    return words.removesuffix(".") + "."


class Composer:
    """Writes Danish sentences from a count: no chance, and no two in a row alike."""

    def __init__(self, start: int = 0) -> None:
        self._count = start

    def pick(self, phrases: list[str]) -> str:
        """The next phrase, by a linear congruence (Knuth, MMIX) whose upper bits are well mixed."""
        self._count = (self._count * 6364136223846793005 + 1442695040888963407) % 2**64
        return phrases[(self._count >> 33) % len(phrases)]

    def sentence(self) -> str:
        """One sentence of some twenty words."""
        words = (self.pick(phrases) for phrases in (_OPENINGS, _ACTORS, _ACTIONS, _ADDITIONS))
        return ended(" ".join(words))

    def paragraph(self, sentences: int) -> str:
        """A paragraph of that many sentences."""
        return " ".join(self.sentence() for _ in range(sentences))

    def milestone(self) -> str:
        """What is to be reached at one checkpoint."""
        return ended(f"{self.pick(_MILESTONES)} med {self.pick(_ACTORS)}, {self.pick(_ADDITIONS)}")

    def agreement_text(self, position: int) -> str:
        """One or two paragraphs; every third one ends in a list, every ninth in a nested or numbered one."""
        text = "\n\n".join(self.paragraph(2 + (position + n) % 2) for n in range(1 + position % 2))
        if position % 9 == 4:
            bullets = ("- ", "  - ", "  - ", "- ")
            return text + "\n\n" + "\n".join(mark + self.sentence() for mark in bullets)
        if position % 9 == 7:
            marks = ("1. ", "2. ", "3. ") if position % 2 else ("a) ", "b) ", "c) ")
            return text + "\n\n" + "\n".join(mark + self.sentence() for mark in marks)
        if position % 3 == 1:
            return text + "\n\n" + "\n".join(f"- {self.sentence()}" for _ in range(3))
        return text


def small_case() -> Case:
    """Two chapters and six items with parts, an item without a number, lists, a long row, and follow-ups 0 to 4.

    Nothing in it makes a check stop.
    """
    data = _agreement_data("Aftale om budget 2018", 2018, list(_small_chapters()))
    return _case(data, [0, 1, 2, 3, 4])


def large_case(items: int = 86, factor: int = 1) -> Case:
    """A case of `items * factor` items in seven chapters a time, with follow-ups 0 to 3 and texts of real length."""
    data = _agreement_data("Aftale om budget 2016", 2016, list(_large_chapters(items, factor)))
    return _case(data, [0, 1, 2, 3])


def _case(agreement: dict[str, object], numbers: list[int]) -> Case:
    followups = [_followup_data(agreement, number) for number in numbers]
    return Case.model_validate({"aftale": agreement, "opfølgninger": followups})


def _agreement_data(title: str, year: int, chapters: list[dict[str, object]]) -> dict[str, object]:
    return {
        "titel": title,
        "budgetår": str(year),
        "sagsid": f"00.30.00-S00-9-{year % 100 - 2}",
        "organisation": {"kommune": "Ballerup Kommune", "afdeling": "Økonomi og Styring"},
        "udvalg": [name for name in COMMITTEES if name in _committees_in_use(chapters)],
        "centre": CENTRES,
        "smileyer": {
            "indsats": {
                "glad": "Milepælen er nået",
                "mellemfornøjet": "Milepælen er ikke nået helt, men målet for året kan stadig nås",
                "sur": "Milepælen er ikke nået, og målet for året kan ikke nås",
            },
            "økonomi": {"glad": "Budgettet holder", "sur": "Budgettet holder ikke"},
        },
        "læsevejledning": (
            "Aftalen er delt i delelementer, og hvert af dem har fire milepæle. Der meldes status på dem fire gange om"
            " året: ved hver budgetopfølgning og ved årets udgang.\n\n"
            "En milepæl er et skridt på vejen. Er den nået, gives en glad smiley."
        ),
        "læsevejledning_økonomi": "Økonomien får én smiley for hele delelementet.",
        "kapitler": chapters,
    }


def _committees_in_use(chapters: list[dict[str, Any]]) -> set[str]:
    return {item["ansvarligt_udvalg"] for chapter in chapters for item in chapter["delelementer"]}


def _small_chapters() -> Iterator[dict[str, object]]:
    heads = [("5.01", "Dialog med erhvervslivet"), ("5.08.1", "Flere i job – del 1"), ("5.08.1", "Flere i job – del 2")]
    composer = Composer()
    business = [_item_data(composer, position, *head, centre=0) for position, head in enumerate(heads)]
    business[1]["aftaletekst"] = composer.agreement_text(4)
    business.append({**_item_data(composer, 3, None, "Pulje til nye idéer", centre=1), "ref": "pulje-til-nye-ideer"})
    yield {"nummer": "5", "titel": CHAPTERS[4], "delelementer": business}
    long_row = _item_data(composer, 7, "6.1", "Frit valg på ældreområdet", centre=5)
    long_row["aftaletekst"] = "\n\n".join(composer.agreement_text(position) for position in range(6))
    last = _item_data(composer, 5, "6.10", "Cykelsti langs Åparken", centre=1)
    introduction = "Kapitlet handler om det, der er *fælles* for **alle** borgere; se [bilaget](https://ballerup.dk)."
    yield {"nummer": "6", "titel": CHAPTERS[5], "indledning": introduction, "delelementer": [long_row, last]}


def _large_chapters(items: int, factor: int) -> Iterator[dict[str, object]]:
    composer = Composer(7)
    total = items * factor
    chapters = len(CHAPTERS) * factor
    for index in range(chapters):
        count = total // chapters + (index < total % chapters)
        number = str(index + 1)
        yield {
            "nummer": number,
            "titel": CHAPTERS[index % len(CHAPTERS)],
            "delelementer": [
                _item_data(composer, index + n, f"{number}.{n:02d}", composer.pick(_TOPICS), centre=index + n)
                for n in range(1, count + 1)
            ],
        }


def _item_data(composer: Composer, position: int, number: str | None, title: str, centre: int) -> dict[str, object]:
    contributors = [CENTRES[(centre + step) % len(CENTRES)] for step in range(1, 1 + position % 4)]
    checkpoints = [n for n in (1, 2, 3, 4) if (position + n) % 6]
    return {
        **({"nummer": number} if number else {}),
        "titel": title,
        "type": TYPES[position % len(TYPES)],
        "ansvarligt_center": CENTRES[centre % len(CENTRES)],
        "ansvarligt_udvalg": COMMITTEES[(1 if centre < 2 else centre) % len(COMMITTEES)],
        "bidragsydere": contributors,
        "aftaletekst": composer.agreement_text(position),
        "beskrivelse": composer.paragraph(1 + position % 2),
        "milepæle": {str(n): composer.milestone() for n in checkpoints},
        "økonomi": f"Neutral i år, herefter en besparelse på {1 + position % 7},{position % 10} mio. kr.",
    }


def _followup_data(agreement: dict[str, object], number: int) -> dict[str, object]:
    year = int(str(agreement["budgetår"]))
    composer = Composer(number)
    chapters: list[dict[str, list[dict[str, object]]]] = agreement["kapitler"]  # type: ignore[assignment]
    items = [item for chapter in chapters for item in chapter["delelementer"]]
    refs = Case.model_validate({"aftale": agreement}).agreement.items()
    return {
        "opfølgning": str(number),
        "dato": datetime.date(year, (2, 4, 7, 11, 12)[number], 4 + number).isoformat(),
        "kontakt": {"navn": "Ida Holm", "telefon": "4477 2000", "e-mail": "okonomi@balk.dk"},
        "status": {
            real.ref: _status_data(composer, position + number, number, item)
            for position, (real, item) in enumerate(zip(refs, items, strict=True))
            if number
        },
    }


def _status_data(composer: Composer, position: int, number: int, item: dict[str, object]) -> dict[str, object]:
    milestones: dict[str, str] = item["milepæle"]  # type: ignore[assignment]
    smiley = SMILEYS[position % len(SMILEYS)]
    status = ended(f"{composer.pick(_STATUSES)}, {composer.pick(_ADDITIONS)}")
    report = {"smiley": smiley} if smiley == "glad" and position % 2 else {"smiley": smiley, "status": status}
    return {
        "milepæle": {str(number): report} if str(number) in milestones else {},
        "økonomi": {"smiley": "sur", "status": status} if position % 11 == 5 else {"smiley": "glad"},
    }
