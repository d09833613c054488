"""Work on an archive in a process of its own, which can be killed, or lose its rights, without harm to the tests.

The processes are forked from a server that has everything loaded, so that one starts in milliseconds.
"""

import contextlib
import ctypes
import itertools
import multiprocessing
import os
import random
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import Any

from renderer.archive.archive import Archive
from renderer.archive.record import NewEdition
from renderer.errors import AftalerapportError
from tests.archive.editions import issuing, new_edition
from tests.steps import die, watch

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload([__name__])

ROUND = 3
"""The number of editions in the rounds that are issued here."""


@contextmanager
def started(work: Callable[..., None], *words: Any) -> Iterator[tuple[ForkServerProcess, Connection]]:
    """A process at work, and what it tells; killed when it is left."""
    ours, theirs = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=work, args=(theirs, *words), daemon=True)
    process.start()
    theirs.close()
    try:
        yield process, ours
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def told(ours: Connection) -> list[Any]:
    """Everything that a process has told, when it has ended."""
    said = []
    with contextlib.suppress(EOFError, OSError):
        while True:
            said.append(ours.recv())
    return said


def answer(work: Callable[..., None], *words: Any) -> Any:
    """The one thing that a process tells."""
    with started(work, *words) as (_, ours):
        return ours.recv()


def a_heavy_round(count: int, size: int = 60_000) -> list[NewEdition]:
    """A round whose files fill many pages of the database, other bytes for each count."""
    noise = random.Random(count)
    return [new_edition(1 + number, content=noise.randbytes(size)) for number in range(ROUND)]


def issue_on_and_on(theirs: Connection, address: str, step: int = 0, dying: bool = False) -> None:
    """Issue rounds, and tell when one is begun and when it is issued, until the end or an error.

    The step of that number is told, too, and taken, or never taken, for it dies there.
    """

    def at_step(number: int) -> None:
        if number == step:
            theirs.send(("step", number))
            if dying:
                die()

    rounds = [a_heavy_round(count) for count in range(4)]
    with Archive(address) as archive:
        watch(at_step)
        for count in itertools.count():
            theirs.send(("begun", count))
            try:
                archive.issue(rounds[count % 4], issuing(f"Omgang {count}"))
            except AftalerapportError as problem:
                theirs.send(("refused", type(problem).__name__, problem.message))
                return
            theirs.send(("issued", count))


def issue_some(theirs: Connection, address: str, gate: Any, times: int) -> None:
    """Issue when everybody is ready, so many times, and tell the numbers."""
    with Archive(address) as archive:
        gate.wait()
        issued = [archive.issue([new_edition()], issuing(f"Proces {os.getpid()}")) for _ in range(times)]
    theirs.send([one.number for each in issued for one in each])


def issue_within(theirs: Connection, address: str, largest_file: int) -> None:
    """Issue where no file may grow beyond a size; tell what came of it."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))
    theirs.send(_tried(address))


def issue_without_rights(theirs: Connection, address: str) -> None:
    """Look up and issue where a folder's and a file's rights hold for the superuser too; tell what came of both."""
    _give_up_power()
    try:
        with Archive(address) as archive:
            found: object = len(archive.find())
    except AftalerapportError as problem:
        found = problem.message
    theirs.send((found, _tried(address)))


def _give_up_power() -> None:
    """Lay down every capability (capset(2), version 3): what is the superuser's then needs its owner's rights."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    nothing = (ctypes.c_uint32 * 6)()
    assert ctypes.CDLL(None, use_errno=True).capset(header, nothing) == 0


def _tried(address: str) -> str:
    try:
        with Archive(address) as archive:
            archive.issue(a_heavy_round(9, 2_000_000), issuing("Igen."))
    except AftalerapportError as problem:
        return problem.message
    return "udstedt"
