"""`aftalerapport extract FILE.pdf`: the data that a PDF edition carries."""

import sys
from pathlib import Path

import typer

from renderer.cli.plain_signs import json_shown


def extract_data(
    file: Path = typer.Argument(..., metavar="FIL", help="En PDF-fil, som Aftalerapport har dannet."),
) -> None:
    """Skriv de kildedata, som en PDF-fil bærer med sig (JSON)."""
    from renderer.journeys.rendering.extract import extract

    sys.stdout.write(json_shown(extract(file).source) + "\n")
