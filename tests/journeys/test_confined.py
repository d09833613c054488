"""What takes too much time or memory is ended, and everything else goes on."""

import ctypes
import os
import select
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from renderer.errors import AftalerapportError, Busy, LimitExceeded, UnknownChoice
from renderer.findings import Place, Stopped, error
from renderer.journeys.serving.confined import Limits, Workshop
from renderer.journeys.serving.confined.handle import Zygote
from tests.gate import Gate
from tests.waiting import until


def double(number: int) -> int:
    return 2 * number


def greedy() -> int:
    return len(bytearray(8_000_000_000))


def never(_: int = 0) -> None:
    select.select([], [], [])


def littering() -> str:
    _, name = tempfile.mkstemp()
    return name


def littering_without_end() -> None:
    littering()
    never()


def fallen() -> None:
    ctypes.string_at(0)


def choosy() -> None:
    raise UnknownChoice("Nej.", "Vælg et andet.")


def stopped() -> None:
    raise Stopped([error("fil-mangler", Place("a"), "Mangler.")])


def broken() -> None:
    raise KeyError("hemmeligt navn")


def process_id() -> int:
    return os.getpid()


def changing() -> str:
    """What the program says of itself, and a change to it."""
    before = getattr(tempfile, "told", "som den var")
    tempfile.told = "ændret"  # type: ignore[attr-defined]
    return before


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    opened = Workshop(1, 1, Limits(seconds=20))
    yield opened
    opened.close()


def test_a_task_gives_its_result(workshop: Workshop) -> None:
    assert [workshop.run(double, number) for number in range(3)] == [0, 2, 4]


def test_what_a_task_raises_is_raised_with_everything_about_it(workshop: Workshop) -> None:
    with pytest.raises(UnknownChoice, match="Nej") as refused:
        workshop.run(choosy)
    assert refused.value.hint == "Vælg et andet."
    with pytest.raises(Stopped) as found:
        workshop.run(stopped)
    assert [finding.code for finding in found.value.findings] == ["fil-mangler"]


def test_what_was_not_foreseen_is_told_without_quoting_it(workshop: Workshop) -> None:
    with pytest.raises(AftalerapportError, match="KeyError") as told:
        workshop.run(broken)
    assert "hemmeligt" not in told.value.message


@pytest.mark.parametrize("task", [greedy, fallen])
def test_a_task_that_takes_too_much_or_falls_over_is_told_and_the_next_goes_on(
    workshop: Workshop, task: object
) -> None:
    with pytest.raises(LimitExceeded):
        workshop.run(task)  # type: ignore[arg-type]
    assert workshop.run(double, 4) == 8


def test_a_task_that_takes_too_long_is_ended() -> None:
    workshop = Workshop(1, 0, Limits(seconds=0.5))
    with pytest.raises(LimitExceeded, match="sekunder"):
        workshop.run(never)
    workshop.close()


@pytest.mark.parametrize("ended_by_force", [False, True])
def test_what_lies_in_its_temporary_folder_goes_with_a_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended_by_force: bool
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    workshop = Workshop(1, 0, Limits(seconds=0.5 if ended_by_force else 60))
    if ended_by_force:
        with pytest.raises(LimitExceeded):
            workshop.run(littering_without_end)
    else:
        assert Path(workshop.run(littering)).is_relative_to(tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_only_so_many_wait() -> None:
    gate = Gate()
    workshop = Workshop(1, 0, zygote=gate)
    made: list[int] = []
    thread = threading.Thread(target=lambda: made.append(workshop.run(double, 2)))
    thread.start()
    try:
        until(lambda: workshop.taken, thread.is_alive)
        with pytest.raises(Busy):
            workshop.run(double, 1)
    finally:
        gate.opened.set()
        thread.join()
    assert (made, workshop.run(double, 1)) == ([4], 2)
    workshop.close()
    gate.close()


def test_each_task_has_a_process_of_its_own_and_nothing_is_left_of_it() -> None:
    workshop = Workshop(1, 1)
    seen = {workshop.run(process_id) for _ in range(3)}
    assert len(seen) == 3
    assert not any(os.path.exists(f"/proc/{process}") for process in seen)  # noqa: PTH110
    workshop.close()
    with pytest.raises(Busy):
        workshop.run(double, 1)


def test_what_one_task_changes_the_next_does_not_see() -> None:
    workshop = Workshop(1, 0)
    assert [workshop.run(changing) for _ in range(2)] == ["som den var"] * 2


def test_a_zygote_that_is_gone_is_started_again() -> None:
    zygote = Zygote()
    workshop = Workshop(1, 0, zygote=zygote)
    assert workshop.run(double, 1) == 2
    zygote.close()
    assert workshop.run(double, 2) == 4
    zygote.close()
