"""A small case with two follow-ups, as far as the second has been reported."""

from typing import Any

from renderer.model.case import Case

WORK, CULTURE = "Arbejdsmarked", "Skoler, Institutioner og Kultur"


def case(reports: dict[str, Any] | None = None, earlier: dict[str, Any] | None = None, **agreement: Any) -> Case:
    item = {"aftaletekst": "Parterne er enige.", "milepæle": {"1": "Planen er lagt.", "2": "Ti er ansat."}}
    items = [
        {**item, "nummer": "5.1", "titel": "Flere i fleksjob", "ansvarligt_center": WORK, "økonomi": "0,5 mio. kr."},
        {**item, "nummer": "5.2", "titel": "Åben Hal", "ansvarligt_center": CULTURE},
        {**item, "nummer": "5.3", "titel": "Ny pulje"},
    ]
    contact = {"navn": "Ida Holm", "telefon": "4477 2000", "e-mail": "budget@example.dk"}
    return Case.model_validate(
        {
            "aftale": {
                "titel": "Aftale om budget 2018",
                "budgetår": "2018",
                "sagsid": "00.30.00-S00-9-16",
                "organisation": {"kommune": "Ballerup Kommune", "afdeling": "Økonomi og Styring"},
                "centre": [WORK, CULTURE],
                "smileyer": {
                    "indsats": {"glad": "Nået", "sur": "Ikke nået"},
                    "økonomi": {"glad": "Holder", "sur": "Holder ikke"},
                },
                "frister": {"2": {"indberetning": "2018-06-20", "udvalgsmøde": "2018-07-04"}},
                "kapitler": [{"nummer": "5", "titel": "Erhverv", "delelementer": items}],
                **agreement,
            },
            "opfølgninger": [
                {"opfølgning": "1", "dato": "2018-04-04", "status": earlier or {}},
                {"opfølgning": "2", "dato": "2018-07-04", "kontakt": contact, "status": reports or {}},
            ],
        }
    )
