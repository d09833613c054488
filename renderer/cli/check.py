"""`aftalerapport check FOLDER`: every finding, with its place and what to do."""

from pathlib import Path

import typer

from renderer.cli.output import console, findings_json, print_json, show_findings
from renderer.findings import Severity


def check_case(
    folder: Path = typer.Argument(..., metavar="FOLDER", help="Sagsmappen med aftale.yaml."),
    strict: bool = typer.Option(False, "--strict", help="Lad også advarsler standse (udgangskode 1)."),
    as_json: bool = typer.Option(False, "--json", help="Skriv anmærkningerne som JSON."),
) -> None:
    """Tjek en sag: Alle anmærkninger med sted og råd."""
    from renderer.journeys.check import check_folder

    findings = check_folder(folder)
    if as_json:
        print_json(findings_json(findings))
    else:
        show_findings(findings)
        errors = sum(finding.severity is Severity.ERROR for finding in findings)
        console(errors=True).print(_summary(errors, len(findings) - errors))
    if any(finding.stops or strict for finding in findings):
        raise typer.Exit(1)


def _summary(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return "Sagen er i orden. Der er ingen anmærkninger."
    word = "advarsel" if warnings == 1 else "advarsler"
    return f"{errors} fejl og {warnings} {word}."
