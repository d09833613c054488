"""`aftalerapport collect FOLDER --followup N -o FOLDER`: a workbook for every centre with what is due."""

from pathlib import Path

import typer

from renderer.cli.output import findings_json, print_json, show_findings
from renderer.journeys.case_files import folder_files


def collect_statuses(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Sagsmappen med aftale.yaml."),
    followup: int = typer.Option(
        ...,
        "--followup",
        min=0,
        max=4,
        metavar="NUMMER",
        help="Nummeret på den opfølgning, centrene skal melde til; 0 er udmøntningen.",
    ),
    output: Path = typer.Option(..., "--output", "-o", metavar="MAPPE", help="Mappen, regnearkene skrives i."),
    center: str | None = typer.Option(None, "--center", metavar="NAVN", help="Kun regnearket til dette center."),
    all_in_one: bool = typer.Option(False, "--all-in-one", help="Ét regneark med et ark til hvert center."),
    overwrite: bool = typer.Option(
        False, "--overwrite", help="Erstat også regneark i mappen, som nogen har udfyldt; svarene i dem går tabt."
    ),
    as_json: bool = typer.Option(False, "--json", help="Skriv filnavne og anmærkninger som JSON."),
) -> None:
    """Dan et regneark til hvert center, som skal udfyldes og sendes tilbage."""
    from renderer.journeys.collecting.collect import Wanted, collect

    collected = collect(folder_files(folder), followup, output, Wanted(center, all_in_one, overwrite))
    if as_json:
        files = [{"fil": str(one.path), "center": one.centre, "rækker": one.rows} for one in collected.files]
        print_json({"filer": files, **findings_json(collected.findings)})
        return
    show_findings(collected.findings)
    for one in collected.files:
        print(one.path)
