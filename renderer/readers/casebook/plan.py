"""The agreement as it is planned: its own fields, lists of names, chapters and items."""

from collections.abc import Sequence
from dataclasses import dataclass

from renderer.findings import error
from renderer.model.checkpoint import Checkpoint
from renderer.readers.casebook.changes import read_changes
from renderer.readers.casebook.located import Located
from renderer.readers.casebook.sheets import CaseSheets, SheetRow
from renderer.readers.casebook.values import cell_value
from renderer.readers.workbook.table import comparable
from renderer.readers.yaml.validation import nearest
from renderer.vocabulary import case_sheets, key

_CHAPTER_FIELDS = ("number", "title", "introduction")


def read_agreement(sheets: CaseSheets) -> Located:
    """The data of `aftale.yaml`."""
    located = Located(sheets.book.name)
    read_fields(sheets, located, case_sheets.AGREEMENT, case_sheets.AGREEMENT_FIELDS)
    heading = case_sheets.heading("committees")
    for number, row in enumerate(sheets.rows(case_sheets.COMMITTEES, [heading])):
        located.put((key("committees"), number), row.text(heading), row.at(heading))
    _centres(sheets, located)
    chapters = _chapters(sheets, located)
    _items(sheets, located, chapters)
    read_changes(sheets, located)
    return located


def _centres(sheets: CaseSheets, located: Located) -> None:
    """The centres, and their e-mail addresses in a column that older workbooks do not have."""
    heading, email = case_sheets.heading("centres"), case_sheets.heading("email")
    for number, row in enumerate(sheets.rows(case_sheets.CENTRES, [heading, email], needed=1)):
        name = row.text(heading)
        located.put((key("centres"), number), name, row.at(heading))
        if address := row.text(email):
            located.put((key("centre_emails"), name), address, row.at(email))


def read_fields(sheets: CaseSheets, located: Located, name: str, paths: Sequence[tuple[str, ...]]) -> None:
    """The fields of a sheet with one field a row."""
    by_name = {comparable(case_sheets.label(*path)): path for path in paths}
    known = [case_sheets.label(*path) for path in paths]
    met: set[tuple[str, ...]] = set()
    headings = (case_sheets.FIELD, case_sheets.VALUE)
    for row in sheets.rows(name, headings, passed=(case_sheets.HELP,)):
        said, value = row.text(case_sheets.FIELD), row.cells.get(case_sheets.VALUE)
        path = by_name.get(comparable(said))
        if not said and value is None:
            continue
        if path is None:
            place = row.place(sheets.book.name, case_sheets.FIELD)
            hint = nearest(said, known, "Mente du »{}«?", "Felterne her hedder: {}.")
            sheets.findings.append(error("ukendt-felt", place, f"Feltet »{said}« findes ikke her.", hint))
        elif path in met:
            place = row.place(sheets.book.name, case_sheets.FIELD)
            message = f"Feltet »{said}« står to gange."
            sheets.findings.append(error("samme-felt-to-gange", place, message, "Slet det ene, eller saml de to."))
        elif value is not None:
            met.add(path)
            located.put(
                path, cell_value(value, path[-1] if path[-1] in _OWN_FORM else path[0]), row.at(case_sheets.VALUE)
            )
    located.locate((), (name, 1, 1))


_OWN_FORM = case_sheets.LISTS | case_sheets.DATES


@dataclass(frozen=True)
class _Chapters:
    """The positions of the chapters by every name, comparable, that only one of them has, and their whole names."""

    positions: dict[str, int]
    names: list[str]


def _chapters(sheets: CaseSheets, located: Located) -> _Chapters:
    headings = [case_sheets.heading(field) for field in _CHAPTER_FIELDS]
    names: dict[str, int] = {}
    whole_names: list[str] = []
    shared: set[str] = set()
    for position, row in enumerate(sheets.rows(case_sheets.CHAPTERS, headings)):
        path = (key("chapters"), position)
        located.put(path, {}, row.at())
        for field, heading in zip(_CHAPTER_FIELDS, headings, strict=True):
            if cell := row.cells.get(heading):
                located.put((*path, key(field)), cell_value(cell, key(field)), row.at(heading))
        number, title = (row.text(heading) for heading in headings[:2])
        bare = number.removesuffix(".")
        whole = f"{bare}. {title}" if bare else title
        name, count = whole, 1
        while name in names:
            count += 1
            name = f"{whole} ({count})"
        names[name] = position
        whole_names.append(name)
        for short in {bare, f"{bare}.", title} - {"", ".", name}:
            shared |= {short} if short in names and names[short] != position else set()
            names.setdefault(short, position)
    positions = {comparable(name): position for name, position in names.items() if name not in shared}
    return _Chapters(positions, whole_names)


def _items(sheets: CaseSheets, located: Located, chapters: _Chapters) -> None:
    fields: dict[str, tuple[str, ...]] = {
        case_sheets.heading(field): (key(field),) for field in case_sheets.ITEM_FIELDS
    }
    for point in Checkpoint:
        fields[case_sheets.milestone_heading(point.value)] = (key("milestones"), str(point.value))
    fields[case_sheets.heading("finances")] = (key("finances"),)
    counts: dict[int, int] = {}
    for row in sheets.rows(case_sheets.ITEMS, [case_sheets.CHAPTER, *fields]):
        position = chapters.positions.get(comparable(row.text(case_sheets.CHAPTER)))
        if position is None:
            _no_chapter(sheets, row, chapters.names)
            continue
        number = counts[position] = counts.get(position, -1) + 1
        path = (key("chapters"), position, key("items"), number)
        located.put(path, {}, row.at())
        for heading, within in fields.items():
            if cell := row.cells.get(heading):
                located.put((*path, *within), cell_value(cell, within[0]), row.at(heading))


def _no_chapter(sheets: CaseSheets, row: SheetRow, known: list[str]) -> None:
    said = row.text(case_sheets.CHAPTER)
    place = row.place(sheets.book.name, case_sheets.CHAPTER)
    message = f"Der er ikke et kapitel »{said}« i arket {case_sheets.CHAPTERS}." if said else "Kapitlet mangler."
    hint = f"Skriv kapitlerne i arket {case_sheets.CHAPTERS}, og kapitlets navn her."
    if known:
        hint = nearest(said, known, "Mente du »{}«?", "Skriv et af dem: {}.")
    sheets.findings.append(error("ukendt-kapitel", place, message, hint))
