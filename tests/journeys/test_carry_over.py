"""Which earlier items a point may continue, and how likely."""

import pytest

from renderer.journeys.planning.carry_over import Offer, offers
from renderer.model.case import Case
from renderer.model.signed.point import Point

ITEMS = ("Flere i fleksjob", "Cykelsti langs Åparken – del 1", "Frit valg på ældreområdet", "Måløvaksen", "Ny strategi")


def earlier() -> Case:
    items = [{"nummer": f"5.{number:02d}", "titel": title} for number, title in enumerate(ITEMS, 1)]
    agreement = {
        "titel": "Aftale om budget 2018",
        "budgetår": "2018",
        "sagsid": "00.30.00-S00-9-16",
        "organisation": {"kommune": "Ballerup Kommune"},
        "kapitler": [{"titel": "Alt", "delelementer": items}],
    }
    status = {"5.04": {"milepæle": {"1": {"smiley": "glad"}}, "økonomi": {"smiley": "sur", "status": "Dyrere."}}}
    newer = {"5.04": {"milepæle": {"1": {"smiley": "sur", "status": "Alligevel ikke."}}}}
    followups = [
        {"opfølgning": "1", "dato": "2018-04-01", "status": status},
        {"opfølgning": "2", "dato": "2018-07-01", "status": newer},
    ]
    return Case.model_validate({"aftale": agreement, "opfølgninger": followups})


def found(title: str, text: str = "") -> list[Offer]:
    return list(offers(iter([Point.model_validate({"titel": title, "tekst": text})]), earlier()))


@pytest.mark.parametrize(
    ("title", "text", "item"),
    [
        ("Flere i fleksjob", "", "5.01"),
        ("FLERE I FLEKSJOB.", "", "5.01"),
        ("Cykelsti langs Åparken – del 2", "", "5.02-del-1"),
        ("Flere borgere i fleksjob", "", "5.01"),
        ("Trygge veje", "I budgetaftalen for 2018 kom Måløvaksen med.", "5.04"),
        ("Ældre", "Punkt 5.03 i Aftale om budget 2018 fortsætter.", "5.03"),
    ],
)
def test_what_continues_is_recognised(title: str, text: str, item: str) -> None:
    assert [offer.item.ref for offer in found(title, text)][:1] == [item]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Støjværn ved Ring 4", ""),
        ("Trygge veje", "Måløvaksen skal være tryggere."),
        ("Støjværn", "Punkt 5.03 i aftalen gælder stadig."),
        ("Støjværn", "Budgettet for 2018 er brugt, og 15.030 kr. står tilbage."),
        ("Musik for alle", "En ny plan og en strategi kom med budget 2018."),
        ("Fortove – Måløv Byvej", "Se budgetaftalen for 2018."),
    ],
)
def test_what_does_not_is_not_offered(title: str, text: str) -> None:
    assert found(title, text) == []


def test_the_same_title_weighs_most_and_a_mention_adds_to_it() -> None:
    (same,) = found("Måløvaksen")
    (mentioned,) = found("Opgradering af Måløvaksen", "Se budget 2018.")

    assert (same.score, same.reasons) == (100, ("samme titel",))
    assert 60 < mentioned.score < 100
    assert "teksten nævner budget 2018" in mentioned.reasons


def test_the_history_is_the_newest_report_of_each_place() -> None:
    (offer,) = found("Måløvaksen")
    told = [(past.checkpoint, past.report.smiley, past.report.status.plain) for past in offer.history]

    assert told == [(1, "sur", "Alligevel ikke."), (None, "sur", "Dyrere.")]
