"""`aftalerapport missing FOLDER`: who still owes what, as a list, as JSON, or as e-mails to be sent."""

from pathlib import Path

import typer

from renderer.cli.output import console, print_json
from renderer.cli.today import today
from renderer.journeys.case_files import folder_files


def show_missing(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Sagsmappen med aftale.yaml."),
    followup: int | None = typer.Option(
        None,
        "--followup",
        min=0,
        max=4,
        metavar="NUMMER",
        help="Opfølgningens nummer; 0 er udmøntningen; ellers den nyeste.",
    ),
    mail: Path | None = typer.Option(
        None, "--mail", metavar="MAPPE", help="Skriv en mail til hvert center, der mangler noget, i denne mappe."
    ),
    day: str | None = typer.Option(
        None, "--today", metavar="DATO", help="Regn fristerne fra denne dag, fx 2018-06-15; ellers fra i dag."
    ),
    as_json: bool = typer.Option(False, "--json", help="Skriv listen som JSON."),
) -> None:
    """Vis, hvad hvert center mangler at melde, og hvor længe der er til fristerne."""
    from renderer.cli.missing_list import missing_parts
    from renderer.journeys.collecting.missing import missing
    from renderer.journeys.collecting.remind import write_reminders
    from renderer.journeys.typed_day import typed_day

    found = missing(folder_files(folder), followup, typed_day(day) if day is not None else today())
    files = write_reminders(found, mail) if mail is not None else []
    if as_json:
        print_json({**found.as_json(), **({"mails": [str(path) for path in files]} if mail is not None else {})})
        return
    out = console(errors=mail is not None)
    for part in missing_parts(found):
        out.print(part)
    for path in files:
        print(path)
