"""A case with a signed agreement whose figures have no findings, and what the checks say when a test changes it."""

import yaml

from tests.checks.clean_case import Change, case_with, said

SIGNED = """
periode: 2019-2022
indledning:
  - overskrift: Økonomi
    tekst: Kommunen skal have mindst 125 mio. kr. i kassen ved udgangen af 2019.
kapitler:
  - nummer: 1
    titel: Fællesskaber
    punkter:
      - nummer: 1.1
        titel: Flere bænke i parken
        tekst: Der afsættes 0,3 mio. kr. i 2019 og 0,2 mio. kr. årligt fra 2020 og frem til bænke.
      - nummer: 1.2
        titel: Cykelsti langs åen
        tekst: Der afsættes 5,4 mio. kr. i 2020 til cykelstien.
      - nummer: 1.3
        titel: Headspace
        tekst: Parterne er glade for samarbejdet.
bilag:
  - type: drift
    titel: Driftsinvesteringer
    grupper:
      - nummer: 1
        titel: Fællesskaber
        rækker:
          - nummer: 1.1
            titel: Flere bænke i parken
            beløb: {2019: "300", 2020: "200", 2021: "200", 2022: "200"}
        sum: {2019: "300", 2020: "200", 2021: "200", 2022: "200"}
    sum: {2019: "300", 2020: "200", 2021: "200", 2022: "200"}
  - type: anlæg
    titel: Anlægsinvesteringer
    grupper:
      - nummer: 1
        titel: Fællesskaber
        rækker:
          - nummer: 1.2
            titel: Cykelsti langs åen
            beløb: {2020: "5.364"}
besparelser:
  titel: Oversigt over besparelser
  grupper:
    - ansvarligt_udvalg: Økonomiudvalget
      cases:
        - kode: ØKU-01
          titel: Færre tryksager
          beløb: {2019: "-0,40", 2020: "-0,40"}
          investering: "0,50"
        - kode: ØKU-02
          titel: Billigere el
          beløb: {2020: "-1,00"}
          investering: "1,50"
      sum: {2019: "-0,40", 2020: "-1,40"}
      investering_i_alt: "2,00"
  sum: {2019: "-0,40", 2020: "-1,40"}
  investering_i_alt: "2,00"
"""
FIRST_POINT = "kapitler/0/punkter/0"
SECOND_POINT = "kapitler/0/punkter/1"
THIRD_POINT = "kapitler/0/punkter/2"
FIRST_ROW = "bilag/0/grupper/0/rækker/0"
SECOND_ROW = "bilag/1/grupper/0/rækker/0"
FIRST_CASE = "besparelser/grupper/0/cases/0"


def said_of(*changes: Change) -> list[str]:
    """Everything the checks say of the signed agreement when it is changed; paths begin inside it."""
    signed = yaml.load(SIGNED, yaml.BaseLoader)
    return said(case_with(("budgetaftale", signed), *((f"budgetaftale/{path}", value) for path, value in changes)))
