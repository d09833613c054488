"""`aftalerapport extract FILE.pdf`: the data that a PDF edition carries."""

import sys
from pathlib import Path

import typer


def extract_data(
    file: Path = typer.Argument(..., metavar="FIL", help="En PDF-fil, som Aftalerapport har dannet."),
) -> None:
    """Skriv de kildedata, som en PDF-fil bærer med sig (JSON)."""
    from renderer.journeys.rendering.extract import extract

    sys.stdout.write(extract(file).source + "\n")
