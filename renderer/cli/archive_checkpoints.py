"""`aftalerapport archive key` and `archive checkpoint`: sign how far the archive goes, so that others can prove it."""

import datetime
from pathlib import Path

import typer

from renderer.cli.local_archive import KEY_VARIABLE, open_archive, timestamp_authority
from renderer.cli.local_time import local_time
from renderer.cli.output import console


def make_key(
    file: Path = typer.Argument(..., metavar="FIL", help="Den nye fil, som nøglen skrives i."),
    replaces: bool = typer.Option(
        False, "--replaces", help="Lad nøglen afløse den, der underskriver nu; den underskriver, at den bliver afløst."
    ),
) -> None:
    """Lav en nøgle, som arkivets kontrolpunkter bliver underskrevet med."""
    from renderer.archive.signing_key import make_signing_key
    from renderer.journeys.issuing.checkpoints import replace_key

    if replaces:
        with open_archive() as archive:
            made = replace_key(archive, file, datetime.datetime.now(datetime.UTC))
    else:
        made = make_signing_key(file)
    print(f"Offentlig nøgle: {made.public}")
    console(errors=True).print(
        f"Skriv {KEY_VARIABLE}={file} i indstillingerne, og gem en kopi af filen et sikkert sted."
    )


def write_checkpoint(
    output: Path = typer.Option(..., "--output", "-o", metavar="FIL", help="Filen, som kontrolpunkterne skrives i."),
) -> None:
    """Underskriv, hvor langt arkivet er nået, og skriv alle kontrolpunkter i en fil, som gemmes et andet sted."""
    from renderer.journeys.issuing.checkpoints import write_checkpoints

    with open_archive() as archive:
        done = write_checkpoints(archive, output, datetime.datetime.now(datetime.UTC), timestamp_authority())
    print(done.file)
    console(errors=True).print(
        f"Det nyeste kontrolpunkt er fra {local_time(done.newest.at)} og går til led {done.newest.number}. "
        "Gem filen et sted, som arkivets ejer ikke kan ændre."
    )
    if done.unstamped:
        console(errors=True).print("Noget af det har ikke fået et tidsstempel endnu. Kør kommandoen igen senere.")
