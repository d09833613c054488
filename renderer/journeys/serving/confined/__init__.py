"""Work that is confined: what comes from outside is read, and documents are made, where nothing can be harmed.

    workshop.py   so many tasks at once, so many that may wait; the way in
    zygote.py     the warm process: has loaded what tasks need, and forks a fresh process for each of them
    forked.py     what a fresh process does: goes behind its walls, does its one task, says how it went
    handle.py     the other end: starts the zygote, hands a task over, waits, ends what takes too much
    walls.py      what a task cannot do: the limits, and the two walls below
    landlock.py   no files but the program's own, and one folder to write in (landlock(7))
    syscalls.py   no sockets, no programs, no processes (seccomp(2))
    answers.py    how it went, as JSON and bytes of known length: nothing that comes back is executed

A zygote, as Android and Chromium call it, since loading the typesetter takes longer than most documents; a process of
its own for each task, since what one caller sends must not shape what the next one gets.
"""

from renderer.journeys.serving.confined.workshop import Limits, Workshop

__all__ = ["Limits", "Workshop"]
