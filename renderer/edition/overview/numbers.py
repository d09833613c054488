"""The numbers of an overview for programs: rows for a spreadsheet, and everything as plain data with Danish keys."""

from collections.abc import Iterator

from renderer.edition.overview.blocks import (
    Count,
    CountLine,
    CountTable,
    GoneItem,
    ItemList,
    ListKind,
    Mark,
    Overview,
    Told,
)
from renderer.model.tidying import plain_spaces

COLUMNS = (
    "tabel", "række", "smiley for", "glad", "mellemfornøjet", "sur", "ikke vurderet", "bedre", "dårligere",
)  # fmt: skip
_LISTS = {ListKind.WORSE: "dårligere", ListKind.BETTER: "bedre", ListKind.SAD: "sure"}
_MARKS = (Mark.HAPPY, Mark.NEUTRAL, Mark.SAD, Mark.OPEN)


def rows(overview: Overview) -> Iterator[tuple[str | int, ...]]:
    """The counts: a row for effort and one for finances of each line, as `COLUMNS` says; the empty text is unknown."""
    for table in (*overview.counts, overview.development):
        for line in _lines(table):
            head = (table.label_label, plain_spaces(line.label))
            effort, finances = _moves(line)
            yield (*head, table.effort_label, *(line.effort.of(mark) for mark in _MARKS), *effort)
            if table.finances_marks and line.finances:
                yield (*head, table.finances_label, *(line.finances.of(mark) for mark in _MARKS), *finances)


def as_data(overview: Overview) -> dict[str, object]:
    """Counts, items and lists; a smiley that is not given is `None`."""
    return {
        "tællinger": [_table(table) for table in (*overview.counts, overview.development)],
        "delelementer": [
            {
                "ref": line.ref,
                "titel": plain_spaces(line.heading),
                "kapitel": plain_spaces(group.heading),
                "smileyer": [_smiley(mark) for mark in line.effort],
                "økonomi": _smiley(line.finances),
            }
            for group in overview.strip.groups
            for line in group.lines
        ],
        **{_LISTS[listed.kind]: _listed(listed) for listed in overview.lists},
        **({"udgåede": [_gone(item) for item in overview.gone.items]} if overview.gone else {}),
    }


def _lines(table: CountTable) -> tuple[CountLine, ...]:
    return (*table.lines, *([table.total] if table.total else []))


def _moves(line: CountLine) -> tuple[tuple[int | str, int | str], tuple[int | str, int | str]]:
    """How many are better and worse, for effort and for finances."""
    of_finances = line.finances_better, line.finances_worse
    if line.better is None or line.worse is None or of_finances[0] is None or of_finances[1] is None:
        return ("", ""), ("", "")
    return (line.better - of_finances[0], line.worse - of_finances[1]), (of_finances[0], of_finances[1])


def _table(table: CountTable) -> dict[str, object]:
    return {
        "tabel": table.label_label,
        "rækker": [
            {
                "række": plain_spaces(line.label),
                "indsats": _count(line.effort),
                "økonomi": _count(line.finances) if line.finances and table.finances_marks else None,
                "bedre": line.better,
                "dårligere": line.worse,
            }
            for line in _lines(table)
        ],
    }


def _count(count: Count) -> dict[str, int]:
    names = (*COLUMNS[3:6], "ikke_vurderet")
    return {name: count.of(mark) for name, mark in zip(names, _MARKS, strict=True)}


def _listed(listed: ItemList) -> list[dict[str, object]]:
    return [
        {
            "ref": item.ref,
            "titel": plain_spaces(item.heading),
            "ansvarligt_center": plain_spaces(item.centre) or None,
            "smiley_for": item.about,
            **({"før": _told(item.before)} if item.before else {}),
            "nu": _told(item.now),
        }
        for item in listed.items
    ]


def _gone(item: GoneItem) -> dict[str, object]:
    return {
        "ref": item.ref,
        "titel": plain_spaces(item.heading),
        "ansvarligt_center": plain_spaces(item.centre) or None,
        "opfølgning": item.followup,
        "begrundelse": plain_spaces(item.reason),
    }


def _told(said: Told) -> dict[str, str | None]:
    return {"smiley": said.mark.value, "tidspunkt": plain_spaces(said.time) or None}


def _smiley(mark: Mark) -> str | None:
    return None if mark in (Mark.OPEN, Mark.NONE) else mark.value
