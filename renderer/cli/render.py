"""`aftalerapport render FOLDER --followup N`: the editions as PDF, Word or HTML; `--agreement` for what was signed."""

from pathlib import Path

import typer

from renderer.cli.local_cache import local_cache
from renderer.cli.output import findings_json, print_json, show_findings
from renderer.cli.progress import progress_bar
from renderer.cli.today import today
from renderer.errors import WrongCall
from renderer.journeys.case_files import folder_files
from renderer.journeys.rendering.render_agreement import AgreementOrder, render_agreement
from renderer.journeys.rendering.render_order import DRAFT_FORMAT, FORMATS, DraftOrder, RenderOrder
from renderer.journeys.rendering.render_round import Rendered, render_round


def render_editions(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Sagsmappen med aftale.yaml."),
    followup: int | None = typer.Option(
        None, "--followup", min=0, max=4, metavar="NUMMER", help="Opfølgningens nummer; 0 er udmøntningen."
    ),
    agreement: bool = typer.Option(
        False, "--agreement", help="Den underskrevne aftale selv i stedet for en opfølgning; kun pdf og docx."
    ),
    output: Path = typer.Option(..., "--output", "-o", metavar="MAPPE", help="Mappen, som filerne skrives i."),
    committee: str | None = typer.Option(
        None, "--committee", metavar="NAVN", help="Kun dette udvalg; ellers hele kommunen."
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
    """Dan udgaverne af en opfølgning, eller den underskrevne aftale, som PDF, Word eller HTML."""
    names = _names(formats, draft)
    cache = local_cache(not no_cache)
    if agreement:
        _alone(followup, committee, whole_round, draft)
        wanted = AgreementOrder(names, not no_data)
        rendered = render_agreement(folder_files(folder), wanted, output, cache)
    else:
        drafts = DraftOrder(today()) if draft else None
        order = RenderOrder(_named(followup), committee, whole_round, names, drafts, not no_data)
        with progress_bar("Danner dokumenter", visible=not as_json) as progress:
            rendered = render_round(folder_files(folder), order, output, progress, cache)
    _show(rendered, as_json)


def _named(followup: int | None) -> int:
    if followup is None:
        hint = "Skriv opfølgningens nummer, fx --followup 2, eller --agreement for at danne den underskrevne aftale."
        raise WrongCall("Kommandoen mangler --followup eller --agreement.", hint)
    return followup


def _alone(followup: int | None, committee: str | None, whole_round: bool, draft: bool) -> None:
    """The agreement has no follow-ups, committees or drafts."""
    given = {"--followup": followup is not None, "--committee": bool(committee), "--all": whole_round, "--draft": draft}
    for option, is_given in given.items():
        if is_given:
            raise WrongCall(f"--agreement og {option} kan ikke bruges sammen.", "Brug kun den ene af dem.")


def _show(rendered: Rendered, as_json: bool) -> None:
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
