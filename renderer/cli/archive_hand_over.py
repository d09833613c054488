"""`aftalerapport archive export` and `archive import`: editions as BagIt bags, out of the archive and into it."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from renderer.cli import archive_filters as filters
from renderer.cli.archive_lines import edition_json, edition_lines
from renderer.cli.local_archive import open_archive
from renderer.cli.output import console, print_json
from renderer.cli.progress import progress_bar
from renderer.errors import WrongCall

if TYPE_CHECKING:
    from renderer.archive.bag_metadata import Access


def export_editions(
    numbers: list[int] | None = typer.Argument(
        None, metavar="[NUMMER...]", min=1, help="Kun udgaverne med disse numre i arkivet."
    ),
    bagit: Path = typer.Option(..., "--bagit", metavar="MAPPE", help="En ny eller tom mappe til pakkerne."),
    case_id: str | None = filters.CASE_ID,
    committee: str | None = filters.COMMITTEE,
    followup: int | None = filters.FOLLOWUP,
    since: str | None = filters.SINCE,
    until: str | None = filters.UNTIL,
    text: str = filters.TEXT,
    newest: bool = filters.NEWEST,
    access: str | None = typer.Option(
        None, "--access", metavar="åben|lukket", help="Skriv i pakkerne, om udgaverne er åbne eller lukkede."
    ),
    as_json: bool = typer.Option(False, "--json", help="Skriv pakkernes stier som JSON."),
) -> None:
    """Pak udgaver til et andet arkiv eller et sagssystem, en BagIt-pakke for hver."""
    from renderer.journeys.issuing.hand_over import export_bags

    wanted = filters.wanted(case_id, committee, followup, since, until, text, newest, numbers or ())
    with open_archive() as archive, progress_bar("Pakker udgaver", visible=not as_json) as progress:
        bags = export_bags(archive, wanted, bagit, _access(access), progress)
    if as_json:
        print_json({"pakker": [str(bag) for bag in bags]})
        return
    for bag in bags:
        print(bag)


def import_editions(
    folder: Path = typer.Argument(..., metavar="MAPPE", help="Mappen med pakkerne, eller en enkelt pakke."),
    by: str = typer.Option("", "--by", metavar="NAVN", help="Navnet på den, der læser pakkerne ind."),
    as_json: bool = typer.Option(False, "--json", help="Skriv de indlæste udgaver som JSON."),
) -> None:
    """Læs pakker fra et andet arkiv ind, alle eller ingen."""
    from renderer.journeys.issuing.hand_over import import_bags

    with open_archive(make=True) as archive:
        received = import_bags(archive, folder, by, datetime.datetime.now(datetime.UTC))
        head = archive.head()
    if as_json:
        print_json({
            "indlæst": [edition_json(one) for one in received.editions],
            "trukket_tilbage": [one.number for one in received.withdrawn],
            "kendt": received.known,
            "uændret": received.as_it_was,
        })  # fmt: skip
        return
    for one in (*received.editions, *received.withdrawn):
        print(edition_lines(one)[0])
    how = "som de var" if received.as_it_was else "med nye numre"
    told = f"Læst ind: {len(received.editions)}{f', {how}' if received.editions else ''}."
    known = f" Fandtes i forvejen: {received.known}." if received.known else ""
    console(errors=True).print(f"{told}{known} Arkivets kontrolsum er nu {head.digest if head else ''}.")


def _access(word: str | None) -> "Access | None":
    from renderer.archive.bag_metadata import Access

    if word is None:
        return None
    try:
        return Access(word.strip().lower())
    except ValueError as cause:
        raise WrongCall(f"»{word}« kan ikke stå efter --access.", "Skriv åben eller lukket.") from cause
