"""Help in Danish: Click and Typer write theirs in English, headings and remarks included."""

import unicodedata
from typing import Any

import click
from typer.core import TyperCommand, TyperGroup

from renderer.cli.examples import example_of

_HELP = "Vis denne hjælp."
_REQUIRED = " Skal angives."


class DanishCommand(TyperCommand):
    """A command whose help is Danish from the first word to the last; texts may come in decomposed letters."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The options and arguments; texts are composed as the case's own are, paths stay as they lie on the disk."""
        rest = super().parse_args(ctx, args)
        ctx.params = {name: _composed(value) for name, value in ctx.params.items()}
        return rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, text, arguments, options and an example."""
        words = [_metavar(ctx, param) for param in self.params if isinstance(param, click.Argument)]
        formatter.write_usage(ctx.command_path, " ".join([*words, "[valg]"]), prefix="Brug: ")
        _write_text(self, formatter)
        _write_arguments(ctx, self, formatter)
        _write_options(ctx, self, formatter)
        _write_example(ctx, formatter)


class DanishGroup(TyperGroup):
    """The program itself, with its commands in the order they are used."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, text, commands and options."""
        formatter.write_usage(ctx.command_path, "KOMMANDO [valg]", prefix="Brug: ")
        _write_text(self, formatter)
        with formatter.section("Kommandoer"):
            formatter.write_dl([(name, _first_line(command)) for name, command in self.commands.items()])
        _write_options(ctx, self, formatter)


def _composed(value: Any) -> Any:
    if isinstance(value, list):
        return [_composed(one) for one in value]
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def _write_text(command: click.Command, formatter: click.HelpFormatter) -> None:
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(_first_line(command))


def _first_line(command: click.Command) -> str:
    return (command.help or "").split("\n", 1)[0]


def _write_arguments(ctx: click.Context, command: click.Command, formatter: click.HelpFormatter) -> None:
    arguments = [param for param in command.params if isinstance(param, click.Argument)]
    if arguments:
        with formatter.section("Angives"):
            formatter.write_dl([(_metavar(ctx, one), getattr(one, "help", None) or "") for one in arguments])


def _write_options(ctx: click.Context, command: click.Command, formatter: click.HelpFormatter) -> None:
    options = [param for param in command.get_params(ctx) if isinstance(param, click.Option) and not param.hidden]
    with formatter.section("Valg"):
        formatter.write_dl([(_names(ctx, option), _option_help(option)) for option in options])


def _write_example(ctx: click.Context, formatter: click.HelpFormatter) -> None:
    if example := example_of(ctx.command_path):
        with formatter.section("Eksempel"):
            # Never broken, so that it can be copied.
            formatter.write(f"{'':{formatter.current_indent}}{example}\n")


def _names(ctx: click.Context, option: click.Option) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return names if option.is_flag else f"{names} {_metavar(ctx, option)}"


def _option_help(option: click.Option) -> str:
    if "--help" in option.opts:
        return _HELP
    return f"{option.help or ''}{_REQUIRED if option.required else ''}"


def _metavar(ctx: click.Context, param: click.Parameter) -> str:
    return param.metavar or param.make_metavar(ctx)
