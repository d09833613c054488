"""A progress bar on standard error, on a terminal only."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from renderer.cli.output import console


@contextmanager
def progress_bar(title: str, *, visible: bool) -> Iterator[Callable[[int, int], None]]:
    """A bar that is drawn by calling what is given with the number done and the number in all."""
    terminal = console(errors=True)
    # No refreshing thread: documents are made in forked processes, and a fork copies no threads.
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    shown = visible and terminal.is_terminal
    with Progress(*columns, console=terminal, disable=not shown, transient=True, auto_refresh=False) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total, refresh=True)
