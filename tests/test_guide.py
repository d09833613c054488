"""The user guide has every command with all its options, and shows none that does not exist."""

import re
from collections.abc import Iterator

import click
import pytest
import typer

from renderer.cli.app import app
from renderer.findings import Place, warning
from renderer.model.field import Field
from renderer.model.proposal import Comment, Conflict, Proposal
from tests import guide
from tests.repository import ROOT


def commands_of(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command by its words: `render`, `archive list`."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands_of(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


PROGRAM = typer.main.get_command(app)
assert isinstance(PROGRAM, click.Group)
COMMANDS = dict(commands_of(PROGRAM))
GENERAL = ["--help", "-h"]


def options(command: click.Command) -> list[click.Option]:
    return [param for param in command.params if isinstance(param, click.Option)]


def names(commands: list[click.Command]) -> set[str]:
    return {name for command in commands for option in options(command) for name in option.opts}


def has(text: str, word: str) -> bool:
    """Whether an option or command stands in a text as a word of its own, in code."""
    return bool(re.search(rf"(?:`|\s){re.escape(word)}(?![\w-])", text))


def test_the_program_has_commands_and_they_have_options() -> None:
    assert {"import", "check", "status", "render", "schema"} <= set(COMMANDS)
    assert "--followup" in names([COMMANDS["render"]])


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_a_chapter_in_the_guide_with_each_of_its_options(name: str) -> None:
    shown = [text for text in guide.chapters().values() if f"aftalerapport {name}" in text]
    missing = [
        [option.opts for option in options(COMMANDS[name]) if not any(has(text, one) for one in option.opts)]
        for text in shown
    ]

    assert [] in missing


def test_what_every_command_understands_stands_in_the_guide() -> None:
    assert {option.opts[0] for option in options(PROGRAM)} == {"--version"}
    assert has(guide.text(), "--version")
    assert has(guide.text(), "--help")


OURS = [session for session in guide.sessions() if session.is_ours]
SHELL = {"source", "cp", "rm", "mv", "export", "diff"}
"""What a newcomer types beside our own commands."""


def test_what_else_is_typed_is_little() -> None:
    assert {session.command.split()[0] for session in guide.sessions()} == SHELL | {"aftalerapport"}


@pytest.mark.parametrize("session", OURS, ids=lambda session: session.command)
def test_a_shown_command_exists_with_its_options(session: guide.Session) -> None:
    command = COMMANDS.get(" ".join(session.words[:2])) or COMMANDS[session.words[0]]
    used = {word for word in session.words if re.match(r"--?[a-z]", word)}

    assert used <= names([command]) | set(GENERAL)


def test_the_guide_names_no_option_that_does_not_exist() -> None:
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", guide.text()))

    assert named <= names([PROGRAM, *COMMANDS.values()]) | set(GENERAL)


def test_the_guide_names_no_command_that_does_not_exist() -> None:
    named = set(re.findall(r"`aftalerapport ([a-z][a-z-]*)", guide.text()))

    assert named <= {name.split()[0] for name in COMMANDS}


def test_every_chapter_stands_in_the_contents_and_every_link_leads_to_a_heading() -> None:
    headings = re.findall(r"^##+ (.+)$", guide.text(), flags=re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    contents = re.findall(r"^- \[(.+?)\]\(#", guide.text(), flags=re.MULTILINE)

    assert contents == list(guide.chapters())
    assert set(re.findall(r"\]\(#(.+?)\)", guide.text())) <= anchors


def test_the_readme_has_every_command() -> None:
    rows = re.findall(
        r"^\| `aftalerapport ([a-z][a-z-]*)", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE
    )

    assert rows == list(dict.fromkeys(name.split()[0] for name in COMMANDS))


def test_the_fields_of_answers_are_those_that_are_printed() -> None:
    place = Place("aftale.yaml", 3)
    field = Field(None, "5.01", ("beskrivelse",))
    proposal = Proposal(field, "før", "nu")
    printed = {
        "hver af `anmærkninger`": warning("kode", place, "Tekst.", "Råd.").as_json(),
        "`take-back`, hvert af `forslag`": proposal.as_json(),
        "`take-back`, hver af `konflikter`": Conflict(field, "", "", "", (proposal,)).as_json(),
        "`take-back`, hver af `kommentarer`": Comment("", "", "", None, "", place).as_json(),
    }

    told = dict(re.findall(r"^\| (.*?) \| (.*) \|$", guide.text(), flags=re.MULTILINE))

    for name, answer in printed.items():
        assert re.findall(r"`(\w+)`", re.sub(r"\(.*?\)", "", told[name])) == list(answer), name
