"""How many examples the costly property tests draw.

`make test` draws the same ones every time, so that more of them find nothing new from one run to the next; `make
search` is what goes deep (docs/decisions/0021).
"""

from hypothesis import settings


def examples(each_time: int, searching: int) -> int:
    """So many in `make test`, and so many in each round of `make search`."""
    return searching if settings.get_current_profile_name() == "searching" else each_time
