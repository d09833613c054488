"""A Danish word for a command or an option leads to its name."""

import unicodedata
from collections.abc import Iterable
from typing import cast

import click
import pytest
import typer.main

from renderer.cli.app import app
from renderer.cli.danish_words import COMMANDS, OPTIONS
from tests.cli.program import EXAMPLE, run

PROGRAM = cast("click.Group", typer.main.get_command(app))


def options(command: click.Command) -> set[str]:
    inner: Iterable[click.Command] = command.commands.values() if isinstance(command, click.Group) else ()
    own = {option for one in command.params if isinstance(one, click.Option) for option in one.opts}
    return own.union(*map(options, inner))


def test_every_name_that_a_word_leads_to_is_there() -> None:
    assert set(COMMANDS) <= set(PROGRAM.commands)
    assert set(OPTIONS) <= options(PROGRAM) | {"--help"}


@pytest.mark.parametrize(
    ("command", "typed", "meant"),
    [
        ("status", "--opfølgning", "--followup"), ("render", "--opfoelgning", "--followup"),
        ("collect", "--Opfølgning", "--followup"), ("issue", "--opføgning", "--followup"),
        ("draft", unicodedata.normalize("NFD", "--opfølgning"), "--followup"), ("render", "--udvalg", "--committee"),
        ("render", "--alle", "--all"), ("draft", "--mappe", "--output"), ("missing", "--center", None),
        ("next", "--dato", "--date"), ("compare", "--fra", "--from"), ("compare", "--til", "--to"),
        ("take-back", "--anvend", "--apply"), ("import", "--kommune", "--municipality"),
        ("import", "--sagsid", "--case-id"),
        ("issue", "--begrundelse", "--reason"), ("check", "--udvalg", None), ("status", "--hjælp", "--help"),
        ("status", "--folowup", "--followup"),
    ],
)  # fmt: skip
def test_an_option_is_told_by_its_name(command: str, typed: str, meant: str | None) -> None:
    known = options(PROGRAM.commands[command])
    done = run(command, EXAMPLE, f"{typed}=2")

    if typed in known:
        return
    expected = f" Mente du {meant}?" if meant in known | {"--help"} else ""
    assert done.code == 2
    assert f"Valget {typed} findes ikke.{expected} [forkert-kald]" in done.err


@pytest.mark.parametrize(("typed", "meant"), [("tjek", "check"), ("Udsted", "issue"), ("overblik", "overview")])
def test_a_command_is_told_by_its_name(typed: str, meant: str) -> None:
    assert f"Kommandoen »{typed}« findes ikke. Mente du {meant}?" in run(typed, EXAMPLE).err


@pytest.mark.parametrize("dash", ["–", "—"])
def test_a_dash_that_word_has_made_of_two_hyphens_is_told(dash: str) -> None:
    done = run("status", EXAMPLE, f"{dash}followup", "2")

    assert done.code == 2
    assert "Foran »followup« står en tankestreg. Skriv to bindestreger: --followup" in done.err
