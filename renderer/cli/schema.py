"""`aftalerapport schema`: the JSON Schema of the data."""

from renderer.cli.output import print_json
from renderer.journeys.schema import case_schema


def print_schema() -> None:
    """Skriv dataenes JSON Schema."""
    print_json(case_schema())
