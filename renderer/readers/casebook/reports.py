"""Follow-ups with what was reported in them, and the findings that are accepted."""

from renderer.findings import error
from renderer.model.checkpoint import Checkpoint
from renderer.readers.casebook.located import Located
from renderer.readers.casebook.sheets import CaseSheets, SheetRow
from renderer.readers.casebook.values import cell_value
from renderer.vocabulary import case_sheets, key

_CONTACT = ("name", "phone", "email")
_WAIVER = ("code", "place", "reason")


def read_followups(sheets: CaseSheets) -> dict[str, Located]:
    """The data of each `opfoelgning-N.yaml`, by the number that stands there."""
    followups: dict[str, Located] = {}
    own: dict[str, tuple[str, ...]] = {case_sheets.heading(field): (key(field),) for field in ("followup", "date")}
    own |= {case_sheets.heading(field): (key("contact"), key(field)) for field in _CONTACT}
    for row in sheets.rows(case_sheets.FOLLOWUPS, list(own)):
        number = row.text(case_sheets.heading("followup"))
        if number in followups:
            _twice(sheets, row, case_sheets.heading("followup"), f"Opfølgning {number} står to gange.")
            continue
        located = followups[number] = Located(sheets.book.name)
        located.locate((), row.at())
        for heading, path in own.items():
            if cell := row.cells.get(heading):
                located.put(path, cell_value(cell, path[-1]), row.at(heading))
    _statuses(sheets, followups)
    return followups


def _statuses(sheets: CaseSheets, followups: dict[str, Located]) -> None:
    number_heading, ref_heading = case_sheets.heading("followup"), case_sheets.heading("ref")
    reports = _reports()
    headings = [number_heading, ref_heading, *reports]
    for row in sheets.rows(case_sheets.STATUSES, headings, passed=(case_sheets.NAME_OF_ITEM,)):
        number, ref = row.text(number_heading), row.text(ref_heading)
        located = followups.get(number)
        if located is None or not ref:
            _homeless(sheets, row, number, list(followups))
            continue
        if ref in located.data.get(key("statuses"), {}):
            _twice(sheets, row, ref_heading, f"»{ref}« står to gange i opfølgning {number}.")
            continue
        path = (key("statuses"), ref)
        located.put(path, {}, row.at(ref_heading))
        for heading, within in reports.items():
            if cell := row.cells.get(heading):
                located.put((*path, *within), cell_value(cell, within[-1]), row.at(heading))


def _reports() -> dict[str, tuple[str, ...]]:
    """The paths of smileys and statuses by their headings."""
    found: dict[str, tuple[str, ...]] = {}
    for last in (key("smiley"), key("status")):
        for point in Checkpoint:
            found[case_sheets.milestone_heading(point.value, last)] = (key("milestones"), str(point.value), last)
        found[case_sheets.finances_heading(last)] = (key("finances"), last)
    return found


def _homeless(sheets: CaseSheets, row: SheetRow, number: str, known: list[str]) -> None:
    if row.text(case_sheets.heading("ref")):
        place = row.place(sheets.book.name, case_sheets.heading("followup"))
        message = f"Arket {case_sheets.FOLLOWUPS} har ikke opfølgning »{number}«."
        hint = f"Skriv et af numrene: {', '.join(known)}." if known else "Tilføj opfølgningen dér."
    else:
        place = row.place(sheets.book.name)
        message, hint = "Rækken siger ikke, hvilket delelement den gælder.", "Skriv delelementets ref."
    sheets.findings.append(error("række-uden-sted", place, message, hint))


def _twice(sheets: CaseSheets, row: SheetRow, heading: str, message: str) -> None:
    place = row.place(sheets.book.name, heading)
    sheets.findings.append(
        error("række-to-gange-i-sagen", place, message, "Slet den ene af rækkerne, eller saml de to.")
    )


def read_waivers(sheets: CaseSheets) -> Located:
    """The data of `tjek.yaml`."""
    located = Located(sheets.book.name)
    headings = {case_sheets.heading(field): key(field) for field in _WAIVER}
    for number, row in enumerate(sheets.rows(case_sheets.WAIVERS, list(headings))):
        path = (key("waivers"), number)
        located.put(path, {}, row.at())
        for heading, field in headings.items():
            if cell := row.cells.get(heading):
                located.put((*path, field), cell_value(cell, field), row.at(heading))
    return located
