"""The memory of one process of the service over many documents, each of another case: `python -m bench memory`.

Besides, the service replaces its processes now and then. Here none is: what a document leaves behind must show.
"""

import os

from bench.demands import Demand
from bench.process import cost

_DOCUMENTS = int(os.environ.get("BENCH_DOCUMENTS", "2000"))
_SETTLED = 0.15
_MOST_GROWTH = 5.0


def print_memory() -> list[Demand]:
    """Measure and print: after a while, memory is to be flat."""
    held = cost("bench.memory_one", str(_DOCUMENTS)).result
    counts = sorted(held, key=int)
    first = next(count for count in counts if int(count) >= _SETTLED * _DOCUMENTS)
    growth = 100 * (held[counts[-1]] / held[first] - 1)
    print(f"\nOne process, {_DOCUMENTS} documents of as many cases, each checked first; MB after so many")
    print("  " + "  ".join(f"{count}: {held[count]:.0f}" for count in counts))
    said = f"{held[first]:.0f} MB, then {held[counts[-1]]:.0f} MB ({growth:+.1f} %)"
    return [Demand(f"Memory from {first} to {_DOCUMENTS} documents, growth in %", said, growth, most=_MOST_GROWTH)]


if __name__ == "__main__":
    from bench.demands import print_demands

    print_demands(print_memory())
