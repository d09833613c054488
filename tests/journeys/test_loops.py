"""A loop goes on whatever happens, tells it, and its end is known."""

import logging
import threading

import pytest

from renderer.journeys.jobs.loops import Loops


def test_a_loop_that_fails_begins_again_and_tells(caplog: pytest.LogCaptureFixture) -> None:
    stop, often = threading.Event(), threading.Event()
    tries: list[int] = []

    def body() -> None:
        tries.append(1)
        if len(tries) == 2:
            often.set()
        raise OSError(24, "Too many open files: hemmelig.pdf")

    loops = Loops(stop)
    with caplog.at_level(logging.ERROR, "aftalerapport.worker"):
        loops.start("runder", body)
        assert often.wait(60)
        assert not loops.dead
        stop.set()
        loops.join(60)
    told = caplog.records[0].__dict__
    assert (told["event"], told["type"]) == ("loop-failed", "OSError")
    assert "hemmelig" not in caplog.text


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_loop_that_has_ended_is_named_until_all_are_told_to() -> None:
    stop = threading.Event()
    loops = Loops(stop)

    def body() -> None:
        raise SystemExit

    loops.start("runder", body)
    loops.join(60)
    assert loops.dead == ("runder",)
    stop.set()
    assert not loops.dead
