"""`aftalerapport token ...`: make, list and revoke the tokens that open the service."""

import datetime
import secrets
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from renderer.cli.danish_help import DanishCommand, DanishGroup
from renderer.cli.local_archive import open_archive
from renderer.cli.local_time import local_time
from renderer.cli.output import console, print_json
from renderer.errors import WrongCall
from renderer.journeys.danish_time import danish_midnight

if TYPE_CHECKING:
    from renderer.archive.tokens import Token

token_commands = typer.Typer(cls=DanishGroup, help="Lav og spær adgangsnøgler til tjenesten.", no_args_is_help=True)

_NAME = typer.Argument(..., metavar="NAVN", help="Nøglens navn, fx systemet, der skal bruge den.")
_MARK = "afr_"
_SCOPES = ("read", "render", "issue", "admin")


@token_commands.command("make", cls=DanishCommand)
def make_token(
    name: str = _NAME,
    scopes: str = typer.Option(
        ..., "--scopes", metavar="read,render,issue,admin", help="Hvad nøglen åbner for, adskilt af komma."
    ),
    until: str = typer.Option("", "--until", metavar="DATO", help="Nøglens sidste dag, fx 2027-06-30; ellers ingen."),
) -> None:
    """Lav en nøgle; den vises kun denne ene gang."""
    words = {word.strip().lower() for word in scopes.split(",") if word.strip()}
    if not words or not words <= set(_SCOPES):
        unknown = ", ".join(f"»{word}«" for word in sorted(words - set(_SCOPES)))
        message = f"Der er ingen rettighed, som hedder {unknown}." if unknown else "Nøglen har ingen rettigheder."
        raise WrongCall(message, f"Vælg blandt: {', '.join(_SCOPES)}.")
    from renderer.archive.tokens import Scope, Tokens

    secret = _MARK + secrets.token_urlsafe(32)
    with open_archive(make=True) as archive:
        Tokens(archive).make(name, frozenset(Scope(word) for word in words), secret, _now(), _end(until))
    print(secret)
    console(errors=True).print("Gem nøglen nu. Den kan ikke vises igen.")


@token_commands.command("list", cls=DanishCommand)
def list_tokens(as_json: bool = typer.Option(False, "--json", help="Skriv svaret som JSON.")) -> None:
    """Vis nøglerne, en linje for hver; aldrig nøglerne selv."""
    from renderer.archive.tokens import Tokens

    with open_archive() as archive:
        tokens = Tokens(archive).all()
    if as_json:
        print_json(
            [
                {
                    "navn": token.name,
                    "rettigheder": sorted(token.scopes),
                    "lavet": token.made_at,
                    "udløber": token.until or None,
                    "sidst_brugt": token.used_at or None,
                    "spærret": token.revoked_at or None,
                }
                for token in tokens
            ]
        )
        return
    for token in tokens:
        print(f"{token.name}: {', '.join(sorted(token.scopes))} ({', '.join(_told(token))})")
    if not tokens:
        console(errors=True).print("Der er ingen adgangsnøgler.")


@token_commands.command("revoke", cls=DanishCommand)
def revoke_token(name: str = _NAME) -> None:
    """Spær en nøgle med det samme."""
    from renderer.archive.tokens import Tokens

    with open_archive() as archive:
        gone = Tokens(archive).revoke(name, _now())
    print(f"{gone.name} er spærret.")


@token_commands.command("log", cls=DanishCommand)
def show_uses(as_json: bool = typer.Option(False, "--json", help="Skriv svaret som JSON.")) -> None:
    """Vis, hvad nøglerne er brugt til, ældste først."""
    from renderer.archive.tokens import Tokens

    with open_archive() as archive:
        uses = Tokens(archive).uses()
    if as_json:
        print_json(
            [{name: use[name] for name in ("at", "name", "method", "path", "request", "client")} for use in uses]
        )
        return
    for use in uses:
        print(f"{local_time(use['at'])} {use['name']}: {use['method']} {use['path']} ({use['client']})")


def _told(token: "Token") -> Iterator[str]:
    yield f"lavet {local_time(token.made_at)}"
    yield f"sidst brugt {local_time(token.used_at)}" if token.used_at else "aldrig brugt"
    if token.until:
        yield f"udløber {local_time(token.until)}"
    if token.revoked_at:
        yield f"spærret {local_time(token.revoked_at)}"


def _end(word: str) -> datetime.datetime | None:
    """The end of the day in Denmark, or `None` where none was given."""
    if not word:
        return None
    try:
        day = datetime.date.fromisoformat(word.strip())
    except ValueError as cause:
        raise WrongCall(f"»{word}« er ikke en dato.", "Skriv datoen som år-måned-dag, fx 2027-06-30.") from cause
    return danish_midnight(day + datetime.timedelta(days=1))


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
