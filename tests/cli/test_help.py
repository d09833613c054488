"""The help of a command is Danish to the last word and shows one whole call, which the command understands."""

import re
import shlex
from collections.abc import Iterator

import click
import pytest
import typer

from renderer.cli.app import app
from renderer.cli.examples import EXAMPLES, example_of
from renderer.journeys.serving.service_settings import ServiceSettings
from tests import guide
from tests.cli.program import run

PLACEHOLDERS = {
    "ADRESSE", "ANTAL", "DAGE", "DATO", "FIL", "KODE", "KONTROLSUM", "MAPPE", "MB", "NAVN", "NUMMER", "PORT", "REF",
    "SAGSID", "SEKUNDER", "TEKST", "ÅR",
}  # fmt: skip
ABBREVIATIONS = {"PDF", "PDF/A-2a", "PDF/A-3a", "JSON", "HTML", "PEM", "RFC"}


def commands(group: click.Group, parent: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    """Every command with the context that it is called in."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, click.Context(command, parent, info_name=name))
        else:
            yield command, click.Context(command, parent, info_name=name)


PROGRAM = typer.main.get_command(app)
assert isinstance(PROGRAM, click.Group)
COMMANDS = list(commands(PROGRAM, click.Context(PROGRAM, info_name="aftalerapport")))


def test_every_command_has_an_example_and_every_example_a_command() -> None:
    assert {f"aftalerapport {name}" for name in EXAMPLES} == {context.command_path for _, context in COMMANDS}


@pytest.mark.parametrize(("command", "context"), COMMANDS, ids=[context.command_path for _, context in COMMANDS])
def test_the_example_is_a_call_that_the_command_understands(command: click.Command, context: click.Context) -> None:
    example = example_of(context.command_path)
    assert example
    words = shlex.split(example.removeprefix(context.command_path))

    # Raises where a word is not understood or one that must be there is missing; nothing is done.
    command.make_context(command.name, words, parent=context.parent)
    assert example in command.get_help(context)


@pytest.mark.parametrize(("command", "context"), COMMANDS, ids=[context.command_path for _, context in COMMANDS])
def test_what_is_to_be_filled_in_has_a_danish_name(command: click.Command, context: click.Context) -> None:
    told = command.get_help(context).partition("Eksempel:")[0]
    capitals = set(re.findall(r"\b[A-ZÆØÅ]{2,}(?:/[\w-]+)?", told))

    assert capitals <= PLACEHOLDERS | ABBREVIATIONS


def test_the_example_is_on_a_line_of_its_own() -> None:
    assert run("archive", "get", "--help").out.endswith("\nEksempel:\n  aftalerapport archive get 2 -o hentet\n")


@pytest.mark.parametrize("name", ["serve", "worker"])
def test_the_help_of_the_service_tells_what_holds_where_nothing_is_said(name: str) -> None:
    assert isinstance(PROGRAM, click.Group)
    options = [one for one in PROGRAM.commands[name].params if isinstance(one, click.Option) and not one.is_flag]
    assert len(options) > 5

    for option in options:
        default = getattr(ServiceSettings(""), option.name or "") or "ingen"
        assert getattr(option, "help", "").endswith(f"; ellers {default}.")
        assert f"\n| `{option.opts[0]}` | {default} | " in guide.text()
