"""What changes about the agreement in the middle of the year: items given up or moved, and new names."""

from renderer.findings import error
from renderer.readers.casebook.located import Located
from renderer.readers.casebook.sheets import CaseSheets, SheetRow
from renderer.readers.casebook.values import cell_value
from renderer.readers.yaml.data import Path
from renderer.readers.yaml.places import item_and_field, part_at
from renderer.readers.yaml.references import item_paths
from renderer.readers.yaml.validation import nearest
from renderer.vocabulary import case_sheets, key

_GIVEN_UP, _MOVES, _NEW_NAMES = (key(name) for name in ("given_up", "moves", "new_names"))


def read_changes(sheets: CaseSheets, located: Located) -> None:
    """The changes of items, each put where it stands in `aftale.yaml`, and the new names."""
    ref, kind = case_sheets.heading("ref"), case_sheets.KIND
    fields = {case_sheets.heading(field): key(field) for field in case_sheets.CHANGE_FIELDS}
    items = {item_and_field(located.data, path)[0] or "": path for path in item_paths(located.data)}
    for row in sheets.rows(case_sheets.CHANGES, [ref, kind, *fields], passed=(case_sheets.NAME_OF_ITEM,)):
        item = items.get(row.text(ref))
        if item is None:
            _refuse(sheets, row, ref, f"Sagen har ikke et delelement »{row.text(ref)}«.", list(items))
        elif row.text(kind).casefold() == _MOVES:
            moved = part_at(located.data, (*item, _MOVES))
            _put(located, row, (*item, _MOVES, len(moved) if isinstance(moved, list) else 0), fields)
        elif row.text(kind).casefold() != _GIVEN_UP:
            _refuse(sheets, row, kind, f"»{row.text(kind)}« er ikke en ændring.", [_GIVEN_UP, _MOVES])
        elif part_at(located.data, (*item, _GIVEN_UP)) is not None:
            place, message = row.place(sheets.book.name, ref), f"»{row.text(ref)}« er udgået to gange."
            sheets.findings.append(error("række-to-gange-i-sagen", place, message, "Slet den ene af rækkerne."))
        else:
            _put(located, row, (*item, _GIVEN_UP), fields)
    fields = {case_sheets.heading(field): key(field) for field in case_sheets.NEW_NAME_FIELDS}
    for number, row in enumerate(sheets.rows(case_sheets.NEW_NAMES, list(fields))):
        _put(located, row, (_NEW_NAMES, number), fields)


def _put(located: Located, row: SheetRow, path: Path, fields: dict[str, str]) -> None:
    located.put(path, {}, row.at())
    for heading, field in fields.items():
        if cell := row.cells.get(heading):
            located.put((*path, field), cell_value(cell, field), row.at(heading))


def _refuse(sheets: CaseSheets, row: SheetRow, heading: str, message: str, known: list[str]) -> None:
    hint = nearest(row.text(heading), known, "Mente du »{}«?", "Skriv et af: {}.")
    sheets.findings.append(error("række-uden-sted", row.place(sheets.book.name, heading), message, hint))
