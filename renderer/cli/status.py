"""`aftalerapport status FOLDER`: the smileys as a table."""

from pathlib import Path

import typer

from renderer.cli.output import console, print_json
from renderer.journeys.case_files import folder_files


def show_status(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Sagsmappen med aftale.yaml."),
    followup: int | None = typer.Option(
        None, "--followup", min=0, max=4, metavar="NUMMER", help="Opfølgningens nummer; ellers den nyeste."
    ),
    committee: str | None = typer.Option(None, "--committee", metavar="NAVN", help="Kun dette udvalgs delelementer."),
    as_json: bool = typer.Option(False, "--json", help="Skriv rækkerne som JSON."),
) -> None:
    """Vis smileyerne som en tabel."""
    from renderer.cli.status_table import gone_lines, status_table
    from renderer.journeys.open_case import open_case
    from renderer.journeys.status import gone, status_rows

    case = open_case(folder_files(folder), followup).case
    rows = status_rows(case, followup, committee)
    if as_json:
        print_json([row.as_json() for row in rows])
    else:
        console().print(status_table(rows))
        if given_up := gone(case, followup, committee):
            console().print(gone_lines(given_up))
