"""The words of the trade: Danish key <-> model field, and the fixed words a document is written with.

One table for YAML, JSON, workbook headings, Word tags and messages, so that a thing has one Danish word and
one English name everywhere. What Word writing and Word reading share also stands here, as plain data.
"""

KEYS: dict[str, str] = {
    "title": "titel",
    "budget_year": "budgetår",
    "case_id": "sagsid",
    "organisation": "organisation",
    "municipality": "kommune",
    "department": "afdeling",
    "committees": "udvalg",
    "centres": "centre",
    "centre_emails": "e-mail_til_centre",
    "scales": "smileyer",
    "effort": "indsats",
    "finances": "økonomi",
    "happy": "glad",
    "neutral": "mellemfornøjet",
    "sad": "sur",
    "reading_guide": "læsevejledning",
    "finances_guide": "læsevejledning_økonomi",
    "title_form": "titelform",
    "plan_form": "udmøntningsform",
    "committee_form": "udvalgsform",
    "type_label": "typebetegnelse",
    "contributors_line": "bidragsyderlinje",
    "smiley_words": "smileyord",
    "overview": "overblik",
    "deadlines": "frister",
    "reporting": "indberetning",
    "meeting": "udvalgsmøde",
    "chapters": "kapitler",
    "introduction": "indledning",
    "number": "nummer",
    "items": "delelementer",
    "ref": "ref",
    "types": "type",
    "centre": "ansvarligt_center",
    "committee": "ansvarligt_udvalg",
    "contributors": "bidragsydere",
    "agreement_text": "aftaletekst",
    "description": "beskrivelse",
    "milestones": "milepæle",
    "given_up": "udgået",
    "moves": "flyttet",
    "new_names": "nye_navne",
    "new_name": "nyt_navn",
    "followup": "opfølgning",
    "date": "dato",
    "contact": "kontakt",
    "name": "navn",
    "phone": "telefon",
    "email": "e-mail",
    "statuses": "status",
    "smiley": "smiley",
    "status": "status",
    "waivers": "undtagelser",
    "code": "kode",
    "place": "sted",
    "reason": "begrundelse",
    "agreement": "aftale",
    "followups": "opfølgninger",
    "signed": "budgetaftale",
    "period": "periode",
    "revised": "revideret",
    "sender": "afsender",
    "parties": "parter",
    "sections": "afsnit",
    "heading": "overskrift",
    "text": "tekst",
    "lead_in": "citatindledning",
    "quotation": "citat",
    "points": "punkter",
    "groups": "grupper",
    "followed_up": "opfølges",
    "closing": "afslutning",
    "signatories": "underskrifter",
    "party": "parti",
    "office": "hverv",
    "annexes": "bilag",
    "budget_type": "type",
    "unit": "enhed",
    "rows": "rækker",
    "amounts": "beløb",
    "total": "sum",
    "note": "note",
    "notes": "noter",
    "savings": "besparelser",
    "cases": "cases",
    "investment": "investering",
    "investment_total": "investering_i_alt",
}

AGREEMENT_FILE = "aftale.yaml"
SIGNED_FILE = "budgetaftale.yaml"
WAIVER_FILE = "tjek.yaml"

ROUNDS = ("1", "2", "3", "4")
"""The numbers of the follow-ups as they are written; number 0 is the plan."""

FIELD_SEPARATOR = " › "

# Headings and labels of the municipality's layout (LAYOUT: "First page", "Following pages").
READING_GUIDE = "Læsevejledning"
EFFORT_DEFINITION = "Definition af smileys på indsats"
FINANCES_DEFINITION = "Definition af smileys på økonomi"
DATE_LABEL = "Dato"
PHONE_LABEL = "Tlf. dir."
EMAIL_LABEL = "E-mail"
CONTACT_LABEL = "Kontakt"
CASE_ID_LABEL = "Sagsid"
CENTRE_LABEL = "Ansvarligt center"
COMMITTEE_LABEL = "Ansvarligt udvalg"
CONTRIBUTOR_LABEL = "Væsentlig bidragsyder"
CONTRIBUTORS_LABEL = "Væsentlige bidragsydere"
MILESTONE_LABEL = "Milepæl"
FINANCES_LABEL = "Økonomi"
STATUS_LABEL = "Status"
TIME_LABEL = "Tid"
SMILEY_LABEL = "Smiley"
LONG_TYPE_LABEL = "Kort beskrivelse af indsatsen"
PAGE_LABEL = "Side"
CONTENTS = "Indholdsfortegnelse"
BETWEEN = "mellem"
SIGNATURES = "Underskrifter"
SIGNATURE_LABELS = {"name": "Navn", "office": "Hverv", "party": "Parti"}
SAVINGS_CODE_LABEL = "Nr."
SAVINGS_TITLE_LABEL = "Indsats"
INVESTMENT_LABEL = "Anlægs\u00adinvestering"
NOTE_LABEL = "Bemærkning"
GROUP_SUM_LABEL = "Sum"
WHOLE_SUM_LABEL = "I alt"
CALCULATED_MARK = "(beregnet)"
CALCULATED_NOTICE = (
    "Summer med ordet »beregnet« står ikke i den underskrevne aftale; de er regnet ud af tabellens egne beløb."
)
OVERVIEW = "Overblik"
# The first and the last line of an overview: between them nothing is data, all of it is counted from what follows.
OVERVIEW_NOTE = "Overblikket er talt op efter de smileyer, der står ved delelementerne på de følgende sider."
OVERVIEW_END = "Herefter følger delelementerne kapitel for kapitel."
NOT_YET_GIVEN = "Endnu ikke vurderet"
NO_LONGER_GIVEN = "Vurderes ikke, for delelementet er udgået"
DRAFT_LABEL = "UDKAST"

# The name of the attachment in which a PDF carries its edition as JSON.
SOURCE_DATA_FILE = "kildedata.json"

HAPPY_FACE = "\u263a"
NEUTRAL_FACE = "\U0001f610"
SAD_FACE = "\u2639"


def key(field: str) -> str:
    """The Danish key of a model field. Raises `KeyError` for a field without one."""
    return KEYS[field]


LAST_FOLLOWUP = 4
"""The number of the last follow-up of a year; the plan is 0."""


def followup_file(number: int) -> str:
    """The name of the file that holds follow-up `number` (0 is the plan) in a case folder."""
    return f"opfoelgning-{number}.yaml"


def field_path(*keys: str | int) -> str:
    """A path of Danish keys as the user sees it: `milepæle › 2`."""
    return FIELD_SEPARATOR.join(str(part) for part in keys)
