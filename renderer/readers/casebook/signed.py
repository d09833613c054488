"""The signed agreement: its fields, its text as rows of different kinds in printed order, and its figures."""

from collections.abc import Callable

from renderer.findings import error
from renderer.readers.casebook.located import Located
from renderer.readers.casebook.plan import read_fields
from renderer.readers.casebook.sheets import CaseSheets, SheetRow, is_year
from renderer.readers.casebook.values import cell_value
from renderer.readers.yaml.data import Path
from renderer.readers.yaml.validation import nearest
from renderer.vocabulary import case_sheets, key

_Add = Callable[[SheetRow, str], Path | None]
"""Gives a row of a kind its place in the data; `None` where it cannot stand there."""


def read_signed(sheets: CaseSheets) -> Located | None:
    """The data of `budgetaftale.yaml`; `None` where the workbook has nothing of it."""
    located = Located(sheets.book.name)
    read_fields(sheets, located, case_sheets.SIGNED, case_sheets.SIGNED_FIELDS)
    _text(sheets, located)
    headings = {case_sheets.heading(field): key(field) for field in ("name", "party", "office")}
    for number, row in enumerate(sheets.rows(case_sheets.SIGNATORIES, list(headings))):
        path = (key("signatories"), number)
        located.put(path, {}, row.at())
        for heading, field in headings.items():
            if cell := row.cells.get(heading):
                located.put((*path, field), cell_value(cell, field), row.at(heading))
    _annexes(sheets, located)
    _savings(sheets, located)
    return located if located.data else None


class _Outline:
    """The tree that rows of different kinds make by their order."""

    def __init__(self, sheets: CaseSheets, located: Located) -> None:
        self._sheets, self._located = sheets, located
        self._counts: dict[Path, int] = {}
        self.open: dict[str, Path] = {}

    def next(self, *path: str | int) -> Path:
        """The path of the next part of a list."""
        number = self._counts[path] = self._counts.get(path, -1) + 1
        return (*path, number)

    def begin(self, row: SheetRow, path: Path) -> None:
        """Put an empty part at a path."""
        self._located.put(path, {}, row.at())

    def out_of_place(self, row: SheetRow, kind: str, known: tuple[str, ...]) -> None:
        """Tell of a row whose kind is unknown, or that has nothing above it to belong to."""
        place = row.place(self._sheets.book.name, case_sheets.KIND)
        if kind in known:
            message = f"Rækken er et »{kind}«, men der står ikke noget over den, som den kan høre til."
            hint = "Flyt rækken ned under det, den hører til."
        else:
            message = f"»{kind}« er ikke en slags række, der kan stå her." if kind else "Rækkens slags mangler."
            hint = nearest(kind, list(known), "Mente du »{}«?", "Skriv et af ordene: {}.")
        self._sheets.findings.append(error("række-uden-sted", place, message, hint))


_TEXT_KINDS = (
    case_sheets.INTRODUCTION, case_sheets.SIGNED_CHAPTER, case_sheets.GROUP, case_sheets.POINT, case_sheets.SECTION,
    case_sheets.CLOSING,
)  # fmt: skip


def _text(sheets: CaseSheets, located: Located) -> None:
    headings = {case_sheets.heading(field): key(field) for field in case_sheets.SECTION_FIELDS}
    tree = _Outline(sheets, located)
    for row in sheets.rows(case_sheets.SIGNED_TEXT, [case_sheets.KIND, case_sheets.LEVEL, *headings]):
        kind = row.text(case_sheets.KIND).casefold()
        path = _text_path(tree, row, kind)
        if path is None:
            tree.out_of_place(row, kind, _TEXT_KINDS)
            continue
        tree.begin(row, path)
        titled = kind in (case_sheets.SIGNED_CHAPTER, case_sheets.POINT)
        for heading, field in headings.items():
            if cell := row.cells.get(heading):
                named = key("title") if titled and field == key("heading") else field
                located.put((*path, named), cell_value(cell, field), row.at(heading))


def _text_path(tree: _Outline, row: SheetRow, kind: str) -> Path | None:
    match kind:
        case case_sheets.INTRODUCTION | case_sheets.CLOSING:
            return _section(tree, row, (key("introduction" if kind == case_sheets.INTRODUCTION else "closing"),))
        case case_sheets.SIGNED_CHAPTER:
            tree.open = {"chapter": tree.next(key("chapters"))}
            return tree.open["chapter"]
        case case_sheets.GROUP if "chapter" in tree.open:
            tree.open = {
                "chapter": tree.open["chapter"],
                "group": tree.next(*tree.open["chapter"], key("groups")),
            }
            return tree.open["group"]
        case case_sheets.POINT if "chapter" in tree.open:
            around = tree.open.get("group", tree.open["chapter"])
            tree.open["point"] = tree.next(*around, key("points"))
            return tree.open["point"]
        case case_sheets.SECTION if "point" in tree.open:
            return _section(tree, row, (*tree.open["point"], key("sections")))
    return None


def _section(tree: _Outline, row: SheetRow, root: Path) -> Path | None:
    """A section by its level: one deeper than the section above belongs to it."""
    said = row.text(case_sheets.LEVEL) or "1"
    level = int(said) if said.isascii() and said.isdigit() and len(said) < 3 else 0
    around = root if level == 1 else tree.open.get(f"{root} {level - 1}")
    if around is None:
        return None
    path = tree.next(*root) if level == 1 else tree.next(*around, key("sections"))
    tree.open = {name: one for name, one in tree.open.items() if not _deeper(name, root, level)}
    tree.open[f"{root} {level}"] = path
    return path


def _deeper(name: str, root: Path, level: int) -> bool:
    start = f"{root} "
    return name.startswith(start) and int(name.removeprefix(start)) > level


_ANNEX_FIELDS = ("budget_type", "number", "title", "unit", "note")


def _annexes(sheets: CaseSheets, located: Located) -> None:
    headings = {case_sheets.heading(field): key(field) for field in _ANNEX_FIELDS}
    tree = _Outline(sheets, located)
    kinds = (case_sheets.ANNEX, case_sheets.ANNEX_GROUP, case_sheets.ROW, case_sheets.NOTE)
    for row in sheets.rows(case_sheets.ANNEXES, [case_sheets.KIND, *headings], years=True):
        kind = row.text(case_sheets.KIND).casefold()
        path = _annex_path(tree, row, kind)
        if path is None:
            tree.out_of_place(row, kind, kinds)
        elif kind == case_sheets.NOTE:
            _note(located, row, path)
        else:
            tree.begin(row, path)
            _filled(located, row, path, headings)
            _amounts(located, row, (*path, key("amounts" if kind == case_sheets.ROW else "total")))


def _annex_path(tree: _Outline, row: SheetRow, kind: str) -> Path | None:
    match kind:
        case case_sheets.ANNEX:
            tree.open = {"annex": tree.next(key("annexes"))}
            return tree.open["annex"]
        case case_sheets.ANNEX_GROUP if "annex" in tree.open:
            tree.open["group"] = tree.next(*tree.open["annex"], key("groups"))
            return tree.open["group"]
        case case_sheets.ROW if "annex" in tree.open:
            if "group" not in tree.open:
                tree.open["group"] = tree.next(*tree.open["annex"], key("groups"))
                tree.begin(row, tree.open["group"])
            return tree.next(*tree.open["group"], key("rows"))
        case case_sheets.NOTE if "annex" in tree.open:
            return tree.next(*tree.open["annex"], key("notes"))
    return None


def _savings(sheets: CaseSheets, located: Located) -> None:
    fields = ("code", "title", "unit", "note")
    headings = {case_sheets.heading(field): key(field) for field in fields}
    investment = case_sheets.heading("investment")
    tree = _Outline(sheets, located)
    kinds = (case_sheets.OVERVIEW, case_sheets.COMMITTEE, case_sheets.SAVINGS_CASE, case_sheets.NOTE)
    for row in sheets.rows(case_sheets.SAVINGS, [case_sheets.KIND, *headings, investment], years=True):
        kind = row.text(case_sheets.KIND).casefold()
        path = _savings_path(tree, row, kind)
        if path is None:
            tree.out_of_place(row, kind, kinds)
        elif kind == case_sheets.NOTE:
            _note(located, row, path)
        else:
            if path != (key("savings"),):
                tree.begin(row, path)
            named = {
                **headings,
                case_sheets.heading("title"): key("committee" if kind == case_sheets.COMMITTEE else "title"),
            }
            _filled(located, row, path, named)
            alone = kind == case_sheets.SAVINGS_CASE
            _amounts(located, row, (*path, key("amounts" if alone else "total")))
            if cell := row.cells.get(investment):
                field = key("investment" if alone else "investment_total")
                located.put((*path, field), cell.text.strip(), row.at(investment))


def _savings_path(tree: _Outline, row: SheetRow, kind: str) -> Path | None:
    root: Path = (key("savings"),)
    match kind:
        case case_sheets.OVERVIEW if "overview" not in tree.open:
            tree.open = {"overview": root}
            return root
        case case_sheets.COMMITTEE:
            tree.open["group"] = tree.next(*root, key("groups"))
            return tree.open["group"]
        case case_sheets.SAVINGS_CASE:
            if "group" not in tree.open:
                tree.open["group"] = tree.next(*root, key("groups"))
                tree.begin(row, tree.open["group"])
            return tree.next(*tree.open["group"], key("cases"))
        case case_sheets.NOTE:
            return tree.next(*root, key("notes"))
    return None


def _note(located: Located, row: SheetRow, path: Path) -> None:
    heading = case_sheets.heading("note")
    cell = row.cells.get(heading)
    located.put(path, cell_value(cell, key("notes")) if cell else "", row.at(heading))


def _filled(located: Located, row: SheetRow, path: Path, headings: dict[str, str]) -> None:
    for heading, field in headings.items():
        if cell := row.cells.get(heading):
            located.put((*path, field), cell_value(cell, field), row.at(heading))


def _amounts(located: Located, row: SheetRow, path: Path) -> None:
    for heading, cell in row.cells.items():
        if is_year(heading):
            located.put((*path, heading), cell.text.strip(), row.at(heading))
