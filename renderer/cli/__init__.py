"""The command line: one file a command, thin, only through journeys."""

from renderer.cli.app import main

__all__ = ["main"]
