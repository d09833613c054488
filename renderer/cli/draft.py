"""`aftalerapport draft FOLDER --followup N -o FILE.docx`: a Word draft that can be corrected and taken back."""

from pathlib import Path

import typer

from renderer.cli.output import findings_json, print_json, show_findings
from renderer.cli.today import today
from renderer.journeys.case_files import folder_files
from renderer.journeys.rendering.render_order import DraftOrder


def write_draft(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Sagsmappen med aftale.yaml."),
    followup: int = typer.Option(
        ..., "--followup", min=0, max=4, metavar="NUMMER", help="Opfølgningens nummer; 0 er udmøntningen."
    ),
    output: Path = typer.Option(
        ..., "--output", "-o", metavar="FIL.docx", help="Word-filen, udkastet skrives i; med --all en mappe."
    ),
    committee: str | None = typer.Option(
        None, "--committee", metavar="NAVN", help="Kun dette udvalg; ellers hele kommunen."
    ),
    center: str | None = typer.Option(
        None, "--center", metavar="NAVN", help="Kun de delelementer, dette center er ansvarligt for."
    ),
    whole_round: bool = typer.Option(False, "--all", help="Et udkast til hvert udvalg og ét for hele kommunen."),
    number: int = typer.Option(1, "--number", min=1, max=99, metavar="NUMMER", help="Hvilket udkast det er; ellers 1."),
    date: str | None = typer.Option(
        None, "--date", metavar="DATO", help="Dagen, udkastet sendes ud, fx 2018-07-04; ellers i dag."
    ),
    redline_from: int | None = typer.Option(
        None,
        "--redline-from",
        min=0,
        max=3,
        metavar="NUMMER",
        help="Marker det, der er ændret siden denne opfølgning, som rettelser i Word.",
    ),
    as_json: bool = typer.Option(False, "--json", help="Skriv filnavne og anmærkninger som JSON."),
) -> None:
    """Dan udkast i Word, som kan rettes og læses ind igen."""
    from renderer.journeys.draft import draft_day, draft_order, write_drafts

    draft = DraftOrder(draft_day(date) if date is not None else today(), number, redline_from)
    order = draft_order(followup, committee, draft, whole_round=whole_round, centre=center)
    written = write_drafts(folder_files(folder), order, output)
    if as_json:
        print_json({"filer": [str(path) for path in written.files], **findings_json(written.findings)})
        return
    show_findings(written.findings)
    for path in written.files:
        print(path)
