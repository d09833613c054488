"""The sheets of a whole case as one workbook: their names and headings, for the one who writes and the one who reads.

Headings are the Danish keys of the data with a capital letter and spaces: `Ansvarligt center`.
"""

from renderer.vocabulary import KEYS, key

AGREEMENT = "Aftale"
COMMITTEES = "Udvalg"
CENTRES = "Centre"
CHAPTERS = "Kapitler"
ITEMS = "Delelementer"
CHANGES = "Ændringer"
NEW_NAMES = "Nye navne"
FOLLOWUPS = "Opfølgninger"
STATUSES = "Status"
WAIVERS = "Undtagelser"
SIGNED = "Budgetaftale"
SIGNED_TEXT = "Aftalens tekst"
SIGNATORIES = "Underskrifter"
ANNEXES = "Bilag"
SAVINGS = "Besparelser"
SHEETS = (
    AGREEMENT, COMMITTEES, CENTRES, CHAPTERS, ITEMS, CHANGES, NEW_NAMES, FOLLOWUPS, STATUSES, WAIVERS, SIGNED,
    SIGNED_TEXT, SIGNATORIES, ANNEXES, SAVINGS,
)  # fmt: skip

FIELD, VALUE, HELP = "Felt", "Værdi", "Forklaring"
"""The columns of a sheet with one field a row; the last one is not read."""

CHAPTER, NAME_OF_ITEM = "Kapitel", "Delelement"
KIND, LEVEL = "Slags", "Niveau"
"""In the sheets whose rows are parts of different kinds: what a row is, and how deep a section lies."""

INTRODUCTION, CLOSING, SIGNED_CHAPTER, GROUP, POINT, SECTION = (
    "indledning", "afslutning", "kapitel", "underoverskrift", "punkt", "afsnit",
)  # fmt: skip
"""The kinds of rows of the signed agreement's text."""

ANNEX, ANNEX_GROUP, ROW, NOTE = "bilag", "kapitel", "række", "note"
"""The kinds of rows of the annexes."""

OVERVIEW, COMMITTEE, SAVINGS_CASE = "oversigt", "udvalg", "case"
"""The kinds of rows of the savings, beside notes."""

AGREEMENT_FIELDS: tuple[tuple[str, ...], ...] = (
    (key("title"),), (key("budget_year"),), (key("case_id"),),
    (key("organisation"), key("municipality")), (key("organisation"), key("department")),
    *((key("scales"), key(one), key(face)) for one in ("effort", "finances") for face in ("happy", "neutral", "sad")),
    (key("reading_guide"),), (key("finances_guide"),), (key("title_form"),), (key("plan_form"),),
    (key("committee_form"),), (key("type_label"),), (key("contributors_line"),), (key("smiley_words"),),
    (key("overview"),),
    *((key("deadlines"), number, key(day)) for number in "01234" for day in ("reporting", "meeting")),
)  # fmt: skip
"""The paths of the agreement's own fields, in their order on the sheet."""

SIGNED_FIELDS: tuple[tuple[str, ...], ...] = (
    (key("title"),), (key("period"),), (key("place"),), (key("date"),), (key("revised"),), (key("sender"),),
    (key("contact"), key("name")), (key("contact"), key("phone")), (key("contact"), key("email")), (key("parties"),),
)  # fmt: skip

ITEM_FIELDS = (
    "number", "title", "ref", "types", "centre", "committee", "contributors", "agreement_text", "description",
)  # fmt: skip
"""The item's own columns before its milestones and finances."""

CHANGE_FIELDS = ("followup", "centre", "committee", "reason")
"""The columns that say what a change of an item is, behind its ref and which kind of change it is."""

NEW_NAME_FIELDS = ("followup", "name", "new_name")
SECTION_FIELDS = ("number", "heading", "lead_in", "quotation", "text", "followed_up")
LISTS = frozenset({key("contributors"), key("parties")})
"""Fields that hold several names, one a line of the cell."""

DATES = frozenset(key(name) for name in ("date", "revised", "reporting", "meeting"))
MARKDOWN = frozenset(
    key(name)
    for name in (
        "reading_guide", "finances_guide", "introduction", "agreement_text", "description", "milestones", "finances",
        "status", "quotation", "text", "notes",
    )
)  # fmt: skip
"""Fields that hold running text."""

OWN_PROPERTY = "Aftalerapport sag"
"""The custom property by which a file says that it is a whole case."""

PATH_SEPARATOR = " › "


def label(*keys: str) -> str:
    """The heading or field name for a path of Danish keys: `Organisation › kommune`."""
    words = PATH_SEPARATOR.join(one.replace("_", " ") for one in keys)
    return words[:1].upper() + words[1:]


def heading(field: str) -> str:
    """The heading of a model field by its English name."""
    return label(KEYS[field])


def milestone_heading(number: int, *last: str) -> str:
    """`Milepæl 2`, or `Milepæl 2 smiley`."""
    return " ".join(("Milepæl", str(number), *last))


def finances_heading(last: str) -> str:
    """`Økonomi smiley`."""
    return f"{label(key('finances'))} {last}"
