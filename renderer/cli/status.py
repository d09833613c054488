"""`aftalerapport status FOLDER`: the smileys as a table."""

from pathlib import Path

import typer
from rich import box
from rich.table import Table
from rich.text import Text

from renderer.cli.output import console, print_json
from renderer.journeys.open_case import open_case
from renderer.journeys.status import StatusRow, status_rows
from renderer.model.smiley import Smiley
from renderer.vocabulary import HAPPY_FACE, NEUTRAL_FACE, SAD_FACE

_FACES = {
    Smiley.HAPPY: (f"{HAPPY_FACE} glad", "green"),
    Smiley.NEUTRAL: (f"{NEUTRAL_FACE} mellem", "yellow"),
    Smiley.SAD: (f"{SAD_FACE} sur", "red"),
}


def show_status(
    folder: Path = typer.Argument(..., metavar="FOLDER", help="Sagsmappen med aftale.yaml."),
    followup: int | None = typer.Option(
        None, "--followup", min=0, max=4, metavar="N", help="Opfølgningens nummer; ellers den nyeste."
    ),
    committee: str | None = typer.Option(None, "--committee", metavar="NAME", help="Kun dette udvalgs delelementer."),
    as_json: bool = typer.Option(False, "--json", help="Skriv rækkerne som JSON."),
) -> None:
    """Vis smileyerne som en tabel."""
    case = open_case(folder, followup).case
    rows = status_rows(case, followup, committee)
    if as_json:
        print_json([row.as_json() for row in rows])
    else:
        console().print(_table(rows))


def _table(rows: list[StatusRow]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in ("Nummer", "Titel", "1.", "2.", "3.", "31.12.", "Økonomi"):
        table.add_column(heading, overflow="fold")
    chapter = ""
    for row in rows:
        if row.chapter != chapter:
            table.add_row("", Text(row.chapter, style="bold"))
            chapter = row.chapter
        faces = [_face(smiley) for smiley in (*row.smileys, row.finances)]
        table.add_row(row.item.number or "", row.item.title, *faces)
    return table


def _face(smiley: Smiley | None) -> Text:
    if smiley is None:
        return Text("–", style="dim")
    words, colour = _FACES[smiley]
    return Text(words, style=colour)
