"""The warm process: has loaded what tasks need, and forks a fresh process for each task. Started by `handle.py`.

It has no environment (the address of the database, and every secret in it, stay with the service), no thread but its
own, and no work of its own. It ends when the service does.
"""

import json
import os
import signal
import socket

from renderer.journeys.serving.confined import loaded
from renderer.journeys.serving.confined.forked import do_one_task
from renderer.journeys.serving.confined.walls import found_walls

FORK = b"f"
"""What the service sends to have a process forked; with it comes the end of a channel."""


def main(descriptor: int) -> None:
    """Fork until the service is gone: its end of the line is closed then, however it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Processes that have ended are not waited for by anybody.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    control = socket.socket(fileno=descriptor)
    loaded.warm_up()
    walls = found_walls()
    control.sendall(json.dumps(walls.missing).encode() + b"\n")
    while True:
        said, [*descriptors], _, _ = socket.recv_fds(control, len(FORK), 1)
        if not said:
            return
        with socket.socket(fileno=descriptors[0]) as channel:
            process = os.fork()
            if process == 0:
                do_one_task(channel, walls)
            _hand_over(channel, process)


def _hand_over(channel: socket.socket, process: int) -> None:
    """The service gets a hold of the process by which it can end it, and no other that takes its number later."""
    try:
        hold = os.pidfd_open(process)
    except ProcessLookupError:
        return
    try:
        socket.send_fds(channel, [FORK], [hold])
    except OSError:
        return
    finally:
        os.close(hold)
