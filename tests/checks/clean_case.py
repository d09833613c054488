"""A case without findings, and how a test changes one thing in it."""

from copy import deepcopy
from typing import Any

import yaml

from renderer.checks import run_checks
from renderer.model.case import Case

CLEAN = """
aftale:
  titel: Aftale om budget 2018
  budgetår: 2018
  sagsid: 00.30.00-S00-9-16
  organisation: {kommune: Ballerup Kommune, afdeling: Økonomi og Styring}
  udvalg: [Erhvervs- og Beskæftigelsesudvalget, Økonomiudvalget]
  centre: [Arbejdsmarked, "By, Erhverv og Miljø", Økonomi og Styring]
  smileyer:
    indsats: {glad: Nået, mellemfornøjet: Næsten nået, sur: Ikke nået}
    økonomi: {glad: Budgettet holder, sur: Budgettet holder ikke}
  læsevejledning: |
    Der følges op på Aftale om budget 2018 fire gange om året, sidste gang pr. 31. december 2018.
  læsevejledning_økonomi: Økonomien får én smiley i alt.
  kapitler:
    - nummer: 5
      titel: Erhverv og Beskæftigelse
      delelementer:
        - nummer: 5.1
          titel: Dialog med erhvervslivet
          type: drift
          ansvarligt_center: By, Erhverv og Miljø
          ansvarligt_udvalg: Erhvervs- og Beskæftigelsesudvalget
          bidragsydere: [Arbejdsmarked]
          aftaletekst: Parterne ønsker en tættere dialog med virksomhederne i kommunen.
          beskrivelse: Centret besøger hver måned fem virksomheder.
          milepæle:
            1: De første 15 virksomheder er besøgt.
            2: Yderligere 15 virksomheder er besøgt inden 1. juli 2018.
            4: Erfaringerne er samlet og forelagt udvalget.
          økonomi: Der er afsat 0,5 mio. kr. i 2018 og 1 mio. kr. i 2019.
        - nummer: 5.10
          titel: Flere i fleksjob
          type: anlæg og drift
          ansvarligt_center: Arbejdsmarked
          ansvarligt_udvalg: Økonomiudvalget
          aftaletekst: Ti flere borgere skal i fleksjob.
          milepæle:
            2: Fem er ansat.
          økonomi: Neutral.
        - titel: Pulje til nye idéer
          ref: pulje
          type: øvrig finansiering
          ansvarligt_center: Økonomi og Styring
          ansvarligt_udvalg: Økonomiudvalget
          beskrivelse: Puljen søges hele året.
          milepæle:
            4: Puljen er brugt.
opfølgninger:
  - opfølgning: 0
    dato: 2018-02-05
    kontakt: {navn: Ida Holm}
  - opfølgning: 1
    dato: 2018-05-07
    kontakt: {telefon: 4477 2000}
    status:
      5.1:
        milepæle:
          1: {smiley: sur, status: Kun syv er besøgt. Resten nås inden sommer.}
        økonomi: {smiley: glad}
  - opfølgning: 2
    dato: 2018-07-04
    kontakt: {e-mail: okonomi@balk.dk}
    status:
      5.1:
        milepæle:
          1: {smiley: glad}
          2: {smiley: mellemfornøjet, status: To besøg er udskudt til august.}
        økonomi: {smiley: glad}
      5.10:
        milepæle:
          2: {smiley: glad}
"""

Change = tuple[str, Any]
"""A path of keys and positions from 0, joined by slashes, and the new value (YAML); `None` takes the part away."""

# Short names of the places that most tests change.
FIRST = "aftale/kapitler/0/delelementer/0"
SECOND = "aftale/kapitler/0/delelementer/1"
UNNUMBERED = "aftale/kapitler/0/delelementer/2"
ROUND_1 = "opfølgninger/1"
ROUND_2 = "opfølgninger/2"


def case_with(*changes: Change) -> Case:
    """The clean case with some changes."""
    data = yaml.load(CLEAN, yaml.BaseLoader)
    for path, value in changes:
        _change(data, path.split("/"), yaml.load(value, yaml.BaseLoader) if isinstance(value, str) else value)
    return Case.model_validate(data)


def said(case: Case, followup: int | None = None) -> list[str]:
    """Everything the checks say, as `code | place | message hint`."""
    return [f"{each.code} | {each.place} | {each.message} {each.hint}" for each in run_checks(case, followup)]


def codes(*changes: Change, followup: int | None = None) -> list[str]:
    """The codes of all findings about the changed case."""
    return [finding.code for finding in run_checks(case_with(*changes), followup)]


def _change(data: Any, path: list[str], value: Any) -> None:
    *way, last = path
    for step in way:
        data = data[int(step)] if isinstance(data, list) else data.setdefault(step, {})
    if value is None:
        del data[int(last) if isinstance(data, list) else last]
    elif isinstance(data, list) and last == "+":
        data.append(deepcopy(value))
    elif isinstance(data, list):
        data[int(last)] = value
    else:
        data[last] = value
