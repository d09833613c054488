"""`aftalerapport verify FILE.pdf`: whether a PDF edition is what its own data give."""

from pathlib import Path

import typer

from renderer.cli.output import findings_json, print_json, show_findings


def verify_file(
    file: Path = typer.Argument(..., metavar="FIL", help="En PDF-fil, som Aftalerapport har dannet."),
    as_json: bool = typer.Option(False, "--json", help="Skriv resultatet som JSON."),
) -> None:
    """Efterprøv en PDF-fil: Dan den igen af dens egne kildedata, og sammenlign."""
    from renderer.journeys.rendering.verify import verify

    verification = verify(file)
    if as_json:
        print_json({"resultat": verification.verdict.value, **findings_json(verification.findings)})
    else:
        show_findings(verification.findings)
        print(verification.verdict.value)
    if not verification.verdict.proves:
        raise typer.Exit(1)
