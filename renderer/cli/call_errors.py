"""What is wrong with a call, in Danish: Click's own words are English."""

import difflib
import re

import click

from renderer.cli.danish_words import english_command, english_option
from renderer.cli.examples import example_of
from renderer.errors import WrongCall

_HINT = "Skriv aftalerapport --help for at se kommandoerne, eller --help efter en kommando for at se dens valg."
# Word makes a dash of two hyphens.
_PASTED = re.compile(r"[(\s][–—](\w[\w-]*)")
_INNER_HINT = "Skriv {0} KOMMANDO, fx {0} {1}. Kommandoerne er {2}. Skriv {0} --help for at se, hvad de gør."


def call_error(problem: click.exceptions.ClickException) -> WrongCall:
    """The Danish error for an exception of the command line parser."""
    return WrongCall(_message(problem), _hint(problem))


def _message(problem: click.exceptions.ClickException) -> str:
    match problem:
        case click.exceptions.NoSuchOption():
            meant = english_option(problem.option_name, _options(problem.ctx)) or next(
                iter(problem.possibilities or ()), ""
            )
            return f"Valget {problem.option_name} findes ikke.{f' Mente du {meant}?' if meant else ''}"
        case click.exceptions.MissingParameter():
            return f"Kommandoen mangler {_name(problem)}{_about(problem.param)}."
        case click.exceptions.BadOptionUsage():
            return f"Valget {problem.option_name} mangler en værdi."
        case click.exceptions.BadParameter():
            return f"Værdien for {_name(problem)} kan ikke bruges."
        case click.exceptions.NoArgsIsHelpError():
            return "Der er ikke skrevet nogen kommando."
        case click.exceptions.UsageError() if "No such command" in problem.message:
            word = problem.message.split("'")[1] if "'" in problem.message else ""
            return f"Kommandoen »{word}« findes ikke.{_nearest_command(word, problem.ctx)}"
        case click.exceptions.UsageError() if "unexpected extra argument" in problem.message:
            return "Der er skrevet for mange ord efter kommandoen."
        case _:
            return "Kommandoen er ikke skrevet rigtigt."


def _hint(problem: click.exceptions.ClickException) -> str:
    if isinstance(problem, click.exceptions.UsageError) and "unexpected extra argument" in problem.message:
        if pasted := _PASTED.search(problem.message):
            return f"Foran »{pasted[1]}« står en tankestreg. Skriv to bindestreger: --{pasted[1]}"
        return "Sæt anførselstegn om navne, der har mellemrum i sig, og skriv ikke mellemrum efter et komma."
    if isinstance(problem, click.UsageError) and problem.ctx and problem.ctx.parent and _commands(problem.ctx):
        from renderer.edition.danish import series

        return _INNER_HINT.format(problem.ctx.command_path, _commands(problem.ctx)[0], series(_commands(problem.ctx)))
    kind = problem.param.type if isinstance(problem, click.exceptions.BadParameter) and problem.param else None
    if isinstance(kind, click.IntRange) and not isinstance(problem, click.exceptions.MissingParameter):
        return f"Skriv et tal fra {kind.min} til {kind.max}."
    return _example(problem) or _HINT


def _example(problem: click.exceptions.ClickException) -> str | None:
    """How the command is called; `None` where it is not known which command was meant."""
    context = problem.ctx if isinstance(problem, click.exceptions.UsageError) else None
    example = example_of(context.command_path) if context else None
    if context is None or example is None:
        return None
    return f"Skriv fx »{example}«, eller skriv »{context.command_path} --help« for at se alle valg."


def _about(param: click.Parameter | None) -> str:
    """What the help says of a parameter, as the end of a sentence."""
    told = (getattr(param, "help", None) or "").rstrip(".")
    # A word in capitals is a name and stays as it is: PDF.
    return f": {told[0].lower() if told[1].islower() else told[0]}{told[1:]}" if len(told) > 1 else ""


def _options(context: click.Context | None) -> list[str]:
    """The options of a command, as they are typed."""
    parameters = context.command.params if context else []
    return [option for one in parameters if isinstance(one, click.Option) for option in one.opts] + ["--help"]


def _nearest_command(word: str, context: click.Context | None) -> str:
    meant = english_command(word, _commands(context))
    near = [meant] if meant else difflib.get_close_matches(word, _commands(context), n=1)
    return f" Mente du {near[0]}?" if near else ""


def _commands(context: click.Context | None) -> list[str]:
    """The names of the commands of a group; empty for a command."""
    command = context.command if context else None
    return list(command.commands) if isinstance(command, click.Group) else []


def _name(problem: click.exceptions.BadParameter) -> str:
    parameter = problem.param
    if parameter is None:
        return "et valg"
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return parameter.human_readable_name
