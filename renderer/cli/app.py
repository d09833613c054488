"""The console script: collects the commands and turns what they raise into Danish words and exit codes."""

import sys
from collections.abc import Sequence

import click
import typer

from renderer.cli import (
    check,
    collect,
    compare,
    draft,
    export,
    extract,
    import_,
    issue,
    missing,
    overview,
    plan,
    render,
    schema,
    serve,
    status,
    take_back,
    verify,
)
from renderer.cli import new as new_
from renderer.cli import next as next_
from renderer.cli.archive import archive_commands
from renderer.cli.call_errors import call_error
from renderer.cli.danish_help import DanishCommand, DanishGroup
from renderer.cli.output import show_error, show_stopped
from renderer.cli.plain_signs import use_plain_signs
from renderer.cli.token import token_commands
from renderer.errors import AftalerapportError
from renderer.findings import Stopped
from renderer.writers.provenance import provenance

_INTERRUPTED = 130
_HELP_OPTIONS = {"help_option_names": ["--help", "-h"]}

app = typer.Typer(
    name="aftalerapport",
    cls=DanishGroup,
    help="Danner de officielle opfølgninger på en budgetaftale som PDF og Word.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_HELP_OPTIONS,
)
for name, command in (
    ("new", new_.make_new_case),
    ("import", import_.import_documents),
    ("plan", plan.plan_case),
    ("next", next_.prepare_next_followup),
    ("check", check.check_case),
    ("status", status.show_status),
    ("render", render.render_editions),
    ("draft", draft.write_draft),
    ("collect", collect.collect_statuses),
    ("missing", missing.show_missing),
    ("take-back", take_back.take_back_drafts),
    ("export", export.export_case),
    ("overview", overview.show_overview),
    ("compare", compare.compare_followups),
    ("issue", issue.issue_editions),
    ("extract", extract.extract_data),
    ("verify", verify.verify_file),
    ("schema", schema.print_schema),
    ("serve", serve.serve_api),
    ("worker", serve.work_on_jobs),
):
    app.command(name, cls=DanishCommand)(command)
app.add_typer(archive_commands, name="archive")
app.add_typer(token_commands, name="token")


def _print_version(asked: bool) -> None:
    if asked:
        print(provenance())
        raise typer.Exit


@app.callback()
def common(
    _version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Vis programmets version og aftryk."
    ),
) -> None:
    """Danner de officielle opfølgninger på en budgetaftale som PDF og Word."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with the exit code of the contract: 0 fine, 1 findings, 2 wrong call, 3 else."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    as_json = "--json" in words
    use_plain_signs()
    try:
        code = app(args=words, prog_name="aftalerapport", standalone_mode=False)
    except click.exceptions.ClickException as problem:
        code = show_error(call_error(problem), as_json)
    except (click.exceptions.Abort, KeyboardInterrupt):
        code = _INTERRUPTED
    except Stopped as stopped:
        code = show_stopped(stopped, as_json)
    except AftalerapportError as problem:
        code = show_error(problem, as_json)
    except BrokenPipeError:
        code = 0
    except Exception as problem:  # noqa: BLE001 - the user never sees a traceback
        code = show_error(_unforeseen(problem), as_json)
    sys.exit(code if isinstance(code, int) else 0)


def _unforeseen(problem: Exception) -> AftalerapportError:
    message = f"Der skete en fejl i programmet ({type(problem).__name__}: {problem})."
    return AftalerapportError(message, "Send meddelelsen og filerne til dem, der driver Aftalerapport.")
