"""`aftalerapport archive ...`: look up, fetch, withdraw, recount and hand over what was issued."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from renderer.cli import archive_filters as filters
from renderer.cli.archive_checkpoints import make_key, write_checkpoint
from renderer.cli.archive_hand_over import export_editions, import_editions
from renderer.cli.archive_lines import edition_json, edition_lines
from renderer.cli.danish_help import DanishCommand, DanishGroup
from renderer.cli.local_archive import open_archive
from renderer.cli.output import console, findings_json, print_json, show_findings
from renderer.cli.progress import progress_bar
from renderer.errors import WrongCall

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

archive_commands = typer.Typer(cls=DanishGroup, help="Slå op i arkivet over udstedte udgaver.", no_args_is_help=True)

_NUMBER = typer.Argument(..., metavar="NUMMER", min=1, help="Udgavens nummer i arkivet.")
_JSON = typer.Option(False, "--json", help="Skriv svaret som JSON.")


@archive_commands.command("list", cls=DanishCommand)
def list_editions(
    case_id: str | None = filters.CASE_ID,
    committee: str | None = filters.COMMITTEE,
    followup: int | None = filters.FOLLOWUP,
    since: str | None = filters.SINCE,
    until: str | None = filters.UNTIL,
    text: str = filters.TEXT,
    newest: bool = filters.NEWEST,
    as_json: bool = _JSON,
) -> None:
    """Vis de udstedte udgaver, en linje for hver."""
    wanted = filters.wanted(case_id, committee, followup, since, until, text, newest)
    with open_archive() as archive:
        found = archive.find(wanted)
        empty = archive.head() is None
    if as_json:
        print_json([edition_json(one) for one in found])
        return
    for one in found:
        print(edition_lines(one)[0])
    if not found:
        nothing = (
            "Arkivet er tomt: Der er ikke udstedt noget endnu." if empty else "Arkivet har ingen udgaver, der passer."
        )
        console(errors=True).print(nothing)


@archive_commands.command("show", cls=DanishCommand)
def show_edition(number: int = _NUMBER, as_json: bool = _JSON) -> None:
    """Vis alt, hvad arkivet ved om en udgave."""
    with open_archive() as archive:
        found = archive.edition(number)
    if as_json:
        print_json(edition_json(found))
    else:
        print("\n".join(edition_lines(found)))


@archive_commands.command("get", cls=DanishCommand)
def get_files(
    number: int = _NUMBER,
    output: Path = typer.Option(..., "--output", "-o", metavar="MAPPE", help="Mappen, som filerne skrives i."),
    format: str | None = typer.Option(  # noqa: A002 - the option's name
        None, "--format", metavar="pdf,docx,json", help="Kun disse formater; json er udgavens data."
    ),
) -> None:
    """Hent en udgaves filer ud af arkivet, byte for byte som de blev udstedt."""
    from renderer.journeys.issuing.fetch_issued import fetch_issued

    wanted = tuple(name.strip().lower() for name in format.split(",") if name.strip()) if format else None
    with open_archive() as archive:
        for path in fetch_issued(archive, number, output, wanted):
            print(path)


@archive_commands.command("withdraw", cls=DanishCommand)
def withdraw_edition(
    number: int = _NUMBER,
    by: str = typer.Option(..., "--by", metavar="NAVN", help="Navnet på den, der trækker udgaven tilbage."),
    reason: str = typer.Option(..., "--reason", metavar="TEKST", help="Hvorfor udgaven trækkes tilbage."),
) -> None:
    """Mærk en udgave som trukket tilbage; den bliver i arkivet."""
    if not by.strip() or not reason.strip():
        raise WrongCall("Der mangler et navn eller en begrundelse.", "Skriv begge dele efter --by og --reason.")
    with open_archive() as archive:
        gone = archive.withdraw(number, by.strip(), datetime.datetime.now(datetime.UTC), reason)
    print(edition_lines(gone)[0])


@archive_commands.command("verify", cls=DanishCommand)
def verify_archive(
    render: bool = typer.Option(False, "--render", help="Dan også hver PDF igen, og sammenlign den med arkivets."),
    digest: str = typer.Option(
        "", "--digest", metavar="KONTROLSUM", help="En kontrolsum, som er skrevet ned før, og som arkivet skal kende."
    ),
    checkpoints: list[Path] | None = typer.Option(
        None, "--checkpoints", metavar="FIL", help="Kontrolpunkter, som er gemt uden for arkivet; kan gentages."
    ),
    timestamp_root: Path | None = typer.Option(
        None, "--timestamp-root", metavar="FIL", help="Rodcertifikatet for dem, der stempler med tiden (PEM)."
    ),
    as_json: bool = _JSON,
) -> None:
    """Tæl arkivet efter: hver kontrolsum, hver fil, hvert felt og hver underskrift."""
    from renderer.archive.chain import is_digest
    from renderer.journeys.issuing.checkpoints import kept_heads
    from renderer.journeys.issuing.verify_archive import verify_archive as verify

    expected = digest.strip().lower()
    if expected and not is_digest(expected):
        message = f"»{digest.strip()}« er ikke en kontrolsum: Den har 64 tegn, kun cifre og bogstaver fra a til f."
        raise WrongCall(message, "Skriv den, som archive verify eller issue har skrevet den.")
    kept, roots = kept_heads(checkpoints or ()), _roots(timestamp_root)
    with open_archive() as archive, progress_bar("Danner udgaver igen", visible=not as_json) as progress:
        verified = verify(archive, expected, kept=kept, roots=roots, rendering=render, progress=progress)
    if as_json:
        said = {"udgaver": verified.editions, "kontrolsum": verified.digest, **findings_json(verified.findings)}
        print_json(said)
    else:
        show_findings(verified.findings)
        word = "Intet er ændret" if not verified.findings else "Se anmærkningerne ovenfor"
        count = f"{verified.editions} {'udgave' if verified.editions == 1 else 'udgaver'}"
        console(errors=True).print(f"Arkivet har {count}. {word}.")
        if verified.digest:
            print(f"Kontrolsum: {verified.digest}")
    if any(finding.stops for finding in verified.findings):
        raise typer.Exit(1)


def _roots(path: Path | None) -> "Sequence[Certificate]":
    if path is None:
        return ()
    from renderer.journeys.issuing.time_stamp import read_roots

    return read_roots(path)


archive_commands.command("key", cls=DanishCommand)(make_key)
archive_commands.command("checkpoint", cls=DanishCommand)(write_checkpoint)
archive_commands.command("export", cls=DanishCommand)(export_editions)
archive_commands.command("import", cls=DanishCommand)(import_editions)
