"""What the security officer's page names is there: commands, options, settings and files."""

import re

from renderer.cli import serve
from tests.cli.program import run
from tests.repository import ROOT

PAGE = (ROOT / "docs" / "sikkerhed.md").read_text(encoding="utf-8")


def test_every_command_that_it_names_has_the_options_that_it_names() -> None:
    named = re.findall(r"`aftalerapport ([a-z][a-z ]*[a-z])((?: (?:--[a-z-]+|[A-Z]+))*)`", PAGE)

    assert len(named) > 5
    for command, rest in named:
        told = run(*command.split(), "--help")
        assert told.code == 0, command
        assert [option for option in re.findall(r"--[a-z-]+", rest) if option not in told.out] == []


def test_every_setting_that_it_names_is_one() -> None:
    assert set(re.findall(r"AFTALERAPPORT_[A-Z_]+", PAGE)) <= serve._VARIABLES


def test_every_file_that_it_names_is_in_the_repository() -> None:
    links = set(re.findall(r"\]\(([^)]+)\)", PAGE))

    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
    assert [name for name in re.findall(r"`(scripts/\w+)`", PAGE) if not (ROOT / name).exists()] == []
