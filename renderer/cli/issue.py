"""`aftalerapport issue FOLDER --followup N --by NAME`: record the editions in the archive."""

import datetime
from pathlib import Path

import typer

from renderer.cli.archive_lines import edition_json, edition_lines
from renderer.cli.local_archive import open_archive
from renderer.cli.local_cache import local_cache
from renderer.cli.output import console, print_json
from renderer.cli.progress import progress_bar


def issue_editions(
    folder: Path = typer.Argument(..., metavar="FOLDER", help="Sagsmappen med aftale.yaml."),
    followup: int = typer.Option(
        ..., "--followup", min=0, max=4, metavar="N", help="Opfølgningens nummer; 0 er udmøntningen."
    ),
    by: str = typer.Option(..., "--by", metavar="NAME", help="Navnet på den, der udsteder."),
    committee: str | None = typer.Option(
        None, "--committee", metavar="NAME", help="Kun dette udvalg; ellers hele kommunen."
    ),
    whole_round: bool = typer.Option(False, "--all", help="Hele runden: alle udvalg og hele kommunen."),
    reason: str = typer.Option("", "--reason", metavar="TEXT", help="Hvorfor noget udstedes igen som en ny version."),
    accept: list[str] | None = typer.Option(
        None,
        "--accept",
        metavar="CODE[=TEXT]",
        help="Acceptér advarslerne med denne kode, gerne med en begrundelse efter =; kan gentages.",
    ),
    accept_warnings: bool = typer.Option(False, "--accept-warnings", help="Acceptér alle advarsler."),
    as_json: bool = typer.Option(False, "--json", help="Skriv de udstedte udgaver som JSON."),
) -> None:
    """Udsted en opfølgning: Dan PDF og Word, og gem dem uforanderligt i arkivet."""
    from renderer.journeys.issue import IssueOrder, issue

    order = IssueOrder(followup, by, committee, whole_round, reason, _accepted(accept or []), accept_warnings)
    with open_archive() as archive, progress_bar("Danner dokumenter", visible=not as_json) as progress:
        issued = issue(folder, order, archive, datetime.datetime.now(datetime.UTC), progress, local_cache(True))
    if as_json:
        print_json([edition_json(one) for one in issued])
        return
    for one in issued:
        print("\n".join(edition_lines(one)[:1]))
    console(errors=True).print(f"Udstedt: {len(issued)}. Arkivets kontrolsum er nu {issued[-1].digest}.")


def _accepted(words: list[str]) -> dict[str, str]:
    pairs = (word.partition("=") for word in words)
    return {code.strip(): reason.strip() for code, _, reason in pairs}
