"""`aftalerapport export FOLDER -o FILE.xlsx`: a whole case as one workbook, which `import` reads again."""

from pathlib import Path

import typer

from renderer.cli.output import findings_json, print_json, show_findings
from renderer.journeys.case_files import folder_files


def export_case(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Sagsmappen med aftale.yaml."),
    output: Path = typer.Option(..., "--output", "-o", metavar="FIL.xlsx", help="Regnearket, sagen skrives i."),
    as_json: bool = typer.Option(False, "--json", help="Skriv filnavn og anmærkninger som JSON."),
) -> None:
    """Skriv hele sagen som ét regneark, der kan læses ind igen."""
    from renderer.journeys.case_workbook import export

    path, findings = export(folder_files(folder), output)
    if as_json:
        print_json({"filer": [str(path)], **findings_json(findings)})
        return
    show_findings(findings)
    print(path)
