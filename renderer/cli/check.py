"""`aftalerapport check FOLDER`: every finding, with its place and what to do."""

from collections import Counter
from pathlib import Path

import typer

from renderer.cli.output import console, findings_json, print_json, show_findings
from renderer.findings import Severity
from renderer.journeys.case_files import folder_files

_MORE = " Der kan vise sig flere, når fejlene er rettet."


def check_case(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Sagsmappen med aftale.yaml."),
    strict: bool = typer.Option(False, "--strict", help="Lad også advarsler standse (udgangskode 1)."),
    as_json: bool = typer.Option(False, "--json", help="Skriv anmærkningerne som JSON."),
) -> None:
    """Tjek en sag: Alle anmærkninger med sted og råd."""
    from renderer.journeys.check import check

    checked = check(folder_files(folder))
    findings = checked.findings
    if as_json:
        print_json(findings_json(findings))
    else:
        show_findings(findings)
        summary = _summary(Counter(finding.severity for finding in findings))
        console(errors=True).print(summary if checked.complete else summary + _MORE)
    if any(finding.stops or (strict and finding.severity is Severity.WARNING) for finding in findings):
        raise typer.Exit(1)


def _summary(counted: Counter[Severity]) -> str:
    errors, warnings, hints = (counted[severity] for severity in Severity)
    if not errors and not warnings:
        return f"Sagen er i orden. Der er {hints} tip." if hints else "Sagen er i orden. Der er ingen anmærkninger."
    words = f"{warnings} {'advarsel' if warnings == 1 else 'advarsler'}"
    return f"{errors} fejl, {words} og {hints} tip." if hints else f"{errors} fejl og {words}."
