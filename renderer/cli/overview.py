"""`aftalerapport overview FOLDER`: the smileys counted, on a terminal or as numbers for a spreadsheet."""

import sys
from pathlib import Path

import typer

from renderer.cli.output import console, print_json, show_findings
from renderer.errors import WrongCall
from renderer.journeys.case_files import folder_files


def show_overview(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Sagsmappen med aftale.yaml."),
    followup: int | None = typer.Option(
        None, "--followup", min=1, max=4, metavar="NUMMER", help="Opfølgningens nummer; ellers den nyeste."
    ),
    committee: str | None = typer.Option(
        None, "--committee", metavar="NAVN", help="Kun dette udvalgs delelementer; ellers hele kommunen."
    ),
    formats: str | None = typer.Option(
        None, "--format", metavar="csv,json", help="Tallene som csv, json eller begge, adskilt af komma."
    ),
    output: Path | None = typer.Option(
        None, "--output", "-o", metavar="MAPPE", help="Mappen, tallene skrives i; ellers vises de her."
    ),
    as_json: bool = typer.Option(False, "--json", help="Skriv tallene som JSON, som --format json gør."),
) -> None:
    """Vis overblikket over en opfølgning: smileyerne talt op, og hvad der er blevet dårligere og bedre."""
    from renderer.cli.overview_tables import overview_parts
    from renderer.journeys.overview import FORMATS, known_formats, overview, write_overview

    wanted = known_formats(_names(formats) if formats is not None else ("csv",) if output else ())
    if output is None and len(wanted) > 1:
        raise WrongCall("Kun ét format kan vises ad gangen.", "Skriv -o og en mappe, eller vælg ét format.")
    found = overview(folder_files(folder), followup, committee)
    if not as_json and not wanted:
        show_findings(found.findings)
    if output is not None:
        files = write_overview(found, wanted, output)
        if as_json:
            print_json({"filer": [str(path) for path in files], **found.as_json()})
        else:
            print(*files, sep="\n")
    elif as_json:
        print_json(found.as_json())
    elif wanted:
        sys.stdout.write(FORMATS[wanted[0]](found).decode("utf-8-sig").replace("\r\n", "\n"))
    else:
        out = console()
        for part in overview_parts(found.overview):
            out.print(part)


def _names(formats: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip().lower() for name in formats.split(",") if name.strip()))
