"""`aftalerapport compare FOLDER --from 1 --to 2`: what is different between two follow-ups, for the committee."""

import json
from pathlib import Path

import typer

from renderer.cli.output import findings_json, print_json, show_findings
from renderer.errors import WrongCall
from renderer.journeys.case_files import folder_files


def compare_followups(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Sagsmappen med aftale.yaml."),
    earlier: int | None = typer.Option(
        None, "--from", min=0, max=3, metavar="NUMMER", help="Den opfølgning, der sammenlignes med; 0 er udmøntningen."
    ),
    file: Path | None = typer.Option(
        None, "--from-file", metavar="FIL", help="I stedet for --from: PDF-filen med den udgave, udvalget så."
    ),
    later: int = typer.Option(..., "--to", min=1, max=4, metavar="NUMMER", help="Den opfølgning, der er kommet siden."),
    committee: str | None = typer.Option(
        None, "--committee", metavar="NAVN", help="Kun dette udvalgs delelementer; ellers hele kommunen."
    ),
    formats: str | None = typer.Option(
        None, "--format", metavar="pdf,docx,md", help="Formater adskilt af komma; ellers pdf,docx."
    ),
    output: Path | None = typer.Option(
        None, "--output", "-o", metavar="MAPPE", help="Mappen, som filerne skrives i; ellers vises listen her."
    ),
    as_json: bool = typer.Option(False, "--json", help="Skriv sammenligningen og filnavnene som JSON."),
) -> None:
    """Vis udvalget, hvad der er ændret fra en opfølgning til en senere."""
    from renderer.journeys.compare import COMPARISON_FORMATS, CompareOrder, compare, write_comparison
    from renderer.writers.comparison import COMPARISON_WRITERS

    if formats is not None and output is None:
        raise WrongCall("Det er ikke sagt, hvor filerne skal ligge.", "Skriv -o og en mappe, eller udelad --format.")
    order = CompareOrder(
        _one(earlier, file), later, committee, COMPARISON_FORMATS if formats is None else _names(formats)
    )
    compared = compare(folder_files(folder), order)
    files = write_comparison(compared.comparison, order, output) if output else ()
    if as_json:
        said = json.loads(compared.comparison.as_json())
        findings = findings_json(compared.findings)
        print_json({"sammenligning": said, "filer": [str(path) for path in files], **findings})
        return
    show_findings(compared.findings)
    for path in files:
        print(path)
    if output is None:
        print(COMPARISON_WRITERS["md"](compared.comparison).decode(), end="")


def _one(earlier: int | None, file: Path | None) -> int | Path:
    if earlier is not None and file is not None:
        raise WrongCall("--from og --from-file kan ikke bruges sammen.", "Vælg en af dem.")
    if file is not None:
        return file
    if earlier is None:
        hint = "Skriv fx --from 1 --to 2, eller --from-file og den PDF-fil, udvalget fik sidst."
        raise WrongCall("Kommandoen mangler --from eller --from-file.", hint)
    return earlier


def _names(formats: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip().lower() for name in formats.split(",") if name.strip()))
