"""`aftalerapport render FOLDER --followup N`: the editions as PDF, Word or HTML."""

from pathlib import Path

import typer

from renderer.cli.local_cache import local_cache
from renderer.cli.output import findings_json, print_json, show_findings
from renderer.cli.progress import progress_bar
from renderer.cli.today import today
from renderer.journeys.render_order import DRAFT_FORMAT, FORMATS, DraftOrder, RenderOrder
from renderer.journeys.render_round import render_round


def render_editions(
    folder: Path = typer.Argument(..., metavar="FOLDER", help="Sagsmappen med aftale.yaml."),
    followup: int = typer.Option(
        ..., "--followup", min=0, max=4, metavar="N", help="Opfølgningens nummer; 0 er udmøntningen."
    ),
    output: Path = typer.Option(..., "--output", "-o", metavar="FOLDER", help="Mappen, som filerne skrives i."),
    committee: str | None = typer.Option(
        None, "--committee", metavar="NAME", help="Kun dette udvalg; ellers hele kommunen."
    ),
    whole_round: bool = typer.Option(False, "--all", help="Hele runden: alle udvalg og hele kommunen."),
    formats: str | None = typer.Option(
        None, "--format", metavar="pdf,docx,html", help="Formater adskilt af komma; ellers pdf,docx."
    ),
    draft: bool = typer.Option(False, "--draft", help="Dan kun Word-filer, og mærk dem som udkast."),
    no_data: bool = typer.Option(
        False, "--no-data", help="Dan PDF-filer uden vedhæftede kildedata (PDF/A-2a i stedet for PDF/A-3a)."
    ),
    no_cache: bool = typer.Option(False, "--no-cache", help="Dan alt forfra, også det, der er dannet før."),
    as_json: bool = typer.Option(False, "--json", help="Skriv filnavne og anmærkninger som JSON."),
) -> None:
    """Dan udgaverne af en opfølgning som PDF, Word eller HTML."""
    drafts = DraftOrder(today()) if draft else None
    order = RenderOrder(followup, committee, whole_round, _names(formats, draft), drafts, not no_data)
    with progress_bar("Danner dokumenter", visible=not as_json) as progress:
        rendered = render_round(folder, order, output, progress, local_cache(not no_cache))
    if as_json:
        print_json({"filer": [str(path) for path in rendered.files], **findings_json(rendered.findings)})
        return
    show_findings(rendered.findings)
    for path in rendered.files:
        print(path)


def _names(formats: str | None, draft: bool) -> tuple[str, ...]:
    if formats is None:
        return (DRAFT_FORMAT,) if draft else FORMATS
    return tuple(dict.fromkeys(name.strip().lower() for name in formats.split(",") if name.strip()))
