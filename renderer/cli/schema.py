"""`aftalerapport schema`: the JSON Schema of the data."""

from renderer.cli.output import print_json


def print_schema() -> None:
    """Skriv dataenes JSON Schema."""
    from renderer.journeys.schema import case_schema

    print_json(case_schema())
