"""What the workbooks that centres fill in are marked with, so that their writer and their reader agree; plain data.

A row is known by its key, wherever it is moved: case id, follow-up, checkpoint (or `økonomi`, or `plan`) and the item's
ref, joined by `|`. A column is known by its heading.
"""

SHEET = "Opfølgning"
PLAN_SHEET = "Udmøntning"
INSTRUCTION_SHEET = "Vejledning"
LIST_SHEET = "Valg"
DATA_SHEET = "Data"
"""Sheets by name; of the first two a workbook has one, and the last two are hidden.

The last one holds the record as JSON, cut over the cells of column A.
"""

RECORD_MARK = "Aftalerapport indsamling 1"
"""What stands in the first cell of the sheet that holds the record."""

NUMBER = "Nr."
TITLE = "Delelement"
AGREEMENT_TEXT = "Aftaletekst"
TIME = "Tidspunkt"
MILESTONE = "Milepæl"
LAST_REPORT = "Sidst meldt"
SMILEY = "Indsats, smiley"
STATUS = "Indsats, status"
FINANCES = "Økonomi"
LAST_FINANCES = "Økonomi, sidst meldt"
FINANCES_SMILEY = "Økonomi, smiley"
FINANCES_STATUS = "Økonomi, status"
KEY = "Nøgle"

HEADINGS = (
    NUMBER, TITLE, AGREEMENT_TEXT, TIME, MILESTONE, LAST_REPORT, SMILEY, STATUS, FINANCES, LAST_FINANCES,
    FINANCES_SMILEY, FINANCES_STATUS, KEY,
)  # fmt: skip
"""The headings in their order."""

OLDER_HEADINGS = {"Smiley": SMILEY, "Status": STATUS}
"""What columns were called in workbooks that earlier versions sent out; they are still out, and come back."""

ANSWERS = (SMILEY, STATUS, FINANCES_SMILEY, FINANCES_STATUS)
"""The columns to fill in."""

DESCRIPTION = "Beskrivelse"
MILESTONES = {1: "Milepæl 1", 2: "Milepæl 2", 3: "Milepæl 3", 4: "Milepæl 4"}

PLAN_HEADINGS = (NUMBER, TITLE, AGREEMENT_TEXT, DESCRIPTION, *MILESTONES.values(), FINANCES, KEY)
"""The headings of a workbook that asks for the plan, in their order: one row for each item."""

PLAN_ANSWERS = (DESCRIPTION, *MILESTONES.values(), FINANCES)
"""The columns of it to fill in."""

NOT_ASKED = "–"
"""What stands where nothing is to be filled in."""

NO_CENTRE = "Uden ansvarligt center"
"""Who items belong to whose centre is not decided."""

FINANCES_ONLY = "økonomi"
"""Stands for the checkpoint in the key of a row that asks about finances alone."""

PLAN_ONLY = "plan"
"""Stands for the checkpoint in the key of a row that asks for the plan of an item."""

PROPERTY_IDENTITY = "IndsamlingId"
PROPERTY_CASE_ID = "Sagsid"
PROPERTY_FOLLOWUP = "Opfølgning"
PROPERTY_CENTRE = "Center"
PROPERTY_DIGEST = "Teksternes kontrolsum"
PROPERTY_VERSION = "Programversion"
"""The custom document properties by which a workbook knows itself even where its record is gone."""

LONGEST_CELL = 32_767
"""Characters that a cell can hold (Excel's limit)."""

LONGEST_SHEET_NAME = 31


def row_key(case_id: str, followup: int, checkpoint: int | None, ref: str) -> str:
    """The key of a row: `00.30.00-S00-9-16|2|2|5.08.2`; follow-up 0 is the plan."""
    point = str(checkpoint) if checkpoint else FINANCES_ONLY if followup else PLAN_ONLY
    return "|".join((case_id, str(followup), point, ref))
