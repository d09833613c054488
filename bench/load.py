"""Calls made by so many clients at once: how many a second, and how long the slow ones take."""

import statistics
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass


@dataclass(frozen=True)
class Load:
    """Calls a second, and the median and the 95th percentile of a call in milliseconds."""

    rate: float
    median: float
    slow: float

    def __str__(self) -> str:
        return f"{self.rate:6.2f} a second, median {self.median:5.0f} ms, p95 {self.slow:5.0f} ms"


def load(call: Callable[[int], None], clients: int, count: int) -> Load:
    """Make so many calls, each with its number."""
    times: list[float] = []
    lock = threading.Lock()

    def once(number: int) -> None:
        begun = time.perf_counter()
        call(number)
        with lock:
            times.append(1000 * (time.perf_counter() - begun))

    begun = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(once, range(count)))
    seconds = time.perf_counter() - begun
    return Load(count / seconds, statistics.median(times), statistics.quantiles(times, n=20)[-1])
